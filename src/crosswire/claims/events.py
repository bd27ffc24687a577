"""Who did what to whom: the political acts a report tells, in PLOVER's terms."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

from crosswire.claims import objections
from crosswire.claims.acts import acts
from crosswire.claims.addressed import addressed
from crosswire.claims.cast import Cast, cast
from crosswire.claims.circumstances import clause, reason
from crosswire.claims.contexts import filed
from crosswire.claims.decided import Weighed, decided
from crosswire.claims.implied import by_trade, made_by_police, named_forces, of_troops
from crosswire.claims.links import Setting, settings
from crosswire.claims.references import referring
from crosswire.claims.seen import View, parts
from crosswire.claims.settled import report_of, settled
from crosswire.claims.sizes import Measure, measured
from crosswire.claims.status import FORCE, Status, dated_ahead, told_as_done
from crosswire.claims.telling import acts_told
from crosswire.claims.told import Refused, Told
from crosswire.knowledge.cues import strength
from crosswire.model import Sight
from crosswire.records import (
    Actor,
    Amount,
    Article,
    Cited,
    Dropped,
    Event,
    Mention,
    Place,
    Span,
    Statement,
    Time,
    identity,
)
from crosswire.syntax import Sentence, Token, extent

T = TypeVar("T")

MOVED = {"praised", "opposed", "supported", "doubted", "hoped", "promised"}  # strengths of cues


def code_events(
    article: Article,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    actors: tuple[Actor, ...],
    times: tuple[Time, ...],
    places: tuple[Cited[Place], ...],
    amounts: tuple[Amount, ...],
    statements: tuple[Statement, ...],
    sight: Sight | None = None,
) -> tuple[tuple[Event, ...], tuple[Dropped, ...]]:
    """The acts of a report in reading order, one for each time one is told; and what can tell one but does not.

    Sides have the codes that their words tell.
    """
    drafts = drafted(article, sentences, mentions, actors, times, places, statements, sight)
    kept, refused = decided(*drafts, len(sentences), sight)
    events = recorded(kept, drafts[2], article, sentences, times, places, amounts, statements, sight)
    return filed(events, sentences, sight), tuple(dropped(article, each) for each in refused)


def recorded(
    kept: Sequence[Weighed],
    here: Cast,
    article: Article,
    sentences: tuple[Sentence, ...],
    times: tuple[Time, ...],
    places: tuple[Cited[Place], ...],
    amounts: tuple[Amount, ...],
    statements: tuple[Statement, ...],
    sight: Sight | None,
) -> tuple[Event, ...]:
    """The records of acts, with where and when each was and how much of what; not what they are about."""
    told = [each.told for each in kept]
    counted = grouped([s.start for s in sentences], ((a.span.start, a) for a in amounts))
    found = settings(told, here)
    if sight is not None and told:
        found = settled(told, found, report_of(sentences, places, times, told, article.published, sight))
    much = measured(told, counted)
    return tuple(event(article, *each, statements) for each in zip(kept, found, much, strict=True))


def drafted(
    article: Article,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    actors: tuple[Actor, ...],
    times: tuple[Time, ...],
    places: tuple[Cited[Place], ...],
    statements: tuple[Statement, ...],
    sight: Sight | None,
) -> tuple[tuple[Told, ...], tuple[Refused, ...], Cast]:
    """The acts by rule, what the rules refuse, and who is named where."""
    here = cast(article.id, sentences, mentions, actors, statements)
    starts = [s.start for s in sentences]
    lying = grouped(starts, ((p.spans[0].start, p) for p in places))
    dated = grouped(starts, ((t.span.start, t) for t in times))
    sides = grouped(starts, ((part.start, part) for part in parts(sight))) if sight else {}
    seen = [
        each
        for index, sentence in enumerate(sentences)
        for view in [View(article.text, sight, tuple(sides.get(index, ()))) if sight else None]
        for each in acts_told(sentence, here, lying.get(index, ()), dated.get(index, ()), view)
    ]
    claimed = iter(made_by_police([each for each in seen if isinstance(each, Told)], here))
    seen = [objections.weighed(next(claimed), here) if isinstance(each, Told) else each for each in seen]
    told = named_forces([each for each in seen if isinstance(each, Told)], here)
    told = addressed(referring(by_trade(tuple(map(of_troops, told)), here)), lying, here)
    return told, tuple(each for each in seen if isinstance(each, Refused)), here


def dropped(article: Article, refused: Refused) -> Dropped:
    """The record of what was not coded."""
    words = tuple(cite(article, (word,)) for word in refused.trigger.words)
    return Dropped(Cited(refused.trigger.act.type, words), refused.reason)


def grouped(starts: Sequence[int], found: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    """What was found, by the sentence it begins in."""
    by_sentence: dict[int, list[T]] = {}
    for start, each in found:
        by_sentence.setdefault(bisect_right(starts, start) - 1, []).append(each)
    return by_sentence


def event(
    article: Article, weighed: Weighed, setting: Setting, much: Measure, statements: Iterable[Statement]
) -> Event:
    """The record of an act, every field with the words it rests on."""
    told = weighed.told
    sentence, trigger = told.sentence, told.trigger
    late = is_ahead(article, setting) and told.status.value == "happened" and told.status.type != "REJECT"
    unforeseen = trigger.rule == "bare_noun" and told.status.type in FORCE and is_next_day(article, setting)
    ahead = late and trigger.head.tag != "VBD" and not unforeseen
    status = dated_ahead(trigger) if ahead else told.status
    if told.status.rule == "ahead" and is_behind(article, setting):
        status = told_as_done(trigger)
    time = None if late and not ahead and not is_next_day(article, setting) else setting.time
    own = tuple(cite(article, (word,)) for word in trigger.words)
    start, stop = clause(sentence, trigger)
    cause = reason(sentence, trigger)
    said = statement(trigger.words[0], statements)
    value, words = status.value, status.words
    decisive = [*([status.rule] if status.rule != "told_as_done" else []), *(["likely"] if weighed.overruled else [])]
    return Event(
        id=identity("event", article.id, *(f"{s.start}-{s.stop}" for s in own), status.type),
        type=Cited(status.type, own),
        mode=mode(article, told, status, own),
        contexts=(),
        status=Cited(
            value, tuple(cite(article, (w,)) for w in words) or (setting.time.spans if ahead and setting.time else own)
        ),
        actors=told.actors,
        recipients=told.recipients,
        place=setting.place,
        time=time,
        reason=Cited(article.text[slice(*cause)], (Span(article.id, *cause),)) if cause else None,
        sizes=much.sizes,
        quantities=much.quantities,
        statement=said.id if said else None,
        clause=Span(article.id, start, stop),
        confidence=weighed.sure,
        rule="+".join((f"{trigger.rule}:{trigger.act.id}", *decisive)),
    )


def cite(article: Article, words: tuple[Token, ...]) -> Span:
    return Span(article.id, *extent(words))


def is_ahead(article: Article, setting: Setting) -> bool:
    """Whether an act's day lies after the report."""
    return bool(setting.time and article.published and setting.time.value.start > article.published)


