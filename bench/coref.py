"""Which mentions of acts, over all reports, are of one event: ECB+, whose topics each have two like events.

Cross-validated: the weights are learned on four fifths of the topics and asked of the rest, whose reports come as one
pile: which of them belong together nobody says. Beside it what the word alone would do, were the topics given; and
end to end, with the acts and the speech that `read` finds in the checked sentences in place of the mentions given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.conll import Chains, conll
from bench.found import found as mentions_found
from crosswire.fusion.candidates import candidates, likenesses
from crosswire.fusion.coreference import Mention, Pair, Weights, levels, likelihood
from crosswire.records import Article
from crosswire.stories.linkage import average_linkage
from training.coref import Told, learn, told

FOLDS = 5
ALIKE = 0.4  # on average, two halves of one chain
FAINT = 0.05

Records = Sequence[Mapping[str, Any]]
Candidate = tuple[str, str, Pair]  # two mentions by name


def run(path: Path, errors: int) -> dict[str, object]:
    """The four figures with gold mentions, cross-validated; the last with those found, and by word and topic."""
    records = list(map(json.loads, path.read_text(encoding="utf-8").splitlines()))
    parts = [[r for r in records if r["topic"] % FOLDS == fold] for fold in range(FOLDS)]
    given = [{f"{fold} {at}": each for at, each in enumerate(told(part))} for fold, part in enumerate(parts)]
    everything = {name: each for part in given for name, each in part.items()}
    mentions = [{name: each.mention for name, each in part.items()} for part in given]
    weighed = [list(met(*each)) for each in zip(mentions, parts, strict=True)]
    right, ends = [], []
    own = [named(part, those) for part, those in zip(parts, mentions, strict=True)]
    for fold in range(FOLDS):
        others = [each for number, part in enumerate(weighed) if number != fold for each in part]
        same = [everything[one].chain == everything[other].chain for one, other, _ in others]
        weights = learn([tuple(levels(pair)) for *_, pair in others], same)
        right += linked(mentions[fold], weighed[fold], weights)
        ends += linked(own[fold], met(own[fold], parts[fold]), weights)
    gold = chains(everything, lambda each: each.chain)
    words = chains(everything, lambda each: (each.topic, each.mention.stem))
    return {
        **conll(gold, right),
        "end_to_end_conll_f1": conll(gold, ends)["conll_f1"],
        "same_word_in_topic_conll_f1": conll(gold, words)["conll_f1"],
        "mentions": len(everything),
        "mentions_found": sum(name in everything for part in own for name in part),
        "mentions_not_given": sum(name not in everything for part in own for name in part),
        "chains": len(gold),
    }


def named(records: Records, given: Mapping[str, Mention]) -> dict[str, Mention]:
    """The mentions found; one whose words begin where a given one's do, or before and reach there, has its name."""
    names = {(each.article, each.start): name for name, each in given.items()}
    return {
        next(
            (names[each.article, at] for at in range(each.start, stop) if (each.article, at) in names), f"own {each}"
        ): each
        for record in records
        for each, stop in mentions_found(record)
    }


def met(mentions: Mapping[str, Mention], records: Records) -> Iterator[Candidate]:
    """Pairs of mentions that may be of one event."""
    names = list(mentions)
    alike = likenesses(Article.of(r["text"]) for r in records)
    for one, other, pair in candidates(list(mentions.values()), [r["id"] for r in records], alike):
        yield names[one], names[other], pair


def linked(names: Iterable[str], weighed: Iterable[Candidate], weights: Weights) -> Chains:
    """The mentions in chains, by average linkage over how likely each two are of one event."""
    links: dict[str, dict[str, float]] = {name: {} for name in names}
    for one, other, pair in weighed:
        if (share := likelihood(pair, weights)) >= FAINT:
            links[one][other] = links[other][one] = share
    return [frozenset(group) for group in average_linkage(list(links), links, ALIKE)]


def chains(everything: Mapping[str, Told], key: Callable[[Told], Hashable]) -> Chains:
    found: dict[Hashable, set[Hashable]] = {}
    for name, each in everything.items():
        found.setdefault(key(each), set()).add(name)
    return [frozenset(group) for group in found.values()]
