"""Lines of comma-separated values that read back as they were and that no spreadsheet runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

Value = str | float | bool | date | tuple[str, ...] | None

# What a spreadsheet would run as a formula, whatever white space stands before it; and the apostrophe that prevents it.
GUARDED = re.compile(r"[\x00-\x20\x7f-\xa0\s]*[=+\-@＝＋－＠]|'")
NUL = "\x00"  # ends a cell early in readers written in C


def comma_line(values: Iterable[Value]) -> str:
    """Words between double quotes, numbers, days and truths bare, a list as JSON; nothing for what is not known."""
    return ",".join(map(cell, values))


def cell(value: Value) -> str:
    return CELLS[type(value)](value)


def guarded(words: str) -> str:
    """Words that no spreadsheet runs: an apostrophe is put before what begins as a formula or with an apostrophe.

    The words are what is left without one apostrophe at the beginning. U+FFFD stands for NUL.
    """
    safe = words.replace(NUL, "\N{REPLACEMENT CHARACTER}")
    return f"'{safe}" if GUARDED.match(safe) else safe


def quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def listed(words: tuple[str, ...]) -> str:
    return quoted(msgspec.json.encode(words).decode())


CELLS: Mapping[type, Callable[..., str]] = {
    type(None): lambda value: "",
    str: lambda value: quoted(guarded(value)),
    int: repr,
    float: repr,
    bool: lambda value: repr(value).lower(),
    date: date.isoformat,
    tuple: listed,
}
