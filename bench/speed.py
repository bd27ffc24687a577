"""How fast an article is read, against the bare parser on the same paragraphs in the same run."""

from __future__ import annotations

import inspect
import resource
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from itertools import islice
from operator import itemgetter
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.texts import articles
from crosswire import Article, read, reading
from crosswire.language.parse import PROSE, pipeline
from crosswire.run.local import AHEAD, read_all

WORDS = 30_000  # enough for a steady figure in about a minute
FEWEST = 20  # articles: of fewer, those half read as the clock starts weigh too much
ROUNDS = 3  # the best of these counts, article by article: what else the machine does only ever adds time

Clock = dict[str, float]


def run(path: Path, errors: int) -> dict[str, object]:
    """Words a second of `read` and of the bare parser; `ratio` is the first by the second.

    What stands beside the parser costs `1 / ratio - 1` of the parser's time; `shares` are the stations' parts,
    `station_words_per_s` how fast each would be alone; `two_processes` is their words a second by those of one.
    """
    pipeline()
    words, parser_seconds, seconds = 0, 0.0, 0.0
    stations: Clock = {}
    with timed_stations() as clock:
        for article in up_to(WORDS, articles(path)):
            words += count(article)
            rounds = [(bare(article), once(article, clock)) for _ in range(ROUNDS)]
            parser_seconds += min(alone for alone, _ in rounds)
            best, shares = min((whole for _, whole in rounds), key=itemgetter(0))
            seconds += best
            for name, share in shares.items():
                stations[name] = stations.get(name, 0.0) + share
    if not words:
        return {}
    return {
        "words_per_s": round(words / seconds),
        "parser_words_per_s": round(words / parser_seconds),
        "ratio": round(parser_seconds / seconds, 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "shares": {name: round(part / seconds, 3) for name, part in stations.items()},
        "station_words_per_s": {name: round(words / part) for name, part in stations.items() if part},
        "two_processes": two_processes([*up_to(WORDS, articles(path))]),
    }


def up_to(words: int, found: Iterator[Article]) -> Iterator[Article]:
    """Articles until they hold so many words."""
    for article in found:
        yield article
        words -= count(article)
        if words <= 0:
            return


def count(article: Article) -> int:
    return len(article.text.split())


def two_processes(found: Sequence[Article]) -> float | None:
    """The pace of two processes by that of one, the best of ROUNDS of each; None of so few articles that it is luck."""
    if len(found) < FEWEST:
        return None
    rounds = [(pace(found, 1), pace(found, 2)) for _ in range(ROUNDS)]
    return round(max(two for _, two in rounds) / max(one for one, _ in rounds), 2)


def pace(found: Sequence[Article], workers: int) -> float:
    """Words a second over all articles twice, once every process has its models: its first AHEAD are not counted."""
    readings = read_all([*found, *found], workers=workers)
    for _ in islice(readings, workers * AHEAD):
        pass
    start = perf_counter()
    words = sum(count(reading.article) for reading in readings)
    return words / (perf_counter() - start)


def bare(article: Article) -> float:
    """Seconds the parser alone takes over an article's prose."""
    texts = [article.text[zone.start : zone.stop] for zone in article.zones if zone.kind in PROSE]
    start = perf_counter()
    for _ in pipeline().pipe(texts):
        pass
    return perf_counter() - start


def once(article: Article, clock: Clock) -> tuple[float, Clock]:
    """Seconds one reading takes, and each station's part of them."""
    clock.clear()
    start = perf_counter()
    read(article)
    return perf_counter() - start, dict(clock)


@contextmanager
def timed_stations() -> Iterator[Clock]:
    """A clock that every station of `crosswire.reading` adds its seconds to while it is held.

    The stations are the functions that `reading` imports, so what is timed is the very `read` a user calls.
    """
    clock: Clock = {}
    stations = {
        name: station
        for name, station in inspect.getmembers(reading, inspect.isfunction)
        if station.__module__ != reading.__name__
    }
    try:
        for name, station in stations.items():
            setattr(reading, name, timed(name, station, clock))
        yield clock
    finally:
        for name, station in stations.items():
            setattr(reading, name, station)


def timed(name: str, station: Callable[..., Any], clock: Clock) -> Callable[..., Any]:
    @wraps(station)
    def call(*arguments: Any, **options: Any) -> Any:
        start = perf_counter()
        try:
            return station(*arguments, **options)
        finally:
            clock[name] = clock.get(name, 0.0) + perf_counter() - start

    return call
