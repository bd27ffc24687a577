"""What quotation marks are for: somebody's own words, or a title, a name, a word held at a distance.

A quote is told as said where the content of a statement that is not indirect touches it. Mistakes are shown of the
texts at even places only; those at odd places are kept unread.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import crosswire
from bench.attribution import add, ratio
from crosswire.records import Article, Statement

USES = ("speech", "title", "word")


def run(path: Path, errors: int) -> dict[str, object]:
    """The share of quotes told for what they are, by use and by half; `errors` of the mistakes go to stderr."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    words = 0
    for place, record in enumerate(map(json.loads, path.read_text(encoding="utf-8").splitlines())):
        half = "unread" if place % 2 else "read"
        statements = crosswire.read(Article.of(record["text"])).statements
        words += len(record["text"].split())
        for quote in record["quotes"]:
            right = said(quote, statements) == (quote["use"] == "speech")
            for name in ("all", half, quote["use"]):
                add(counts, name, right, 0, 1)
            if not right and half == "read":
                wrong.append(f"{record['id']}: {quote['use']} {record['text'][quote['start'] : quote['end']]!r}")
    print(*wrong[:errors], sep="\n", file=sys.stderr)
    names = {"right": "all", "read_right": "read", "unread_right": "unread", **{f"{use}_right": use for use in USES}}
    shares = {name: ratio(counts[of, "right"], counts[of, "asked"]) for name, of in names.items()}
    return {**shares, "quotes": counts["all", "asked"], "words": words}


def said(quote: Mapping[str, int], statements: Sequence[Statement]) -> bool:
    """Whether a statement gives the quoted words as somebody's own."""
    spans = [span for each in statements if each.kind != "indirect" for span in each.content]
    return any(span.start < quote["end"] and quote["start"] < span.stop for span in spans)
