"""Which words are places, how exact they are, and where."""

import re

import pytest
from hypothesis import given

from crosswire.language.parse import parse
from crosswire.language.places import find_places, locate
from crosswire.records import Article, Place, Span
from tests.strategies import articles

TITLE = "What was seen that day\n\n"

# text, words, the place they name: name, country, how exact, about where, within which region
CASES = [
    ("The minister flew to Prague on Monday.", "Prague", "Prague CZE city 50 14", "Prague"),
    ("Floods reached Norway and parts of Sweden.", "Norway", "Norway NOR country 62 10", None),
    ("Talks were held in Springfield, Illinois, last week.", "Springfield", "Springfield USA city 40 -90", "Illinois"),
    ("They met in Paris, Texas, not in France.", "Paris", "Paris USA city 34 -96", "Texas"),
    ("Fire swept through Chile's Valparaiso region.", "Valparaiso", "Valparaíso CHL region -33 -72", None),
    ("He was born in Poland's northern town of Hel.", "Hel", "Hel POL city 55 19", "Pomeranian"),
    ("Shells hit the Syrian town of Binnish on Friday.", "Binnish", "Binnish SYR city 36 37", "Idlib"),
    ("Ships crossed the Taiwan Strait at night.", "Taiwan Strait", "Taiwan Strait None region 24 119", None),
    ("Aid trucks waited outside the Gaza Strip.", "Gaza Strip", "Gaza Strip PSE region 31 34", None),
    ("LISBON, Portugal (AP) — Voters went to the polls.", "LISBON", "Lisbon PRT city 39 -9", "Lisbon"),
    ("MADRID (AFP) - The cabinet resigned.", "MADRID", "Madrid ESP city 40 -4", "Madrid"),
    ("The Georgian president left Georgia for Baku.", "Georgia", "Georgia GEO country 42 44", None),
    ("Voters in Georgia and in Alabama stayed at home.", "Georgia", "Georgia USA region 33 -84", None),
    ("Voters in Ohio, Georgia and Maine stayed at home.", "Georgia", "Georgia USA region 33 -84", None),
    ("The village was in Punjab, Pakistan.", "Punjab", "Punjab PAK region 31 72", None),
    ("Troops of the U.S.-led force left Fallujah.", "Fallujah", "Fallujah IRQ city 33 44", "Anbar"),
    ("Shells fell on Russia's Kursk region at night.", "Kursk", "Kursk RUS region 52 36", None),
    ("The envoys met in Panmunjom at noon.", "Panmunjom", "Panmunjom None point 38 127", None),
    ("In Paris, Russia said it would not sign.", "Paris", "Paris FRA city 49 2", "Île-de-France"),
    ("Russia's strike on Kyiv woke the city.", "Kyiv", "Kyiv UKR city 50 31", "Kyiv"),
    ("Crews came from Philadelphia at noon.", "Philadelphia", "Philadelphia USA city 40 -75", "Pennsylvania"),
    ("Prices rose across Crimea in spring.", "Crimea", "Crimea UKR region 45 34", None),
]

NO_PLACES = [
    "Paris Hilton spoke to reporters about Mary George.",
    "Join us, and tell us what you saw.",
    "He read the Texas Tech University report at home.",
    "The Washington Post reported it first.",
    "A nice man was reading in the bath.",
    "The Russian minister and her Chinese counterpart shook hands.",
]


@pytest.mark.parametrize(("text", "words", "place", "within"), CASES)
def test_a_place_is_found_with_its_country_its_point_and_its_exactness(
    text: str, words: str, place: str, within: str | None
) -> None:
    article = Article.of(TITLE + text)
    found = {article.excerpt(each.spans[0]): each.value for each in find_places(article, parse(article))}
    assert shown(found[words]) == place
    assert found[words].within == within
    assert found[words].use == ("dateline" if words.isupper() else "place")


def shown(place: Place) -> str:
    """A place in short, its point in whole degrees."""
    point = f"{place.latitude:.0f} {place.longitude:.0f}" if place.latitude is not None else ""
    return f"{place.name} {place.country} {place.precision} {point}"


def places_of(text: str, **known: str) -> dict[str, Place]:
    """Every word or two with a capital in a text, taken for the name of a place."""
    article = Article.of(TITLE + text, **known)
    names = re.finditer(r"[A-Z]\w+(?: [A-Z]\w+)?", article.text[len(TITLE) :])
    spans = [Span(article.id, len(TITLE) + name.start(), len(TITLE) + name.end()) for name in names]
    return {article.excerpt(each.spans[0]): each.value for each in locate(article, parse(article), spans)}


# text, words, the country and region they are placed in
CONTEXTS = [
    ("Dallas and Waco sent crews to Paris.", "Paris", "USA Texas"),
    ("Lyon and Marseille sent crews to Paris.", "Paris", "FRA Île-de-France"),
    ("Toronto and Hamilton sent crews to London.", "London", "CAN Ontario"),
    ("Birmingham and Leeds sent crews to London.", "London", "GBR England"),
    ("Birmingham and Montgomery sent crews to Mobile.", "Birmingham", "USA Alabama"),
    ("Harare, Bulawayo and Kitwe were dark.", "Harare", "ZWE Harare"),
]


