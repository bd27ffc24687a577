"""Whom a report of a crime means by "a man", "the suspect", "the driver": the one it names who was arrested or hurt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosswire.knowledge.given import given_names
from crosswire.language.names import HEADLINES, Naming
from crosswire.language.people import People, Person
from crosswire.language.sexes import sex_of_noun
from crosswire.records import Record
from crosswire.syntax import Sentence, Token, children, conjuncts

ACCUSING = set(
    "accuse apprehend arraign arrest book charge convict detain extradite handcuff imprison indict jail prosecute "
    "remand sentence suspect".split()
)
HURTING = set("assassinate behead gun injure kill murder rape rob shoot slay stab strangle wound".split())
SUFFERED = {
    **dict.fromkeys(ACCUSING, "accused"),
    **dict.fromkeys(("conviction", "trial", "arraignment", "indictment", "prosecution"), "accused"),
    **dict.fromkeys(HURTING, "hurt"),
    **dict.fromkeys(("death", "killing", "shooting", "slaying", "stabbing"), "hurt"),
}
NAMING = {"identify", "name"}
SAYING = {"say", "tell", "add", "recall", "testify"}
DONE = {
    **dict.fromkeys((*HURTING, "plead", "confess", "surrender"), "accused"),
    **dict.fromkeys(SAYING, "telling"),
    "die": "hurt",
}
CALLED = {
    **dict.fromkeys(("accused", "attacker", "defendant", "gunman", "killer", "shooter", "suspect"), "accused"),
    "victim": "hurt",
}
SOMEBODY = {
    *CALLED,
    *"boss boy cyclist driver employee girl hacker man member migrant motorcyclist motorist owner passenger".split(),
    *"pedestrian pilot player protester refugee resident student teen teenager tourist woman worker youth".split(),
}
NUMBERS = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
OPENING = 4  # the first sentences: title, caption
REACH = 6  # sentences within which one told of as somebody is named
OTHERS = {"another", "any", "each", "every", "no", "one", "other", "second", "third"}
PLAIN = {None, "CVL", "UNK", "CRM"}  # sectors of those whom no office makes known


class Introduced(Record, frozen=True):
    """One of no office whom a report names in full: in which sentence first, by age or not, and what befell him."""

    person: Person
    sentence: int
    aged: bool
    parts: frozenset[str]


def introduced(found: Iterable[tuple[Sentence, Iterable[Naming]]], people: People) -> tuple[Introduced, ...]:
    """Those whom a report has to introduce, in the order of their names."""
    told: dict[tuple[str, ...], Introduced] = {}
    for sentence, namings in found:
        for person, stop in borne(sentence, namings, people) if sentence.zone not in HEADLINES else ():
            if unknown(person):
                before = told.get(person.words, Introduced(person, sentence.index, False, frozenset()))
                aged = before.aged or age_after(sentence, stop)
                own = befell(sentence, sentence.tokens[stop - 1])
                told[person.words] = Introduced(person, before.sentence, aged, before.parts.union(own))
    return tuple(told.values())


def borne(sentence: Sentence, namings: Iterable[Naming], people: People) -> Iterator[tuple[Person, int]]:
    """The people a sentence names, in full or by surname, and where each name ends."""
    ends = {n.stop: n.name for n in namings if n.name and not n.body and not n.apposed}
    for token in sentence.tokens:
        if token.pos == "PROPN" and token.role != "compound":
            person = people.of(ends.get(token.index + 1, (token.text,)))
            if person:
                yield person, token.index + 1


def age_after(sentence: Sentence, stop: int) -> bool:
    """Whether a name's bearer is told by age: "Erik Dahl, 34,"."""
    comma, age = (*sentence.tokens[stop : stop + 2], None, None)[:2]
    return comma is not None and age is not None and comma.text == "," and age.text.isdigit() and len(age.text) < 3


def unknown(person: Person) -> bool:
    """Whether a report has to tell who a person is: one of no office, named in full."""
    actor = person.actor
    return len(person.words) > 1 and actor.wikidata is None and (actor.office is None or actor.sector in PLAIN)


