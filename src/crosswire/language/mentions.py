"""Who is meant: names, roles and pronouns gathered into chains, each chain one actor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise

import msgspec

from crosswire.knowledge.actors import body
from crosswire.knowledge.given import given_names
from crosswire.knowledge.lexicon import UNIONS, Entry, country_name
from crosswire.language.accused import Introduced, introduced, meant_by
from crosswire.language.anaphora import REACH, antecedents
from crosswire.language.named import Named, names_of
from crosswire.language.names import HEADLINES, LONGEST_NAME, Naming, namings, syllable
from crosswire.language.people import People, Person, elite, gather
from crosswire.language.persons import PLACING, as_borne, is_person, leaders, no_persons
from crosswire.language.powers import COUNTRIES, acting, known, money
from crosswire.language.proposed import Key, Proposed
from crosswire.language.quoted import quoted
from crosswire.language.roles import Role
from crosswire.language.sexes import ADDRESSES, addressed, spoken_of
from crosswire.records import Actor, Article, Cited, Mention, Place, Span
from crosswire.syntax import Sentence, Token

JOINTS = {",", "and", "&", "the"}
OWNED = {"of", "from"}
Found = tuple[int, int, str, Key, Actor]
COUNTS = {"crowd", "dozen", "group", "hundred", "million", "number", "score", "thousand"}
OFFICES = {"agency", "branch", "commission", "committee", "council", "department", "mission", "office", "wing"}
INDEFINITE = {"a", "an", "another", "any", "each", "every", "no", "some"}


def find_mentions(
    article: Article, sentences: tuple[Sentence, ...], places: Iterable[Cited[Place]] = ()
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Mentions in reading order, and the actors they lead to: `Mention.chain` is the actor's index."""
    named = names_of(sentences, places)
    seen = tuple(namings(s, n) for s, n in zip(sentences, named, strict=True))
    surnames = frozenset(
        word
        for s, group in zip(sentences, seen, strict=True)
        if s.zone not in HEADLINES
        for n in group
        for word in n.name[-1:]
    )
    seen = tuple(tuple(as_borne(n, s.zone, surnames) for n in group) for s, group in zip(sentences, seen, strict=True))
    things = no_persons(sentences, chain.from_iterable(seen))
    seen = tuple(tuple(n for n in group if is_person(n, things)) for group in seen)
    found = tuple(
        (*group, *leaders(sentence, names, group, article.published))
        for sentence, names, group in zip(sentences, named, seen, strict=True)
    )
    countries = frozenset(e.country for names in named for _, _, e in names if e.country and e.kind in COUNTRIES)
    people = gather(chain.from_iterable(found), article.published, things, countries)
    told = introduced(zip(sentences, found, strict=True), people)
    proposed: list[Proposed] = []
    sexes: dict[Key, str] = {}
    for sentence, names, group, inside in zip(sentences, named, found, quoted(sentences), strict=True):
        here = [within(p, inside) for p in propose(sentence, names, group, people, article.published, told)]
        here.sort(key=lambda p: (p.start, p.stop))
        sexes.update(addressed(sentence, here))
        near = proposed[bisect_left(proposed, sentence.index - REACH, key=lambda p: p.sentence) :]
        referred = referring(sentence, near + here, inside, sexes)
        sexes.update(spoken_of(sentence, referred, sexes))
        here = [p for p in here if p.kind != "noun" or not any(r.start <= p.start < r.stop for r in referred)]
        proposed.extend(belonging(sentence, here + referred))
    if any(token.lemma.lower() == "sheriff" for sentence in sentences for token in sentence.tokens):
        proposed = [as_police(each) if is_deputy(each.actor) else each for each in proposed]
    return number(article, sentences, proposed)


def is_deputy(actor: Actor) -> bool:
    """Whether somebody is called a deputy and no more: of a parliament, or of the sheriff a report speaks of."""
    return actor.sector == "LEG" and (actor.office or actor.name).split()[-1] in {"deputy", "deputies"}


