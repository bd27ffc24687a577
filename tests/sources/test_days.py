"""The day a report names, and when it names none."""

from datetime import date

import pytest

from crosswire.sources.days import day_in

DAYS = [
    ("Last Updated: July 12, 2025 18:09:19 IST", date(2025, 7, 12)),
    ("Xinhua | Updated: 2017-09-15 17:52", date(2017, 9, 15)),
    ("15 September 2017", date(2017, 9, 15)),
    ("Sept. 15, 2017", date(2017, 9, 15)),
    ("Friday, 3rd of March 2023", date(2023, 3, 3)),
    ("1st May 2020", date(2020, 5, 1)),
    ("2024/03/05", date(2024, 3, 5)),
    ("31.12.1999", date(1999, 12, 31)),
    ("05/05/2020", date(2020, 5, 5)),
    ("Published 2021-01-02, 2 January 2021", date(2021, 1, 2)),
    ("2024-02-29T23:59:59Z", date(2024, 2, 29)),
]
NO_DAYS = [
    "",
    "03/04/2025",
    "2025-02-30",
    "31 June 2020",
    "July 12",
    "in May 2020",
    "2 May 2020, updated 3 May 2020",
    "1812",
]


@pytest.mark.parametrize("words, day", DAYS)
def test_a_day_is_read_in_the_forms_outlets_use(words: str, day: date) -> None:
    assert day_in(words) == day


@pytest.mark.parametrize("words", NO_DAYS)
def test_no_day_is_read_where_none_or_more_than_one_can_be_meant(words: str) -> None:
    assert day_in(words) is None
