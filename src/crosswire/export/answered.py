"""A page of answers as lines of CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crosswire.export.commas import Value, comma_line
from crosswire.records import Actor, Record, Span
from crosswire.store.answers import Named


def flat(row: Record) -> dict[str, Value]:
    """A record as the cells of one line: an actor by its columns, several by their names, a span by its two ends."""
    cells: dict[str, Value] = {}
    for name in row.__struct_fields__:
        match value := getattr(row, name):
            case Span():
                cells |= {"start": value.start, "stop": value.stop}
            case Actor():
                cells |= {each: getattr(value, each) for each in ("name", "kind", "country", "sector", "wikidata")}
            case tuple():
                cells[name] = tuple(map(plain, value))
            case _:
                cells[name] = value
    return cells


def plain(value: object) -> str:
    return value.actor.name if isinstance(value, Named) else value if isinstance(value, str) else coded(value)


def coded(value: object) -> str:
    return msgspec.json.encode(value).decode()


def comma_lines(rows: Sequence[Record]) -> Iterator[str]:
    """A line of names, then a line a row; no spreadsheet runs what stands in them."""
    for number, row in enumerate(rows):
        cells = flat(row)
        if number == 0:
            yield ",".join(cells)
        yield comma_line(cells.values())
