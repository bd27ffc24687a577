from datetime import date

import pytest

from crosswire.records import Article
from crosswire.report.columns import around, behind, column_of, columns_of, day_of, days_between, letter_of
from tests.report.story import reading, span, visit


@pytest.mark.parametrize("index, letter", [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
def test_reports_are_lettered(index: int, letter: str) -> None:
    assert letter_of(index) == letter


@pytest.mark.parametrize(
    "start, stop, shown",
    [
        (date(2024, 5, 14), date(2024, 5, 14), "14 May 2024"),
        (date(2024, 5, 14), date(2024, 5, 16), "14 May 2024 – 16 May 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
    ],
)
def test_days_are_written_as_exactly_as_they_are_known(start: date, stop: date, shown: str) -> None:
    assert days_between(start, stop) == shown


def test_days_of_a_field_are_put_in_words_and_what_is_no_day_stays() -> None:
    assert day_of("2024-05-14") == "14 May 2024"
    assert day_of("2024-05-14/2024-05-16") == "14 May 2024 – 16 May 2024"
    assert day_of("last spring") == "last spring"


def test_a_report_without_an_outlet_goes_by_its_letter() -> None:
    assert column_of(reading(Article.of("It rained.")), "C").name == "Report C"


def test_words_around_a_word_end_between_words_and_inside_its_paragraph() -> None:
    article = visit().readings[0].article
    before, after = around(column_of(reading(article), "A"), span(article, "Arica"), 20)
    assert (before, after) == ("… counterpart in ", " on Tuesday.")


def test_an_origin_is_told_with_the_reports_that_share_it() -> None:
    story = visit()
    columns = columns_of(story)
    assert [behind(column, story, columns) for column in columns.values()] == ["Andina", "origin unknown"]