def as_police(each: Proposed) -> Proposed:
    return msgspec.structs.replace(each, actor=msgspec.structs.replace(each.actor, sector="COP"))


def propose(
    sentence: Sentence,
    named: Named,
    found: Sequence[Naming],
    people: People,
    day: date | None,
    told: Sequence[Introduced],
) -> Iterable[Proposed]:
    """The names and roles of one sentence, each token in one mention at most."""
    taken: set[int] = set()

    def mention(start: int, stop: int, kind: str, key: Key, actor: Actor) -> Proposed:
        taken.update(range(start, stop))
        role, main = role_of(sentence, start, stop)
        return Proposed(sentence.index, start, stop, kind, role, key, actor, main)

    for naming in found:
        if naming.body:
            yield mention(naming.start, naming.stop, "title", *embodied(naming))
        elif naming.name and (person := borne(sentence, naming.start, naming.name, people)):
            yield mention(
                naming.start,
                naming.stop,
                "noun" if naming.apposed else "title" if naming.role else "name",
                Key("person", " ".join(person.words)),
                person.actor,
            )
        elif naming.role and not naming.name:
            yield from (mention(*each) for each in borne_elsewhere(sentence, naming, naming.role, people, told))
    for start, stop, entry in named:
        bearer = people.of((sentence.tokens[start].text,)) if stop - start == 1 else None
        if bearer and len(bearer.words) > 1 and bearer.words[-1] == sentence.tokens[start].text:
            # a state's name that is a person's surname here tells of neither where the tagger sees a place
            if start not in taken and sentence.tokens[start].entity == "PERSON":
                yield mention(start, stop, "name", Key("person", " ".join(bearer.words)), bearer.actor)
        elif acting(entry) and taken.isdisjoint(range(start, stop)) and not money(sentence, stop):
            first, last = whole(sentence, start, stop) if entry.kind in COUNTRIES else (start, stop)
            if (first, last) != (start, stop) and taken.isdisjoint(range(first, last)):
                yield mention(first, last, "name", *organised(sentence, first, last, entry.country, day))
            elif one_of_party(sentence, start, stop, entry):
                one = Actor(sentence.tokens[start].text, "person", entry.country, entry.sector)
                yield mention(start, stop, "noun", Key("role", one.name), one)
            else:
                yield mention(start, stop, "demonym" if entry.kind == "demonym" else "name", *known(entry, day))
    for token in sentence.tokens:
        for person in meant_by(sentence, token, told) if token.index not in taken else ():
            yield mention(token.index, token.index + 1, "noun", *as_person(person))
    for start, stop in runs(sentence, taken):
        yield from (mention(*found) for found in in_run(sentence, start, stop, people, day))


def borne_elsewhere(
    sentence: Sentence, naming: Naming, role: Role, people: People, told: Sequence[Introduced]
) -> Iterable[Found]:
    """A role without a name as the people whom the report names elsewhere, else as its holder or itself."""
    meant = next(filter(None, (meant_by(sentence, t, told) for t in sentence.tokens[naming.start : naming.stop])), ())
    for person in meant:
        yield naming.start, naming.stop, "noun", *as_person(person, role.sector, naming.country)
    if not meant:
        yield naming.start, naming.stop, "noun", *held(sentence, naming, role, people)


def as_person(person: Person, sector: str | None = None, country: str | None = None) -> tuple[Key, Actor]:
    """A person by name, of the sector and country that a noun tells where the name tells none."""
    actor = person.actor
    sector, country = actor.sector or (None if sector == "UNK" else sector), actor.country or country
    return Key("person", " ".join(person.words)), msgspec.structs.replace(actor, sector=sector, country=country)


