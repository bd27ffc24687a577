"""What the store answers, as rows of the tables that leave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from crosswire.export import tables
from crosswire.export.asked import counts, mode
from crosswire.export.evidence import evidence
from crosswire.knowledge.ontology import quad, score, to_cameo
from crosswire.records import Actor, Drift, Event, Finding, Record, Span, Statement
from crosswire.store.answers import ActorRow, ArticleTold, StoryTold
from crosswire.store.keep import actor_id


def article_rows(told: ArticleTold, *, texts: bool = False) -> Iterator[Record]:
    """A report, its events with their sides, its statements with their sources, and the words all of it rests on.

    The report's text is there only with `texts`.
    """
    reading = told.reading
    yield article(told, texts=texts)
    for event in reading.events:
        yield event_row(told, event)
        yield from sides(event)
        yield from sizes(event)
    for statement in reading.statements:
        yield statement_row(told, statement)
        yield from sources(statement)
    for each in evidence(reading):
        for span in each.spans:
            yield tables.EvidenceRow(each.of, each.field, each.value, span.article, span.start, span.stop)


def story_rows(told: StoryTold) -> Iterator[Record]:
    """A story, its findings with every value the reports give, and where they differ."""
    differences = Counter(drift.finding for drift in told.comparison.drifts if drift.kind != "same quote")
    yield told.row
    for finding in told.comparison.findings:
        yield finding_row(told, finding, differences[finding.id])
        yield from versions(told.row.id, finding)
    for drift in told.comparison.drifts:
        yield drift_row(told.row.id, drift)


def actor_row(known: ActorRow) -> tables.ActorRow:
    """An actor with how often it acts, is acted on and speaks."""
    who = known.actor
    return tables.ActorRow(
        known.id, who.name, who.kind, who.country, who.sector, who.wikidata,
        known.acts, known.receives, known.speaks, known.first, known.last,
    )  # fmt: skip


def article(told: ArticleTold, *, texts: bool) -> tables.ArticleRow:
    report = told.reading.article
    number = next((version.number for version in told.versions if version.article == report.id), 1)
    return tables.ArticleRow(
        id=report.id,
        key=report.key,
        version=number,
        latest=all(version.number <= number for version in told.versions),
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        url=report.url,
        byline=report.byline,
        language=report.language,
        story=told.story,
        events=len(told.reading.events),
        statements=len(told.reading.statements),
        words=len(report.text.split()),
        text=report.text if texts else None,
    )


def event_row(told: ArticleTold, event: Event) -> tables.EventRow:
    report = told.reading.article
    when = event.time.value if event.time else None
    place = event.place.value if event.place else None
    return tables.EventRow(
        id=event.id,
        article=report.id,
        story=told.story,
        type=event.type.value,
        mode=mode(event),
        contexts=tuple(each.value for each in event.contexts),
        quad=quad(event.type.value),
        score=score(event.type.value, mode(event)),
        cameo=to_cameo(event.type.value, mode(event)),
        status=event.status.value,
        counts=counts(event),
        day=when.start if when else report.published,
        until=when.stop if when else report.published,
        dated="report" if when else "publication" if report.published else None,
        place=place.name if place else None,
        within=place.within if place else None,
        country=place.country if place else None,
        precision=place.precision if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geonames=place.geonames if place else None,
        reason=event.reason.value if event.reason else None,
        statement=event.statement,
        rule=event.rule,
        confidence=event.confidence,
        quote=report.excerpt(event.clause),
        start=event.clause.start,
        stop=event.clause.stop,
    )


def sides(event: Event) -> Iterator[tables.SideRow]:
    for role, who in (("actor", event.actors), ("recipient", event.recipients)):
        for ordinal, each in enumerate(who):
            yield tables.SideRow(event.id, role, ordinal, *named(each.value))


def sizes(event: Event) -> Iterator[tables.SizeRow]:
    for each in event.sizes:
        yield tables.SizeRow(event.id, each.value.what, each.value.low, each.value.best, each.value.high)


def statement_row(told: ArticleTold, statement: Statement) -> tables.StatementRow:
    report = told.reading.article
    return tables.StatementRow(
        id=statement.id,
        article=report.id,
        story=told.story,
        kind=statement.kind,
        cue=statement.cue.value if statement.cue else None,
        day=report.published,
        rule=statement.rule,
        quote=" … ".join(report.excerpt(span) for span in statement.content),
        start=statement.content[0].start,
        stop=statement.content[-1].stop,
    )


def sources(statement: Statement) -> Iterator[tables.SourceRow]:
    for ordinal, each in enumerate(statement.sources):
        yield tables.SourceRow(statement.id, ordinal, *named(each.value))


def named(who: Actor) -> tuple[str, str, str, str | None, str | None, str | None, str | None]:
    return actor_id(who), who.name, who.kind, who.country, who.sector, who.secondary, who.office


def finding_row(told: StoryTold, finding: Finding, differences: int) -> tables.FindingRow:
    reports = set(finding.reports)
    return tables.FindingRow(
        story=told.row.id,
        id=finding.id,
        kind=finding.kind,
        label=finding.label,
        reports=len(reports),
        origins=sum(not reports.isdisjoint(origin.articles) for origin in told.comparison.origins),
        drifts=differences,
        members=finding.members,
    )


def versions(story: str, finding: Finding) -> Iterator[tables.VersionRow]:
    for field in finding.fields:
        for version in field.versions:
            articles = tuple(sorted({span.article for span in version.spans}))
            yield tables.VersionRow(story, finding.id, field.name, version.value, len(version.origins), articles)


def drift_row(story: str, drift: Drift) -> tables.DriftRow:
    return tables.DriftRow(
        story, drift.id, drift.kind, drift.finding, drift.field, *ends(drift.before), *ends(drift.after), drift.detail
    )


def ends(span: Span | None) -> tuple[str | None, int | None, int | None]:
    return (span.article, span.start, span.stop) if span else (None, None, None)
