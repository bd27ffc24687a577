"""Which reports tell one story, against stories as people put them together.

ALIKE, FADING, what counts as a word's weight and what a gist counts beside words were chosen on one part, the stories
whose id has an even hash; the other part is `unseen`: nobody looked at its reports, and `--errors` shows none of them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import crosswire
from bench.partitions import agreement
from bench.rivals import story_figures
from bench.texts import day
from crosswire.records import Article

ORDERS = 3  # shuffled arrivals tried

Told = Sequence[tuple[Article, str]]  # each report with its story


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file, in order of arrival and shuffled; up to `errors` wrong stories go to stderr."""
    told = [(article(r), r["story"]) for r in map(json.loads, path.read_text(encoding="utf-8").splitlines())]
    began = perf_counter()
    figures = measured(told)
    seconds = perf_counter() - began
    shuffled = [measured(Random(seed).sample(told, len(told))) for seed in range(ORDERS)]
    parts = {name: [each for each in told if is_unseen(each[1]) == odd] for name, odd in (("seen", 0), ("unseen", 1))}
    by_part = {name: measured(part) for name, part in parts.items() if part}
    show(parts["seen"], errors)
    return {
        **figures,
        "shuffled_bcubed_f1": min(each["bcubed_f1"] for each in shuffled),
        "shuffled_ari": min(each["ari"] for each in shuffled),
        **{f"{part}_{name}": each[name] for part, each in by_part.items() for name in ("bcubed_f1", "ari")},
        "articles_per_s": round(len(told) / seconds),
        **story_figures([each.title or "" for each, _ in told], [each.text for each, _ in told], [s for _, s in told]),
    }


def article(record: Mapping[str, Any]) -> Article:
    return Article.of(
        record["text"],
        title=record["title"],
        outlet=record["outlet"],
        published=day(record["published"]),
        url=record["url"],
    )


def is_unseen(story: str) -> int:
    return int(sha256(story.encode()).hexdigest(), 16) % 2


def measured(told: Told) -> dict[str, float]:
    found = labels(told)
    return agreement([story for _, story in told], [found[article.id] for article, _ in told])


def labels(told: Told) -> dict[str, str]:
    """The story of each report, by its id."""
    stories = crosswire.find_stories(article for article, _ in told)
    return {name: story.id for story in stories for name in story.articles}


def show(told: Told, errors: int) -> None:
    """Stories that came out in pieces or mixed."""
    found = labels(told)
    for story in dict.fromkeys(story for _, story in told):
        pieces = {found[a.id] for a, s in told if s == story}
        mixed = sorted({s for a, s in told if found[a.id] in pieces and s != story})
        if errors > 0 and (len(pieces) > 1 or mixed):
            errors -= 1
            print(f"{story}: in {len(pieces)} pieces, mixed with {mixed}", file=sys.stderr)