def whole(sentence: Sentence, start: int, stop: int) -> tuple[int, int]:
    """Where the name of an organisation begins and ends that a state's name is part of: "the American Legion"."""
    tokens = sentence.tokens

    def part(index: int) -> bool:
        return 0 <= index < len(tokens) and tokens[index].entity == "ORG" and tokens[index].pos == "PROPN"

    if not all(part(index) for index in range(start, stop)):
        return start, stop
    while part(start - 1):
        start -= 1
    while part(stop):
        stop += 1
    return start, stop


def organised(sentence: Sentence, start: int, stop: int, country: str | None, day: date | None) -> tuple[Key, Actor]:
    """An organisation by its name, of the state that is named in it if the tables do not know it."""
    name = " ".join(t.text for t in sentence.tokens[start:stop])
    actor = body(name, day) or Actor(name, "organisation", country)
    return Key("name", actor.name.casefold()), actor


def one_of_party(sentence: Sentence, start: int, stop: int, entry: Entry) -> bool:
    """Whether a party's adjective stands for one who is of it: "the Republican said"."""
    word = sentence.tokens[start]
    single = stop - start == 1 and entry.sector == "PTY" and word.text == word.lemma.title() != entry.name
    return single and word.tag in {"NN", "NNP"} and word.role not in {"amod", "compound", "nmod"}


def in_run(sentence: Sentence, start: int, stop: int, people: People, day: date | None) -> Iterable[Found]:
    """People the report knows in a run of proper nouns, longest first; else the organisation the tagger sees there."""
    words = tuple(t.text for t in sentence.tokens[start:stop])
    at = start
    while at < stop:
        ends = range(min(stop, at + LONGEST_NAME), at, -1)
        end, person = next(
            ((e, p) for e in ends if (p := borne(sentence, at, words[at - start : e - start], people))), (at, None)
        )
        placed = end - at == 1 and at > 0 and sentence.tokens[at - 1].text.lower() in PLACING
        if person and not placed:
            yield at, end, "name", Key("person", " ".join(person.words)), person.actor
        at = max(end, at + 1)
    around = sentence.tokens[max(0, start - 1) : stop + 1]
    tagged = all(t.entity == "ORG" for t in sentence.tokens[start:stop]) and sum(
        t.entity == "ORG" for t in around
    ) == len(words)
    if tagged and sentence.zone not in HEADLINES and len(words) > 1 and not any(people.of((w,)) for w in words):
        yield start, stop, "name", *organised(sentence, start, stop, None, day)


def borne(sentence: Sentence, start: int, name: tuple[str, ...], people: People) -> Person | None:
    """The person of a name; where "Mr" or "Ms" stands before it, one of that sex, by the given name, or nobody."""
    person = people.of(name)
    address = sentence.tokens[start - 1].text.lower().rstrip(".") if start else ""
    told = ADDRESSES.get(address)
    if person is None or told is None or sex_by_name(person) in {None, told}:
        return person
    return next((each for each in people.bearing(name) if sex_by_name(each) == told), None)


def sex_by_name(person: Person) -> str | None:
    return given_names().get(person.words[0]) if len(person.words) > 1 else None


def embodied(naming: Naming) -> tuple[Key, Actor]:
    """The body a role and a name tell of: "the rebel group Zarya"."""
    name, sector = " ".join(naming.name), naming.role.sector if naming.role else None
    kind = "outlet" if sector == "JRN" else "organisation"
    return Key("name", name.casefold()), Actor(name, kind, naming.country, sector)


def held(sentence: Sentence, naming: Naming, role: Role, people: People) -> tuple[Key, Actor]:
    """The actor a role without a name stands for: the one person who is said to hold it, else the role itself."""
    if role.number == "title" and not role.common and not indefinite(sentence, naming):
        holders = [
            p
            for p in people.by_office.get(role.phrase.split()[-1], ())
            if p.holds(role.phrase, naming.former) and (naming.country is None or p.actor.country == naming.country)
        ]
        if len(holders) == 1:
            return Key("person", " ".join(holders[0].words)), holders[0].actor
    kind = "person" if role.number == "title" else "organisation" if role.number == "one" else "group"
    country = naming.country
    own = None if kind == "person" or country else called(sentence, naming, kind)
    name = f"{country_name(country)}: {role.phrase}" if country else own or role.phrase
    sector, second = ("ELI", None) if naming.former and elite(role.sector) else (role.sector, role.second)
    office = role.phrase if kind == "person" and not naming.former else None
    key = own.casefold() if own else f"former {name}" if naming.former else name
    return Key("role", key), Actor(name, kind, country, sector, office, secondary=second)


