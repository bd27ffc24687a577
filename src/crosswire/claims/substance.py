"""Whether a statement says anything: "welcomed this sentiment" and "mentioned it" only point at what was said."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.claims.drafts import Draft
from crosswire.knowledge.cues import strength
from crosswire.syntax import Token

POINTING = {"this", "that", "these", "those"}
TAKES_NO_SIDE = {"said", "reported", "evidence", "called"}  # "discussed the visit" says nothing of it; "denied it" does
MARKS = {'"', "“", "”", "‘", "«"}
SHORT = 2  # words


def says_something(found: Draft) -> bool:
    """Whether the content is more than a word that points elsewhere or the bare topic of a talk."""
    start, stop = found.content[0][0], found.content[-1][1]
    near = [t for t in found.sentence.tokens if start - 2 < t.start < stop + 1]
    inside = [t for t in near if any(a <= t.start < b for a, b in found.content) and t.text[0].isalnum()]
    if len(inside) > SHORT or not inside or any(t.text in MARKS for t in near):
        return True
    return not (points(inside) or bare_topic(inside, found.lemma))


def points(inside: Sequence[Token]) -> bool:
    """That; this sentiment; which."""
    if any(t.pos == "VERB" for t in inside):
        return False
    return inside[0].lemma in POINTING or all(t.tag in {"WDT", "WP", "WRB"} or t.lemma == "it" for t in inside)


def bare_topic(inside: Sequence[Token], lemma: str) -> bool:
    """The visit; previous warnings: a topic, and a cue that takes no side."""
    nominal = all(t.pos in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"} for t in inside)
    return nominal and strength(lemma) in TAKES_NO_SIDE
