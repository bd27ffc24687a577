"""The codebook that goes with every folder of tables, and what it says of each column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

SECTION = re.compile(r"^#{1,3} ", re.MULTILINE)
ROW = re.compile(r"^\| (`\w+`(?:, `\w+`)*) \|(?: [^|\n]* \|)+ ([^|\n]*) \|$", re.MULTILINE)


@cache
def codebook() -> str:
    """docs/schema.md, which ships with the package."""
    return files("crosswire.export").joinpath("codebook.md").read_text("utf-8")


@cache
def meanings(table: str) -> Mapping[str, str]:
    """What each column of a table means, by name; a row of the codebook may tell of several."""
    section = SECTION.split(codebook().split(f"\n### {table}\n")[1])[0]
    return {name: meaning for names, meaning in ROW.findall(section) for name in names.replace("`", "").split(", ")}


@cache
def caption(table: str) -> str:
    """What a table has a row for: the first line under its heading."""
    return codebook().split(f"\n### {table}\n")[1].split("\n")[0]
