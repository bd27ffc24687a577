"""The rows of an answer as CSV, a column a field: of what is made of parts each part, of several the names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from crosswire.export.commas import Value, comma_line
from crosswire.records import Record
from crosswire.store.answers import Named


def sheet(rows: Iterable[Record]) -> str:
    """One line a row under the names of its fields; nothing where there are no rows."""
    flat = [dict(flattened(row)) for row in rows]
    names = list(dict.fromkeys(name for row in flat for name in row))
    lines = [",".join(names), *(comma_line(row.get(name) for name in names) for row in flat)]
    return "".join(f"{line}\n" for line in lines) if flat else ""


def flattened(row: Record, before: str = "") -> Iterator[tuple[str, Value]]:
    for name in row.__struct_fields__:
        value = getattr(row, name)
        if isinstance(value, Record):
            yield from flattened(value, f"{before}{name}_")
        else:
            yield before + name, several(value) if isinstance(value, tuple) else single(value)


def several(values: tuple[Any, ...]) -> str:
    words = (each.actor.name if isinstance(each, Named) else str(each) for each in values)
    return "; ".join(each.replace(";", ",") for each in words)


def single(value: Any) -> Value:
    return value if value is None or isinstance(value, str | float | int | bool | date) else str(value)
