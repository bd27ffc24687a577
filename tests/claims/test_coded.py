"""The codes of sides: what the report tells besides their own words, and what stays as it was."""

from __future__ import annotations

import re

import numpy
import pytest
from hypothesis import given

from crosswire.claims.coded import Weights, learned, placed
from crosswire.knowledge.lexicon import countries
from crosswire.knowledge.ontology import sectors
from crosswire.reading import all_prose, read
from crosswire.records import Actor, Article
from tests.strategies import news

ELSEWHERE = "The road from Cusco to Puno was closed, and a Peruvian court will hear the case in Lima."


@given(text=news())
def test_the_codes_of_sides_are_the_codebooks(text: str) -> None:
    for event in read(Article.of(text)).events:
        for side in (*event.actors, *event.recipients):
            assert side.value.sector in {None, *sectors()}
            assert side.value.country is None or re.fullmatch("[A-Z]{3}", side.value.country)


def test_the_sectors_that_are_learned_are_the_codebooks() -> None:
    assert {*learned().sectors} <= {"", *sectors()}


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Police arrested a man in Arequipa on Monday after a robbery. The suspect was jailed.", "PER", "CRM"),
        ("Police arrested Yuri Quilla in Arequipa on Monday, and charged him with theft.", "PER", "CRM"),
        ("Police arrested two ministers in Arequipa on Monday.", "PER", "GOV"),
    ],
)
def test_whoever_is_arrested_is_of_the_report_and_what_it_tells_of_him(text: str, country: str, sector: str) -> None:
    assert {(each.country, each.sector) for each in recipients(f"{text} {ELSEWHERE}")} == {(country, sector)}


@pytest.mark.parametrize("who", ["a foreign diplomat", "Erik Lund, the secretary general of the alliance,"])
def test_whoever_is_of_no_state_here_has_none(who: str) -> None:
    text = f"Officials from Arequipa met {who} in Lima on Monday. {ELSEWHERE}"
    assert {each.country for each in recipients(text)} == {None}


def test_a_country_has_the_words_that_tell_it() -> None:
    event = read(all_prose(f"Officers arrested a driver on Monday. {ELSEWHERE}")).events[0]
    for side in (*event.actors, *event.recipients):
        assert side.value.country in countries() and len(side.spans) > 1


def recipients(text: str) -> list[Actor]:
    return [side.value for event in read(all_prose(text)).events[:1] for side in event.recipients]


def test_a_body_called_by_name_keeps_the_sector_that_the_tables_tell() -> None:
    article = Article.of(
        "The ELN blamed the army of Colombia for the fighting on Monday. The government met its envoys."
    )
    actors = [each.value for event in read(article).events for each in event.actors]
    assert ("National Liberation Army", "REB") in {(each.name, each.sector) for each in actors}


def test_whom_they_means_are_what_their_own_words_tell() -> None:
    text = "Farmers blocked a road near Lyon. They accused the French government of lying. The road is open again."
    (blamed,) = (event for event in read(Article.of(text)).events if event.type.value == "ACCUSE")
    assert [each.value.sector for each in blamed.actors] == ["AGR"]


@pytest.mark.parametrize("sector", ["BUS", "JRN", "REL"])
def test_a_state_is_no_company(sector: str) -> None:
    weights = Weights(("", sector), {"all": numpy.array([0.0, 9.0])}, numpy.zeros((1, 2)), {})
    assert placed("", ["all"], None, weights)[0] == ""
    assert placed(None, ["all"], None, weights)[0] == sector
