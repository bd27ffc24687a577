"""How likely the words of an act tell one, of which type, and who of the sentence does it to whom.

Numbers learned of some fifteen thousand words of news that were judged by reading (`training.acts`), from what the
reader model sees in the words, from how they hang together in the parse, and from what the rules take for the sides.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import compress
from math import exp, fsum, log, prod
from operator import itemgetter, mul
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from crosswire.claims.acts import act_words
from crosswire.claims.cast import Cast
from crosswire.claims.clauses import PLACES
from crosswire.claims.seen import YIELD
from crosswire.claims.told import Told
from crosswire.model import Sight
from crosswire.records import Actor, Cited
from crosswire.sight import means
from crosswire.syntax import Sentence, Token, ancestors

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROLES = ("actor", "recipient")
SIDES = {"NOUN", "PROPN", "PRON"}
COUNTED = {"NUM", "DET", "ADJ"}  # sides where they stand alone: "four were held", "the wounded", "others"
ALONE = {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "attr"}
PASSING = {"across", "along", "off", "through"}
LONGEST = 4  # steps of a path, up or down
FAR = "far"
APART = 12  # words, more tell no more
FLOOR = 1e-4  # of a share

Sides = tuple[Cited[Actor], ...]


class Asked(NamedTuple):
    """What is asked of the words of an act: the words of the sentence that may be a side, and signs of each.

    `seen` is a row of what the reader model sees for the act's own words, and then one for each candidate.
    """

    candidates: tuple[Token, ...]
    seen: NDArray[Any]
    own: tuple[str, ...]
    signs: tuple[tuple[tuple[str, ...], ...], ...]  # by role and candidate, nobody first


class Likely(NamedTuple):
    """Shares that sum to one: of the types with "none", and by role of nobody and then of each candidate."""

    candidates: tuple[Token, ...]
    types: Mapping[str, float]
    sides: tuple[tuple[float, ...], ...]

    def type(self, type: str) -> float:
        """How likely it is an act of this type."""
        return self.types.get(YIELD.get(type, type), 0.0)

    def of(self, role: int, sides: Sides, things: Container[int] = ()) -> float:
        """How likely these are the side, or among it; where none is a word of the sentence, that nobody in it is.

        Words for things, by index, count for them.
        """
        nobody, *shares = self.sides[role]
        every = [*zip(self.candidates, shares, strict=True)]
        own = [share for token, share in every if lies(sides, token)]
        theirs = sum(share for token, share in every if token.index in things and not lies(sides, token))
        return (sum(own) if own else nobody) + theirs

    def best(self, role: int, taken: Sides = ()) -> tuple[Token | None, float]:
        """The likeliest candidate that is not taken, or None for nobody, and how likely it is."""
        free = [
            (share, token)
            for token, share in zip((None, *self.candidates), self.sides[role], strict=True)
            if token is None or not lies(taken, token)
        ]
        share, token = max(free, key=itemgetter(0))
        return token, share

    def among(self, words: Container[int]) -> Likely:
        """The same given that each side is among some words, by index, or nobody."""
        kept = [True, *(token.index in words for token in self.candidates)]
        wholes = [sum(compress(own, kept)) for own in self.sides]
        sides = (
            tuple(share / whole if keep else 0.0 for share, keep in zip(own, kept, strict=True))
            for own, whole in zip(self.sides, wholes, strict=True)
        )
        return self._replace(sides=tuple(sides))


class Weights(NamedTuple):
    """What `training.acts` learned: matrices, and the numbers of signs."""

    arrays: Mapping[str, NDArray[Any]]
    signs: Mapping[str, int]
    types: tuple[str, ...]


def likely(asked: Asked, weights: Weights | None = None) -> Likely:
    """The shares of what is asked."""
    import numpy

    known = weights or learned()
    of, act = known.arrays, asked.seen[0]
    inner = numpy.maximum(act @ of["inner"] + of["inner_offset"], 0)
    own = [known.signs[sign] for sign in asked.own if sign in known.signs]
    types = inner @ of["type"] + of["type_signs"][own].sum(axis=0)
    sides = []
    for role in range(len(ROLES)):
        ask, answer = act @ of["ask"][role] + of["ask_offset"][role], asked.seen[1:] @ of["answer"][role]
        scores = numpy.concatenate([[inner @ of["nobody"][role]], answer @ ask])
        for row, signs in enumerate(asked.signs[role]):
            scores[row] += sum(of["side_signs"][role][known.signs[sign]] for sign in signs if sign in known.signs)
        sides.append(tuple(shares(scores).tolist()))
    return Likely(asked.candidates, dict(zip(known.types, shares(types).tolist(), strict=True)), tuple(sides))


def evidence(parts: Sequence[float], *, refused: bool) -> tuple[float, ...]:
    """What how sure an act is hangs on: how likely its type and each side are, and whether a rule refuses it."""
    return 1.0, *(log(max(part, FLOOR)) for part in parts), prod(parts), min(parts), float(refused)


def sure(parts: Sequence[float], *, refused: bool) -> float:
    """How likely type, actors and recipients of an act are right together, from 0 to 1, in hundredths."""
    weights = learned().arrays["sure"].tolist()
    return round(1 / (1 + exp(-fsum(map(mul, weights, evidence(parts, refused=refused))))), 2)


def shares(numbers: NDArray[Any]) -> NDArray[Any]:
    import numpy

    found: NDArray[Any] = numpy.exp(numbers - numbers.max())
    found /= found.sum()
    return found


def asked_of(told: Told, here: Cast, sight: Sight, refused: str | None = None) -> Asked | None:
    """What is asked of an act, with the rule that refused it if one did; None where its words were not read."""
    import numpy

    sentence, trigger = told.sentence, told.trigger
    tokens = candidates(sentence, trigger.words)
    words = len(trigger.words)
    rows, read = means(sight, "seen", [(token.start, token.stop) for token in (*trigger.words, *tokens)])
    if not all(read[:words]):
        return None
    tokens = tuple(compress(tokens, read[words:]))
    act = rows[:words].mean(axis=0)
    anchor = top(trigger.words)
    type = YIELD.get(told.status.type, told.status.type)
    own = (f"type {type}", f"by {trigger.rule}", f"act {trigger.act.id}", f"refused {refused}")
    plain = [tuple(signs_of(told, anchor, token, here)) for token in tokens]
    signs = tuple(
        (
            ("nobody", *(("nobody by rule",) if not sides else ()), f"nobody of {trigger.act.type}"),
            *((*signs, *by_rule(token, sides)) for token, signs in zip(tokens, plain, strict=True)),
        )
        for sides in (told.actors, told.recipients)
    )
    return Asked(tokens, numpy.vstack([act, rows[words:][read[words:]]]), own, signs)


def candidates(sentence: Sentence, words: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a sentence that may stand for a side of the act that some words tell."""
    own = {word.index for word in words}
    able = {t.index for t in sentence.tokens if t.index not in own and may_be_side(t) and not is_passed(sentence, t)}

    def within(token: Token) -> bool:  # "the Trump campaign" is its campaign
        return token.role in {"compound", "nmod"} and token.head in able and token.entity != "NORP"

    return tuple(t for t in sentence.tokens if t.index in able and not within(t))


