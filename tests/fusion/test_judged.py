"""What people judge holds, however the reports are compared."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import combinations, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.generated import readings
from crosswire import Comparison, Reading, compare, find_stories
from crosswire.fusion.judged import claim, claims, claims_by_id
from crosswire.records import Cited, Finding, Judgement, Span

MADE = list(islice(readings(seed=3), 80))
BY_ID = {reading.article.id: reading for reading in MADE}
STORY = max(find_stories(reading.article for reading in MADE), key=lambda story: len(story.articles))
TOLD: list[Reading] = [BY_ID[id] for id in STORY.articles][:6]
PLAIN = compare(TOLD)


def judgement(verdict: str, *parts: tuple[Cited[str], ...]) -> Judgement:
    return Judgement(verdict, parts, "Ada", datetime(2025, 7, 12, 10, tzinfo=UTC), "as I read it")  # type: ignore[arg-type]


def of(finding: Finding) -> tuple[Cited[str], ...]:
    return claims(finding, claims_by_id(TOLD))


def holding(comparison: Comparison, member: str) -> Finding | None:
    return next((each for each in comparison.findings if member in each.members), None)


SHARED = next(each for each in PLAIN.findings if each.kind == "event" and len(each.members) > 2)
OTHER = next(each for each in PLAIN.findings if each.kind == "event" and each.id != SHARED.id)


def test_what_was_rejected_is_found_no_more_nor_added_up() -> None:
    found = compare(TOLD, [judgement("reject", of(SHARED))])
    assert not any(holding(found, member) for member in SHARED.members)
    assert not {drift.id for drift in found.drifts if drift.finding == SHARED.id}
    assert found.readings == PLAIN.readings
    assert [(each.idle, each.judgement.by) for each in found.judged] == [(False, "Ada")]


def test_what_was_split_stays_apart_when_the_story_grows() -> None:
    first, *rest = of(SHARED)
    log = [judgement("split", (first,), tuple(rest))]
    for several in (TOLD[:3], TOLD, TOLD[::-1]):
        found = compare(several, log)
        kept = [member for member in SHARED.members if holding(found, member)]
        by_claim = {claims_by_id(TOLD)[member]: holding(found, member) for member in kept}
        assert all(by_claim[each] != by_claim.get(first) for each in rest if each in by_claim)


def test_what_was_merged_is_one_and_a_later_split_parts_it() -> None:
    merged = judgement("merge", of(SHARED), of(OTHER))
    one = holding(compare(TOLD, [merged]), SHARED.members[0])
    assert one and {*SHARED.members, *OTHER.members} <= {*one.members}
    parted = compare(TOLD, [merged, judgement("split", of(SHARED), of(OTHER))])
    assert {each.members for each in parted.findings} == {each.members for each in PLAIN.findings}


def test_a_later_acceptance_brings_back_what_was_rejected() -> None:
    found = compare(TOLD, [judgement("reject", of(SHARED)), judgement("accept", of(SHARED))])
    assert (found.findings, found.drifts) == (PLAIN.findings, PLAIN.drifts)
    assert [each.about for each in found.judged] == [(SHARED.id,), (SHARED.id,)]


@pytest.mark.parametrize("kind", ["amount", "detail"])
def test_a_number_or_a_detail_can_be_rejected(kind: str) -> None:
    one = next((each for each in PLAIN.findings if each.kind == kind), None)
    if one:
        assert one.id not in {each.id for each in compare(TOLD, [judgement("reject", of(one))]).findings}


def test_a_difference_that_is_none_is_shown_no_more() -> None:
    for drift in PLAIN.drifts[:5]:
        found = compare(TOLD, [judgement("reject", (claim(drift),))])
        assert drift.id not in {each.id for each in found.drifts}
        assert found.findings == PLAIN.findings


def test_a_judgement_on_what_is_gone_is_kept_and_idle() -> None:
    gone = judgement("reject", (Cited("CONSULT", (Span(TOLD[0].article.id, 0, 1),)),))
    elsewhere = judgement("reject", (Cited("CONSULT", (Span("another", 0, 1),)),))
    found = compare(TOLD, [gone, elsewhere])
    assert [(each.judgement, each.about, each.idle) for each in found.judged] == [(gone, (), True)]
    assert found.findings == PLAIN.findings


def test_no_judgement_changes_nothing() -> None:
    assert compare(TOLD, []) == PLAIN


LOG = st.lists(
    st.tuples(st.sampled_from(["accept", "reject", "merge", "split"]), st.sampled_from([*combinations(range(12), 2)])),
    max_size=5,
    unique_by=(lambda each: each[1][0], lambda each: each[1][1]),
)
EVENTS = [each for each in PLAIN.findings if each.kind == "event"][:12]


def made(drawn: list[tuple[str, tuple[int, int]]]) -> list[Judgement]:
    return [
        judgement(
            verdict, *(of(EVENTS[at % len(EVENTS)]) for at in (pair if verdict in {"merge", "split"} else pair[:1]))
        )
        for verdict, pair in drawn
    ]


@settings(max_examples=15)
@given(LOG, st.randoms(use_true_random=False))
def test_neither_the_order_of_the_reports_nor_that_of_unrelated_judgements_matters(
    drawn: list[tuple[str, tuple[int, int]]], random: object
) -> None:
    log, told = made(drawn), list(TOLD)
    touched = [{each for part in one.parts for each in part} for one in log]
    shuffled, reports = list(log), told
    random.shuffle(reports)  # type: ignore[attr-defined]
    if not any(one & other for one, other in combinations(touched, 2)):
        random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = compare(TOLD, log), compare(reports, shuffled)
    assert (one.findings, one.drifts) == (other.findings, other.drifts)
