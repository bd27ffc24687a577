"""Readings made up by the thousand, without a model: texts with events, statements and stories like the news's.

    from bench.generated import readings
    some = list(islice(readings(seed=1), 1000))

The same seed gives the same readings in the same order. Every span points at the words that its value rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, count
from math import exp
from random import Random
from typing import NamedTuple, TypeVar

from crosswire.knowledge.lexicon import rows
from crosswire.knowledge.rarity import REPORTS, rarity
from crosswire.layout import Zone
from crosswire.records import (
    Actor,
    Article,
    Cited,
    Event,
    Interval,
    Mention,
    Place,
    Reading,
    Record,
    Span,
    Statement,
    Time,
    identity,
)
from crosswire.words import content, stem

A_DAY = 250  # reports
FIRST = date(2023, 1, 2)
RUNNING = 100  # stories told at one time
MOST_TOLD = 40  # reports of one story
PARAGRAPHS = 8
TOLD_BY_AGENCY = 0.1  # of the reports
TOWNS = ("Morla", "Kostrava", "Tarsk", "Velm", "Arno", "Lisk", "Oder", "Pell")
OUTLETS = tuple(f"The {town} {kind}" for town in TOWNS for kind in ("Courier", "Ledger", "Post", "Gazette", "Mirror"))
AGENCIES = ("Reuters", "AFP", "Tass", "Xinhua", "Yonhap", "Kyodo")
COUNTRIES = {row["name"]: row["iso3"] for row in rows("countries") if not row["under"]}
ACTS = (
    ("met", "CONSULT", "visit"), ("thanked", "SUPPORT", None), ("signed an accord with", "AGREE", None),
    ("sent aid to", "AID", None), ("opened a joint port with", "COOPERATE", None), ("urged", "REQUEST", "change"),
    ("accused", "ACCUSE", "disapprove"), ("rejected a plan of", "REJECT", "change"),
    ("protested against", "PROTEST", "demo"), ("threatened", "THREATEN", "restrict"),
    ("imposed sanctions on", "SANCTION", "withdraw"),
    ("shelled troops of", "ASSAULT", "heavy-weapons"), ("moved troops against", "MOBILIZE", "troops"),
)  # fmt: skip
STATUSES = ("happened", "happened", "happened", "happened", "reported", "planned", "denied")
SECTORS = ("GOV", "MIL", "LEG", "OPP", "COP", "BUS")
CONTEXTS = ("military", "diplomatic", "economic", "territory", "migration", "election")
SYLLABLES = "ba ko ri mu ten lo sa dre vi ny gor pel ush ad om tri".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


V = TypeVar("V")
Range = tuple[int, int]


class Theme(Record, frozen=True):
    """What the reports of a story tell: who does what to whom and where; `left` reports are still to come."""

    sides: tuple[Actor, Actor]
    acts: tuple[tuple[str, str, str | None], ...]
    place: Place
    words: tuple[str, ...]
    day: date
    left: int


def readings(seed: int = 1) -> Iterator[Reading]:
    """Readings without end, a day's after the other's."""
    random = Random(seed)
    running: list[Theme] = []
    for number in count():
        day = FIRST + timedelta(days=number // A_DAY)
        while len(running) < RUNNING:
            running.append(theme(random, day))
        at = random.randrange(RUNNING)
        told = running[at]
        running[at] = Theme(told.sides, told.acts, told.place, told.words, told.day, told.left - 1)
        if told.left == 1:
            del running[at]
        yield report(random, told, day, number)


def theme(random: Random, day: date) -> Theme:
    one, other = told_of(random), told_of(random)
    while one == other:
        other = told_of(random)
    name = made_up(random)
    place = Place(
        made_up(random), COUNTRIES[one], "city", round(random.uniform(-60, 70), 3), round(random.uniform(-180, 180), 3)
    )
    words, often = vocabulary()
    own = (name, made_up(random), *random.choices(words, cum_weights=often, k=12))
    sides = (nation(one) if random.random() < 0.6 else person(random, one), nation(other))
    left = min(MOST_TOLD, int(random.paretovariate(1.1)))
    return Theme(sides, acts(random), place, own, day, left)


def told_of(random: Random) -> str:
    """A country, as often as its name stands in the news."""
    names, often = countries()
    return random.choices(names, cum_weights=often)[0]


def acts(random: Random) -> tuple[tuple[str, str, str | None], ...]:
    """Four acts, each as often as its words stand in the news."""
    some: dict[tuple[str, str, str | None], None] = {}
    while len(some) < 4:
        some[random.choices(ACTS, cum_weights=done())[0]] = None
    return tuple(some)


def nation(name: str) -> Actor:
    return Actor(name, "country", COUNTRIES[name], "GOV")


def person(random: Random, country: str) -> Actor:
    return Actor(f"{made_up(random)} {made_up(random)}", "person", COUNTRIES[country], random.choice(SECTORS))


def made_up(random: Random) -> str:
    return "".join(random.choices(SYLLABLES, k=3)).capitalize()


@cache
def countries() -> tuple[list[str], list[int]]:
    """Names of countries, and how often they stand in the news, added up."""
    names = sorted(COUNTRIES)
    return names, list(accumulate(map(reports, names)))


@cache
def done() -> list[int]:
    """How often each act stands in the news, added up."""
    return list(accumulate(reports(words) for words, _, _ in ACTS))


@cache
def agencies() -> list[int]:
    return list(accumulate(map(reports, AGENCIES)))


def reports(words: str) -> int:
    """In how many reports of the news the rarest of some words stands."""
    return min(round((REPORTS + 1) / exp(rarity(stem))) for stem in content(words))


@cache
def vocabulary() -> tuple[list[str], list[int]]:
    """Words of the news, and how often they stand in it, added up; those left out would count as others do."""
    table = [row for row in rows("rarity") if stem(row["stem"]) == row["stem"]]
    return [row["stem"] for row in table], list(accumulate(int(row["reports"]) for row in table))


class Acted(NamedTuple):
    """An act as written: its number among the acts of the theme, and where each value's words stand."""

    act: int
    clause: Range
    actor: Range
    verb: Range
    recipient: Range
    place: Range
    day: Range