def may_be_side(token: Token) -> bool:
    return token.pos in SIDES or token.entity == "NORP" or (token.pos in COUNTED and token.role in ALONE)


def is_passed(sentence: Sentence, token: Token) -> bool:
    """Whether a place is only gone through or by: "marched through Harare" is nothing done to Zimbabwe."""
    by = token.role == "pobj" and sentence.tokens[token.head].lemma in PASSING
    return by and token.entity in PLACES


def signs_of(told: Told, anchor: Token, token: Token, here: Cast) -> Iterable[str]:
    """What of a candidate is weighed beside what is seen in it, whichever side it may be."""
    up, down = path(told.sentence, anchor, token)
    before = "<" if token.index < anchor.index else ">"
    end = f"{before} {len(up)} {down[-1] if down else ''}"
    yield f"path {before} {' '.join(up)} | {' '.join(down)}"
    yield f"end {end}"
    yield f"end {end} of {told.status.type}"
    yield f"apart {before} {min(abs(token.index - anchor.index), APART)}"
    yield f"lemma {token.lemma}"
    yield f"first {up[0] if up else down[0] if down else ''}"
    yield f"kind {token.pos} {token.entity}"
    if here.at(token):
        yield "known"
    if token.lemma in act_words("people") or token.lemma in act_words("bodies"):
        yield "people"


def by_rule(token: Token, sides: Sides) -> tuple[str, ...]:
    """What the rules take a candidate for."""
    if lies(sides, token):
        return ("by rule",)
    return ("another by rule",) if sides else ()


def path(sentence: Sentence, anchor: Token, token: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The roles passed from an act's word up to what is over both, and down to the other; prepositions with lemma."""
    over, under = ([each, *ancestors(sentence, each)] for each in (anchor, token))
    up, down = ([t for t in these if t not in those] for these, those in ((over, under), (under, over)))
    if len(up) > LONGEST or len(down) > LONGEST:
        return (FAR,), (FAR,)
    return tuple(map(step, up)), tuple(map(step, reversed(down)))


def step(token: Token) -> str:
    return f"{token.role}:{token.lemma}" if token.role in {"prep", "agent", "mark"} else token.role


def top(words: Sequence[Token]) -> Token:
    """Of the words of an act the one that the others hang on."""
    own = {word.index for word in words}
    return next((word for word in words if word.head not in own or word.head == word.index), words[0])


def lies(sides: Sides, token: Token) -> bool:
    return any(span.start < token.stop and token.start < span.stop for side in sides for span in side.spans)


@cache
def learned() -> Weights:
    """What `training.acts` made."""
    with resources.as_file(resources.files("crosswire.data") / "acts.npz") as file:
        return kept_in(file)


def kept_in(file: Path) -> Weights:
    """The weights of a file as `training.acts` writes it."""
    import numpy

    with numpy.load(file) as kept:
        arrays = {name: kept[name].astype(numpy.float32) for name in kept.files if name not in {"signs", "types"}}
        signs = {str(sign): number for number, sign in enumerate(kept["signs"])}
        return Weights(arrays, signs, tuple(map(str, kept["types"])))
