"""What surrounds an act: the words of its clause, the cause it is given, and whether it is told of games."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from crosswire.claims.triggers import Trigger
from crosswire.knowledge.lexicon import rows
from crosswire.syntax import Sentence, Token, children, extent, subtree

APART = {"conj", "cc", "relcl", "advcl", "parataxis", "punct", "ccomp", "mark", "dep", "intj"}
RESPONSES = {"response", "retaliation", "reaction", "protest", "reply", "revenge", "punishment", "retribution"}
OVER = {
    "PROTEST",
    "SANCTION",
    "ACCUSE",
    "REJECT",
    "COERCE",
    "THREATEN",
}  # "over" is a cause with these, a topic with others
FOR = {"SUPPORT", "ACCUSE", "SANCTION", "CONCEDE", "COERCE"}


def clause(sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    """Code points of the words that tell the act, other clauses left out at the edges."""
    if trigger.rule == "bare_noun":
        return extent(subtree(sentence, trigger.head))
    kept = [trigger.head]
    for token in children(sentence, trigger.head):
        if token.role not in APART or token in trigger.words or (token.role == "ccomp" and token.tag in {"VB", "VBG"}):
            kept.extend(subtree(sentence, token))
    return extent(tuple(sorted(kept, key=lambda t: t.index)))


def reason(sentence: Sentence, trigger: Trigger) -> tuple[int, int] | None:
    """Code points of the cause given in so many words: "in response to the drills", "for sending troops"."""
    for rule in REASONS:
        words = rule(sentence, trigger)
        if words:
            return extent(words)
    return None


def in_response(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...] | None:
    """ "in response to X", "as a response to X", "in retaliation for X"."""
    for link in links(sentence, trigger):
        for noun in children(sentence, link, "pobj"):
            if link.lemma in {"in", "as"} and noun.lemma in RESPONSES and children(sentence, noun, "prep"):
                return subtree(sentence, link)
    return None


def because(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...] | None:
    """ "because X", "because of X", "due to X"."""
    for below in children(sentence, trigger.head, "advcl", "prep"):
        if below.role == "prep" and below.lemma in {"because", "due"}:
            return subtree(sentence, below)
        if below.role == "advcl" and any(t.lemma == "because" for t in children(sentence, below, "mark")):
            return subtree(sentence, below)
    return None


def over(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...] | None:
    """ "protested over X": not a cause with every act."""
    if trigger.act.type in OVER:
        for link in links(sentence, trigger):
            if link.lemma == "over" and children(sentence, link, "pobj", "pcomp"):
                return subtree(sentence, link)
    return None


def deed(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...] | None:
    """What somebody is thanked, blamed or punished for."""
    if trigger.act.type in FOR:
        for link in links(sentence, trigger):
            if link.lemma == "for" and children(sentence, link, "pcomp"):
                return subtree(sentence, link)
    return None


def in_protest(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...] | None:
    """ "marched to protest X"."""
    if trigger.act.type in {"PROTEST", "SANCTION", "REJECT"}:
        for below in children(sentence, trigger.head, "advcl", "xcomp"):
            if below.lemma == "protest" and below.tag == "VB":
                return subtree(sentence, below)
    return None


REASONS = (in_response, because, over, deed, in_protest)


def links(sentence: Sentence, trigger: Trigger) -> Iterator[Token]:
    for host in dict.fromkeys(filter(None, (trigger.head, trigger.noun))):
        yield from children(sentence, host, "prep")
        for noun in children(sentence, host, "dobj"):
            yield from children(sentence, noun, "prep")


def is_sport(sentence: Sentence) -> bool:
    """Whether a sentence is about games: sides that meet there are teams, not states."""
    return any("sport" in context_words().get(token.lemma, ()) for token in sentence.tokens)


@cache
def context_words() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("contexts_words"):
        for word in row["words"].split():
            found[word] = (*found.get(word, ()), row["context"])
    return found
