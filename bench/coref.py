"""Which mentions of acts, over all reports, are of one event: ECB+, whose topics each have two like events.

Reports come as one pile: which of them belong together nobody says. Of topics that none of what ships was learned from
it is asked as it ships; of those it was learned from by folds, each with what is learned of the others alone. Beside
it what the word alone would do, were the topics given; and end to end, with the acts and the speech that `read` finds
in the checked sentences in place of the mentions given. Last of which events that `read` finds, and that are mentions
given, `compare` makes one, where it is given all reports of a topic.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import chain, combinations, product
from pathlib import Path
from typing import NamedTuple

import crosswire
from bench.conll import Chains, conll
from bench.found import found as mentions_found
from crosswire.claims.gists import Map
from crosswire.claims.gists import learned as shipped_map
from crosswire.fusion.coreference import Mention, Weights, likelihood
from crosswire.fusion.coreference import learned as shipped_weights
from crosswire.records import Article
from crosswire.stories.linkage import average_linkage
from training.coref import FOLDS, Records, Told, gisted, learn, map_of, met, told, weighed
from training.gists import Floats

ALIKE = 0.4  # on average, two halves of one chain
FAINT = 0.05

Named = Mapping[str, Mention]


class Pile(NamedTuple):
    """Reports that are asked together, the mentions given in them, and what is asked: the map to gists, the weights."""

    records: Records
    given: Mapping[str, Told]
    map: Map
    weights: Weights


def run(path: Path, errors: int) -> dict[str, object]:
    """The four figures with gold mentions; the last with those found, and by word and topic."""
    records = list(map(json.loads, path.read_text(encoding="utf-8").splitlines()))
    everything = {str(at): each for at, each in enumerate(told(records))}
    topics = {each.topic for each in everything.values()}
    piles = list(folds(records, everything) if topics & {*shipped_map().topics} else as_it_ships(records, everything))
    right, ends = [], []
    found, unknown = 0, 0
    for pile in piles:
        mentions = meant(((name, each.mention, each.seen) for name, each in pile.given.items()), pile.map)
        right += linked(mentions, pile)
        own = meant(named(pile.records, mentions), pile.map)
        ends += linked(own, pile)
        found += len(own.keys() & mentions.keys())
        unknown += len(own.keys() - mentions.keys())
    gold = chains(everything, lambda each: each.chain)
    words = chains(everything, lambda each: (each.topic, each.mention.stem))
    shown, true, there = compared(records, everything.values())
    return {
        **conll(gold, right),
        "end_to_end_conll_f1": conll(gold, ends)["conll_f1"],
        "same_word_in_topic_conll_f1": conll(gold, words)["conll_f1"],
        "compared_precision": round(true / shown, 4) if shown else None,
        "compared_recall": round(true / there, 4) if there else None,
        "compared_pairs": there,
        "cross_validated": len(piles) > 1,
        "mentions": len(everything),
        "mentions_found": found,
        "mentions_not_given": unknown,
        "chains": len(gold),
    }


def as_it_ships(records: Records, given: Mapping[str, Told]) -> Iterator[Pile]:
    yield Pile(records, given, shipped_map(), shipped_weights())


def folds(records: Records, given: Mapping[str, Told]) -> Iterator[Pile]:
    """Each fifth of the topics with what is learned of the others, weights of gists by maps of the rest of those."""
    parts = [[r for r in records if r["topic"] % FOLDS == fold] for fold in range(FOLDS)]
    told = [{name: each for name, each in given.items() if each.topic % FOLDS == fold} for fold in range(FOLDS)]
    everything = [*given.values()]
    maps = {pair: map_of(everything, *pair) for pair in map(frozenset, product(range(FOLDS), repeat=2))}
    for fold in range(FOLDS):
        others = (other for other in range(FOLDS) if other != fold)
        lessons = (weighed([*told[o].values()], parts[o], maps[frozenset((fold, o))]) for o in others)
        rows, same = zip(*chain.from_iterable(lessons), strict=True)
        yield Pile(parts[fold], told[fold], maps[frozenset([fold])], learn(rows, same))


def meant(some: Iterable[tuple[str, Mention, Floats]], map: Map) -> Named:
    """Mentions with their gists, by name."""
    found = list(some)
    mentions = gisted([mention for _, mention, _ in found], [seen for *_, seen in found], map)
    return {name: mention for (name, *_), mention in zip(found, mentions, strict=True)}


def compared(records: Records, given: Iterable[Told]) -> tuple[int, int, int]:
    """Of pairs of events in two reports: those `compare` makes one, those of them that are, and all that are one."""
    names = {(each.mention.article, each.mention.start): each.chain for each in given}
    shown, true, there = 0, 0, 0
    for topic in sorted({r["topic"] for r in records}):
        told: dict[str, tuple[str, Hashable]] = {}  # of each event its report and chain
        readings = {r["id"]: crosswire.read(Article.of(r["text"])) for r in records if r["topic"] == topic}
        for name, reading in readings.items():
            for event in reading.events:
                word = event.type.spans[0]
                if known := [names[name, at] for at in range(word.start, word.stop) if (name, at) in names]:
                    told[event.id] = name, known[0]
        findings = crosswire.compare(readings.values()).findings
        groups = {member: finding.id for finding in findings for member in finding.members if member in told}
        for one, other in combinations(told, 2):
            if told[one][0] != told[other][0]:
                same, joined = told[one][1] == told[other][1], groups[one] == groups[other]
                shown, true, there = shown + joined, true + (same and joined), there + same
    return shown, true, there


def named(records: Records, given: Named) -> Iterator[tuple[str, Mention, Floats]]:
    """The mentions found; one whose words begin where a given one's do, or before and reach there, has its name."""
    names = {(each.article, each.start): name for name, each in given.items()}
    for record in records:
        for each, stop, seen in mentions_found(record):
            known = (names[each.article, at] for at in range(each.start, stop) if (each.article, at) in names)
            yield next(known, f"own {each.article} {each.start}"), each, seen


def linked(mentions: Named, pile: Pile) -> Chains:
    """The mentions in chains, by average linkage over how likely each two are of one event."""
    names = list(mentions)
    links: dict[str, dict[str, float]] = {name: {} for name in names}
    for one, other, pair in met(list(mentions.values()), pile.records):
        if (share := likelihood(pair, pile.weights)) >= FAINT:
            links[names[one]][names[other]] = links[names[other]][names[one]] = share
    return [frozenset(group) for group in average_linkage(names, links, ALIKE)]


def chains(everything: Mapping[str, Told], key: Callable[[Told], Hashable]) -> Chains:
    found: dict[Hashable, set[Hashable]] = {}
    for name, each in everything.items():
        found.setdefault(key(each), set()).add(name)
    return [frozenset(group) for group in found.values()]
