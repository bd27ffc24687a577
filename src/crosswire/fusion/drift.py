"""Where reports of one event differ, or a report's lead and its body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from crosswire.fusion.tellings import Told
from crosswire.records import Article, Cited, Drift, Event, Finding, Interval, Place, Span, identity
from crosswire.words import content

LEAD = {"title", "summary", "caption"}
EXACT = {"point", "city"}

Found = tuple[str, Span | None, Span | None, str]
Group = Sequence[Told]


def event_drifts(finding: Finding, group: Group) -> Iterator[Drift]:
    """Every difference that a rule finds among the tellings of one event."""
    for field, rule in RULES:
        for kind, before, after, detail in rule(group):
            yield drift(kind, finding.id, field, before, after, detail)


def drift(
    kind: str, finding: str | None, field: str | None, before: Span | None, after: Span | None, detail: str
) -> Drift:
    return Drift(identity("drift", kind, repr(before), repr(after)), kind, finding, field, before, after, detail)


def lead_against_body(group: Group) -> Iterator[Found]:
    """A town that only a report's lead gives, where its body puts the same event in another."""
    for article, venues in by_article(group):
        lead = [v for v in venues if in_lead(article, v.spans[0])]
        body = [v for v in venues if not in_lead(article, v.spans[0])]
        for one in first_of_each(lead):
            others = first_of_each(body)
            if others and all(elsewhere(one.value, other.value) for other in others):
                detail = f"the lead says {one.value.name}, the body {others[0].value.name}"
                yield "contradiction within", one.spans[0], others[0].spans[0], detail


def place_against_place(group: Group) -> Iterator[Found]:
    """Two reports put one event in different towns: neither names the other's, or only one's lead does.

    What several pairs of reports show is told once, with how many give each town.
    """
    shown: set[frozenset[str]] = set()
    given = [(venues, first_of_each(venues)) for _, venues in by_article(group)]
    if len({venue.value.name for _, first in given for venue in first}) < 2:
        return
    for (mine, these), (theirs, those) in combinations(given, 2):
        for one in these:
            others = [o for o in those if elsewhere(one.value, o.value)]
            known = [o for o in those if not elsewhere(one.value, o.value)]
            towns = frozenset({one.value.name, others[0].value.name}) if others else frozenset()
            if (
                others
                and towns not in shown
                and (not known or lone_lead(group, one, mine) or all(lone_lead(group, o, theirs) for o in others))
            ):
                shown.add(towns)
                detail = set_against(*((v.value.name, reports(group, v.value)) for v in (one, others[0])))
                yield "contradiction", one.spans[0], others[0].spans[0], detail


def reports(group: Group, town: Place) -> int:
    """How many reports put an event in a town."""
    return sum(any(v.value.name == town.name for v in venues) for _, venues in by_article(group))


def set_against(one: tuple[str, int], other: tuple[str, int]) -> str:
    """Two versions and how many reports give each: "Istanbul in 2 reports, Ankara in 1"."""
    if one[1] == other[1] == 1:
        return f"{one[0]} in one report, {other[0]} in the other"
    return f"{one[0]} in {one[1]} report{'s' * (one[1] > 1)}, {other[0]} in {other[1]}"


def in_lead(article: Article, span: Span) -> bool:
    """Whether words stand in title, summary or caption, or in the first paragraph of a report without summary."""
    first = next((z for z in article.zones if z.kind in {"summary", "body"}), None)
    return zone(article, span) in LEAD or (first is not None and first.start <= span.start < first.stop)


def lone_lead(group: Group, venue: Cited[Place], venues: Sequence[Cited[Place]]) -> bool:
    """Whether only the lead of a report names this place, and its body another."""
    article = next(t.reading.article for t in group if t.reading.article.id == venue.spans[0].article)
    same = [v for v in venues if v.value.name == venue.value.name]
    return len(same) < len(venues) and all(in_lead(article, v.spans[0]) for v in same)


def day_against_day(group: Group) -> Iterator[Found]:
    """Two reports that each give one day for an event, and not the same."""
    given: dict[str, list[Cited[Interval]]] = {}
    for each in group:
        if isinstance(each.what, Event) and each.what.time and each.what.time.value.start == each.what.time.value.stop:
            given.setdefault(each.reading.article.id, []).append(each.what.time)
    first = [times[0].value.start for times in given.values()]
    shown: set[frozenset[date]] = set()
    for mine, theirs in combinations(sorted(given), 2):
        left, right = given[mine][0], given[theirs][0]
        both = frozenset({left.value.start, right.value.start})
        if len(both) == 2 and both not in shown and all(len({t.value for t in given[a]}) == 1 for a in (mine, theirs)):
            shown.add(both)
            detail = set_against(*((str(d), first.count(d)) for d in (left.value.start, right.value.start)))
            yield "contradiction", left.spans[0], right.spans[0], detail


def reason_against_reason(group: Group) -> Iterator[Found]:
    """Two reports that give one event different causes; a shorter wording of the same cause is none."""
    reasons = [(t, t.what.reason) for t in group if isinstance(t.what, Event) and t.what.reason]
    for (one, mine), (other, theirs) in combinations(reasons, 2):
        left, right = (stems(t.reading.article, c.spans) for t, c in ((one, mine), (other, theirs)))
        alike = min(len(left), len(right)) >= max(len(left), len(right)) / 2  # else one is told in more detail
        if one.reading.article.id != other.reading.article.id and alike and left - right and right - left:
            yield (
                "differs",
                mine.spans[0],
                theirs.spans[0],
                f"the cause is given as “{mine.value}” and as “{theirs.value}”",
            )


RULES = (
    ("place", lead_against_body),
    ("place", place_against_place),
    ("time", day_against_day),
    ("reason", reason_against_reason),
)


def by_article(group: Group) -> list[tuple[Article, list[Cited[Place]]]]:
    """The towns each report gives for an event, in the order of the text."""
    found: dict[str, tuple[Article, list[Cited[Place]]]] = {}
    for each in group:
        if isinstance(each.what, Event) and each.what.place and each.what.place.value.precision in EXACT:
            article = each.reading.article
            found.setdefault(article.id, (article, []))[1].append(each.what.place)
    return [(article, sorted(venues, key=lambda v: v.spans)) for _, (article, venues) in sorted(found.items())]


def first_of_each(venues: Iterable[Cited[Place]]) -> list[Cited[Place]]:
    """One citation a place."""
    return list({venue.value.name: venue for venue in reversed(list(venues))}.values())[::-1]


def elsewhere(one: Place, other: Place) -> bool:
    """Two towns that cannot be the same; part of a name is the same town told shortly."""
    names = {one.name.casefold(), other.name.casefold()}
    return len(names) == 2 and not any(a in b for a in names for b in names if a != b)


def zone(article: Article, span: Span) -> str:
    """The kind of the part of the text that a span stands in."""
    return next((z.kind for z in article.zones if z.start <= span.start < z.stop), "body")


def stems(article: Article, spans: Iterable[Span]) -> frozenset[str]:
    return frozenset(stem for s in spans for stem in content(article.text, s.start, s.stop))
