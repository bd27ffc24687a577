"""Rows under headings for a terminal: the last column wraps, the others are as wide as they must be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from crosswire.report.screen import FAINT, paper
from crosswire.report.visible import one_line, shortened

WIDEST = 32  # characters of a cell that is not the last


def rows_text(headings: Sequence[str], rows: Iterable[Sequence[object]], width: int = 100, color: bool = False) -> str:
    """The rows as text; no character of them acts on the terminal, and what is None is empty."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=FAINT, expand=False)
    for heading in headings[:-1]:
        table.add_column(heading, no_wrap=True, max_width=WIDEST, overflow="ellipsis")
    table.add_column(headings[-1], overflow="fold")
    for row in rows:
        cells = ["" if cell is None else str(cell) for cell in row]
        table.add_row(*(Text(shortened(cell, WIDEST)) for cell in cells[:-1]), Text(one_line(cells[-1])))
    return paper([table], width, color)
