"""Examples cut into the windows the model reads, with the answers by piece."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tokenizers import Tokenizer

from crosswire.language.parse import prose
from crosswire.model import LONGEST, Window, windows
from crosswire.records import Article
from training.heads import HEADS, Example, Head, Mark

SHORTEST = 24  # pieces of the shortest windows that single sentences are packed to
NOTHING = -100  # the label cross entropy leaves out
Ends = tuple[int, int]  # the first and the last piece of a span


class Lesson(NamedTuple):
    """A window and its answers by head.

    For marks and words a label for every piece or NOTHING, for a value pairs of a piece and a number, for links the
    relation's number, the ends of what belongs, and those of all it may belong to with the right one first.
    """

    window: Window
    answers: dict[str, list[Any]]


def whole(examples: Iterable[Example], tokenizer: Tokenizer) -> list[Lesson]:
    """The articles among examples, in windows of their own."""
    articles = ((example, prose(Article.of(example.text))) for example in examples if example.article)
    return [each for example, paragraphs in articles for each in cut(example, paragraphs, tokenizer)]


def mixed(examples: Iterable[Example], tokenizer: Tokenizer, chance: random.Random) -> list[Lesson]:
    """The single sentences among examples, each packed with others, differently each time."""
    alone = [example for example in examples if not example.article]
    chance.shuffle(alone)
    return [each for joined, paragraphs in packs(alone, chance) for each in cut(joined, paragraphs, tokenizer)]


def packs(examples: Iterable[Example], chance: random.Random) -> Iterator[tuple[Example, list[Ends]]]:
    """A few sentences after each other as paragraphs of one text."""
    waiting: list[Example] = []
    room = 0.0
    for example in examples:
        room -= len(example.text) / 4  # code points to a word piece, nearly
        if waiting and room < 0:
            yield packed(waiting)
            waiting = []
        if not waiting:
            room = chance.uniform(SHORTEST, LONGEST) - len(example.text) / 4
        waiting.append(example)
    if waiting:
        yield packed(waiting)


def packed(examples: Sequence[Example]) -> tuple[Example, list[Ends]]:
    at = 0
    paragraphs: list[Ends] = []
    answers: dict[str, tuple[Mark, ...]] = {}
    for example in examples:
        paragraphs.append((at, at + len(example.text)))
        for head, marks in example.answers.items():
            moved = tuple((start + at, stop + at, label) for start, stop, label in marks)
            answers[head] = (*answers.get(head, ()), *moved)
        at += len(example.text) + 1
    return Example("\n".join(example.text for example in examples), answers, "", article=False), paragraphs


def cut(example: Example, paragraphs: Iterable[Ends], tokenizer: Tokenizer) -> Iterator[Lesson]:
    for window in windows(example.text, paragraphs, tokenizer):
        answers = {
            h.name: ANSWERS[h.kind](window, h, example.answers[h.name]) for h in HEADS if h.name in example.answers
        }
        if any(answers.values()):
            yield Lesson(window, answers)


def inside(window: Window, start: int, stop: int) -> list[int]:
    """The pieces of a window that touch a place."""
    return [
        at
        for at, (a, b) in enumerate(zip(window.starts, window.stops, strict=True))
        if a >= 0 and a < stop and start < b
    ]


def marked(window: Window, head: Head, marks: Sequence[Mark]) -> list[int]:
    found = [NOTHING] * len(window.pieces)
    for start, stop, label in marks:
        for at in inside(window, start, stop):
            found[at] = head.outputs.index(label)
    return found if any(label != NOTHING for label in found) else []


def worded(window: Window, head: Head, marks: Sequence[Mark]) -> list[int]:
    found = [0 if begins else NOTHING for begins in window.begins]
    for start, stop, label in marks:
        words = [at for at in inside(window, start, stop) if window.begins[at]]
        for begins, at in zip("B" + "I" * len(words), words, strict=False):
            found[at] = head.outputs.index(f"{begins}-{label}")
    return found


def valued(window: Window, head: Head, marks: Sequence[Mark]) -> list[tuple[int, float]]:
    return [(at[0], number) for start, stop, number in marks if (at := inside(window, start, stop))]


def tied(window: Window, head: Head, links: Sequence[Any]) -> list[tuple[int, Ends, list[Ends]]]:
    """Each link with the ends it may go to; the first piece of the window stands for "to none"."""
    found = []
    for relation, one, other in links:
        if ends := ends_of(window, one):
            right = (ends_of(window, other) if other else None) or (0, 0)
            others = {ends_of(window, each) for name, _, each in links if name == relation and each}
            rest = sorted({*others, (0, 0)} - {right, None}, key=str)
            found.append((head.labels.index(relation), ends, [right, *rest]))
    return found


def ends_of(window: Window, span: Ends) -> Ends | None:
    pieces = inside(window, *span)
    return (pieces[0], pieces[-1]) if pieces else None


ANSWERS = {"marks": marked, "words": worded, "value": valued, "links": tied}
