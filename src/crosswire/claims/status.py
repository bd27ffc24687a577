"""Did it happen: what the words around an act say, and the act it is for that reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crosswire.claims.acts import act_words
from crosswire.claims.content import in_order_to, only_content
from crosswire.claims.triggers import Trigger
from crosswire.records import Record
from crosswire.syntax import Sentence, Token, ancestors, children, head

VERBAL_COOPERATION = {"AGREE", "CONSULT", "SUPPORT"}
COOPERATION = VERBAL_COOPERATION | {"COOPERATE", "AID"}
FORCE = {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"}

NEGATING = {"not", "never", "n't", "n’t", "neither", "nor"}
WILL = {"will", "would", "shall", "'ll", "’ll", "wo"}
MIGHT = {"may", "might", "could", "can", "should", "must", "ought", "ca"}
CONDITIONS = {"if", "unless", "whether", "should", "lest", "until"}


class Status(Record, frozen=True):
    """What became of an act, the words that say so (none where the act's own words do), and the act this makes it."""

    value: str
    words: tuple[Token, ...]
    type: str
    mode: str | None
    rule: str


Verdict = tuple[str, tuple[Token, ...]]


def status_of(sentence: Sentence, trigger: Trigger, told: Mapping[int, Trigger]) -> Status | None:
    """The status the first rule that fits gives; None where the act is only what another act is about.

    `told` has the other triggers of the sentence by the index of their words.
    """
    if only_content(sentence, trigger, told) or in_order_to(sentence, trigger, told):
        return None
    for rule in RULES:
        found = rule(sentence, trigger)
        if found:
            return shifted(trigger, *found, rule.__name__)
    return Status("happened", (), trigger.act.type, trigger.act.mode, "told_as_done")


def dated_ahead(trigger: Trigger) -> Status:
    """The status of an act told as done whose day lies after the report: "his meeting with Kato next Monday"."""
    return shifted(trigger, "planned", (), "dated_ahead")


def denied(sentence: Sentence, trigger: Trigger) -> Verdict | None:
    """ "did not attack", "never met", "denied attacking", "no agreement was signed"."""
    if trigger.act.negated:
        return None
    words = [
        t
        for verb in chain(sentence, trigger)
        for t in children(sentence, verb, "neg", "preconj", "advmod")
        if t.lemma in NEGATING
    ]
    if trigger.noun is not None:
        words.extend(t for t in children(sentence, trigger.noun, "det") if t.lemma == "no")
    words.extend(
        t for word in trigger.words for t in children(sentence, word, "det") if t.lemma == "no" and t not in words
    )
    if trigger.rule != "bare_noun":
        sides = children(sentence, trigger.head, "nsubj", "nsubjpass")
        words.extend(t for side in sides for t in children(sentence, side, "det") if t.lemma == "no")
    above = governor(sentence, trigger)
    if above is not None and above.lemma in act_words("not_done"):
        words.append(above)
    if above is not None and above.pos == "VERB" and above.lemma not in act_words("not_done"):
        words.extend(t for t in children(sentence, above, "neg") if trigger.rule != "bare_noun" and to_do(trigger))
    teller = told_by(sentence, trigger)
    if teller is not None and teller.lemma == "deny":
        words.append(teller)
    if (
        words and trigger.rule != "bare_noun"
    ):  # "will not meet" is a refusal, "did not meet" is none: the auxiliary tells
        words.extend(t for t in children(sentence, trigger.head, "aux") if t.tag == "MD")
    return ("denied", tuple(words)) if words else None


def to_do(trigger: Trigger) -> bool:
    """Whether an act is what another verb is about: "try to attack"; not an act that judges or says."""
    return trigger.head.role == "xcomp" and trigger.head.tag in {"VB", "VBG"}


def conditional(sentence: Sentence, trigger: Trigger) -> Verdict | None:
    """In the clause of a condition, or in a question."""
    for verb in (trigger.head, *ancestors(sentence, trigger.head)):
        marks = tuple(
            t for t in children(sentence, verb, "mark", "aux", "advmod") if t.lemma in CONDITIONS and t.role != "aux"
        )
        marks = marks or inverted(sentence, verb)
        if marks:
            return "hypothetical", marks
        if verb.role not in {"xcomp", "conj", "dobj", "pobj", "prep", "pcomp", "ccomp"}:
            break
    last = sentence.tokens[-1]
    return ("hypothetical", (last,)) if last.text == "?" else None


def inverted(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The word that tells a condition by its place: "had Peru attacked, X would have"."""
    subjects = children(sentence, verb, "nsubj", "nsubjpass")
    before = tuple(
        t
        for t in children(sentence, verb, "aux", "auxpass")
        if t.text.lower() in {"had", "were", "should"} and subjects and t.index < subjects[0].index
    )
    return before if verb.role == "advcl" else ()


def demanded(sentence: Sentence, trigger: Trigger) -> Verdict | None:
    """What somebody asks of another: "told the rebels to leave"."""
    above = governor(sentence, trigger)
    return ("demanded", (above,)) if above is not None and above.lemma in act_words("demanding") else None


def planned(sentence: Sentence, trigger: Trigger) -> Verdict | None:
    """ "will meet", "plans to meet", "a planned meeting", "talks will begin"."""
    words = [
        t
        for verb in chain(sentence, trigger)
        for t in children(sentence, verb, "aux")
        if t.lemma in WILL or t.text.lower() in WILL
    ]
    above = governor(sentence, trigger)
    if not words and above is not None and (above.lemma in act_words("planning") or above.lemma in act_words("ready")):
        words.append(above)
    words.extend(adjectives(sentence, trigger, act_words("planned_adjectives")))
    return ("planned", tuple(words)) if words else None


def imagined(sentence: Sentence, trigger: Trigger) -> Verdict | None:
    """ "might meet", "a possible attack", "is considering sanctions"."""
    words = [
        t
        for verb in chain(sentence, trigger)
        for t in children(sentence, verb, "aux")
        if t.lemma in MIGHT or t.text.lower() in MIGHT
    ]
    above = governor(sentence, trigger)
    if above is not None and above.lemma in act_words("imagining"):
        words.append(above)
    words.extend(adjectives(sentence, trigger, act_words("imagined_adjectives")))
    return ("hypothetical", tuple(words)) if words else None


def hearsay(sentence: Sentence, trigger: Trigger) -> Verdict | None:
    """ "reportedly sent", "an alleged attack", "is accused of arming", "is said to have met"."""
    words = [
        t
        for verb in chain(sentence, trigger)
        for t in children(sentence, verb, "advmod")
        if t.lemma in act_words("hearsay")
    ]
    words.extend(adjectives(sentence, trigger, act_words("hearsay_adjectives")))
    main = head(sentence, trigger.head)
    if main is not None and trigger.head.role == "advcl" and trigger.head.tag == "VBG":
        words.extend(t for t in children(sentence, main, "advmod") if t.lemma in act_words("hearsay"))
    if trigger.head.lemma == "claim":  # "claimed responsibility"
        words.append(trigger.head)
    above = governor(sentence, trigger) or told_by(sentence, trigger)
    if above is not None and (
        above.lemma in act_words("alleging")
        or (above.lemma in {"say", "report", "think"} and children(sentence, above, "auxpass"))
    ):
        words.append(above)
    return ("reported", tuple(words)) if words else None


def ongoing(sentence: Sentence, trigger: Trigger) -> Verdict | None:
    """ "is bombing", "continues to support"; "have been drilling" has happened."""
    above = governor(sentence, trigger)
    if above is not None and above.lemma in act_words("continuing"):
        return "ongoing", (above,)
    verb = taking_place(sentence, trigger.head) if trigger.rule == "bare_noun" else trigger.head
    if verb is None:
        return None
    if verb.lemma in act_words("continuing"):
        return "ongoing", (verb,)
    helps = children(sentence, verb, "aux")
    if verb.tag == "VBG" and any(t.lemma == "be" and t.tag in {"VBZ", "VBP"} for t in helps):
        return "ongoing", (*helps, verb)
    return None


def infinitive(sentence: Sentence, trigger: Trigger) -> Verdict | None:
    """What is told with "to" is not told as done, except where the word before says so: "managed to"."""
    verb = trigger.head
    to = tuple(t for t in children(sentence, verb, "aux") if t.tag == "TO")
    above = head(sentence, verb)
    if not to or above is None or trigger.rule == "bare_noun" or above.lemma in act_words("bringing_about"):
        return None
    return "hypothetical", to


RULES = (conditional, denied, demanded, imagined, planned, hearsay, infinitive, ongoing)


def chain(sentence: Sentence, trigger: Trigger) -> Iterator[Token]:
    """The verb that says the act is done and, where it shares their auxiliaries, those it is coordinated with."""
    verb = trigger.head if trigger.rule != "bare_noun" else taking_place(sentence, trigger.head)
    while verb is not None:
        yield verb
        shares = (
            verb.role == "conj" and verb.tag in {"VB", "VBN", "VBG"} and not children(sentence, verb, "nsubj", "aux")
        )
        verb = head(sentence, verb) if shares else None


def taking_place(sentence: Sentence, noun: Token) -> Token | None:
    """The verb that says no more than that an act goes on: "talks began", "drills will take place"."""
    verb = head(sentence, noun)
    happens = verb is not None and noun.role in {"nsubj", "nsubjpass"} and verb.lemma in act_words("taking_place")
    return verb if happens else None


def told_by(sentence: Sentence, trigger: Trigger) -> Token | None:
    """The verb whose clause with a subject of its own tells the act: "denied" in "denied that it attacked X"."""
    return head(sentence, trigger.head) if trigger.head.role == "ccomp" and trigger.rule != "bare_noun" else None


def governor(sentence: Sentence, trigger: Trigger) -> Token | None:
    """The verb or adjective that an act complements: "plans" in "plans to meet"."""
    token = trigger.head if trigger.noun is None else trigger.noun if trigger.rule == "bare_noun" else trigger.head
    while token.role == "conj" and token.head != token.index:
        token = sentence.tokens[token.head]
    above = head(sentence, token)
    if above is None:
        return None
    if token.role in {"xcomp", "ccomp"} or (token.role in {"dobj", "nsubjpass"} and token.pos == "NOUN"):
        return above if token.role != "ccomp" or token.tag in {"VB", "VBG"} else None
    if token.role == "pcomp" or (token.role == "pobj" and above.lemma in {"of", "for", "from"}):
        up = head(sentence, above)
        return up if up is not None and up.pos in {"VERB", "ADJ"} else None
    if token.role in {"acl", "relcl"} and token.tag == "VB":  # "plans to meet", "a threat to attack"
        return above
    return None


def adjectives(sentence: Sentence, trigger: Trigger, words: frozenset[str]) -> tuple[Token, ...]:
    found = children(sentence, trigger.noun, "amod", "det") if trigger.noun else ()
    return tuple(t for t in found if t.lemma in words or t.text.lower() in words)


def shifted(trigger: Trigger, value: str, words: tuple[Token, ...], rule: str) -> Status:
    """The act as PLOVER counts it: a future meeting is an AGREE, force to come a THREATEN, support denied a REJECT."""
    kind, mode = trigger.act.type, trigger.act.mode
    if value == "planned" and kind in COOPERATION:
        return Status(value, words, "AGREE", None, rule)
    if value == "planned" and kind in FORCE:
        return Status("threatened", words, "THREATEN", threat(kind, mode), rule)
    if value == "planned" and kind == "RETREAT":
        return Status(value, words, "CONCEDE", None, rule)
    modal = any(t.lemma in WILL | MIGHT or t.text.lower() in WILL | MIGHT for t in words)
    if value == "denied" and kind in {"RETREAT", "CONCEDE"} and modal:
        return Status(value, words, "REJECT", "yield", rule)
    if value == "denied" and kind in VERBAL_COOPERATION and (kind != "CONSULT" or modal):
        return Status(value, words, "REJECT", None, rule)
    return Status(value, words, kind, mode, rule)


def threat(kind: str, mode: str | None) -> str | None:
    """What is threatened, in the modes of THREATEN."""
    if mode in {"arrest", "expel"}:
        return mode
    return {"ASSAULT": "violence", "SANCTION": "relations", "COERCE": "restrict", "PROTEST": "restrict"}.get(kind)
