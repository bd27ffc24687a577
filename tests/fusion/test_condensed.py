"""A report of ours and summaries of it: what a summary makes of a fact, and what it may word anew."""

import pytest

import crosswire
from crosswire.records import Article, Reading

LONG = """Port of Lethe reopens

The port of Lethe reopened on Thursday after 14 days of strike, the harbour master Ines Valdera said. The dockers of the
Northern Quay Union had stopped work over night shifts. Cranes started to load grain again at noon.

The union accepted a small rise in pay and the end of night shifts. Shippers welcomed the accord, which the regional
council had brokered in three rounds of talks. About 60 ships had waited outside the harbour.
"""
PLAIN = "The port of Lethe has reopened after 14 days of strike, and the dockers accepted a small rise in pay."


@pytest.fixture(scope="module")
def long() -> Reading:
    return crosswire.read(Article.of(LONG))


def claims(long: Reading, summary: str) -> list[tuple[str, str]]:
    short = crosswire.read(Article.of(summary))
    found = crosswire.compare([long, short]).drifts
    return [(d.kind, short.article.excerpt(d.after)) for d in found if d.after and d.after.article == short.article.id]


@pytest.mark.parametrize(
    ("word", "other", "kind", "shown"),
    [
        ("14 days", "40 days", "contradiction", "40"),
        ("14 days", "14 weeks", "contradiction", "14"),
        ("a small", "a big", "contradiction", "big"),
        ("Lethe", "Orsova", "unsupported", "Orsova"),
        ("dockers accepted", "dockers have not accepted", "contradiction", "not"),
    ],
)
def test_a_summary_that_changes_a_fact_is_told(long: Reading, word: str, other: str, kind: str, shown: str) -> None:
    assert (kind, shown) in claims(long, PLAIN.replace(word, other))


@pytest.mark.parametrize(
    "summary",
    [
        PLAIN,
        "The harbour of Lethe is open again after 14 days of strike, and its dockers get a small increase in pay.",
        "The NQU dockers accepted a small rise in pay in the port of Lethe.",
    ],
)
def test_a_summary_in_other_words_is_left_alone(long: Reading, summary: str) -> None:
    assert claims(long, summary) == []


def test_a_report_with_news_of_its_own_sums_up_nothing(long: Reading) -> None:
    assert claims(long, PLAIN.replace("Lethe", "Orsova") + " Two beekeepers won a prize for heather honey.") == []
