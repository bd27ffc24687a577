"""What differs in a sentence that two reports tell nearly word for word: a fact, a speaker, or how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosswire.fusion.drift import EXACT, Found, drift, elsewhere
from crosswire.fusion.events import days_between
from crosswire.fusion.numbers import excluded
from crosswire.fusion.once import overlap
from crosswire.fusion.retold import Change, Retold, span
from crosswire.fusion.speakers import share_a_name
from crosswire.fusion.tellings import MARKED
from crosswire.fusion.wording import OPEN as LEFT_OUT
from crosswire.fusion.wording import runs_in
from crosswire.knowledge.cues import strength
from crosswire.records import Actor, Amount, Cited, Drift, Place, Reading, Span, Statement, Time
from crosswire.words import STOP, Word, stem, words

DENIED = {"not", "never", "cannot", "neither", "nor", "no"}
OPEN = {"may", "might", "could"}
UNSURE = {"allegedly", "reportedly", "possibly", "probably", "likely", "perhaps", "apparently", "purportedly", "maybe"}
VERBS = {"is", "are", "was", "were", "be", "been", "will", "would", "has", "have", "had", "do", "does", "did", "can"}
PLAIN = {"said", "asserted", "announced", "reported"}
COMMITTED = {"admitted", "claimed", "denied"}
NAMED = {"name", "title"}
FEWEST = 4  # words of a quotation; fewer stand in other words by chance
LOOSELY = {"about", "approximately", "roughly", "nearly", "around"}
DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
YEAR = re.compile(r"(?:19|20)\d\d")


def slips(pair: Retold) -> Iterator[Drift]:
    """Every difference that a rule finds between two tellings of one sentence."""
    for change in pair.changes:
        for field, rule in RULES:
            for kind, before, after, detail in rule(pair, change):
                yield drift(kind, None, field, before, after, detail)
    for kind, before, after, detail in other_quotes(pair):
        yield drift(kind, None, "words", before, after, detail)


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


def value(word: Word) -> str:
    """A number's figures without the commas between thousands."""
    return word.text.replace(",", "")


def unlike(one: Amount, other: Amount) -> bool:
    """Two numbers that cannot both be right, or that one hedge gives otherwise: "at least 12", "at least 15"."""
    return excluded(one, other) or (one.hedge == other.hedge and (one.low, one.high) != (other.low, other.high))


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
    if len(mine) == len(theirs) == 1 and another_day(mine[0], theirs[0], change):
        yield "contradiction", mine[0].span, theirs[0].span, against(pair, mine[0].span, theirs[0].span)


def another_day(one: Time, other: Time, change: Change) -> bool:
    """Days that are not the same; of days that nobody can reckon, two names of weekdays."""
    if one.interval and other.interval:
        return days_between(one.interval, other.interval) > 0
    mine, theirs = ({w.text for w in run} & DAYS for run in (change.before, change.after))
    return bool(mine and theirs and mine != theirs)


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


def other_quote(pair: Retold, change: Change) -> Iterator[Found]:
    """Words inside quotation marks that are others in the other telling, or stand there without marks."""
    if any(
        mark in r.article.excerpt(s) for r, s in ((pair.one, pair.here), (pair.other, pair.there)) for mark in LEFT_OUT
    ):
        return
    mine, theirs = marks(pair.one, pair.here, change.before), marks(pair.other, pair.there, change.after)
    if mine and theirs and change.before and change.after:
        yield "quote altered", mine, theirs, "the quotation marks hold other words"


def marks(reading: Reading, sentence: Span, run: Sequence[Word]) -> Span | None:
    """The quotation that holds the whole of a run of words."""
    found = (q for q in quotations(reading, sentence) if run and q.start <= run[0].start and run[-1].stop <= q.stop)
    return next(found, None)


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


def other_quotes(pair: Retold) -> Iterator[Found]:
    """A quotation of which the other telling quotes fewer words, or none though it has them."""
    for full, here, bare, there in sides(pair):
        theirs = quotations(bare, there)
        line = [w.text for w in words(bare.article.text, there.start, there.stop)]
        for quote in quotations(full, here):
            said = [w.text for w in words(full.article.text, quote.start, quote.stop)]
            held = [(q, [w.text for w in words(bare.article.text, q.start, q.stop)]) for q in theirs]
            for shorter, kept in held:
                if FEWEST <= len(kept) < len(said) and runs_in(tuple(kept), tuple(said)):
                    yield "quote trimmed", quote, shorter, "one report quotes fewer of the words"
            if (
                len(said) >= FEWEST
                and runs_in(tuple(said), tuple(line))
                and not any(runs_in(tuple(said), tuple(k)) for _, k in held)
            ):
                yield "quote to paraphrase", quote, there, "quoted in one report, retold in the other"


def quotations(reading: Reading, sentence: Span) -> list[Span]:
    """What stands inside quotation marks in a sentence."""
    found = MARKED.finditer(reading.article.text, sentence.start, sentence.stop)
    return [Span(reading.article.id, m.start(1), m.end(1)) for m in found]


def sides(pair: Retold) -> tuple[tuple[Reading, Span, Reading, Span], ...]:
    """Each sentence with its reading, held against the other."""
    return (pair.one, pair.here, pair.other, pair.there), (pair.other, pair.there, pair.one, pair.here)


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


def named(reading: Reading, run: Sequence[Word]) -> list[tuple[Span, Actor]]:
    """Who is named in a run of words: mentions, and the speaker of a headline."""
    told = [(m.span, reading.actors[m.chain]) for m in reading.mentions if m.kind in NAMED]
    told += [(s, source.value) for said in reading.statements for source in said.sources for s in source.spans]
    return [(place, actor) for place, actor in told if holds(run, place) and actor.name[:1].isupper()]


def is_person(actor: Actor) -> bool:
    """A person by name, or one of whom the report tells no more than first and last name."""
    full = len(actor.name.split()) > 1 and all(part[0].isupper() for part in actor.name.split())
    return actor.kind == "person" or (actor.kind == "unnamed" and full)


def is_source(reading: Reading, place: Span) -> bool:
    return any(overlap(place, s) for said in reading.statements for source in said.sources for s in source.spans)


def cues(reading: Reading, run: Sequence[Word]) -> list[Cited[str]]:
    return [said.cue for said in reading.statements if said.cue and holds(run, said.cue.spans[0])]


def holds(run: Sequence[Word], place: Span) -> bool:
    """Whether any word of a run stands in a place."""
    return any(place.start <= word.start < place.stop for word in run)


def against(pair: Retold, one: Span, other: Span) -> str:
    return f"“{pair.one.article.excerpt(one)}” in one report, “{pair.other.article.excerpt(other)}” in the other"
