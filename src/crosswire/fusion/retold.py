"""Sentences that two reports tell nearly word for word, and the words in which they differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import combinations

from crosswire.fusion.drift import zone
from crosswire.records import Reading, Record, Span
from crosswire.words import Word, contained, content, jaccard, words

ALIKE = 0.5  # share of the words of two sentences that they have in common if one retells the other
WHOLE = 0.85  # share of a shorter sentence that a longer one holds if it tells the same in more detail
FEW = 4  # words; a shorter sentence stands in a longer one by chance
COMMON = 40  # sentences of a report; a stem in more of them finds none
NEAREST = 5  # sentences with most stems in common that are looked at
LONGEST = 1500  # code points of a sentence; a longer one is no prose
PROSE = {"title", "body", "summary"}


class Change(Record, frozen=True):
    """Words of one sentence that stand in place of words of the other; an empty side for words left out."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]


class Retold(Record, frozen=True):
    """A sentence of one report, the sentence of another that tells the same, and where the two differ."""

    one: Reading
    here: Span
    other: Reading
    there: Span
    changes: tuple[Change, ...]


def retold(readings: Sequence[Reading]) -> Iterator[Retold]:
    """Every sentence with the one of another report that is most like it, if neither has one more like it."""
    lines = [[(s, content(r.article.text, s.start, s.stop)) for s in prose(r)] for r in readings]
    for left, right in combinations(range(len(readings)), 2):
        mine, theirs = lines[left], lines[right]
        forth, back = nearest(mine, theirs), nearest(theirs, mine)
        for at, there in forth.items():
            if back.get(there) == at:
                yield held(readings[left], mine[at][0], readings[right], theirs[there][0])


def prose(reading: Reading) -> Iterator[Span]:
    return (s for s in reading.sentences if s.stop - s.start <= LONGEST and zone(reading.article, s) in PROSE)


def nearest(
    mine: Sequence[tuple[Span, frozenset[str]]], theirs: Sequence[tuple[Span, frozenset[str]]]
) -> Mapping[int, int]:
    """For each sentence the one most like it, where one is like enough: found by the stems that are not everywhere."""
    holding: dict[str, list[int]] = defaultdict(list)
    for at, (_, stems) in enumerate(theirs):
        for stem in stems:
            holding[stem].append(at)
    found = {}
    for at, (_, stems) in enumerate(mine):
        shared = Counter(
            there for stem in stems if len(holding.get(stem, ())) <= COMMON for there in holding.get(stem, ())
        )
        near = nsmallest(NEAREST, shared, key=lambda there: (-shared[there], there))
        best = max(near, key=lambda there: (jaccard(stems, theirs[there][1]), -there), default=None)
        if best is not None and tells(stems, theirs[best][1]):
            found[at] = best
    return found


def tells(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences tell the same, or one all that the other tells and more."""
    shorter, longer = sorted((one, other), key=len)
    return jaccard(one, other) >= ALIKE or (len(shorter) >= FEW and contained(shorter, longer) >= WHOLE)


def held(one: Reading, here: Span, other: Reading, there: Span) -> Retold:
    """Two sentences with the runs of words that differ; words that only moved are no change."""
    left, right = (words(r.article.text, s.start, s.stop) for r, s in ((one, here), (other, there)))
    mine, theirs = (Counter(word.text for word in line) for line in (left, right))
    matcher = SequenceMatcher(None, [w.text for w in left], [w.text for w in right], autojunk=False)
    runs = ((left[a:b], right[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")
    fresh = (Change(only(before, theirs), only(after, mine)) for before, after in runs)
    return Retold(one, here, other, there, tuple(change for change in fresh if change.before or change.after))


def only(run: Sequence[Word], elsewhere: Mapping[str, int]) -> tuple[Word, ...]:
    """The words of a run if any of them stands nowhere in the other sentence."""
    return tuple(run) if any(word.text not in elsewhere for word in run) else ()


def span(reading: Reading, run: Sequence[Word]) -> Span:
    """Where a run of words stands."""
    return Span(reading.article.id, run[0].start, run[-1].stop)


def holds(run: Sequence[Word], place: Span) -> bool:
    """Whether any word of a run stands in a place."""
    return any(place.start <= word.start < place.stop for word in run)


def ends(pair: Retold, change: Change) -> tuple[Span, Span]:
    """The words that differ; the whole sentence for those left out."""
    before = span(pair.one, change.before) if change.before else pair.here
    return before, span(pair.other, change.after) if change.after else pair.there


def sides(pair: Retold) -> tuple[tuple[Reading, Span, Reading, Span], ...]:
    """Each sentence with its reading, held against the other."""
    return (pair.one, pair.here, pair.other, pair.there), (pair.other, pair.there, pair.one, pair.here)


def against(pair: Retold, one: Span, other: Span) -> str:
    return f"“{pair.one.article.excerpt(one)}” in one report, “{pair.other.article.excerpt(other)}” in the other"
