"""What an act is about: the contexts that an analyst would file it under.

A word that names a context is no proof that an act beside it belongs there, and many acts belong to one that no word of
their sentence names. So the words of sentence and report, the act, its sides, where contexts are named and what the
reader model sees are weighed by numbers learned of acts that were filed by reading (`training.contexts`).
"""

from __future__ import annotations

from bisect import bisect, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from crosswire.claims.circumstances import context_words
from crosswire.model import Sight
from crosswire.records import Cited, Event, Span
from crosswire.sight import means
from crosswire.syntax import Sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIKELY, LEAST = 0.5, 0.2  # less, and an act is filed so by what is likeliest alone, or by nothing
TELLING = {"NOUN", "PROPN", "ADJ", "VERB"}
OFTEN = 3  # times a report has a word that tells what it is about
LEAD = 2  # sentences, title among them, that say so
LAST = 5  # place in the order of a report's contexts; all behind it are alike
TIMES, SHARES = (1, 2, 4, 8), (0.05, 0.1, 0.2, 0.35, 0.5)

Stretch = tuple[int, int]


class Named(NamedTuple):
    """The words by which each sentence of a report names each context; how often they are named, the most named first.

    Words are by their code points.
    """

    sentences: Sequence[Mapping[str, Sequence[Stretch]]]
    times: Mapping[str, int]


class Weights(NamedTuple):
    """What `training.contexts` learned: what each sign adds to each context, and what one of how a context is named.

    `of_seen` has what each number seen in the words of an act, and in its sentence, adds to each.
    """

    contexts: tuple[str, ...]
    of_sign: Mapping[str, NDArray[Any]]
    of_naming: Mapping[str, NDArray[Any]]
    of_seen: NDArray[Any]


def filed(events: Sequence[Event], sentences: Sequence[Sentence], sight: Sight | None) -> tuple[Event, ...]:
    """The events with their likely contexts, each with the nearest words that name it, else those of the act."""
    if not events:
        return ()
    named, common, weights = named_in(sentences), report_signs(sentences), learned()
    starts = [sentence.start for sentence in sentences]
    found = []
    for event in events:
        at = bisect_right(starts, event.type.spans[0].start) - 1
        own = (naming(context, event, at, named) for context in weights.contexts)
        seen = seen_of(event, sentences[at], sight)
        contexts = likely(summed((*signs(event, sentences[at]), *common), own, seen, weights))
        told = (Cited(context, cited(event, context, at, named)) for context in contexts)
        found.append(msgspec.structs.replace(event, contexts=tuple(told)))
    return tuple(found)


def summed(
    signs: Iterable[str], naming: Iterable[Iterable[str]], seen: NDArray[Any] | None, weights: Weights
) -> Mapping[str, float]:
    """The odds of each context, as logarithms, by the signs of all, by those of each, and by what is seen."""
    import numpy

    rows = [weights.of_sign[sign] for sign in signs if sign in weights.of_sign]
    rows += [] if seen is None else [seen @ weights.of_seen]
    of_all = numpy.sum(rows, axis=0).tolist()
    return {
        context: odds + sum(float(weights.of_naming[sign][at]) for sign in own if sign in weights.of_naming)
        for at, (context, odds, own) in enumerate(zip(weights.contexts, of_all, naming, strict=True))
    }


def likely(odds: Mapping[str, float]) -> Sequence[str]:
    """The contexts that are likely, else the likeliest if it is not unlikely."""
    found = [context for context, each in odds.items() if each >= log(LIKELY / (1 - LIKELY))]
    best = max(odds, key=odds.__getitem__)
    return found or [best][: odds[best] >= log(LEAST / (1 - LEAST))]


def signs(event: Event, sentence: Sentence) -> Iterator[str]:
    """What tells of every context whether an act belongs there: the act, its sides and the words of its sentence."""
    type = event.type.value
    yield "all"
    yield f"type {type}"
    yield f"mode {event.mode.value if event.mode else ''}"
    yield f"status {event.status.value}"
    yield f"rule {event.rule.split('+')[0].split(':')[-1]}"
    states = min(len({each.value.country for each in (*event.actors, *event.recipients)} - {None}), 2)
    yield f"states {states}"
    yield f"states {states} {type}"
    for role, sides in (("actor", event.actors), ("recipient", event.recipients)):
        for sector in dict.fromkeys(each.value.sector for each in sides) or ("nobody",):
            yield f"{role} {sector}"
            yield f"{role} {sector} {type}"
    words = (t.text.lower() for t in sentence.tokens if t.pos in TELLING)
    yield from (f"word {word}" for word in dict.fromkeys(words))


