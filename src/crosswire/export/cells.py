"""Cells of tab-separated lines that any reader splits alike, whether it minds quotation marks or not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosswire.records import whole

Cell = str | float | None

BLANKS = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")
FORMULA = frozenset("=+-@＝＋－＠")  # what a spreadsheet would run as a formula


def line(cells: Iterable[Cell]) -> str:
    """The cells between tabs; an empty cell is a value not known."""
    return "\t".join(cell(each) for each in cells)


def cell(value: Cell) -> str:
    """A number as it is; words without tabs, line ends, control characters and double quotes.

    Words that begin as a formula does are given an apostrophe, which a spreadsheet does not show.
    """
    if not isinstance(value, str):
        return "" if value is None else str(value)
    tidy = BLANKS.sub(" ", whole(value)).strip().replace('"', "'")
    return f"'{tidy}" if tidy[:1] in FORMULA else tidy


def joined(values: Iterable[str | None], mark: str = ";") -> str:
    """Values of several in one cell, a mark between each two, an unknown one empty; nothing where all are."""
    each = [(value or "").replace(mark, " ") for value in values]
    return f"{mark} ".join(each) if any(each) else ""
