"""Acts the report ties together in so many words, so that one has the place or the day of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.calendar import shifted
from crosswire.claims.acts import act_words, acts
from crosswire.claims.cast import Cast
from crosswire.claims.clauses import framed
from crosswire.claims.told import Told
from crosswire.claims.triggers import Trigger
from crosswire.records import Cited, Interval, Place, Record, Time
from crosswire.syntax import Sentence, Token, children, head

MADE = {"make", "come", "deliver", "issue", "follow", "give", "be"}
POINTING = {"this", "these", "the", "his", "her", "their", "its", "that"}
VERBAL = {"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
DURING = {"during", "at", "on"}
NEAR = 20  # acts before and after among which those of one sentence are looked for
REACH = 3  # sentences looked back for the remarks meant; headings count


class Setting(Record, frozen=True):
    """Where and when an act took place."""

    place: Cited[Place] | None
    time: Cited[Interval] | None


def settings(told: Sequence[Told], here: Cast) -> tuple[Setting, ...]:
    """The place and day of each act: its own, or those of the act it is tied to."""
    found = [Setting(each.place, own_day(each)) for each in told]
    for part, whole in (*made_during(told), *within(told)):
        a, b = found[part], found[whole]
        day = a.time or b.time
        found[part] = Setting(a.place or b.place, day)
        found[whole] = Setting(b.place, b.time or day)
    for position, each in enumerate(told):
        if each.time is not None and each.time.anchor == "event":
            found[position] = Setting(found[position].place, day_from_act(each, told, found, here))
    return tuple(found)


def own_day(each: Told) -> Cited[Interval] | None:
    time = each.time
    return Cited(time.interval, (time.span,)) if time is not None and time.interval is not None else None


def within(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Acts of one sentence, one in the course of the other: "warned X during a visit", "Wonsan, where he met X"."""
    for part, each in enumerate(told):
        core = occasions(each.sentence, each.trigger)
        for whole in range(max(0, part - NEAR), min(len(told), part + NEAR)) if core else ():
            other = told[whole]
            if other.sentence is each.sentence and whole != part and core & {w.index for w in other.trigger.words}:
                yield part, whole


def occasions(sentence: Sentence, trigger: Trigger) -> frozenset[int]:
    """The words a verb's act is put into by "during", "at" or "where"."""
    if trigger.rule == "bare_noun":
        return frozenset()
    found = {
        n.index
        for link in sentence.tokens
        if link.lemma in DURING and link.role == "prep" and framed(sentence, link) is trigger.head
        for n in children(sentence, link, "pobj")
    }
    if trigger.head.role == "relcl" and any(t.lemma == "where" for t in children(sentence, trigger.head, "advmod")):
        token = head(sentence, trigger.head)
        while token is not None and token.pos not in {"VERB", "AUX"}:
            found.add(token.index)
            token = head(sentence, token)
    return frozenset(found)


def made_during(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Remarks told before, and the visit a later sentence puts them into: "he made these remarks during a visit"."""
    for whole, each in enumerate(told):
        if each.trigger.act.type == "CONSULT" and each.trigger.noun and is_occasion(each.sentence, each.trigger.noun):
            for part in spoken_before(told, each.sentence):
                yield part, whole


def is_occasion(sentence: Sentence, noun: Token) -> bool:
    """Whether a visit or meeting is said to be when remarks were made."""
    link = head(sentence, noun)
    verb = head(sentence, link) if link is not None else None
    if link is None or verb is None or link.lemma not in DURING or verb.lemma not in MADE:
        return False
    return any(is_remark(sentence, t) for t in children(sentence, verb, "nsubj", "nsubjpass", "dobj"))


def is_remark(sentence: Sentence, token: Token) -> bool:
    """ "these remarks", "his comments": words that point back, not "a statement"."""
    return token.lemma in act_words("remarks") and any(
        t.lemma in POINTING or t.text.lower() in POINTING for t in children(sentence, token, "det", "poss")
    )


def spoken_before(told: Sequence[Told], sentence: Sentence) -> tuple[int, ...]:
    """The verbal acts of the nearest sentence before that tells any."""
    verbal = [(each.sentence.index, position) for position, each in enumerate(told) if each.status.type in VERBAL]
    before = [index for index, _ in verbal if sentence.index - REACH <= index < sentence.index]
    return tuple(position for index, position in verbal if before and index == max(before))


def day_from_act(each: Told, told: Sequence[Told], found: Sequence[Setting], here: Cast) -> Cited[Interval] | None:
    """The day of an act told as so long before or after another: "a day before Lavrov's warning"."""
    time = each.time
    meant = anchor(each.sentence, time) if time else None
    if time is None or meant is None:
        return None
    doers = {a.value for t in (meant, *children(each.sentence, meant, "poss", "nsubj")) for a in here.at(t)}
    types = {act.type for act in (*acts().objects.get(meant.lemma, ()), *acts().verbs.get(meant.lemma, ()))}
    for other, setting in zip(told, found, strict=True):
        same = other is not each and other.status.type in types and doers & {a.value for a in other.actors}
        day = shifted(setting.time.value, time) if same and setting.time else None
        if day is not None and setting.time is not None:
            return Cited(day, (time.span, *setting.time.spans))
    return None


def anchor(sentence: Sentence, time: Time) -> Token | None:
    """The first word from a time's own words on that names an act."""
    known = acts()
    for token in sentence.tokens:
        if token.stop > time.span.start and (
            (token.lemma in known.objects and token.pos == "NOUN")
            or (token.lemma in known.verbs and token.pos == "VERB")
        ):
            return token
    return None
