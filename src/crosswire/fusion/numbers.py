"""Numbers that reports give of the same thing, and where they cannot all be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import inf

from crosswire.fusion.align import align
from crosswire.fusion.drift import drift, set_against, zone
from crosswire.records import Amount, Drift, Finding, Reading, Record, Span
from crosswire.words import content, jaccard, stem, words

ALIKE = 0.35  # share of words that two sentences must have in common before their numbers are held against each other
ALIKE_SUMS = 0.5  # the same for money and measures, of which one story gives many
PARTIES = {
    "nation",
    "country",
    "side",
    "party",
    "state",
    "time",
    "way",
    "thing",
    "people",
    "person",
    "man",
    "woman",
    "one",
    "day",
    "leader",
}
PART_OF_MORE = {"other", "others", "another", "additional", "further", "extra", "remaining", "first", "last"}
LARGE = 1000  # a story seldom gives two large numbers of one unit
SUMS = {  # one story gives many of them, of many things
    "USD", "EUR", "GBP", "percent", "dollar", "euro", "pound", "mile", "km", "kilometre", "kilometer", "metre", "meter",
    "foot", "mph", "hour", "minute", "year", "month", "week", "people", "person", "vote",
}  # fmt: skip
FEWEST = 10  # of a smaller number, two in one story are as often of two things
TWICE = 2  # two reports of one number seldom differ by more
VAGUE = 5
LOOSE = 0.1  # "about 200" allows for a tenth either way
FLOORS = {"at least", "more than", "over", "no fewer than", "no less than"}
CEILINGS = {
    "up to",
    "less than",
    "fewer than",
    "under",
    "below",
    "at most",
    "as many as",
    "no more than",
    "almost",
    "nearly",
}


class Counted(Record, frozen=True):
    """An amount with the sentence it stands in and what that sentence is about."""

    reading: Reading
    amount: Amount
    sentence: Span
    stems: frozenset[str]


def counted(reading: Reading) -> Iterator[Counted]:
    """The amounts of a report that count something of their own; "the two sides" do not."""
    for amount in reading.amounts:
        sentence = next((s for s in reading.sentences if s.start <= amount.span.start < s.stop), None)
        heading = zone(reading.article, amount.span) == "heading"
        said = {word.text for word in words(reading.article.text, amount.span.start, amount.span.stop)}
        vague = amount.high >= VAGUE * amount.low  # "billions of dollars"
        if (
            sentence
            and not vague
            and not (amount.unit in PARTIES and amount.high < 10)
            and not (heading or said & PART_OF_MORE)
        ):
            inside = content(reading.article.text, sentence.start, sentence.stop)
            own = content(reading.article.text, amount.span.start, amount.span.stop)
            yield Counted(reading, amount, sentence, inside - own)


def align_amounts(readings: Sequence[Reading]) -> tuple[tuple[Counted, ...], ...]:
    """Groups of amounts with one unit whose sentences tell of the same thing."""
    return align([c for r in readings for c in counted(r)], same_thing, ALIKE, lambda c: repr(c.amount.span))


def same_thing(one: Counted, other: Counted) -> float | None:
    """How alike the sentences of two amounts are; unlike numbers are of one thing only in sentences much alike.

    A large number of one thing is seldom given twice in one story: a word in common is enough for it. One report's
    unlike numbers are of different things.
    """
    if stem(one.amount.unit) != stem(other.amount.unit):
        return None
    alike, common = jaccard(one.stems, other.stems), one.stems & other.stems
    large = one.amount.low >= LARGE and other.amount.low >= LARGE
    if not excluded(one.amount, other.amount):
        return max(alike, ALIKE) if common and (large or one.amount.high >= FEWEST) else alike
    if one.reading.article.id == other.reading.article.id:
        return None
    near = max(one.amount.low, other.amount.low) <= TWICE * min(one.amount.high, other.amount.high)
    if large and near and common and one.amount.unit not in SUMS:
        return max(alike, ALIKE)
    return alike if alike >= (ALIKE_SUMS if one.amount.unit in SUMS else ALIKE) else None


def numbers_against_numbers(finding: Finding, group: Sequence[Counted]) -> Iterator[Drift]:
    """Two reports whose numbers exclude each other: "12" and "15", but not "12" and "more than 10".

    A report that has the other's number anywhere else counts two things, and contradicts nothing. What several pairs of
    reports show is told once, with how many give each number.
    """
    shown: list[tuple[Amount, Amount]] = []
    by_report: dict[str, list[Counted]] = {}
    for each in group:
        by_report.setdefault(each.reading.article.id, []).append(each)
    for mine, theirs in combinations(sorted(by_report), 2):
        pairs = [(a, b) for a in by_report[mine] for b in by_report[theirs]]
        one, other = pairs[0]
        if (
            all(excluded(a.amount, b.amount) for a, b in pairs)
            and not (gives(one.reading, other) or gives(other.reading, one))
            and not any(again(pair, (one.amount, other.amount)) for pair in shown)
        ):
            shown.append((one.amount, other.amount))
            said = [each.reading.article.excerpt(each.amount.span) for each in (one, other)]
            yield drift(
                "contradiction",
                finding.id,
                "amount",
                one.amount.span,
                other.amount.span,
                set_against(
                    *((f"“{s}”", fitting(by_report.values(), c)) for s, c in zip(said, (one, other), strict=True))
                ),
            )


def again(shown: tuple[Amount, Amount], pair: tuple[Amount, Amount]) -> bool:
    """Whether two numbers fit two that were set against each other, in either order."""
    return any(not excluded(one, pair[0]) and not excluded(other, pair[1]) for one, other in (shown, shown[::-1]))


def fitting(reports: Iterable[Sequence[Counted]], number: Counted) -> int:
    """How many reports give a number that fits."""
    return sum(any(not excluded(each.amount, number.amount) for each in told) for told in reports)


def gives(reading: Reading, number: Counted) -> bool:
    """Whether a report gives a number of the same unit that fits."""
    unit = stem(number.amount.unit)
    return any(stem(a.unit) == unit and not excluded(a, number.amount) for a in reading.amounts)


def excluded(one: Amount, other: Amount) -> bool:
    (low, high), (least, most) = bounds(one), bounds(other)
    return high < least or most < low


def bounds(amount: Amount) -> tuple[float, float]:
    """The values an amount leaves open, as its hedge has it."""
    hedge = (amount.hedge or "").lower()
    if hedge in FLOORS:
        return amount.low, inf
    if hedge in CEILINGS:
        return -inf if hedge not in {"almost", "nearly"} else amount.low * (1 - LOOSE), amount.high
    if hedge:
        return amount.low * (1 - LOOSE), amount.high * (1 + LOOSE)
    return amount.low, amount.high
