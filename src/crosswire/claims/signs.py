"""Words that say what became of the act they govern, from data/signs.tsv: "plan", "deny", "call for"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosswire.claims.acts import act_words
from crosswire.claims.predicates import Governor
from crosswire.knowledge.lexicon import rows
from crosswire.syntax import Sentence, Token, children

AS_IT = "done"  # what holds of the word holds of the act: "managed to", "forced to"


@cache
def signs(frame: str) -> Mapping[str, str]:
    """The status that each word gives to what stands with it in a frame: to, that, thing, subject, as, beside."""
    return {
        word: row["status"] for row in rows("signs") if frame in row["frames"].split() for word in row["words"].split()
    }


def sign(sentence: Sentence, found: Governor) -> tuple[str, tuple[Token, ...]] | None:
    """What a governor says of the act, and the words that say it: "ruled", "out"."""
    word, known = found.word, signs(found.frame)
    joined = (found.link,) if found.link else children(sentence, word, "prt", "prep", "advmod")
    for other in joined:
        status = known.get(f"{word.lemma}_{other.lemma}")
        if status:
            return status, tuple(sorted((word, other), key=lambda t: t.index))
    status = known.get(word.text.lower()) or known.get(word.lemma)
    if status is None or (word.lemma in act_words("said_of") and found.frame == "to" and not passive(sentence, word)):
        return None
    return status, (word,)


def passive(sentence: Sentence, verb: Token) -> bool:
    """Whether nobody is named who says it: "is said to have left", "soldiers believed to be drunk"."""
    return bool(children(sentence, verb, "auxpass")) or verb.role in {"acl", "amod", "relcl"}
