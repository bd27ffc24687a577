"""Headed lists as text for a terminal: hanging indents, colour only where asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

NARROWEST = 40
HEADING = "bold underline"
FAINT = "dim"

Part = str | tuple[str, str]  # words, or words and a style
Sections = tuple[tuple[str, Sequence[RenderableType]], ...]


def printed(sections: Sections, width: int, color: bool) -> str:
    """The sections that hold something, one below the other; the same on every machine."""
    return paper((part for section in sections if section[1] for part in set_out(*section)), width, color)


def set_out(heading: str, items: Sequence[RenderableType]) -> Iterator[RenderableType]:
    yield Text(heading.upper(), HEADING)
    yield from (Padding(item, (0, 0, 1, 1)) for item in items)


def paper(parts: Iterable[RenderableType], width: int, color: bool) -> str:
    """The parts one below the other, in lines without spaces at their ends."""
    sheet = StringIO()
    console = Console(
        file=sheet,
        width=max(width, NARROWEST),
        force_terminal=color,
        force_jupyter=False,
        color_system="standard" if color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in sheet.getvalue().splitlines()) + "\n"


def line(*parts: Part) -> Text:
    """Words on one line, each in its style."""
    return Text.assemble(*parts)


def hanging(*rows: tuple[Text, ...]) -> RenderableType:
    """Rows of short cells and a last cell that wraps under itself."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    for _ in rows[0][:-1]:
        grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for row in rows:
        grid.add_row(*row)
    return grid


def block(head: Text, rows: Iterable[tuple[Text, ...]]) -> RenderableType:
    """A heading line with rows below it, set in."""
    below = list(rows)
    return Group(head, Padding(hanging(*below), (0, 0, 0, 2))) if below else head
