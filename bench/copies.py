"""Which reports are copies of one text, and which of their passages: on reports made by `python -m bench.wire`.

A file of stories will do as well: reports are then made from it. Thresholds were chosen on the origins at even
places, with one seed; those at odd places are `unread`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import comb
from operator import itemgetter
from pathlib import Path
from time import process_time
from typing import Any

from bench.wire import wire
from crosswire.records import Article
from crosswire.stories.copies import copies
from crosswire.stories.passages import passages
from crosswire.words import WORD

ASKED = {"ari", "passage_f1"}
ROUNDS = 3  # the best of these counts: what else the machine does only ever adds time

Made = Mapping[str, Any]


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; up to `errors` groups that are wrong go to stderr."""
    with path.open(encoding="utf-8") as lines:
        records: list[Made] = [json.loads(line) for line in lines]
    records = records if all("origin" in record for record in records) else list(wire(path))
    stories = {story(record): number for number, record in reversed(list(enumerate(records)))}
    places = {name: place for place, name in enumerate(sorted(stories, key=lambda name: stories[name]))}
    halves = [[r for r in records if places[story(r)] % 2 == half] for half in (0, 1)]
    figures = [scored(part, errors if part is halves[0] else 0) for part in (records, *halves)]
    return {
        **figures[0],
        **{f"read_{name}": figure for name, figure in figures[1].items() if name in ASKED},
        **{f"unread_{name}": figure for name, figure in figures[2].items() if name in ASKED},
        "documents": len(records),
    }


def story(record: Made) -> str:
    """What a report and its negatives were made from."""
    name = str(record["id"])
    return name.rpartition("-")[0] or name


def scored(records: Sequence[Made], errors: int) -> dict[str, object]:
    # The same text may stand in two reports: who published it tells them apart.
    texts = [Article.of(record["text"], outlet=str(record["id"])) for record in records]
    groups, seconds = min((timed(texts) for _ in range(ROUNDS)), key=itemgetter(1))
    made = {article.id: record for article, record in zip(texts, records, strict=True)}
    labels = {name: number for number, group in enumerate(groups) for name in group}
    report_errors([[made[name] for name in group] for group in groups], errors)
    right, told, asked = passage_counts({article.id: article for article in texts}, groups, made)
    return {
        "ari": round(ari([r["origin"] for r in records], [labels[a.id] for a in texts]), 4),
        "passage_f1": round(2 * right / (told + asked), 4) if told + asked else 0.0,
        "passage_precision": round(right / told, 4) if told else 0.0,
        "passage_recall": round(right / asked, 4) if asked else 0.0,
        "documents_per_s": round(len(texts) / seconds),
    }


def timed(texts: Sequence[Article]) -> tuple[tuple[tuple[str, ...], ...], float]:
    """The groups, and the seconds of one processor core that finding them took."""
    began = process_time()
    return copies(texts), process_time() - began


def passage_counts(
    texts: Mapping[str, Article], groups: Iterable[Sequence[str]], made: Mapping[str, Made]
) -> tuple[int, int, int]:
    """Words rightly told to be shared, words told, words asked for."""
    found: dict[str, set[int]] = defaultdict(set)
    for group in groups:
        for one, other in combinations(group, 2):
            for pair in passages(texts[one], texts[other]):
                for span in pair:
                    found[span.article] |= starts(texts[span.article].text, span.start, span.stop)
    gold = {
        name: {at for start, stop in made[name]["passages"] for at in starts(article.text, start, stop)}
        for name, article in texts.items()
    }
    right = sum(len(found[name] & gold[name]) for name in texts)
    return right, sum(map(len, found.values())), sum(map(len, gold.values()))


def starts(text: str, start: int, stop: int) -> set[int]:
    return {match.start() for match in WORD.finditer(text, start, stop)}


def ari(gold: Sequence[object], found: Sequence[object]) -> float:
    """The adjusted Rand index: 1 for the same groups, 0 for chance."""
    both = sum(comb(n, 2) for n in Counter(zip(gold, found, strict=True)).values())
    left, right = (sum(comb(n, 2) for n in Counter(labels).values()) for labels in (gold, found))
    chance = left * right / max(comb(len(gold), 2), 1)
    most = (left + right) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0


def report_errors(groups: Iterable[Sequence[Made]], errors: int) -> None:
    """Groups of several origins, and the reports that stand apart from their own."""
    home: dict[str, list[list[str]]] = defaultdict(list)
    for group in groups:
        for origin in {record["origin"] for record in group}:
            home[origin].append([record["id"] for record in group])
    wrong = [(origin, held) for origin, held in home.items() if len(held) > 1 or any(story_of(held, origin))]
    for origin, held in wrong[:errors]:
        print(f"{origin}: {held}", file=sys.stderr)


def story_of(held: Sequence[Sequence[str]], origin: str) -> list[str]:
    """Reports of another origin among those held together with one."""
    return [name for group in held for name in group if name != origin and name.rpartition("-")[0] != origin]
