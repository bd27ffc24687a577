"""What the reader model says of words: the label of a mark, a value, the spans of a kind, and which belong together.

Spans are found by the best path under the rule that nothing goes on that has not begun; two spans are linked by the
mean over the pieces at their ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from crosswire.model import NOWHERE, Seen, Sight, Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEVER = -1e9
CHANGE = 2.0  # what a word costs that is of another kind than the one before, both in names


class Found(NamedTuple):
    """A span of a kind: half-open code points, and the window and pieces it was read in, the last one counted."""

    kind: str
    start: int
    stop: int
    window: int
    first: int
    last: int


def judged(sight: Sight, head: str, start: int, stop: int) -> dict[str, float]:
    """The labels of a head with their probabilities for the words at a place; none where these were not read."""
    import numpy

    if (numbers := at(sight, head, start, stop)) is None:
        return {}
    mean = numpy.asarray(numbers, numpy.float64).mean(axis=0)
    shares = numpy.exp(mean - mean.max())
    return dict(zip(sight.labels[head], (shares / shares.sum()).tolist(), strict=True))


def value(sight: Sight, head: str, start: int, stop: int) -> float | None:
    """The number a head gives the first piece of the words at a place; None where these were not read."""
    numbers = at(sight, head, start, stop)
    return None if numbers is None else float(numbers[0, 0])


def kinds(sight: Sight, head: str) -> dict[int, str]:
    """For the code point that each word starts at its label by a head, "" where it has none.

    Words beside each other are rather of one kind than of two: a name is seldom half of this and half of that.
    """
    import numpy

    labels = sight.labels[head]
    named = numpy.array([label != "" for label in labels])
    changes = named[:, None] & named & ~numpy.eye(len(labels), dtype=bool)
    words, numbers = worded(sight, head)
    paths = best_paths(numbers, numpy.where(changes, -CHANGE, 0.0))
    return {
        seen.window.starts[piece]: labels[label]
        for seen, those, path in zip(sight.seen, words, paths, strict=True)
        for piece, label in zip(those, path, strict=True)
    }


def means(sight: Sight, head: str, places: Sequence[tuple[int, int]]) -> tuple[NDArray[Any], list[bool]]:
    """For each of some places what a head says of its pieces on average, and whether there are any.

    All in the window of the first place: one that was not read there has zeros.
    """
    import numpy

    seen = window_at(sight, places[0][0])
    if seen is None:
        return numpy.zeros((len(places), 0)), [False] * len(places)
    (starts, stops), (window, numbers) = numpy.array(places).T, seen
    first, last = numpy.array(window.starts), numpy.array(window.stops)  # of a mark the last is nowhere, before all
    touching = (first < stops[:, None]) & (starts[:, None] < last)
    counts = touching.sum(axis=1, dtype=numpy.float32)
    return touching @ numbers[head] / numpy.maximum(counts, 1)[:, None], (counts > 0).tolist()


def window_at(sight: Sight, start: int) -> Seen | None:
    """The window that a code point was read in, the first where it lies in two."""
    number = bisect_right(sight.seen, start, key=lambda seen: seen.window.stops[-2])
    return sight.seen[number] if number < len(sight.seen) else None


def at(sight: Sight, head: str, start: int, stop: int) -> NDArray[Any] | None:
    """What a head says of the pieces that touch a place, of its first window where it lies in two."""
    if (seen := window_at(sight, start)) is None:
        return None
    window, numbers = seen
    stretches = enumerate(zip(window.starts, window.stops, strict=True))
    pieces = [piece for piece, (a, b) in stretches if a != NOWHERE and a < stop and start < b]
    return numbers[head][pieces] if pieces else None


def spans(sight: Sight, head: str) -> Iterator[Found]:
    """The spans a head finds, in reading order: its labels are O and, for each kind, B-kind and I-kind."""
    labels = sight.labels[head]
    words, numbers = worded(sight, head)
    paths = best_paths(numbers, begun_first(labels))
    for number, (seen, path) in enumerate(zip(sight.seen, paths, strict=True)):
        window = seen.window
        begun: list[tuple[str, int, int]] = []  # kind, first and last word
        for word, label in enumerate(path):
            name = labels[label]
            if name.startswith("B-"):
                begun.append((name[2:], word, word))
            elif name.startswith("I-"):
                begun[-1] = (*begun[-1][:2], word)
        for kind, first_word, last_word in begun:
            first, last = words[number][first_word], last_piece(window, words[number], last_word)
            yield Found(kind, window.starts[first], window.stops[last], number, first, last)


def worded(sight: Sight, head: str) -> tuple[list[list[int]], list[NDArray[Any]]]:
    """By window, the pieces that words begin with, and what a head says of them."""
    words = [[piece for piece, begins in enumerate(seen.window.begins) if begins] for seen in sight.seen]
    return words, [seen.numbers[head][those] for seen, those in zip(sight.seen, words, strict=True)]


def last_piece(window: Window, words: Sequence[int], word: int) -> int:
    piece = words[word]
    while not window.begins[piece + 1] and window.starts[piece + 1] != NOWHERE:
        piece += 1
    return piece


def begun_first(labels: Sequence[str]) -> NDArray[Any]:
    """What each label costs after each other where I-kind stands after B-kind or I-kind alone."""
    import numpy

    follows = numpy.zeros((len(labels), len(labels)))
    for at, label in enumerate(labels):
        if label.startswith("I-"):
            follows[:, at] = [0 if other in {label, f"B-{label[2:]}"} else NEVER for other in labels]
    return follows


def best_paths(numbers: Sequence[NDArray[Any]], follows: NDArray[Any]) -> list[list[int]]:
    """For each text the labels of its words whose numbers sum highest, with what each label costs after each other.

    The first word stands as if after one of the first label.
    """
    paths = [each.argmax(axis=1).tolist() for each in numbers]  # mostly free of cost, and then the best there is
    dear = [row for row, path in enumerate(paths) if follows[[0, *path[:-1]], path].any()]
    for row, path in zip(dear, weighed([numbers[row] for row in dear], follows), strict=True):
        paths[row] = path
    return paths


def weighed(numbers: Sequence[NDArray[Any]], follows: NDArray[Any]) -> list[list[int]]:
    """The best paths, step by step over all texts at once."""
    import numpy

    if not numbers:
        return []
    lengths = [len(each) for each in numbers]
    scores = numpy.zeros((len(numbers), max(lengths), len(follows)))
    for row, each in enumerate(numbers):
        scores[row, : len(each)] = each
    scores[:, 0] += follows[0]
    best = scores[:, 0]
    back = numpy.zeros(scores.shape, numpy.int64)
    ends = [best.argmax(axis=1)]
    for at in range(1, scores.shape[1]):
        ways = best[:, :, None] + follows
        back[:, at] = ways.argmax(axis=1)
        best = ways.max(axis=1) + scores[:, at]
        ends.append(best.argmax(axis=1))
    return [traced(back[row], int(ends[length - 1][row]), length) for row, length in enumerate(lengths)]


def traced(back: NDArray[Any], end: int, length: int) -> list[int]:
    path = [end] if length else []
    for at in range(length - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def linked(sight: Sight, head: str, relation: str, one: Found, others: Sequence[Found]) -> Found | None:
    """Which of the spans in its window one belongs to by a relation; None where it belongs to none of them."""
    seen = sight.seen[one.window]
    table = seen.numbers[head][..., sight.labels[head].index(relation)]
    near = [other for other in others if other.window == one.window]
    none = table[[one.first, one.last], 0].mean()
    score, best = max(((tie(table, one, other), -at) for at, other in enumerate(near)), default=(none, 0))
    return near[-best] if near and score > none else None


def tie(table: NDArray[Any], one: Found, other: Found) -> float:
    rows, columns = (one.first, one.last), (other.first, other.last)
    return float(sum(table[row, column] for row in rows for column in columns) / 4)
