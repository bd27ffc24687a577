"""Who can speak at all: rules by which words that stand where a speaker does name none."""

from __future__ import annotations

from collections.abc import Callable

from crosswire.claims.speakers import RELATIVE, Phrase, antecedent
from crosswire.knowledge.lexicon import titles
from crosswire.knowledge.voices import voice
from crosswire.syntax import Sentence, Token, children

NOBODY = {"nobody", "none", "nothing", "neither"}
DAYS = {
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
}  # fmt: skip
PEOPLE = {"PERSON", "ORG", "NORP", "GPE"}


def speaks(source: Phrase) -> bool:
    """Whether words may name a speaker: a person, a body, a paper, a picture; not an act, a thing or nobody."""
    named = source.head
    if named.lemma in RELATIVE:
        meant = antecedent(source.sentence, named)
        return meant is not None and not silent(source.sentence, meant)
    return not silent(source.sentence, named)


def silent(sentence: Sentence, token: Token) -> bool:
    return any(rule(sentence, token) for rule in RULES)


def may_tell(token: Token) -> bool:
    """Whether one can have words from whom a word names: a name, an office or group, a paper."""
    return token.pos == "PROPN" or token.entity in PEOPLE or token.lemma in titles() or voice(token.lemma) == "paper"


def nobody(sentence: Sentence, token: Token) -> bool:
    """No group; nobody; none of the guests."""
    return token.lemma in NOBODY or any(t.lemma in {"no", "neither"} for t in children(sentence, token, "det"))


def anybody(sentence: Sentence, token: Token) -> bool:
    """What "you think" is thought by nobody in particular."""
    return token.lemma == "you"


def bare(sentence: Sentence, token: Token) -> bool:
    """This; that; but "those who left" are people."""
    return token.lemma in {"this", "that", "these", "those", "such"} and not children(sentence, token)


def empty(sentence: Sentence, token: Token) -> bool:
    """It is a shame; when it comes to taxes. But what was aware of it and refused to answer may be a body."""
    if token.lemma != "it" or token.role not in {"nsubj", "expl"}:
        return False
    verb = sentence.tokens[token.head]
    return verb.lemma in {"be", "come"} and not any(t.pos == "VERB" for t in children(sentence, verb, "conj"))


def day(sentence: Sentence, token: Token) -> bool:
    """June 2016; Friday. "The 21-year-old" is no day."""
    return token.entity == "DATE" and (token.pos == "NUM" or token.lemma in DAYS)


def act_or_thing(sentence: Sentence, token: Token) -> bool:
    """The strike; his visit; this sentiment. A body may be named by such a word: "Amnesty" is one."""
    return token.entity not in PEOPLE and token.pos == "NOUN" and voice(token.lemma) == "thing"


RULES: tuple[Callable[[Sentence, Token], bool], ...] = (nobody, anybody, bare, empty, day, act_or_thing)
