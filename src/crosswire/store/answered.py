"""Answers to a question from Python: records to go through, or a table of Arrow."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

import msgspec

from crosswire.records import Record
from crosswire.store.answers import Asked
from crosswire.store.questions.where import MOST

R = TypeVar("R", bound=Record)
Some = Callable[[sqlite3.Connection, Asked], tuple[tuple[R, ...], str | None]]


class Answers(Generic[R]):
    """All answers to a question, or the first `limit`, asked anew each time they are gone through.

    Iterating gives records. What takes Arrow takes the answers themselves: `polars.DataFrame(store.events())`.
    """

    def __init__(self, db: sqlite3.Connection, some: Some[R], of: type[R], asked: Asked, limit: int | None) -> None:
        self._db, self._some, self._of, self._asked, self._limit = db, some, of, asked, limit

    def __iter__(self) -> Iterator[R]:
        left, after = self._limit, self._asked.after
        while left is None or left > 0:
            size = MOST if left is None else min(MOST, left)
            rows, after = self._some(self._db, msgspec.structs.replace(self._asked, after=after, limit=size))
            yield from rows
            left = None if left is None else left - len(rows)
            if after is None:
                return

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The answers as a stream of Arrow, by its PyCapsule interface."""
        from crosswire.store.arrow import reader

        return reader(self, self._of).__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        from crosswire.store.arrow import schema

        return schema(self._of).__arrow_c_schema__()
