"""Who stands behind a report as a whole."""

from __future__ import annotations

import pytest

from crosswire.claims.credits import find_credits
from crosswire.language.parse import parse
from crosswire.layout import Zone
from crosswire.records import Article

CREDITED = [
    ("LIMA (Reuters) - The port was closed by fog.", ["Reuters"]),
    ("LIMA (Harbour Wire) - The port was closed by fog.", ["Harbour Wire"]),
    ("OSLO, May 3 (AP) — Snow fell on the capital.", ["The Associated Press"]),
    ("The port was closed, according to a report published by Agence France-Presse.", ["Agence France-Presse"]),
    ("The ferry sank at dawn. The Associated Press contributed to this report.", ["The Associated Press"]),
    ("The port was closed, according to the Reuters report.", ["Reuters"]),
    ("The port is shut. This article was first published by the Harbour Review.", ["Harbour Review"]),
    ("The port is shut. This report was first published in May 2019.", []),
    ("NEW DELHI: (PTI) The port was closed by fog.", ["Press Trust of India"]),
    ("The harbour reopened at noon. With inputs from agencies.", ["agencies"]),
    ("The minister told Reuters that the port was closed.", []),
    ("The port was closed, Reuters reported.", []),
]


@pytest.mark.parametrize("text, expected", CREDITED)
def test_a_credit_stands_behind_the_report_and_a_passing_mention_does_not(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_byline_and_a_credit_line_name_their_agency() -> None:
    assert names("By Ann Lee, Associated Press", kind="byline") == ["The Associated Press"]
    assert names("Copyright 2024 Reuters. All rights reserved.", kind="credit") == ["Reuters"]


def test_a_picture_credit_is_no_credit_of_the_report() -> None:
    assert names("Photo by Ann Lee/Reuters", kind="credit") == []


def test_an_outlet_is_not_credited_with_its_own_report() -> None:
    assert names("LIMA (Reuters) - The port was closed by fog.", outlet="Reuters") == []


def names(text: str, *, kind: str | None = None, outlet: str | None = None) -> list[str]:
    article = Article.of(text, outlet=outlet, zones=(Zone(kind, 0, len(text)),) if kind else None)
    credits = find_credits(article, parse(article))
    assert all(article.excerpt(s) for c in credits for s in c.spans)
    return [c.value.name for c in credits]
