"""Plain text: what is stated at its top, what its lines tell, what is left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.records import Article
from crosswire.sources.plain import read_plain

STORY = "The lock at the northern port was closed on Monday for repairs, the port said.\n\nShips wait for nine hours."


def article(text: str) -> Article:
    return read_plain("report.txt", text.encode())


@pytest.mark.parametrize(
    "header",
    [
        "Title: Lock Closed\nOutlet: The Port Times\nDate: 5 March 2024\nURL: https://port.example/lock\n\n",
        "---\ntitle: \"Lock Closed\"\npublisher: 'The Port Times'\npublished: 2024-03-05\nlink: https://port.example/lock\n---\n",
    ],
    ids=["lines", "fenced"],
)
def test_what_is_stated_at_the_top_is_taken_out_of_the_text(header: str) -> None:
    found = article(header + STORY)
    assert (found.title, found.outlet) == ("Lock Closed", "The Port Times")
    assert (found.published, found.url) == (date(2024, 3, 5), "https://port.example/lock")
    assert found.text == f"Lock Closed\n\n{STORY}"
    assert found.zones[0].kind == "title"


def test_the_outlet_of_a_known_address_is_named() -> None:
    assert article(f"URL: https://www.bbc.co.uk/news/world-1\n\n{STORY}").outlet == "BBC"
    assert article(f"URL: https://port.example/1\n\n{STORY}").outlet is None


def test_an_outlet_stated_by_its_host_is_named_where_it_is_known() -> None:
    assert article(f"Outlet: www.nytimes.com\n\n{STORY}").outlet == "The New York Times"
    assert article(f"Source: https://edition.cnn.com/\n\n{STORY}").outlet == "CNN"
    assert article(f"Outlet: port.example\n\n{STORY}").outlet == "port.example"
    assert article(f"Outlet: port.example\nURL: https://www.bbc.co.uk/1\n\n{STORY}").outlet == "BBC"
    assert article(f"Outlet: St. Petersburg Times\nURL: https://www.bbc.co.uk/1\n\n{STORY}").outlet == (
        "St. Petersburg Times"
    )


def test_a_stated_title_that_stands_in_the_text_is_not_put_there_twice() -> None:
    found = article(f"Title: The lock is closed.\n\nThe lock is closed.\n\n{STORY}")
    assert found.text == f"The lock is closed.\n\n{STORY}"
    assert [zone.kind for zone in found.zones] == ["title", "body", "body"]


@pytest.mark.parametrize(
    "text",
    [
        f"Moscow: the talks go on\n\n{STORY}",
        f"Title: and then the curtain fell\nThe play went on for an hour.\n\n{STORY}",
        f"---\nOutlet: The Port Times\n{STORY}",
    ],
)
def test_lines_that_only_look_like_a_header_stay(text: str) -> None:
    found = article(text)
    assert found.text == text
    assert found.outlet is None


def test_an_impossible_stated_date_is_no_date_and_no_other_is_sought() -> None:
    assert article(f"Date: 31 June 2024\n\n{STORY}\n\nUpdated: 2024-07-01").published is None


PUBLISHED = [
    (f"Lock Closed\nLast Updated: March 5, 2024 18:09:19 IST\n{STORY}", date(2024, 3, 5)),
    (f"Lock Closed\nUpdated: 2024-03-06\nPublished: 2024-03-05\n{STORY}", date(2024, 3, 5)),
    (f"Lock Closed\nBy Ane Torp | 5 March 2024\n{STORY}", date(2024, 3, 5)),
    (f"Lock Closed\n\nHAMBURG, March 5, 2024 (dpa) - {STORY}", date(2024, 3, 5)),
    (f"Lock Closed\n\nHAMBURG, March 5 (dpa) - {STORY}", None),
    (f"Lock Closed\nPublished: 03/04/2024\n{STORY}", None),
    (f"Lock Closed\nPublished: 2024-03-05\nPublished: 2024-03-06\n{STORY}", None),
    (f"Lock Closed\n\n{STORY} It had opened on 5 March 2014.", None),
]


@pytest.mark.parametrize("text, day", PUBLISHED)
def test_the_day_of_publication_is_the_one_the_report_gives(text: str, day: date | None) -> None:
    assert article(text).published == day


CREDITED = [
    ("By Ane Torp", "Ane Torp", None),
    ("Published By: Ane Torp", "Ane Torp", None),
    ("By Ane Torp and Jonas Weil, The Port Times", "Ane Torp and Jonas Weil", "The Port Times"),
    ("By Ane Torp, Associated Press", "Ane Torp", None),
    ("By Ane Torp in Hamburg", "Ane Torp", None),
    ("By Ane Torp, Political Editor", "Ane Torp", None),
    ("Copyright 2024 The Port Times. All rights reserved.", None, "The Port Times"),
    ("Copyright 2024 The Associated Press. All rights reserved.", None, None),
]


@pytest.mark.parametrize("line, byline, outlet", CREDITED)
def test_byline_and_outlet_come_from_lines_that_name_them(line: str, byline: str | None, outlet: str | None) -> None:
    found = article(f"Lock Closed\n{line}\n\n{STORY}")
    assert (found.byline, found.outlet) == (byline, outlet)


@pytest.mark.parametrize(
    "raw",
    [
        STORY.encode(),
        b"\xef\xbb\xbf" + STORY.encode(),
        STORY.encode("utf-16"),
        STORY.replace("\n", "\r\n").encode(),
        STORY.replace("\n", "\r").encode(),
        STORY.replace("port", "po\u200b\u202ert", 1).replace(" ", "\xa0", 1).encode(),
        STORY.replace("Monday", "Mon\x07day\x1b").encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "crlf", "cr", "unseen", "control"],
)
def test_one_story_is_one_article_however_it_was_saved(raw: bytes) -> None:
    assert read_plain("report.txt", raw) == article(STORY)


def test_letters_are_composed_before_the_id_is_given() -> None:
    assert article("Cafe\u0301 owners met in Nice on Monday.").text == "Café owners met in Nice on Monday."


def test_lines_broken_at_one_width_become_paragraphs() -> None:
    text = (
        "The lock at the northern port was closed on Monday morning for repairs, and the\n"
        "ships that were to pass through it wait in the roads for nine hours or longer,\n"
        "the port said. Two of them carry fruit, which cannot wait, and were sent around\n"
        "the cape.\n\nThe lock opens again on Friday."
    )
    assert article(text).text == text.replace("\nships", " ships").replace("\nthe", " the").replace(
        "roads\nfor", "roads for"
    )


@given(st.text())
def test_any_text_is_an_article_that_reads_the_same_again(text: str) -> None:
    once = article(text)
    assert once == article(text)
    assert all(once.text[zone.start : zone.stop].strip() for zone in once.zones)
