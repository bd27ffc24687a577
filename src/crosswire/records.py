"""The records that travel from reading to report. No I/O; ids are hashes of content."""

from __future__ import annotations

import re
from datetime import date, datetime
from hashlib import blake2b
from typing import Annotated, Generic, Literal, TypeVar

import msgspec

from crosswire.layout import Zone, layout, title_of

T = TypeVar("T")
HALVES = re.compile("[\ud800-\udfff]")  # lone surrogates, as broken JSON escapes leave them


class Record(msgspec.Struct, frozen=True):
    """An immutable value, equal by content."""


class Span(Record, frozen=True, order=True):
    """Words of an article: code points `start` to `stop`, half-open, of its `text`."""

    article: str
    start: int
    stop: int


class Cited(Record, Generic[T], frozen=True):
    """A value and the words it rests on; `spans` is never empty."""

    value: T
    spans: tuple[Span, ...]


class Article(Record, frozen=True):
    """A text that never changes, named by the hash of all that a reading depends on.

    `key` says which report it is a version of: two versions of one page share it.
    `published` is the day of publication as the report gives it, or None.
    """

    id: str
    key: str
    text: str
    zones: tuple[Zone, ...]
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    byline: str | None = None
    language: str = "en"

    @classmethod
    def of(
        cls,
        text: str,
        *,
        title: str | None = None,
        outlet: str | None = None,
        published: date | None = None,
        url: str | None = None,
        byline: str | None = None,
        language: str = "en",
        zones: tuple[Zone, ...] | None = None,
    ) -> Article:
        """The article of a text as it stands: `text` is kept to the letter, so spans point into what was given."""
        text = whole(text)
        title, outlet, url, byline = (whole(each) if each else None for each in (title, outlet, url, byline))
        zones = layout(text) if zones is None else zones
        title = title or title_of(text, zones)
        day = published.isoformat() if published else ""
        return cls(
            id=identity(
                "article", text, title or "", outlet or "", day, url or "", byline or "", language, *map(repr, zones)
            ),
            key=url or identity("key", outlet or "", title or text),
            text=text,
            zones=zones,
            title=title,
            outlet=outlet,
            published=published,
            url=url,
            byline=byline,
            language=language,
        )

    def __hash__(self) -> int:
        return hash(self.id)  # the id is a hash of all the rest

    def excerpt(self, span: Span) -> str:
        """The words a span points at."""
        return self.text[span.start : span.stop]


class Interval(Record, frozen=True, order=True):
    """Days from `start` to `stop`, both included; the width is the precision."""

    start: date
    stop: date


class Time(Record, frozen=True):
    """A time expression: TIMEX3 `type` and `value`, and its days where they are known."""

    span: Span
    type: str  # DATE, TIME, DURATION, SET
    value: str
    interval: Interval | None
    anchor: str  # "publication", "event", "text": what the value is reckoned from


class Amount(Record, frozen=True):
    """A number of something: "nearly 20,000 visitors" is (20000, 20000, "visitor", "nearly")."""

    span: Span
    low: float
    high: float
    unit: str
    hedge: str | None


class Place(Record, frozen=True):
    """A place with its country (ISO 3166 alpha-3) and how exact it is: point, city, region, country.

    `use` is place where the place itself is meant, power where its government, people or team acts, modifier for
    "Russian" and "Harare mayor", part inside another name, as in "Bank of America".
    """

    name: str
    country: str | None
    precision: str
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None  # its number at geonames.org
    within: str | None = None  # the region or state it lies in
    use: str = "place"  # or power, modifier, part, dateline


class Actor(Record, frozen=True):
    """Who acts or speaks. `country` is ISO3 or IGO, NGO ...; `sector` is PLOVER's; None where the text does not tell.

    `kind` is person, group, country, organisation, outlet, place, document or unnamed. `office` is what the person
    is on the day of the report, from the words or the tables; `secondary` is a second sector.
    """

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    wikidata: str | None = None
    secondary: str | None = None


class Mention(Record, frozen=True):
    """Words that name or stand for an actor; mentions of one actor share `chain`, an index into `Reading.actors`."""

    span: Span
    kind: str  # name, title, noun, pronoun
    chain: int


class Statement(Record, frozen=True):
    """What is said, thought or claimed. `sources` is the chain, nearest first: speaker, agency, outlet."""

    id: str
    kind: str  # direct, indirect, mixed
    content: tuple[Span, ...]
    cue: Cited[str] | None  # lemma of the words that introduce it
    sources: tuple[Cited[Actor], ...]
    rule: str


class Size(Record, frozen=True):
    """How many an act harmed: `what` is killed, wounded or arrested.

    `best` is the number given, of a range the lower; `low` and `high` are what the words leave open, `high` None where
    they set no bound: "at least 12" is 12, 12, None.
    """

    what: str
    low: int
    best: int
    high: int | None


