"""Who is meant: names, roles and pronouns gathered into chains, each chain one actor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.knowledge.lexicon import Entry, country_name
from crosswire.language.anaphora import Key, Proposed, antecedents
from crosswire.language.names import HEADLINES, Named, Naming, Role, named_in, namings
from crosswire.language.people import People, gather
from crosswire.records import Actor, Article, Mention, Span
from crosswire.syntax import Sentence

ACTING = {"country", "demonym", "capital", "organisation", "group", "agency", "outlet", "metonym"}
KINDS = {
    "demonym": "country",
    "capital": "country",
    "metonym": "organisation",
    "agency": "outlet",
    "group": "organisation",
}


def find_mentions(article: Article, sentences: tuple[Sentence, ...]) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Mentions in reading order, and the actors they lead to: `Mention.chain` is the actor's index."""
    named = trusted(sentences, tuple(named_in(s) for s in sentences))
    found = tuple(namings(s, n) for s, n in zip(sentences, named, strict=True))
    people = gather((naming for group in found for naming in group), article.published)
    proposed: list[Proposed] = []
    for sentence, names, group in zip(sentences, named, found, strict=True):
        here = sorted(propose(sentence, names, group, people), key=lambda p: (p.start, p.stop))
        proposed.extend(belonging(sentence, here + referring(sentence, proposed + here)))
    return number(article, sentences, proposed)


def trusted(sentences: Sequence[Sentence], named: Sequence[Named]) -> tuple[Named, ...]:
    """The names, those that persons or plain words bear too only where the tagger once takes them for a body."""
    agreed = {
        entry.name
        for sentence, names in zip(sentences, named, strict=True)
        for start, stop, entry in names
        if any(t.entity in {"GPE", "NORP", "ORG", "LOC"} for t in sentence.tokens[start:stop])
    }
    return tuple(tuple(n for n in names if not n[2].doubtful or n[2].name in agreed) for names in named)


def propose(sentence: Sentence, named: Named, found: Sequence[Naming], people: People) -> Iterable[Proposed]:
    """The names and roles of one sentence, each token in one mention at most."""
    taken: set[int] = set()

    def mention(start: int, stop: int, kind: str, key: Key, actor: Actor) -> Proposed:
        taken.update(range(start, stop))
        return Proposed(sentence.index, start, stop, kind, role_of(sentence, start, stop), key, actor)

    for naming in found:
        if naming.name and (person := people.of(naming.name)):
            yield mention(
                naming.start,
                naming.stop,
                "title" if naming.role else "name",
                Key("person", " ".join(person.words)),
                person.actor,
            )
        elif naming.role and not naming.name:
            yield mention(naming.start, naming.stop, "noun", *held(naming, naming.role, people))
    for start, stop, entry in named:
        if entry.kind in ACTING and taken.isdisjoint(range(start, stop)):
            yield mention(start, stop, "demonym" if entry.kind == "demonym" else "name", *known(entry))
    for start, stop in runs(sentence, taken):
        yield from (mention(*found) for found in in_run(sentence, start, stop, people))


Found = tuple[int, int, str, Key, Actor]


def in_run(sentence: Sentence, start: int, stop: int, people: People) -> Iterable[Found]:
    """People the report knows in a run of proper nouns, longest first; else the organisation the tagger sees there."""
    words = tuple(t.text for t in sentence.tokens[start:stop])
    at = start
    while at < stop:
        ends = range(stop, at, -1)
        end, person = next(((e, p) for e in ends if (p := people.of(words[at - start : e - start]))), (at, None))
        if person:
            yield at, end, "name", Key("person", " ".join(person.words)), person.actor
        at = max(end, at + 1)
    around = sentence.tokens[max(0, start - 1) : stop + 1]
    tagged = all(t.entity == "ORG" for t in sentence.tokens[start:stop]) and sum(
        t.entity == "ORG" for t in around
    ) == len(words)
    if tagged and sentence.zone not in HEADLINES and len(words) > 1 and not any(people.of((w,)) for w in words):
        name = " ".join(words)
        yield start, stop, "name", Key("name", name.casefold()), Actor(name, "organisation")


