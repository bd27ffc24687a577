"""Sentences that two reports tell nearly word for word, and the words in which they differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from difflib import SequenceMatcher
from typing import NamedTuple

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


class Line(NamedTuple):
    """A sentence of prose: the report it stands in, by number, and the stems of what it says."""

    report: int
    span: Span
    stems: frozenset[str]


def retold(readings: Sequence[Reading]) -> Iterator[Retold]:
    """Every sentence with the one of another report that is most like it, if neither has one more like it."""
    lines = [
        Line(number, span, content(reading.article.text, span.start, span.stop))
        for number, reading in enumerate(readings)
        for span in (prose(reading) if len(readings) > 1 else ())
    ]
    for here, there in mutual(nearest(lines), lines):
        one, other = lines[here], lines[there]
        yield held(readings[one.report], one.span, readings[other.report], other.span)


def prose(reading: Reading) -> Iterator[Span]:
    return (s for s in reading.sentences if s.stop - s.start <= LONGEST and zone(reading.article, s) in PROSE)


def mutual(near: Mapping[tuple[int, int], int], lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The lines that are each other's nearest, report by report."""
    pairs = (
        (here, there)
        for (here, report), there in near.items()
        if here < there and near.get((there, lines[here].report)) == here
    )
    return sorted(pairs, key=lambda pair: (lines[pair[0]].report, lines[pair[1]].report, pair))


def nearest(lines: Sequence[Line]) -> Mapping[tuple[int, int], int]:
    """For a line and another report the line there that is most like it, where one is like enough.

    They are found by the stems that are not everywhere in that report.
    """
    everywhere = common(lines)
    every = frozenset().union(*everywhere.values())
    by_stems: dict[frozenset[str], list[int]] = defaultdict(list)
    by_report: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        by_stems[line.stems].append(at)
        by_report[line.report].append(at)
    found: dict[tuple[int, int], int] = {}
    for stems, others in again(tuple(by_stems)).items():
        least = max(1, min(FEW, (len(stems) + 1) // 2) - len(stems & every))
        for report in {lines[there].report for other in others for there in by_stems[other]}:
            telling = stems - everywhere.get(report, frozenset())
            shared = ((-len(telling & lines[there].stems), there) for there in by_report[report])
            near = sorted(each for each in shared if each[0])[:NEAREST]
            best = max((there for _, there in near), key=lambda t: (jaccard(stems, lines[t].stems), -t), default=None)
            if best is not None and -near[0][0] >= least and tells(stems, lines[best].stems):
                found.update(((at, report), best) for at in by_stems[stems] if lines[at].report != report)
    return found


def again(sentences: Sequence[frozenset[str]]) -> Mapping[frozenset[str], Set[frozenset[str]]]:
    """For each sentence, as its stems, those that tell the same, itself among them.

    Of two such sentences one holds half of the other's stems at least, so also one of any more than half of them: the
    rarest find few.
    """
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    for stems in sentences:
        for stem in stems:
            holding[stem].append(stems)
    found: dict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
    for stems in sentences:
        rarest = sorted(stems, key=lambda stem: len(holding[stem]))[: len(stems) // 2 + 1]
        for other in {other for stem in rarest for other in holding[stem] if len(other) >= len(stems)}:
            if tells(stems, other):
                found[stems].add(other)
                found[other].add(stems)
    return found


def common(lines: Sequence[Line]) -> Mapping[int, frozenset[str]]:
    """The stems that are everywhere in a report, of those reports that have any."""
    sizes = Counter(line.report for line in lines)
    counts = Counter((line.report, stem) for line in lines if sizes[line.report] > COMMON for stem in line.stems)
    found: dict[int, set[str]] = defaultdict(set)
    for (report, stem), count in counts.items():
        if count > COMMON:
            found[report].add(stem)
    return {report: frozenset(stems) for report, stems in found.items()}


def tells(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences tell the same, or one all that the other tells and more."""
    shorter, longer = sorted((one, other), key=len)
    return jaccard(one, other) >= ALIKE or (len(shorter) >= FEW and contained(shorter, longer) >= WHOLE)


def held(one: Reading, here: Span, other: Reading, there: Span) -> Retold:
    """Two sentences with the runs of words that differ; words that only moved are no change."""
    left, right = (words(r.article.text, s.start, s.stop) for r, s in ((one, here), (other, there)))
    said, again_said = [w.text for w in left], [w.text for w in right]
    if said == again_said:
        return Retold(one, here, other, there, ())
    mine, theirs = Counter(said), Counter(again_said)
    matcher = SequenceMatcher(None, said, again_said, autojunk=False)
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
