"""Whether a place's name stands for the place or for its power, with the reader model and without it."""

import pytest

from crosswire.language.parse import parse, prose
from crosswire.language.places import find_places, naming
from crosswire.language.places.metonymy import by_syntax
from crosswire.model import look
from crosswire.records import Article, Span

TITLE = "Notes of the day\n\n"

# text, what the names in it are used for
CASES = [
    ("The envoys met in northern Ghana on Monday.", {"Ghana": "place"}),
    ("Oslo and Lima warned that talks would end.", {"Oslo": "power", "Lima": "power"}),
    ("The resolution was blocked by Chile and Peru.", {"Chile": "power", "Peru": "power"}),
    ("Chile beat Peru 2-1 after extra time.", {"Chile": "power", "Peru": "power"}),
    ("The road from Lima to Cusco was closed by snow.", {"Lima": "place", "Cusco": "place"}),
    ("The Danish minister thanked her Kenyan hosts.", {"Danish": "modifier", "Kenyan": "modifier"}),
    ("NAIROBI, Kenya (AP) — Voters went to the polls.", {"NAIROBI": "dateline", "Kenya": "dateline"}),
]


@pytest.mark.parametrize(("text", "used"), CASES)
def test_a_name_is_told_from_the_power_that_sits_there(text: str, used: dict[str, str]) -> None:
    article = Article.of(TITLE + text)
    places = find_places(article, parse(article), look(article.text, prose(article)))
    found = {article.excerpt(each.spans[0]): each.value.use for each in places}
    assert found == used


def test_plain_syntax_decides_without_the_model() -> None:
    article = Article.of(TITLE + "Oslo warned that talks in Ghana would end. They flew to Lima.")
    sentences = parse(article)
    starts = {name: article.text.index(name) for name in ("Oslo", "Ghana", "Lima")}
    spans = {name: Span(article.id, start, start + len(name)) for name, start in starts.items()}
    found = {name: by_syntax(naming(article, sentences, span, None)) for name, span in spans.items()}
    assert found == {"Oslo": "power", "Ghana": "place", "Lima": None}
