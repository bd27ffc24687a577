"""`python -m training.cross DATA WHEELS [--fold K]` cross-validates the type of acts.

Each sentence is asked once, unlearned. Five models learn from the sentences with types and classes alone, each without
a fifth; one JSON object a line, each fold's accuracy and then the figures over all. Forty minutes on two cores.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from zlib import crc32

from bench.events import macro_f1, quad_of, side
from crosswire.glance import act_shares
from crosswire.model import GLANCE, opened
from training.glance import TYPES, Glance, Sentence, by_quad, by_type, learn
from training.pack import pack_glance
from training.train import FOLDS
from training.trunk import base_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("--fold", type=int, help="only this one, 0 to 4")
    arguments = parser.parse_args()
    base = base_of(arguments.wheels)
    typed, classed = list(by_type(arguments.data)), list(by_quad(arguments.data))
    every: list[tuple[str, str]] = []
    for fold in range(FOLDS) if arguments.fold is None else (arguments.fold,):
        model = Glance(base)
        learn(model, *([each for each in those if fold_of(each) != fold] for those in (typed, classed)), (), base, 0)
        with tempfile.TemporaryDirectory() as folder:
            pack_glance(model, base, Path(folder))
            packed = opened(Path(folder), GLANCE)
        asked = [each for each in typed if fold_of(each) == fold]
        seen = [act_shares(each.text, *each.sides, packed) for each in asked]
        found = [
            (TYPES[each.types[0]], max(told, key=told.__getitem__)) for each, told in zip(asked, seen, strict=True)
        ]
        every += found
        print(json.dumps({"fold": fold, "accuracy": sum(a == b for a, b in found) / len(found)}), flush=True)
    quads = [(str(quad_of(gold)), str(quad_of(seen))) for gold, seen in every]
    binary = [(side(gold), side(seen)) for gold, seen in every]
    figures = {"type_macro_f1": every, "quad_macro_f1": quads, "binary_macro_f1": binary}
    print(json.dumps({name: macro_f1(pairs) for name, pairs in figures.items()} | {"records": len(every)}))


def fold_of(sentence: Sentence) -> int:
    return crc32(sentence.group.encode()) % FOLDS


if __name__ == "__main__":
    main()
