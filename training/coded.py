"""`python -m training.coded DATA` learns of which country and sector sides of events are, and writes data/coded.npz.

Learned of sides.jsonl: by side of an event the words with country and sector, "?" for a code that readers left open;
judged by reading, kept as ids and offsets. What is asked and what tells it is what `crosswire.claims.coded` asks.
Prints the shares right before and after in a fifth of the articles, of weights that were learned of the others.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, embedding_bag

from crosswire.claims.attribution import attribute
from crosswire.claims.coded import Weights, country_signs, likeliest, placed, scene_of, sector_signs, sides_of
from crosswire.claims.events import code_events
from crosswire.claims.quotes import find_quotes
from crosswire.language.amounts import find_amounts
from crosswire.language.mentions import find_mentions
from crosswire.language.parse import parse, prose
from crosswire.language.places import find_places
from crosswire.language.times import find_times
from crosswire.model import look
from crosswire.records import Actor, Article, Cited, Event, Mention, Place
from training.acts import marked_articles

MARKS = Path(__file__).parent / "sides.jsonl"
OUT = Path(__file__).parents[1] / "src/crosswire/data/coded.npz"
FOLDS = 5
RAREST = 4  # times a sign must be seen
RIDGE = 2.0
STEPS = 100
OPEN = "?"
ROLES = ("actor", "recipient")


class Lesson(NamedTuple):
    """A side with what tells its codes, the codes it had before, and the right ones, None where they are open."""

    article: str
    before: tuple[str, str]
    country: Mapping[str, Sequence[str]]
    sector: Sequence[str]
    right: tuple[str | None, str | None]


class Read(NamedTuple):
    """What is read of an article up to the events, which are not coded yet."""

    events: tuple[Event, ...]
    places: tuple[Cited[Place], ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    text: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    articles = marked_articles(parser.parse_args().data, MARKS)
    lessons = [lesson for article, marked in articles for lesson in lessons_of(article.id, read_of(article), marked)]
    asked: list[tuple[Lesson, tuple[str, str]]] = []
    for fold in range(FOLDS):
        known = learned([each for each in lessons if fold_of(each.article) != fold])
        asked += [(each, answer(each, known)) for each in lessons if fold_of(each.article) == fold]
    for at, question in enumerate(("country", "sector")):
        those = [(each.right[at], each.before[at], found[at]) for each, found in asked if each.right[at] is not None]
        before, after = (sum(pair[0] == pair[told] for pair in those) / len(those) for told in (1, 2))
        print(json.dumps({question: len(those), "before": round(before, 3), "right": round(after, 3)}), flush=True)
    kept = learned(lessons)
    np.savez_compressed(
        OUT,
        sectors=np.array(kept.sectors),
        sector_signs=np.array(list(kept.of_sector)),
        of_sector=np.array(list(kept.of_sector.values()), np.float16),
        country_signs=np.array(list(kept.of_country)),
        of_country=np.array(list(kept.of_country.values()), np.float16),
    )


def lessons_of(article: str, read: Read, marked: Mapping[str, Sequence[str]]) -> Iterator[Lesson]:
    """The sides of an article's events whose codes were judged."""
    scene = scene_of(*read)
    for event in read.events:
        type, *gold = marked.get(" ".join(f"{span.start}-{span.stop}" for span in event.type.spans), ("none",))
        for role, side in sides_of(event) if type != "none" else ():
            codes = {tuple(rest) for words, *rest in stated(gold[ROLES.index(role)]) if touches(side, words)}
            if len(codes) == 1:
                country, sector = codes.pop()
                yield Lesson(
                    article,
                    (side.value.country or "", side.value.sector or ""),
                    country_signs(side, role, event, scene),
                    tuple(sector_signs(side, role, event, scene)),
                    (None if country == OPEN else country, None if sector == OPEN else sector),
                )


def stated(marked: str) -> Iterator[list[str]]:
    yield from (each.split(":") for each in marked.split())


def touches(side: Cited[Actor], words: str) -> bool:
    start, stop = map(int, words.split("-"))
    return side.spans[0].start < stop and start < side.spans[0].stop


def read_of(article: Article) -> Read:
    sight = look(article.text, prose(article))
    sentences = parse(article, sight)
    mentions, actors = find_mentions(article, sentences)
    places = find_places(article, sentences, sight)
    times, amounts = find_times(article, sentences), find_amounts(article, sentences)
    statements = attribute(article, sentences, find_quotes(article), mentions, actors, places, sight)
    events, _ = code_events(article, sentences, mentions, actors, times, places, amounts, statements, sight)
    return Read(events, places, mentions, actors, article.text)


def learned(lessons: Sequence[Lesson]) -> Weights:
    """The weights of signs by logistic regression; of a country among those its report names, and none of them."""
    sectors = sorted({each.right[1] for each in lessons if each.right[1] is not None})
    known = [(each.sector, sectors.index(each.right[1])) for each in lessons if each.right[1] is not None]
    signs = common(sign for own, _ in known for sign in own)
    bag, gold = Bag.of((own for own, _ in known), signs), torch.tensor([right for _, right in known])
    of_sector = fitted(len(signs), len(sectors), lambda weights: cross_entropy(bag(weights), gold, reduction="sum"))
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

    of_country = fitted(len(near), 1, loss)
    return Weights(
        tuple(sectors),
        dict(zip(signs, of_sector.numpy(), strict=True)),
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


def common(signs: Iterable[str]) -> Mapping[str, int]:
    """The signs seen often enough, with their numbers."""
    met = Counter(signs)
    return {sign: at for at, sign in enumerate(sorted(sign for sign, times in met.items() if times >= RAREST))}


def fitted(signs: int, answers: int, loss: Callable[[Tensor], Tensor]) -> Tensor:
    weights = torch.zeros(signs, answers, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def step() -> Tensor:
        optimizer.zero_grad()
        total = loss(weights) + RIDGE * weights.square().sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimizer.step(step)  # type: ignore[no-untyped-call]
    return weights.detach()


def answer(lesson: Lesson, known: Weights) -> tuple[str, str]:
    """Country and sector as they are told by these weights."""
    return lesson.before[0] or likeliest(lesson.country, known)[0], placed(lesson.before[1], lesson.sector, known)[0]


def fold_of(article: str) -> int:
    return crc32(article.encode()) % FOLDS


if __name__ == "__main__":
    main()
