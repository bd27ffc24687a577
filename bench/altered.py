"""Controlled retellings of a passage that change one fact each, made when the bench runs; `harmless` has the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from crosswire.knowledge.given import given_names
from crosswire.report.columns import MONTHS as NAMES_OF_MONTHS

Part = tuple[int, int]


class Passage(msgspec.Struct, frozen=True):
    """A paragraph with one statement marked in it: who speaks, the speaking verb and what is said."""

    text: str
    source: Part
    cue: Part
    content: Part


class Retelling(msgspec.Struct, frozen=True):
    """A passage retold, and the words that changed on either side; the same place twice where words fell away."""

    text: str
    before: Part
    after: Part


Alter = Callable[[Passage, int], "Retelling | None"]

CITIES = (
    "Chicago",
    "Denver",
    "Boston",
    "Seattle",
    "Miami",
    "Detroit",
    "Cleveland",
    "Philadelphia",
    "Atlanta",
    "Houston",
)
STATES = (
    "Ohio",
    "Florida",
    "Nevada",
    "Iowa",
    "Colorado",
    "Pennsylvania",
    "Michigan",
    "Wisconsin",
    "Arizona",
    "Virginia",
)
COUNTRIES = ("Russia", "Syria", "Iraq", "Mexico", "China", "Iran", "Israel", "Germany", "France", "Japan", "Libya")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(month for month in NAMES_OF_MONTHS if month != "May")  # which is a verb more often
SPEAKERS = ("Margaret Oakley", "Daniel Ferreira", "Ruth Abernathy", "Tomas Lindgren", "Helen Castellano")
STRONGER = {
    "said": ("admitted", "claimed", "denied"), "says": ("admits", "claims", "denies"), "added": ("admitted",),
    "claimed": ("admitted", "denied"), "claims": ("admits", "denies"), "admitted": ("claimed", "denied"),
    "denied": ("admitted",), "acknowledged": ("denied", "claimed"), "argued": ("admitted",), "warned": ("denied",),
}  # fmt: skip
COUNTED = "percent|million|people|voters|women|men|[a-z]+s\\b"
NUMBER = re.compile(rf"(?<![\w$.,:/-])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{2,3}})(?= (?:{COUNTED}))")
NEGATED = re.compile(r"\b(will|would|is|are|was|were|has|have|should|could|can|did|does|do) not (?=\w)")
PLAIN = re.compile(r"\b(will|would|is|are|was|were|should|has been|have been)\b(?! not\b| no\b|[^\w ])")
HEDGED = re.compile(
    r"\b(?:about|approximately|roughly|nearly|around) (?=\$?\d)"
    r"|\b(?:may|might|could) (?=[a-z]+\b)"
    r"|\b(?:allegedly|reportedly|possibly|probably|likely|perhaps) (?=[a-z])"
)
QUOTED = re.compile(r"“([^“”]{25,400})”|\"([^\"]{25,400})\"")
FULL = re.compile(
    r"(?:[A-Z][a-z]+ )(?:[A-Z]\. )?(?!News|House|Times|Post|Party|Journal|Street|Committee|University)([A-Z][a-z]{3,})$"
)


def put(passage: Passage, at: Part, words: str) -> Retelling:
    start, stop = at
    text = passage.text[:start] + words + passage.text[stop:]
    return Retelling(text, at, (start, start + len(words)))


def outside(passage: Passage, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What a pattern finds outside quotation marks."""
    quotes = [m.span() for m in re.finditer(r"“[^”]*”?|\"[^\"]*\"?", passage.text)]
    for match in pattern.finditer(passage.text):
        if not any(start <= match.start() < stop for start, stop in quotes):
            yield match


def number(passage: Passage, turn: int) -> Retelling | None:
    """Another number, two to four times as high."""
    for match in outside(passage, NUMBER):
        value = int(match[0].replace(",", ""))
        if not 1900 < value < 2100:
            return put(passage, match.span(), f"{value * (2 + turn % 3) + 1:,}")
    return None


def among(names: Sequence[str], before: str) -> Alter:
    """One of the names, where it follows certain words, becomes another of them."""
    pattern = re.compile(rf"\b{before}({'|'.join(names)})\b(?![’'-]| [A-Z])")

    def alter(passage: Passage, turn: int) -> Retelling | None:
        for match in outside(passage, pattern):
            others = [n for n in names if n not in passage.text]
            if others:
                return put(passage, match.span(1), others[turn % len(others)])
        return None

    return alter


