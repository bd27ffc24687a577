"""Of events drawn from readings of whole articles, how many are right: verdicts by reading, kept as ids and offsets.

Which events are drawn depends on the id of their article and the place of their words alone: more articles, or other
values, move none of the rest. A verdict is about one value of one field, so that another value is unmarked again.
Articles with an odd number are left unread while rules are written, and no confidence is learned of them. A mark may
name the draw it was judged in: events of articles without a mark, or without one on their words. Their figures are of
the values read then, and rest on the marks alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import crosswire
from bench.texts import articles
from crosswire.records import Actor, Article, Cited, Event, Reading, Record, Statement

DRAWN = 100  # events of each half of a file
MARKS = Path(__file__).parent / "data" / "audit.jsonl"
CORE = ("type", "actor", "recipient")
FIELDS = (*CORE, "mode", "status", "place", "time", "contexts", "statement")

Marks = Mapping[tuple[str, str, str, str], bool]  # by article, words, field and value


class Drawn(Record, frozen=True):
    """An event with the article it was read from, and the place of its words, such as "120-128"."""

    id: str
    article: Article
    event: Event
    words: str
    values: Mapping[str, str]


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the events of the read half that await a verdict go to stderr."""
    lines = MARKS.read_text(encoding="utf-8").splitlines()
    marks = dict(verdicts(lines))
    ids = [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]
    halves: dict[str, list[Drawn]] = {"read": [], "unread": []}
    words = 0
    for number, (name, article) in enumerate(zip(ids, articles(path), strict=True)):
        halves["unread" if number % 2 else "read"].extend(told(name, article))
        words += len(article.text.split())
    drawn = {half: draw(found) for half, found in halves.items()}
    waiting = [each for each in drawn["read"] if None in judged(each, marks, FIELDS)]
    print(*(show(each, marks) for each in waiting[:errors]), sep="\n", file=sys.stderr)
    return {
        "events": sum(len(found) for found in halves.values()),
        **{f"{half}_{name}": figure for half, found in drawn.items() for name, figure in figures(found, marks).items()},
        **{f"{half}_ranked": ranked(found, marks) for half, found in halves.items()},
        **{f"{draw}_draw": shares for draw, shares in draws(lines).items()},
        "words": words,
    }


def told(name: str, article: Article) -> Iterator[Drawn]:
    """Every event of an article."""
    reading = crosswire.read(article)
    for event in reading.events:
        yield Drawn(name, article, event, at(event.type), values(event, reading))


def draw(found: Iterable[Drawn], number: int = DRAWN) -> list[Drawn]:
    """The events whose article and words hash lowest."""
    return sorted(found, key=lambda each: sha256(f"{each.id} {each.words}".encode()).digest())[:number]


def figures(drawn: Sequence[Drawn], marks: Marks) -> dict[str, object]:
    """The shares right of the events judged in all that is asked, and of each field where it is judged."""
    by_field = {field: [judged(each, marks, (field,)) for each in drawn] for field in FIELDS}
    core, whole = ([judged(each, marks, asked) for each in drawn] for asked in (CORE, FIELDS))
    return {
        "drawn": len(drawn),
        "marked": sum(decided(each) for each in whole),
        "right_core": share(core),
        "right_all": share(whole),
        "by_field": {field: share(found) for field, found in by_field.items()},
    }


def ranked(found: Iterable[Drawn], marks: Marks) -> float | None:
    """Of all pairs of an event right in the core and one that is not, in how many the right one is told more surely."""
    sure: dict[bool, list[float]] = {True: [], False: []}
    for each in found:
        core = judged(each, marks, CORE)
        if decided(core):
            sure[all(core)].append(each.event.confidence or 0.0)
    pairs = [(right > wrong) + (right == wrong) / 2 for right in sure[True] for wrong in sure[False]]
    return round(sum(pairs) / len(pairs), 3) if pairs else None


def judged(each: Drawn, marks: Marks, fields: Iterable[str]) -> list[bool | None]:
    """The verdict on each field as it is read now, None where nobody gave one."""
    return [marks.get((each.id, each.words, field, each.values[field])) for field in fields]


def decided(found: Sequence[bool | None]) -> bool:
    """Whether enough is judged: one wrong field settles an event."""
    return False in found or None not in found


def share(found: Iterable[Sequence[bool | None]]) -> float | None:
    settled = [all(each) for each in found if decided(each)]
    return round(sum(settled) / len(settled), 4) if settled else None


def draws(lines: Iterable[str]) -> Mapping[str, Mapping[str, float | int | None]]:
    """Of each draw that marks name, its events and the shares right in the core and in every field, as read then."""
    found: dict[str, list[Mapping[str, Mapping[str, str]]]] = {}
    for mark in map(json.loads, lines):
        if "draw" in mark:
            found.setdefault(mark["draw"], []).append(mark)
    return {
        draw: {
            "events": len(marked),
            "right_core": share([not mark["wrong"].keys() & {*CORE}] for mark in marked),
            "right_all": share([not mark["wrong"]] for mark in marked)
            if all(mark["wrong"] or mark["right"].keys() == {*FIELDS} for mark in marked)
            else None,
        }
        for draw, marked in found.items()
    }


def verdicts(lines: Iterable[str]) -> Iterator[tuple[tuple[str, str, str, str], bool]]:
    """The verdicts of a file: a line has an event's right and wrong fields, each with the value judged."""
    for mark in map(json.loads, lines):
        for verdict in ("right", "wrong"):
            for field, value in mark[verdict].items():
                yield (mark["article"], mark["words"], field, value), verdict == "right"


def values(event: Event, reading: Reading) -> Mapping[str, str]:
    """What an event says in each field, in codes and offsets."""
    said = {s.id: s for s in reading.statements}
    when = event.time.value if event.time else None
    return {
        "type": event.type.value,
        "actor": " ".join(sorted(map(side, event.actors))),
        "recipient": " ".join(sorted(map(side, event.recipients))),
        "mode": event.mode.value if event.mode else "",
        "status": event.status.value,
        "place": at(event.place) if event.place else "",
        "time": f"{when.start}/{when.stop}" if when else "",
        "contexts": " ".join(sorted(c.value for c in event.contexts)),
        "statement": source(said[event.statement]) if event.statement else "",
    }


def side(cited: Cited[Actor]) -> str:
    """An actor: the words, the country and the sector: "12-18:FRA:GOV"."""
    return ":".join((at(cited), cited.value.country or "", cited.value.sector or ""))


def source(statement: Statement) -> str:
    """Where a statement's content begins, and where those who make it are named."""
    return " ".join((str(statement.content[0].start), *map(at, statement.sources)))


def at(cited: Cited[object]) -> str:
    span = cited.spans[0]
    return f"{span.start}-{span.stop}"


def show(each: Drawn, marks: Marks) -> str:
    """An event to judge: its values, what was judged of them before, and the text about it."""
    event, article = each.event, each.article
    before = {True: "+", False: "-", None: "?"}
    start, stop = event.clause.start, event.clause.stop
    fields = (f"{before[v]}{f}={each.values[f]}" for f, v in zip(FIELDS, judged(each, marks, FIELDS), strict=True))
    named = ", ".join(a.value.name for a in event.actors), ", ".join(r.value.name for r in event.recipients)
    around = article.text[max(0, start - 150) : stop + 100].replace("\n", " ")
    return f"{each.id} {each.words} {' > '.join(named)}\n  {' '.join(fields)}\n  {around}"
