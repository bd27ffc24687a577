"""The columns of a record: names and kinds, as its fields declare them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import get_args, get_type_hints

from crosswire.records import Record

# The kinds are Frictionless's types of fields.
KINDS = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    date: "date",
    tuple[str, ...]: "array",
}


class Column(Record, frozen=True):
    """A name, what kind of values stand under it, and whether one may be missing."""

    name: str
    kind: str
    optional: bool


@cache
def columns(row: type[Record]) -> tuple[Column, ...]:
    """A column for each field, in order; a field of any other type than those of KINDS is a KeyError."""
    return tuple(column(name, hint) for name, hint in get_type_hints(row).items())


def column(name: str, hint: object) -> Column:
    if hint in KINDS:
        return Column(name, KINDS[hint], False)
    kind, _ = get_args(hint)  # X | None
    return Column(name, KINDS[kind], True)
