"""What acts mean where they stand, in numbers."""

from __future__ import annotations

import numpy as np

import crosswire
from crosswire.records import Article

SIGNED = "Kenya signed a fisheries accord with Uganda in Entebbe on Monday."
AGAIN = "Ugandan and Kenyan ministers have signed the accord on fish at Entebbe."
SHELLED = "Uganda's army shelled the Kenyan town of Busia on Friday."


def first(text: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    reading = crosswire.read(Article.of(text))
    assert len(reading.gists) == len(reading.events)
    row = np.frombuffer(reading.gists[0], np.int8).astype(np.float64)
    return row / np.linalg.norm(row)


def test_acts_of_one_event_are_nearer_than_others() -> None:
    signed, again, shelled = map(first, (SIGNED, AGAIN, SHELLED))
    assert signed @ again > max(signed @ shelled, again @ shelled)
