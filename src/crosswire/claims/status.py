"""What became of a political act, and the act it is for that reason: force to come is a threat."""

from __future__ import annotations

from collections.abc import Mapping

from crosswire.claims.content import in_order_to, only_content, same_blow
from crosswire.claims.predicates import Predicate, predicate
from crosswire.claims.triggers import Trigger
from crosswire.claims.verdicts import verdict
from crosswire.model import Sight
from crosswire.records import Record
from crosswire.sight import value
from crosswire.syntax import Sentence, Token

VERBAL_COOPERATION = {"AGREE", "CONSULT", "SUPPORT"}
COOPERATION = VERBAL_COOPERATION | {"COOPERATE", "AID"}
FORCE = {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"}
TO_COME = {"planned", "threatened"}
UNWILLING = {"will", "would", "wo", "'ll", "’ll", "can", "ca", "could"}


class Status(Record, frozen=True):
    """What became of an act, the words that say so (none where the act's own words do), and the act this makes it."""

    value: str
    words: tuple[Token, ...]
    type: str
    mode: str | None
    rule: str


def status_of(sentence: Sentence, trigger: Trigger, told: Mapping[int, Trigger], sight: Sight | None) -> Status | None:
    """The status of an act; None where it is only what another act is about.

    `told` has the other triggers of the sentence by the index of their words.
    """
    if any(rule(sentence, trigger, told) for rule in (only_content, in_order_to, same_blow)):
        return None
    act = as_predicate(sentence, trigger)
    found = verdict(sentence, act, value(sight, "happened", act.word.start, act.word.stop) if sight else None)
    if found.status == "happened" and trigger.head.lemma == "claim":  # "claimed responsibility"
        return shifted(trigger, "reported", (trigger.head,), "claimed")
    return shifted(trigger, found.status, found.words, found.rule)


def as_predicate(sentence: Sentence, trigger: Trigger) -> Predicate:
    if trigger.rule == "bare_noun":
        return predicate(sentence, trigger.head)
    return Predicate(trigger.noun or trigger.head, trigger.head, trigger.act.negated)


def dated_ahead(trigger: Trigger) -> Status:
    """The status of an act told as done whose day lies after the report: "his meeting with Kato next Monday"."""
    return shifted(trigger, "planned", (), "dated_ahead")


def told_as_done(trigger: Trigger) -> Status:
    """The status of an act whose day lies before the report."""
    return shifted(trigger, "happened", (), "told_as_done")


def shifted(trigger: Trigger, value: str, words: tuple[Token, ...], rule: str) -> Status:
    """The act as PLOVER counts it: a future meeting is an AGREE, force to come a THREATEN, support denied a REJECT."""
    kind, mode = trigger.act.type, trigger.act.mode
    if (trigger.act.armed or (kind == "MOBILIZE" and mode == "police")) and value in TO_COME:
        return Status("planned", words, kind, mode, rule)  # "police will search the ships" threatens nobody
    if value in TO_COME and kind in COOPERATION:
        return Status(value, words, "AGREE", None, rule)
    if value == "planned" and kind == "PROTEST":
        return Status(value, words, kind, mode, rule)
    if value == "planned" and trigger.act.negated:  # "will not accept": refused already
        return Status("happened", words, kind, mode, rule)
    if value in TO_COME and kind in FORCE:
        return Status("threatened", words, "THREATEN", threat(kind, mode), rule)
    if value in TO_COME and kind == "RETREAT":
        return Status(value, words, "CONCEDE", None, rule)
    return refusal(trigger, words, rule) if value == "denied" else Status(value, words, kind, mode, rule)


def refusal(trigger: Trigger, words: tuple[Token, ...], rule: str) -> Status:
    """The act denied: who "will not meet" or "cannot support" somebody has refused to, that much has happened."""
    kind, mode = trigger.act.type, trigger.act.mode
    modals = {t.lemma for t in words if t.tag == "MD"}
    if kind in {"RETREAT", "CONCEDE"} and modals:
        return Status("happened", words, "REJECT", "yield", rule)
    if kind in VERBAL_COOPERATION and modals & UNWILLING:
        return Status("happened", words, "REJECT", "meet" if kind == "CONSULT" else None, rule)
    return Status("denied", words, kind, mode, rule)


def threat(kind: str, mode: str | None) -> str | None:
    """What is threatened, in the modes of THREATEN."""
    if mode in {"arrest", "expel"}:
        return mode
    return {"ASSAULT": "violence", "SANCTION": "relations", "COERCE": "restrict", "PROTEST": "restrict"}.get(kind)
