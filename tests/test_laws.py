"""What must hold of every reading and every comparison, whatever the text."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire import Article, Comparison, Reading, compare, read
from crosswire.records import Cited, Record, Span
from tests.strategies import articles, news

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*/*.txt"))


def within(value: object) -> Iterator[Record]:
    """A record and every record inside it."""
    if isinstance(value, Record):
        yield value
        for name in value.__struct_fields__:
            yield from within(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from within(each)


def spans(value: object) -> tuple[Span, ...]:
    return tuple(each for each in within(value) if isinstance(each, Span))


def assert_rests_on_words(value: object, *, of: tuple[Article, ...]) -> None:
    lengths = {article.id: len(article.text) for article in of}
    for span in spans(value):
        assert 0 <= span.start < span.stop <= lengths[span.article], span
    assert all(each.spans for each in within(value) if isinstance(each, Cited))


def assert_holds_together(reading: Reading) -> None:
    assert_rests_on_words(reading, of=(reading.article,))
    assert all(0 <= mention.chain < len(reading.actors) for mention in reading.mentions)
    statements = {statement.id for statement in reading.statements}
    assert len(statements) == len(reading.statements)
    assert len({event.id for event in reading.events}) == len(reading.events)
    assert all(event.statement is None or event.statement in statements for event in reading.events)


@given(articles())
def test_any_text_is_read_and_every_value_rests_on_its_words(article: Article) -> None:
    assert_holds_together(read(article))


@given(articles(news()))
def test_news_is_read_and_every_value_rests_on_its_words(article: Article) -> None:
    assert_holds_together(read(article))


@settings(max_examples=15)
@given(articles())
def test_reading_twice_gives_the_same(article: Article) -> None:
    assert read(article) == read(article)


@settings(max_examples=20)
@given(st.lists(articles(), min_size=1, max_size=3))
def test_any_reports_can_be_compared_and_every_value_rests_on_their_words(reports: list[Article]) -> None:
    comparison = compare([read(report) for report in reports])
    assert_rests_on_words(comparison, of=tuple(reports))
    for finding in comparison.findings:
        for version in (version for field in finding.fields for version in field.versions):
            assert version.spans
            assert all(0 <= origin < len(comparison.origins) for origin in version.origins)


@settings(max_examples=20)
@given(articles(news()))
def test_one_report_alone_says_what_it_says(article: Article) -> None:
    reading = read(article)
    comparison = compare([reading])
    assert {span.article for span in spans(comparison)} <= {article.id}
    assert comparison.readings == (reading,)
    own = {statement.id for statement in reading.statements} | {event.id for event in reading.events}
    assert all(set(finding.members) <= own for finding in comparison.findings)
    assert sum(len(origin.articles) for origin in comparison.origins) <= 1


@settings(max_examples=15)
@given(articles(news(at_least=4, at_most=8)), articles(news(at_least=2)), st.integers(min_value=1, max_value=5))
def test_a_copy_adds_no_origin(original: Article, other: Article, times: int) -> None:
    copies = [
        Article.of(original.text, title=original.title, outlet=f"Outlet {n}", published=original.published)
        for n in range(times)
    ]
    before = compare([read(original), read(other)])
    after = compare([read(report) for report in (original, other, *copies)])
    assert len(after.origins) <= len(before.origins)


@settings(max_examples=15)
@given(articles(news()), articles(news()))
def test_the_same_report_again_changes_nothing(one: Article, other: Article) -> None:
    readings = [read(one), read(other)]
    assert compare([*readings, readings[0]]) == compare(readings)


@settings(max_examples=15)
@given(st.lists(articles(news()), min_size=2, max_size=4), st.data())
def test_the_order_of_reports_changes_nothing(reports: list[Article], data: st.DataObject) -> None:
    readings = [read(report) for report in reports]
    assert compare(data.draw(st.permutations(readings))) == compare(readings)


IN_ANOTHER_PROCESS = """
import sys, msgspec
from crosswire import Article, compare, read
readings = [read(Article.of(open(path, encoding="utf-8").read())) for path in sys.argv[1:]]
sys.stdout.buffer.write(msgspec.json.encode(compare(readings)))
"""


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_another_process_gives_the_same_bytes(hash_seed: str) -> None:
    paths = [str(path) for path in EXAMPLES]
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS, *paths]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    there = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    here = compare([read(Article.of(Path(path).read_text("utf-8"))) for path in paths])
    assert msgspec.json.decode(there) == msgspec.json.decode(msgspec.json.encode(here))
    assert there == msgspec.json.encode(here)


def test_a_comparison_survives_its_json() -> None:
    comparison = compare([read(Article.of(path.read_text("utf-8"))) for path in EXAMPLES])
    assert msgspec.json.decode(msgspec.json.encode(comparison), type=Comparison) == comparison
