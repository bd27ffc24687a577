"""What the second of our models sees in a few words at once: what a report is about, what one side does to another.

The reader model tells words apart, this one sums them up: of what it sees in some pieces it takes the mean, and asks a
head of it. `gist` is as near to another report's as their cosine; `act` gives each type a number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from crosswire.model import GLANCE, LONGEST, Model, Stretch, shipped

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

MARKS = ("@", "#")  # stand around the words of each side that acts, and of each that is acted upon
STEPS = 127  # of a number of a gist, either way from nothing


class Asked(NamedTuple):
    """The pieces of some words, and which of them are meant: all, those that act, those that are acted upon."""

    pieces: list[int]
    meant: tuple[list[int], list[int], list[int]]


def gist(words: str, model: Model | None = None) -> bytes:
    """What some words are about: whole numbers from -127 to 127, one a byte; nothing where there is no model."""
    import numpy

    model = model or shipped(GLANCE)
    if model is None:
        return b""
    seen = numbers("gist", asked(words, (), model.tokenizer), model)
    return bytes(numpy.rint(seen / numpy.abs(seen).max() * STEPS).astype(numpy.int8))


def act_shares(
    text: str, actors: Sequence[Stretch], recipients: Sequence[Stretch], model: Model | None = None
) -> Mapping[str, float]:
    """How likely what some words of a text do to others is an act of each type; nothing where there is no model."""
    import numpy

    model = model or shipped(GLANCE)
    if model is None:
        return {}
    seen = numbers("act", asked(text, (actors, recipients), model.tokenizer), model).astype(numpy.float64)
    shares = numpy.exp(seen - seen.max())
    return dict(zip(model.labels["act"], (shares / shares.sum()).tolist(), strict=True))


def asked(text: str, sides: Sequence[Sequence[Stretch]], tokenizer: Tokenizer) -> Asked:
    """A text's first pieces, the words of each of up to two sides between marks."""
    first, last, *marks = (tokenizer.token_to_id(name) or 0 for name in ("[CLS]", "[SEP]", *MARKS))
    encoding = tokenizer.encode(text, add_special_tokens=False)
    pieces: list[int] = [first]
    meant: tuple[list[int], list[int]] = ([], [])
    before = [False] * len(sides)
    for number, (start, stop) in zip(encoding.ids, encoding.offsets, strict=True):
        if len(pieces) >= LONGEST - 1 - len(marks):
            break
        within = [any(a < stop and start < b for a, b in side) for side in sides]
        pieces += [mark for mark, was, now in zip(marks, before, within, strict=False) if was != now]
        for places, now in zip(meant, within, strict=False):
            places += [len(pieces)] * now
        pieces.append(number)
        before = within
    pieces += [mark for mark, was in zip(marks, before, strict=False) if was]
    pieces.append(last)
    return Asked(pieces, (list(range(len(pieces))), *meant))


def numbers(head: str, given: Asked, model: Model) -> NDArray[Any]:
    """What a head says of the means over what is meant; a part without words is nothing."""
    import numpy

    meant = numpy.zeros((1, len(given.meant), len(given.pieces)), numpy.float32)
    for part, places in enumerate(given.meant):
        meant[0, part, places] = 1 / max(1, len(places))
    pieces = numpy.array([given.pieces], numpy.int64)
    found: NDArray[Any] = model.session.run([head], {"pieces": pieces, "meant": meant})[0][0]
    return found
