"""Is it wire copy: the agencies a report credits against those its record names; a passing mention is no credit."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

import crosswire
from bench.texts import day
from crosswire.records import Article

ASKED = {
    "The Associated Press": "AP",
    "Associated Press": "AP",
    "Reuters": "Reuters",
    "Agence France-Presse": "AFP",
    "United Press International": "UPI",
    "UPI": "UPI",
}


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; up to `errors` articles that are wrong go to stderr."""
    right = told = asked = words = 0
    seconds = 0.0
    for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        article = Article.of(record["text"], published=day(record.get("published")))
        began = perf_counter()
        credits = crosswire.read(article).credits
        seconds += perf_counter() - began
        words += len(article.text.split())
        found = {ASKED[c.value.name] for c in credits if c.value.name in ASKED}
        gold = set(record["agencies"])
        right, told, asked = right + len(found & gold), told + len(found), asked + len(gold)
        if found != gold and errors > 0:
            errors -= 1
            print(f"{record['id']}: {sorted(found)} for {sorted(gold)}", file=sys.stderr)
    return {
        "f1": round(2 * right / (told + asked), 4) if told + asked else 0.0,
        "precision": round(right / told, 4) if told else 0.0,
        "recall": round(right / asked, 4) if asked else 0.0,
        "seconds": round(seconds, 2),
        "words_per_s": round(words / seconds) if seconds else None,
    }
