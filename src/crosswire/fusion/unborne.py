"""What a summary says that the report it sums up does not bear out: another number, name or holder, an opposite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from crosswire.fusion.condensed import Condensed, said
from crosswire.fusion.drift import drift, zone
from crosswire.fusion.facts import denies, value
from crosswire.fusion.holders import other_holder
from crosswire.knowledge.opposites import alike, opposed
from crosswire.knowledge.rarity import TELLING, rarity
from crosswire.records import Drift, Reading, Span
from crosswire.words import Word, amid, carries, content, counted, words

BESIDE = 2  # words after a number that tell what it counts
BEFORE = 6  # words around a thing among which its number may stand
NEAR = 3  # words of meaning on either side
OFTEN = 3  # times in a report; its sentences turn on such a word
REVERSED = {"before": "after", "after": "befor", "above": "below", "below": "abov"}  # by stem
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
QUALIFYING = {"co", "ex", "vice", "deputy", "acting", "anti", "non", "semi", "quasi", "pseudo"}
EXCEPTING = {"except", "without", "despite"}


def unborne(pair: Condensed) -> Iterator[Drift]:
    """Every word of a summing sentence that a rule finds the long report not to bear out."""
    for kind, field, rule, detail in RULES:
        for word in rule(pair):
            span = Span(pair.here.article, word.start, word.stop)
            yield drift(kind, None, field, pair.there[0], span, detail.format(pair.short.article.excerpt(span)))


def other_number(pair: Condensed) -> Iterator[Word]:
    """A number that the long report does not give of the same thing."""
    mine, long = said(pair), words(pair.long.article.text)
    for at, word in enumerate(mine):
        thing = beside(mine, at)
        given = (beside(long, there) for there, w in enumerate(long) if value(w) == value(word))
        figures = len(word.text) > 1 and word.text[0].isdigit()  # one figure may be a word in the other report
        if figures and not any(not thing or thing & other for other in given):
            yield word


def other_count(pair: Condensed) -> Iterator[Word]:
    """Another small number of the same thing: "five rounds" where the long report tells of three.

    A number near the thing may be of it as well: "three of the port's five terminals".
    """
    given: dict[str, set[str]] = defaultdict(set)
    close: dict[str, set[str]] = defaultdict(set)
    long = words(pair.long.article.text)
    for at, thing in enumerate(long):
        given[thing.stem] |= {small(w) for w in long[max(0, at - 1) : at]} - {""}
        close[thing.stem] |= {small(w) for w in long[max(0, at - BEFORE) : at + BEFORE]}
    for number, thing in pairwise(said(pair)):
        compound = "-" in pair.short.article.text[max(0, number.start - 1) : thing.start]  # "twenty-two", "two-year"
        known = carries(thing.text) and not compound and given[thing.stem]
        if number.text in COUNTS and known and small(number) not in close[thing.stem]:
            yield number


def small(word: Word) -> str:
    """A number from one to twelve in figures, whichever way it is written; of another word nothing."""
    figures = str(COUNTS.index(word.text) + 1) if word.text in COUNTS else word.text
    return figures if figures.isdigit() else ""


def other_name(pair: Condensed) -> Iterator[Word]:
    """A name that stands nowhere in the long report, neither in full nor by its first letters."""
    text, letters = pair.short.article.text, initials_of(pair.long)
    inside = (w for w in fresh(pair) if zone(pair.short.article, pair.here) != "title" and amid(text, w))
    return (w for w in inside if text[w.start].isupper() and w.text.upper() not in letters)


def initials_of(reading: Reading) -> str:
    """The first letters of a report's words, a blank for a small one: "the Northern Quay Union said" is " NQU "."""
    text = reading.article.text
    return "".join(text[w.start] if text[w.start].isupper() else " " for w in words(text))


def opposite(pair: Condensed) -> Iterator[Word]:
    """A word whose opposite is told of the same, where the report tells it here or throughout, and no word like it.

    Of the same: a word of meaning stands near both, so that "dropped its plan" is not held against a rise in pay.
    """
    text, mine = pair.long.article.text, said(pair)
    throughout = {each for each, times in counted(text).items() if times >= OFTEN}
    there = throughout.union(*(content(text, s.start, s.stop) for s in pair.there))
    own, theirs = around(mine), around(words(text))
    against = there - {w.stem for w in mine}
    for word in fresh(pair):
        rivals = (each for each in against if min(rarity(word.stem), rarity(each)) >= TELLING)
        told = any(opposed(word.stem, each) and own[word.stem] & theirs[each] for each in rivals)
        if told and not any(alike(word.stem, each) for each in there):
            yield word


