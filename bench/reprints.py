"""`python -m bench.reprints MANY...`: what finding copies costs among so many made reports, one JSON object a line.

A third of the reports are made from earlier ones, cut, with words changed or under another lead; one in ten ends on
the same stock paragraph. With `--signatures` only what the index keeps of each report is made, and not held.
"""

from __future__ import annotations

import argparse
import json
import resource
from collections.abc import Iterator
from random import Random
from time import process_time

from crosswire.layout import Zone
from crosswire.records import Article
from crosswire.stories.copies import copies, sample
from crosswire.stories.shingles import line, shingles

LENGTH = 300  # words
BEHIND = 500  # an earlier report is copied at most so many reports later
PARTS = "ba co di fu ga he ki lo mu na pe ri so tu va wi xe yo za".split()
WORDS = tuple(a + b + c for a in PARTS for b in PARTS for c in PARTS)
STOCK = " ".join(WORDS[at * 97 % len(WORDS)] for at in range(40))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.reprints", description=__doc__)
    parser.add_argument("many", nargs="+", type=int)
    parser.add_argument("--signatures", action="store_true")
    arguments = parser.parse_args()
    for many in arguments.many:
        print(json.dumps(signed(many) if arguments.signatures else grouped(many)), flush=True)


def grouped(many: int) -> dict[str, object]:
    """Reports a second of one core through the whole search."""
    articles = list(made(many))
    began = process_time()
    groups = copies(articles)
    return figures(many, process_time() - began) | {"groups": len(groups)}


def signed(many: int) -> dict[str, object]:
    """The same for what the index keeps alone."""
    seconds, kept = 0.0, 0
    for article in made(many):
        began = process_time()
        kept += len(sample(shingles(line(article).own)))
        seconds += process_time() - began
    return figures(many, seconds) | {"kept": kept}


def figures(many: int, seconds: float) -> dict[str, object]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"documents": many, "seconds": round(seconds, 2), "documents_per_s": round(many / seconds), "peak_mb": peak}


def made(many: int) -> Iterator[Article]:
    """Reports of invented words; the same number gives the same reports."""
    chance = Random(many)
    earlier: list[list[str]] = []
    for number in range(many):
        copied = bool(earlier) and chance.random() < 1 / 3
        words = edited(chance.choice(earlier), chance) if copied else chance.choices(WORDS, k=LENGTH)
        earlier = [*earlier[-BEHIND:], words] if not copied and number % 2 else earlier
        text = " ".join(words) + (f"\n{STOCK}" if chance.random() < 0.1 else "")
        yield Article.of(text, outlet=str(number), zones=(Zone("body", 0, len(text)),))


def edited(words: list[str], chance: Random) -> list[str]:
    """A report cut to half at least, a word in thirty changed, under a lead of its own."""
    kept = words[: chance.randint(LENGTH // 2, LENGTH)]
    changed = [chance.choice(WORDS) if chance.random() < 1 / 30 else word for word in kept]
    return chance.choices(WORDS, k=LENGTH // 10) + changed


if __name__ == "__main__":
    main()
