"""`python -m training.contexts DATA` learns which contexts acts are filed under, and writes data/contexts.npz.

Learned of contexts.jsonl: of acts of articles the contexts, none where there are none; judged by reading, kept as ids
and offsets. What is asked and what tells it is what `crosswire.claims.contexts` asks. Prints the shares of acts that
have just the right contexts, and of the contexts told those that are right and of the right ones those told, in a fifth
of the articles, by weights that were learned of the others.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from crosswire.claims.contexts import Weights, likely, named_in, naming, report_signs, seen_of, signs, summed
from crosswire.knowledge.ontology import contexts
from training.acts import FOLDS, fold_of, marked_articles
from training.coded import Bag, common, fitted, read_of

MARKS = Path(__file__).parent / "contexts.jsonl"
OUT = Path(__file__).parents[1] / "src/crosswire/data/contexts.npz"
CONTEXTS = tuple(contexts())
RAREST = 10  # times a sign must be seen
RIDGE, NAMING_RIDGE, SEEN_RIDGE = 2.0, 1.0, 30.0


class Lesson(NamedTuple):
    """An act with the signs of every context, those of each by itself, what is seen of it, and the right ones."""

    article: str
    signs: tuple[str, ...]
    naming: tuple[tuple[str, ...], ...]
    seen: NDArray[Any]
    right: frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    lessons = list(lessons_of(parser.parse_args().data))
    told: list[tuple[frozenset[str], frozenset[str]]] = []
    for fold in range(FOLDS):
        weights = learned([each for each in lessons if fold_of(each.article) != fold])
        told += [(answer(each, weights), each.right) for each in lessons if fold_of(each.article) == fold]
    found, right, both = (sum(map(len, some)) for some in zip(*((a, b, a & b) for a, b in told), strict=True))
    figures = {"exact": sum(a == b for a, b in told) / len(told), "precision": both / found, "recall": both / right}
    print(json.dumps({"acts": len(told), **{name: round(share, 3) for name, share in figures.items()}}), flush=True)
    kept = learned(lessons)
    np.savez_compressed(
        OUT,
        contexts=np.array(kept.contexts),
        signs=np.array(list(kept.of_sign)),
        of_sign=np.array(list(kept.of_sign.values()), np.float16),
        naming_signs=np.array(list(kept.of_naming)),
        of_naming=np.array(list(kept.of_naming.values()), np.float16),
        of_seen=kept.of_seen.astype(np.float16),
    )


def lessons_of(data: Path) -> Iterator[Lesson]:
    for article, marked in marked_articles(data, MARKS):
        report = read_of(article)
        named, own = named_in(report.sentences), report_signs(report.sentences)
        starts = [sentence.start for sentence in report.sentences]
        for act in report.acts:
            words = " ".join(f"{span.start}-{span.stop}" for span in act.type.spans)
            if words in marked:
                at = bisect_right(starts, act.type.spans[0].start) - 1
                by_context = tuple(tuple(naming(context, act, at, named)) for context in CONTEXTS)
                told = (*signs(act, report.sentences[at]), *own)
                seen = seen_of(act, report.sentences[at], report.read.sight)
                if seen is not None:
                    yield Lesson(article.id, told, by_context, seen, frozenset(marked[words][0].split()))


def learned(lessons: Sequence[Lesson]) -> Weights:
    """The weights by logistic regression, each context by itself; a sign of naming is also one of all contexts."""
    known = common((sign for each in lessons for sign in each.signs), RAREST)
    bag = Bag.of((each.signs for each in lessons), known)
    namings = common((sign for each in lessons for own in each.naming for sign in own), RAREST)
    gold = torch.tensor([[float(context in each.right) for context in CONTEXTS] for each in lessons])
    rows = torch.tensor([[[namings.get(s, len(namings)) for s in own] for own in each.naming] for each in lessons])
    places = torch.arange(len(CONTEXTS))[:, None].expand(rows.shape)
    seen = torch.tensor(np.stack([each.seen for each in lessons]))

    def loss(of_sign: Tensor, of_naming: Tensor, of_all: Tensor, of_seen: Tensor) -> Tensor:
        odds = bag(of_sign) + seen @ of_seen + (of_naming[rows, places] + of_all[rows, 0]).sum(-1)
        return binary_cross_entropy_with_logits(odds, gold, reduction="sum")

    width, count = seen.shape[1], len(CONTEXTS)
    shapes = (len(known), count), (len(namings) + 1, count), (len(namings) + 1, 1), (width, count)
    ridges = (RIDGE, NAMING_RIDGE, NAMING_RIDGE, SEEN_RIDGE)
    of_sign, of_naming, of_all, of_seen = fitted(shapes, ridges, loss)
    return Weights(
        CONTEXTS,
        dict(zip(known, of_sign.numpy(), strict=True)),
        dict(zip(namings, (of_naming + of_all).numpy()[: len(namings)], strict=True)),
        of_seen.numpy(),
    )


def answer(lesson: Lesson, weights: Weights) -> frozenset[str]:
    return frozenset(likely(summed(lesson.signs, lesson.naming, lesson.seen, weights)))


if __name__ == "__main__":
    main()