def around(line: Sequence[Word]) -> dict[str, set[str]]:
    """The words of meaning near each stem, wherever it stands."""
    found: dict[str, set[str]] = defaultdict(set)
    every = [w.stem for w in line if carries(w.text)]
    for at, each in enumerate(every):
        found[each] |= {*every[max(0, at - NEAR) : at], *every[at + 1 : at + 1 + NEAR]}
    return found


def in_place_of(pair: Condensed) -> Iterator[Word]:
    """A word beside the same words as its opposite: "before the vote" for "after the vote", "large" ships for small.

    The word itself may stand elsewhere in the report, but not in the sentences summed up, or not beside these words.
    """
    text = pair.long.article.text
    there = beside_each(w for s in pair.there for w in words(text, s.start, s.stop))
    mine = beside_each(said(pair))
    for word in said(pair):
        own = mine[word.stem]
        if word.text in REVERSED:
            others = there.get(REVERSED[word.text], frozenset())
            own = frozenset(each for each in own if each[0] == "after") - there.get(word.stem, frozenset())
        else:
            apart = word.stem not in there and carries(word.text)
            against = (each for each in there if apart and each not in mine and opposed(word.stem, each))
            others = frozenset().union(*(there[each] for each in against))
        if own & others:
            yield word


def beside_each(line: Iterable[Word]) -> dict[str, frozenset[tuple[str, str]]]:
    """The nearest word of meaning on each side of every stem, with the side it stands on."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    every = list(line)
    for side, run in (("before", every), ("after", every[::-1])):
        last = None
        for word in run:
            found[word.stem] |= {(side, last)} if last else set()
            last = word.stem if carries(word.text) else last
    return {each: frozenset(those) for each, those in found.items()}


def qualified(pair: Condensed) -> Iterator[Word]:
    """What makes another thing of the report's own word, where the report never has it: "co-founder", "vice chair"."""
    mine, long = said(pair), words(pair.long.article.text)
    known = {w.stem for w in long} | {w.text for w in long}
    for word, following in pairwise(mine):
        if word.text in QUALIFYING and word.text not in known and following.stem in known and carries(following.text):
            yield word


def denial(pair: Condensed) -> Iterator[Word]:
    """A "not" or "without" where none of the sentences summed up has one."""
    text = pair.long.article.text
    if not any(undoes(w) for s in pair.there for w in words(text, s.start, s.stop)):
        yield from (w for w in said(pair) if undoes(w))


def fresh(pair: Condensed) -> Iterator[Word]:
    """Words of meaning that the long report has nowhere."""
    known = content(pair.long.article.text)
    return (w for w in said(pair) if carries(w.text) and not w.text[0].isdigit() and w.stem not in known)


def beside(line: Sequence[Word], at: int) -> frozenset[str]:
    """The stems of the words of meaning right after a number."""
    return frozenset(w.stem for w in line[at + 1 : at + 1 + BESIDE] if carries(w.text))


def undoes(word: Word) -> bool:
    return denies(word) or word.text in EXCEPTING


RULES: tuple[tuple[str, str | None, Callable[[Condensed], Iterator[Word]], str], ...] = (
    ("contradiction", "amount", other_number, "the long report gives no such number: “{}”"),
    ("contradiction", "amount", other_count, "the long report gives another number of this than “{}”"),
    ("unsupported", None, other_name, "the long report, which this one sums up, names no “{}”"),
    ("contradiction", "actors", other_holder, "the long report gives this to another than “{}”"),
    ("contradiction", "status", opposite, "the long report says the opposite of “{}”"),
    ("contradiction", "status", in_place_of, "the long report says the opposite of “{}” here"),
    ("unsupported", None, qualified, "the long report, which this one sums up, has no “{}” before this word"),
    ("contradiction", "status", denial, "one report denies what the other states"),
)
