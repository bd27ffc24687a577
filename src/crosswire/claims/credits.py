"""Who stands behind a report as a whole: by its dateline, its byline and credit lines, the report it retells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from crosswire.knowledge.lexicon import Entry, find_names
from crosswire.layout import Zone
from crosswire.layout.dates import MONTH
from crosswire.records import Actor, Article, Cited, Span
from crosswire.syntax import Sentence

Place = tuple[int, int]

WORD = re.compile(r"(?:[A-Z]\.){2,}|[’']s\b|\w+|[^\w\s]")
IN_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
PICTURE = re.compile(r"(?i)\b(?:photo|photograph|picture|image|handout|getty|file)\b")
CONTRIBUTED = re.compile(r"(?i)\bcontributed (?:reporting )?to this (?:report|story|article)")
LINES = re.compile(
    r"(?i)\bwith (?:additional )?(?:inputs?|reporting|material|files) from [^.\n]{2,80}"
    r"|\b(?:additional )?reporting (?:for [^.\n]{2,30} )?by [^.\n]{2,120}"
    r"|[—–] ?with [^.\n]{2,60}$"
    r"|\bthis (?:report|story|article) (?:was )?(?:originally |first )?(?:published|appeared|produced)[^.\n]{2,80}"
)
FIRST = re.compile(
    r"\b[Tt]his (?:report|story|article|piece) (?:was )?(?:originally |first )*(?:published|appeared|produced)"
    rf" (?:by|in|on|at) (?:the )?(?!{MONTH}\b|\w+day\b)"
    r"((?:The )?[A-Z][\w’'&-]*(?: (?:of |and |for )?[A-Z][\w’'&-]*){0,5})"
)
RETOLD = re.compile(
    r"(?i)\b(?:according to|citing|quoting) (?:a|an|the) (?:[\w’'-]+ ){0,3}?(?:report|story|dispatch|article) "
    r"(?:(?:published|carried|released|issued|filed|run|aired) )?(?:by|in|from|on) ([^,;\n]{2,60})"
    r"|\baccording to (?:a|an|the) ([^,;\n]{2,40}?) (?:report|story|dispatch|article)\b"
)
REPORTED = re.compile(
    r", the (?:news|wire) (?:agency|service) ([A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3})"
    r" (?:reported|reports|wrote|writes)\.$"
)
AGENCIES = re.compile(r"(?i)\b(?:news |wire )?agencies\b")
LEAD = 3  # sentences of the body in which what an agency reported is the whole


def find_credits(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Cited[Actor], ...]:
    """Agencies and outlets credited with the report, in the order of their first words; not its own outlet."""
    places: dict[Actor, list[Span]] = {}
    for rule in RULES:
        for start, stop in rule(article, sentences):
            for source, span in named(article, start, stop, alone=rule in NAMING):
                spans = places.setdefault(source, [])
                if span not in spans:
                    spans.append(span)
    credited = (Cited(actor, tuple(sorted(spans))) for actor, spans in places.items())
    return tuple(sorted(credited, key=lambda credit: credit.spans))


def dateline(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Place]:
    """MOSCOW (Reuters) -"""
    for zone in article.zones:
        if zone.kind == "dateline" and (found := IN_BRACKETS.search(article.text, zone.start, zone.stop)):
            yield found.span(1)


def credit_line(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Place]:
    """By Ann Lee, Associated Press; Copyright 2025 Reuters; a line of credits the layout knows."""
    for zone in article.zones:
        if zone.kind in {"byline", "credit"} and not pictured(article, zone):
            yield zone.start, zone.stop


def pictured(article: Article, zone: Zone) -> bool:
    return PICTURE.search(article.text, zone.start, zone.stop) is not None


def contributed(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Place]:
    """The Associated Press contributed to this report; with inputs from agencies."""
    for zone in article.zones:
        if zone.kind == "body":
            yield from (found.span() for found in LINES.finditer(article.text, zone.start, zone.stop))
            for found in CONTRIBUTED.finditer(article.text, zone.start, zone.stop):
                yield article.text.rfind(". ", zone.start, found.start()) + 1 or zone.start, found.end()


def first_published(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Place]:
    """This article was first published by the Harbour Review: whatever is named so is an outlet."""
    for zone in article.zones:
        yield from (found.span(1) for found in FIRST.finditer(article.text, zone.start, zone.stop))


def retold(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Place]:
    """according to a report published by Reuters, the Reuters report, in the first sentences."""
    for sentence in lead_of(sentences):
        yield from (
            found.span(found.lastindex or 0) for found in RETOLD.finditer(article.text, sentence.start, sentence.stop)
        )


def agency_reported(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Place]:
    """the news agency Harbour Wire reported, at the end of a first sentence: whatever is named so is an outlet."""
    for sentence in lead_of(sentences):
        if found := REPORTED.search(article.text, sentence.start, sentence.stop):
            yield found.span(1)


def lead_of(sentences: tuple[Sentence, ...]) -> list[Sentence]:
    return [s for s in sentences if s.zone == "body"][:LEAD]


RULES: tuple[Callable[[Article, tuple[Sentence, ...]], Iterator[Place]], ...] = (
    dateline,
    credit_line,
    contributed,
    first_published,
    retold,
    agency_reported,
)
NAMING = {dateline, first_published, agency_reported}  # only an outlet stands there, known or not


def named(article: Article, start: int, stop: int, *, alone: bool) -> Iterator[tuple[Actor, Span]]:
    """The agencies and outlets named between two offsets, "agencies" where none is told, and a name that is `alone`."""
    words = list(WORD.finditer(article.text, start, stop))
    known = find_names([w[0] for w in words])
    if not known and alone:
        name = article.text[start:stop]
        if name != article.outlet:
            yield Actor(name, "outlet", sector="JRN"), Span(article.id, start, stop)
    for first, last, entry in known:
        if entry.kind in {"agency", "outlet"} and not is_own(article, entry):
            yield outlet(entry), Span(article.id, words[first].start(), words[last - 1].end())
    for found in AGENCIES.finditer(article.text, start, stop):
        yield Actor("agencies", "outlet", sector="JRN"), Span(article.id, *found.span())


def is_own(article: Article, entry: Entry) -> bool:
    return article.outlet is not None and entry.name.casefold() == article.outlet.casefold()


def outlet(entry: Entry) -> Actor:
    return Actor(entry.name, "outlet", entry.country, entry.sector)
