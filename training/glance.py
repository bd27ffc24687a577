"""`python -m training.glance DATA WHEELS OUT [--seed N]` trains the second model.

It tells the type of acts by their marked sides, and what reports are about. DATA is the folder of the data sets, WHEELS
holds the wheel of the encoder, OUT gets `glance.pt`. Types are learned from PLV, from acts of news that were judged by
reading and, by their quad class alone, from CAMEO quad; gists from how alike the pretrained encoder finds reports.
"""

from __future__ import annotations

import argparse
import random
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn.functional import log_softmax, normalize
from transformers import AutoModel

from bench.events import quad_of
from crosswire.claims.seen import YIELD
from crosswire.glance import Asked, asked
from crosswire.language.parse import parse
from crosswire.records import Article
from crosswire.stories.signatures import beginning
from crosswire.stories.vectors import GIST
from training.acts import marked_articles, stretches
from training.coded import MARKS
from training.heads import ACTS, Stretch, plain, records
from training.train import paced
from training.trunk import Dropout, base_of, tokenizer_of

TYPES = ACTS[:-1]  # sides are marked where there is an act
LABELS = {"gist": (), "act": TYPES}
EPOCHS = 8
GISTS = 4  # epochs from one with gists in it to the next
SIZE, REPORTS = 16, 32  # sentences or reports a step
WIDTH = 256  # of the head of acts
CHANGED = 0.3  # of the sentences have a side's words from another one
CLOSE = 5.0  # the weight of the loss of gists
SETTLED, SETTLING = 60, 3e-3  # steps in which gists alone are learned, and their rate
WIDE = 8  # pieces by which tables grow
PARTS = 4  # epochs to go through the sentences of news
FILES = (
    *("attribution/polnear_train", "coref/ecbplus_train"),
    *(f"places/{name}_dev" for name in ("gwn", "tr_news", "lgl", "geovirus")),
)


class Glance(nn.Module):
    """The encoder, the mean of what it sees of what is meant, and two heads."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="eager", attention_probs_dropout_prob=0.0)
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        for module in [*self.encoder.modules()]:
            for name, inner in module.named_children():
                if isinstance(inner, nn.Dropout) and inner.p:
                    setattr(module, name, Dropout())
        width = self.encoder.config.hidden_size
        self.gist = nn.Linear(width, GIST)
        self.act = nn.Sequential(
            Dropout(), nn.Linear(3 * width, WIDTH), nn.GELU(), Dropout(), nn.Linear(WIDTH, len(TYPES))
        )

    def forward(self, pieces: Tensor, meant: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Of each text its gist and the numbers of its act. `meant` is texts x 3 x pieces, the sum of a row 1 or 0."""
        means = meant @ seen_by(self.encoder, pieces, mask)
        return self.gist(means[:, 0]), self.act(means.flatten(1))


def seen_by(encoder: nn.Module, pieces: Tensor, mask: Tensor | None) -> Tensor:
    seen: Tensor = encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
    return seen


Sides = tuple[Sequence[Stretch], Sequence[Stretch]]


class Sentence(NamedTuple):
    """A sentence with the words of its sides, and the types that its act may be of. No fold splits a `group`."""

    text: str
    sides: Sides
    types: tuple[int, ...]
    group: str


