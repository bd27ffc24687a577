"""Cases drawn as text with marks under it.

A case is a line of text and the lines of marks below it; a mark is a label in capitals and dashes, as wide as the words
it stands under. Cases are parted by blank lines; a line that begins with "# " before a case says what it shows.

    Ann Lee said the road was closed.
    S------ V--- C------------------
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

LABEL = re.compile(r"[A-Z]+-*")


class Mark(NamedTuple):
    """A label and the code points of the text it stands under."""

    label: str
    start: int
    stop: int


def load(path: Path) -> list[tuple[str, tuple[Mark, ...]]]:
    """The cases of a file, in order: each its text and its marks by where they start."""
    cases = []
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip() and not line.startswith("# ")]
        if lines:
            marks = (mark for line in lines[1:] for mark in drawn(line, path))
            cases.append((lines[0], tuple(sorted(marks, key=lambda m: (m.start, m.stop, m.label)))))
    return cases


def drawn(line: str, path: Path) -> list[Mark]:
    if re.sub(LABEL, "", line).strip():
        raise ValueError(f"{path}: no line of marks: {line!r}")
    return [Mark(m[0].rstrip("-"), *m.span()) for m in LABEL.finditer(line)]
