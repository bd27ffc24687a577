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
    ("Sergei Lavrov", date(2012, 1, 1), ("RUS", "GOV")),  # as others spell him
    ("Sergey Lavrov", date(2012, 1, 1), ("RUS", "GOV")),
    ("Emmanuel Macron", None, ("FRA", "GOV")),  # without a day, what is last known
    ("Angela Merkel", None, ("DEU", "ELI")),
    ("Mahamat Idriss Deby", date(2022, 12, 1), ("TCD", "GOV")),
    ("Idriss Déby", date(2022, 12, 1), ("TCD", "ELI")),
    ("Keir Starmer", date(2026, 8, 1), ("GBR", "LEG")),
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
    official = find_official("Sergey Lavrov", date(2040, 1, 1))
    assert official == Official("Sergey Lavrov", "RUS", None, None, "Q58217", well_known=True)


def test_a_minister_who_leaves_keeps_his_seat_until_the_next_election() -> None:
    cases = {date(2022, 12, 1): "LEG", date(2022, 9, 20): "GOV", date(2025, 1, 1): "ELI"}
    found = {day: find_official("Kwasi Kwarteng", day) for day in cases}
    assert {day: official and official.sector for day, official in found.items()} == cases


def test_two_of_one_name_are_told_apart_by_the_states_around() -> None:
    assert find_official("Mahmoud Abbas", date(2022, 5, 1), frozenset({"PSE"})) is not None


def test_a_famous_surname_is_known_out_of_office_only_where_asked_for() -> None:
    assert find_official("Trump", date(2022, 4, 1)) is None
    trump = find_official("Trump", date(2022, 4, 1), famous=True)
    assert trump is not None
    assert (trump.country, trump.sector) == ("USA", "ELI")


@given(st.text(max_size=30), st.none() | st.dates())
def test_no_name_is_wrong(name: str, day: date | None) -> None:
    official = find_official(name, day)
    assert official is None or len(official.country) == 3
