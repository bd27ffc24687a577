"""The one form of the tables in data/: comment lines, a line of column names, rows sorted by their bytes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "crosswire" / "data"
HAND = Path(__file__).parent / "by_hand"


def write(name: str, comment: str, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Writes data/NAME.tsv: the same rows in any order give the same bytes."""
    lines = sorted("\t".join(row.get(column, "") for column in columns) for row in rows)
    text = "\n".join([f"# {comment}", "\t".join(columns), *lines])
    (DATA / f"{name}.tsv").write_text(text + "\n", encoding="utf-8", newline="\n")


def by_hand(name: str) -> list[dict[str, str]]:
    """The rows of a hand-edited table in tools/by_hand."""
    return table(HAND / f"{name}.tsv")


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a table, each a dict of its columns."""
    lines = path.read_text(encoding="utf-8").splitlines()
    columns, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [dict(zip(columns, row, strict=True)) for row in rows]


def joined(names: Iterable[str]) -> str:
    """Names as one cell: each once, in the order given, blanks tidied, an unaccented form beside an accented one."""
    kept: dict[str, None] = {}
    for name in names:
        tidy = " ".join(name.split())
        kept[tidy] = None
        kept[unaccented(tidy)] = None
    return "|".join(name for name in kept if name)


def unaccented(name: str) -> str:
    """A name without its accents, "Brasília" as "Brasilia"; letters that are no accented Latin ones stay."""
    plain = unicodedata.normalize("NFKD", name)
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))
