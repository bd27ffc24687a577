"""What the words of an act mean in their sentence, in a few numbers: near for acts of one event."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

from crosswire.model import Sight, Stretch
from crosswire.sight import at

if TYPE_CHECKING:
    from numpy.typing import NDArray

BESIDE = 40  # code points
PARTS = 2  # of a gist, each learned by itself: together they err less
STEPS = 127  # of a number, either way from nothing


class Map(NamedTuple):
    """What is seen times `matrix`, and `offset` added, is a gist; `topics` of ECB+ are those it was learned from."""

    matrix: NDArray[Any]
    offset: NDArray[Any]
    topics: tuple[int, ...]

    def __call__(self, seen: NDArray[Any]) -> list[bytes]:
        """The gists of some rows: whole numbers from -127 to 127, one a byte, every part equally long."""
        import numpy

        found = (seen @ self.matrix + self.offset).reshape(len(seen), PARTS, -1)
        found /= numpy.linalg.norm(found, axis=2, keepdims=True)
        whole = numpy.rint(found / numpy.abs(found).max(axis=(1, 2), keepdims=True) * STEPS).astype(numpy.int8)
        return [bytes(row) for row in whole]


def gist(sight: Sight, words: Stretch, sentence: Stretch) -> bytes:
    """The gist of some words in their sentence; nothing where they were not read."""
    row = seen(sight, words, sentence)
    return b"" if row is None else learned()(row[None])[0]


def seen(sight: Sight, words: Stretch, sentence: Stretch) -> NDArray[Any] | None:
    """What the model sees on average in some words, in their sentence, and in it right before them and right after."""
    import numpy

    (start, stop), (first, last) = words, sentence
    beside = (max(first, start - BESIDE), start), (stop, min(last, stop + BESIDE))
    found = [at(sight, "seen", *each) if each[0] < each[1] else None for each in (words, sentence, *beside)]
    if found[0] is None or found[1] is None:
        return None
    return numpy.concatenate([numpy.zeros_like(found[0][0]) if each is None else each.mean(axis=0) for each in found])


@cache
def learned() -> Map:
    """What `training.coref` made."""
    import numpy

    with resources.as_file(resources.files("crosswire.data") / "gists.npz") as path, numpy.load(path) as kept:
        matrix, offset = (kept[name].astype(numpy.float32) for name in ("matrix", "offset"))
        return Map(matrix, offset, tuple(kept["topics"].tolist()))
