"""`python -m training.coded DATA` learns of which country and sector sides of events are, and writes data/coded.npz.

Learned of sides.jsonl: by side of an act the words with country and sector, "?" for a code that readers left open;
judged by reading, kept as ids and offsets. What is asked and what tells it is what `crosswire.claims.coded` asks, of
acts that are told and of those that are not. Prints the shares right before and after of those that are told, in a
fifth of the articles, of weights that were learned of the others.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy, embedding_bag

from crosswire.claims.coded import (
    Weights,
    country_signs,
    likeliest,
    own_sector,
    placed,
    scene_of,
    sector_signs,
    seen_of,
    sides_of,
)
from crosswire.claims.decided import decided, place, weighed
from crosswire.claims.events import recorded
from crosswire.claims.likely import Weights as ActWeights
from crosswire.language.amounts import find_amounts
from crosswire.model import Sight
from crosswire.records import Actor, Article, Cited, Event, Mention, Place
from crosswire.syntax import Sentence
from training.acts import FOLDS, drafts_of, fold_of, marked_articles

MARKS = Path(__file__).parent / "sides.jsonl"
OUT = Path(__file__).parents[1] / "src/crosswire/data/coded.npz"
RAREST = 4  # times a sign must be seen
RIDGE, SEEN_RIDGE = 2.0, 10.0
STEPS = 100
OPEN = "?"
ROLES = ("actor", "recipient")


class Lesson(NamedTuple):
    """A side with what tells its codes, the codes it had before, and the right ones, None where they are open."""

    article: str
    told: bool
    before: tuple[str, str | None]
    country: Mapping[str, Sequence[str]]
    sector: Sequence[str]
    seen: NDArray[Any]
    right: tuple[str | None, str | None]


class Read(NamedTuple):
    """What is read of an article up to the events that it tells, which are not coded yet."""

    events: tuple[Event, ...]
    places: tuple[Cited[Place], ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    text: str
    sight: Sight


class Report(NamedTuple):
    """What is read of an article, its sentences, and all acts that it may tell."""

    read: Read
    sentences: tuple[Sentence, ...]
    acts: tuple[Event, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    articles = marked_articles(parser.parse_args().data, MARKS)
    lessons = [lesson for article, marked in articles for lesson in lessons_of(article.id, read_of(article), marked)]
    asked: list[tuple[Lesson, tuple[str, str]]] = []
    for fold in range(FOLDS):
        known = learned([each for each in lessons if fold_of(each.article) != fold])
        asked += [(each, answer(each, known)) for each in lessons if each.told and fold_of(each.article) == fold]
    for at, question in enumerate(("country", "sector")):
        judged = [(each, found) for each, found in asked if each.right[at] is not None]
        those = [(each.right[at], each.before[at] or "", found[at]) for each, found in judged]
        before, after = (sum(pair[0] == pair[told] for pair in those) / len(those) for told in (1, 2))
        print(json.dumps({question: len(those), "before": round(before, 3), "right": round(after, 3)}), flush=True)
    kept = learned(lessons)
    np.savez_compressed(
        OUT,
        sectors=np.array(kept.sectors),
        sector_signs=np.array(list(kept.of_sector)),
        of_sector=np.array(list(kept.of_sector.values()), np.float16),
        of_seen=kept.of_seen.astype(np.float16),
        country_signs=np.array(list(kept.of_country)),
        of_country=np.array(list(kept.of_country.values()), np.float16),
    )


def lessons_of(article: str, report: Report, marked: Mapping[str, Sequence[str]]) -> Iterator[Lesson]:
    """The sides of an article's acts whose codes were judged."""
    scene, told = scene_of(*report.read), {event.id for event in report.read.events}
    for event in report.acts:
        type, *gold = marked.get(" ".join(f"{span.start}-{span.stop}" for span in event.type.spans), ("none",))
        for role, side in sides_of(event) if type != "none" else ():
            codes = {tuple(rest) for words, *rest in stated(gold[ROLES.index(role)]) if touches(side, words)}
            seen = seen_of(side, scene)
            if len(codes) == 1 and seen is not None:
                country, sector = codes.pop()
                yield Lesson(
                    article,
                    event.id in told,
                    (side.value.country or "", own_sector(side.value)),
                    country_signs(side, role, event, scene),
                    tuple(sector_signs(side, role, event, scene)),
                    seen,
                    (None if country == OPEN else country, None if sector == OPEN else sector),
                )


def stated(marked: str) -> Iterator[list[str]]:
    yield from (each.split(":") for each in marked.split())


def touches(side: Cited[Actor], words: str) -> bool:
    start, stop = map(int, words.split("-"))
    return side.spans[0].start < stop and start < side.spans[0].stop


