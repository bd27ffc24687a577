"""Words that say what became of the act they govern, from data/signs.tsv: "plan", "deny", "call for"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from crosswire.claims.acts import act_words
from crosswire.claims.predicates import Governor, Predicate, governors
from crosswire.knowledge.lexicon import rows
from crosswire.syntax import Sentence, Token, ancestors, children, head

Signed = tuple[str, tuple[Token, ...]]  # a status and the words that say it

AS_IT = "done"  # what holds of the word holds of the act: "managed to", "forced to"


@cache
def signs(frame: str) -> Mapping[str, str]:
    """The status that each word gives to what stands with it in a frame: to, that, thing, subject, as, beside."""
    return {
        word: row["status"] for row in rows("signs") if frame in row["frames"].split() for word in row["words"].split()
    }


class Sign(NamedTuple):
    """What a word says of what it governs: a status, the word, and the words that say it ("ruled", "out")."""

    status: str
    governor: Governor
    words: tuple[Token, ...]


def signed(sentence: Sentence, told: Predicate) -> Iterator[Sign]:
    """What the words above a predicate say of it, the nearest first."""
    for found in governors(sentence, told):
        signs = (*(sign(sentence, other) for other in misplaced(sentence, found)), sign(sentence, found))
        yield from filter(None, signs)


def misplaced(sentence: Sentence, found: Governor) -> Iterator[Governor]:
    """Where the parser may have gone one word astray: "set a deadline for them to go", "warned Chile of sanctions"."""
    word, link = found.word, found.link
    if found.frame == "to" and (link is None or link.role == "mark") and word.pos == "VERB":
        nouns = children(sentence, word, "dobj")
        yield from (Governor(noun, "to") for noun in nouns if noun.pos == "NOUN")
    if word.lemma == "be":  # "their demand is his release", "the plan is to send troops"
        yield from (Governor(noun, "to") for noun in children(sentence, word, "nsubj") if noun.pos == "NOUN")
    above = next((t for t in ancestors(sentence, word) if t.pos == "VERB"), None)
    if link and above and word.role in {"dobj", "pobj"} and f"{above.lemma}_{link.lemma}" in signs(found.frame):
        yield Governor(above, found.frame, link)


def sign(sentence: Sentence, found: Governor) -> Sign | None:
    word, known = found.word, signs(found.frame)
    for other in (*filter(None, (found.link,)), *beside(sentence, word)):
        status = known.get(f"{word.lemma}_{other.lemma}")
        if status:
            return Sign(status, found, (word,) if other is found.link or other.role == "prep" else (word, other))
    status = known.get(word.text.lower()) or known.get(word.lemma) or known.get(f"{word.lemma}/{word.pos.lower()[0]}")
    if status is None or (word.lemma in act_words("spells") and not allowed(sentence, word)):
        return None
    came_true = word.lemma in act_words("letting") and past(sentence, word)
    return Sign(AS_IT if came_true else status, found, (word,))


def allowed(sentence: Sentence, spell: Token) -> bool:
    """Whether a time is one to do something in: "gave them two days to leave"; not "took two days to leave"."""
    above = head(sentence, spell)
    return above is not None and above.lemma in {"give", "have", "be"}


def beside(sentence: Sentence, word: Token) -> tuple[Token, ...]:
    """What may make another word of it: "call off", "under way"."""
    found = children(sentence, word, "prt", "prep", "advmod", "pobj")
    return tuple(t for t in found if t.lemma == "until" or not dated(sentence, t))


def dated(sentence: Sentence, preposition: Token) -> bool:
    """Whether a preposition tells the day: "called a strike for Friday" calls for nothing."""
    return any(noun.entity in {"DATE", "TIME"} for noun in children(sentence, preposition))


def past(sentence: Sentence, word: Token) -> bool:
    """Whether it was so: "was able to", "let them go"."""
    verb = sentence.tokens[word.head] if word.pos == "ADJ" else word
    return verb.tag == "VBD" or any(t.tag == "VBD" for t in children(sentence, verb, "aux", "auxpass"))
