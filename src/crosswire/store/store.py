"""A store that is open to be asked."""

from __future__ import annotations

from datetime import date
from os import PathLike
from types import TracebackType
from typing import TypedDict, TypeVar, Unpack

from crosswire.records import Article, Comparison, Reading, Record, Span
from crosswire.store import kept, questions
from crosswire.store.answered import Answers, Some
from crosswire.store.answers import (
    About,
    ActorRow,
    Asked,
    AsOf,
    Bar,
    DyadDay,
    DyadRow,
    EventRow,
    Evidence,
    Hit,
    Network,
    Spot,
    StatementRow,
    StoryRow,
    StoryTold,
)
from crosswire.store.questions.actors import some_actors
from crosswire.store.questions.dyads import some_dyads
from crosswire.store.questions.events import some_events
from crosswire.store.questions.search import some_hits
from crosswire.store.questions.statements import some_statements
from crosswire.store.questions.stories import some_stories
from crosswire.store.tables import open_to_read

R = TypeVar("R", bound=Record)


class Filters(TypedDict, total=False):
    """What may be asked for, as in `Asked`."""

    words: str
    actor: str
    recipient: str
    either: str
    source: str
    type: str
    mode: str
    context: str
    status: str
    country: str
    outlet: str
    story: str
    article: str
    since: date
    until: date


class Store:
    """A store, open to read as long as it is held: `with Store("crosswire.db") as store:`. Raises Unusable.

    Questions with filters, `store.events(actor="RUS", since=date(2025, 7, 1))`, give records to iterate over, and
    tables to whatever reads Arrow: `polars.DataFrame(store.events(actor="RUS"))`. Where nothing else is said they give
    all answers, or as many as `limit`.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        self.db = open_to_read(path)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.db.close()

    def article(self, id: str) -> Article:
        """The article with this id. Raises KeyError."""
        return kept.article(self.db, id)

    def reading(self, id: str) -> Reading:
        """What was read in the article with this id. Raises KeyError."""
        return kept.reading(self.db, id)

    def comparison(self, story: str) -> Comparison:
        """The reports of a story side by side. Raises KeyError."""
        return kept.comparison(self.db, story)

    def about(self) -> About:
        """The store in numbers."""
        return questions.about(self.db)

    def stories(self, *, limit: int | None = None, **filters: Unpack[Filters]) -> Answers[StoryRow]:
        """Stories, the latest first, of which some report has what is asked for."""
        return self._answers(some_stories, StoryRow, filters, limit)

    def story(self, id: str) -> StoryTold:
        """A story whole, or the one it was merged into. Raises KeyError."""
        return questions.story(self.db, id)

    def events(self, *, limit: int | None = None, **filters: Unpack[Filters]) -> Answers[EventRow]:
        """Events, the latest first."""
        return self._answers(some_events, EventRow, filters, limit)

    def statements(self, *, limit: int | None = None, **filters: Unpack[Filters]) -> Answers[StatementRow]:
        """Statements, the latest first."""
        return self._answers(some_statements, StatementRow, filters, limit)

    def actors(self, *, limit: int | None = None, **filters: Unpack[Filters]) -> Answers[ActorRow]:
        """Actors, those with a part in most events and statements first."""
        return self._answers(some_actors, ActorRow, filters, limit)

    def dyads(self, *, limit: int | None = None, **filters: Unpack[Filters]) -> Answers[DyadRow]:
        """Who does what to whom, those with most events first; by `actor`, `recipient`, `either` and days."""
        return self._answers(some_dyads, DyadRow, filters, limit)

    def dyad(self, one: str, other: str, *, by: str = "month", **filters: Unpack[Filters]) -> tuple[DyadDay, ...]:
        """What one party did to another in each day, week, month or year that has events. Raises ValueError."""
        return questions.dyad(self.db, one, other, Asked(**filters), by)

    def search(self, sought: str, *, limit: int | None = None, **filters: Unpack[Filters]) -> Answers[Hit]:
        """Articles that hold words, the latest first: all words, "a phrase", begin*, -without."""
        filters["words"] = sought
        return self._answers(some_hits, Hit, filters, limit)

    def network(self, *, limit: int = 50, **filters: Unpack[Filters]) -> Network:
        """The parties with most events, at most `limit` of them, with their ties and blocs."""
        return questions.network(self.db, Asked(**filters, limit=limit))

    def spots(self, *, limit: int = 1000, **filters: Unpack[Filters]) -> tuple[Spot, ...]:
        """The places of events, those with most first."""
        return questions.spots(self.db, Asked(**filters, limit=limit))

    def timeline(self, **filters: Unpack[Filters]) -> tuple[Bar, ...]:
        """The days with events, and how many of each quad class."""
        return questions.timeline(self.db, Asked(**filters))

    def as_of(self, finding: str, story: str) -> AsOf:
        """When the reports of a story came to say a finding, and what was changed of it. Raises KeyError."""
        return questions.as_of(self.db, finding, story)

    def evidence(self, span: Span, around: int = 80) -> Evidence:
        """The words of a span with those around it. Raises KeyError or ValueError."""
        return questions.evidence(self.db, span, around)

    def sql(self, query: str) -> tuple[tuple[str, ...], tuple[tuple[object, ...], ...]]:
        """The columns and rows of a SELECT. Raises ValueError."""
        return questions.sql(self.db, query)

    def _answers(self, some: Some[R], of: type[R], filters: Filters, limit: int | None) -> Answers[R]:
        return Answers(self.db, some, of, Asked(**filters), limit)
