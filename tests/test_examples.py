"""The examples hold differences made on purpose: those are shown, and no others are claimed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import crosswire
from crosswire.records import Comparison
from crosswire.sources.files import load

EXAMPLES = Path(__file__).parents[1] / "examples"
CLAIMED = {"contradiction", "contradiction within", "quote altered", "speaker changed", "unsupported", "differs"}

SHOWN = [
    ("grain-deal", "contradiction", "Istanbul", "Ankara"),
    ("grain-deal", "contradiction", "20 million tonnes", "25 million tonnes"),
    (
        "grain-deal",
        "quote altered",
        "Today there is a beacon of hope on the Black Sea",
        "Today, there is a beacon on the Black Sea",
    ),
    ("grain-deal", "quote trimmed", "beacon of hope on the Black Sea", "a beacon of hope"),
    ("grain-deal", "speaker changed", "the deal as a beacon of hope", "Today there is a beacon of hope"),
    ("grain-deal", "unsupported", "duty on imported fertiliser", None),
    ("finland-nato", "contradiction", "Tuesday", "Monday"),
    ("finland-nato", "quote altered", "military non-alignment", "era of non-alignment"),
    ("finland-nato", "speaker changed", "the enlargement encroaches on", "the enlargement an encroachment on"),
    ("finland-nato", "unsupported", "a squadron of patrol ships", None),
    ("finland-nato", "same quote", "is not complete without that of Sweden", "is not complete without that of Sweden"),
]


@cache
def compared(story: str) -> Comparison:
    paths = sorted(p for p in (EXAMPLES / story).iterdir() if p.suffix in {".txt", ".html"})
    return crosswire.compare(crosswire.read(load(path)) for path in paths)


def ends(comparison: Comparison) -> list[tuple[str, str, str]]:
    texts = {r.article.id: r.article for r in comparison.readings}
    words = (
        (d.kind, *(texts[s.article].excerpt(s) if s else "" for s in (d.before, d.after))) for d in comparison.drifts
    )
    return [(kind, before, after) for kind, before, after in words]


@pytest.mark.parametrize(("story", "kind", "one", "other"), SHOWN)
def test_a_difference_made_on_purpose_is_shown(story: str, kind: str, one: str, other: str | None) -> None:
    found = [(before, after) for k, before, after in ends(compared(story)) if k == kind]
    assert any((one in a and (other or "") in b) or (one in b and (other or "") in a) for a, b in found), found


@pytest.mark.parametrize("story", ["grain-deal", "finland-nato"])
def test_no_other_difference_is_claimed(story: str) -> None:
    wanted = [(kind, one, other or "") for where, kind, one, other in SHOWN if where == story]
    for kind, before, after in ends(compared(story)):
        known = (
            k == kind and ((one in before and other in after) or (one in after and other in before))
            for k, one, other in wanted
        )
        assert kind not in CLAIMED or any(known), (kind, before, after)


def test_three_reports_of_the_grain_deal_go_back_to_one_wire() -> None:
    assert [(o.name, len(o.articles)) for o in compared("grain-deal").origins] == [("Harbour Wire", 3), (None, 1)]
