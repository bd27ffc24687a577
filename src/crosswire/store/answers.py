"""What the store answers: the records that the shell, the page and the exports show. No I/O."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from crosswire.records import Actor, Comparison, Drift, Finding, Reading, Record, Span
from crosswire.standing import Standing

T = TypeVar("T")


class Asked(Record, frozen=True):
    """What is asked for: of each filter that is not None an answer must have that value.

    `actor`, `recipient` and `source` are actor ids, names, countries in three capitals, or such a country and a sector
    ("IND COP"); `either` is on any side. Days are both included, and an event counts on its first. `after` is the
    `next` of the page before; `words` are full-text search terms; `limit` is 1 to 1000.
    """

    words: str | None = None
    actor: str | None = None
    recipient: str | None = None
    either: str | None = None
    source: str | None = None
    type: str | None = None
    mode: str | None = None
    context: str | None = None
    status: str | None = None
    country: str | None = None
    outlet: str | None = None
    story: str | None = None
    article: str | None = None
    since: date | None = None
    until: date | None = None
    after: str | None = None
    limit: int = 50


class Verdict(Record, frozen=True):
    """What a person finds of parts of a story, named by ids of findings, differences, events, statements, judgements.

    `verdict` is accept, reject, merge or split, as of a `Judgement`.
    """

    story: str
    verdict: str
    parts: tuple[tuple[str, ...], ...]
    why: str = ""


class Count(Record, frozen=True):
    """A value of a facet and how many answers have it."""

    value: str
    label: str
    count: int


class Page(Record, Generic[T], frozen=True):
    """Some of the answers; `next` asks for those after them, None at the end.

    `facets` count all answers, not this page: of very many the first 2000.
    """

    items: tuple[T, ...]
    next: str | None
    total: int
    facets: dict[str, tuple[Count, ...]]


class Evidence(Record, frozen=True):
    """Words of an article with some before and after them, as a person checks them."""

    span: Span
    quote: str
    before: str
    after: str
    title: str | None
    outlet: str | None
    published: date | None
    url: str | None


class Named(Record, frozen=True):
    """An actor as the store knows it."""

    id: str
    actor: Actor


class StoryRow(Record, frozen=True):
    """A story in a list. `disputed` counts the disagreements and changes between its reports."""

    id: str
    title: str | None
    first: date | None
    last: date | None
    reports: int
    origins: int
    events: int
    disputed: int
    outlets: tuple[str, ...]


class Revision(Record, frozen=True):
    """The reports that a story had after a run of `crosswire add`, on that day."""

    made: str  # ISO 8601, UTC
    articles: tuple[str, ...]


class Group(Record, frozen=True):
    """The ids of the findings that stand alike among the reports."""

    standing: Standing
    findings: tuple[str, ...]


class StoryTold(Record, frozen=True):
    """A story whole: `row.id` is another id than the one asked for where that story was merged.

    `standings` are the most disputed first, `differences` ids of the drifts that are some, the gravest first.
    """

    row: StoryRow
    comparison: Comparison
    history: tuple[Revision, ...]
    standings: tuple[Group, ...]
    differences: tuple[str, ...]


class EventRow(Record, frozen=True):
    """An event in a table, one row each, with the words it rests on."""

    id: str
    article: str
    story: str | None
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int  # 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
    score: float  # conflict-cooperation, -10 to 10
    status: str
    actors: tuple[Named, ...]
    recipients: tuple[Named, ...]
    day: date | None
    until: date | None
    place: str | None
    country: str | None
    precision: str | None
    latitude: float | None
    longitude: float | None
    outlet: str | None
    published: date | None
    quote: str  # the clause
    span: Span
    statement: str | None


class StatementRow(Record, frozen=True):
    """A statement in a table: who said it, in which words, by which chain."""

    id: str
    article: str
    story: str | None
    kind: str
    cue: str | None
    sources: tuple[Named, ...]  # nearest first
    day: date | None
    outlet: str | None
    quote: str
    span: Span


class ActorRow(Record, frozen=True):
    """An actor with how often it acts, is acted on, and speaks."""

    id: str
    actor: Actor
    acts: int
    receives: int
    speaks: int
    first: date | None
    last: date | None


class DyadRow(Record, frozen=True):
    """Two actors and what is between them over some days: mean score of -10 to 10, and counts."""

    actor: str  # name or country
    recipient: str
    events: int
    score: float
    cooperation: int
    conflict: int
    origins: int
    first: date
    last: date


class DyadDay(Record, frozen=True):
    """One day, week or month of a dyad, named by its first day."""

    day: date
    events: int
    score: float
    cooperation: int
    conflict: int
    origins: int


class Node(Record, frozen=True):
    """A node of the network of who cooperates or is in conflict with whom; x and y lie in -1 to 1."""

    id: str
    label: str
    country: str | None
    events: int
    bloc: int
    x: float
    y: float


class Edge(Record, frozen=True):
    """The tie of two nodes: mean score, and how many events stand behind it."""

    one: str
    other: str
    events: int
    score: float


class Network(Record, frozen=True):
    """Who is with whom and against whom; a bloc is a group that is more with itself than with others."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class Spot(Record, frozen=True):
    """A place on the map with its events."""

    place: str
    country: str | None
    precision: str
    latitude: float
    longitude: float
    events: int
    score: float


class Bar(Record, frozen=True):
    """A day of the timeline and how many events of each quad class it has."""

    day: date
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int


class Hit(Record, frozen=True):
    """An article found by words: an excerpt, and where the words sought stand in it, in code points."""

    article: str
    story: str | None
    title: str | None
    outlet: str | None
    published: date | None
    excerpt: str
    marks: tuple[tuple[int, int], ...]


class Version(Record, frozen=True):
    """A version of a report: its number, id and when it was added."""

    number: int
    article: str
    added: str


class ArticleTold(Record, frozen=True):
    """An article read, with the story it tells and the versions it is one of."""

    reading: Reading
    story: str | None
    versions: tuple[Version, ...]


class Repeated(Record, frozen=True):
    """A report that says a thing: the day, the outlet, and the words."""

    published: date | None
    outlet: str | None
    article: str
    span: Span


class AsOf(Record, frozen=True):
    """A claim over time: who had it first, who repeated it, and what of it was changed later."""

    finding: Finding
    told: tuple[Repeated, ...]
    changed: tuple[Drift, ...]


class JudgementRow(Record, frozen=True):
    """A judgement in a list: the words it is about, and the story that heeds it, None for one that is idle now."""

    id: str
    verdict: str  # accept, reject, merge, split
    by: str
    made: str  # ISO 8601, UTC
    why: str
    quotes: tuple[str, ...]
    story: str | None


class About(Record, frozen=True):
    """The store in numbers; `asof` is when something was last added."""

    version: str
    articles: int
    stories: int
    events: int
    statements: int
    actors: int
    rejects: int
    first: date | None
    last: date | None
    asof: str | None
