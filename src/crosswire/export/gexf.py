"""Who acts on whom, as a graph that Gephi reads: an edge has its days, its score and the ids of its events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product
from statistics import fmean
from typing import TYPE_CHECKING

from crosswire.export.asked import counted, day, mode
from crosswire.knowledge.ontology import quad, score
from crosswire.records import Actor, Article, Event, Record
from crosswire.store.answers import StoryTold
from crosswire.store.keep import actor_id

if TYPE_CHECKING:
    import networkx as nx

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


Telling = tuple[Article, Event, Actor, Actor]


class Act(Record, frozen=True):
    """An act as all reports of it tell it, between one who acts and one it meets; `ids` are its events."""

    actor: Actor
    recipient: Actor
    day: date | None
    score: float
    conflict: bool
    origins: int
    ids: tuple[str, ...]


def gexf(stories: Iterable[StoryTold]) -> Iterator[str]:
    """The lines of a GEXF 1.2 file. Two reports of one act are one act, whose edge names both their events.

    Holds the graph in memory, not the reports.
    """
    from networkx import generate_gexf

    yield from generate_gexf(graph(act for told in stories for act in acts(told)))


def graph(acts: Iterable[Act]) -> nx.DiGraph:
    """Actors under their ids, and for each pair what is between them: how many acts, their mean score, their days."""
    from networkx import DiGraph

    found = DiGraph(mode="dynamic")
    between: dict[tuple[str, str], list[Act]] = {}
    for act in acts:
        pair = actor_id(act.actor), actor_id(act.recipient)
        for name, who in zip(pair, (act.actor, act.recipient), strict=True):
            found.add_node(name, **node(who))
        between.setdefault(pair, []).append(act)
    for (one, other), theirs in sorted(between.items()):
        found.add_edge(one, other, **edge(theirs))
    return found


def node(who: Actor) -> dict[str, str]:
    known = {"label": who.name, "kind": who.kind, "country": who.country, "sector": who.sector}
    return {name: clean(value) for name, value in known.items() if value}


def edge(acts: list[Act]) -> dict[str, object]:
    days = sorted({act.day.isoformat() for act in acts if act.day})
    times = {"spells": [(day, day) for day in days], "first": days[0], "last": days[-1]} if days else {}
    return {
        "weight": float(len(acts)),
        "score": fmean(act.score for act in acts),
        "cooperation": sum(not act.conflict for act in acts),
        "conflict": sum(act.conflict for act in acts),
        "origins": sum(act.origins for act in acts),
        "evidence": " ".join(sorted({id for act in acts for id in act.ids})),
        **times,
    }


def acts(told: StoryTold) -> Iterator[Act]:
    """The acts of a story that count as done, each once for each two between whom a report says it was."""
    tellings = {
        event.id: (reading.article, event) for reading in told.comparison.readings for event in counted(reading)
    }
    for finding in told.comparison.findings:
        between: dict[tuple[str, str], list[Telling]] = {}
        for telling in (tellings[id] for id in finding.members if id in tellings):
            for one, other in pairs(telling[1]):
                between.setdefault((actor_id(one), actor_id(other)), []).append((*telling, one, other))
        yield from (act(told, theirs) for theirs in between.values())


def act(told: StoryTold, tellings: list[Telling]) -> Act:
    """One act of several tellings: the first day, the score and the names of the first."""
    _, event, one, other = tellings[0]
    articles = {article.id for article, *_ in tellings}
    return Act(
        actor=one,
        recipient=other,
        day=min(filter(None, (day(article, event) for article, event, *_ in tellings)), default=None),
        score=score(event.type.value, mode(event)),
        conflict=quad(event.type.value) > 2,
        origins=sum(not articles.isdisjoint(origin.articles) for origin in told.comparison.origins),
        ids=tuple(event.id for _, event, *_ in tellings),
    )


def pairs(event: Event) -> Iterator[tuple[Actor, Actor]]:
    """Each who acts with each the act meets; of those that act on each other, each two once."""
    both = product(event.actors, event.recipients) if event.recipients else combinations(event.actors, 2)
    yield from ((one.value, other.value) for one, other in both)


def clean(words: str) -> str:
    """Words without the characters that no XML file may hold."""
    return NO_XML.sub("\N{REPLACEMENT CHARACTER}", words)
