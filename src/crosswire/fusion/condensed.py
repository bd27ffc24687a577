"""A short report that sums up a long one, and what in it the long one does not bear out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations, takewhile
from math import fsum
from typing import NamedTuple

from crosswire.fusion.drift import drift, zone
from crosswire.fusion.facts import denies, value
from crosswire.fusion.retold import prose
from crosswire.knowledge.opposites import alike, opposed
from crosswire.knowledge.rarity import rarity
from crosswire.records import Drift, Reading, Span
from crosswire.words import Word, carries, content, words

SHORTER = 0.5  # share of a report's words that one which sums it up may have
HELD = 0.5  # share of a sentence's words, by rarity, that the sentences it sums up must hold
SOURCES = 3  # sentences that one may sum up
BESIDE = 2  # words after a number that tell what it counts
TELLING = 1.5  # rarity of a word that means something by itself: "give" and "get" do not
EXCEPTING = {"except", "without", "despite"}


class Condensed(NamedTuple):
    """A sentence and those of another report that it sums up."""

    short: Reading
    here: Span
    long: Reading
    there: tuple[Span, ...]


def condensed(readings: Sequence[Reading]) -> Iterator[Condensed]:
    """The sentences of each report that does nothing but sum up another one, at least twice as long."""
    for short, long in permutations(readings, 2):
        if len(words(short.article.text)) <= SHORTER * len(words(long.article.text)):
            sentences = list(prose(short))
            pairs = [each for each in takewhile(bool, (summed_up(short, s, long) for s in sentences)) if each]
            yield from pairs if len(pairs) == len(sentences) else ()


def summed_up(short: Reading, here: Span, long: Reading) -> Condensed | None:
    """A sentence with the sentences that hold most of it, if they hold enough."""
    stems = content(short.article.text, here.start, here.stop)
    lines = [(s, content(long.article.text, s.start, s.stop)) for s in prose(long)]
    left, there = stems, set[Span]()
    for _ in range(SOURCES if lines else 0):
        best, held = max(lines, key=lambda line: (weight(left & line[1]), -line[0].start))
        there |= {best} if left & held else set()
        left -= held
    enough = weight(stems - left) >= HELD * weight(stems)
    return Condensed(short, here, long, tuple(sorted(there))) if there and enough else None


def weight(stems: frozenset[str]) -> float:
    return fsum(map(rarity, stems))


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


def other_name(pair: Condensed) -> Iterator[Word]:
    """A name that stands nowhere in the long report, neither in full nor by its first letters."""
    text, letters = pair.short.article.text, initials_of(pair.long)
    inside = (w for w in fresh(pair) if zone(pair.short.article, pair.here) != "title" and amid(text, w))
    return (w for w in inside if text[w.start].isupper() and w.text.upper() not in letters)


def amid(text: str, word: Word) -> bool:
    """Whether a word follows another one, so that a capital is its own."""
    return word.start > 1 and text[word.start - 1] == " " and text[word.start - 2].isalnum()


def initials_of(reading: Reading) -> str:
    """The first letters of a report's words, a blank for a small one: "the Northern Quay Union said" is " NQU "."""
    text = reading.article.text
    return "".join(text[w.start] if text[w.start].isupper() else " " for w in words(text))


def opposite(pair: Condensed) -> Iterator[Word]:
    """A word whose opposite stands in the sentences summed up, where no word of its own meaning does."""
    text, mine = pair.long.article.text, {w.stem for w in said(pair)}
    lines = frozenset[str]().union(*(content(text, s.start, s.stop) for s in pair.there))
    theirs = {stem for stem in lines - mine if rarity(stem) >= TELLING}
    for word in fresh(pair):
        if rarity(word.stem) >= TELLING and not any(alike(word.stem, other) for other in lines):
            yield from (word for _ in takewhile(bool, [any(opposed(word.stem, other) for other in theirs)]))


def denial(pair: Condensed) -> Iterator[Word]:
    """A "not" or "without" where none of the sentences summed up has one."""
    text = pair.long.article.text
    if not any(undoes(w) for s in pair.there for w in words(text, s.start, s.stop)):
        yield from (w for w in said(pair) if undoes(w))


def said(pair: Condensed) -> tuple[Word, ...]:
    return words(pair.short.article.text, pair.here.start, pair.here.stop)


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
    ("unsupported", None, other_name, "the long report, which this one sums up, names no “{}”"),
    ("contradiction", "status", opposite, "the long report says the opposite of “{}”"),
    ("contradiction", "status", denial, "one report denies what the other states"),
)