def called(sentence: Sentence, naming: Naming, kind: str) -> str | None:
    """What a body or group is called that names of people and towns stand before: "the Dahl cabinet", "Lima police"."""
    tokens, first = sentence.tokens, naming.start
    while first and (proper(tokens[first - 1], kind) or tokens[first - 1].text in {"'s", "’s"}):
        first -= 1
    if first == naming.start or not proper(tokens[first], kind):
        return None
    words = tokens[first : naming.stop]
    spaced = (t.text if after.start == t.stop else f"{t.text} " for t, after in pairwise(words))
    return "".join(spaced) + words[-1].text


def proper(token: Token, kind: str) -> bool:
    """Whether a word is of a name that tells which body is meant; a group's is told by the body it belongs to."""
    others = {"DATE", "NORP", "ORG"} if kind == "group" else {"DATE", "NORP"}
    return token.pos == "PROPN" and token.entity not in others and token.text[:1].isupper()


def indefinite(sentence: Sentence, naming: Naming) -> bool:
    """Whether the words before a role say that it is just any of those who hold it: "one minister"."""
    first = sentence.tokens[max(0, naming.start - 1) : naming.start + 1]
    return any(t.text.lower() in INDEFINITE or t.pos == "NUM" for t in first)


def runs(sentence: Sentence, taken: set[int]) -> Iterable[tuple[int, int]]:
    """Stretches of free proper-noun tokens."""
    start = None
    for index in range(len(sentence.tokens) + 1):
        token = sentence.tokens[index] if index < len(sentence.tokens) else None
        inside = (
            token is not None
            and index not in taken
            and (
                token.pos == "PROPN"
                or (start is not None and (token.text == "-" or syllable(sentence.tokens, start, index)))
            )
        )
        if inside and start is None:
            start = index
        elif not inside and start is not None:
            yield start, index
            start = None


def role_of(sentence: Sentence, start: int, stop: int) -> tuple[str, bool]:
    """What a stretch of tokens is in its sentence: the role of the token that leads out of it; if from the root.

    "Hundreds of farmers" are what their number is, a body what its office is: "the UN rights office".
    """
    inside = sentence.tokens[start:stop]
    token = next((t for t in inside if not start <= t.head < stop or t.head == t.index), inside[-1])
    above = sentence.tokens[token.head]
    number = sentence.tokens[above.head]
    if token.role == "pobj" and above.lemma == "of" and number.lemma in COUNTS:
        token = number
    elif token.role in {"compound", "nmod"} and above.lemma in OFFICES:
        token = above
    above = sentence.tokens[token.head]
    return token.role, above.head == above.index


def within(proposed: Proposed, inside: frozenset[int]) -> Proposed:
    """The mention, marked if it is part of a quotation."""
    return msgspec.structs.replace(proposed, quoted=True) if proposed.start in inside else proposed


def referring(
    sentence: Sentence, before: Sequence[Proposed], inside: frozenset[int], sexes: Mapping[Key, str]
) -> list[Proposed]:
    """Pronouns and words like "the two countries" of a sentence, one for each actor they stand for."""
    return [
        Proposed(sentence.index, start, stop, "pronoun", role, each.key, each.actor, main)
        for start, stop, several in antecedents(sentence, before, inside, sexes)
        for role, main in [role_of(sentence, start, stop)]
        for each in several
    ]


