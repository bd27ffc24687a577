"""`python -m training.cross DATA WHEELS OUT` cross-validates the type of acts: each sentence is asked once, unlearned.

Five models learn from the sets of events alone, each without a fifth of the sentences; one JSON object a line, each
fold's accuracy and then the figures over all sentences. About 25 minutes on two cores; OUT keeps the checkpoints.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from bench.events import macro_f1, quad_of, side
from crosswire.model import look, opened
from training.heads import SETS
from training.pack import pack
from training.train import FOLDS, learn, parts
from training.trunk import Reader, base_of
from training.validate import best, paragraphs

EVENTS = tuple(each for each in SETS if each.name in {"PLV", "CAMEO roles", "no act"})
SENTENCES = next(each for each in SETS if each.name == "PLV")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    base = base_of(arguments.wheels)
    told: list[tuple[str, str]] = []
    for fold in range(FOLDS):
        model = Reader(base)
        learn(model, EVENTS, arguments.data, arguments.out / f"{fold}.pt", fold, seed=0)
        with tempfile.TemporaryDirectory() as folder:
            pack(model, base, Path(folder))
            packed = opened(Path(folder))
        examples = parts(list(SENTENCES.train(arguments.data)), fold)[1]
        sights = ((example, look(example.text, paragraphs(example), packed)) for example in examples)
        found = [(e.answers["act"][0][2], best(sight, e.answers["part"])) for e, sight in sights if sight]
        told += found
        print(json.dumps({"fold": fold, "accuracy": sum(a == b for a, b in found) / len(found)}), flush=True)
    quads = [(str(quad_of(gold)), str(quad_of(seen))) for gold, seen in told]
    binary = [(side(gold), side(seen)) for gold, seen in told]
    figures = {"type_macro_f1": told, "quad_macro_f1": quads, "binary_macro_f1": binary}
    print(json.dumps({name: macro_f1(pairs) for name, pairs in figures.items()} | {"records": len(told)}))


if __name__ == "__main__":
    main()
