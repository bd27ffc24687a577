"""What is not the same in a sentence that two reports tell nearly word for word: a fact, a speaker, or how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.fusion.drift import EXACT, Found, drift, elsewhere
from crosswire.fusion.events import days_between
from crosswire.fusion.numbers import excluded
from crosswire.fusion.retold import Change, Retold, span
from crosswire.fusion.speakers import share_a_name
from crosswire.fusion.tellings import MARKED
from crosswire.fusion.wording import OPEN as LEFT_OUT
from crosswire.knowledge.cues import strength
from crosswire.records import Actor, Cited, Drift, Mention, Place, Reading, Span, Statement, Time
from crosswire.words import STOP, Word, stem

DENIED = {"not", "never", "cannot", "neither", "nor", "no"}
OPEN = {"may", "might", "could"}
UNSURE = {"allegedly", "reportedly", "possibly", "probably", "likely", "perhaps", "apparently", "purportedly", "maybe"}
VERBS = {"is", "are", "was", "were", "be", "been", "will", "would", "has", "have", "had", "do", "does", "did", "can"}
PLAIN = {"said", "asserted", "announced", "reported"}
COMMITTED = {"admitted", "claimed", "denied"}
NAMED = {"name", "title"}
YEAR = re.compile(r"(?:19|20)\d\d")


def slips(pair: Retold) -> Iterator[Drift]:
    """Every difference that a rule finds between two tellings of one sentence."""
    for change in pair.changes:
        for field, rule in RULES:
            for kind, before, after, detail in rule(pair, change):
                yield drift(kind, None, field, before, after, detail)
    for kind, before, after, detail in unsaid(pair):
        yield drift(kind, None, "source", before, after, detail)


def other_number(pair: Retold, change: Change) -> Iterator[Found]:
    """ "12 people" in one, "15 people" in the other."""
    mine, theirs = (
        [a for a in reading.amounts if holds(run, a.span)]
        for reading, run in ((pair.one, change.before), (pair.other, change.after))
    )
    if len(mine) == len(theirs) == 1 and stem(mine[0].unit) == stem(theirs[0].unit) and excluded(mine[0], theirs[0]):
        yield "contradiction", mine[0].span, theirs[0].span, against(pair, mine[0].span, theirs[0].span)
    elif bare(change.before) and bare(change.after) and not (mine and theirs):
        yield "contradiction", *ends(pair, change), against(pair, *ends(pair, change))


def bare(run: Sequence[Word]) -> bool:
    """A number in figures and nothing else; a year is a time."""
    return len(run) == 1 and run[0].text[0].isdigit() and not YEAR.fullmatch(run[0].text)


def other_place(pair: Retold, change: Change) -> Iterator[Found]:
    """Another town, region or country in the same words."""
    mine, theirs = places(pair.one, change.before), places(pair.other, change.after)
    if len(mine) == len(theirs) == 1 and apart(mine[0].value, theirs[0].value):
        one, other = mine[0].spans[0], theirs[0].spans[0]
        yield "contradiction", one, other, f"{mine[0].value.name} in one report, {theirs[0].value.name} in the other"


def other_day(pair: Retold, change: Change) -> Iterator[Found]:
    """Another day, month or year in the same words."""
    mine, theirs = times(pair.one, change.before), times(pair.other, change.after)
    if len(mine) == len(theirs) == 1 and mine[0].interval and theirs[0].interval:
        if days_between(mine[0].interval, theirs[0].interval):
            yield "contradiction", mine[0].span, theirs[0].span, against(pair, mine[0].span, theirs[0].span)


def turned(pair: Retold, change: Change) -> Iterator[Found]:
    """A "not" that stands in one telling alone, among small words."""
    before, after = (sum(denies(word) for word in run) % 2 for run in (change.before, change.after))
    if before != after and all(word.text in STOP or denies(word) for word in (*change.before, *change.after)):
        yield "contradiction", *ends(pair, change), "one report denies what the other states"


def other_speaker(pair: Retold, change: Change) -> Iterator[Found]:
    """Another person or state who says the same words."""
    for one, other, detail in other_names(pair, change):
        if is_source(pair.one, one) or is_source(pair.other, other):
            yield "speaker changed", one, other, detail


def other_actor(pair: Retold, change: Change) -> Iterator[Found]:
    """Another person or state who acts in the same words."""
    for one, other, detail in other_names(pair, change):
        if not is_source(pair.one, one) and not is_source(pair.other, other):
            yield "contradiction", one, other, detail


def other_names(pair: Retold, change: Change) -> Iterator[tuple[Span, Span, str]]:
    """Two names without a word in common that stand in one place of a sentence, for people and not for places."""
    if places(pair.one, change.before) or places(pair.other, change.after):
        return
    for one, left in named(pair.one, change.before)[:1]:
        for other, right in named(pair.other, change.after)[:1]:
            if left.kind == right.kind and left.kind in {"person", "country"} and not share_a_name(left, right):
                yield one.span, other.span, f"{left.name} in one report, {right.name} in the other"


def other_cue(pair: Retold, change: Change) -> Iterator[Found]:
    """What one says in one report, he admits, claims or denies in the other."""
    for one in cues(pair.one, change.before):
        for other in cues(pair.other, change.after):
            left, right = strength(one.value), strength(other.value)
            if left != right and {left, right} & COMMITTED:
                yield "cue changed", one.spans[0], other.spans[0], against(pair, one.spans[0], other.spans[0])


def surer(pair: Retold, change: Change) -> Iterator[Found]:
    """A "may" or "allegedly" that only one report has."""
    for reading, run, rest in ((pair.one, change.before, change.after), (pair.other, change.after, change.before)):
        open_words = [w for w in run if w.text in OPEN | UNSURE]
        small = all(w.text in VERBS | OPEN | UNSURE for w in (*run, *rest))
        if open_words and small and not any(w.text in OPEN | UNSURE for w in rest):
            other, there = (pair.other, pair.there) if reading is pair.one else (pair.one, pair.here)
            lacking = span(other, rest) if rest else there
            yield "hedge dropped", span(reading, open_words), lacking, "the other report states it outright"


def other_quote(pair: Retold, change: Change) -> Iterator[Found]:
    """Words inside quotation marks that are others in the other telling, or stand there without marks."""
    if any(mark in r.article.excerpt(s) for r, s in ((pair.one, pair.here), (pair.other, pair.there)) for mark in LEFT_OUT):
        return
    mine, theirs = marks(pair.one, pair.here, change.before), marks(pair.other, pair.there, change.after)
    if mine and theirs and change.before and change.after:
        yield "quote altered", mine, theirs, "the quotation marks hold other words"


def marks(reading: Reading, sentence: Span, run: Sequence[Word]) -> Span | None:
    """The quotation that holds the whole of a run of words."""
    quotes = MARKED.finditer(reading.article.text, sentence.start, sentence.stop) if run else ()
    held = (q for q in quotes if q.start(1) <= run[0].start and run[-1].stop <= q.end(1))
    return next((Span(reading.article.id, q.start(1), q.end(1)) for q in held), None)


def unsaid(pair: Retold) -> Iterator[Found]:
    """What somebody says in one report, and nobody in the other."""
    for full, here, bare, there, runs in (
        (pair.one, pair.here, pair.other, pair.there, [c.before for c in pair.changes]),
        (pair.other, pair.there, pair.one, pair.here, [c.after for c in pair.changes]),
    ):
        told = sum(s.stop - s.start for said in bare.statements for s in said.content if overlap(s, there))
        for said in full.statements:
            cue = said.cue.spans[0] if said.cue else None
            much = sum(s.stop - s.start for s in said.content if overlap(s, here))
            dropped = cue and overlap(cue, here) and any(holds(run, cue) for run in runs)
            if dropped and said.sources and told < much / 2:
                yield "attribution dropped", said.sources[0].spans[0], there, "the other report does not say who says it"


RULES = (
    ("amount", other_number),
    ("place", other_place),
    ("time", other_day),
    ("status", turned),
    ("speaker", other_speaker),
    ("actors", other_actor),
    ("cue", other_cue),
    ("status", surer),
    ("words", other_quote),
)


def ends(pair: Retold, change: Change) -> tuple[Span, Span]:
    """The words that differ; the whole sentence for those left out."""
    before = span(pair.one, change.before) if change.before else pair.here
    return before, span(pair.other, change.after) if change.after else pair.there


def denies(word: Word) -> bool:
    return word.text in DENIED or word.text.endswith("n't")


def places(reading: Reading, run: Sequence[Word]) -> list[Cited[Place]]:
    return [p for p in reading.places if p.value.use == "place" and holds(run, p.spans[0])]


def apart(one: Place, other: Place) -> bool:
    """Two places neither of which holds the other: "Paris" and "France" are not apart."""
    if not elsewhere(one, other) or one.name in {other.within} or other.name in {one.within}:
        return False
    return (one.precision == other.precision) or (one.precision in EXACT and other.precision in EXACT)


def times(reading: Reading, run: Sequence[Word]) -> list[Time]:
    return [t for t in reading.times if t.type in {"DATE", "TIME"} and holds(run, t.span)]


def named(reading: Reading, run: Sequence[Word]) -> list[tuple[Mention, Actor]]:
    return [(m, reading.actors[m.chain]) for m in reading.mentions if m.kind in NAMED and holds(run, m.span)]


def is_source(reading: Reading, place: Span) -> bool:
    return any(overlap(place, s) for said in reading.statements for source in said.sources for s in source.spans)


def cues(reading: Reading, run: Sequence[Word]) -> list[Cited[str]]:
    return [said.cue for said in reading.statements if said.cue and holds(run, said.cue.spans[0])]


def holds(run: Sequence[Word], place: Span) -> bool:
    """Whether any word of a run stands in a place."""
    return any(place.start <= word.start < place.stop for word in run)


def overlap(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.stop and other.start < one.stop


def against(pair: Retold, one: Span, other: Span) -> str:
    return f"“{pair.one.article.excerpt(one)}” in one report, “{pair.other.article.excerpt(other)}” in the other"
