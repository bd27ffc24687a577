"""Which events and which statements of several readings are the same: pairs are weighed, the best are joined."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from crosswire.fusion.speakers import same_speaker
from crosswire.records import Actor, Cited, Event, Interval, Reading, Record, Span, Statement
from crosswire.words import STOP, contained, content, jaccard, plain, words

SAME = 3.5  # the weight from which on two mentions are one event: type, both sides of the dyad and words in common
SISTERS = (
    {"THREATEN", "REQUEST", "ACCUSE", "REJECT"},
    {"COOPERATE", "AID", "MOBILIZE"},
    {"SUPPORT", "AGREE"},
    {"COERCE", "SANCTION"},
    {"COERCE", "ASSAULT"},
)
MUTUAL = {"CONSULT", "COOPERATE", "AGREE"}  # who is actor and who recipient depends on the writer
MARKED = re.compile(r"[“‘\"]([^“”\"‘\n]{1,2000}?)[”’\"](?!\w)")
APART = 3  # days; the dates of one event as two reports give them seldom differ by more
VIEW = 0.5  # share of a statement's words that another one must hold to say the same
FEW = 3  # words of meaning; a shorter quotation is known again only whole
ECHO = 6  # words; a quotation as long is known again whoever is said to have spoken it


class Told(Record, frozen=True):
    """An event or statement with the reading it stands in, and what is compared of it."""

    reading: Reading
    what: Event | Statement
    spans: tuple[Span, ...]
    stems: frozenset[str]  # what its words mean
    meaning: frozenset[str]  # the same without the names of actors
    quotes: tuple[Quoted, ...]  # the words it gives as somebody's own


class Quoted(Record, frozen=True):
    """Words inside quotation marks, and where they stand."""

    span: Span
    words: tuple[str, ...]


def tellings(reading: Reading, everything: Iterable[Event | Statement]) -> Iterator[Told]:
    """What is compared of the events or statements of a reading."""
    named = names(reading)
    for what in everything:
        spans = (what.clause,) if isinstance(what, Event) else what.content
        stems = frozenset(stem for s in spans for stem in content(reading.article.text, s.start, s.stop))
        quotes = tuple(quotations(reading, what)) if isinstance(what, Statement) else ()
        yield Told(reading, what, spans, stems, stems - named, quotes)


def names(reading: Reading) -> frozenset[str]:
    """Stems of the words that name the report's actors."""
    spans = (m.span for m in reading.mentions if m.kind in {"name", "title", "demonym"})
    return frozenset(stem for s in spans for stem in content(reading.article.text, s.start, s.stop))


def quotations(reading: Reading, statement: Statement) -> Iterator[Quoted]:
    """The quoted words of a statement; what is the whole content of another statement is left to that one."""
    text = reading.article.text
    whole = [
        s for other in reading.statements if other.kind == "direct" and other.id != statement.id for s in other.content
    ]
    for span in statement.content if statement.kind != "indirect" else ():
        inner = [Span(span.article, m.start(1), m.end(1)) for m in MARKED.finditer(text, span.start, span.stop)]
        for each in inner or ([span] if statement.kind == "direct" else []):
            said = tuple(word.text for word in words(text, each.start, each.stop))
            if said and not any(
                (each.start <= s.start and s.stop <= each.stop) or (s.start <= each.start and each.stop <= s.stop)
                for s in whole
            ):
                yield Quoted(each, said)


def align(
    everything: Sequence[Told], weight: Callable[[Told, Told], float | None], least: float
) -> tuple[tuple[Told, ...], ...]:
    """Groups of what is the same, every pair within a group compatible; `weight` is None for a pair that never is.

    The best pairs are joined first, so that the order of the readings changes nothing.
    """
    pairs = []
    never = set()
    for left, right in combinations(range(len(everything)), 2):
        weighed = weight(everything[left], everything[right])
        if weighed is None:
            never.add((left, right))
        elif weighed >= least:
            pairs.append((-weighed, everything[left].what.id, everything[right].what.id, left, right))
    groups = [{index} for index in range(len(everything))]
    for *_, left, right in sorted(pairs):
        one, other = (next(g for g in groups if index in g) for index in (left, right))
        if one is not other and not any((min(a, b), max(a, b)) in never for a in one for b in other):
            one |= other
            groups.remove(other)
    return tuple(tuple(everything[index] for index in sorted(group)) for group in groups)


def same_event(one: Told, other: Told) -> float | None:
    """How likely two events are one, by the agreement of their arguments and words; None if something rules it out."""
    left, right = one.what, other.what
    assert isinstance(left, Event)
    assert isinstance(right, Event)
    total = 0.0
    for feature in (by_type, by_sides, by_words, by_place, by_time, by_status):
        weight = feature(one, other, left, right)
        if weight is None:
            return None
        total += weight
    return total


