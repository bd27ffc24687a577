"""How many independent sources stand behind reports."""

from __future__ import annotations

from datetime import date

import crosswire
from crosswire.records import Article, Comparison

WIRE = (
    "RIGA (Reuters) - Dock workers in Riga stopped work on Monday over wages, their union said, leaving eleven ships waiting in the bay.\n\n"
    "The union wants ten percent more pay and shorter nights, and says that talks broke down on Sunday evening after five hours.\n\n"
    "The port authority said the strike would cost the city a million euros a day and called on both sides to return to the table."
)
OWN = "Strike in Riga\n\nI walked along the quays this morning. Cranes stood still; a union man told me that nobody would work before Friday."


def compared(*texts: str) -> Comparison:
    articles = (Article.of(t, outlet=f"Outlet {n}", published=date(2024, 3, 12)) for n, t in enumerate(texts))
    return crosswire.compare(crosswire.read(a) for a in articles)


def test_a_copy_under_another_lead_is_of_the_same_origin() -> None:
    copy = "Ships wait\n\nEleven ships lie idle off the Latvian coast.\n\n" + WIRE.split("\n\n", 1)[1]
    assert [(o.name, len(o.articles)) for o in compared("Strike\n\n" + WIRE, copy).origins] == [("Reuters", 2)]


def test_twenty_copies_are_one_origin() -> None:
    copies = [f"Strike, day {n}\n\n{WIRE}" for n in range(20)]
    assert len(compared(*copies).origins) == 1


def test_a_report_that_credits_nobody_is_of_unknown_origin() -> None:
    origins = compared("Strike\n\n" + WIRE, OWN).origins
    assert [o.name for o in origins] == ["Reuters", None]


def test_a_shared_quotation_is_no_copying() -> None:
    words = "“We have waited for two years, and this time we shall not go back before the money is there,” said union leader Anna Berzina."
    found = compared(
        f"One\n\nThe strike began on Monday. {words}", f"Two\n\nRiga’s port stood still. {words} Rain fell."
    )
    assert len(found.origins) == 2
    assert all("same quotation" in reason.value for origin in found.origins for reason in origin.reasons)


def test_the_reason_tells_which_of_two_copies_is_older() -> None:
    days = (date(2024, 3, 12), date(2024, 3, 14))
    texts = (f"Strike\n\n{WIRE}", f"Ships wait\n\n{WIRE}")
    articles = [Article.of(t, outlet=f"Outlet {d.day}", published=d) for t, d in zip(texts, days, strict=True)]
    (origin,) = crosswire.compare(crosswire.read(each) for each in reversed(articles)).origins
    assert any(reason.value.endswith("which Outlet 12 had first, on 2024-03-12") for reason in origin.reasons)