def seen_of(event: Event, sentence: Sentence, sight: Sight | None) -> NDArray[Any] | None:
    """What the reader model sees in the words of an act and in its sentence; None where it did not read them."""
    import numpy

    if sight is None:
        return None
    words = [(span.start, span.stop) for span in event.type.spans]
    rows, read = means(sight, "seen", [*words, (sentence.tokens[0].start, sentence.tokens[-1].stop)])
    return numpy.concatenate([rows[:-1].mean(axis=0), rows[-1]]) if all(read) else None


def report_signs(sentences: Iterable[Sentence]) -> Sequence[str]:
    """The words that a report has often."""
    met = Counter(t.text.lower() for sentence in sentences for t in sentence.tokens if t.pos in TELLING)
    return [f"report {word}" for word, times in met.items() if times >= OFTEN]


def naming(context: str, event: Event, at: int, named: Named) -> Iterator[str]:
    """What tells of one context whether an act belongs there: where its words stand, and how many of all they are."""
    times = named.times.get(context, 0)
    order = min(list(named.times).index(context), LAST) if times else LAST
    share = bisect(SHARES, times / sum(named.times.values())) if times else -1
    here = named.sentences[at].get(context, ())
    lead = sum(len(each.get(context, ())) for each in named.sentences[:LEAD])
    beside = any(context in each for each in (*named.sentences[max(0, at - 1) : at], *named.sentences[at + 1 : at + 2]))
    yield f"named {bisect(TIMES, times)}"
    yield f"here {min(len(here), 2)}"
    yield f"clause {any(event.clause.start <= start < event.clause.stop for start, _ in here)}"
    yield f"beside {beside}"
    yield f"lead {min(lead, 2)}"
    yield f"lead {lead > 0} here {bool(here)}"
    yield f"order {order}"
    yield f"order {order} here {bool(here)}"
    yield f"share {share}"
    yield f"share {share} here {bool(here)}"


def named_in(sentences: Sequence[Sentence]) -> Named:
    found = [names(sentence) for sentence in sentences]
    times = Counter({context: 0 for each in found for context in each})
    for each in found:
        times.update({context: len(words) for context, words in each.items()})
    return Named(found, dict(times.most_common()))


def names(sentence: Sentence) -> Mapping[str, Sequence[Stretch]]:
    """The words or pairs of words that name contexts: "nuclear" cbrn, "tear gas" repression."""
    found: dict[str, list[Stretch]] = {}
    tokens = [token for token in sentence.tokens if token.text != "-"]
    for at, token in enumerate(tokens):
        for words in ((token,), tokens[at - 1 : at + 1]):
            for context in context_words().get("-".join(word.lemma for word in words), ()):
                found.setdefault(context, []).append((words[0].start, words[-1].stop))
    found.pop("sport", None)
    return found


def cited(event: Event, context: str, at: int, named: Named) -> tuple[Span, ...]:
    """The words that name a context in the sentence of an act, else the nearest that do, else those of the act."""
    words = event.type.spans[0]
    here = named.sentences[at].get(context)
    near = min(
        (stretch for each in named.sentences for stretch in each.get(context, ())),
        key=lambda stretch: abs(stretch[0] - words.start),
        default=None,
    )
    stretches = here or ([near] if near else [])
    return tuple(Span(words.article, *each) for each in stretches) or event.type.spans


@cache
def learned() -> Weights:
    """What `training.contexts` made."""
    import numpy

    with resources.as_file(resources.files("crosswire.data") / "contexts.npz") as file, numpy.load(file) as kept:
        rows, naming, seen = (kept[name].astype(numpy.float32) for name in ("of_sign", "of_naming", "of_seen"))
        return Weights(
            tuple(map(str, kept["contexts"])),
            dict(zip(map(str, kept["signs"]), rows, strict=True)),
            dict(zip(map(str, kept["naming_signs"]), naming, strict=True)),
            seen,
        )
