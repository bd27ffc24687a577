"""Political acts as the reader model sees them: of which type, and by whom to whom."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from crosswire.claims.acts import act_words
from crosswire.claims.predicted import top
from crosswire.model import Sight
from crosswire.sight import judged, spans
from crosswire.syntax import Sentence, Token, children, subtree

NOTHING = "none"
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # one type to the model
YIELDED = {"YIELD": "RETREAT"}  # what it is where nothing says that it is only in words
ACTING = {"actor", "either"}
ASIDE = {"after", "follow", "following"}
RECEIVING = {"recipient", "either"}

Stretch = tuple[int, int]


class Part(NamedTuple):
    """Words for a side of an act: actor, recipient, or either where it is done to each other."""

    role: str
    start: int
    stop: int


class View(NamedTuple):
    """What the model sees of one sentence of a text: the numbers of the whole, and the sides in the sentence."""

    text: str
    sight: Sight
    parts: tuple[Part, ...]


def parts(sight: Sight) -> Iterator[Part]:
    """The sides the model sees, in reading order."""
    return (Part(each.kind, each.start, each.stop) for each in spans(sight, "part"))


def type_shares(sight: Sight, words: Iterable[Stretch]) -> Mapping[str, float]:
    """How likely an act told by these words and sides is of each type, or none; nothing where they were not read.

    The geometric mean of what the model says of each.
    """
    said = [shares for start, stop in words if (shares := judged(sight, "act", start, stop))]
    if not said:
        return {}
    logs = {type: sum(math.log(each[type]) for each in said) / len(said) for type in said[0]}
    whole = sum(map(math.exp, logs.values()))
    return {type: math.exp(each) / whole for type, each in logs.items()}


def together(words: Mapping[str, float], sentence: Mapping[str, float]) -> Mapping[str, float]:
    """How likely an act is of each type by its words and by its sentence with the sides marked; NOTHING is left out.

    The geometric mean: one of the two says what the other does not. Where one knows nothing the other decides.
    """
    if not words or not sentence:
        return {type: share for type, share in (words or sentence).items() if type != NOTHING}
    both = {type: math.sqrt(words[type] * share) for type, share in sentence.items()}
    whole = sum(both.values())
    return {type: each / whole for type, each in both.items()}


def inside(sentence: Sentence, part: Part) -> Sequence[Token]:
    """The words of a side."""
    return [t for t in sentence.tokens if t.start < part.stop and part.start < t.stop and t.text.strip()]


def receiving_below(sentence: Sentence, verb: Token, view: View) -> Iterator[Part]:
    """The sides that receive and stand under the word of an act, in reading order.

    Those of another's deed beside it do not, nor who does or undergoes what only comes with it, nor whom it is done
    under, nor under a noun what stands behind "after" or "following".
    """
    whole = subtree(sentence, verb)
    beside = (t for t in children(sentence, verb, "conj") if children(sentence, t, "nsubj", "nsubjpass"))
    aside = (*children(sentence, verb, "agent"), *(t for t in whole if t is not verb and comes_with(sentence, t)))
    apart = {t.index for other in (*beside, *aside) for t in subtree(sentence, other)}
    later = (t for t in children(sentence, verb, "prep") if t.lemma in ASIDE) if verb.pos == "NOUN" else ()
    apart |= {t.index for link in later for t in subtree(sentence, link)}
    below = {t.index for t in whole} - apart
    for part in view.parts:
        words = inside(sentence, part) if part.role in RECEIVING else ()
        if words and top(words).index in below:
            yield part


def comes_with(sentence: Sentence, word: Token) -> bool:
    """Whether what hangs on a word is no part of the act: "angering X", "to which X objects", "under X"."""
    relative = word.role == "nsubj" and sentence.tokens[word.head].role == "relcl"
    attending = word.role in {"acl", "advcl"} and word.tag == "VBG" and word.lemma not in act_words("hitting")
    return relative or attending or word.text == "under"


def overlapping(stretches: Iterable[Stretch], found: Iterable[Part]) -> bool:
    """Whether any of the words are those of a side."""
    found = tuple(found)
    return any(start < part.stop and part.start < stop for start, stop in stretches for part in found)
