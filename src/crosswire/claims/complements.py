"""Which clauses a speaking verb introduces, where the parse hangs more or other words on it."""

from __future__ import annotations

from crosswire.claims.drafts import closes
from crosswire.claims.speakers import PARTING, TALKS, is_cue, joins_speech, phrase
from crosswire.knowledge.cues import cues
from crosswire.syntax import Sentence, Token, children, head, subtree


def content_of(sentence: Sentence, cue: Token) -> tuple[Token, ...]:
    """The clauses a cue introduces; one that only tells who reports it is none, though what that one took is."""
    found: list[Token] = []
    for clause in children(sentence, cue, "ccomp"):
        found += children(sentence, clause, "ccomp") if reported_by(sentence, clause) else (clause,)
    return tuple(found)


def reported_by(sentence: Sentence, cue: Token) -> Token | None:
    """The cue that a report at the end of its sentence passes on: "North Korea said it would reply, Yonhap reported".

    The parse hangs the second on the first, as if it were said.
    """
    above, subjects = head(sentence, cue), children(sentence, cue, "nsubj")
    bound = cue.role not in {"ccomp", "advcl"} or children(sentence, cue, "mark")
    if above is None or bound or not is_cue(cue) or not is_cue(above) or not subjects:
        return None
    before = sentence.tokens[phrase(sentence, subjects[0], cue).first - 1]
    closes = all(
        t.role in {"prep", "npadvmod", "advmod", "punct"} for t in children(sentence, cue) if t.index > cue.index
    )
    return above if above.index < before.index and before.text == "," and closes else None


def parted_off(sentence: Sentence, clause: Token, source: Token) -> bool:
    """Whether a clause and who speaks after it are parted by more than a comma: "It is full; the mayor said ..".

    So do words that join: "It is full, while the mayor said ..".
    """
    between = sentence.tokens[clause.index : source.index]
    joined = sentence.tokens[max(phrase(sentence, source).first - 1, 0)]
    return any(t.text == ";" for t in between) or (joined in between and joined.lemma in PARTING)


def leads_to(sentence: Sentence, clause: Token, cue: Token) -> bool:
    """Whether nothing between a cue and a clause could take the clause itself: no "response to claims that .."."""
    between = clause
    while (above := head(sentence, between)) is not None and above.index >= cue.index:
        if above is cue:
            return between is not clause
        noun = cues().get((above.lemma, "noun")) if above.pos == "NOUN" and above.lemma not in TALKS else None
        if (noun and "clause" in noun.frames) or (above.pos in {"VERB", "AUX"} and above.tag not in {"VBN", "VBG"}):
            return False
        between = above
    return False


def further_speech(sentence: Sentence, clause: Token) -> list[Token]:
    """Participles from outside the clause they were hung on: ".., adding that ..", ".., according to Tass"."""
    joined = [t for t in subtree(sentence, clause) if joins_speech(sentence, t) or is_credit(sentence, t)]
    return [t for each in joined for t in subtree(sentence, each)]


def is_credit(sentence: Sentence, word: Token) -> bool:
    return word.text.lower() == "according" and closes(sentence, word)