def by_type(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """The same type; a sister type only where the same words were coded."""
    if left.type.value == right.type.value:
        return 1.0
    sisters = any({left.type.value, right.type.value} <= group for group in SISTERS)
    return 0.0 if sisters and triggers(one, left) & triggers(other, right) else None


def by_sides(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """Who acts and on whom: disjoint sides rule it out, shared ones speak for it."""
    if left.type.value in MUTUAL and right.type.value in MUTUAL:
        mine, theirs = codes(left.actors + left.recipients), codes(right.actors + right.recipients)
        shared = mine & theirs
        if len(mine) > 1 and len(theirs) > 1 and len(shared) < 2:
            return None
        return 2.0 * len(shared) / min(len(mine), len(theirs)) if shared else None
    total = 0.0
    for mine, theirs in ((codes(left.actors), codes(right.actors)), (codes(left.recipients), codes(right.recipients))):
        if mine and theirs and not mine & theirs:
            return None
        total += (
            len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.4 * (not mine and not theirs)
        )
    return total


def by_words(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """The deciding word and the words around it."""
    return 1.0 * bool(triggers(one, left) & triggers(other, right)) + 3.0 * jaccard(one.meaning, other.meaning)


def by_place(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """The same place; another town of the country speaks a little against it, another country more."""
    if left.place is None or right.place is None:
        return 0.0
    mine, theirs = left.place.value, right.place.value
    if mine.name == theirs.name:
        return 0.5
    if mine.country and theirs.country and mine.country != theirs.country:
        return -1.5
    return -0.3 if "country" not in {mine.precision, theirs.precision} else 0.2


def by_time(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """The same days; days far apart rule it out."""
    if left.time is None or right.time is None:
        return 0.0
    gap = days_between(left.time.value, right.time.value)
    return 0.5 if gap == 0 else -1.0 if gap <= APART else None


def by_status(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """What happened is not what is only planned or threatened."""
    kinds = {left.status.value, right.status.value}
    return -1.0 if len(kinds) == 2 and kinds & {"planned", "threatened", "hypothetical", "demanded", "denied"} else 0.0


def days_between(one: Interval, other: Interval) -> int:
    """0 for intervals that share a day."""
    return max(0, (one.start - other.stop).days, (other.start - one.stop).days)


def triggers(teller: Told, event: Event) -> frozenset[str]:
    """Stems of the words that the type rests on, and of the entry that decided it: thanks are thanks in any words."""
    said = (stem for s in event.type.spans for stem in content(teller.reading.article.text, s.start, s.stop))
    return frozenset(said) | content(event.rule.partition(":")[2])


def codes(sides: Iterable[Cited[Actor]]) -> frozenset[str]:
    """What actors are compared by: the country, or the name where no country is known."""
    return frozenset(side.value.country or plain(side.value.name) for side in sides)


def same_statement(one: Told, other: Told) -> float | None:
    """How much two statements say the same: by the words quoted, or by the view and who holds it."""
    left, right = one.what, other.what
    assert isinstance(left, Statement)
    assert isinstance(right, Statement)
    alike = same_speaker(left, right)
    if pair := best_echo(one, other):
        mine, theirs = pair
        echo = echoed(mine.words, theirs.words)
        return echo if alike or (echo == 1.0 and min(len(mine.words), len(theirs.words)) >= ECHO) else None
    if not alike or len(one.stems & other.stems) < 3:
        return None if left.sources and right.sources and not alike else 0.0
    return min(contained(one.stems, other.stems), contained(other.stems, one.stems))


def best_echo(one: Told, other: Told) -> tuple[Quoted, Quoted] | None:
    """The two quotations of two statements that are most nearly the same words, if any are."""
    pairs = [(echoed(a.words, b.words), len(a.words) + len(b.words), a, b) for a in one.quotes for b in other.quotes]
    best = max(pairs, key=lambda pair: pair[:2], default=None)
    return best[2:] if best and best[0] else None


def echoed(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How much of the shorter quotation stands in the longer: 1.0 for all of it; 0 below three quarters.

    Counted in words of meaning, so that "a number of" alone is no echo.
    """
    shorter, longer = sorted((one, other), key=len)
    if "".join(one) == "".join(other):
        return 1.0
    blocks = SequenceMatcher(None, longer, shorter, autojunk=False).get_matching_blocks()
    common = [word for block in blocks for word in shorter[block.b : block.b + block.size] if word not in STOP]
    weight = sum(word not in STOP for word in shorter)
    if weight < FEW:
        return float(len(shorter) > 1 and any(block.size == len(shorter) for block in blocks))
    share = len(common) / weight
    return share if share >= 0.75 else 0.0
