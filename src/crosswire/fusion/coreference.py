"""Whether two mentions are of one event: each feature's weight was learned, and its docstring is its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from math import exp, fsum
from typing import NamedTuple

from crosswire.knowledge.kindred import kinship
from crosswire.knowledge.lexicon import rows
from crosswire.knowledge.rarity import rarity
from crosswire.records import Record
from crosswire.words import STOP, Word, plain, words

BESIDE = 5  # words on either side
NEAR = tuple(tenth / 10 for tenth in range(-2, 10))
PLACES = (1, 2, 3, 5, 8, 12, 18, 30, 50)
SIDE = 3  # words that mean something, on either side by itself
SIDES = (0.01, 0.1, 0.25, 0.5, 0.8)
DAYS = frozenset(
    "januari februari march april june juli august septemb octob novemb decemb monday tuesday wednesday thursday "
    "friday saturday sunday today yesterday tomorrow".split()
)


class Mention(Record, frozen=True):
    """A word that tells of an event, by its stem, and the stems of what stands around it."""

    article: str
    start: int
    stem: str
    sentence: frozenset[str]
    beside: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]
    gist: bytes = b""


def mention(article: str, text: str, start: int, stop: int, sentence: tuple[int, int], gist: bytes = b"") -> Mention:
    """The mention at some code points of a text, in the sentence between two offsets; of `gist`s see `claims.gists`."""
    every = words(text, *sentence)
    own = [word for word in words(text, start, stop) if meant(word)] or list(words(text, start, stop))
    stem = own[0].stem if own else text[start:stop].lower()
    left = [word for word in every if word.start < start][-BESIDE:]
    right = [word for word in every if word.start >= stop][:BESIDE]
    return Mention(
        article,
        start,
        stem,
        stems(every) - {stem},
        stems([*left, *right]) - {stem},
        stems([word for word in every if word.start < start and meant(word)][-SIDE:]),
        stems([word for word in every if word.start >= stop and meant(word)][:SIDE]),
        frozenset(w.stem for w in every[1:] if text[w.start].isupper() and meant(w)) - DAYS,
        frozenset(w.text for w in every if w.text[0].isdigit()),
        frozenset(w.stem for w in every) & DAYS,
        gist,
    )


def meant(word: Word) -> bool:
    return len(word.text) > 1 and plain(word.text) not in STOP


def stems(some: list[Word] | tuple[Word, ...]) -> frozenset[str]:
    return frozenset(word.stem for word in some if meant(word))


class Pair(NamedTuple):
    """Two mentions, from 0 to 1 how alike their reports are, and how many reports are nearer to one of the two.

    `fitter` counts for each of the two the mentions that fit it better, by report and word. `near` is the cosine of
    their gists, where both have one, and `closer` counts the mentions that are nearer by it.
    """

    one: Mention
    other: Mention
    alike: float
    nearer: int
    fitter: tuple[int, int]
    near: float | None = None
    closer: tuple[int, int] = (0, 0)


def by_word(pair: Pair) -> int:
    """The nearer in meaning the two words, the likelier they tell of one event."""
    return bisect_right((0.2, 0.3, 0.4, 0.5, 0.6, 0.7), kinship(pair.one.stem, pair.other.stem))


def by_rarity(pair: Pair) -> int:
    """A word that stands in few reports seldom tells of two events; every report says and makes."""
    return bisect_right((2, 3, 4, 5, 6, 7), min(rarity(pair.one.stem), rarity(pair.other.stem)))


def by_reports(pair: Pair) -> int:
    """Reports that have their heaviest words in common tell of the same events."""
    return bisect_right((0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8), pair.alike)


def by_rank(pair: Pair) -> int:
    """The reports nearest to one another tell of the same events, however near others of their kind come."""
    return bisect_right((1, 2, 3, 5, 7, 9, 11, 14, 18, 25, 40), pair.nearer)


def by_choice(pair: Pair) -> int:
    """Of all mentions that may tell the one again, the other is among the first."""
    return bisect_right(PLACES, min(pair.fitter))


def by_return(pair: Pair) -> int:
    """And the one is among the first for the other."""
    return bisect_right(PLACES, max(pair.fitter))


def by_gist(pair: Pair) -> int:
    """The nearer in meaning the words are where they stand, the likelier they tell of one event."""
    return bisect_right(NEAR, pair.near or 0.0)


def by_closest(pair: Pair) -> int:
    """Of all mentions that may tell the one again, the other is among the nearest in meaning."""
    return bisect_right(PLACES, min(pair.closer))


def by_answer(pair: Pair) -> int:
    """And the one is among the nearest for the other."""
    return bisect_right(PLACES, max(pair.closer))


def by_report(pair: Pair) -> int:
    """Within one report a writer comes back to his event, seldom within one sentence."""
    same = pair.one.article == pair.other.article
    return same + (same and pair.one.sentence | {pair.one.stem} == pair.other.sentence | {pair.other.stem})


def by_sentence(pair: Pair) -> int:
    """The more of their rare words two sentences share, the likelier they tell one thing."""
    return bisect_right((0.01, 0.04, 0.08, 0.12, 0.2, 0.3, 0.45, 0.7), shared(pair.one.sentence, pair.other.sentence))


def by_neighbours(pair: Pair) -> int:
    """The words right beside the two: who did it, and to whom."""
    return bisect_right((0.01, 0.06, 0.12, 0.2, 0.3, 0.5), shared(pair.one.beside, pair.other.beside))


def by_doer(pair: Pair) -> int:
    """The words before the two: mostly who did it."""
    return bisect_right(SIDES, shared(pair.one.before, pair.other.before))


def by_object(pair: Pair) -> int:
    """The words after the two: mostly what it was done to."""
    return bisect_right(SIDES, shared(pair.one.after, pair.other.after))


def by_turn(pair: Pair) -> int:
    """Told in the active and in the passive the words change sides."""
    one, other = pair.one, pair.other
    return bisect_right(SIDES, shared(one.before, other.after) + shared(one.after, other.before))


def by_names(pair: Pair) -> int:
    """Sentences that name the same people and places; other names speak against it."""
    if not both(pair.one.names, pair.other.names):
        return 0
    return 1 + bisect_right((0.01, 0.2, 0.4, 0.7), shared(pair.one.names, pair.other.names))


def by_numbers(pair: Pair) -> int:
    """The same number, or other ones."""
    return both(pair.one.numbers, pair.other.numbers) + bool(pair.one.numbers & pair.other.numbers)


def by_days(pair: Pair) -> int:
    """The same day of the week or month, or another one."""
    return both(pair.one.days, pair.other.days) + bool(pair.one.days & pair.other.days)


def by_crossing(pair: Pair) -> int:
    """The word of one stands in the other's sentence."""
    return (pair.one.stem in pair.other.sentence) + (pair.other.stem in pair.one.sentence)


