"""What differs in a sentence that two reports tell nearly word for word: a fact, a speaker, or how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.fusion.drift import Found, drift
from crosswire.fusion.facts import other_day, other_number, other_place, places, turned
from crosswire.fusion.once import overlap
from crosswire.fusion.requoted import other_quote, other_quotes
from crosswire.fusion.retold import Change, Retold, against, holds, sides, span
from crosswire.fusion.speakers import share_a_name
from crosswire.knowledge.cues import strength
from crosswire.knowledge.given import given_names
from crosswire.records import Actor, Cited, Drift, Reading, Span, Statement
from crosswire.words import Word, words

OPEN = {"may", "might", "could"}
UNSURE = {"allegedly", "reportedly", "possibly", "probably", "likely", "perhaps", "apparently", "purportedly", "maybe"}
LOOSELY = {"about", "approximately", "roughly", "nearly", "around"}
VERBS = {"is", "are", "was", "were", "be", "been", "will", "would", "has", "have", "had", "do", "does", "did", "can"}
COMMITTED = {"admitted", "claimed", "denied"}
NAMED = {"name", "title"}


def slips(pair: Retold) -> Iterator[Drift]:
    """Every difference that a rule finds between two tellings of one sentence."""
    for change in pair.changes:
        for field, rule in RULES:
            for kind, before, after, detail in rule(pair, change):
                yield drift(kind, None, field, before, after, detail)
    for kind, before, after, detail in other_quotes(pair):
        yield drift(kind, None, "words", before, after, detail)


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
            if not share_a_name(left, right) and (
                (is_person(left) and is_person(right)) or left.kind == right.kind == "country"
            ):
                yield one, other, f"{left.name} in one report, {right.name} in the other"


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
        open_words = [w for w in run if leaves_open(reading, w)]
        small = all(w.text in VERBS or w in open_words for w in (*run, *rest))
        if open_words and small:
            other, there = (pair.other, pair.there) if reading is pair.one else (pair.one, pair.here)
            lacking = span(other, rest) if rest else there
            yield "hedge dropped", span(reading, open_words), lacking, "the other report states it outright"


def leaves_open(reading: Reading, word: Word) -> bool:
    """A "may", a "reportedly", or an "about" before a number."""
    loosely = word.text in LOOSELY and reading.article.text[word.stop : word.stop + 3].strip(" $€£")[:1].isdigit()
    return loosely or word.text in OPEN | UNSURE


def unsaid(pair: Retold, change: Change) -> Iterator[Found]:
    """What somebody says in one report, and nobody in the other, which only leaves out who says it."""
    if change.before and change.after:
        return
    run = change.before or change.after
    full, here, bare, there = sides(pair)[0 if change.before else 1]
    told = [s for s in bare.statements if s.cue is None or not kept(bare, s.cue.spans[0], full, here)]
    for said in full.statements:
        if (
            said.cue
            and said.sources
            and holds(run, said.cue.spans[0])
            and holds(run, said.sources[0].spans[0])
            and not kept(full, said.cue.spans[0], bare, there)
            and length(said, span(full, run)) < length(said, here) / 2
            and sum(length(s, there) for s in told) < length(said, here) / 2
        ):
            yield "attribution dropped", said.sources[0].spans[0], there, "the other report does not say who says it"


def kept(reading: Reading, cue: Span, other: Reading, sentence: Span) -> bool:
    """Whether the words of a cue stand in the other telling too, where they may be read otherwise."""
    line = {w.text for w in words(other.article.text, sentence.start, sentence.stop)}
    return all(w.text in line for w in words(reading.article.text, cue.start, cue.stop))


def length(said: Statement, sentence: Span) -> int:
    """Code points of a sentence that a statement's content takes."""
    return sum(min(s.stop, sentence.stop) - max(s.start, sentence.start) for s in said.content if overlap(s, sentence))


def named(reading: Reading, run: Sequence[Word]) -> list[tuple[Span, Actor]]:
    """Who is named in a run of words: mentions, and the speaker of a headline."""
    told = [(m.span, reading.actors[m.chain]) for m in reading.mentions if m.kind in NAMED]
    told += [(s, source.value) for said in reading.statements for source in said.sources for s in source.spans]
    here = [(place, actor) for place, actor in told if holds(run, place) and actor.name[:1].isupper()]
    return here or by_form(reading, run)


def by_form(reading: Reading, run: Sequence[Word]) -> list[tuple[Span, Actor]]:
    """A run of words that is a given name and a surname; who neither acts nor speaks is not read as an actor."""
    name = reading.article.excerpt(span(reading, run)) if run else ""
    first, *rest = name.split() or [""]
    full = rest and first in given_names() and all(part[:1].isupper() and part.isalpha() for part in rest)
    return [(span(reading, run), Actor(name, "person"))] if full else []


def is_person(actor: Actor) -> bool:
    """A person by name, or one of whom the report tells no more than first and last name."""
    full = len(actor.name.split()) > 1 and all(part[0].isupper() for part in actor.name.split())
    return actor.kind == "person" or (actor.kind == "unnamed" and full)


def is_source(reading: Reading, place: Span) -> bool:
    return any(overlap(place, s) for said in reading.statements for source in said.sources for s in source.spans)


def cues(reading: Reading, run: Sequence[Word]) -> list[Cited[str]]:
    return [said.cue for said in reading.statements if said.cue and holds(run, said.cue.spans[0])]


RULES = (
    ("amount", other_number),
    ("place", other_place),
    ("time", other_day),
    ("status", turned),
    ("speaker", other_speaker),
    ("actors", other_actor),
    ("cue", other_cue),
    ("status", surer),
    ("source", unsaid),
    ("words", other_quote),
)
