"""Which mentions of acts, over all reports, are of one event: ECB+, whose topics each have two like events.

Cross-validated: the weights are learned on four fifths of the topics and asked of the rest, whose reports come as one
pile: which of them belong together nobody says. Beside it what the word alone would do, were the topics given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.conll import Chains, conll
from crosswire.fusion.coreference import Pair, Weights, levels, likelihood
from crosswire.stories.linkage import average_linkage
from training.coref import Told, learn, likenesses, pairs, told

FOLDS = 5
ALIKE = 0.4  # on average, two halves of one chain
FAINT = 0.05

Records = Sequence[Mapping[str, Any]]
Candidate = tuple[str, str, Pair, bool]  # two mentions by name, and whether they are of one event


def run(path: Path, errors: int) -> dict[str, object]:
    """The four figures with gold mentions, cross-validated; beside them the last of one chain a word and topic."""
    records = list(map(json.loads, path.read_text(encoding="utf-8").splitlines()))
    parts = [[r for r in records if r["topic"] % FOLDS == fold] for fold in range(FOLDS)]
    everything = {f"{fold} {at}": each for fold, part in enumerate(parts) for at, each in enumerate(told(part))}
    weighed = [list(candidates(fold, part)) for fold, part in enumerate(parts)]
    found: list[frozenset[Hashable]] = []
    for fold in range(FOLDS):
        others = [each for number, part in enumerate(weighed) if number != fold for each in part]
        weights = learn([tuple(levels(pair)) for _, _, pair, _ in others], [same for *_, same in others])
        found += linked([name for name in everything if name.startswith(f"{fold} ")], weighed[fold], weights)
    gold = chains(everything, lambda each: each.chain)
    words = chains(everything, lambda each: (each.topic, each.mention.stem))
    return {
        **conll(gold, found),
        "same_word_in_topic_conll_f1": conll(gold, words)["conll_f1"],
        "mentions": len(everything),
        "chains": len(gold),
    }


def candidates(fold: int, records: Records) -> Iterator[Candidate]:
    """Pairs of mentions that may be of one event, and whether they are."""
    those = list(told(records))
    for one, other, pair in pairs([t.mention for t in those], [r["id"] for r in records], likenesses(records)):
        yield f"{fold} {one}", f"{fold} {other}", pair, those[one].chain == those[other].chain


def linked(names: Sequence[str], weighed: Iterable[Candidate], weights: Weights) -> Chains:
    """The mentions in chains, by average linkage over how likely each two are of one event."""
    links: dict[str, dict[str, float]] = {name: {} for name in names}
    for one, other, pair, _ in weighed:
        if (share := likelihood(pair, weights)) >= FAINT:
            links[one][other] = links[other][one] = share
    return [frozenset(group) for group in average_linkage(names, links, ALIKE)]


def chains(everything: Mapping[str, Told], key: Callable[[Told], Hashable]) -> Chains:
    found: dict[Hashable, set[Hashable]] = {}
    for name, each in everything.items():
        found.setdefault(key(each), set()).add(name)
    return [frozenset(group) for group in found.values()]
