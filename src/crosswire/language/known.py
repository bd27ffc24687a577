"""What the tables know of the words of a sentence: names of the lexicon, places of the gazetteer, words in names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

import msgspec

from crosswire.knowledge.gazetteer import sites
from crosswire.knowledge.lexicon import Entry, countries, find_names, rows
from crosswire.language.capitals import Run, name_part, runs_of_capitals
from crosswire.syntax import Sentence

Names = tuple[tuple[int, int, Entry], ...]

BODIES = {"organisation", "group"}
GEOGRAPHIC = {"country", "demonym", "capital", "city", "region"}
LONGEST_NAME = 4  # words of a place's name that are looked up together
SIZES = (1, 5_000, 50_000, 500_000)  # people


class Line(msgspec.Struct, frozen=True):
    """A sentence with what is known of its words; marks are "" where nothing is."""

    sentence: Sentence
    words: tuple[str, ...]
    runs: tuple[Run, ...]
    names: Names
    entries: tuple[str, ...]  # "B city", "I country": where in a known name a word stands, and what that names
    sites: tuple[str, ...]  # "B region", "I 3": the same for the gazetteer, towns by their size


def line_of(sentence: Sentence) -> Line:
    words = tuple(name_part(token).replace("’", "'") for token in sentence.tokens)
    runs = tuple(runs_of_capitals(sentence))
    names = tuple(names_in(words)) if runs else ()
    return Line(sentence, words, runs, names, marks_of_names(len(words), names), marks_of_sites(words, runs))


def names_in(words: Sequence[str]) -> Iterator[tuple[int, int, Entry]]:
    """Known names; of a state's body that is called after a place, the place: "Nigerian" of "Nigerian Army"."""
    for start, stop, entry in find_names(words):
        body = entry.kind in BODIES and entry.country in countries()
        yield from (body and called_after(words, start, stop)) or [(start, stop, entry)]


def called_after(words: Sequence[str], start: int, stop: int) -> Sequence[tuple[int, int, Entry]]:
    """The places or peoples at the beginning of a body's name, else at its end."""
    for first, last in ((start, stop - 1), (start + 1, stop)):
        found = [(first + a, first + b, entry) for a, b, entry in find_names(words[first:last])]
        if places := [name for name in found if name[2].kind in GEOGRAPHIC]:
            return places
    return ()


def marks_of_names(length: int, names: Names) -> tuple[str, ...]:
    marks = [""] * length
    for start, stop, entry in names:
        kind = entry.kind + "?" * entry.doubtful
        marks[start:stop] = [f"B {kind}", *[f"I {kind}"] * (stop - start - 1)]
    return tuple(marks)


def marks_of_sites(words: Sequence[str], runs: Iterable[Run]) -> tuple[str, ...]:
    """The longest names of places, from left to right."""
    marks = [""] * len(words)
    for start, stop in runs:
        at = start
        while at < stop:
            longest = min(at + LONGEST_NAME, stop)
            found = ((end, told) for end in range(longest, at, -1) if (told := site_kind(" ".join(words[at:end]))))
            end, told = next(found, (at + 1, ""))
            if told:
                marks[at:end] = [f"B {told}", *[f"I {told}"] * (end - at - 1)]
            at = end
    return tuple(marks)


@lru_cache(maxsize=50_000)
def site_kind(name: str) -> str:
    """What the largest place of a name is, a town by its size: "country", "4"; a form not its own is in brackets."""
    found = sites(name) if name[0].isupper() else ()
    if not found:
        return ""
    usual = [each for each in found if each.usual]
    largest = max(usual or found, key=lambda each: each.population)
    kind = str(sum(largest.population >= size for size in SIZES)) if largest.kind == "city" else largest.kind
    return kind if usual else f"({kind})"


@cache
def words_in_names() -> Mapping[str, frozenset[str]]:
    """Words by what they tell of a name: "street" holds "Avenue", "title" holds "Mr."."""
    return MappingProxyType({row["kind"]: frozenset(row["words"].split("|")) for row in rows("name_words")})


@cache
def heads_of_names() -> Mapping[str, str]:
    """What a name is by its last word: "River" -> nature, "Council" -> body."""
    kinds = words_in_names()
    return MappingProxyType({word: kind for kind in HEADS for word in kinds[kind]})


HEADS = ("street", "nature", "unit", "site", "body")
