"""How the cost of finding copies and stories grows: `python -m bench growth 1000 10000 100000`, reports made up.

Words are drawn as often as they stand in the news; each story has names of its own and words of its own, and is told
for a few days by a few outlets. Every day has as many reports, so that more reports are more days. Signatures are
without gists: those say nothing of words drawn at random, and take longer than all that is measured here.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, count
from pathlib import Path
from random import Random
from time import process_time

from bench.partitions import agreement
from crosswire.knowledge.lexicon import rows
from crosswire.records import Article
from crosswire.stories.clusters import Stories
from crosswire.stories.copies import copies
from crosswire.stories.signatures import lexical

A_DAY = 250  # reports
LENGTH = 300  # words a report
TOLD = 60  # of them: of its story’s words
TOPIC = 30  # of the news’s words that a story uses more than others do
NAMES = 6  # words that no other story has
SYLLABLES = "ba ko ri mu ten lo sa dre vi ny gor pel ush ad om tri".split()
FIRST = date(2024, 1, 1)


def run(path: Path, errors: int) -> dict[str, object]:
    """Reports a second of one core’s time, for copies, signatures and stories; the share of the right stories found."""
    number, making, signing = int(path.name), 0.0, 0.0
    told: dict[str, int] = {}
    stories = Stories()

    def signed() -> Iterator[Article]:
        nonlocal making, signing
        source = reports(Random(1))
        for _ in range(number):
            began = process_time()
            article, story = next(source)
            made = process_time()
            stories.add(lexical(article))
            told[article.id] = story
            making += made - began
            signing += process_time() - made
            yield article

    began = process_time()
    groups = copies(signed())
    copying = process_time() - began - making - signing
    began = process_time()
    found = stories.all()
    finding = process_time() - began
    labels = {name: story.id for story in found for name in story.articles}
    figures = agreement(list(told.values()), [labels[name] for name in told])
    return {
        "copies_per_s": round(number / copying),
        "signatures_per_s": round(number / signing),
        "stories_per_s": round(number / finding),
        "together_per_s": round(number / (copying + signing + finding)),
        "core_minutes": round((copying + signing + finding) / 60, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "bcubed_f1": figures["bcubed_f1"],
        "texts": len(groups),
        "clusters": figures["clusters"],
        "gold_clusters": figures["gold_clusters"],
    }


def reports(random: Random) -> Iterator[tuple[Article, int]]:
    """Reports without end, a day's after the other's, each with the number of its story."""
    table = rows("rarity")
    words = [row["stem"] for row in table]
    often = list(accumulate(int(row["reports"]) for row in table))
    running: list[tuple[int, list[str]]] = []
    numbers = count()
    for place in count():
        if not running or random.random() < 0.15:
            own = ["".join(random.choices(SYLLABLES, k=4)).capitalize() for _ in range(NAMES)] * 3
            running.append((next(numbers), own + random.choices(words, cum_weights=often, k=TOPIC) * 2))
            running = running[-A_DAY // 2 :]
        story, own = random.choice(running)
        told = random.choices(words, cum_weights=often, k=LENGTH - TOLD) + random.sample(own, TOLD)
        random.shuffle(told)
        yield Article.of(" ".join(told), published=FIRST + timedelta(days=place // A_DAY)), story
