"""What a store of made-up reports is asked, and how long each kind of question takes: narrow ones and broad ones.

Times are the processor's: what else the machine does is not counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from sqlite3 import Connection
from statistics import quantiles
from time import process_time
from typing import TypeVar

from bench.generated import ACTS, COUNTRIES, FIRST
from crosswire.store import questions
from crosswire.store.answers import Asked

NARROW = 200  # questions of each kind
BROAD = 20
YEAR = Asked(since=date(2023, 1, 1), until=date(2023, 12, 31))
MONTH = timedelta(days=30)
FILTERS: Mapping[str, list[Asked]] = {
    "type": [Asked(type=type) for _, type, _ in ACTS],
    "word": [Asked(words=word) for word in ("accord", "aid", "port", "plan", "sanctions", "troops")],
    "country": [Asked(either=code) for code in COUNTRIES.values()],
    "month": [Asked(since=FIRST + timedelta(days), until=FIRST + timedelta(days) + MONTH) for days in range(10)],
}
QUESTIONS = ("search", "stories", "events", "statements", "actors", "timeline", "spots")
T = TypeVar("T")
VIEW = ("/", "/app.js", "/index.css", "/api/stories")


def narrow(db: Connection) -> dict[str, float]:
    """p95 of what finds few: two words of one text, a story with its reports and comparison, a year of one dyad."""
    return {
        "search_p95_ms": p95(lambda words: questions.search(db, Asked(words=words)), words(db), NARROW),
        "story_p95_ms": p95(lambda id: questions.story(db, id), stories(db), NARROW),
        "dyad_p95_ms": p95(lambda pair: questions.dyad(db, *pair.split("|"), YEAR, "day"), pairs(db), NARROW),
    }


def broad(db: Connection) -> dict[str, float]:
    """p95 of each question with a filter that a good part of the store fits."""
    return {
        f"{question} by {name}": p95(partial(getattr(questions, question), db), filters, BROAD)
        for question in QUESTIONS
        for name, filters in FILTERS.items()
    }


def first_view(store: Path) -> float:
    """Milliseconds until a page that is opened has all it shows: the bundle and the answer behind its first view."""
    from starlette.testclient import TestClient

    from crosswire.web.app import app

    with TestClient(app(store, ""), base_url="http://127.0.0.1") as client:
        return next(milliseconds(lambda _: [client.get(path).raise_for_status() for path in VIEW], [store]))


def p95(question: Callable[[T], object], asked: list[T], times: int) -> float:
    """Milliseconds that all but one in twenty of some questions take at most."""
    return round(quantiles(milliseconds(question, Random(1).choices(asked, k=times)), n=20)[-1], 2)


def milliseconds(question: Callable[[T], object], asked: Iterable[T]) -> Iterator[float]:
    for each in asked:
        began = process_time()
        question(each)
        yield (process_time() - began) * 1000


def words(db: Connection) -> list[str]:
    """Pairs of words that stand in one text."""
    texts = [text.split() for (text,) in db.execute("SELECT text FROM article ORDER BY id LIMIT ?", (NARROW,))]
    chance = Random(2)
    return [" ".join(f'"{word.strip(".“”,")}"' for word in chance.sample(text, 2)) for text in texts]


def stories(db: Connection) -> list[str]:
    return [id for (id,) in db.execute("SELECT id FROM story WHERE reports > 0 ORDER BY id LIMIT 5000")]


def pairs(db: Connection) -> list[str]:
    return [pair for (pair,) in db.execute("SELECT DISTINCT actor || '|' || recipient FROM dyad ORDER BY 1 LIMIT 5000")]
