"""Which reports are copies, and which passages two of them share."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.layout import Zone
from crosswire.records import Article
from crosswire.stories.copies import copies
from crosswire.stories.passages import copied_share, passages

FIRE = (
    "A fire destroyed the covered market of Tarsk before dawn on Friday, and two guards were taken to hospital with burns.",
    "The mayor said that traders would be given stalls in the old tram depot until the hall was rebuilt next spring.",
    "“We have lost in one night what our grandparents built up with their own hands over forty long years,” said trader Ilse Brand.",
    "Investigators have not ruled out that a heater left on in a flower shop near the northern gate set the roof alight.",
)
RAIL = (
    "Engineers reopened the mountain railway to Velm on Saturday after eleven weeks of work on a slope that had begun to slide.",
    "The first train left with ninety passengers and a brass band, an hour late because a door would not close.",
    "Hotels in the valley report that they are full until the end of the month for the first time since the winter.",
)
QUOTE = FIRE[2].partition(",” ")[0] + ",”"


def article(*sentences: str, outlet: str = "The Example") -> Article:
    return Article.of("\n\n".join(sentences), outlet=outlet, published=date(2024, 3, 12))


def shared(one: Article, other: Article) -> list[str]:
    return [one.excerpt(here) for here, _ in passages(one, other)]


def test_a_cut_report_under_another_lead_is_a_copy() -> None:
    whole, cut = article(*FIRE), article(RAIL[1], *FIRE[1:])
    assert copies([whole, cut, article(*RAIL)]) == tuple(
        sorted([tuple(sorted((whole.id, cut.id))), (article(*RAIL).id,)])
    )


def test_passages_are_found_in_another_order_and_with_a_word_changed() -> None:
    other = article(FIRE[3].replace("ruled out", "excluded"), RAIL[0], FIRE[0].replace("destroyed", "consumed"))
    found = shared(other, article(*FIRE))
    assert len(found) == 2
    assert found[0].endswith("set the roof alight") and found[1].endswith("with burns")


def test_a_shared_quotation_is_no_passage_but_belongs_to_one_that_holds_it() -> None:
    assert not passages(article(FIRE[0], QUOTE + " one of them said."), article(RAIL[0], QUOTE + " they told us."))
    assert any(QUOTE[1:-2] in each for each in shared(article(*FIRE), article(RAIL[0], *FIRE)))


def test_one_sentence_of_background_makes_no_copy() -> None:
    one, other = article(*FIRE), article(*RAIL, FIRE[1])
    assert len(copies([one, other, article(*RAIL)])) == 2
    assert shared(one, other)


def test_short_reports_of_few_words_are_no_copies() -> None:
    assert (
        len(copies([article("Rain.", outlet="One"), article("Rain.", outlet="Two"), article("", outlet="Three")])) == 3
    )


def test_the_same_words_in_other_letters_are_the_same() -> None:
    one, other = article(*FIRE), article(*(sentence.upper() for sentence in FIRE), outlet="Loud")
    assert len(copies([one, other])) == 1


def test_a_hundred_copies_are_one_group() -> None:
    every = [article(*FIRE, f"Weather for day {n}.", outlet=f"Outlet {n}") for n in range(100)]
    assert len(copies(every)) == 1


@settings(max_examples=30, deadline=None)
@given(
    st.permutations([article(*FIRE), article(*FIRE[1:]), article(*RAIL), article(RAIL[0], *FIRE[:2]), article(*FIRE)])
)
def test_the_order_of_reports_changes_nothing(reports: list[Article]) -> None:
    assert copies(reports) == copies(sorted(reports, key=lambda each: each.id))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_compared(one: str, other: str) -> None:
    left, right = Article.of(one, outlet="One"), Article.of(other, outlet="Two")
    assert sorted(each for group in copies([left, right]) for each in group) == sorted([left.id, right.id])
    for here, there in passages(left, right):
        assert left.excerpt(here) and right.excerpt(there)
    assert 0 <= copied_share(left, right) <= 1


@pytest.mark.parametrize("mark", ["“", '"', '“a "', "a ", "a b. "])
def test_a_long_text_of_one_sign_takes_no_long(mark: str) -> None:
    text = mark * 200_000
    one, other = (Article.of(text, outlet=name, zones=(Zone("body", 0, len(text)),)) for name in ("One", "Two"))
    began = process_time()
    copies([one, other])
    passages(one, other)
    assert process_time() - began < 5
