"""Cases that are text with marks under it, and the one way they are read.

    # a weekday is the last one, today included
    The minister left for Oslo on Friday.
                                  ------ 2025-07-11

A line of dashes marks words of the text above it and says what is expected of them; all that is not marked is expected
to yield nothing. "= name value" sets something for all the cases after it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"
MARK = re.compile(r"( *)(-+) (.+)")


class Case(NamedTuple):
    """A text, what is expected of its words, and the settings it is read with."""

    name: str
    text: str
    marks: tuple[tuple[str, str], ...]
    settings: dict[str, str]


def cases(folder: str) -> list[Case]:
    """All cases of a folder, in the order of its files and their lines."""
    found: list[Case] = []
    for path in sorted((CASES / folder).glob("*.txt")):
        settings: dict[str, str] = {}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            mark = MARK.fullmatch(line)
            if mark:
                words = found[-1].text[mark.start(2) : mark.end(2)]
                found[-1] = found[-1]._replace(marks=(*found[-1].marks, (words, mark[3])))
            elif line.startswith("= "):
                name, _, value = line[2:].partition(" ")
                settings = {**settings, name: value}
            elif line and not line.startswith("#"):
                found.append(Case(f"{path.stem}:{number}", line, (), settings))
    assert found, f"no cases in {CASES / folder}"
    return found
