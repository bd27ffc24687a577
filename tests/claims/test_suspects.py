"""Who counts as a suspect, and who keeps what he is."""

from __future__ import annotations

import pytest

from tests.claims.test_events import one


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Police arrested a man in Puno on Friday.", "CRM"),
        ("Prosecutors charged Yuri Quilla with robbery on Friday.", "CRM"),
        ("A court convicted Yuri Quilla of murder on Friday.", "CRM"),
        ("Police met the suspect on Friday.", "CRM"),
        ("Prosecutors charged Yuri Quilla with treason on Friday.", None),
        ("Police arrested an activist in Puno on Friday.", "CVL"),
        ("Police arrested a journalist for theft on Friday.", "JRN"),
        ("Police arrested a man on Friday. Students protested against the mayor.", "UNK"),
        ("Police thanked a man in Puno on Friday.", "UNK"),
    ],
)
def test_whom_an_act_is_done_to_has_the_sector(text: str, sector: str | None) -> None:
    assert {side.value.sector for event in one(text).events[:1] for side in event.recipients} == {sector}


def test_who_attacks_and_is_nobody_else_is_a_criminal() -> None:
    attacks = ("A man stabbed two teachers on Friday.", "A policeman stabbed two teachers on Friday.")
    assert [[a.value.sector for e in one(text).events for a in e.actors] for text in attacks] == [["CRM"], ["COP"]]
