"""The articles of a file of texts: JSON lines with "text", or one plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from crosswire import Article


def articles(path: Path) -> Iterator[Article]:
    """Every article of a file, in order, with the title, outlet and day its record gives."""
    if path.suffix != ".jsonl":
        yield Article.of(path.read_text("utf-8"))
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield Article.of(
                record["text"],
                title=record.get("title"),
                outlet=record.get("outlet"),
                published=day(record.get("published")),
                url=record.get("url"),
            )


def day(published: str | None) -> date | None:
    """The day of an ISO date or moment; None for anything else."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
