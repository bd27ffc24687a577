"""Who is meant by names, offices and pronouns."""

from __future__ import annotations

import pytest

from crosswire.language.mentions import find_mentions
from crosswire.language.parse import parse
from crosswire.records import Actor, Article

SUMMIT = (
    "Ministers meet in Tbilisi\n\n"
    "Norwegian Foreign Minister Ingrid Solheim met Moldova’s President Radu Ciobanu on Monday. "
    "She promised more aid. Solheim said Norway would not waver.\n\n"
    "Sweden, Denmark and Finland backed the plan. The three countries will meet again in May."
)


def chains(text: str) -> dict[str, list[str]]:
    """The words of each actor's mentions, by the actor's name."""
    article = Article.of(text)
    mentions, actors = find_mentions(article, parse(article))
    found: dict[str, list[str]] = {}
    for mention in mentions:
        found.setdefault(actors[mention.chain].name, []).append(article.excerpt(mention.span))
    return found


def actor(text: str, name: str) -> Actor:
    article = Article.of(text)
    return next(a for a in find_mentions(article, parse(article))[1] if a.name == name)


def test_a_title_tells_country_office_and_sector() -> None:
    solheim = actor(SUMMIT, "Ingrid Solheim")
    assert (solheim.kind, solheim.country, solheim.sector, solheim.title) == (
        "person",
        "NOR",
        "GOV",
        "foreign minister",
    )


def test_a_possessive_tells_the_country_of_an_office() -> None:
    assert actor(SUMMIT, "Radu Ciobanu").country == "MDA"


def test_a_surname_and_a_pronoun_follow_the_full_name() -> None:
    assert chains(SUMMIT)["Ingrid Solheim"] == ["Norwegian Foreign Minister Ingrid Solheim", "She", "Solheim"]


def test_a_counted_group_stands_for_each_of_the_states_named_before() -> None:
    found = chains(SUMMIT)
    assert [found[name][-1] for name in ("Sweden", "Denmark", "Finland")] == ["The three countries"] * 3


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("A report\n\nThe Kenyan army shelled the town.", "Kenya: army", "KEN", "MIL"),
        ("A report\n\nPolice in Lima arrested 20 students.", "police", None, "COP"),
        ("A report\n\nFormer Polish president Jan Kowal died.", "Jan Kowal", "POL", "ELI"),
        ("A report\n\nJan Kowal, the Polish interior minister, resigned.", "Jan Kowal", "POL", "GOV"),
        ("A report\n\nThe president of Ghana resigned on Friday.", "Ghana: president", "GHA", "GOV"),
    ],
)
def test_an_actor_has_country_and_sector_from_the_words(text: str, name: str, country: str, sector: str) -> None:
    found = actor(text, name)
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    "text",
    [
        "A report\n\nThe military exercises began on Friday.",
        "A report\n\nThe tourist season was short.",
    ],
)
def test_a_noun_that_only_describes_is_no_actor(text: str) -> None:
    assert not chains(text)


def test_one_who_may_be_either_of_two_people_is_nobody() -> None:
    text = "Talks\n\nOtto Brandt and Paul Weiss spoke. Reporters saw Brandt with Weiss. In the evening he left."
    assert all("he" not in words for words in chains(text).values())
