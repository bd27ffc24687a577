"""`python -m training.coref FILE WHEELS` learns which mentions are of one event, and writes what it learned to data/.

FILE is ECB+ as JSON lines; WHEELS holds the encoder, of which only the vectors of single words are taken. Seconds.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from crosswire.fusion.candidates import candidates, likenesses
from crosswire.fusion.coreference import Mention, Weights, levels, mention
from crosswire.records import Article
from tools.tables import DATA, write

RIDGE = 20.0
STEPS = 8  # of Newton's method
WIDTH = 48  # numbers a word
EVEN = 0.3  # how far the directions of the vectors are made equally long

Row = tuple[tuple[str, str, int], ...]


class Told(NamedTuple):
    """A mention and the chain it stands in."""

    mention: Mention
    topic: int
    chain: Hashable


def told(records: Iterable[Mapping[str, Any]]) -> Iterator[Told]:
    """The mentions of acts in the sentences that were checked; a sentence is a line."""
    for record in records:
        text, topic = record["text"], record["topic"]
        for (start, stop), chain in taken(record).items():
            yield Told(mention(record["id"], text, start, stop, line_of(text, start, stop)), topic, (topic, chain))


def taken(record: Mapping[str, Any]) -> dict[tuple[int, int], Hashable]:
    """Where the mentions of acts stand in the checked sentences, the first piece of each, and their chains."""
    those = (each for each in record["mentions"] if "ACTION" in each["kind"] and each["selected"])
    return {tuple(each.get("parts", [[each["start"], each["end"]]])[0]): each["chain"] for each in those}


def line_of(text: str, start: int, stop: int) -> tuple[int, int]:
    """Where the line begins and ends that holds some words."""
    last = text.find("\n", stop)
    return text.rfind("\n", 0, start) + 1, last if last >= 0 else len(text)


def learn(rows: Sequence[Row], gold: Sequence[bool]) -> Weights:
    """The logarithm of the odds that each level stands for, of pairs of one word and of pairs of two by themselves."""
    weights: dict[tuple[str, str, int], float] = {}
    for kind in sorted({row[0][0] for row in rows}):
        those = [at for at, row in enumerate(rows) if row[0][0] == kind]
        weights.update(regressed([rows[at] for at in those], [gold[at] for at in those]))
    return weights


def regressed(rows: Sequence[Row], gold: Sequence[bool]) -> Weights:
    """Logistic regression on the levels, by Newton's method."""
    columns = {level: column for column, level in enumerate(sorted({level for row in rows for level in row}))}
    seen = np.zeros((len(rows), len(columns)), np.float32)
    for at, row in enumerate(rows):
        seen[at, [columns[level] for level in row]] = 1
    ridge = np.array([1e-3 if feature == "always" else RIDGE for _, feature, _ in columns])
    weights = np.zeros(len(columns))
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-(seen @ weights.astype(np.float32))))
        slope = seen.T @ (np.array(gold, np.float32) - share) - ridge * weights
        bend = (seen.T * (share * (1 - share))) @ seen + np.diag(ridge)
        weights += np.linalg.solve(bend.astype(np.float64), slope.astype(np.float64))
    return {level: round(float(weights[column]), 3) for level, column in columns.items()}


def kindred(wheels: Path) -> None:
    """Writes data/kindred.npz: of each stem the mean vector of its words, in WIDTH directions."""
    from safetensors.numpy import load_file

    from crosswire.words import stem
    from training.trunk import base_of

    base = base_of(wheels)
    vectors = next(v for k, v in load_file(base / "model.safetensors").items() if k.endswith("word_embeddings.weight"))
    by_stem: dict[str, list[int]] = {}
    for row, word in enumerate((base / "vocab.txt").read_text("utf-8").split("\n")):
        if word.isascii() and word.isalpha() and len(word) > 2:
            by_stem.setdefault(stem(word), []).append(row)
    means = np.array([vectors[rows].mean(axis=0) for rows in by_stem.values()])
    means -= means.mean(axis=0)
    lengths, directions = np.linalg.eigh(means.T @ means / len(means))
    kept = means @ directions[:, -WIDTH:] / lengths[-WIDTH:] ** EVEN
    kept *= 127 / np.abs(kept).max(axis=1, keepdims=True)
    stems = np.frombuffer("\n".join(by_stem).encode("ascii"), np.uint8)
    np.savez_compressed(DATA / "kindred.npz", stems=stems, vectors=kept.round().astype(np.int8))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("wheels", type=Path)
    arguments = parser.parse_args()
    kindred(arguments.wheels)
    records = list(map(json.loads, arguments.file.read_text("utf-8").splitlines()))
    everything = list(told(records))
    alike = likenesses(Article.of(r["text"]) for r in records)
    found = list(candidates([each.mention for each in everything], [r["id"] for r in records], alike))
    weights = learn(
        [tuple(levels(pair)) for _, _, pair in found],
        [everything[one].chain == everything[other].chain for one, other, _ in found],
    )
    rows = [
        {"words": words, "feature": feature, "level": str(level), "weight": f"{weight:.3f}"}
        for (words, feature, level), weight in weights.items()
    ]
    write("coreference", "made by training.coref from ECB+ (CC BY 3.0)", ("words", "feature", "level", "weight"), rows)


if __name__ == "__main__":
    main()
