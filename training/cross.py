"""`python -m training.cross DATA WHEELS [--fold K]` cross-validates the type of acts.

Each sentence of political science is asked once, unlearned. Five models learn types alone, each without a fifth of
these sentences, none of which is among those of news; one JSON object a line, each fold's figures and then those over
all. Two hours on two cores. Of the fold that the shipped reader model has not learned from, there are the figures of
both together too, as `crosswire.act` asks.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from bench.events import macro_f1, quad_of, side
from crosswire.claims.seen import together, type_shares
from crosswire.glance import act_shares
from crosswire.model import GLANCE, Model, look, opened
from training.glance import TYPES, Glance, Lessons, Sentence, learn
from training.pack import pack_glance
from training.train import FOLDS
from training.trunk import base_of

UNLEARNED = 0  # the fold that the shipped reader model was trained without

Shares = Mapping[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("--fold", type=int, help="only this one, 0 to 4")
    arguments = parser.parse_args()
    typed, news, classed = Lessons.of(arguments.data)
    asked: list[Sentence] = []
    told: list[Shares] = []
    for fold in range(FOLDS) if arguments.fold is None else (arguments.fold,):
        others, classes = ([each for each in those if fold_of(each) != fold] for those in (typed, classed))
        model = learned(Lessons(others, news, classes), arguments.wheels)
        mine = [each for each in typed if fold_of(each) == fold]
        found = [act_shares(each.text, *each.sides, model) for each in mine]
        show(f"fold {fold}", mine, found)
        if fold == UNLEARNED:
            show("both models", mine, [together(by_words(each), said) for each, said in zip(mine, found, strict=True)])
        asked += mine
        told += found
    show("all", asked, told)


def learned(lessons: Lessons, wheels: Path) -> Model:
    """A model of these lessons alone, as it would ship."""
    base = base_of(wheels)
    model = Glance(base)
    learn(model, lessons, (), base, 0)
    with tempfile.TemporaryDirectory() as folder:
        pack_glance(model, base, Path(folder))
        return opened(Path(folder), GLANCE)


def by_words(sentence: Sentence) -> Shares:
    """What the shipped reader model says of the words of both sides."""
    sight = look(sentence.text, [(0, len(sentence.text))])
    return type_shares(sight, [tuple(span) for sides in sentence.sides for span in sides]) if sight else {}


def show(name: str, asked: Sequence[Sentence], told: Iterable[Shares]) -> None:
    """One line of figures."""
    pairs = [(TYPES[each.types[0]], max(said, key=said.__getitem__)) for each, said in zip(asked, told, strict=True)]
    figures = {
        "accuracy": round(sum(gold == found for gold, found in pairs) / len(pairs), 4),
        "type_macro_f1": macro_f1(pairs),
        "quad_macro_f1": macro_f1((str(quad_of(gold)), str(quad_of(found))) for gold, found in pairs),
        "binary_macro_f1": macro_f1((side(gold), side(found)) for gold, found in pairs),
    }
    print(json.dumps({"sentences": name, **figures, "records": len(pairs)}), flush=True)


def fold_of(sentence: Sentence) -> int:
    return crc32(sentence.group.encode()) % FOLDS


if __name__ == "__main__":
    main()