class Event(Record, frozen=True):
    """A political act in PLOVER's terms. Every field rests on words of one sentence or of what it refers to."""

    id: str
    type: Cited[str]
    mode: Cited[str] | None
    contexts: tuple[Cited[str], ...]
    status: Cited[str]  # happened, ongoing, planned, threatened, demanded, denied, hypothetical, reported
    actors: tuple[Cited[Actor], ...]
    recipients: tuple[Cited[Actor], ...]
    place: Cited[Place] | None
    time: Cited[Interval] | None
    reason: Cited[str] | None  # the cause the report states
    sizes: tuple[Cited[Size], ...]  # whom it killed, wounded, arrested
    quantities: tuple[Amount, ...]  # the other numbers of its clause
    statement: str | None  # id of the statement it comes from
    clause: Span  # the words of the clause
    rule: str
    confidence: float | None = None  # from 0 to 1: of type, actors and recipients; None in readings kept before


class Dropped(Record, frozen=True):
    """Words that can tell an act but were not coded: the type it would have been, and the rule that objected."""

    type: Cited[str]
    reason: str


class Happened(Record, frozen=True):
    """What a text says became of something: `value` is from -3, did not happen, to 3, did.

    `words` decide it; there are none where it is told plainly as done.
    """

    status: str  # happened, ongoing, planned, threatened, demanded, denied, hypothetical, reported
    value: float
    words: tuple[Span, ...]
    rule: str


class Reading(Record, frozen=True):
    """One article, read."""

    article: Article
    sentences: tuple[Span, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    places: tuple[Cited[Place], ...]
    times: tuple[Time, ...]
    amounts: tuple[Amount, ...]
    credits: tuple[Cited[Actor], ...]  # who stands behind the report as a whole
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    dropped: tuple[Dropped, ...]
    gists: tuple[bytes, ...] = ()  # of each event what its words mean where they stand, as numbers; see claims.gists

    def _repr_html_(self) -> str:
        from crosswire.report import reading_html

        return reading_html(self)


class Version(Record, Generic[T], frozen=True):
    """A value of a field, the words for it, and the origins of its reports: indices into `Comparison.origins`."""

    value: T
    spans: tuple[Span, ...]
    origins: tuple[int, ...]


class Field(Record, frozen=True):
    """A named field of a finding with every value the reports give it: one version is agreement, several are not."""

    name: str
    versions: tuple[Version[str], ...]


class Finding(Record, frozen=True):
    """What the reports say of one event, statement, amount or detail; `members` are ids of its events or statements."""

    id: str
    kind: str  # event, statement, amount, detail
    label: str
    members: tuple[str, ...]
    excerpts: tuple[Span, ...]  # one verbatim excerpt for each place where a report says it
    fields: tuple[Field, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the articles that say it."""
        return tuple(sorted({span.article for span in self.excerpts}))


class Drift(Record, frozen=True):
    """A difference between two reports or two parts of one; `before` or `after` is None where words are missing."""

    id: str
    kind: str
    finding: str | None  # id of the finding it concerns
    field: str | None  # the field of the finding that differs
    before: Span | None
    after: Span | None
    detail: str  # the sentence that explains it


class Origin(Record, frozen=True):
    """Reports that go back to one source, as far as the texts show; `name` is None where no report says which."""

    name: str | None
    articles: tuple[str, ...]
    reasons: tuple[Cited[str], ...]


class Story(Record, frozen=True):
    """Reports that tell one story, in order of publication.

    `id` is that of the first one. A story that a late report opens anew or merges has another id; the old one is
    still a report's, and the story that now holds this report is where it leads.
    """

    id: str
    articles: tuple[str, ...]


class Judgement(Record, frozen=True):
    """What a person found of claims, in a log that only grows: of two about one thing the later one holds.

    `verdict` is accept: read rightly and, where there are several, one; reject: not so, and left out; merge: the parts
    are one; split: the parts are not one another. A claim is named by what it rests on, as `claim` has it.
    """

    verdict: Literal["accept", "reject", "merge", "split"]
    parts: tuple[tuple[Cited[str], ...], ...]
    by: str
    made: Annotated[datetime, msgspec.Meta(tz=True)]
    why: str = ""

    @property
    def id(self) -> str:
        """The same for the same judgement, in whatever log."""
        return identity("judgement", self.verdict, self.by, self.made.isoformat(), self.why, *map(repr, self.parts))

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles whose words it is about."""
        return frozenset(span.article for part in self.parts for claim in part for span in claim.spans)


class Judged(Record, frozen=True):
    """A judgement and ids of the findings and drifts it is about, as it left them; idle where its claims are gone."""

    id: str
    judgement: Judgement
    about: tuple[str, ...]
    idle: bool


class Comparison(Record, frozen=True):
    """Reports of one story, side by side, as people's judgements left them."""

    readings: tuple[Reading, ...]
    origins: tuple[Origin, ...]
    findings: tuple[Finding, ...]
    drifts: tuple[Drift, ...]
    judged: tuple[Judged, ...] = ()

    def _repr_html_(self) -> str:
        from crosswire.report import comparison_fragment

        return comparison_fragment(self)


def whole(text: str) -> str:
    """The same text, with U+FFFD for each half of a character: such a half can be neither parsed nor written."""
    return HALVES.sub("\N{REPLACEMENT CHARACTER}", text)


def identity(*parts: str) -> str:
    """A stable id of 24 hex digits for what the parts say, the same on every machine."""
    digest = blake2b(digest_size=12)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()
