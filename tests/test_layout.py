"""Zones of a text: cases are texts with the kind of each paragraph beside them, laws hold for any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.layout import Zone, layout, title_of, unwrapped
from crosswire.layout.dates import is_date

CASES = Path(__file__).parent / "cases" / "layout"
KINDS = set(re.findall(r"\w+", (Zone.__doc__ or "").split("`kind` is ")[1].split(".")[0])) - {"or"}
MARGIN = 12  # columns of the kind; a line without one goes on with the paragraph above, one with "+" with its line


def cases() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each case's name and its lines, as pairs of a kind and the words of a line."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# "):
                found.append((line[2:], []))
            elif found:
                found[-1][1].append((line[:MARGIN].strip(), line[MARGIN:]))
    return found


@pytest.mark.parametrize("name, lines", cases(), ids=lambda case: case if isinstance(case, str) else "")
def test_each_paragraph_is_the_zone_the_picture_says(name: str, lines: list[tuple[str, str]]) -> None:
    below = [kind for kind, _ in lines[1:]] + [""]
    text = "".join(
        words + (" " if kind == "dateline" or after.startswith("+") else "\n")
        for (kind, words), after in zip(lines, below, strict=True)
    )
    expected: list[tuple[str, str]] = []
    for kind, words in lines:
        if kind:
            expected.append((kind.lstrip("+"), re.sub(r"^[-•] ", "", words)))
        elif words:
            expected[-1] = (expected[-1][0], f"{expected[-1][1]} {words.strip()}")
    assert [(z.kind, " ".join(text[z.start : z.stop].split())) for z in layout(text)] == expected


def test_the_kinds_of_all_cases_are_all_kinds_there_are() -> None:
    assert {kind.lstrip("+") for _, lines in cases() for kind, _ in lines} - {""} == KINDS


PIECES = st.sampled_from(
    ["Key points", "- a point", "• another", "By Jane Doe", "Updated: 2020-01-02", "Tags: a, b", "(Reuters)",
     "Photo: A B/AP", "Share this", "OSLO (AP) - It rained.", "It rained in the north, and the river rose by a metre.",
     "A Short Line", "x" * 90, " ", "", "-", "***", "\t", "\r", "\u2028", "“", "https://example.org", "A, B and C",
     "مرحبا", "한국", "😀", "It rained. JUST WATCHED Rain Replay More Videos ... MUST WATCH", "Read more:",
     "Photos: Rain Hide Caption 1 of 2 Photos It rained.", "It rained. (Reporting by A B)", "Thank you for subscribing. It"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=30).map("\n".join))


@given(TEXTS)
def test_zones_are_in_order_and_leave_out_only_bullets_and_blanks(text: str) -> None:
    zones = layout(text)
    stop = 0
    for zone in zones:
        assert zone.kind in KINDS
        assert stop <= zone.start < zone.stop <= len(text)
        assert re.fullmatch(r"\s*[-*•●▪◦‣·–—]?\s*", text[stop : zone.start])
        assert text[zone.start : zone.stop].strip() == text[zone.start : zone.stop]
        stop = zone.stop
    assert not text[stop:].strip()


@given(TEXTS)
def test_joining_broken_lines_keeps_every_word(text: str) -> None:
    assert unwrapped(text).split() == text.split()


@given(TEXTS)
def test_the_title_is_words_of_the_text(text: str) -> None:
    title = title_of(text, layout(text))
    assert title is None or title in " ".join(text.split())


@pytest.mark.parametrize(
    "line, dated", [("3 hours ago", True), ("Updated 10 mins ago", True), ("3 men long ago", False)]
)
def test_how_long_ago_is_a_date(line: str, dated: bool) -> None:
    assert is_date(line) == dated


def test_a_known_headline_is_the_title_however_it_ends() -> None:
    text = "It is over.\n\nThe strike at the northern port ended on Monday, the union said in a letter to its members."
    assert [zone.kind for zone in layout(text)] == ["body", "body"]
    assert [zone.kind for zone in layout(text, title="It is over.")] == ["title", "body"]


def test_what_a_page_says_of_a_paragraph_goes_before_its_words() -> None:
    text = (
        "The lock was closed on Monday for repairs, the port said.\n\nThe lock on Monday\n\nShips wait for nine hours."
    )
    told = [None, "caption", None]
    assert [zone.kind for zone in layout(text, told=told)] == ["body", "caption", "body"]


def test_a_text_of_paragraphs_is_not_joined() -> None:
    text = "\n".join(
        ["The first paragraph of a text is here.", "The second is a little longer than it.", "The third ends it."]
    )
    assert unwrapped(text) == text


@pytest.mark.parametrize("text", ["", "\n", "   \n\t\n"])
def test_a_blank_text_has_no_zones(text: str) -> None:
    assert layout(text) == ()


@pytest.mark.parametrize(
    "unit",
    ["(a ", "Ab/", "By A.", "- ", "A, ", "a\n", "(\n", "By A\n", "x (photo ",
     "JUST WATCHED ", "Newsletter Sign Up ", "Photos: ", "Hide Caption 1 of 2 ", "You agree to receive updates", "(MORE: ",
     "(Reporting by ", "Reporting by A. ", "a. Reporting by B", "Related Stories 'A ", "A contributed ", "1/2 A\n",
     "Read more:\nA\n", "Updated: 2019-03-04 ", "Follow A B on Twitter. ", "© A/", "Invalid email address. "],
)  # fmt: skip
def test_hostile_text_is_read_in_the_time_its_length_asks(unit: str) -> None:
    assert layout(unit * (200_000 // len(unit)))
