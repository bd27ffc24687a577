import pytest

from crosswire.records import Article, Comparison, Drift, Finding, Span
from crosswire.standing import STANDINGS, by_standing, differences, standing
from tests.report.story import reading, visit


def standings(comparison: Comparison) -> dict[str, str]:
    return {finding.label: standing(finding, comparison) for finding in comparison.findings}


def test_a_finding_stands_by_what_is_disputed_and_then_by_how_many_say_it() -> None:
    assert standings(visit()) == {
        "CHL meets PER": "contradicted",
        "CHL, PER sign an accord": "all",
        "Ana Ruiz: we will not wait": "drifted",
        "PER denies": "one",
        "Ana Ruiz: overdue": "unsupported",
        "400 sailors": "one",
        "BOL may join": "one",
    }


def test_every_finding_stands_in_one_group_the_disputed_first() -> None:
    story = visit()
    groups = by_standing(story)
    assert [each.name for each, _ in groups] == ["contradicted", "drifted", "all", "one", "unsupported"]
    assert sorted(f.id for _, found in groups for f in found) == sorted(f.id for f in story.findings)
    assert all(standing(f, story) == each.name for each, found in groups for f in found)


def test_two_of_three_reports_are_some() -> None:
    articles = [Article.of(f"Report {number}. It rained.") for number in range(3)]
    excerpts = tuple(Span(article.id, 0, 6) for article in articles[:2])
    rain = Finding("rain", "event", "rain", (), excerpts, ())
    assert standing(rain, Comparison(tuple(map(reading, articles)), (), (rain,), ())) == "some"


@pytest.mark.parametrize("kind", ["same quote", "only in"])
def test_what_is_no_difference_is_not_told_as_one(kind: str) -> None:
    drift = Drift("d", kind, None, None, None, None, "")
    assert differences(Comparison((), (), (), (drift,))) == ()


def test_differences_come_gravest_first() -> None:
    kinds = [drift.kind for drift in differences(visit())]
    assert kinds == ["contradiction", "unsupported", "attribution dropped", "quote trimmed"]


def test_each_standing_has_a_sign_of_its_own_beside_its_colour() -> None:
    assert len({each.sign for each in STANDINGS}) == len(STANDINGS)


def test_a_difference_about_the_words_that_alone_make_a_finding_concerns_it() -> None:
    article = Article.of("Title\n\nIt rained.")
    words = Span(article.id, 0, 5)
    rain = Finding("rain", "statement", "rain", (), (words,), ())
    drift = Drift("d", "unsupported", None, None, words, None, "")
    assert standing(rain, Comparison((reading(article),), (), (rain,), (drift,))) == "unsupported"
