"""Another number, place or day, or a "not", in a sentence that two reports tell nearly word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.fusion.drift import EXACT, Found, elsewhere
from crosswire.fusion.events import days_between
from crosswire.fusion.numbers import excluded
from crosswire.fusion.retold import Change, Retold, against, ends, holds
from crosswire.records import Amount, Cited, Place, Reading, Time
from crosswire.words import STOP, Word, stem

DENIED = {"not", "never", "cannot", "neither", "nor", "no"}
DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
YEAR = re.compile(r"(?:19|20)\d\d")


def other_number(pair: Retold, change: Change) -> Iterator[Found]:
    """ "12 people" in one, "15 people" in the other."""
    mine, theirs = (
        [a for a in reading.amounts if holds(run, a.span)]
        for reading, run in ((pair.one, change.before), (pair.other, change.after))
    )
    if len(mine) == len(theirs) == 1 and stem(mine[0].unit) == stem(theirs[0].unit) and unlike(mine[0], theirs[0]):
        yield "contradiction", mine[0].span, theirs[0].span, against(pair, mine[0].span, theirs[0].span)
    elif (
        bare(change.before)
        and bare(change.after)
        and value(change.before[0]) != value(change.after[0])
        and not (mine and theirs)
    ):
        yield "contradiction", *ends(pair, change), against(pair, *ends(pair, change))


def unlike(one: Amount, other: Amount) -> bool:
    """Two numbers that cannot both be right, or that one hedge gives otherwise: "at least 12", "at least 15"."""
    return excluded(one, other) or (one.hedge == other.hedge and (one.low, one.high) != (other.low, other.high))


def value(word: Word) -> str:
    """A number's figures without the commas between thousands."""
    return word.text.replace(",", "")


def bare(run: Sequence[Word]) -> bool:
    """A number in figures and nothing else; a year is a time."""
    return len(run) == 1 and run[0].text[0].isdigit() and not YEAR.fullmatch(run[0].text)


def other_place(pair: Retold, change: Change) -> Iterator[Found]:
    """Another town, region or country in the same words."""
    mine, theirs = places(pair.one, change.before), places(pair.other, change.after)
    if len(mine) == len(theirs) == 1 and apart(mine[0].value, theirs[0].value):
        one, other = mine[0].spans[0], theirs[0].spans[0]
        yield "contradiction", one, other, f"{mine[0].value.name} in one report, {theirs[0].value.name} in the other"


def apart(one: Place, other: Place) -> bool:
    """Two places neither of which holds the other: "Paris" and "France" are not apart."""
    if not elsewhere(one, other) or one.name in {other.within} or other.name in {one.within}:
        return False
    return (one.precision == other.precision) or (one.precision in EXACT and other.precision in EXACT)


def places(reading: Reading, run: Sequence[Word]) -> list[Cited[Place]]:
    return [p for p in reading.places if p.value.use == "place" and holds(run, p.spans[0])]


def other_day(pair: Retold, change: Change) -> Iterator[Found]:
    """Another day, month or year in the same words."""
    mine, theirs = times(pair.one, change.before), times(pair.other, change.after)
    if len(mine) == len(theirs) == 1 and another_day(mine[0], theirs[0], change):
        yield "contradiction", mine[0].span, theirs[0].span, against(pair, mine[0].span, theirs[0].span)


def another_day(one: Time, other: Time, change: Change) -> bool:
    """Days that are not the same; of days that nobody can reckon, two names of weekdays."""
    if one.interval and other.interval:
        return days_between(one.interval, other.interval) > 0
    mine, theirs = ({w.text for w in run} & DAYS for run in (change.before, change.after))
    return bool(mine and theirs and mine != theirs)


def times(reading: Reading, run: Sequence[Word]) -> list[Time]:
    return [t for t in reading.times if t.type in {"DATE", "TIME"} and holds(run, t.span)]


def turned(pair: Retold, change: Change) -> Iterator[Found]:
    """A "not" that stands in one telling alone, among small words."""
    before, after = (sum(denies(word) for word in run) % 2 for run in (change.before, change.after))
    if before != after and all(word.text in STOP or denies(word) for word in (*change.before, *change.after)):
        yield "contradiction", *ends(pair, change), "one report denies what the other states"


def denies(word: Word) -> bool:
    return word.text in DENIED or word.text.endswith("n't")
