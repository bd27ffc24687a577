"""Which words are places, how exact they are, and in which country."""

import pytest
from hypothesis import given

from crosswire.language.parse import parse
from crosswire.language.places import find_places
from crosswire.records import Article, Place
from tests.strategies import articles

TITLE = "What was seen that day\n\n"

CASES = [  # text, words, the place they name
    ("The minister flew to Prague on Monday.", "Prague", Place("Prague", "CZE", "city")),
    ("Floods reached Norway and parts of Sweden.", "Norway", Place("Norway", "NOR", "country")),
    ("Talks were held in Springfield, Illinois, last week.", "Springfield", Place("Springfield", "USA", "city")),
    ("They met in Paris, Texas, not in France.", "Paris", Place("Paris", "USA", "city")),
    ("Fire swept through Chile's Valparaiso region.", "Valparaiso", Place("Valparaíso", "CHL", "region")),
    ("He was born in Poland's northern town of Hel.", "Hel", Place("Hel", "POL", "city")),
    ("Shells hit the Syrian town of Binnish on Friday.", "Binnish", Place("Binnish", "SYR", "city")),
    ("Ships crossed the Taiwan Strait at night.", "Taiwan Strait", Place("Taiwan Strait", None, "region")),
    ("Aid trucks waited outside the Gaza Strip.", "Gaza Strip", Place("Gaza Strip", "PSE", "region")),
    ("LISBON, Portugal (AP) — Voters went to the polls.", "LISBON", Place("Lisbon", "PRT", "city")),
    ("MADRID (AFP) - The cabinet resigned.", "MADRID", Place("Madrid", "ESP", "city")),
    ("The Georgian president left Georgia for Baku.", "Georgia", Place("Georgia", "GEO", "country")),
    ("Voters in Georgia and in Alabama stayed at home.", "Georgia", Place("Georgia", "USA", "region")),
    ("The village was in Punjab, Pakistan.", "Punjab", Place("Punjab", "PAK", "region")),
    ("Troops of the U.S.-led force left Fallujah.", "Fallujah", Place("Fallujah", "IRQ", "city")),
]

NO_PLACES = [
    "Paris Hilton spoke to reporters about Mary George.",
    "Join us, and tell us what you saw.",
    "He read the Texas Tech University report at home.",
    "The Washington Post reported it first.",
    "A nice man was reading in the bath.",
    "The Russian minister and her Chinese counterpart shook hands.",
]


@pytest.mark.parametrize(("text", "words", "place"), CASES)
def test_a_place_is_found_with_its_country_and_exactness(text: str, words: str, place: Place) -> None:
    article = Article.of(TITLE + text)
    found = {article.excerpt(each.spans[0]): each.value for each in find_places(article, parse(article))}
    assert found[words] == place


@pytest.mark.parametrize("text", NO_PLACES)
def test_persons_and_institutions_and_plain_words_are_no_places(text: str) -> None:
    article = Article.of(TITLE + text)
    assert find_places(article, parse(article)) == ()


def test_a_name_of_two_countries_is_left_open_where_nothing_tells_which() -> None:
    article = Article.of(TITLE + "He came from Punjab as a child.")
    (place,) = find_places(article, parse(article))
    assert place.value == Place("Punjab", None, "region")


def test_a_place_told_once_is_the_same_place_at_every_mention() -> None:
    text = "Police in London, Ontario, made an arrest. London is quiet again, officials in London said."
    article = Article.of(TITLE + text)
    places = [each.value for each in find_places(article, parse(article)) if each.value.name == "London"]
    assert places == [Place("London", "CAN", "city")] * 3


@given(articles())
def test_every_mention_of_a_place_is_cited_in_order(article: Article) -> None:
    places = find_places(article, parse(article))
    spans = [span for each in places for span in each.spans]
    assert len(spans) == len(places)
    assert spans == sorted(spans)
    assert all(article.excerpt(span).strip() for span in spans)
