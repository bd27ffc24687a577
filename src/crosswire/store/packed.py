"""Records to bytes and back. An id that stands in every span of a record costs next to nothing packed."""

from __future__ import annotations

import zlib
from typing import TypeVar

import msgspec

R = TypeVar("R")
QUICK = 1  # of zlib's levels: a tenth larger than the usual one, in a third of its time


def pack(value: object) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(value), QUICK)


def unpack(packed: bytes, type: type[R]) -> R:
    """The value again. Raises zlib.error or msgspec.DecodeError for bytes that are none."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=type)
