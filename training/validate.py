"""`python -m training.validate DATA WHEELS CHECKPOINT [--fold K]` asks a trained model what it has not seen.

One JSON object a line: the figures of each head on the texts to choose by, or on the fifth that `training.train --fold`
left out, before and after the weights were cut to eight bits.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from crosswire.claims.predicted import attributions
from crosswire.language.parse import prose
from crosswire.model import Model, Sight, look, opened
from crosswire.records import Article
from crosswire.sight import judged, spans, value
from training.heads import LATER, SETS, Example, Mark
from training.pack import pack
from training.train import parts
from training.trunk import Reader, base_of

Numbers = Mapping[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("wheels", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--fold", type=int)
    arguments = parser.parse_args()
    base = base_of(arguments.wheels)
    reader = Reader(base)
    reader.load_state_dict(torch.load(arguments.checkpoint)["model"])
    models = {}
    for name, whole in (("before", True), ("after", False)):
        with tempfile.TemporaryDirectory() as folder:
            pack(reader, base, Path(folder), whole=whole)
            models[name] = opened(Path(folder))
    for each in (*SETS, *LATER):
        if each.dev is None and arguments.fold is None:
            continue
        examples = (
            list(each.dev(arguments.data)) if each.dev else parts(list(each.train(arguments.data)), arguments.fold)[1]
        )
        for name, model in models.items():
            print(
                json.dumps({"set": each.name, "texts": len(examples), "bits": name} | figures(examples, model)),
                flush=True,
            )


def figures(examples: Sequence[Example], model: Model) -> dict[str, float]:
    """What the heads that the examples answer have right."""
    seen = [(example, look(example.text, paragraphs(example), model)) for example in examples]
    pairs = [(example, sight) for example, sight in seen if sight]
    return {
        name: round(figure, 4)
        for head, rule in RULES.items()
        if head in examples[0].answers
        for name, figure in rule(pairs).items()
    }


def paragraphs(example: Example) -> Iterator[tuple[int, int]]:
    return prose(Article.of(example.text)) if example.article else iter([(0, len(example.text))])


Pairs = Sequence[tuple[Example, Sight]]


def uses(pairs: Pairs) -> Numbers:
    verdicts = [
        max(labels, key=lambda label: labels[label]) == right
        for example, sight in pairs
        for start, stop, right in example.answers["use"]
        if (labels := judged(sight, "use", start, stop))
    ]
    return {"accuracy": float(np.mean(verdicts)), "marks": len(verdicts)}


def happenings(pairs: Pairs) -> Numbers:
    told = [
        (number, right)
        for example, sight in pairs
        for start, stop, right in example.answers["happened"]
        if (number := value(sight, "happened", start, stop)) is not None
    ]
    found, gold = np.array(told).T
    found = np.clip(found, -3, 3)
    return {"pearson_r": float(np.corrcoef(found, gold)[0, 1]), "mae": float(np.abs(found - gold).mean())}


def spoken(pairs: Pairs) -> Numbers:
    """Spans by kind as the attributions have them, edges trimmed, and whole attributions."""
    counts: defaultdict[str, np.ndarray] = defaultdict(lambda: np.zeros(3))
    for example, sight in pairs:
        marks = example.answers["attribution"]
        known = {kind: {(a, b) for a, b, label in marks if label == kind} for kind in ("source", "cue", "content")}
        said = list(attributions(sight))
        told = {
            "source": {each.source for each in said if each.source},
            "cue": {each.cue for each in said},
            "content": {piece for each in said for piece in each.content},
        }
        for kind, gold in known.items():
            right, found = (edged(example.text, spans) for spans in (gold, told[kind]))
            counts[kind] += [len(right & found), len(found), len(right)]
    return {f"{kind}_f1": 2 * right / (found + gold) for kind, (right, found, gold) in counts.items()}


def acts(pairs: Pairs) -> Numbers:
    """The type of the act, asked of its sides: which words tell it was looked up with the answer in hand."""
    told = [
        (best(sight, example.answers["part"] or example.answers["act"]), example.answers["act"][0][2])
        for example, sight in pairs
    ]
    return {"macro_f1": macro_f1(told), "accuracy": float(np.mean([found == right for found, right in told]))}


def best(sight: Sight, marks: Sequence[Mark]) -> str:
    shares = [judged(sight, "act", start, stop) for start, stop, _ in marks]
    return max(sight.labels["act"], key=lambda label: sum(np.log(each[label]) for each in shares if each))


def macro_f1(told: Sequence[tuple[str, str]]) -> float:
    labels = {right for _, right in told}
    counts = [
        (told.count((each, each)), sum(found == each for found, _ in told) + sum(right == each for _, right in told))
        for each in labels
    ]
    return float(np.mean([2 * right / both for right, both in counts]))


def sides(pairs: Pairs) -> Numbers:
    """Who and whom, exact spans."""
    counts: defaultdict[str, np.ndarray] = defaultdict(lambda: np.zeros(3))
    for example, sight in pairs:
        found = {(each.start, each.stop, each.kind) for each in spans(sight, "part")}
        gold = set(example.answers["part"])
        for role in ("actor", "recipient", "either"):
            known, told = ({each for each in those if each[2] == role} for those in (gold, found))
            counts[role] += [len(known & told), len(told), len(known)]
    return {f"{role}_f1": 2 * right / max(1, told + known) for role, (right, told, known) in counts.items()}


def names(pairs: Pairs) -> Numbers:
    """How often a word is of the kind of name that the parser's own recogniser takes it for."""
    told = [
        (max(shares, key=lambda kind: shares[kind]), kind)
        for example, sight in pairs
        for start, stop, kind in example.answers["entity"]
        if (shares := judged(sight, "entity", start, stop))
    ]
    right = sum(found == kind != "" for found, kind in told)
    both = sum((found != "") + (kind != "") for found, kind in told)
    return {"entity_agreed": sum(found == kind for found, kind in told) / len(told), "entity_f1": 2 * right / both}


def edged(text: str, spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Spans without marks at their edges."""
    words = ((start, text[start:stop]) for start, stop in spans)
    return {
        (start + len(inside) - len(inside.lstrip(MARKS)), start + len(inside.rstrip(MARKS))) for start, inside in words
    }


MARKS = " \n\t\"'“”‘’.,;:!?()[]-–—…"
RULES = {"use": uses, "attribution": spoken, "happened": happenings, "act": acts, "part": sides, "entity": names}


if __name__ == "__main__":
    main()