@pytest.mark.parametrize(("text", "words", "where"), CONTEXTS)
def test_the_other_places_of_an_article_tell_which_of_two_namesakes_is_meant(text: str, words: str, where: str) -> None:
    place = places_of(text)[words]
    assert f"{place.country} {place.within}" == where


def test_a_great_city_in_a_list_holds_no_other_and_its_state_behind_a_comma_is_the_state() -> None:
    listed = places_of("crews from Boston, New York and Chicago came")
    assert (listed["Boston"].within, listed["New York"].precision) == ("Massachusetts", "city")
    told = places_of("crews from Buffalo, New York, came at noon")
    assert (told["Buffalo"].within, told["New York"].precision) == ("New York", "region")


def test_a_short_name_in_capitals_is_a_towns_where_its_state_stands_beside_it() -> None:
    text = "LIMA, Ohio - Two men were held in Lima on Monday."
    article = Article.of(text)
    found = [each.value.within for each in find_places(article, parse(article)) if each.value.name == "Lima"]
    assert found == ["Ohio", "Ohio"]


def test_a_paper_speaks_of_the_town_near_its_home() -> None:
    text = "crews came to Arlington at noon"
    at_home = places_of(text, url="https://www.star-telegram.com/news/1.html")["Arlington"]
    elsewhere = places_of(text, url="https://www.washingtonpost.com/news/1.html")["Arlington"]
    assert (at_home.within, elsewhere.within) == ("Texas", "Virginia")


def test_a_place_told_to_lie_where_none_of_its_name_is_known_has_no_point() -> None:
    place = places_of("they opened a beach in the town of Kalmari, North Korea, at noon")["Kalmari"]
    assert (place.country, place.latitude, place.geonames) == ("PRK", None, None)


def test_what_no_table_knows_has_neither_country_nor_point() -> None:
    place = places_of("they walked to Qwyzzle at noon")["Qwyzzle"]
    assert (place.country, place.latitude, place.longitude, place.within) == (None, None, None, None)


def test_peoples_are_placed_where_they_live() -> None:
    found = places_of("a Russian envoy, a European one and a Welsh one met")
    assert [shown(found[words]) for words in ("Russian", "European", "Welsh")] == [
        "Russia RUS country 60 100",
        "Europe None region 49 9",
        "Wales GBR region 52 -4",
    ]


@given(articles())
def test_every_point_lies_on_the_globe_and_has_both_its_numbers(article: Article) -> None:
    for each in find_places(article, parse(article)):
        latitude, longitude = each.value.latitude, each.value.longitude
        assert (latitude is None) == (longitude is None)
        assert latitude is None or (-90 <= latitude <= 90 and longitude is not None and -180 <= longitude <= 180)


@pytest.mark.parametrize("text", NO_PLACES)
def test_persons_and_institutions_and_plain_words_are_not_meant_as_places(text: str) -> None:
    article = Article.of(TITLE + text)
    assert [each.value for each in find_places(article, parse(article)) if each.value.use == "place"] == []


def test_a_name_of_two_countries_is_left_open_where_nothing_tells_which() -> None:
    article = Article.of(TITLE + "He came from Punjab as a child.")
    (place,) = find_places(article, parse(article))
    assert shown(place.value) == "Punjab None region 32 75"


def test_a_place_told_once_is_the_same_place_at_every_mention() -> None:
    text = "Police in London, Ontario, made an arrest. London is quiet again, officials in London said."
    article = Article.of(TITLE + text)
    places = [each.value for each in find_places(article, parse(article)) if each.value.name == "London"]
    assert [shown(each) for each in places] == ["London CAN city 43 -81"] * 3


@given(articles())
def test_every_mention_of_a_place_is_cited_in_order(article: Article) -> None:
    places = find_places(article, parse(article))
    spans = [span for each in places for span in each.spans]
    assert len(spans) == len(places)
    assert spans == sorted(spans)
    assert all(article.excerpt(span).strip() for span in spans)


def found_in(text: str) -> dict[str, Place]:
    article = Article.of(text)
    return {article.excerpt(each.spans[0]): each.value for each in find_places(article, parse(article))}


def test_a_side_is_the_half_of_a_state_that_the_report_tells_of_and_else_nowhere_known() -> None:
    divided = found_in("North Korea fired a rocket. South Korea urged the North to stop.")
    assert (divided["North"].country, divided["North"].name) == ("PRK", "North Korea")
    vague = found_in("Kai Holm was elected in the North. The North voted for him in Nigeria.")
    assert (vague["North"].country, vague["North"].latitude) == (None, None)


def test_part_of_a_bodys_name_is_not_the_town_of_that_name() -> None:
    assert not found_in("Rescuers of the International Committee of the Red Cross came to help.")
