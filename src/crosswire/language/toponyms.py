"""Which words name a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

import msgspec

from crosswire.knowledge.lexicon import Entry, countries, find_names
from crosswire.language.capitals import Run, capital, name_part
from crosswire.language.evidence import HEADLINES, Evidence, evidence_of, form
from crosswire.language.known import Line, Names, line_of, site_kind
from crosswire.language.labels import labelled, named_by
from crosswire.language.signs import signs
from crosswire.language.uses import POWERS, use_of
from crosswire.syntax import Sentence

TAGGED = {"GPE": "city", "LOC": "region"}  # what it takes for buildings and roads is too often wrong
PLACES = {"country", "capital", "city", "region"}
NAMES = PLACES | {"demonym"}
LANDS = {"country", "region", "area"}
SETTLEMENTS = set("city town village port suburb resort hamlet island islet municipality province district".split())
SIDES = {"North", "South", "East", "West"}
TITLE_CASE = 0.7  # the share of words in capitals from which on these tell nothing


class Toponym(msgspec.Struct, frozen=True):
    """A place's name in a sentence, tokens `start` to `stop`; `entry` is None where the lexicon has no such name.

    `use` is place where the place itself is meant as far as the words beside it tell, modifier for "Russian" and
    "Harare mayor", part inside another name: "Bank of America".
    """

    sentence: Sentence
    start: int
    stop: int
    entry: Entry | None
    names: Names  # every known name of the sentence
    use: str

    @property
    def text(self) -> str:
        return " ".join(token.text for token in self.sentence.tokens[self.start : self.stop])

    @property
    def half(self) -> bool:
        """Whether it is but a side, "the North": half of a divided state, or what the readers know it to be."""
        before = self.sentence.tokens[self.start - 1].text.lower() if self.start else ""
        return before == "the" and self.text in SIDES

    @property
    def extent(self) -> tuple[int, int]:
        """Code points of the name: of "U.S.-led" only the first part."""
        first, last = self.sentence.tokens[self.start], self.sentence.tokens[self.stop - 1]
        return first.start, last.start + len(name_part(last))


def toponyms(sentences: Iterable[Sentence]) -> tuple[Toponym, ...]:
    """Every mention of a place, in reading order; in a Title With Capitals only what is known or named in the text."""
    lines = [line_of(sentence) for sentence in sentences]
    evidence = evidence_of(lines)
    prose = {line.sentence.index: list(in_prose(line, evidence)) for line in lines if not in_title_case(line)}
    told = {form_of(line, *span) for line in lines for _, span in prose.get(line.sentence.index, ())}
    found = [
        toponym(line, run, *span)
        for line in lines
        for run, span in prose.get(line.sentence.index) or in_headline(line, told)
    ]
    halves = halves_named(found)
    return tuple(msgspec.structs.replace(each, entry=halves.get(each.text)) if each.half else each for each in found)


def halves_named(found: Iterable[Toponym]) -> dict[str, Entry]:
    """The halves of divided states that a report names, by their side: "the North" where North Korea is told of."""
    named = {each.entry.name: each.entry for each in found if each.entry and each.entry.kind == "country"}
    return {
        name.split()[0]: entry
        for name, entry in named.items()
        if name.split()[0] in SIDES
        and any(
            name.split()[1:] == row["name"].split()[1:] and name != row["name"] and row["name"].split()[0] in SIDES
            for row in countries().values()
        )
    }


def in_prose(line: Line, evidence: Evidence) -> Iterator[tuple[Run, tuple[int, int]]]:
    """The runs and spans of a sentence's places by what is learned."""
    for run in line.runs:
        spans = [(run[0] + first, run[0] + last) for first, last in named_by(labelled(signs(line, run, evidence)))]
        for span in spans or introduced(line, run):
            if not any(within_body(span, name) for name in line.names):
                yield run, span


def introduced(line: Line, run: Run) -> Iterator[tuple[int, int]]:
    """A name that follows what it is: "the town of Kalma"."""
    start, stop = run
    if start > 1 and line.words[start - 1] == "of" and line.words[start - 2] in SETTLEMENTS:
        yield start, next((at for at in range(start, stop) if not capital(line.sentence.tokens[at])), stop)


def in_headline(line: Line, told: Set[tuple[str, ...]]) -> Iterator[tuple[Run, tuple[int, int]]]:
    """Places that the text below names, and those known by no other meaning."""
    known = {(start, stop) for start, stop, entry in line.names if entry.kind in NAMES and not entry.doubtful}
    for run in line.runs if in_title_case(line) else ():
        at = run[0]
        while at < run[1]:
            spans = ((at, stop) for stop in range(run[1], at, -1))
            span = next((span for span in spans if span in known or form_of(line, *span) in told), None)
            if span is not None:
                yield run, span
            at = span[1] if span is not None else at + 1


def within_body(span: tuple[int, int], name: tuple[int, int, Entry]) -> bool:
    """Whether words are the name, or only part of the name, of who is no place: the "Red Cross" of its committee."""
    first, last, entry = name
    return first <= span[0] and span[1] <= last and is_body(entry)


@lru_cache(maxsize=5_000)
def is_body(entry: Entry) -> bool:
    """Whether a name is of a body that is called after no place: "Google"; the European Union is."""
    words = entry.name.split()
    named = (found for at in range(len(words)) for *_, found in find_names(words[at : at + 2]))
    lands = any(each.kind in NAMES for each in named) or any(site_kind(word) in LANDS for word in words)
    return entry.kind in POWERS and not lands


def in_title_case(line: Line) -> bool:
    words = [word for word in line.words if word.isalpha()]
    return line.sentence.zone in HEADLINES and sum(word[0].isupper() for word in words) >= TITLE_CASE * len(words)


def form_of(line: Line, start: int, stop: int) -> tuple[str, ...]:
    return tuple(map(form, line.words[start:stop]))


def toponym(line: Line, run: Run, start: int, stop: int) -> Toponym:
    exact = (entry for first, last, entry in line.names if (first, last) == (start, stop))
    entry = next((entry for entry in exact if entry.kind in NAMES), None)
    use = use_of(line, run, start, stop, entry)
    if in_title_case(line) and use == "part":
        use = "place"  # where all words are in capitals, no name shows where it ends
    return Toponym(line.sentence, start, stop, entry, line.names, use)
