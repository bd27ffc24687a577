"""`python -m training.settings DATA` learns where and when acts were, and writes data/settings.npz.

Learned of settings.jsonl: of some acts of articles the words for the place and for the time, or none where the article
does not tell; marked by reading, kept as ids and offsets. What is asked is what `crosswire.claims.settled` asks.
Prints the shares right in a fifth of the articles, by rule and by models that learned of the others.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from crosswire.claims.decided import decided
from crosswire.claims.links import Setting, own_day, settings
from crosswire.claims.settled import Asked, Weights, likelier, report_of, seen_of, weighed, when, where
from crosswire.reading import all_prose
from crosswire.records import Article, Cited
from training.acts import CASES, FOLDS, TURNS, Stretch, bags, descend, drafts_of, fold_of, marked_articles, stretches

MARKS = Path(__file__).parent / "settings.jsonl"
OUT = Path(__file__).parents[1] / "src/crosswire/data/settings.npz"
PUBLISHED = date(2024, 5, 8)  # of the cases
QUESTIONS = ("place", "time")
EPOCHS, SIZE = 8, 32
RATE, SIGN_RATE = 1e-3, 1e-2
WIDTH = 16  # numbers by which the words of an act are held against those of a place
DROPPED = 0.3
RAREST = 4  # times a sign must be seen


class Lesson(NamedTuple):
    """What is asked of an act, what the reader model sees, and the right candidates: 0 for none of them."""

    article: str
    asked: Asked[Any]
    seen: NDArray[Any]
    right: tuple[int, ...]
    by_rule: bool  # whether the rules have it right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    lessons, cases = lessons_of(parser.parse_args().data), of_cases()
    kept: dict[str, NDArray[Any]] = {}
    for question, own in lessons.items():
        answers = []
        for fold in range(FOLDS):
            weights = learned([each for each in (*own, *TURNS * cases[question]) if fold_of(each.article) != fold])
            answers += [(each, answer(each, weights)) for each in own if fold_of(each.article) == fold]
        told = [right for _, (given, right) in answers if given]
        figures = {
            "acts": len(own),
            "right_by_rule": round(sum(each.by_rule for each in own) / len(own), 3),
            "right": round(sum(right for _, (_, right) in answers) / len(own), 3),
            "told": len(told),
            "told_right": round(sum(told) / len(told), 3),
        }
        print(json.dumps({"question": question, **figures}), flush=True)
        known = learned([*own, *TURNS * cases[question]])
        kept |= {f"{question}_{name}": array.astype(np.float16) for name, array in known.arrays.items()}
        kept[f"{question}_signs"] = np.array(list(known.signs.values()), np.float16)
        kept[f"{question}_names"] = np.array(list(known.signs))
    np.savez_compressed(OUT, **kept)


def lessons_of(data: Path) -> Mapping[str, list[Lesson]]:
    """What is marked of the articles, as it is asked today, by question."""
    lessons: dict[str, list[Lesson]] = {question: [] for question in QUESTIONS}
    for article, marked in marked_articles(data, MARKS):
        for question, found in of_article(article, marked):
            lessons[question].append(found)
    return lessons


def of_cases() -> Mapping[str, list[Lesson]]:
    """Of the acts that our own cases tell the place and the day that the rules give them."""
    lessons: dict[str, list[Lesson]] = {question: [] for question in QUESTIONS}
    for file in sorted(CASES.glob("events/*.txt")):
        for block in file.read_text("utf-8").strip().split("\n\n"):
            text = next(line for line in block.splitlines() if not line.startswith("#"))
            for each in asked_of(msgspec.structs.replace(all_prose(text), published=PUBLISHED)):
                spans = each.rule.spans[:1] if each.rule else ()
                right = right_of(each.asked, [(span.start, span.stop) for span in spans])
                lessons[each.question].append(Lesson(text, each.asked, each.seen, right, by_rule=True))
    return lessons


def of_article(article: Article, marked: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Lesson]]:
    for each in asked_of(article):
        marks = dict(zip(QUESTIONS, marked.get(each.words, ()), strict=False))
        if each.question in marks:
            right = right_of(each.asked, stretches(marks[each.question]))
            alike = any(each.asked.candidates[at - 1].value == each.rule for at in right if at)
            ruled = alike if each.rule else 0 in right
            yield each.question, Lesson(article.id, each.asked, each.seen, right, ruled)


class Question(NamedTuple):
    """What is asked of the words of an act, with what the reader model sees and the answer of the rules."""

    words: str
    question: str
    asked: Asked[Any]
    seen: NDArray[Any]
    rule: Cited[Any] | None


def asked_of(article: Article) -> Iterator[Question]:
    """The place and the time of the acts of an article, of those that are told and of those that are not."""
    found = drafts_of(article)
    told = [each.told for each in decided(found.told, found.refused, found.here, len(found.sentences), found.sight)[0]]
    report = report_of(found.sentences, found.places, found.times, told, article.published, found.sight)
    known = {id(each.trigger) for each in told}
    others = (*found.told, *(each.told for each in found.refused if each.told))
    untold = [(each, Setting(each.place, own_day(each))) for each in others if id(each.trigger) not in known]
    for act, rule in (*zip(told, settings(told, found.here), strict=True), *untold):
        words = " ".join(f"{word.start}-{word.stop}" for word in act.trigger.words)
        for question, ask in zip(QUESTIONS, (where, when), strict=True):
            asked = ask(act, rule, report)
            seen = seen_of(asked, act, report)
            if seen is not None:
                yield Question(words, question, asked, seen, getattr(rule, question))


def right_of(asked: Asked[Any], mark: Sequence[Stretch]) -> tuple[int, ...]:
    """The candidates on the words marked and all that name the same, none where nothing is marked."""
    if not mark:
        return (0,)
    on = {each.key for each in asked.candidates if any(each.words.start < b and a < each.words.stop for a, b in mark)}
    return tuple(at for at, each in enumerate(asked.candidates, 1) if each.key in on)


class Settler(nn.Module):
    """The numbers of `crosswire.claims.settled`, to be learned."""

    def __init__(self, signs: int, width: int) -> None:
        super().__init__()
        self.ask, self.answer = nn.Linear(width, WIDTH), nn.Linear(width, WIDTH, bias=False)
        self.none = nn.Linear(width, 1, bias=False)
        self.signs = nn.EmbeddingBag(signs, 1, mode="sum")
        nn.init.zeros_(self.none.weight)
        nn.init.zeros_(self.signs.weight)
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, lessons: Sequence[Lesson], signs: dict[str, int]) -> list[Tensor]:
        """Of each lesson the numbers of none and of each candidate."""
        act = self.dropout(torch.tensor(np.stack([each.seen[0] for each in lessons])).float())
        others = self.dropout(torch.tensor(np.concatenate([each.seen[1:] for each in lessons])).float())
        counts = [len(each.asked.candidates) for each in lessons]
        asks = torch.repeat_interleave(self.ask(act), torch.tensor(counts), 0)
        near = ((asks * self.answer(others)).sum(-1) * WIDTH**-0.5).split(counts)
        rows = [row for each in lessons for row in signs_of(each.asked)]
        more = self.signs(*bags(rows, signs))[:, 0].split([1 + count for count in counts])
        none = self.none(act)
        return [torch.cat([n, words]) + signed for n, words, signed in zip(none, near, more, strict=True)]

    def weights(self, signs: dict[str, int]) -> Weights:
        """As `crosswire.claims.settled` reads them."""
        arrays = {
            "ask": self.ask.weight.T * WIDTH**-0.5,
            "ask_offset": self.ask.bias * WIDTH**-0.5,
            "answer": self.answer.weight.T,
            "none": self.none.weight[0],
        }
        own = dict(zip(signs, self.signs.weight[:, 0].tolist(), strict=True))
        return Weights({name: array.detach().numpy().copy() for name, array in arrays.items()}, own)


def signs_of(asked: Asked[Any]) -> tuple[tuple[str, ...], ...]:
    return asked.none, *(each.signs for each in asked.candidates)


def learned(lessons: Sequence[Lesson]) -> Weights:
    """Learns of the lessons that have an answer; the same ones give the same weights, to roundings."""
    torch.manual_seed(0)
    lessons = [each for each in lessons if each.right and each.asked.candidates]
    met = Counter(sign for each in lessons for row in signs_of(each.asked) for sign in row)
    signs = {sign: at for at, sign in enumerate(sorted(sign for sign, times in met.items() if times >= RAREST))}
    model = Settler(len(signs), lessons[0].seen.shape[1])
    rest = [each for each in model.parameters() if each is not model.signs.weight]
    groups = [{"params": rest, "lr": RATE}, {"params": [model.signs.weight], "lr": SIGN_RATE}]
    descend(groups, lessons, EPOCHS, SIZE, lambda batch: loss_of(model, batch, signs))
    return model.eval().weights(signs)


def loss_of(model: Settler, lessons: Sequence[Lesson], signs: dict[str, int]) -> Tensor:
    """Any of the right candidates will do."""
    scored = zip(lessons, model(lessons, signs), strict=True)
    losses = [scores.logsumexp(0) - scores[list(each.right)].logsumexp(0) for each, scores in scored]
    return torch.stack(losses).sum() / len(lessons)


def answer(lesson: Lesson, weights: Weights) -> tuple[bool, bool]:
    """Whether an act is given a place or time, and whether that is right."""
    asked = lesson.asked
    found = likelier(asked, weighed(asked, lesson.seen, weights)) if asked.candidates else None
    return found is not None, (0 if found is None else 1 + asked.candidates.index(found)) in lesson.right


if __name__ == "__main__":
    main()
