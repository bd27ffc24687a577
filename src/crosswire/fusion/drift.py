"""What changes between reports of one event or statement, or between a report's lead and its body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from crosswire.fusion.align import APART, ECHO, Told, best_echo, days_between, same_speaker, triggers
from crosswire.records import Article, Cited, Drift, Event, Finding, Place, Span, Statement, identity
from crosswire.words import content

LEAD = {"title", "summary", "caption"}
EXACT = {"point", "city"}


def drifts(finding: Finding, group: Sequence[Told]) -> Iterator[Drift]:
    """Every difference that a rule finds among the tellings of one finding."""
    for rule in EVENT_RULES if finding.kind == "event" else STATEMENT_RULES:
        for kind, before, after, detail in rule(group):
            yield drift(kind, finding.id, before, after, detail)


def drift(kind: str, finding: str | None, before: Span | None, after: Span | None, detail: str) -> Drift:
    return Drift(identity("drift", kind, repr(before), repr(after)), kind, finding, before, after, detail)


Found = tuple[str, Span | None, Span | None, str]
Group = Sequence[Told]


def lead_against_body(group: Group) -> Iterator[Found]:
    """A town that only a report's lead gives, where its body puts the same event in another."""
    for article, venues in by_article(group):
        lead = [v for v in venues if zone(article, v.spans[0]) in LEAD]
        body = [v for v in venues if zone(article, v.spans[0]) not in LEAD]
        for one in first_of_each(lead):
            others = first_of_each(body)
            if others and all(elsewhere(one.value, other.value) for other in others):
                detail = f"the lead says {one.value.name}, the body {others[0].value.name}"
                yield "contradiction within", one.spans[0], others[0].spans[0], detail


def place_against_place(group: Group) -> Iterator[Found]:
    """Two reports put one event in different towns: neither names the other's, or only one's lead does."""
    for (_, mine), (_, theirs) in combinations(by_article(group), 2):
        for one in first_of_each(mine):
            others = [o for o in first_of_each(theirs) if elsewhere(one.value, o.value)]
            known = [o for o in first_of_each(theirs) if not elsewhere(one.value, o.value)]
            if others and (
                not known or lone_lead(group, one, mine) or all(lone_lead(group, o, theirs) for o in others)
            ):
                detail = f"{one.value.name} in one report, {others[0].value.name} in the other"
                yield "contradiction", one.spans[0], others[0].spans[0], detail


def lone_lead(group: Group, venue: Cited[Place], venues: Sequence[Cited[Place]]) -> bool:
    """Whether only the lead of a report names this place, and its body another."""
    article = next(t.reading.article for t in group if t.reading.article.id == venue.spans[0].article)
    same = [v for v in venues if v.value.name == venue.value.name]
    return len(same) < len(venues) and all(zone(article, v.spans[0]) in LEAD for v in same)


def day_against_day(group: Group) -> Iterator[Found]:
    """Two reports that each give one day for an event, and not the same."""
    dated: dict[str, list[tuple[Told, Event]]] = {}
    for each in group:
        if isinstance(each.what, Event) and each.what.time and each.what.time.value.start == each.what.time.value.stop:
            dated.setdefault(each.reading.article.id, []).append((each, each.what))
    for mine, theirs in combinations(sorted(dated), 2):
        days = [{event.time.value for _, event in dated[a] if event.time} for a in (mine, theirs)]
        (one, left), (other, right) = dated[mine][0], dated[theirs][0]
        if not (
            all(len(d) == 1 for d in days) and left.time and right.time and triggers(one, left) & triggers(other, right)
        ):
            continue
        if 0 < days_between(left.time.value, right.time.value) <= APART:
            detail = f"{left.time.value.start} in one report, {right.time.value.start} in the other"
            yield "contradiction", left.time.spans[0], right.time.spans[0], detail


def reason_against_reason(group: Group) -> Iterator[Found]:
    """Two reports that give one event different causes; a shorter wording of the same cause is none."""
    reasons = [(t, t.what.reason) for t in group if isinstance(t.what, Event) and t.what.reason]
    for (one, mine), (other, theirs) in combinations(reasons, 2):
        left, right = (stems(t.reading.article, c.spans) for t, c in ((one, mine), (other, theirs)))
        if one.reading.article.id != other.reading.article.id and left - right and right - left:
            yield (
                "differs",
                mine.spans[0],
                theirs.spans[0],
                f"the cause is given as “{mine.value}” and as “{theirs.value}”",
            )


EVENT_RULES = (lead_against_body, place_against_place, day_against_day, reason_against_reason)


def quote_against_quote(group: Group) -> Iterator[Found]:
    """One quotation in two reports: word for word, cut, or altered."""
    for (one, _), (other, _) in across(group):
        pair = best_echo(one, other)
        if pair is None:
            continue
        mine, theirs = pair
        if mine.words == theirs.words:
            yield "same quote", mine.span, theirs.span, "word for word the same"
        elif runs_in(mine.words, theirs.words) or runs_in(theirs.words, mine.words):
            longer, shorter = (mine, theirs) if len(mine.words) > len(theirs.words) else (theirs, mine)
            yield "quote trimmed", longer.span, shorter.span, "one report quotes fewer of the words"
        elif not any(
            mark in t.reading.article.excerpt(q.span)
            for t, q in ((one, mine), (other, theirs))
            for mark in ("…", "...", "[")
        ):
            yield "quote altered", mine.span, theirs.span, "the quotation marks hold other words"


def quote_against_paraphrase(group: Group) -> Iterator[Found]:
    """Words that one report quotes and the other gives as its own, and quotes nowhere."""
    for (one, left), (other, right) in across(group):
        if bool(one.quotes) != bool(other.quotes) and same_speaker(left, right):
            full, bare = (one, other) if one.quotes else (other, one)
            whole = full.quotes[0].span if len(full.quotes[0].words) >= ECHO else full.spans[0]
            if not any(best_echo(full, t) for t in group if t.reading.article.id == bare.reading.article.id):
                yield "quote to paraphrase", whole, bare.spans[0], "quoted in one report, retold in the other"


def speaker_against_speaker(group: Group) -> Iterator[Found]:
    """The same words from two mouths."""
    for (_, left), (_, right) in across(group):
        if left.sources and right.sources and not same_speaker(left, right):
            names = left.sources[0].value.name, right.sources[0].value.name
            yield (
                "speaker changed",
                left.content[0],
                right.content[0],
                f"{names[0]} in one report, {names[1]} in the other",
            )


def source_against_none(group: Group) -> Iterator[Found]:
    """An agency or outlet that one report names behind a statement and the other leaves out."""
    for (_, left), (_, right) in across(group):
        for full, bare in ((left, right), (right, left)):
            carrier = next((s for s in full.sources if s.value.kind in {"outlet", "document"}), None)
            if carrier and not any(s.value.kind in {"outlet", "document"} for s in bare.sources):
                yield (
                    "attribution dropped",
                    carrier.spans[0],
                    bare.content[0],
                    f"{carrier.value.name} is named in one report only",
                )


STATEMENT_RULES = (quote_against_quote, quote_against_paraphrase, speaker_against_speaker, source_against_none)


def across(group: Group) -> Iterator[tuple[tuple[Told, Statement], tuple[Told, Statement]]]:
    """Pairs of a statement's tellings in different reports."""
    statements = [(t, t.what) for t in group if isinstance(t.what, Statement)]
    for one, other in combinations(statements, 2):
        if one[0].reading.article.id != other[0].reading.article.id:
            yield one, other


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


def runs_in(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """Whether words stand in one run within others."""
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))