def known(entry: Entry) -> tuple[Key, Actor]:
    """An actor the tables know: a country by any of its names, or an organisation."""
    if entry.kind in {"country", "demonym", "capital"} and entry.country:
        return Key("country", entry.country), Actor(country_name(entry.country), "country", entry.country)
    kind = KINDS.get(entry.kind, entry.kind)
    return Key("name", entry.name.casefold()), Actor(entry.name, kind, entry.country, entry.sector)


def held(naming: Naming, role: Role, people: People) -> tuple[Key, Actor]:
    """The actor a role without a name stands for: the one person who is said to hold it, else the role itself."""
    if role.number == "title":
        holders = [
            p
            for p in people.known
            if p.holds(role.phrase) and (naming.country is None or p.actor.country == naming.country)
        ]
        if len(holders) == 1:
            return Key("person", " ".join(holders[0].words)), holders[0].actor
    kind = "person" if role.number == "title" else "organisation" if role.number == "one" else "group"
    country = naming.country
    name = f"{country_name(country)}: {role.phrase}" if country else role.phrase
    return Key("role", name), Actor(name, kind, country, "ELI" if naming.former else role.sector)


def runs(sentence: Sentence, taken: set[int]) -> Iterable[tuple[int, int]]:
    """Stretches of free proper-noun tokens."""
    start = None
    for index in range(len(sentence.tokens) + 1):
        token = sentence.tokens[index] if index < len(sentence.tokens) else None
        inside = (
            token is not None
            and index not in taken
            and (token.pos == "PROPN" or (start is not None and token.text == "-"))
        )
        if inside and start is None:
            start = index
        elif not inside and start is not None:
            yield start, index
            start = None


def role_of(sentence: Sentence, start: int, stop: int) -> str:
    """What a stretch of tokens is in its sentence: the role of the token that leads out of it."""
    inside = sentence.tokens[start:stop]
    return next((t.role for t in inside if not start <= t.head < stop or t.head == t.index), inside[-1].role)


def referring(sentence: Sentence, before: Sequence[Proposed]) -> list[Proposed]:
    """Pronouns and words like "the two countries" of a sentence, one for each actor they stand for."""
    return [
        Proposed(sentence.index, start, stop, "pronoun", role_of(sentence, start, stop), each.key, each.actor)
        for start, stop, several in antecedents(sentence, before)
        for each in several
    ]


def belonging(sentence: Sentence, here: Sequence[Proposed]) -> Iterable[Proposed]:
    """The mentions of a sentence, roles given to the states they belong to: "leaders of the two countries" are two."""
    for each in here:
        after = [t.text.lower() for t in sentence.tokens[each.stop : each.stop + 2]]
        owners = [
            p
            for p in here
            if p.actor.kind == "country" and each.stop < p.start <= each.stop + 2 and after[:1] in (["of"], ["from"])
        ]
        if each.kind != "noun" or each.actor.country or not owners:
            yield each
        for owner in owners if each.kind == "noun" and not each.actor.country else ():
            name = f"{owner.actor.name}: {each.actor.name}"
            actor = Actor(name, each.actor.kind, owner.actor.country, each.actor.sector)
            yield Proposed(each.sentence, each.start, each.stop, each.kind, each.role, Key("role", name), actor)


def number(
    article: Article, sentences: Sequence[Sentence], proposed: Sequence[Proposed]
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Chains in order of first mention; an actor of a chain keeps every field that any mention tells."""
    ordered = sorted(proposed, key=lambda p: (p.sentence, p.start, p.stop, p.key))
    chains: dict[Key, int] = {}
    actors: list[Actor] = []
    mentions = []
    for each in ordered:
        if each.key not in chains:
            chains[each.key] = len(actors)
            actors.append(each.actor)
        tokens = sentences[each.sentence].tokens
        span = Span(article.id, tokens[each.start].start, tokens[each.stop - 1].stop)
        mentions.append(Mention(span, each.kind, chains[each.key]))
    return tuple(dict.fromkeys(mentions)), tuple(actors)
