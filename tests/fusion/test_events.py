"""Which accounts are of one event, shown on short reports of our own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import crosswire
from crosswire.records import Article, Finding

DAY = date(2024, 3, 14)
ARREST = (
    "Ferry pilot held\n\nPolice arrested the pilot of the ferry on suspicion of manslaughter after it hit a pier in Tarva.",
    "Tarva ferry\n\nDetectives have arrested a 51-year-old man on suspicion of manslaughter after the ferry hit a pier.",
)
STORM = "Storm in Tarva\n\nPolice arrested two looters in Tarva on Tuesday after a storm tore roofs from shops."


def events(texts: Iterable[str]) -> list[Finding]:
    """The events of some reports as they are told by all."""
    articles = (Article.of(text, outlet=f"Outlet {at}", published=DAY) for at, text in enumerate(texts))
    return [f for f in crosswire.compare(crosswire.read(a) for a in articles).findings if f.kind == "event"]


def told(texts: Iterable[str]) -> list[int]:
    """How many reports tell each event."""
    return sorted(len(finding.reports) for finding in events(texts))


def test_words_that_may_name_anybody_do_not_part_two_accounts() -> None:
    assert told(ARREST) == [2]


def test_another_arrest_is_another_event() -> None:
    assert told([*ARREST, STORM]) == [1, 2]


def test_two_ministers_who_ask_the_same_are_two_events() -> None:
    asked = "{} calls\n\nKenyan {} called on Ugandan President Moses Kato to resign over the flooded dam at Entebbe."
    people = "Foreign Minister Amina Otieno", "Interior Minister Peter Ndwiga"
    assert told(asked.format(name.split()[-1], name) for name in people) == [1, 1]


def test_what_would_be_is_not_what_is() -> None:
    done = "Dam\n\nUganda's army shelled the Kenyan town of Busia on Wednesday, the mayor said."
    supposed = "Dam\n\nIf Uganda's army shelled the Kenyan town of Busia, Kenya would close the border, the mayor said."
    assert 2 not in told([done, supposed])


def test_copies_of_one_account_leave_the_others_where_they_were() -> None:
    copies = [f"{ARREST[0]}\n\nReporting by office {at}." for at in range(12)]
    assert max(told([*copies, ARREST[1], STORM])) == 13