class Lessons(NamedTuple):
    """Sentences to learn types from: of political science, of news, and those of which the class alone is known."""

    typed: Sequence[Sentence]
    news: Sequence[Sentence]
    classed: Sequence[Sentence]

    @staticmethod
    def of(data: Path) -> Lessons:
        return Lessons([*by_type(data)], [*by_reading(data)], [*by_quad(data)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    base = base_of(arguments.wheels)
    model = Glance(base)
    texts = list(reports(arguments.data))
    learn(model, Lessons.of(arguments.data), texts, base, arguments.seed)
    torch.save({"model": model.state_dict()}, arguments.out / "glance.pt")


def by_type(data: Path) -> Iterator[Sentence]:
    """Sentences with one act, its sides and its type."""
    for each in records(data / "events/plv_train.jsonl"):
        sides = each["actor"], each["recipient"]
        yield Sentence(each["text"], sides, (TYPES.index(each["type"]),), plain(each["text"]))


def by_reading(data: Path) -> Iterator[Sentence]:
    """Sentences of news with the sides of an act that was judged by reading, where they hold them all.

    What they do to each other may be of any type that one of their acts was judged to be of.
    """
    types: dict[tuple[str, Sides], set[int]] = {}
    for article, marked in marked_articles(data, MARKS):
        sentences = parse(article)
        for words, (type, *sides) in marked.items():
            if type != "none":
                act, _ = stretches(words)[0]
                tokens = sentences[bisect_right(sentences, act, key=lambda each: each.start) - 1].tokens
                start, stop = tokens[0].start, tokens[-1].stop
                actors, recipients = (tuple((a - start, b - start) for a, b in stretches(side)) for side in sides)
                if actors and all(a >= 0 and b <= stop - start for a, b in (*actors, *recipients)):
                    told = types.setdefault((article.text[start:stop], (actors, recipients)), set())
                    told.add(TYPES.index(YIELD.get(type, type)))
    for (text, sides), told in types.items():
        yield Sentence(text, sides, tuple(sorted(told)), plain(text))


def by_quad(data: Path) -> Iterator[Sentence]:
    """Sentences of whose act the quad class alone is known."""
    for each in records(data / "events/cameo_quad_train.jsonl"):
        if types := tuple(at for at, type in enumerate(TYPES) if quad_of(type) == each["quad"]):
            yield Sentence(each["text"], ((), ()), types, plain(each["text"]))


def reports(data: Path) -> Iterator[str]:
    """The beginnings of articles, which nobody put together by what they tell."""
    for each in chain.from_iterable(records(data / f"{file}.jsonl") for file in FILES):
        yield beginning(Article.of(each["text"], title=each.get("title")))


def learn(model: Glance, lessons: Lessons, texts: Sequence[str], base: Path, seed: int) -> None:
    """Trains all of the model; without texts its gists stay as they began."""
    tokenizer, chance = tokenizer_of(base), random.Random(seed)
    near = nearness(model, texts, base, tokenizer) if texts else torch.zeros(0)
    course = [
        [*acts(lessons, chance), *(gists(len(texts), chance) if epoch % GISTS == GISTS - 1 else ())]
        for epoch in range(EPOCHS)
    ]
    heads = [*model.gist.parameters(), *model.act.parameters()]
    encoder = [each for each in model.encoder.parameters() if each.requires_grad]
    optimizer, schedule = paced(encoder, heads, sum(map(len, course)))
    torch.manual_seed(seed)
    model.train()
    for number, steps in enumerate(course, start=1):
        chance.shuffle(steps)
        began, losses = time.monotonic(), []
        for step in steps:
            loss = (
                loss_of_acts(model, step, tokenizer)
                if isinstance(step[0], Sentence)
                else loss_of_gists(model, [texts[row] for row in step], near[step], tokenizer)
            )
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            losses.append(loss.item())
        minutes = (time.monotonic() - began) / 60
        print(f"epoch {number}: loss {sum(losses) / len(losses):.4f}, {minutes:.1f} min", flush=True)
    if texts:
        settle(model, texts, near, tokenizer)


def acts(lessons: Lessons, chance: random.Random) -> list[list[Sentence]]:
    """An epoch's sentences in steps of like length: all of political science, half of those with a class, some news."""
    typed, news, classed = lessons
    told = [changed(each, typed, chance) if chance.random() < CHANGED else each for each in typed]
    told += chance.sample(classed, len(classed) // 2)
    told += chance.sample(news, len(news) // PARTS)
    told.sort(key=lambda each: len(each.text) + chance.random() * 40)
    return [told[start : start + SIZE] for start in range(0, len(told), SIZE)]


def gists(reports: int, chance: random.Random) -> list[list[int]]:
    """An epoch's reports in steps, any beside any other."""
    rows = chance.sample(range(reports), reports)
    return [rows[start : start + REPORTS] for start in range(0, reports, REPORTS)]


def changed(sentence: Sentence, others: Sequence[Sentence], chance: random.Random) -> Sentence:
    """A sentence with the words of one side as another sentence has them: who it is does not tell what is done."""
    role, other = chance.randrange(2), chance.choice(others)
    if len(sentence.sides[role]) != 1 or not other.sides[role]:
        return sentence
    (start, stop), (first, last) = sentence.sides[role][0], other.sides[role][0]
    longer = (last - first) - (stop - start)
    moved = [
        [(a + longer * (a >= stop), b + longer * (b >= stop)) for a, b in side if b <= start or a >= start]
        for side in sentence.sides
    ]
    text = sentence.text[:start] + other.text[first:last] + sentence.text[stop:]
    return sentence._replace(text=text, sides=(moved[0], moved[1]))


def nearness(model: Glance, texts: Sequence[str], base: Path, tokenizer: Tokenizer) -> Tensor:
    """What the pretrained encoder sees in texts, less what it sees in all; gists begin as the most of it that fits."""
    encoder = AutoModel.from_pretrained(base).eval()
    with torch.no_grad():
        seen = [
            normalize((meant @ seen_by(encoder, pieces, mask))[0, 0], dim=0)
            for pieces, meant, mask in (batch([asked(text, (), tokenizer)]) for text in texts)
        ]
        near = torch.stack(seen) - torch.stack(seen).mean(0)
        model.gist.weight.copy_(torch.linalg.svd(near, full_matrices=False)[2][:GIST])
        model.gist.bias.copy_(-model.gist.weight @ torch.stack(seen).mean(0))
    return near


def batch(those: Sequence[Asked]) -> tuple[Tensor, Tensor, Tensor]:
    """The pieces of some texts, the shares in each mean, and which pieces fill nothing up."""
    longest = -(-max(len(each.pieces) for each in those) // WIDE) * WIDE
    pieces, mask = torch.zeros(2, len(those), longest, dtype=torch.long)
    meant = torch.zeros(len(those), 3, longest)
    for row, each in enumerate(those):
        pieces[row, : len(each.pieces)] = torch.tensor(each.pieces)
        mask[row, : len(each.pieces)] = 1
        for part, places in enumerate(each.meant):
            meant[row, part, places] = 1 / max(1, len(places))
    return pieces, meant, mask


def loss_of_acts(model: Glance, those: Sequence[Sentence], tokenizer: Tokenizer) -> Tensor:
    _, seen = model(*batch([asked(each.text, each.sides, tokenizer) for each in those]))
    logs = log_softmax(seen, -1)
    return -torch.stack([logs[row, list(each.types)].logsumexp(0) for row, each in enumerate(those)]).mean()


def loss_of_gists(model: Glance, texts: Sequence[str], near: Tensor, tokenizer: Tokenizer) -> Tensor:
    seen, _ = model(*batch([asked(each, (), tokenizer) for each in texts]))
    return CLOSE * apart(seen, near)


def settle(model: Glance, texts: Sequence[str], near: Tensor, tokenizer: Tokenizer) -> None:
    """Learns gists of the encoder as it has become, which stays: each report beside all others, not those of a step."""
    model.eval()
    with torch.no_grad():
        asks = (batch([asked(each, (), tokenizer)]) for each in texts)
        seen = torch.cat([(meant @ seen_by(model.encoder, pieces, mask))[:, 0] for pieces, meant, mask in asks])
    optimizer = torch.optim.Adam(model.gist.parameters(), SETTLING)
    for _ in range(SETTLED):
        optimizer.zero_grad()
        apart(model.gist(seen), near).backward()
        optimizer.step()


def apart(gists: Tensor, near: Tensor) -> Tensor:
    """How far the cosines of gists are from those of what the pretrained encoder sees."""
    found, right = normalize(gists, dim=-1), normalize(near, dim=-1)
    return ((found @ found.T - right @ right.T) ** 2).mean()


if __name__ == "__main__":
    main()