class Said(NamedTuple):
    content: Range
    speaker: Range
    cue: Range
    agency: Range | None


class Draft:
    """A text while it is written, and what came to stand where."""

    def __init__(self, random: Random, theme: Theme) -> None:
        self.random = random
        self.theme = theme
        self.text = ""
        self.sentences: list[Range] = []
        self.acted: list[Acted] = []
        self.said: list[Said] = []

    def put(self, words: str) -> Range:
        """Adds words; where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def act(self, number: int) -> None:
        """Chile thanked Peru in Arica on Monday"""
        one, other = self.theme.sides
        parts = (one.name, self.theme.acts[number][0], other.name, "in", self.theme.place.name)
        *told, _, place = (self.spaced(words) for words in parts)
        self.put("on ")
        day = self.put(DAYS[self.theme.day.weekday()])
        self.acted.append(Acted(number, (told[0][0], day[1]), *told, place, day))
        self.sentences.append((told[0][0], day[1]))

    def speech(self, speaker: Actor, agency: str | None) -> None:
        """“We have a plan” Ann Lee said, according to AFP."""
        quoted = self.put(f"“{' '.join(self.some(9)).capitalize()}”")
        self.put(" ")
        who, cue = self.spaced(speaker.name), self.put("said")
        by = None
        if agency and not self.said:  # who told the report so is said once
            self.put(", according to ")
            by = self.put(agency)
        self.said.append(Said((quoted[0] + 1, quoted[1] - 1), who, cue, by))
        self.sentences.append((quoted[0], self.put(".")[1]))

    def spaced(self, words: str) -> Range:
        place = self.put(words)
        self.put(" ")
        return place

    def some(self, number: int) -> list[str]:
        """Words of the news, a few of them the story's own."""
        words, often = vocabulary()
        few = self.random.sample(self.theme.words, number // 4)
        return [*few, *self.random.choices(words, cum_weights=often, k=number - len(few))]


def report(random: Random, theme: Theme, published: date, number: int) -> Reading:
    """A report of a story, read."""
    draft = Draft(random, theme)
    speaker = person(random, told_of(random))
    agency = random.choices(AGENCIES, cum_weights=agencies())[0] if random.random() < TOLD_BY_AGENCY else None
    zones = []
    for paragraph in range(1 + PARAGRAPHS):
        start = len(draft.text)
        if paragraph % 2 == 0:
            draft.act(paragraph // 2 % len(theme.acts))
            draft.put("." if paragraph else "")
        else:
            draft.speech(speaker, agency)
        if paragraph:
            draft.put(" ")
            draft.sentences.append(draft.put(" ".join(draft.some(18)).capitalize() + "."))
        zones.append(Zone("body" if paragraph else "title", start, len(draft.text)))
        draft.put("\n\n")
    url, outlet = f"https://news.example/{number}", random.choice(OUTLETS)
    article = Article.of(draft.text, outlet=outlet, published=published, url=url, zones=tuple(zones))
    return read(draft, speaker, article)


def read(draft: Draft, speaker: Actor, article: Article) -> Reading:
    theme, day = draft.theme, Interval(draft.theme.day, draft.theme.day)

    def cited(value: V, place: Range) -> Cited[V]:
        return Cited(value, (Span(article.id, *place),))

    def statement(said: Said) -> Statement:
        told = [cited(Actor(article.text[slice(*place)], "outlet"), place) for place in (said.agency,) if place]
        return Statement(
            id=identity("statement", article.id, str(said.content)),
            kind="direct",
            content=(Span(article.id, *said.content),),
            cue=cited("say", said.cue),
            sources=(cited(speaker, said.speaker), *told),
            rule="generated",
        )

    def event(acted: Acted) -> Event:
        _, type, mode = theme.acts[acted.act]
        return Event(
            id=identity("event", article.id, str(acted.clause)),
            type=cited(type, acted.verb),
            mode=cited(mode, acted.verb) if mode else None,
            contexts=(cited(draft.random.choice(CONTEXTS), acted.verb),),
            status=cited(draft.random.choice(STATUSES), acted.verb),
            actors=(cited(theme.sides[0], acted.actor),),
            recipients=(cited(theme.sides[1], acted.recipient),),
            place=cited(theme.place, acted.place),
            time=cited(day, acted.day),
            reason=None,
            sizes=(),
            quantities=(),
            statement=None,
            clause=Span(article.id, *acted.clause),
            rule="generated",
        )

    named = [(place, who) for acted in draft.acted for who, place in enumerate((acted.actor, acted.recipient))]
    return Reading(
        article=article,
        sentences=tuple(Span(article.id, *place) for place in draft.sentences),
        actors=(*theme.sides, speaker),
        mentions=tuple(Mention(Span(article.id, *place), "name", who) for place, who in named)
        + tuple(Mention(Span(article.id, *said.speaker), "name", 2) for said in draft.said),
        places=tuple(cited(theme.place, acted.place) for acted in draft.acted),
        times=tuple(
            Time(Span(article.id, *acted.day), "DATE", day.start.isoformat(), day, "publication")
            for acted in draft.acted
        ),
        amounts=(),
        credits=(),
        statements=tuple(map(statement, draft.said)),
        events=tuple(map(event, draft.acted)),
        dropped=(),
    )
