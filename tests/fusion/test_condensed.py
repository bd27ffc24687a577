"""A report of ours and summaries of it: what a summary makes of a fact, and what it may word anew."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import crosswire
from crosswire.records import Article, Reading

LONG = """Port of Lethe reopens

The port of Lethe reopened on Thursday after 14 days of strike, the harbour master Ines Valdera said. The dockers of the
Northern Quay Union had stopped work over night shifts. Cranes started to load grain again at noon.

The union accepted a small rise in pay and the end of night shifts. Shippers welcomed the accord, which the regional
council had brokered in three rounds of talks. About 60 ships had waited outside the harbour.
"""
FERRIES = """Ferries may call again

Norwegian customs officers let Swedish ferries into the port of Lethe again on Monday. The Swedish ferries had been turned
back for nine weeks over a quarrel about fuel. Traders in the old town had lost two summers of guests by then. Danish
fishermen had complained of the noise in March, and their harbour sent a letter about it to the mayor of the town.
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
        ("the dockers", "the ex-dockers", "unsupported", "ex"),
        ("dockers accepted", "dockers rejected", "contradiction", "rejected"),
        ("after 14", "before 14", "contradiction", "before"),
        ("strike, and", "strike and five rounds of talks, and", "contradiction", "five"),
        ("strike, and", "strike and three rounds of talks, and", "", ""),
        ("the dockers accepted", "the dockers of Norway accepted", "unsupported", "Norway"),
    ],
)
def test_a_summary_that_changes_a_fact_is_told(long: Reading, word: str, other: str, kind: str, shown: str) -> None:
    found = claims(long, PLAIN.replace(word, other))
    assert (kind, shown) in found if kind else not found


def test_a_summary_that_gives_a_thing_to_another_is_told() -> None:
    long = crosswire.read(Article.of(FERRIES))
    assert ("contradiction", "Danish") in claims(long, "Norwegian customs let Danish ferries into the port of Lethe.")
    assert claims(long, "Norwegian customs let Swedish ferries into the port of Lethe.") == []


@given(st.sets(st.integers(0, 5), min_size=1, max_size=2))
@settings(max_examples=10, deadline=None)
def test_a_report_bears_out_its_own_sentences(chosen: set[int]) -> None:
    long = crosswire.read(Article.of(LONG))
    prose = [" ".join(long.article.excerpt(s).split()) for s in long.sentences[1:]]
    summary = " ".join(prose[at % len(prose)] for at in sorted(chosen))
    assert not [c for c in claims(long, summary) if c[0] in {"contradiction", "unsupported"}]


@pytest.mark.parametrize(
    "summary",
    [
        PLAIN,
        "The harbour of Lethe is open again after 14 days of strike, and its dockers get a small increase in pay.",
        "The port of Lethe is open again, and its dockers have agreed to a slight increase in wages after the strike.",
        "The dockers of Lethe have dropped their strike of 14 days and accepted a small increase in pay.",
        "The NQU dockers accepted a small rise in pay in the port of Lethe.",
    ],
)
def test_a_summary_in_other_words_is_left_alone(long: Reading, summary: str) -> None:
    assert claims(long, summary) == []


def test_a_report_with_news_of_its_own_sums_up_nothing(long: Reading) -> None:
    assert claims(long, PLAIN.replace("Lethe", "Orsova") + " Two beekeepers won a prize for heather honey.") == []
