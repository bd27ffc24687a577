"""`python -m training.certain DATA` learns how likely events are right whole, and writes data/certain.tsv.

Learned of sides.jsonl: of events of articles the right type, or none, and by side the words with country and sector,
"?" for a code that readers left open; judged by reading, kept as ids and offsets. Each article is read by weights that
`training.acts`, which comes first, learned of the other folds and left in build/. Prints of models that learned of the
other articles, five folds, how often a right event is told more surely than a wrong one, and what is right from each
confidence on.
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

from crosswire.claims.certain import shares, signs
from crosswire.claims.coded import Sides, coded
from crosswire.claims.likely import kept_in
from crosswire.records import Actor, Cited, Event, Span
from training.acts import FOLDS, file_of, fold_of, marked_articles
from training.coded import MARKS, OPEN, read_of
from training.coded import learned as learned_of_sides
from training.coded import lessons_of as sides_in

OUT = Path(__file__).parents[1] / "src/crosswire/data/certain.tsv"
HEAD = "# made by training.certain from sides.jsonl: how much each sign adds to the odds that an event is right"
RAREST = 15  # times a sign must be seen
RIDGE = 10.0
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
    lessons = list(lessons_of(parser.parse_args().data))
    likely = np.zeros(len(lessons))
    for fold in range(FOLDS):
        weights = learned([each for each in lessons if fold_of(each.article) != fold])
        for at, each in enumerate(lessons):
            if fold_of(each.article) == fold:
                likely[at] = share_of(each, weights)
    right = np.array([each.right for each in lessons])
    print(json.dumps({"events": len(lessons), "right": round(right.mean(), 3), "ranked": ranked(likely, right)}))
    for least in np.arange(0.2, 0.8, 0.05):
        told = likely >= least
        print(json.dumps({"from": round(least, 2), "told": int(told.sum()), "right": round(right[told].mean(), 3)}))
    weights = learned(lessons)
    rows = (f"{sign}\t{weight:.3f}" for sign, weight in weights.items())
    OUT.write_text("\n".join((HEAD, "sign\tweight", *rows, "")), "utf-8")


def lessons_of(data: Path) -> Iterator[Lesson]:
    """Of the judged articles, each read and coded by weights that were learned of the others."""
    acts = [kept_in(file_of(fold)) for fold in range(FOLDS)]
    read = [
        (article, read_of(article, acts[fold_of(article.id)]), marked)
        for article, marked in marked_articles(data, MARKS)
    ]
    sides = [lesson for article, report, marked in read for lesson in sides_in(article.id, report, marked)]
    known = [learned_of_sides([each for each in sides if fold_of(each.article) != fold]) for fold in range(FOLDS)]
    for article, report, marked in read:
        named: dict[str, list[Span]] = {}
        for mention in report.read.mentions:
            named.setdefault(report.read.actors[mention.chain].name, []).append(mention.span)
        for event, codes in coded(*report.read, known[fold_of(article.id)]):
            words = " ".join(f"{span.start}-{span.stop}" for span in event.type.spans)
            if words in marked:
                told = tuple(signs(event, article.text))
                yield Lesson(article.id, event.confidence or 0.0, codes, told, is_right(event, marked[words], named))


def is_right(event: Event, marked: Marked, named: Mapping[str, Sequence[Span]]) -> bool:
    """Whether the type is right, and all sides with their codes and no others; `named` has where somebody is named."""
    if event.type.value != marked[0]:
        return False
    actors, recipients = marked[1:]
    together = not event.recipients and {*recipients.split()} <= {*actors.split()}  # what all do to each other
    return are_right(event, event.actors, actors, named) and (
        together or are_right(event, event.recipients, recipients, named)
    )


def are_right(event: Event, told: Sides, marked: str, named: Mapping[str, Sequence[Span]]) -> bool:
    """Whether each side told is one that is marked, and each that is marked is told; words may name several.

    The court that "convicted" alone tells of, the police of "arrested", may be named anywhere.
    """
    right = [each.split(":") for each in marked.split()]
    pairs = [
        (each, at)
        for each in told
        for at, (words, *codes) in enumerate(right)
        if are_codes(each, codes) and (each.spans[0] in event.type.spans or is_named(each, words, named))
    ]
    return {id(each) for each, _ in pairs} == {*map(id, told)} and {at for _, at in pairs} == {*range(len(right))}


def are_codes(side: Cited[Actor], codes: Sequence[str]) -> bool:
    own = (side.value.country or "", side.value.sector or "")
    return all(code in {OPEN, told} for code, told in zip(codes, own, strict=True))


def is_named(side: Cited[Actor], words: str, named: Mapping[str, Sequence[Span]]) -> bool:
    """Whether marked words are those told, or name the same elsewhere: "he" is whom the report calls by name."""
    start, stop = map(int, words.split("-"))
    spans = (side.spans[0], *named.get(side.value.name, ()))
    return any(span.start < stop and start < span.stop for span in spans)


def learned(lessons: Sequence[Lesson]) -> Mapping[str, float]:
    """The weight of how sure words and codes are, and of each sign, by logistic regression in Newton's steps."""
    met = Counter(sign for each in lessons for sign in each.signs)
    names = [*shares(0.5, 0.5), *sorted(sign for sign, times in met.items() if times >= RAREST)]
    rows = np.array([row_of(each, names) for each in lessons])
    gold, weights = np.array([each.right for each in lessons], float), np.zeros(len(names))
    for _ in range(NEWTON):
        share = 1 / (1 + np.exp(-rows @ weights))
        bend = (rows.T * (share * (1 - share))) @ rows + RIDGE * np.eye(len(names))
        weights += np.linalg.solve(bend, rows.T @ (gold - share) - RIDGE * weights)
    return dict(zip(names, weights.tolist(), strict=True))


def row_of(lesson: Lesson, names: Sequence[str]) -> list[float]:
    told, times = shares(lesson.sure, lesson.codes), Counter(lesson.signs)
    return [told[name] if name in told else float(times[name]) for name in names]


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
