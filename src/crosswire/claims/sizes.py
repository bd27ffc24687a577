"""How much: whom an act killed, wounded or arrested, in numbers, and the amounts its own clause gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby

from crosswire.claims.clauses import CLAUSES, doers, is_passive
from crosswire.claims.harms import Harm, Numbered, harms, numbered
from crosswire.claims.told import Told
from crosswire.records import Amount, Cited, Record, Size
from crosswire.syntax import Sentence, Token, ancestors, children, conjuncts, head

COUNTED = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"}  # acts in whose course people are harmed
WITHIN = {"in", "by", "during", "from", "after", "when"}
FLOORS = {"at least", "more than", "over", "no fewer than", "not fewer than", "above", "well over", "just over"}
CEILINGS = {
    "up to",
    "at most",
    "as many as",
    "as much as",
    "less than",
    "fewer than",
    "no more than",
    "not more than",
    "under",
}
SHORT = {"nearly", "almost", "close to", "just under"}
EXACT = {"only", "just", "exactly", "as few as", ""}
LOOSE = 0.1  # "about 200" allows for a tenth either way


class Measure(Record, frozen=True):
    """How much an act came to."""

    sizes: tuple[Cited[Size], ...]
    quantities: tuple[Amount, ...]


def measured(told: Iterable[Told], amounts: Mapping[int, Sequence[Amount]]) -> Iterator[Measure]:
    """How much each act came to; `amounts` has those of each sentence by its index."""
    for index, group in groupby(told, key=lambda each: each.sentence.index):
        acts = tuple(group)
        sentence = acts[0].sentence
        counts = numbered(sentence, amounts.get(index, ()))
        found, heads = tuple(harms(sentence, counts)), {each.trigger.head.index for each in acts}
        for each in acts:
            hurt = sizes(each, found, heads)
            yield Measure(hurt, quantities(each, counts, hurt))


def sizes(told: Told, found: Sequence[Harm], others: Set[int]) -> tuple[Cited[Size], ...]:
    """Whom the act killed, wounded and arrested, each once, by the first words that tell it.

    Numbers of one verb add up: "12 soldiers and 5 villagers" are 17. `others` are the heads of the sentence's acts.
    """
    if told.trigger.act.type not in COUNTED:
        return ()
    own: dict[str, Harm] = {}
    for harm in found:
        if belongs(told, harm, others):
            own.setdefault(harm.what, harm)
    return tuple(
        Cited(summed(harm.what, [n.amount for n in harm.hurt]), tuple(n.amount.span for n in harm.hurt))
        for harm in own.values()
    )


def belongs(told: Told, harm: Harm, others: Set[int]) -> bool:
    """Whether the harm is this act's: its own words, its subject's other verb, what it brought or was brought in."""
    sentence, trigger, verb = told.sentence, told.trigger, harm.verb
    own = {t.index for t in (trigger.head, trigger.noun, *trigger.words) if t is not None}
    if verb.index in own:
        return True
    done = (trigger.noun or trigger.head).index
    by = {each.index for doer in doers(sentence, verb) for each in conjuncts(sentence, doer)}
    if trigger.noun is not None and done in by:
        return True
    if any(t.index == done for link in children(sentence, verb, "prep", "agent") for t in within(sentence, link)):
        return harm.what != "arrested" or verb.index not in others  # arrests at a protest are an act of their own
    when = any(t.lemma == "when" for t in children(sentence, trigger.head, "advmod"))
    if verb.role == "advcl" or (
        when and trigger.head.role == "advcl"
    ):  # "bombed it, killing 12", "killed when it fell"
        return verb.head == trigger.head.index or (when and trigger.head.head == verb.index)
    return verb.index not in others and goes_with(sentence, verb) == trigger.head.index


def within(sentence: Sentence, link: Token) -> tuple[Token, ...]:
    """What something happened in or by: in "killed in a strike", the strike."""
    if link.lemma not in WITHIN:
        return ()
    return tuple(each for noun in children(sentence, link, "pobj") for each in conjuncts(sentence, noun))


def goes_with(sentence: Sentence, verb: Token) -> int | None:
    """The first of the verbs one did or suffered: in "killed 12 and wounded 30", killed; another's deed is apart."""
    above = head(sentence, verb)
    while above is not None and verb.role == "conj":
        suffered = children(sentence, verb, "nsubjpass") and is_passive(sentence, above)
        if children(sentence, verb, "nsubj", "nsubjpass") and not suffered:
            return None
        if above.role != "conj":
            return above.index
        verb, above = above, head(sentence, above)
    return None


def quantities(told: Told, amounts: Sequence[Numbered], taken: Sequence[Cited[Size]]) -> tuple[Amount, ...]:
    """The amounts the act's own words govern, those of its sizes left out."""
    sized = {span for size in taken for span in size.spans}
    return tuple(each.amount for each in amounts if each.amount.span not in sized and governs(told, each.top))


def governs(told: Told, top: Token) -> bool:
    """Whether a word hangs on the act's with no other verb between but one promised: "vowed to send 50 tanks"."""
    trigger = told.trigger
    own = {t.index for t in (trigger.head, trigger.noun, *trigger.words) if t is not None}
    if trigger.rule == "bare_noun":
        own = {trigger.head.index}
    if top.index in own:
        return True
    for token in ancestors(told.sentence, top):
        if token.index in own:
            return True
        promised = token.role == "xcomp" and token.head in own
        if (token.pos in {"VERB", "AUX"} and not promised) or token.role in CLAUSES:
            return False
    return False


def summed(what: str, amounts: Sequence[Amount]) -> Size:
    """The numbers added up, as far as their hedges leave them open."""
    each = [bounds(amount) for amount in amounts]
    highs = [high for _, _, high in each]
    return Size(
        what,
        sum(low for low, _, _ in each),
        sum(best for _, best, _ in each),
        None if None in highs else sum(high for high in highs if high is not None),
    )


def bounds(amount: Amount) -> tuple[int, int, int | None]:
    """The least, the number given (of a range the lower, the cautious reading) and the most."""
    low, high, hedge = int(amount.low), int(amount.high), amount.hedge or ""
    if hedge in FLOORS:
        return low, low, None
    if hedge in CEILINGS:
        return 0, high, high
    if hedge in SHORT:
        return round(low * (1 - LOOSE)), low, high
    if hedge in EXACT:
        return low, low, high
    return round(low * (1 - LOOSE)), low, round(high * (1 + LOOSE))