def by_place(pair: Pair) -> int:
    """Where both stand in the lead, both tell the news of the day."""
    return bisect_right((150, 400, 1000), max(pair.one.start, pair.other.start))


Feature = Callable[[Pair], int]
FEATURES: tuple[Feature, ...] = (
    by_word,
    by_rarity,
    by_reports,
    by_rank,
    by_choice,
    by_return,
    by_gist,
    by_closest,
    by_answer,
    by_report,
    by_sentence,
    by_neighbours,
    by_doer,
    by_object,
    by_turn,
    by_names,
    by_numbers,
    by_days,
    by_crossing,
    by_place,
)
UNREAD = tuple(each for each in FEATURES if each not in {by_gist, by_closest, by_answer})
Weights = Mapping[tuple[str, str, int], float]  # for one word or two, by feature and level


def levels(pair: Pair) -> Iterator[tuple[str, str, int]]:
    """What is weighed of a pair: one word twice otherwise than two words, and with gists otherwise than without."""
    kind = f"{'one' if pair.one.stem == pair.other.stem else 'two'}{' unread' if pair.near is None else ''}"
    yield kind, "always", 0
    for feature in FEATURES if pair.near is not None else UNREAD:
        yield kind, feature.__name__.removeprefix("by_"), feature(pair)


def likelihood(pair: Pair, weights: Weights) -> float:
    """From 0 to 1: how likely the two mentions are of one event."""
    return 1 / (1 + exp(-fsum(weights.get(level, 0.0) for level in levels(pair))))


@cache
def learned() -> Weights:
    """The weights in data/coreference.tsv, logarithms of odds."""
    return {(row["words"], row["feature"], int(row["level"])): float(row["weight"]) for row in rows("coreference")}


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the rarity of all words that is of those in common."""
    common = fsum(map(rarity, one & other))
    return common / fsum(map(rarity, one | other)) if common else 0.0


def both(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other)
