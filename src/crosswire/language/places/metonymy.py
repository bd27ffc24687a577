"""Whether a place's name stands for the place itself or for the power that sits there: "in Moscow", "Moscow said"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosswire.language.places.beside import Naming
from crosswire.language.toponyms import Toponym
from crosswire.model import Asked, Model, judged
from crosswire.records import Article
from crosswire.syntax import Token

WIDEST = 45  # code points read on either side of a name: twice as fast as whole sentences, and as often right
WITHIN = {"in", "into", "near", "inside", "outside", "throughout", "across"}
DOERS = {"by", "against"}
STATES = set("be have lie border cover contain comprise consist include share belong stretch stand".split())  # no acts
# what a name may be once the form of the words is known, first what it is where nothing speaks against it
OPEN = {"place": ("place", "power"), "modifier": ("modifier", "place", "power")}


def uses(
    article: Article, named: Sequence[tuple[Naming, Toponym | None]], model: Model | None = None
) -> tuple[str, ...]:
    """For each name place, power, modifier, part or dateline.

    What the form of the words tells stays: "Russian" is a modifier, and where a report was filed a dateline. Then the
    words that tie the name to its sentence decide; where they may mean either, the reader model.
    """
    told = [form(naming, toponym) for naming, toponym in named]
    choices = [choices_of(naming, toponym) for naming, toponym in named]
    ruled = [by_syntax(naming) if open_ones else None for (naming, _), open_ones in zip(named, choices, strict=True)]
    left = [at for at, open_ones in enumerate(choices) if open_ones and ruled[at] is None]
    answers = dict(zip(left, judged("use", asked(article, [named[at][0] for at in left]), model), strict=True))
    return tuple(
        ruled[at] or (best(choices[at], answers[at]) if answers.get(at) else told[at]) for at in range(len(named))
    )


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


def asked(article: Article, namings: Sequence[Naming]) -> list[Asked]:
    """Each name in the words of its sentence around it and around the other names that are asked about there."""
    by_sentence: dict[int, list[Naming]] = {}
    for naming in namings:
        by_sentence.setdefault(tokens_of(naming)[0].start, []).append(naming)
    windows = {at: window(inside) for at, inside in by_sentence.items()}
    around = [windows[tokens_of(naming)[0].start] for naming in namings]
    return [
        Asked(article.text[start:stop], naming.start - start, naming.stop - start)
        for naming, (start, stop) in zip(namings, around, strict=True)
    ]


def window(namings: Sequence[Naming]) -> tuple[int, int]:
    """Code points from some words before the first name of a sentence to some words after the last."""
    first, last = min(naming.start for naming in namings), max(naming.stop for naming in namings)
    near = [t for t in tokens_of(namings[0]) if first - WIDEST <= t.start and t.stop <= last + WIDEST]
    return min([first, *(token.start for token in near)]), max([last, *(token.stop for token in near)])


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
