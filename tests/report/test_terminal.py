import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from crosswire import Article, read
from crosswire.report import comparison_text, reading_text
from tests.report.story import hostile, visit

WORDS = st.text(st.characters(exclude_categories=()), min_size=3, max_size=40)


def test_a_reader_first_sees_who_reports_and_where_they_disagree() -> None:
    text = comparison_text(visit(), 100, False)
    places = [
        text.index(heading)
        for heading in (
            "REPORTS",
            "WHERE THEY DISAGREE",
            "WHAT HAPPENED",
            "WHO SAID WHAT, ACCORDING TO WHOM",
            "ONLY IN ONE REPORT",
        )
    ]
    assert places == sorted(places)
    assert (
        "A The Harbour Gazette  15 May 2024\n   “Chile and Peru Agree on Harbour Patrols”\n   behind it: Andina" in text
    )
    assert "behind it: origin unknown\n" in text


def test_a_difference_of_one_word_is_shown_among_the_words_around_it() -> None:
    text = comparison_text(visit(), 120, False)
    assert "her Peruvian counterpart in [Arica] on Tuesday." in text
    assert "her Peruvian counterpart in [Tacna] on Tuesday and" in text


def test_a_missing_link_of_a_chain_is_shown_as_missing() -> None:
    text = comparison_text(visit(), 100, False)
    assert "A quoted: Ana Ruiz ← Andina ← The Harbour Gazette" in text
    assert "B quoted: Ana Ruiz ← (no source named) ← Coast Wire" in text


@pytest.mark.parametrize("width", [60, 80, 120])
@given(words=WORDS)
def test_no_line_is_wider_than_asked_and_nothing_acts_on_the_terminal(width: int, words: str) -> None:
    for story in (visit(), hostile(words)):
        for text in (
            comparison_text(story, width, False),
            *(reading_text(each, width, False) for each in story.readings),
        ):
            lines = text.split("\n")
            assert all(cell_len(line) <= width for line in lines)
            assert not {char for line in lines for char in line if unicodedata.category(char) in {"Cc", "Cs"}}
            assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_colour_adds_nothing_but_colour() -> None:
    coloured = comparison_text(visit(), 80, True)
    assert "\x1b[" in coloured
    plain = "".join(part.partition("m")[2] if index else part for index, part in enumerate(coloured.split("\x1b[")))
    assert [line.rstrip() for line in plain.split("\n")] == comparison_text(visit(), 80, False).split("\n")


def test_markup_of_the_terminal_library_is_shown_as_words() -> None:
    assert "[bold]x[/bold] :smile:" in comparison_text(hostile("[bold]x[/bold] :smile:"), 100, False)


def test_a_reading_tells_its_sources_statements_and_events() -> None:
    text = reading_text(visit().readings[0], 80, False)
    assert "outlet    The Harbour Gazette" in text
    assert "quoted Ana Ruiz ← Andina ← The Harbour Gazette" in text
    assert "who  Ana Ruiz → Peru" in text
    assert "when 14 May 2024" in text


def test_a_reading_shows_its_places_with_their_countries_and_its_people_with_their_offices() -> None:
    text = "Ministers meet\n\nPeruvian Foreign Minister Ana Quispe met her Chilean counterpart in Lima on Monday."
    shown = reading_text(read(Article.of(text)), 100, False)
    assert "places    Lima (PER)" in shown
    assert "people    Ana Quispe (PER GOV, foreign minister)" in shown
