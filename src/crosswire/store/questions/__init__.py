"""Every question that a view may ask of a store. Each takes a connection that reads and gives records of answers."""

from crosswire.store.questions.actors import actor, actors
from crosswire.store.questions.articles import about, article, evidence
from crosswire.store.questions.dyads import dyad, dyads, network
from crosswire.store.questions.events import event, events, spots, timeline
from crosswire.store.questions.free import sql
from crosswire.store.questions.ids import beginning, held, stories_holding
from crosswire.store.questions.judgements import judgements
from crosswire.store.questions.search import search
from crosswire.store.questions.statements import statements
from crosswire.store.questions.stories import as_of, stories, story

__all__ = [
    "about",
    "actor",
    "actors",
    "article",
    "as_of",
    "beginning",
    "dyad",
    "dyads",
    "event",
    "events",
    "evidence",
    "held",
    "judgements",
    "network",
    "search",
    "spots",
    "sql",
    "statements",
    "stories",
    "stories_holding",
    "story",
    "timeline",
]
