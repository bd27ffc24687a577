"""`python -m training.glance DATA WHEELS OUT [--seed N]` trains the second model.

It tells the type of acts by their marked sides, and what reports are about. DATA is the folder of the data sets, WHEELS
holds the wheel of the encoder, OUT gets `glance.pt`. Types are learned from PLV and, by their quad class alone, from
CAMEO quad; gists from how alike the pretrained encoder finds reports.
"""

from __future__ import annotations

import argparse
import random
import time
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
from crosswire.glance import Asked, asked
from crosswire.records import Article
from crosswire.stories.signatures import beginning
from crosswire.stories.vectors import GIST
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
WIDE = 8  # pieces by which tables grow
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
        means = meant @ self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return self.gist(means[:, 0]), self.act(means.flatten(1))


class Sentence(NamedTuple):
    """A sentence with the words of its sides, and the types that its act may be of. No fold splits a `group`."""

    text: str
    sides: tuple[Sequence[Stretch], Sequence[Stretch]]
    types: tuple[int, ...]
    group: str


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
    sentences = [*by_type(arguments.data)], [*by_quad(arguments.data)]
    learn(model, *sentences, texts, base, arguments.seed)
    torch.save({"model": model.state_dict()}, arguments.out / "glance.pt")


def by_type(data: Path) -> Iterator[Sentence]:
    """Sentences with one act, its sides and its type."""
    for each in records(data / "events/plv_train.jsonl"):
        sides = each["actor"], each["recipient"]
        yield Sentence(each["text"], sides, (TYPES.index(each["type"]),), plain(each["text"]))


def by_quad(data: Path) -> Iterator[Sentence]:
    """Sentences of whose act the quad class alone is known."""
    for each in records(data / "events/cameo_quad_train.jsonl"):
        if types := tuple(at for at, type in enumerate(TYPES) if quad_of(type) == each["quad"]):
            yield Sentence(each["text"], ((), ()), types, plain(each["text"]))


def reports(data: Path) -> Iterator[str]:
    """The beginnings of articles, which nobody put together by what they tell."""
    for each in chain.from_iterable(records(data / f"{file}.jsonl") for file in FILES):
        yield beginning(Article.of(each["text"], title=each.get("title")))


def learn(
    model: Glance, typed: Sequence[Sentence], classed: Sequence[Sentence], texts: Sequence[str], base: Path, seed: int
) -> None:
    """Trains all of the model; without texts its gists stay as they began."""
    tokenizer, chance = tokenizer_of(base), random.Random(seed)
    near = nearness(model, texts, base, tokenizer) if texts else torch.zeros(0)
    course = [
        [*acts(typed, classed, chance), *(gists(len(texts), chance) if epoch % GISTS == GISTS - 1 else ())]
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


def acts(typed: Sequence[Sentence], classed: Sequence[Sentence], chance: random.Random) -> list[list[Sentence]]:
    """An epoch's sentences in steps of like length: all with a type, half of those with a class."""
    told = [changed(each, typed, chance) if chance.random() < CHANGED else each for each in typed]
    told += chance.sample(classed, len(classed) // 2)
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
            normalize((meant @ encoder(input_ids=pieces, attention_mask=mask).last_hidden_state)[0, 0], dim=0)
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
    """How far the cosines of gists are from those of what the pretrained encoder sees."""
    seen, _ = model(*batch([asked(each, (), tokenizer) for each in texts]))
    found, right = normalize(seen, dim=-1), normalize(near, dim=-1)
    return CLOSE * ((found @ found.T - right @ right.T) ** 2).mean()


if __name__ == "__main__":
    main()
