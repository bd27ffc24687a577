"""Text to paragraphs: a line is one, unless the text was broken into lines of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

BULLET = re.compile(r"(?:[-*•●▪◦‣·–—] +|[•●▪◦‣] *)(?=\S)")
END = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
WIDTHS = range(40, 121)  # columns at which mail, wires and editors break lines


class Line(msgspec.Struct, frozen=True):
    """A paragraph without its bullet and edge spaces; `gap` is true where a blank line stands before it."""

    start: int
    stop: int
    words: str
    bullet: bool
    gap: bool


class Row(msgspec.Struct, frozen=True):
    """A line as it stands in the text, edge spaces left out."""

    start: int
    words: str
    gap: bool


def lines_of(text: str) -> Iterator[Line]:
    """The paragraphs of a text; lines broken at one width are joined again."""
    rows = tuple(rows_of(text))
    width = wrap_width(rows)
    first = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or not (width and continues(rows[at - 1], rows[at], width)):
            yield line_of(text, rows[first], rows[at - 1])
            first = at


def unwrapped(text: str) -> str:
    """The text with one line a paragraph, where it was broken into lines of one width."""
    rows = tuple(rows_of(text))
    width = wrap_width(rows)
    if not width:
        return text
    pieces = []
    for above, row in zip((None, *rows), rows, strict=False):
        joint = "" if above is None else " " if continues(above, row, width) else "\n\n" if row.gap else "\n"
        pieces.append(joint + row.words)
    return "".join(pieces)


def rows_of(text: str) -> Iterator[Row]:
    start = 0
    gap = False
    for row in text.split("\n"):
        words = row.strip()
        if words:
            yield Row(start + len(row) - len(row.lstrip()), words, gap)
        gap = not words
        start += len(row) + 1


def line_of(text: str, first: Row, last: Row) -> Line:
    start, stop = first.start, last.start + len(last.words)
    bullet = BULLET.match(text, start, stop)
    inner = bullet.end() if bullet else start
    return Line(inner, stop, " ".join(text[inner:stop].split()), bullet is not None, first.gap)


def continues(above: Row, row: Row, width: int) -> bool:
    """Whether a line goes on in the next: the next one's first word would not have fitted above."""
    if row.gap or BULLET.match(row.words):
        return False
    return len(above.words) + 1 + len(row.words.split(None, 1)[0]) > width


def wrap_width(rows: Sequence[Row]) -> int:
    """The width at which a text was broken into lines, 0 where a line is a paragraph.

    In a broken text a line that goes on in small letters does so because the next word did not fit.
    """
    pairs = [(above, row) for above, row in pairwise(rows) if not row.gap]
    broken = [(above, row) for above, row in pairs if row.words[0].islower()]
    if len(broken) < 3:
        return 0
    lengths = sorted(len(above.words) for above, _ in broken)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    full = sum(continues(above, row, width) for above, row in broken)
    return width if width in WIDTHS and full > 0.8 * len(broken) else 0


def unfinished(words: str) -> bool:
    """Whether a line stops without a mark that ends a sentence or a clause."""
    return not END.search(words[-8:])
