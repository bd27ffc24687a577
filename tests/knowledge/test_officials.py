"""Who held which office when."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.knowledge.officials import Official, find_official

CASES = [  # name, day, country and sector, or None
    ("Shinzo Abe", date(2017, 4, 1), ("JPN", "GOV")),
    ("Shinzō Abe", date(2022, 1, 10), ("JPN", "ELI")),
    ("Abe", date(2017, 4, 1), ("JPN", "GOV")),
    ("Abe", date(2022, 3, 1), None),
    ("Kim Jong Un", date(2018, 6, 12), ("PRK", "GOV")),
    ("Sergei Lavrov", date(2012, 1, 1), None),
    ("Sergey Lavrov", date(2012, 1, 1), ("RUS", "GOV")),
    ("Emmanuel Macron", None, ("FRA", None)),
    ("Macron", None, None),
    ("Émmanuel MACRON", date(2019, 1, 1), ("FRA", "GOV")),
    ("A Person Nobody Knows", date(2019, 1, 1), None),
    ("", date(2019, 1, 1), None),
]


@pytest.mark.parametrize(("name", "day", "expected"), CASES)
def test_an_official_is_known_by_name_and_day(name: str, day: date | None, expected: tuple[str, str] | None) -> None:
    official = find_official(name, day)
    assert (official and (official.country, official.sector)) == expected


def test_an_office_without_known_end_tells_the_country_but_no_sector_later() -> None:
    assert find_official("Annalena Baerbock", date(2040, 1, 1)) == Official(
        "Annalena Baerbock", "DEU", "foreign minister", None
    )


@given(st.text(max_size=30), st.none() | st.dates())
def test_no_name_is_wrong(name: str, day: date | None) -> None:
    official = find_official(name, day)
    assert official is None or len(official.country) == 3
