"""The words of a text, with where they stand and what they have in common. Pure; nothing here knows a record."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec
import snowballstemmer

WORD = re.compile(r"\d+(?:[.,]\d+)*[^\W\d_]*|[^\W\d_]+(?:[’'][^\W\d_]+)?")
KNOWN = 1 << 16  # words whose form is remembered: a reader that runs for months must not grow
STOP = frozenset(
    re.findall(
        r"\S+",
        """
        a about above after again against all also although am amid among an and any are as at be because been
        before being below between both but by can could did do does doing down during each even few for from
        further had has have having he her here hers him his how however i if in including into is it its
        itself just like may me might more most must my no nor not now of off on once only or other our out
        over own per said same say says she should since so some such than that the their them then there
        these they this those through to told too under until up upon us very via was we were what when where
        which while who whom whose why will with would yet you your one two recently meanwhile amidst near
        among around according reported reportedly told tells saying
        """,
    )
)


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word in lower case and one spelling, its stem, and its code points in the text it was taken from."""

    text: str
    stem: str
    start: int
    stop: int


@lru_cache(maxsize=4096)  # comparing reports asks for the same sentences again and again
def words(text: str, start: int = 0, stop: int | None = None) -> tuple[Word, ...]:
    """The words and numbers between two offsets; marks and spaces are left out."""
    stop = len(text) if stop is None else stop
    every, starts, _ = whole(text)
    first, last = bisect_left(starts, start), bisect_left(starts, stop)
    if cut(every, first, start) or cut(every, last, stop):
        return split(text, start, stop)
    return every[first:last]


def cut(every: Sequence[Word], at: int, end: int) -> bool:
    """Whether an end stands within the word before a place."""
    return at > 0 and every[at - 1].stop > end


@lru_cache(maxsize=512)
def whole(text: str) -> tuple[tuple[Word, ...], list[int], tuple[str, ...]]:
    """All words of a text, where they start, and the stems of those that carry meaning, of others nothing."""
    every = split(text, 0, len(text))
    return every, [word.start for word in every], tuple(word.stem if carries(word.text) else "" for word in every)


def split(text: str, start: int, stop: int) -> tuple[Word, ...]:
    return tuple(Word(*form(m[0]), *m.span()) for m in WORD.finditer(text, start, stop))


@lru_cache(maxsize=KNOWN)
def form(word: str) -> tuple[str, str]:
    """A word as it stands, in lower case and one spelling, and its stem."""
    return spelled(word.lower().replace("’", "'")), stem(plain(word))


def plain(word: str) -> str:
    """A word in lower case without the possessive: "Russia’s" -> "russia"."""
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


@lru_cache(maxsize=4096)
def content(text: str, start: int = 0, stop: int | None = None) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    stop = len(text) if stop is None else stop
    every, starts, stems = whole(text)
    first, last = bisect_left(starts, start), bisect_left(starts, stop)
    if cut(every, first, start) or cut(every, last, stop):
        return frozenset(word.stem for word in split(text, start, stop) if carries(word.text))
    return frozenset(filter(None, stems[first:last]))


@lru_cache(maxsize=KNOWN)
def carries(word: str) -> bool:
    """Whether a word has a meaning of its own."""
    return len(word) > 1 and plain(word) not in STOP


def amid(text: str, word: Word) -> bool:
    """Whether a word follows another one, so that a capital is its own."""
    return word.start > 1 and text[word.start - 1] == " " and text[word.start - 2].isalnum()


def counted(text: str) -> Counter[str]:
    """How often each stem stands in a text that carries meaning: `content` with numbers of times, fast."""
    found = Counter(map(meaning, WORD.findall(text.lower().replace("’", "'"))))
    del found[""]
    return found


@lru_cache(maxsize=KNOWN)
def meaning(word: str) -> str:
    """The stem of a word that carries meaning; of another one nothing."""
    bare = plain(word)
    return stem(bare) if carries(bare) else ""


@cache
def stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=KNOWN)
def stem(word: str) -> str:
    """Porter's second stem."""
    return str(stemmer().stemWord(spelled(word)))


@lru_cache(maxsize=KNOWN)
def spelled(word: str) -> str:
    """A word in American spelling, by its ending: "destabilising" and "destabilizing" are one word."""
    return next((pattern.sub(ending, word) for pattern, ending in SPELLINGS if pattern.search(word)), word)


SPELLINGS = (
    (re.compile(r"(?<=[a-z]{4})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{3})ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"(?<=def)enc(?=e|es$)"), "ens"),
    (re.compile(r"(?<=[a-z]{3}t)re(?=s?$)"), "er"),
)


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared over all; 0 for two empty sets."""
    return len(one & other) / len(one | other) if one or other else 0.0


def contained(inner: frozenset[str], outer: frozenset[str]) -> float:
    """The share of `inner` that stands in `outer`; 0 for nothing."""
    return len(inner & outer) / len(inner) if inner else 0.0
