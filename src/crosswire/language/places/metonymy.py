"""Whether a place's name stands for the place itself or for the power that sits there: "in Moscow", "Moscow said"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosswire.language.places.beside import Naming
from crosswire.language.toponyms import Toponym
from crosswire.model import Sight
from crosswire.sight import judged
from crosswire.syntax import Token

WITHIN = {"in", "into", "near", "inside", "outside", "throughout", "across"}
DOERS = {"by", "against"}
STATES = set("be have lie border cover contain comprise consist include share belong stretch stand".split())  # no acts
# what a name may be once the form of the words is known, first what it is where nothing speaks against it
OPEN = {"place": ("place", "power"), "modifier": ("modifier", "place", "power")}


def uses(named: Sequence[tuple[Naming, Toponym | None]], sight: Sight | None) -> tuple[str, ...]:
    """For each name place, power, modifier, part or dateline.

    What the form of the words tells stays: "Russian" is a modifier, and where a report was filed a dateline. Then the
    words that tie the name to its sentence decide; where they may mean either, the reader model.
    """
    return tuple(use_of(naming, toponym, sight) for naming, toponym in named)


def use_of(naming: Naming, toponym: Toponym | None, sight: Sight | None) -> str:
    choices = choices_of(naming, toponym)
    if choices and (ruled := by_syntax(naming)):
        return ruled
    labels = judged(sight, "use", naming.start, naming.stop) if choices and sight else {}
    return best(choices, labels) if labels else form(naming, toponym)


def form(naming: Naming, toponym: Toponym | None) -> str:
    """What a name is as far as its form and its place in the report tell."""
    if naming.sentence and naming.sentence.zone == "dateline":
        return "dateline"
    return toponym.use if toponym else "place"


def choices_of(naming: Naming, toponym: Toponym | None) -> tuple[str, ...]:
    """What is left to decide; nothing for adjectives, parts of other names, and outside all sentences."""
    if naming.sentence is None:
        return ()
    adjective = toponym is not None and toponym.entry is not None and toponym.entry.kind == "demonym"
    return () if adjective or last_of(naming).tag == "JJ" else OPEN.get(form(naming, toponym), ())


def last_of(naming: Naming) -> Token:
    """The last word of a name."""
    tokens = tokens_of(naming)
    return next((token for token in reversed(tokens) if token.start < naming.stop), tokens[0])


def best(choices: Sequence[str], labels: Mapping[str, float]) -> str:
    return max(choices, key=lambda choice: labels[choice])


def by_syntax(naming: Naming) -> str | None:
    """What the words around a name make of it, where that is plain."""
    inside = [token for token in tokens_of(naming) if naming.start <= token.start < naming.stop]
    return next((use for rule in RULES if inside and (use := rule(tokens_of(naming), inside))), None)


def behind_a_preposition(tokens: Sequence[Token], inside: Sequence[Token]) -> str | None:
    """ "In Moscow", "into northern Iraq" is a place; "by Moscow", "against Moscow" a power."""
    last = first_of_list(tokens, inside[-1])
    before = tokens[last.head]
    if last.role != "pobj" or before.index > last.index:
        return None
    return "place" if before.lemma in WITHIN else "power" if before.lemma in DOERS else None


def acting(tokens: Sequence[Token], inside: Sequence[Token]) -> str | None:
    """ "Moscow warned", "Moscow and Minsk warned": the subject of an act is a power; not of "Chad has a desert"."""
    last = first_of_list(tokens, inside[-1])
    verb = tokens[last.head]
    return "power" if last.role == "nsubj" and verb.pos == "VERB" and verb.lemma not in STATES else None


def first_of_list(tokens: Sequence[Token], token: Token) -> Token:
    """The first of those that a token is coordinated with: Syria for the Iraq of "in Syria and Iraq"."""
    while token.role == "conj" and tokens[token.head].pos == "PROPN":
        token = tokens[token.head]
    return token


RULES = (behind_a_preposition, acting)


def tokens_of(naming: Naming) -> tuple[Token, ...]:
    return naming.sentence.tokens if naming.sentence else ()
