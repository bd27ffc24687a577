"""What the whole article tells of a word: a name that is located once is a place everywhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from crosswire.knowledge.given import given_names
from crosswire.language.capitals import capital
from crosswire.language.known import Line, heads_of_names, words_in_names

HEADLINES = {"title", "heading"}
LOCATIVE = {"in", "near", "outside", "around", "at", "inside", "throughout", "across"}
AREAS = {"country", "region", "capital"}
NOTHING: Counter[str] = Counter()


class Evidence(msgspec.Struct, frozen=True):
    """By words, in capitals or not: how often the tagger gives each label, and what stands beside their names."""

    labels: Mapping[str, Counter[str]]
    hints: Mapping[str, Counter[str]]

    def labels_of(self, word: str) -> Counter[str]:
        return self.labels.get(form(word), NOTHING)

    def hints_of(self, word: str) -> Counter[str]:
        return self.hints.get(form(word), NOTHING)


def form(word: str) -> str:
    """A word as its article writes it elsewhere: "WASHINGTON" as "Washington"; "NATO" stays."""
    return word.title() if word.isupper() and len(word) > 4 else word


def evidence_of(lines: Iterable[Line]) -> Evidence:
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    hints: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if line.sentence.zone not in HEADLINES:
            for start, stop in line.runs:
                for token in line.sentence.tokens[start:stop]:
                    if capital(token):
                        labels[form(token.text)][token.entity or "none"] += 1
        for start, stop in line.runs:
            for word, hint in hints_beside(line, start, stop):
                hints[form(word)][hint] += 1
    return Evidence(labels, hints)


def hints_beside(line: Line, start: int, stop: int) -> Iterator[tuple[str, str]]:
    """What the words of a run and beside it tell: "in Kalma", "Kalma, Ohio", "Kalma County", "Mr. Kalma"."""
    words = line.words
    first, last = words[start], words[stop - 1]
    kinds = words_in_names()
    after = words[stop] if stop < len(words) else ""
    if start and words[start - 1].lower() in LOCATIVE:
        yield first, "located"
    if after == "," and stop + 1 < len(words) and holds(line, stop + 1):
        yield last, "held"
    if after.lower() in kinds["noun"]:
        yield last, "noun"
    head = heads_of_names().get(last)
    if stop - start > 1 and head in {"unit", "nature"}:
        yield first, "unit"
    if stop - start > 1 and head is None and (first in given_names() or first in kinds["title"]):
        yield last, "surname"


def holds(line: Line, at: int) -> bool:
    """Whether a state or country stands there: it holds the place before the comma."""
    return line.words[at] in words_in_names()["state"] or line.entries[at][2:] in AREAS