def read_of(article: Article, weights: ActWeights | None = None) -> Report:
    """An article as it is read today, or by other weights of its acts."""
    found = drafts_of(article)
    here, sight = found.here, found.sight
    drafts = [
        *((each, None) for each in found.told),
        *((each.told, each.reason) for each in found.refused if each.told),
    ]
    every = [each for act, reason in drafts if (each := weighed(act, reason, here, sight, weights))]
    every.sort(key=lambda each: place(each.told.trigger))
    kept, _ = decided(found.told, found.refused, here, len(found.sentences), sight, weights)
    amounts = find_amounts(article, found.sentences)
    events, acts = (
        recorded(those, here, article, found.sentences, found.times, found.places, amounts, found.statements, sight)
        for those in (kept, every)
    )
    read = Read(events, found.places, found.mentions, found.actors, article.text, sight)
    return Report(read, found.sentences, acts)


def learned(lessons: Sequence[Lesson]) -> Weights:
    """The weights of signs by logistic regression; of a country among those its report names, and none of them."""
    sectors = sorted({each.right[1] for each in lessons if each.right[1] is not None})
    known = [each for each in lessons if each.right[1] is not None]
    signs = common(sign for each in known for sign in each.sector)
    bag, seen = Bag.of((each.sector for each in known), signs), torch.tensor(np.stack([each.seen for each in known]))
    gold = torch.tensor([sectors.index(each.right[1] or "") for each in known])

    def loss_of_sectors(of_signs: Tensor, of_seen: Tensor) -> Tensor:
        return cross_entropy(bag(of_signs) + seen @ of_seen, gold, reduction="sum")

    shapes = ((len(signs), len(sectors)), (seen.shape[1], len(sectors)))
    of_sector, of_seen = fitted(shapes, (RIDGE, SEEN_RIDGE), loss_of_sectors)
    housed = [(each.country, each.right[0]) for each in lessons if not each.before[0] and each.right[0] in each.country]
    near = common(sign for asked, _ in housed for own in asked.values() for sign in own)
    rows = Bag.of((own for asked, _ in housed for own in asked.values()), near)
    counts = [len(asked) for asked, _ in housed]
    which = torch.repeat_interleave(torch.arange(len(housed)), torch.tensor(counts))
    firsts = np.cumsum([0, *counts[:-1]])
    right = torch.tensor([first + list(asked).index(one) for first, (asked, one) in zip(firsts, housed, strict=True)])

    def loss(weights: Tensor) -> Tensor:
        odds = rows(weights)[:, 0]
        return (torch.zeros(len(housed)).scatter_add(0, which, odds.exp()).log() - odds[right]).sum()

    (of_country,) = fitted(((len(near), 1),), (RIDGE,), loss)
    return Weights(
        tuple(sectors),
        dict(zip(signs, of_sector.numpy(), strict=True)),
        of_seen.numpy(),
        dict(zip(near, of_country[:, 0].tolist(), strict=True)),
    )


class Bag(NamedTuple):
    """Rows of signs by number, one after another."""

    signs: Tensor
    starts: Tensor

    @staticmethod
    def of(rows: Iterable[Sequence[str]], known: Mapping[str, int]) -> Bag:
        numbers = [[known[sign] for sign in row if sign in known] for row in rows]
        starts = np.cumsum([0, *map(len, numbers)])[:-1]
        return Bag(torch.tensor([*chain.from_iterable(numbers)], dtype=torch.long), torch.tensor(starts))

    def __call__(self, weights: Tensor) -> Tensor:
        """The sum of the weights of each row."""
        return embedding_bag(self.signs, weights, self.starts, mode="sum")


def common(signs: Iterable[str], rarest: int = RAREST) -> Mapping[str, int]:
    """The signs seen often enough, with their numbers."""
    met = Counter(signs)
    return {sign: at for at, sign in enumerate(sorted(sign for sign, times in met.items() if times >= rarest))}


def fitted(
    shapes: Sequence[tuple[int, int]], ridges: Sequence[float], loss: Callable[..., Tensor]
) -> tuple[Tensor, ...]:
    """The weights of least loss, each with its ridge."""
    weights = [torch.zeros(shape, requires_grad=True) for shape in shapes]
    optimizer = torch.optim.LBFGS(weights, max_iter=STEPS, line_search_fn="strong_wolfe")

    def step() -> Tensor:
        optimizer.zero_grad()
        ridge = sum(much * each.square().sum() for much, each in zip(ridges, weights, strict=True))
        total = loss(*weights) + ridge
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimizer.step(step)  # type: ignore[no-untyped-call]
    return tuple(each.detach() for each in weights)


def answer(lesson: Lesson, known: Weights) -> tuple[str, str]:
    """Country and sector as they are told by these weights."""
    country = lesson.before[0] or likeliest(lesson.country, known)[0]
    return country, placed(lesson.before[1], lesson.sector, lesson.seen, known)[0]


if __name__ == "__main__":
    main()
