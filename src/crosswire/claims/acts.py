"""The words political acts are told with: the lexicon data/events.tsv, ready to be looked up by lemma."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from crosswire.knowledge.lexicon import rows
from crosswire.records import Record

NO_OBJECT = "none"  # in the lexicon: with nothing that it is done to, as in "the police fired"
MARKS = str.maketrans("", "", "!*")


class Act(Record, frozen=True):
    """A way to tell an act: `particle` follows a verb or precedes a noun, one of `objects` must be there.

    `actors` and `recipients` are slots in the order they are tried; an object behind a preposition is "into:custody".
    """

    id: str
    kind: str
    lemma: str
    type: str
    mode: str | None
    particle: str | None
    negated: bool
    objects: frozenset[str]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    needs_actor: bool
    needs_recipient: bool
    armed: bool  # told of those with the power to do it only: "stopped the bus" is no act of a passenger's


class Acts(Record, frozen=True):
    """The acts by kind and lemma, most exacting first; light verbs with the particle they need."""

    verbs: Mapping[str, tuple[Act, ...]]
    nouns: Mapping[str, tuple[Act, ...]]  # acts wherever they stand
    objects: Mapping[str, tuple[Act, ...]]  # acts under a light verb, the nouns among them
    adjectives: Mapping[str, tuple[Act, ...]]
    modals: Mapping[str, tuple[Act, ...]]
    light: Mapping[str, frozenset[str | None]]
    tools: Mapping[str, str]


@cache
def acts() -> Acts:
    """The lexicon, read once a process."""
    table = rows("events")
    classes = {row["words"]: row["object"].split() for row in table if row["kind"] == "class"}
    found = {kind: by_lemma(table, classes, kind) for kind in ("verb", "noun", "object", "adjective", "modal")}
    light: dict[str, frozenset[str | None]] = {}
    for lemma, _, particle in (row["words"].partition(" ") for row in table if row["kind"] == "light"):
        light[lemma] = light.get(lemma, frozenset()) | {particle or None}
    return Acts(
        verbs=found["verb"],
        nouns=found["noun"],
        objects={
            lemma: found["object"].get(lemma, ()) + found["noun"].get(lemma, ())
            for lemma in {**found["object"], **found["noun"]}
        },
        adjectives=found["adjective"],
        modals=found["modal"],
        light=light,
        tools={row["words"]: row["mode"] for row in table if row["kind"] == "tool"},
    )


@cache
def act_words(name: str) -> frozenset[str]:
    """The words of a named list in data/act_words.tsv, such as the verbs of planning."""
    return next(frozenset(row["words"].split()) for row in rows("act_words") if row["name"] == name)


def by_lemma(
    table: Iterable[Mapping[str, str]], classes: Mapping[str, list[str]], kind: str
) -> Mapping[str, tuple[Act, ...]]:
    found: dict[str, list[Act]] = {}
    for row in table:
        if row["kind"] == kind:
            for words in spelled(row["words"], classes):
                each = act(row, words, classes)
                found.setdefault(each.lemma, []).append(each)
    return {lemma: tuple(sorted(group, key=exacting)) for lemma, group in found.items()}


def exacting(each: Act) -> int:
    return -sum((each.negated, each.particle is not None, 2 * bool(each.objects - {NO_OBJECT})))


def spelled(words: str, classes: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Every wording of a row: "@joint @drill" is "joint drill", "trilateral exercise" ..."""
    first, *rest = words.split()
    for head in classes.get(first, [first]):
        if rest:
            yield from ([head, *tail] for tail in spelled(" ".join(rest), classes))
        else:
            yield [head]


def act(row: Mapping[str, str], words: list[str], classes: Mapping[str, list[str]]) -> Act:
    negated, words = words[0] == "not", words[words[0] == "not" :]
    is_noun = row["kind"] in {"noun", "object"}
    lemma, *rest = reversed(words) if is_noun else words
    actors, _, recipients = row["roles"].partition(">")
    return Act(
        id=" ".join(filter(None, ("not" * negated, *words, row["object"].split(" ")[0]))),
        kind=row["kind"],
        lemma=lemma,
        type=row["type"],
        mode=row["mode"] or None,
        particle=rest[0] if rest else None,
        negated=negated,
        objects=frozenset(each for word in row["object"].split() for each in members(word, classes)),
        actors=tuple(actors.translate(MARKS).split()),
        recipients=tuple(recipients.translate(MARKS).split()),
        needs_actor="!" in actors,
        needs_recipient="!" in recipients,
        armed="*" in actors,
    )


def members(word: str, classes: Mapping[str, list[str]]) -> list[str]:
    """What one word of the object column allows: "as:@wrong" is "as:threat", "as:crime" ..."""
    preposition, colon, name = word.rpartition(":")
    return [f"{preposition}{colon}{each}" for each in classes.get(name, [name])]
