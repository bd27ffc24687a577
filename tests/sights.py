"""What a model of our own would see: numbers for the words of a text of one window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy

from crosswire.model import NOWHERE, Seen, Sight, Window


def sight(text: str, labels: Mapping[str, list[str]], **numbers: Sequence[Sequence[float]]) -> Sight:
    """A text whose words are its pieces, read by heads that say these numbers of each of them."""
    words = text.split(" ")
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    window = Window(
        tuple(range(len(words) + 2)),
        (0,) * (len(words) + 2),
        (NOWHERE, *starts, NOWHERE),
        (NOWHERE, *(start + len(word) for start, word in zip(starts, words, strict=True)), NOWHERE),
        (False, *(True for _ in words), False),
    )
    arrays = {head: numpy.array([[0.0] * len(rows[0]), *rows, [0.0] * len(rows[0])]) for head, rows in numbers.items()}
    return Sight((Seen(window, arrays),), dict(labels))


def row(labels: Sequence[str], label: str) -> list[float]:
    """Numbers that are sure of one label."""
    return [9.0 * (each == label) for each in labels]