def belonging(sentence: Sentence, here: Sequence[Proposed]) -> Iterable[Proposed]:
    """The mentions of a sentence, roles given to those they belong to: "leaders of the two countries" are two."""
    for each in here:
        yield from with_others(sentence, each, here)
        owners = [p for p in here if is_owner(sentence, p, each)]
        if each.kind != "noun" or each.actor.country or not owners:
            yield each
        for owner in owners if each.kind == "noun" and not each.actor.country else ():
            name = f"{owner.actor.name}: {each.actor.name}"
            actor = msgspec.structs.replace(each.actor, name=name, country=owner.actor.country)
            yield Proposed(
                each.sentence, each.start, each.stop, each.kind, each.role, Key("role", name), actor, each.main
            )


def is_owner(sentence: Sentence, owner: Proposed, owned: Proposed) -> bool:
    """Whether a role is of a state behind it, "leaders of Peru", or of whom "the bloc" means in "the bloc's envoy"."""
    after = [t.text.lower() for t in sentence.tokens[owned.stop : owned.stop + 1]]
    if owner.actor.kind == "country" and owned.stop < owner.start <= owned.stop + 2:
        return after in (["of"], ["from"])
    marked = sentence.tokens[owner.stop : owned.start]
    whole = owner.actor.kind == "country" or owner.actor.country in UNIONS
    return owner.kind == "pronoun" and whole and len(marked) == 1 and marked[0].tag == "POS"


def with_others(sentence: Sentence, each: Proposed, here: Sequence[Proposed]) -> Iterable[Proposed]:
    """The same role of other states: "the ministers of Iran and Turkey", "French and German troops"."""
    tokens, country = sentence.tokens, each.actor.country
    several = any(t.tag in {"NNS", "NNPS"} for t in tokens[each.start : each.stop])
    if each.kind != "noun" or not several or country is None or not each.actor.name.startswith(country_name(country)):
        return
    behind, before = each.stop, each.start
    states = [p for p in here if p.actor.kind == "country" and p.kind in {"name", "demonym"}]
    others: list[Actor] = []
    if {t.text for t in tokens[each.start : each.stop]} & OWNED:
        for p in sorted(states, key=lambda p: p.start):
            if p.start > each.stop and joined(tokens[behind : p.start]) and tokens[p.stop - 1].role == "conj":
                behind = p.stop
                others.append(p.actor)
    else:
        for p in sorted(states, key=lambda p: -p.start):
            beside = p.kind == "demonym" or tokens[p.stop - 1].role in {"amod", "compound", "nmod"}
            if beside and p.stop < each.start and joined(tokens[p.stop : before]):
                before = p.start
                others.append(p.actor)
    for other in others:
        name = each.actor.name.replace(country_name(country), other.name, 1)
        actor = msgspec.structs.replace(each.actor, name=name, country=other.country)
        yield msgspec.structs.replace(each, key=Key("role", name), actor=actor)


def joined(between: Sequence[Token]) -> bool:
    """Whether words between two names do no more than join them."""
    return 0 < len(between) < 4 and all(t.text.lower() in JOINTS for t in between)


def number(
    article: Article, sentences: Sequence[Sentence], proposed: Sequence[Proposed]
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Chains in order of first mention; an actor has the first sector and country that any mention tells."""
    ordered = sorted(proposed, key=lambda p: (p.sentence, p.start, p.stop, p.key))
    chains: dict[Key, int] = {}
    actors: list[Actor] = []
    mentions = []
    for each in ordered:
        index = chains.setdefault(each.key, len(actors))
        if index == len(actors):
            actors.append(each.actor)
        own = actors[index]
        sector, country = own.sector or each.actor.sector, own.country or each.actor.country
        if (sector, country) != (own.sector, own.country):
            actors[index] = msgspec.structs.replace(own, sector=sector, country=country)
        tokens = sentences[each.sentence].tokens
        span = Span(article.id, tokens[each.start].start, tokens[each.stop - 1].stop)
        mentions.append(Mention(span, each.kind, index))
    return tuple(dict.fromkeys(mentions)), tuple(actors)
