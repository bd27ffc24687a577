"""The first end-to-end case: what an analyst finds in two reports, held against what crosswire finds."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

import crosswire
from crosswire.records import Actor, Article, Cited, Comparison, Drift, Event, Reading, Span, Statement

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
ENOUGH = 0.8
CLAIMS_OF_DIFFERENCE = {
    "contradiction", "contradiction within", "lead against body", "speaker changed", "unsupported", "quote altered", "cue changed",
    "status changed", "differs", "attribution dropped",
}  # fmt: skip
KINDS = {
    "contradiction inside one report": {"contradiction within", "lead against body"},
    "contradiction": {"contradiction"},
    "attribution changed": {"speaker changed"},
    "unsupported in its own body": {"unsupported"},
    "same quote": {"same quote"},
    "quote trimmed": {"quote trimmed"},
    "quote became paraphrase": {"quote to paraphrase"},
    "attribution dropped": {"attribution dropped"},
    "differs": {"differs", "contradiction"},
}

pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason=f"needs the seed reports in {SEEDS}")


@pytest.fixture(scope="module")
def expected() -> ModuleType:
    spec = importlib.util.spec_from_file_location("expected", SEEDS / "expected.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    from crosswire.sources.files import load

    return {name: crosswire.read(load(SEEDS / f"report_{name}.txt")) for name in "ab"}


@pytest.fixture(scope="module")
def comparison(readings: dict[str, Reading]) -> Comparison:
    return crosswire.compare(readings.values())


def test_the_statements_are_found_with_their_chains(expected: ModuleType, readings: dict[str, Reading]) -> None:
    found = [
        (row, any(states(readings[row[0]], s, row) for s in readings[row[0]].statements)) for row in expected.STATEMENTS
    ]
    enough("statements", found)


def test_the_events_are_found_with_every_field(expected: ModuleType, readings: dict[str, Reading]) -> None:
    found = [
        (row, any(tells(readings[row[0]].article, e, row) for e in readings[row[0]].events)) for row in expected.EVENTS
    ]
    enough("events", found)


def test_what_lies_between_the_reports_is_shown(
    expected: ModuleType, readings: dict[str, Reading], comparison: Comparison
) -> None:
    enough("across", [(row, shown(row, readings, comparison)) for row in expected.ACROSS])


def test_no_false_disagreement_is_claimed(
    expected: ModuleType, readings: dict[str, Reading], comparison: Comparison
) -> None:
    claimed = [d for d in comparison.drifts if d.kind in CLAIMS_OF_DIFFERENCE]
    false = [d for d in claimed if not any(agrees(d, row, readings) for row in expected.ACROSS)]
    assert not false, "\n".join(described(d, readings) for d in false)


def test_who_stands_behind_each_report_is_known_or_said_to_be_unknown(
    expected: ModuleType, readings: dict[str, Reading]
) -> None:
    for name, sources in expected.SOURCES.items():
        reading = readings[name]
        named = {c.value.name for c in reading.credits} | {
            s.value.name for st in reading.statements for s in st.sources[1:]
        }
        for source in sources:
            assert any(source in n or n in source for n in named), (name, source, named)
        assert sources or not reading.credits


def test_the_quantity_is_read_with_its_hedge(expected: ModuleType, readings: dict[str, Reading]) -> None:
    for name, words, value, _, _ in expected.QUANTITIES:
        amounts = [a for a in readings[name].amounts if words in readings[name].article.excerpt(a.span)]
        assert [a.high for a in amounts] == [value]


def enough(what: str, found: list[tuple[tuple[object, ...], bool]]) -> None:
    share = sum(hit for _, hit in found) / len(found)
    table = "\n".join(f"{'found ' if hit else 'MISSED'} {row}" for row, hit in found)
    print(f"\n{what}: {share:.0%}\n{table}")
    assert share >= ENOUGH, f"{what}: {share:.0%}\n{table}"


def states(reading: Reading, statement: Statement, row: tuple[str, str, str, str, list[str]]) -> bool:
    _, words, kind, speaker, chain = row
    article = reading.article
    here = within(article, words)
    return (
        any(s.start < here.stop and here.start < s.stop for s in statement.content)
        and any(s.start <= here.start + 3 and here.stop <= s.stop + 3 for s in statement.content)
        and (statement.kind == kind or {statement.kind, kind} == {"direct", "mixed"})
        and bool(statement.sources)
        and is_called(article, statement.sources[0], speaker)
        and all(any(is_called(article, s, name) for s in statement.sources[1:]) for name in chain)
    )


def is_called(article: Article, source: Cited[Actor], name: str) -> bool:
    """By the words cited there or by the name they lead to; a surname is enough."""
    cited = " ".join(article.excerpt(s) for s in source.spans).lower()
    wanted = name.lower()
    return (
        wanted in cited
        or wanted in source.value.name.lower()
        or source.value.name.lower().split()[-1] == wanted.split()[-1]
    )


def tells(article: Article, event: Event, row: tuple[object, ...]) -> bool:
    """Type, both sides, status, place and day as expected."""
    _, words, types, actors, recipients, place, day, status = row
    here = within(article, str(words))
    trigger = event.type.spans[0]
    when = event.time.value if event.time else None
    return (
        (here.start <= trigger.start < here.stop or event.clause.start <= here.start < here.stop <= event.clause.stop)
        and event.type.value in types  # type: ignore[operator]
        and codes(event.actors) <= set(actors) and bool(codes(event.actors)) == bool(actors)  # type: ignore[call-overload]
        and (codes(event.actors) == set(actors) or event.type.value == "ASSAULT")  # type: ignore[call-overload]
        and codes(event.recipients) <= set(recipients) and bool(codes(event.recipients)) == bool(recipients)  # type: ignore[call-overload]
        and event.status.value == status
        and (place is None or (event.place is not None and event.place.value.name in str(place)))
        and (day is None or (when is not None and date.fromisoformat(str(day)) == when.start))
    )  # fmt: skip


def codes(sides: tuple[Cited[Actor], ...]) -> set[str | None]:
    return {side.value.country for side in sides}


def shown(row: tuple[str, str, object, object], readings: dict[str, Reading], comparison: Comparison) -> bool:
    kind = row[0]
    if kind == "independent origins":
        named = [o for o in comparison.origins if o.name]
        return len(named) == 1 and all(o.reasons for o in comparison.origins)
    if kind.startswith("only in"):
        mine = readings[kind[-1].lower()].article
        span = within(mine, str(row[2] or row[3]))
        return any(overlaps(e, span) for f in comparison.findings if f.reports == (mine.id,) for e in f.excerpts) or any(
            overlaps(s, span) for f in comparison.findings for field in f.fields for v in field.versions
            if {s.article for s in v.spans} == {mine.id} for s in v.spans
        )  # fmt: skip
    if kind == "wording differs":
        spans = list(expected_spans(row, readings))
        return any(all(any(overlaps(e, s) for e in f.excerpts) for s in spans) for f in comparison.findings)
    return any(agrees(d, row, readings) for d in comparison.drifts)


def agrees(drift: Drift, row: tuple[str, str, object, object], readings: dict[str, Reading]) -> bool:
    """Whether a drift is the expected one: its kind, and each of its ends among the expected words."""
    if drift.kind not in KINDS.get(row[0], set()):
        return False
    ends = [s for s in (drift.before, drift.after) if s]
    wanted = [sentence_of(readings, span) for span in expected_spans(row, readings)]
    need = 1 if row[0] == "attribution dropped" else min(len(ends), len(wanted))
    return sum(any(overlaps(end, w) for w in wanted) for end in ends) >= need


def expected_spans(row: tuple[str, str, object, object], readings: dict[str, Reading]) -> Iterator[Span]:
    for name, cell in zip("ab", row[2:], strict=True):
        for words in cell if isinstance(cell, tuple) else (cell,) if cell else ():
            yield within(readings[name].article, words)


def sentence_of(readings: dict[str, Reading], span: Span) -> Span:
    """The sentence that words stand in: an excerpt in the table is a pointer to it, not its exact extent."""
    sentences = next(r.sentences for r in readings.values() if r.article.id == span.article)
    return next((s for s in sentences if overlaps(s, span)), span)


def within(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(article.id, start, start + len(words))


def overlaps(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.stop and other.start < one.stop


def described(drift: Drift, readings: dict[str, Reading]) -> str:
    texts = {r.article.id: r.article for r in readings.values()}
    ends = [texts[s.article].excerpt(s) if s else None for s in (drift.before, drift.after)]
    return f"{drift.kind}: {ends[0]!r} / {ends[1]!r} ({drift.detail})"