def is_behind(article: Article, setting: Setting) -> bool:
    """Whether an act's day lies before the report: "opens fire on March 3, 2012" tells the past as if it were now."""
    return bool(setting.time and article.published and setting.time.value.stop < article.published)


def is_next_day(article: Article, setting: Setting) -> bool:
    """Whether an act told as past lies one day ahead, as where it was Tuesday already; later days are not the act's."""
    time, published = setting.time, article.published
    return time is not None and published is not None and (time.value.start - published).days == 1


def mode(article: Article, told: Told, status: Status, own: tuple[Span, ...]) -> Cited[str] | None:
    """The mode of the act's row; for force without one, that of the weapon its clause names."""
    if status.mode:
        return Cited(status.mode, own)
    if status.type == "ASSAULT":
        start, stop = clause(told.sentence, told.trigger)
        for token in told.sentence.tokens:
            taken = token.lemma == "suicide" and told.sentence.tokens[token.head].lemma == "commit"
            if start <= token.start < stop and token.lemma in acts().tools and not taken:
                return Cited(acts().tools[token.lemma], (cite(article, (token,)),))
    return None


def statement(word: Token, statements: Iterable[Statement]) -> Statement | None:
    """The innermost statement whose content tells the act; the words that introduce it are not its content."""
    holding = [s for s in statements if any(p.start <= word.start < p.stop for p in s.content) and tells(s)]
    return min(holding, key=lambda s: sum(p.stop - p.start for p in s.content), default=None)


def tells(statement: Statement) -> bool:
    """Whether who makes a statement tells of the acts in it: who praises or hopes for an act has it from others."""
    cue = strength(statement.cue.value) if statement.cue else None
    seen_alone = statement.rule == "reader_model" and cue is None
    return cue not in MOVED and not seen_alone
