"""What the reader model is asked: one head a question, each with its labels and the texts it learns from.

A head gives every word piece of a text one number a label; a mark is judged by the mean over its pieces.
A new question is a new `Head` in HEADS, with a function that reads its examples.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple


class Example(NamedTuple):
    """A text and its marks: half-open code points, and the label of what stands there. No fold splits a `group`."""

    text: str
    marks: tuple[tuple[int, int, str], ...]
    group: str
    of: str  # the set it is from


class Head(NamedTuple):
    """A question of the model."""

    name: str
    labels: tuple[str, ...]
    examples: Callable[[Path], Iterator[Example]]


USES = {
    "literal": "place",
    "metonymic": "power",
    "Literal": "place",
    "Literal_Modifier": "place",
    "Coercion": "place",
    "Metonymic": "power",
    "Non_Literal_Modifier": "modifier",
    "Demonym": "modifier",
    "Embedded_Literal": "part",
    "Embedded_Non_Lit": "part",
}
WIDEST = 200  # code points of an article on either side of a toponym; a sentence is seldom longer


def uses(data: Path) -> Iterator[Example]:
    """What the name of a place stands for: ReLocaR's sentences, and lines around the toponyms of GeoWebNews."""
    for record in records(data / "places/relocar_train.jsonl"):
        yield Example(
            record["text"], ((record["start"], record["end"], USES[record["label"]]),), record["text"], "ReLocaR"
        )
    for record in records(data / "places/gwn_dev.jsonl"):
        marks: dict[tuple[int, int], list[tuple[int, int, str]]] = {}
        for toponym in record["toponyms"]:
            if toponym["type"] in USES:
                start, stop = around(record["text"], toponym["start"], toponym["end"])
                mark = (toponym["start"] - start, toponym["end"] - start, USES[toponym["type"]])
                marks.setdefault((start, stop), []).append(mark)
        for (start, stop), inside in marks.items():
            yield Example(record["text"][start:stop], tuple(sorted(inside)), record["id"], "GeoWebNews")


def around(text: str, start: int, stop: int) -> tuple[int, int]:
    """The sentence of a toponym, roughly: to the points and line ends beside it."""
    ends = (". ", "! ", "? ", "\n")
    before = max((at + len(end) for end in ends if (at := text.rfind(end, 0, start)) >= 0), default=0)
    after = min((at + 1 for end in ends if (at := text.find(end, stop)) >= 0), default=len(text))
    return max(before, start - WIDEST), min(after, stop + WIDEST)


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, one JSON object a line."""
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


HEADS = (Head("use", ("place", "power", "modifier", "part"), uses),)
