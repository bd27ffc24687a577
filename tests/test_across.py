"""Four reports of one event, written for this purpose: what an analyst finds between them, held against `compare`."""

from __future__ import annotations

from pathlib import Path

import pytest

import crosswire
from crosswire.records import Comparison, Drift, Reading, Span
from crosswire.sources.files import load

CASES = Path(__file__).parent / "cases" / "across"
ENOUGH = 0.95
CLAIMED = {
    "contradiction", "contradiction within", "speaker changed", "unsupported", "quote altered", "cue changed", "differs",
    "attribution dropped", "hedge dropped",
}  # fmt: skip

Words = dict[str, str]  # of each report, words in the sentence that is meant

AGREED: list[Words] = [
    {
        "a": "signed an accord on Thursday",
        "b": "on Thursday signed an accord",
        "c": "signed an accord on ferries",
        "d": "signed an accord in Arequipa",
    },
    {"a": "the first ferry would sail in June", "b": "the first ferry would sail in June"},
    {"a": "Bolivia had accused Peru", "b": "La Paz accused Lima", "c": "Bolivia had accused Peru"},
    {"a": "The lake must not divide", "b": "“The lake must not divide", "c": "The lake must not divide"},
]
DRIFTS: list[tuple[str, str | None, list[tuple[str, str]]]] = [  # kind, field, every sentence that has a side of it
    ("contradiction", "place", [("a", "signed the accord in"), ("b", "sign an accord in"), ("b", "in Arequipa that"), ("c", "in Cusco"), ("d", "in Arequipa on")]),
    ("contradiction", "time", [("a", "signed an accord on Thursday"), ("b", "on Thursday signed"), ("c", "in Cusco"), ("d", "Wednesday")]),
    ("contradiction", "amount", [("a", "killed 14 people"), ("b", "killed 14 people"), ("c", "killed 19 people")]),
    ("same quote", "words", [("a", "shared its waters"), ("c", "shared its waters")]),
    ("quote altered", "words", [("a", "shared its waters"), ("b", "shared its fish"), ("c", "shared its waters")]),
    ("quote trimmed", "words", [("a", "shared its waters"), ("b", "shared its fish"), ("c", "shared its waters"), ("d", "“must not divide")]),
    ("quote to paraphrase", "words", [("a", "Our inspectors will check"), ("d", "inspectors would check")]),
    ("speaker changed", "speaker", [("b", "Quiroga says the lake"), ("a", "The lake must"), ("b", "“The lake must"), ("c", "The lake must")]),
    ("unsupported", None, [("b", "a pair of rescue boats")]),
    ("attribution dropped", None, [("a", "Harbour Wire) -"), ("b", "Harbour Wire reported"), ("c", "They spoke for two hours")]),
]  # fmt: skip
ONLY: list[Words] = [
    {"a": "Some 3,000 passengers"},
    {"c": "Puno"},
    {"d": "Nobody has asked us"},
    {"d": "Copacabana"},
    {"d": "a blockade of the road"},
]
SPOKEN: list[tuple[str, str, str]] = [
    ("a", "The lake must not divide", "Lucía Paredes"),
    ("b", "“The lake must not divide", "Lucía Paredes"),
    ("c", "The lake must not divide", "Lucía Paredes"),
    ("d", "“must not divide two peoples", "Lucía Paredes"),
    ("a", "Our inspectors will check", "Hernán Quiroga"),
    ("d", "inspectors would check every ferry", "Hernán Quiroga"),
    ("d", "Nobody has asked us", "Tomás Mamani"),
]
ORIGINS = {(None, "d"), ("Harbour Wire", "abc")}


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {path.stem: crosswire.read(load(path)) for path in sorted(CASES.iterdir())}


@pytest.fixture(scope="module")
def comparison(readings: dict[str, Reading]) -> Comparison:
    return crosswire.compare(readings.values())


def test_what_lies_between_four_reports_is_shown(readings: dict[str, Reading], comparison: Comparison) -> None:
    held = [
        *((f"agreed {row}", agreed(row, readings, comparison)) for row in AGREED),
        *((f"{row}", any(told(d, row, readings) for d in comparison.drifts)) for row in DRIFTS),
        *((f"only {row}", alone(row, readings, comparison)) for row in ONLY),
        *((f"{who} says {words}", spoken(readings[name], words, who)) for name, words, who in SPOKEN),
        ("origins", origins(readings, comparison) == ORIGINS),
    ]
    share = sum(hit for _, hit in held) / len(held)
    assert share >= ENOUGH, f"{share:.0%}\n" + "\n".join(f"missed: {row}" for row, hit in held if not hit)


def test_no_other_difference_is_claimed_between_them(readings: dict[str, Reading], comparison: Comparison) -> None:
    claimed = (d for d in comparison.drifts if d.kind in CLAIMED)
    false = [d for d in claimed if not any(told(d, row, readings) for row in DRIFTS)]
    texts = {r.article.id: r.article for r in readings.values()}
    assert not [(d.kind, d.detail, *(texts[s.article].excerpt(s) for s in (d.before, d.after) if s)) for d in false]


def agreed(row: Words, readings: dict[str, Reading], comparison: Comparison) -> bool:
    """Whether one finding holds the sentence of each report."""
    spans = [sentence(readings[name], words) for name, words in row.items()]
    return any(all(any(overlap(s, e) for e in f.excerpts) for s in spans) for f in comparison.findings)


def told(drift: Drift, row: tuple[str, str | None, list[tuple[str, str]]], readings: dict[str, Reading]) -> bool:
    """Whether a difference is the expected one: its kind and field, and each of its ends in a sentence meant."""
    kind, field, sides = row
    spans = [sentence(readings[name], words) for name, words in sides]
    ends = [s for s in (drift.before, drift.after) if s]
    return (drift.kind, drift.field) == (kind, field) and all(any(overlap(e, s) for s in spans) for e in ends)


def alone(row: Words, readings: dict[str, Reading], comparison: Comparison) -> bool:
    """Whether a finding of one report only holds the words."""
    ((name, words),) = row.items()
    mine = readings[name].article
    start = mine.text.index(words)
    here = Span(mine.id, start, start + len(words))
    return any(f.reports == (mine.id,) and any(overlap(e, here) for e in f.excerpts) for f in comparison.findings)


def spoken(reading: Reading, words: str, who: str) -> bool:
    """Whether a statement of that speaker holds the words."""
    at = reading.article.text.index(words) + 1
    return any(
        s.sources and s.sources[0].value.name == who and any(c.start <= at + 2 < c.stop for c in s.content)
        for s in reading.statements
    )


def origins(readings: dict[str, Reading], comparison: Comparison) -> set[tuple[str | None, str]]:
    names = {r.article.id: name for name, r in readings.items()}
    return {(o.name, "".join(sorted(names[a] for a in o.articles))) for o in comparison.origins}


def sentence(reading: Reading, words: str) -> Span:
    """The sentence that words stand in: an excerpt in the tables is a pointer to it."""
    start = reading.article.text.index(words)
    return next(s for s in reading.sentences if s.start <= start < s.stop)


def overlap(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.stop and other.start < one.stop