def first(*ways: Alter) -> Alter:
    """The first way that can be gone, begun with another one each time."""

    def alter(passage: Passage, turn: int) -> Retelling | None:
        return next((done for at in range(len(ways)) if (done := ways[(turn + at) % len(ways)](passage, turn))), None)

    return alter


def negation(passage: Passage, turn: int) -> Retelling | None:
    """A "not" put in or taken out."""
    for match in outside(passage, NEGATED):
        return put(passage, (match.end(1), match.end() - 1), "")
    for match in outside(passage, PLAIN):
        if passage.content[0] <= match.start() < passage.content[1]:
            at = match.end(1) if " " not in match[1] else match.start(1) + match[1].index(" ")
            return put(passage, (at, at), " not")
    return None


def speaker(passage: Passage, turn: int) -> Retelling | None:
    """Somebody else says it; only one whom a reader knows for a person by his given name is changed for another."""
    said = passage.text[slice(*passage.source)]
    person = FULL.fullmatch(said) and said.split()[0] in given_names()
    return put(passage, passage.source, SPEAKERS[turn % len(SPEAKERS)]) if person else None


def cue(passage: Passage, turn: int) -> Retelling | None:
    """A cue of another strength."""
    ways = STRONGER.get(passage.text[slice(*passage.cue)], ())
    return put(passage, passage.cue, ways[turn % len(ways)]) if ways else None


def quote(passage: Passage, turn: int) -> Retelling | None:
    """A quotation cut after its half, with a word of it changed, or without its marks."""
    match = QUOTED.search(passage.text)
    if not match:
        return None
    inner = match.span(1) if match[1] else match.span(2)
    said = passage.text[slice(*inner)]
    if turn % 3 == 0:
        words = said.split(" ")
        kept = " ".join(words[: max(4, len(words) // 2)]).rstrip(",.;:") + ("," if said.endswith(",") else "")
        return put(passage, inner, kept) if len(words) > 8 else None
    if turn % 3 == 1:
        long = list(re.finditer(r"(?<= )[a-z]{5,}(?= )", said))
        if not long:
            return None
        at = long[len(long) // 2]
        return put(
            passage, (inner[0] + at.start(), inner[0] + at.end()), ("fiercely", "broken", "garden")[turn // 3 % 3]
        )
    return put(passage, match.span(), said)


def source(passage: Passage, turn: int) -> Retelling | None:
    """The words stand without anybody who says them."""
    (start, stop), (said, after) = (
        passage.content,
        (min(passage.source[0], passage.cue[0]), max(passage.source[1], passage.cue[1])),
    )
    words = passage.text[start:stop].strip(" ,.")
    if any(mark in words for mark in '“”"') or len(words.split()) < 8:
        return None
    if stop <= said <= stop + 3 and passage.text[after : after + 1] in {".", ""}:
        return Retelling(
            passage.text[:start] + words + passage.text[after:], (said, after), (start, start + len(words))
        )
    if after < start <= after + 6 and (said == 0 or passage.text[said - 2 : said] == ". "):
        told = words.removeprefix("that ")
        told = told[:1].upper() + told[1:]
        return Retelling(passage.text[:said] + told + passage.text[stop:], (said, after), (said, said + len(told)))
    return None


def hedge(passage: Passage, turn: int) -> Retelling | None:
    """A word that leaves it open falls away."""
    for match in outside(passage, HEDGED):
        modal = match[0].strip() in {"may", "might", "could"}
        return put(passage, match.span(), "will " if modal else "")
    return None


CHANGED: dict[str, Alter] = {
    "number": number,
    "place": first(
        among(CITIES, "(?:in|at|from|to|near) "),
        among(STATES, "(?:in|from|to|across) "),
        among(COUNTRIES, "(?:in|from|to) "),
    ),
    "date": first(among(DAYS, "(?:[Oo]n )?"), among(MONTHS, "(?:[Ii]n |[Oo]n )")),
    "negation": negation,
    "speaker": speaker,
    "cue": cue,
    "quote": quote,
    "source": source,
    "hedge": hedge,
}