def meant_by(sentence: Sentence, noun: Token, told: Sequence[Introduced]) -> tuple[Person, ...]:
    """The people that a noun can mean by what befell both and by sex, where they are as many as it tells of."""
    if noun.lemma not in SOMEBODY or noun.tag not in {"NN", "NNS"} or noun.role in {"compound", "appos", "attr"}:
        return ()
    below = children(sentence, noun)
    many = next((NUMBERS[t.lemma] for t in below if t.lemma in NUMBERS), 0) if noun.tag == "NNS" else 1
    if any(t.lemma in OTHERS or t.role in {"poss", "appos"} for t in below):
        return ()
    likely = [each for each in told if fits(sentence, noun, each)]
    for part in befell(sentence, noun):
        same = [each for each in likely if part in each.parts]
        found = same + [each for each in likely if each.aged and not each.parts and near(sentence, each)]
        if part != "telling" and len(found) == many:
            return tuple(each.person for each in found)
    return ()


def fits(sentence: Sentence, noun: Token, each: Introduced) -> bool:
    """Whether a noun can mean one by sex and place: whom a report calls "a man" first it names soon, or did on top."""
    sex = sex_of_noun(noun.lemma)
    some = not any(t.lemma in {"the", "this", "that"} for t in children(sentence, noun, "det"))
    on_top = each.aged and each.sentence < OPENING
    soon = near(sentence, each) and (each.sentence >= sentence.index or on_top)
    same = sex is None or given_names().get(each.person.words[0], sex) == sex
    return same and (soon or not some)


def near(sentence: Sentence, each: Introduced) -> bool:
    return abs(each.sentence - sentence.index) <= REACH


def befell(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """What a sentence says became of someone: accused, hurt or, where it is neither, telling; nothing if none."""
    if noun.lemma in CALLED:
        return (CALLED[noun.lemma],)
    above = sentence.tokens[noun.head]
    if noun.role == "pobj" and above.lemma == "as" and sentence.tokens[above.head].lemma in NAMING:
        verb = sentence.tokens[above.head]
        named = sentence.tokens[verb.head] if verb.role in {"acl", "relcl"} else None
        named = next((t for t in children(sentence, verb, "dobj", "nsubjpass") if t.lemma in SOMEBODY), named)
        return befell(sentence, named) if named else ()
    first = noun
    while first.role in {"conj", "appos"} and first.head != first.index:
        first = sentence.tokens[first.head]
        if first.lemma in CALLED:
            return (CALLED[first.lemma],)
    own = (*suffered(sentence, noun), *(suffered(sentence, first) if first is not noun else ()))
    found = [*(SUFFERED.get(t.lemma) for t in own), *(DONE.get(t.lemma) for t in done(sentence, first))]
    return tuple(part for part in found if part)[:1]


def suffered(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The words of what is done to someone: "was arrested and charged", "accused of theft", "the trial of"."""
    above = sentence.tokens[noun.head]
    for clause in children(sentence, noun, "acl", "relcl"):
        if clause.tag == "VBN" and (clause.role == "acl" or children(sentence, clause, "auxpass")):
            yield from conjuncts(sentence, clause)
    if noun.role == "nsubjpass":
        yield from (t for t in conjuncts(sentence, above) if t.tag == "VBN")
    elif noun.role == "nsubj":
        yield from (t for t in children(sentence, above, "xcomp", "conj") if children(sentence, t, "auxpass"))
    elif noun.role in {"dobj", "poss"}:
        yield above
    elif noun.role == "pobj" and above.lemma == "of":
        yield sentence.tokens[above.head]


def done(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The verbs of what someone does; who "killed" nobody was killed."""
    above = sentence.tokens[noun.head]
    verbs = conjuncts(sentence, above) if noun.role == "nsubj" and above.pos == "VERB" else ()
    return tuple(t for t in verbs if t.lemma not in HURTING or children(sentence, t, "dobj"))
