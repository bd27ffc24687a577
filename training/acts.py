"""`python -m training.acts DATA` learns how likely words tell an act and who is in it, and writes data/acts.npz.

Learned of acts.jsonl: of each article some words that the rules think may tell an act, of what type one is that
they tell or "none", the words for its sides, and its status; and of sides.jsonl, which holds where both speak, for its
readers had the whole article before them. Judged by reading, kept as ids and offsets. What is
asked and what is seen of it is what `crosswire.claims.likely` asks and sees. Prints the shares right in a fifth of the
articles, of models that learned of the others, and how sure these were is what confidence is reckoned from.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zlib import crc32

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from bench.texts import articles
from crosswire.claims.attribution import attribute
from crosswire.claims.cast import Cast
from crosswire.claims.decided import AHEAD, FEW, OPEN, least, parts_of, sides_of
from crosswire.claims.events import drafted
from crosswire.claims.likely import ROLES, Asked, Likely, Sides, Weights, asked_of, evidence, lies, likely
from crosswire.claims.quotes import find_quotes
from crosswire.claims.seen import YIELD
from crosswire.claims.told import Refused, Told
from crosswire.language.mentions import find_mentions
from crosswire.language.parse import parse, prose
from crosswire.language.places import find_places
from crosswire.language.times import find_times
from crosswire.model import Sight, look
from crosswire.reading import all_prose
from crosswire.records import Actor, Article, Cited, Mention, Place, Statement, Time
from crosswire.syntax import Sentence
from training.heads import ACTS, cameo, plover
from training.train import parts

T = TypeVar("T")

MARKS = tuple(Path(__file__).parent / name for name in ("acts.jsonl", "sides.jsonl"))
CASES = Path(__file__).parents[1] / "tests/cases"
TURNS = 4  # of the cases in an epoch
OUT = Path(__file__).parents[1] / "src/crosswire/data/acts.npz"
FOLDED = Path(__file__).parents[1] / "build"
FOLDS = 5
EPOCHS, SIZE = 8, 64
RATE, SIGN_RATE, WARM = 1e-3, 1e-2, 0.06
INNER, SIDE = 160, 64  # numbers between what is seen and the types, and by which words are held against words
SCALE = SIDE**-0.5
DROPPED = 0.3
NEWTON = 12  # steps
RAREST = 4  # times a sign must be seen
UNLEARNED = 0  # the fold of sentences that the shipped reader model was trained without
UNKNOWN = -100
NONE = ACTS.index("none")

Stretch = tuple[int, int]


class Judged(NamedTuple):
    """What readers say of some words: the type, and by role the words of the sides."""

    type: str
    sides: tuple[tuple[Stretch, ...], ...]


class Lesson(NamedTuple):
    """An act with what is asked of it, and the right answers: a type, and by role the candidates, 0 for nobody."""

    article: str
    told: Told
    asked: Asked
    here: Cast
    reason: str | None  # why the rules refuse it
    judged: Judged
    type: int
    right: tuple[tuple[int, ...], ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    lessons, beside = list(lessons_of(data)), [*of_sentences(data), *TURNS * list(of_cases())]
    acts = sum(each.type != NONE for each in lessons)
    print(f"{len(lessons)} judged, {acts} of them acts; {len(beside)} of marked sentences and cases", flush=True)
    weighed: list[tuple[Lesson, Likely]] = []
    for fold in range(FOLDS):
        weights = learned([each for each in (*lessons, *beside) if fold_of(each.article) != fold])
        keep(weights, file_of(fold))
        asked = [(each, likely(each.asked, weights)) for each in lessons if fold_of(each.article) == fold]
        print(json.dumps({"fold": fold, **shares(asked)}), flush=True)
        weighed += asked
    known = learned([*lessons, *beside])
    told = [(each, sides_of(each.told, found, each.here), found) for each, found in weighed]
    rows = [evidence(parts_of(each.told, sides, found), refused=each.reason is not None) for each, sides, found in told]
    right = [is_right(each, [side for side, _ in sides]) for each, sides, _ in told]
    reckoned = odds(rows, right)
    certain = (1 / (1 + math.exp(-np.dot(row, reckoned))) for row in rows)
    kept = [good for (each, *_), good, sure in zip(told, right, certain, strict=True) if sure >= asked_for(each)]
    ruled = [is_right(each, (each.told.actors, each.told.recipients)) for each, *_ in told if each.reason is None]
    for name, those in (("by rule", ruled), ("weighed", kept)):
        print(json.dumps({"told": name, "acts": len(those), "right": round(sum(those) / len(those), 3)}), flush=True)
    keep(Weights({**known.arrays, "sure": reckoned}, known.signs, known.types), OUT)


def keep(weights: Weights, file: Path) -> None:
    """As `crosswire.claims.likely` reads them."""
    file.parent.mkdir(exist_ok=True)
    halved = {name: array.astype(np.float16) for name, array in weights.arrays.items()}
    np.savez_compressed(file, **halved, signs=np.array(list(weights.signs)), types=np.array(weights.types))


def file_of(fold: int) -> Path:
    """Where the weights are that were learned of the articles of the other folds."""
    return FOLDED / f"acts-{fold}.npz"


def lessons_of(data: Path) -> Iterator[Lesson]:
    """What is judged of the articles, as it is asked today."""
    for article, marked in marked_articles(data, *MARKS):
        judged = {words: judged_as(words, type, sides[:2]) for words, (type, *sides) in marked.items()}
        yield from of_article(article, judged)


def judged_as(words: str, type: str, sides: Sequence[str]) -> Judged:
    """What is marked of an act; police whom its own words alone tell of are nobody in the sentence."""
    own = set(stretches(words))
    return Judged(type, tuple(tuple(each for each in stretches(side) if each not in own) for side in sides) or ((), ()))


def marked_articles(data: Path, *marks: Path) -> Iterator[tuple[Article, dict[str, list[str]]]]:
    """The articles that files of marks speak of, each with what the last of them says of words it marks there."""
    files: dict[str, dict[str, dict[str, list[str]]]] = {}
    for line in map(json.loads, chain.from_iterable(each.read_text("utf-8").splitlines() for each in marks)):
        own = files.setdefault(line["file"], {}).setdefault(line["id"], {})
        own.update({words: rest for words, *rest in line["acts"]})
    for file, marked in files.items():
        path = data / f"{file}.jsonl"
        names = [str(json.loads(line)["id"]) for line in path.read_text("utf-8").splitlines()]
        for name, article in zip(names, articles(path), strict=True):
            if name in marked:
                yield article, marked[name]


def of_sentences(data: Path) -> Iterator[Lesson]:
    """What is marked of the sentences that the reader model learned from: one act each, of others nothing is known."""
    for marked in (plover, cameo):
        for example in parts(list(marked(data)), UNLEARNED)[0]:
            sides = tuple(
                tuple((start, stop) for start, stop, side in example.answers["part"] if side in {role, "either"})
                for role in ROLES
            )
            types = {type for *_, type in example.answers.get("act", ())}
            acts = list(acts_of(all_prose(example.text)))
            for act, asked, here, reason in acts:
                type = YIELD.get(act.status.type, act.status.type)
                if type in types or (not types and len(acts) == 1):
                    judged = Judged(act.status.type, sides)
                    known = ACTS.index(type) if types else UNKNOWN
                    yield lesson(example.group, act, asked, here, reason, judged, known)


def of_cases() -> Iterator[Lesson]:
    """What our own cases tell: an act of a type that one names has the sides the rules give it; others are none.

    Of the cases of sizes every act that the rules tell is one.
    """
    for file in sorted(CASES.glob("*/*.txt")):
        for block in file.read_text("utf-8").strip().split("\n\n") if file.parent.name in {"events", "sizes"} else ():
            text, *told = (line for line in block.splitlines() if not line.startswith("#"))
            types = {line.split(" ")[0] for line in told} if file.parent.name == "events" else {*ACTS}
            for act, asked, here, reason in acts_of(all_prose(text)):
                sides = tuple(
                    tuple((span.start, span.stop) for each in own for span in each.spans)
                    for own in (act.actors, act.recipients)
                )
                type = act.status.type if act.status.type in types and reason is None else "none"
                yield lesson(text, act, asked, here, reason, Judged(type, sides), ACTS.index(YIELD.get(type, type)))


def stretches(written: str) -> tuple[Stretch, ...]:
    """Such as "12-18 30-34", or with codes "12-18:FRA:GOV"."""
    pairs = (each.split(":")[0].split("-") for each in written.split())
    return tuple((int(start), int(stop)) for start, stop in pairs)


def of_article(article: Article, judged: dict[str, Judged]) -> Iterator[Lesson]:
    for act, asked, here, reason in acts_of(article):
        said = judged.get(" ".join(f"{word.start}-{word.stop}" for word in act.trigger.words))
        if said:
            yield lesson(article.id, act, asked, here, reason, said, ACTS.index(YIELD.get(said.type, said.type)))


def lesson(group: str, act: Told, asked: Asked, here: Cast, reason: str | None, judged: Judged, type: int) -> Lesson:
    right = tuple(right_of(act, asked, side) for side in judged.sides)
    return Lesson(group, act, asked, here, reason, judged, type, right)


class Drafts(NamedTuple):
    """An article as the rules read it, before acts are weighed."""

    sight: Sight
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    places: tuple[Cited[Place], ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    told: tuple[Told, ...]
    refused: tuple[Refused, ...]
    here: Cast


def drafts_of(article: Article) -> Drafts:
    sight = look(article.text, prose(article))
    if sight is None:
        raise SystemExit("without the reader model there is nothing to learn from")
    sentences = parse(article, sight)
    places = find_places(article, sentences, sight)
    mentions, actors = find_mentions(article, sentences, places)
    statements = attribute(article, sentences, find_quotes(article), mentions, actors, places, sight)
    times = find_times(article, sentences)
    told = drafted(article, sentences, mentions, actors, times, places, statements, sight)
    return Drafts(sight, sentences, mentions, actors, places, times, statements, *told)


def acts_of(article: Article) -> Iterator[tuple[Told, Asked, Cast, str | None]]:
    """The acts that the rules tell or refuse, with what is asked of each."""
    found = drafts_of(article)
    refused = ((each.told, each.reason) for each in found.refused if each.told)
    for act, reason in (*((each, None) for each in found.told), *refused):
        if asked := asked_of(act, found.here, found.sight, reason):
            yield act, asked, found.here, reason


def right_of(act: Told, asked: Asked, side: Sequence[Stretch]) -> tuple[int, ...]:
    """The candidates that head the words of a side, nobody if there are none; nothing where no candidate does."""
    if not side:
        return (0,)
    inside = {at: token for at, token in enumerate(asked.candidates, 1) if any(a <= token.start < b for a, b in side)}
    heads = [act.sentence.tokens[token.head] for token in inside.values()]
    leading = [
        at
        for (at, token), head in zip(inside.items(), heads, strict=True)
        if head is token or not any(a <= token.start < b and a <= head.start < b for a, b in side)
    ]
    return tuple(leading or inside)


class Weigher(nn.Module):
    """The numbers of `crosswire.claims.likely`, to be learned."""

    def __init__(self, signs: int, width: int) -> None:
        super().__init__()
        self.inner, self.types = nn.Linear(width, INNER), nn.Linear(INNER, len(ACTS), bias=False)
        self.nobody = nn.Linear(INNER, len(ROLES), bias=False)
        self.ask, self.answer = nn.Linear(width, SIDE * len(ROLES)), nn.Linear(width, SIDE * len(ROLES), bias=False)
        self.type_signs, self.side_signs = (nn.EmbeddingBag(signs, n, mode="sum") for n in (len(ACTS), len(ROLES)))
        nn.init.zeros_(self.type_signs.weight)
        nn.init.zeros_(self.side_signs.weight)
        self.dropout = nn.Dropout(DROPPED)

    def forward(self, lessons: Sequence[Lesson], signs: dict[str, int]) -> tuple[Tensor, list[list[Tensor]]]:
        """Of each lesson the numbers of its types, and by role those of nobody and of each candidate."""
        act = self.dropout(torch.tensor(np.stack([each.asked.seen[0] for each in lessons])).float())
        inner = self.dropout(torch.relu(self.inner(act)))
        types = self.types(inner) + self.type_signs(*bags([each.asked.own for each in lessons], signs))
        counts = [len(each.asked.candidates) for each in lessons]
        others = self.dropout(torch.tensor(np.concatenate([each.asked.seen[1:] for each in lessons])).float())
        asks = torch.repeat_interleave(self.ask(act), torch.tensor(counts), 0)
        near = (asks * self.answer(others)).view(-1, len(ROLES), SIDE).sum(-1) * SCALE
        nobody, sides = self.nobody(inner), []
        for role in range(len(ROLES)):
            rows = [row for each in lessons for row in each.asked.signs[role]]
            more = self.side_signs(*bags(rows, signs))[:, role].split([1 + count for count in counts])
            parts = zip(nobody[:, role], near[:, role].split(counts), more, strict=True)
            sides.append([torch.cat([none[None], words]) + signed for none, words, signed in parts])
        return types, sides

    def weights(self, signs: dict[str, int]) -> Weights:
        """As `crosswire.claims.likely` reads them."""

        def by_role(matrix: Tensor) -> Tensor:
            return matrix.view(len(ROLES), SIDE, -1).transpose(1, 2)

        arrays = {
            "inner": self.inner.weight.T,
            "inner_offset": self.inner.bias,
            "type": self.types.weight.T,
            "type_signs": self.type_signs.weight,
            "nobody": self.nobody.weight,
            "ask": by_role(self.ask.weight) * SCALE,
            "ask_offset": self.ask.bias.view(len(ROLES), SIDE) * SCALE,
            "answer": by_role(self.answer.weight),
            "side_signs": self.side_signs.weight.T,
        }
        return Weights({name: array.detach().numpy().copy() for name, array in arrays.items()}, signs, ACTS)


def bags(rows: Sequence[Sequence[str]], signs: dict[str, int]) -> tuple[Tensor, Tensor]:
    known = [[signs[sign] for sign in row if sign in signs] for row in rows]
    starts = np.cumsum([0, *map(len, known)])[:-1]
    return torch.tensor([sign for row in known for sign in row], dtype=torch.long), torch.tensor(starts)


def learned(lessons: Sequence[Lesson]) -> Weights:
    """Learns of the lessons; the same ones give the same weights, to roundings."""
    torch.manual_seed(0)
    met = Counter(sign for each in lessons for sign in signs_in(each.asked))
    signs = {sign: at for at, sign in enumerate(sorted(sign for sign, times in met.items() if times >= RAREST))}
    model = Weigher(len(signs), lessons[0].asked.seen.shape[1])
    listed = [model.type_signs.weight, model.side_signs.weight]
    rest = [each for each in model.parameters() if not any(each is other for other in listed)]
    groups = [{"params": rest, "lr": RATE, "weight_decay": 0.05}, {"params": listed, "lr": SIGN_RATE}]
    descend(groups, lessons, EPOCHS, SIZE, lambda batch: loss_of(model, batch, signs), steepest=1.0)
    return model.weights(signs)


def descend(
    groups: list[dict[str, Any]],
    lessons: Sequence[T],
    epochs: int,
    size: int,
    loss: Callable[[Sequence[T]], Tensor],
    steepest: float = math.inf,
) -> None:
    """Steps down the loss of batches, in another order each epoch, ever smaller after a start; none is steeper."""
    optimizer, steps = torch.optim.AdamW(groups, weight_decay=0.01), epochs * math.ceil(len(lessons) / size)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM * steps)) * max(0.0, 1 - step / steps)
    )
    for epoch in range(epochs):
        order = random.Random(epoch).sample(lessons, len(lessons))
        for start in range(0, len(order), size):
            loss(order[start : start + size]).backward()
            nn.utils.clip_grad_norm_([each for group in groups for each in group["params"]], steepest)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()


def signs_in(asked: Asked) -> set[str]:
    return {*asked.own, *(sign for role in asked.signs for row in role for sign in row)}


def loss_of(model: Weigher, lessons: Sequence[Lesson], signs: dict[str, int]) -> Tensor:
    """Of the types, and of who is in it where it is an act: any of the right words will do."""
    types, sides = model(lessons, signs)
    losses = [
        cross_entropy(
            types,
            torch.tensor([each.type for each in lessons]),
            label_smoothing=0.05,
            reduction="none",
            ignore_index=UNKNOWN,
        )
    ]
    for role, numbers in enumerate(sides):
        for each, scores in zip(lessons, numbers, strict=True):
            if each.type != NONE and each.right[role]:
                losses.append((scores.logsumexp(0) - scores[list(each.right[role])].logsumexp(0))[None])
    return torch.cat(losses).sum() / len(lessons)


def shares(asked: Sequence[tuple[Lesson, Likely]]) -> dict[str, float]:
    """How often the likeliest type, act or none, actor and recipient are right."""
    acts = [(each, found) for each, found in asked if each.type != NONE]
    types = [(ACTS[each.type], max(found.types, key=found.types.__getitem__)) for each, found in asked]
    sides = {
        role: sum(int(np.argmax(found.sides[at])) in each.right[at] for each, found in acts) / len(acts)
        for at, role in enumerate(ROLES)
    }
    told = {"type": sum(a == b for a, b in types), "act": sum((a == "none") == (b == "none") for a, b in types)}
    return {name: round(share, 3) for name, share in {**{n: c / len(asked) for n, c in told.items()}, **sides}.items()}


def asked_for(lesson: Lesson) -> float:
    """How sure an act of an article must be to be told, as it ships."""
    return least(lesson.told, lesson.reason, FEW + 1) if lesson.reason is None or lesson.reason in OPEN else math.inf


def fold_of(article: str) -> int:
    return crc32(article.encode()) % FOLDS


def is_right(lesson: Lesson, sides: Sequence[Sides]) -> bool:
    """Whether the type of an act is right, and all of both sides; of an act done to each other either may be either."""
    asked, judged, told = lesson.asked, lesson.judged, lesson.told
    if judged.type not in {told.status.type, *((told.trigger.act.type,) if told.status.value in AHEAD else ())}:
        return False
    known = [tuple(each for each in own if any(lies((each,), token) for token in asked.candidates)) for own in sides]
    mutual = judged.sides[0] == judged.sides[1]
    return all(
        all(any(touches(each, words) for words in gold) for each in own)
        and all(any(touches(each, words) for each in (known[0] + known[1] if mutual else own)) for words in gold)
        for own, gold in zip(known, judged.sides, strict=True)
    )


def touches(side: Cited[Actor], words: Stretch) -> bool:
    return any(span.start < words[1] and words[0] < span.stop for span in side.spans)


def odds(rows: Sequence[Sequence[float]], right: Sequence[bool]) -> NDArray[np.float64]:
    """The weights of evidence by logistic regression, in Newton's steps."""
    seen, gold, weights = np.array(rows), np.array(right, float), np.zeros(len(rows[0]))
    for _ in range(NEWTON):
        share = 1 / (1 + np.exp(-seen @ weights))
        bend = (seen.T * (share * (1 - share))) @ seen + 1e-3 * np.eye(len(weights))
        weights += np.linalg.solve(bend, seen.T @ (gold - share))
    return weights


if __name__ == "__main__":
    main()
