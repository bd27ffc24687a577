"""How near two words are in what they mean: "quake" to "tremor", "fire" to "dismiss"."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def kinship(one: str, other: str) -> float:
    """From -1 to 1, of two stems; 1 for the same one, 0 where the table has not both."""
    if one == other:
        return 1.0
    rows, vectors = table()
    return float(vectors[rows[one]] @ vectors[rows[other]]) if one in rows and other in rows else 0.0


@cache
def table() -> tuple[dict[str, int], NDArray[np.float32]]:
    """The row of each stem, and vectors of length one."""
    import numpy as np

    with resources.as_file(resources.files("crosswire.data") / "kindred.npz") as path, np.load(path) as kept:
        stems = kept["stems"].tobytes().decode("ascii").split("\n")
        vectors = kept["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {stem: row for row, stem in enumerate(stems)}, vectors
