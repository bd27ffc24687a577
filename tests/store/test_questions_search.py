"""Words as anybody types them find articles, and the marks stand on them in code points."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire import Article, read
from crosswire.store import questions
from crosswire.store.answers import Asked, Hit
from crosswire.store.questions.search import RARE, those
from crosswire.store.questions.search import hits as hits_of
from crosswire.store.questions.terms import terms
from crosswire.store.tables import create_or_open
from tests.store.conftest import fill

TEXTS = {
    "harbour": "🚢🚢 Ports reopen\n\nThe harbour of Ystad was crowded, and the harbour master was of one mind.",
    "hangul": "Envoys meet 👋🏽\n\nThe slogan 김정은은 평양에 was seen in Seoul.",
    "arabic": "Talks in Cairo\n\nA banner said \u200fالسلام عليكم\u200f in Cairo.",
    "accents": "Réunion à São Paulo\n\nThe envoy came to Sao Paulo, of another mind than before.",
    "private": "Signs\n\nA text with \ue000 and \ue001 of its own, and a harbour.",
    "nul": "Nothing\n\nA byte\0of nothing before the harbour.",
}


@pytest.fixture(scope="module")
def db() -> Iterator[sqlite3.Connection]:
    with closing(create_or_open(":memory:")) as db:
        articles = {name: Article.of(text, outlet=name, published=date(2024, 3, 5)) for name, text in TEXTS.items()}
        fill(db, map(read, articles.values()))
        yield db


def hits(db: sqlite3.Connection, words: str) -> dict[str | None, Hit]:
    return {hit.outlet: hit for hit in questions.search(db, Asked(words=words)).items}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("harbour", {"harbour", "private", "nul"}),
        ("HARBOUR ystad", {"harbour"}),
        ("harb*", {"harbour", "private", "nul"}),
        ("harb", set()),
        ('"of one mind"', {"harbour"}),
        ("mind -harbour", {"accents"}),
        ('mind -"of one mind"', {"accents"}),
        ("김정은", {"hangul"}),
        ("السلام", {"arabic"}),
        ("são", {"accents"}),
        ("AND OR NOT", set()),
        ("", set()),
        ("!!! -", set()),
        ("-harbour", set()),
    ],
)
def test_words_find_articles(db: sqlite3.Connection, words: str, found: set[str]) -> None:
    assert hits(db, words).keys() == found


@pytest.mark.parametrize(
    ("words", "outlet", "marked"),
    [
        ("harbour", "harbour", ["harbour", "harbour"]),
        ('"one mind"', "harbour", ["one mind"]),
        ("김정은", "hangul", ["김정은은"]),
        ("عليكم", "arabic", ["عليكم"]),
        ("harbour", "private", ["harbour"]),
        ("harbour", "nul", []),
        ("sao", "accents", ["São", "Sao"]),
    ],
)
def test_marks_stand_on_the_words_found(db: sqlite3.Connection, words: str, outlet: str, marked: list[str]) -> None:
    hit = hits(db, words)[outlet]
    assert [hit.excerpt[start:stop] for start, stop in hit.marks] == marked


def test_an_excerpt_of_a_long_text_begins_near_the_words(db: sqlite3.Connection) -> None:
    with closing(create_or_open(":memory:")) as long:
        fill(long, [read(Article.of("Wool prices\n\n" + "wool " * 400 + "\N{ROCKET} lanterns " + "wool " * 400))])
        (hit,) = questions.search(long, Asked(words="lanterns")).items
    ((start, stop),) = hit.marks
    assert hit.excerpt[start:stop] == "lanterns" and len(hit.excerpt) <= 240 and 0 < start <= 60


def of_wool(number: int, text: str) -> Article:
    """The version of a report; every fifth has no day."""
    day = date(2024, 3, 1 + number % 4) if number % 5 else None
    outlet = ("Lantern", "Ledger")[number % 2]
    return Article.of(text, url=f"https://lantern.example/{number}", outlet=outlet, published=day)


@pytest.fixture(scope="module")
def wool() -> Iterator[sqlite3.Connection]:
    """Eighteen reports with wool; a later version of each third has flax in its place."""
    with closing(create_or_open(":memory:")) as db:
        fill(db, [read(of_wool(number, f"Wool for lamp {number}.")) for number in range(18)])
        fill(db, [read(of_wool(number, f"Flax for lamp {number}.")) for number in range(0, 18, 3)])
        yield db


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (Asked(words="wool"), 12),
        (Asked(words="flax"), 6),
        (Asked(words="lamp -flax"), 12),
        (Asked(words="lamp", outlet="Ledger"), 9),
        (Asked(words="wool", since=date(2024, 3, 3)), 4),
        (Asked(words="linen"), 0),
        (Asked(), 18),
    ],
)
def test_articles_are_the_same_whether_their_words_are_rare_or_common(
    wool: sqlite3.Connection, asked: Asked, number: int
) -> None:
    page = questions.search(wool, asked)
    assert page.total == len(page.items) == sum(count.count for count in page.facets["outlet"]) == number
    for rare_or_common in (1, RARE + 1):
        one, after = hits_of(wool, *those(asked, rare_or_common), msgspec.structs.replace(asked, limit=4))
        other, _ = hits_of(wool, *those(asked, rare_or_common), msgspec.structs.replace(asked, after=after))
        assert one + (other if after else ()) == page.items
    days = [str(hit.published or "") for hit in page.items]
    assert days == sorted(days, reverse=True)


@given(st.text(max_size=40))
def test_nothing_typed_is_an_error(db: sqlite3.Connection, words: str) -> None:
    page = questions.search(db, Asked(words=words))
    assert page.total >= len(page.items)


@given(st.text(alphabet="ab\"*-:^(){}+ ANDORT'", max_size=20))
def test_no_sign_of_the_query_language_is_an_error(db: sqlite3.Connection, words: str) -> None:
    questions.events(db, Asked(words=words))


def test_terms_quote_all() -> None:
    assert terms('port "of one mind" -harbour ys*') == '"port" AND "of one mind" AND "ys" * NOT "harbour"'
