"""Who is meant by a phrase, its context and a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import crosswire
from crosswire.knowledge.actors import actor, body

DAY = date(2022, 12, 1)

PHRASES = [  # phrase, country, sector
    ("Bolivia", "BOL", None),
    ("Bolivian", "BOL", None),
    ("Lima", "PER", "GOV"),
    ("Cusco", "PER", "CVL"),
    ("the Kremlin", "RUS", "GOV"),
    ("three Chilean frigates", "CHL", "MIL"),
    ("at least 40 Bolivian coffee growers", "BOL", "AGR"),
    ("the Peruvian finance minister’s office", "PER", "GOV"),
    ("Norway's ministry of defence", "NOR", "GOV"),
    ("the ministry of health of Ghana", "GHA", "GOV"),
    ("former Danish diplomats", "DNK", "ELI"),
    ("an ex-minister from Togo", "TGO", "ELI"),
    ("Sunni clerics in Oman", "OMN", "REL"),
    ("a harbour in Oslo", "NOR", "UNK"),
    ("the president of the Chilean senate", "CHL", "LEG"),
    ("a deputy leader of Hamas", "PSE", "REB"),
    ("Labour lawmakers", "GBR", "LEG"),
    ("Trump supporters", "USA", "CVL"),
    ("supporters of Evo Morales", "BOL", "CVL"),
    ("the Korean navy", None, "MIL"),
    ("US-Chinese delegation", None, "GOV"),
    ("Transnistria", "MDA", "PRE"),
    ("gunmen", None, "UAF"),
    ("pro-Peruvian gunmen", None, "UAF"),
    ("Chilean-backed Bolivian rebels", "BOL", "REB"),
    ("Kosovo Serbs", "XKX", None),
    ("the oil company Petrobras", "BRA", "BUS"),
    ("the Danish commander-in-chief", "DNK", "MIL"),
    ("European Union officials", "EUR", "GOV"),
    ("Guinea-Bissau", "GNB", None),
    ("S. Korean ministers", "KOR", "GOV"),
    ("The Hague", "NLD", "GOV"),
    ("a brother of Evo Morales", "BOL", "ELI"),
    ("Owen Jeffers, a resident of Aleppo", "SYR", "CVL"),
    ("Phillipine fishermen", "PHL", "AGR"),
    ("the Chilean air force's spokesman, Pedro Rivas Tolosa", "CHL", "MIL"),
    ("UNICEF", "UNO", None),
    ("Greek police chief Nikos Varelis", "GRC", "COP"),
    ("Secretary of State Madeleine Albright", "USA", "GOV"),
    ("Pope Benedict", "VAT", "REL"),
    ("Tikhanovskaya", "BLR", "OPP"),
]


@pytest.mark.parametrize(("phrase", "country", "sector"), PHRASES)
def test_a_phrase_tells_country_and_sector(phrase: str, country: str | None, sector: str | None) -> None:
    found = actor(phrase, None, DAY)
    assert found is not None
    assert (found.country, found.sector) == (country, sector)


def test_nothing_is_said_of_what_no_table_and_no_word_tells() -> None:
    assert actor("Quentin Harrowgate Blythe", None, DAY) is None
    assert actor("", None, DAY) is None


def test_the_context_tells_whose_an_institution_is() -> None:
    found = actor("the supreme court", "Protests went on in Nairobi and elsewhere in Kenya", DAY)
    assert found is not None
    assert (found.country, found.sector) == ("KEN", "JUD")
    torn = actor("the supreme court", "Kenya and Uganda disagree", DAY)
    assert torn is not None
    assert torn.country is None


def test_the_day_tells_the_office_and_whether_it_is_past() -> None:
    on = {day: actor("Kevin Rudd", None, day) for day in (date(2008, 6, 1), date(2020, 6, 1), date(2024, 6, 1))}
    assert [(a.sector, a.office) for a in on.values() if a] == [
        ("GOV", "prime minister"),
        ("ELI", None),
        ("GOV", "ambassador to the United States"),
    ]


def test_a_body_may_be_rebels_one_year_and_a_government_another() -> None:
    sectors = [actor("Taliban fighters", None, date(year, 5, 1)) for year in (1998, 2010, 2022)]
    assert [a.sector for a in sectors if a] == ["GOV", "REB", "GOV"]


def test_words_hold_before_tables() -> None:
    found = actor("Finance Minister Ayman Safadi", None, DAY)
    assert found is not None
    assert (found.country, found.office, found.wikidata) == ("JOR", "finance minister", "Q28336737")


def test_a_second_sector_stands_beside_the_first() -> None:
    found = actor("the Norwegian defence ministry", None, DAY)
    assert found is not None
    assert (found.sector, found.secondary) == ("GOV", "MIL")


def test_a_body_is_known_by_its_name_in_another_spelling() -> None:
    found = body("Jama'at Nusrat al-Islam wal Muslimeen", DAY)
    assert found is not None
    assert (found.country, found.sector) == ("MLI", "REB")


def test_the_same_answer_by_way_of_the_package() -> None:
    assert crosswire.actor("the Mongolian president", day=DAY) == actor("the Mongolian president", None, DAY)


@given(st.text(max_size=40), st.none() | st.text(max_size=20), st.none() | st.dates())
def test_no_phrase_is_wrong(mention: str, context: str | None, day: date | None) -> None:
    found = actor(mention, context, day)
    assert found is None or found.name


PIECES = "the US ’s former president of Kim Jong-un , ( Korea 12 - ' minister in army spokesman Abbas two's".split()


@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_no_order_of_words_is_wrong(words: list[str]) -> None:
    assert actor(" ".join(words), None, DAY) == actor(" ".join(words), None, DAY)


def test_a_persons_name_is_no_states_misspelt() -> None:
    assert actor("Sonia Harrowgate", None, DAY) is None
    found = actor("Kazahkstan", None, DAY)
    assert found is not None
    assert found.country == "KAZ"
