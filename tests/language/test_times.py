"""Time expressions: what they span, their values and their days."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.language.parse import parse
from crosswire.language.times import find_times
from crosswire.records import Article, Time
from tests.marked import Case, cases
from tests.strategies import articles, news


def times_of(article: Article) -> tuple[Time, ...]:
    return find_times(article, parse(article))


def described(time: Time) -> str:
    """A time as a mark says it: value, anchor, and its days where it has any."""
    days = time.interval
    if not days:
        return f"{time.type} {time.value} {time.anchor}"
    span = f"{days.start}" if days.start == days.stop else f"{days.start}..{days.stop}"
    return f"{time.type} {time.value} {time.anchor} {span}"


@pytest.mark.parametrize("case", cases("times"), ids=lambda case: case.name)
def test_marked_times_are_found_and_nothing_else(case: Case) -> None:
    published = case.settings["published"]
    article = Article.of(
        f"Report\n\n{case.text}", published=None if published == "unknown" else date.fromisoformat(published)
    )
    found = tuple((article.excerpt(time.span), described(time)) for time in times_of(article))
    assert found == case.marks


@given(articles())
def test_times_of_any_text_stand_in_order_apart_and_within_it(article: Article) -> None:
    assert_lawful(article, times_of(article))


@given(articles(news()))
def test_times_of_news_stand_in_order_apart_and_within_it(article: Article) -> None:
    assert_lawful(article, times_of(article))


def assert_lawful(article: Article, times: tuple[Time, ...]) -> None:
    position = 0
    for time in times:
        assert position <= time.span.start < time.span.stop <= len(article.text)
        position = time.span.stop
        assert time.type in {"DATE", "TIME", "DURATION", "SET"}
        assert time.anchor in {"publication", "event", "text"}
        assert time.value
        assert not time.interval or time.interval.start <= time.interval.stop


@given(articles(news()))
def test_the_same_article_has_the_same_times(article: Article) -> None:
    assert times_of(article) == times_of(article)


@given(articles(news()))
def test_without_a_day_of_publication_nothing_reckoned_from_it_has_days(article: Article) -> None:
    undated = Article.of(article.text)
    assert not any(time.interval for time in times_of(undated) if time.anchor != "text")


WHEN = [
    "on Friday", "on Saturday night", "early on Tuesday", "4 p.m. Wednesday", "by Monday", "since Thursday", "last Sunday",
    "in March", "in mid-August", "in late November", "on July 4", "on 31 December", "since January", "through October",
    "last week", "this week", "this month", "earlier this month", "this year", "over the weekend", "this weekend",
    "in the third quarter", "in the first half of the year", "for the year", "in the summer", "this fall", "at Christmas",
    "two days ago", "five months ago", "yesterday", "overnight", "this morning", "late in the month", "the next day",
    "a week later", "two months later", "that evening", "the following year", "in the quarter ended June 30",
    "from Monday to Wednesday", "Monday through Friday", "from March to May", "between June and August", "in two weeks",
    "on June 20 and 24", "on Friday nights", "the following January", "that summer", "the previous Tuesday", "at year-end",
    "a week ago Friday", "a year ago this month", "the month before last", "at midweek", "in the last half of the year",
    "the same month", "at the end of the month", "in the past year", "from a year earlier", "in the year-ago period",
]  # fmt: skip
TOLD = ["Rebels shelled the port {}.", "The mayor was arrested {}.", "Police said a ship had sunk {}.", "Rain fell {}."]
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(DAYS, st.lists(st.tuples(st.sampled_from(TOLD), st.sampled_from(WHEN)), min_size=1, max_size=4))
def test_what_is_told_as_past_never_begins_or_ends_after_the_report(day: date, parts: list[tuple[str, str]]) -> None:
    text = " ".join(told.format(when) for told, when in parts)
    article = Article.of(f"Report\n\n{text}", published=day)
    for time in times_of(article):
        assert not time.interval or time.interval.stop <= day, article.excerpt(time.span)


@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_without_a_word_of_the_future_is_today_or_in_the_week_before(day: date, number: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number]
    (time,) = times_of(Article.of(f"Report\n\nThe talks on {name} were short.", published=day))
    if time.interval:
        assert time.interval.start.weekday() == number
        assert 0 <= (day - time.interval.start).days < 7


@given(DAYS, st.integers(0, 6))
def test_a_weekday_of_what_is_to_come_is_today_or_in_the_week_ahead(day: date, number: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number]
    (time,) = times_of(Article.of(f"Report\n\nThe ministers will meet on {name}.", published=day))
    assert time.interval and time.interval.start.weekday() == number
    assert 0 <= (time.interval.start - day).days < 7


def test_a_wrong_cut_between_sentences_does_not_hide_a_date() -> None:
    article = Article.of("Report\n\nThe embassy was attacked on Aug. 7. Nobody was hurt.", published=date(2024, 9, 1))
    whole = parse(article)
    assert [article.excerpt(time.span) for time in find_times(article, whole)] == ["Aug. 7"]


def test_a_long_run_of_digits_and_blanks_is_read_in_no_time() -> None:
    article = Article.of("Report\n\n" + "1" * 50_000 + " " * 50_000 + "a " * 20_000 + "from 1 to " * 2_000)
    sentences = parse(Article.of("Report\n\nOn Friday."))
    stretched = tuple(
        type(s)(s.index, s.paragraph, s.zone, s.start, len(article.text), s.tokens, s.children) for s in sentences[-1:]
    )
    assert find_times(article, stretched) == ()


@pytest.mark.parametrize("words", ["from a year earlier ", "at 3 p.m. ", "for three days ", "in June, the next day "])
def test_eight_times_the_expressions_take_no_more_than_about_eight_times_as_long(words: str) -> None:
    def seconds(many: int) -> float:
        article = Article.of("Report\n\n" + words * many, published=date(2024, 9, 1))
        (sentence,) = parse(Article.of("Report\n\nSales rose."))[-1:]
        stretched = type(sentence)(
            *(sentence.index, sentence.paragraph, sentence.zone, sentence.start),
            *(len(article.text), sentence.tokens, sentence.children),
        )
        began = process_time()
        assert len(find_times(article, (stretched,))) >= many
        return process_time() - began

    seconds(100)
    assert min(seconds(8000), seconds(8000)) < 24 * min(seconds(1000), seconds(1000))
