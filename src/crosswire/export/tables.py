"""The tables that leave a store, one record a row: its fields are the columns of Parquet, CSV and JSONL alike."""

from __future__ import annotations

from datetime import date

from crosswire.picture import Tie
from crosswire.records import Record
from crosswire.store.answers import StoryRow


class ArticleRow(Record, frozen=True):
    id: str
    key: str
    version: int
    latest: bool
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None
    byline: str | None
    language: str
    story: str | None
    events: int
    statements: int
    words: int
    text: str | None


class EventRow(Record, frozen=True):
    id: str
    article: str
    story: str | None
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    score: float
    cameo: str
    status: str
    counts: bool
    day: date | None
    until: date | None
    dated: str | None
    place: str | None
    within: str | None
    country: str | None
    precision: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    reason: str | None
    statement: str | None
    rule: str
    confidence: float | None
    quote: str
    start: int
    stop: int


class SideRow(Record, frozen=True):
    event: str
    role: str
    ordinal: int
    actor: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    secondary: str | None
    office: str | None


class SizeRow(Record, frozen=True):
    event: str
    what: str
    low: int
    best: int
    high: int | None


class StatementRow(Record, frozen=True):
    id: str
    article: str
    story: str | None
    kind: str
    cue: str | None
    day: date | None
    rule: str
    quote: str
    start: int
    stop: int


class SourceRow(Record, frozen=True):
    statement: str
    ordinal: int
    actor: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    secondary: str | None
    office: str | None


class EvidenceRow(Record, frozen=True):
    of: str
    field: str
    value: str
    article: str
    start: int
    stop: int


class ActorRow(Record, frozen=True):
    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    wikidata: str | None
    acts: int
    receives: int
    speaks: int
    first: date | None
    last: date | None


class FindingRow(Record, frozen=True):
    story: str
    id: str
    kind: str
    label: str
    reports: int
    origins: int
    drifts: int
    members: tuple[str, ...]


class VersionRow(Record, frozen=True):
    story: str
    finding: str
    field: str
    value: str
    origins: int
    articles: tuple[str, ...]


class DriftRow(Record, frozen=True):
    story: str
    id: str
    kind: str
    finding: str | None
    field: str | None
    before_article: str | None
    before_start: int | None
    before_stop: int | None
    after_article: str | None
    after_start: int | None
    after_stop: int | None
    detail: str


TABLES: dict[str, type[Record]] = {
    "articles": ArticleRow,
    "events": EventRow,
    "sides": SideRow,
    "sizes": SizeRow,
    "statements": StatementRow,
    "sources": SourceRow,
    "evidence": EvidenceRow,
    "actors": ActorRow,
    "stories": StoryRow,
    "findings": FindingRow,
    "versions": VersionRow,
    "drifts": DriftRow,
    "dyads": Tie,
}

# The columns that tell the rows of a table apart, and those that hold the ids of another table's rows.
KEYS: dict[str, tuple[str, ...]] = {
    "sides": ("event", "role", "ordinal"),
    "sizes": ("event", "what"),
    "sources": ("statement", "ordinal"),
    "evidence": (),
    "findings": ("story", "id"),
    "versions": ("story", "finding", "field", "value"),
    "drifts": ("story", "id"),
    "dyads": ("actor", "recipient", "day"),
}
LINKS: dict[str, tuple[tuple[str, str], ...]] = {
    "events": (("article", "articles"),),
    "sides": (("event", "events"), ("actor", "actors")),
    "sizes": (("event", "events"),),
    "statements": (("article", "articles"),),
    "sources": (("statement", "statements"), ("actor", "actors")),
    "evidence": (("article", "articles"),),
    "findings": (("story", "stories"),),
    "versions": (("story", "stories"),),
    "drifts": (("story", "stories"),),
}
