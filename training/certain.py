"""`python -m training.certain DATA` learns how likely events are right whole, and writes data/certain.tsv.

Learned of sides.jsonl: of events of articles the right type, or none, and by side the words with country and sector,
"?" for a code that readers left open; judged by reading, kept as ids and offsets; and of our own cases. Prints of
models that learned of the other articles, five folds, how often a right event is told more surely than a wrong one,
and what is right from each confidence on.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosswire.claims.certain import logit, signs
from crosswire.claims.coded import coded
from crosswire.reading import all_prose
from crosswire.records import Actor, Cited, Event
from training.acts import CASES, marked_articles
from training.coded import FOLDS, MARKS, OPEN, fold_of, read_of, touches
from training.coded import learned as learned_of_sides
from training.coded import lessons_of as sides_in

OUT = Path(__file__).parents[1] / "src/crosswire/data/certain.tsv"
HEAD = "# made by training.certain from sides.jsonl: how much each sign adds to the odds that an event is right"
RAREST = 15  # times a sign must be seen
RIDGE = 10.0
TURNS = 2  # of the cases
NEWTON = 12  # steps

Marked = Sequence[str]  # the right type, and the right actors and recipients


class Lesson(NamedTuple):
    """An event with the signs of it, how sure its words and its codes were, and whether it is right."""

    article: str
    sure: float
    codes: float
    signs: tuple[str, ...]
    right: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    lessons, cases = list(lessons_of(parser.parse_args().data)), TURNS * list(of_cases())
    shares = np.zeros(len(lessons))
    for fold in range(FOLDS):
        weights = learned([*(each for each in lessons if fold_of(each.article) != fold), *cases])
        for at, each in enumerate(lessons):
            if fold_of(each.article) == fold:
                shares[at] = share_of(each, weights)
    right = np.array([each.right for each in lessons])
    print(json.dumps({"events": len(lessons), "right": round(right.mean(), 3), "ranked": ranked(shares, right)}))
    for least in np.arange(0.2, 0.8, 0.05):
        told = shares >= least
        print(json.dumps({"from": round(least, 2), "told": int(told.sum()), "right": round(right[told].mean(), 3)}))
    weights = learned([*lessons, *cases])
    rows = (f"{sign}\t{weight:.3f}" for sign, weight in weights.items())
    OUT.write_text("\n".join((HEAD, "sign\tweight", *rows, "")), "utf-8")


def lessons_of(data: Path) -> Iterator[Lesson]:
    """Of the judged articles, each coded by weights that were learned of the others."""
    read = [(article, read_of(article), marked) for article, marked in marked_articles(data, MARKS)]
    sides = [lesson for article, report, marked in read for lesson in sides_in(article.id, report, marked)]
    known = [learned_of_sides([each for each in sides if fold_of(each.article) != fold]) for fold in range(FOLDS)]
    for article, report, marked in read:
        for event, codes in coded(*report.read, known[fold_of(article.id)]):
            words = " ".join(f"{span.start}-{span.stop}" for span in event.type.spans)
            if words in marked:
                told = tuple(signs(event, article.text))
                yield Lesson(article.id, event.confidence or 0.0, codes, told, is_right(event, marked[words]))


def of_cases() -> Iterator[Lesson]:
    """The events of our own cases: right where one of the type is told there."""
    for name in ("events", "sizes"):
        for file in sorted((CASES / name).glob("*.txt")):
            for block in file.read_text("utf-8").strip().split("\n\n"):
                text, *told = (line for line in block.splitlines() if not line.startswith("#"))
                for event, codes in coded(*read_of(all_prose(text)).read):
                    right = name == "sizes" or any(line.startswith(event.type.value) for line in told)
                    yield Lesson(text, event.confidence or 0.0, codes, tuple(signs(event, text)), right)


def is_right(event: Event, marked: Marked) -> bool:
    """Whether the type is right, and all sides with their codes and no others."""
    type, *sides = marked
    return event.type.value == type and all(map(are_right, (event.actors, event.recipients), sides))


def are_right(told: Sequence[Cited[Actor]], marked: str) -> bool:
    right = [each.split(":") for each in marked.split()]
    pairs = [(each, *codes) for each in told for words, *codes in right if touches(each, words)]
    found = {id(each) for each, *_ in pairs}
    reached = all(any(touches(each, words) for each in told) for words, *_ in right)
    fitting = all(
        code == OPEN or code == (own or "")
        for each, *codes in pairs
        for code, own in zip(codes, (each.value.country, each.value.sector), strict=True)
    )
    return reached and fitting and all(id(each) in found for each in told)


def learned(lessons: Sequence[Lesson]) -> Mapping[str, float]:
    """The weight of how sure words and codes are, and of each sign, by logistic regression in Newton's steps."""
    met = Counter(sign for each in lessons for sign in each.signs)
    names = ["sure", "codes", *sorted(sign for sign, times in met.items() if times >= RAREST)]
    rows = np.array([row_of(each, names) for each in lessons])
    gold, weights = np.array([each.right for each in lessons], float), np.zeros(len(names))
    for _ in range(NEWTON):
        share = 1 / (1 + np.exp(-rows @ weights))
        bend = (rows.T * (share * (1 - share))) @ rows + RIDGE * np.eye(len(names))
        weights += np.linalg.solve(bend, rows.T @ (gold - share) - RIDGE * weights)
    return dict(zip(names, weights.tolist(), strict=True))


def row_of(lesson: Lesson, names: Sequence[str]) -> list[float]:
    times = Counter(lesson.signs)
    return [logit(lesson.sure), logit(lesson.codes), *(float(times[name]) for name in names[2:])]


def share_of(lesson: Lesson, weights: Mapping[str, float]) -> float:
    names = list(weights)
    odds = np.dot(row_of(lesson, names), [weights[name] for name in names])
    return float(1 / (1 + np.exp(-odds)))


def ranked(shares: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Of all pairs of a right and a wrong event, in how many the right one is surer."""
    apart = shares[right][:, None] - shares[~right][None]
    return round(float(((apart > 0) + (apart == 0) / 2).mean()), 3)


if __name__ == "__main__":
    main()
