"""What changes between reports, shown on short reports of our own, and what must not be called a change."""

from __future__ import annotations

from datetime import date

import pytest

import crosswire
from crosswire.records import Article, Comparison, Drift

DAY = date(2024, 3, 14)


def compared(*texts: str) -> Comparison:
    outlets = ("The Harbour", "The Ledger", "The Post")
    articles = (Article.of(t, outlet=o, published=DAY) for t, o in zip(texts, outlets, strict=False))
    return crosswire.compare(crosswire.read(a) for a in articles)


def ends(comparison: Comparison, drift: Drift) -> list[str | None]:
    texts = {r.article.id: r.article for r in comparison.readings}
    return [texts[s.article].excerpt(s) if s else None for s in (drift.before, drift.after)]


def of_kind(comparison: Comparison, kind: str) -> list[set[str | None]]:
    return [set(ends(comparison, d)) for d in comparison.drifts if d.kind == kind]


VISIT = "Ministers meet\n\nKenyan Foreign Minister Amina Otieno met Ugandan President Moses Kato in {} on Wednesday. {}"


def test_two_towns_for_one_meeting_contradict_each_other() -> None:
    found = compared(VISIT.format("Kampala", "They spoke of trade."), VISIT.format("Entebbe", "Trade was discussed."))
    assert of_kind(found, "contradiction") == [{"Kampala", "Entebbe"}]


def test_a_town_and_its_country_do_not_contradict_each_other() -> None:
    found = compared(VISIT.format("Kampala", "They spoke of trade."), VISIT.format("Uganda", "Trade was discussed."))
    assert not of_kind(found, "contradiction")


def test_a_lead_that_names_another_town_than_the_body_is_told() -> None:
    text = (
        "Otieno meets Kato in Entebbe\n\n- Kenyan Foreign Minister Amina Otieno met Ugandan President Moses Kato in Entebbe.\n- They spoke of trade.\n\n"
        "Kenyan Foreign Minister Amina Otieno met Ugandan President Moses Kato in Kampala on Wednesday."
    )
    assert {"Entebbe", "Kampala"} in of_kind(compared(text), "contradiction within")


NUMBER = "Flood kills many\n\nThe flood in the northern valley killed {} people on Tuesday, rescue workers said."


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("12", "19", True),
        ("12", "at least 10", False),
        ("about 200", "210", False),
        ("more than 30", "25", True),
        ("12", "twelve", False),
    ],
)
def test_numbers_contradict_only_where_both_cannot_be(one: str, other: str, differs: bool) -> None:
    found = of_kind(compared(NUMBER.format(one), NUMBER.format(other)), "contradiction")
    assert bool(found) is differs


SPEECH = "Talks end\n\nThe talks ended late on Thursday. “{}” said Norwegian Prime Minister Kari Lund.{}"
WORDS = "We shall keep the harbour open to every ship that comes in peace,"


def test_a_quotation_that_stands_word_for_word_in_both_is_the_same() -> None:
    found = compared(SPEECH.format(WORDS, ""), SPEECH.format(WORDS, " The harbour is old."))
    assert of_kind(found, "same quote") == [{WORDS}]


def test_typographic_marks_do_not_alter_a_quotation() -> None:
    one, other = "It’s a long road, and we won’t leave it,", "It's a long road, and we won't leave it,"
    found = compared(SPEECH.format(one, ""), SPEECH.format(other, " Rain fell."))
    assert not of_kind(found, "quote altered")
    assert of_kind(found, "same quote")


def test_a_quotation_with_other_words_inside_is_altered() -> None:
    altered = WORDS.replace("every ship", "every grey ship").replace("open", "wide open")
    assert of_kind(compared(SPEECH.format(WORDS, ""), SPEECH.format(altered, "")), "quote altered") == [
        {WORDS, altered}
    ]


def test_a_quotation_cut_short_is_trimmed_and_not_altered() -> None:
    cut = "We shall keep the harbour open,"
    found = compared(SPEECH.format(WORDS, ""), SPEECH.format(cut, ""))
    assert of_kind(found, "quote trimmed") == [{WORDS, cut}]
    assert not of_kind(found, "quote altered")


def test_words_that_change_mouths_are_told() -> None:
    other = SPEECH.replace("Norwegian Prime Minister Kari Lund", "Danish Foreign Minister Jens Holm")
    assert of_kind(compared(SPEECH.format(WORDS, ""), other.format(WORDS, "")), "speaker changed")


def test_an_agency_that_a_retelling_leaves_out_is_told() -> None:
    carried = SPEECH.replace("Kari Lund.", "Kari Lund, according to Reuters.")
    found = compared(carried.format(WORDS, ""), SPEECH.format(WORDS, " Snow fell."))
    assert any("Reuters" in str(e) for pair in of_kind(found, "attribution dropped") for e in pair)


def test_a_summary_without_support_in_its_body_is_told() -> None:
    text = (
        "Port strike\n\n- Dock workers in Riga stopped work over wages.\n- The mayor fears a shortage of medicine.\n\n"
        "Dock workers in Riga stopped work on Monday over wages, their union said. Ships waited in the bay. Talks are set for Friday."
    )
    assert of_kind(compared(text), "unsupported") == [{"The mayor fears a shortage of medicine.", None}]


def test_different_reports_of_unlike_things_differ_in_nothing() -> None:
    one = "Harvest\n\nFrance signed a trade agreement with Brazil on Monday."
    other = "Border\n\nThailand accused Cambodia of shelling a village on Tuesday."
    assert not compared(one, other).drifts


def test_sums_for_different_things_are_not_set_against_each_other() -> None:
    one = "Budget\n\nThe bill gives $1.4 billion to roads in the north. It gives $600 million to schools on the coast."
    other = "Budget passed\n\nUnder the bill $1.4 billion goes to roads. Bridges over the Lenna get $2.5 billion."
    found = compared(one, other)
    assert not of_kind(found, "contradiction")
    assert [f.label for f in found.findings if f.kind == "amount" and len(f.reports) == 2] == ["$1.4 billion"]


def test_two_acts_of_one_kind_by_one_state_are_two_events() -> None:
    one = "Tests\n\nNorth Korea fired a missile into the sea off Wonsan on Monday."
    other = "History\n\nNorth Korea fired a missile over the northern island in the spring of 2009."
    assert all(len(f.reports) == 1 for f in compared(one, other).findings if f.kind == "event")


def test_one_person_under_two_names_is_one_side() -> None:
    one = "Vote\n\nPresident Maria Keller vetoed the water bill on Wednesday."
    other = "Water\n\nOn Wednesday President Keller vetoed the bill on water."
    shared = [f for f in compared(one, other).findings if f.kind == "event" and len(f.reports) == 2]
    assert shared


def test_two_common_words_in_marks_join_no_statements() -> None:
    one = "Debate\n\nNorwegian Prime Minister Kari Lund said that voters would judge the “hard choices” of her cabinet in May."
    other = "Hospital\n\nNorwegian Prime Minister Kari Lund said that doctors faced “hard choices” during the storm."
    assert not [f for f in compared(one, other).findings if f.kind == "statement" and len(f.reports) == 2]


def test_large_numbers_far_apart_count_different_things() -> None:
    one = "Breach\n\nThe lender Norbank said that records of 15 million clients were stolen."
    other = "Leak\n\nNorbank told the police that files of 182,000 clients were copied in Oslo."
    assert not of_kind(compared(one, other), "contradiction")
