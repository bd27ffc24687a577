"""What is compared of an event or a statement: its words, their meaning, and what it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from crosswire.records import Event, Reading, Record, Span, Statement
from crosswire.words import STOP, content, words

MARKS = ("“", "‘", '"', "'")
MARKED = re.compile(r"[“‘\"]([^“”\"‘\n]{1,2000}?)[”’\"](?!\w)")
FEW = 3  # words of meaning; a shorter quotation is known again only whole
ECHOED = 0.75  # share of a quotation's words of meaning that must stand in the other


class Told(Record, frozen=True):
    """An event or statement with the reading it stands in, and what is compared of it."""

    reading: Reading
    what: Event | Statement
    spans: tuple[Span, ...]
    stems: frozenset[str]  # what its words mean
    meaning: frozenset[str]  # the same without the names of actors
    deciding: frozenset[str]  # stems of what an event's type rests on
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
        deciding = triggers(reading, what) if isinstance(what, Event) else frozenset()
        quotes = tuple(quotations(reading, what)) if isinstance(what, Statement) else ()
        yield Told(reading, what, spans, stems, stems - named, deciding, quotes)


def triggers(reading: Reading, event: Event) -> frozenset[str]:
    """Stems of the words that the type rests on, and of the entry that decided it: thanks are thanks in any words."""
    said = (stem for s in event.type.spans for stem in content(reading.article.text, s.start, s.stop))
    return frozenset(said) | content(event.rule.partition(":")[2])


def names(reading: Reading) -> frozenset[str]:
    """Stems of the words that name the report's actors."""
    spans = (m.span for m in reading.mentions if m.kind in {"name", "title", "demonym"})
    return frozenset(stem for s in spans for stem in content(reading.article.text, s.start, s.stop))


def quotations(reading: Reading, statement: Statement) -> Iterator[Quoted]:
    """The quoted words of a statement; what is the whole content of another statement is left to that one."""
    text = reading.article.text
    direct = (other for other in reading.statements if other.kind == "direct" and other.id != statement.id)
    whole = [s for other in direct for s in other.content if text[s.start - 1 : s.start] in MARKS]
    for span in statement.content if statement.kind != "indirect" else ():
        inner = [Span(span.article, m.start(1), m.end(1)) for m in MARKED.finditer(text, span.start, span.stop)]
        for each in inner or ([span] if statement.kind == "direct" else []):
            said = tuple(word.text for word in words(text, each.start, each.stop))
            if said and not any(
                (each.start <= s.start and s.stop <= each.stop) or (s.start <= each.start and each.stop <= s.stop)
                for s in whole
            ):
                yield Quoted(each, said)


def best_echo(one: Told, other: Told) -> tuple[Quoted, Quoted] | None:
    """The two quotations of two statements that are most nearly the same words, if any are."""
    pairs = [(echoed(a.words, b.words), len(a.words) + len(b.words), a, b) for a in one.quotes for b in other.quotes]
    best = max(pairs, key=lambda pair: pair[:2], default=None)
    return best[2:] if best and best[0] else None


@lru_cache(maxsize=4096)
def joined(words: tuple[str, ...]) -> str:
    return "".join(words)


@lru_cache(maxsize=4096)
def meant(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of meaning among some words."""
    return tuple(word for word in words if word not in STOP)


def echoed(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How much of the shorter quotation stands in the longer: 1.0 for all of it; 0 below three quarters.

    Counted in words of meaning, so that "a number of" alone is no echo.
    """
    if joined(one) == joined(other):
        return 1.0
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    said = meant(shorter)
    weight = len(said)
    if said and sum(map(frozenset(longer).__contains__, said)) < ECHOED * weight:
        return 0.0  # in whatever order
    blocks = SequenceMatcher(None, longer, shorter, autojunk=False).get_matching_blocks()
    common = [word for block in blocks for word in shorter[block.b : block.b + block.size] if word not in STOP]
    if weight < FEW:
        return float(len(shorter) > 1 and any(block.size == len(shorter) for block in blocks))
    share = len(common) / weight
    return share if share >= ECHOED else 0.0
