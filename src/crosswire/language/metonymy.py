"""Whether a place's name stands for the place itself or for the power that sits there: "in Moscow", "Moscow said"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosswire.language.evidence import LOCATIVE
from crosswire.language.places.beside import Naming
from crosswire.language.toponyms import Toponym
from crosswire.model import Asked, Model, judged
from crosswire.records import Article
from crosswire.syntax import Token

WIDEST = 200  # code points of a sentence read on either side of a name, as the model learned it
ACTING = {"nsubj", "agent", "dative"}
# what a name may be once the form of the words is known, first what it is where nothing speaks against it
OPEN = {"place": ("place", "power"), "modifier": ("modifier", "place", "power")}


def uses(
    article: Article, named: Sequence[tuple[Naming, Toponym | None]], model: Model | None = None
) -> tuple[str, ...]:
    """For each name place, power, modifier or part.

    What the form of the words tells stays: "Russian" is a modifier. The rest the reader model decides, and where it is
    absent, whether the name acts in its sentence.
    """
    open_ones = [(naming, choices) for naming, toponym in named if (choices := choices_of(toponym)) and naming.sentence]
    answers = judged("use", [asked(article, naming) for naming, _ in open_ones], model)
    decided = {
        (naming.start, naming.stop): best(choices, labels) if labels else by_syntax(naming, choices[0])
        for (naming, choices), labels in zip(open_ones, answers, strict=True)
    }
    told = (toponym.use if toponym else "place" for _, toponym in named)
    return tuple(decided.get((each.start, each.stop), use) for (each, _), use in zip(named, told, strict=True))


def choices_of(toponym: Toponym | None) -> tuple[str, ...]:
    """What is left to decide; nothing for adjectives, parts of other names and datelines."""
    if toponym is None:
        return OPEN["place"]
    adjective = toponym.entry is not None and toponym.entry.kind == "demonym"
    last = toponym.sentence.tokens[toponym.stop - 1]
    if adjective or last.tag == "JJ" or toponym.sentence.zone == "dateline":
        return ()
    return OPEN.get(toponym.use, ())


def asked(article: Article, naming: Naming) -> Asked:
    """The sentence of a name, a long one cut around it."""
    assert naming.sentence is not None, "names outside all sentences are not asked about"
    first = max(naming.sentence.start, naming.start - WIDEST)
    last = max(min(naming.sentence.stop, naming.stop + WIDEST), naming.stop)
    return Asked(article.text[first:last], naming.start - first, naming.stop - first)


def best(choices: Sequence[str], labels: Mapping[str, float]) -> str:
    return max(choices, key=lambda choice: labels[choice])


def by_syntax(naming: Naming, otherwise: str) -> str:
    """A name that acts in its sentence is a power, unless a preposition of place stands before it."""
    inside = [token for token in tokens_of(naming) if naming.start <= token.start < naming.stop]
    before = [token for token in tokens_of(naming) if token.stop <= naming.start][-1:]
    acts = any(token.role in ACTING for token in inside)
    return "power" if acts and not any(token.text.lower() in LOCATIVE for token in before) else otherwise


def tokens_of(naming: Naming) -> tuple[Token, ...]:
    return naming.sentence.tokens if naming.sentence else ()
