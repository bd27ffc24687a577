"""What pronouns and words like "the two countries" stand for; nothing where two readings are as likely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosswire.knowledge.lexicon import UNIONS, countries, country_name
from crosswire.language.proposed import Key, Proposed
from crosswire.language.sexes import sex_of, sex_of_pronoun
from crosswire.records import Actor
from crosswire.syntax import Sentence, Token, children

Meant = tuple[int, int, tuple[Proposed, ...]]

REACH = 2  # sentences looked back for a group; more than that and the writer names them again
IT = {"it", "its", "itself"}
THEY = {"they", "them", "their", "theirs", "themselves"}
GROUPS = {
    "nation",
    "country",
    "state",
    "side",
    "government",
    "neighbour",
    "neighbor",
    "ally",
    "power",
    "capital",
    "rival",
}
BLOCS = {"alliance", "bloc"}
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
POINTS = {"North", "South"}
SUBJECT = {"nsubj", "nsubjpass"}
BODIES = {"group", "organisation"}


def antecedents(
    sentence: Sentence, before: Sequence[Proposed], inside: frozenset[int], sexes: Mapping[Key, str]
) -> Iterator[Meant]:
    """For each pronoun or group noun of a sentence, where it stands and whom it means.

    `before` holds the mentions of earlier sentences and the names of this one; `inside` are the tokens within marks,
    whose words are another's: their pronouns are left alone, their names are not what the writer's pronouns mean.
    `sexes` are those that the report has told so far: whom it called "he" is not "she".
    """
    recent = [p for p in before if p.sentence >= sentence.index - REACH and not p.quoted]
    for token in sentence.tokens:
        if not may_refer(token):
            continue
        other = {"m": "f", "f": "m"}.get(sex_of_pronoun(token) or "")
        fitting = [p for p in recent if other is None or (sexes.get(p.key) or sex_of(p.actor)) != other]
        found = None if token.index in inside else meant(sentence, token, fitting)
        if found:
            yield found
            recent += referred(sentence, token, found)


def referred(sentence: Sentence, token: Token, found: Meant) -> Iterator[Proposed]:
    """What a pronoun means, as a mention for the pronouns behind it: who "he" is once, he is in all of a sentence."""
    start, stop, several = found
    if token.pos == "PRON":
        above = sentence.tokens[token.head]
        for each in several:
            yield Proposed(
                sentence.index, start, stop, "pronoun", token.role, each.key, each.actor, above.head == above.index
            )


def may_refer(token: Token) -> bool:
    """Whether a word is of those the rules speak of: what is no pronoun and no group costs nothing."""
    groups = token.lemma in GROUPS or token.text in BLOCS
    return token.pos in {"PRON", "DET"} or groups or token.text in sharing() or token.text in POINTS


def meant(sentence: Sentence, token: Token, recent: Sequence[Proposed]) -> Meant | None:
    """The first rule that tells what a token stands for."""
    earlier = [p for p in recent if p.sentence < sentence.index or p.stop <= token.index]
    for rule in RULES:
        found = rule(sentence, token, earlier)
        if found:
            return found
    return None


def he_or_she(sentence: Sentence, token: Token, recent: Sequence[Proposed]) -> Meant | None:
    """The person who is the subject nearest before; without one, the only person near. Never one of the other sex."""
    if sex_of_pronoun(token) is None or token.pos != "PRON":
        return None
    doers = {p.key for p in recent if itself(sentence, token, p)}
    people = [p for p in recent if p.actor.kind == "person" and p.key not in doers]
    if telling(sentence, token):
        people = [p for p in people if p.sentence < sentence.index] or people
    return one(token, nearest(sentence, people))


def telling(sentence: Sentence, token: Token) -> bool:
    """Whether a pronoun only adds who told the sentence: "rates would rise, he said", of one named before it."""
    around = sentence.tokens[max(0, token.index - 1) : token.index + 3]
    return len(around) == 4 and around[2].index == token.head and {around[0].text, around[3].text} <= {",", "."}


def it_or_its(sentence: Sentence, token: Token, recent: Sequence[Proposed]) -> Meant | None:
    """The state or organisation that is the subject nearest before, the only one of its sentence."""
    if token.text.lower() not in IT or token.tag not in {"PRP", "PRP$"} or token.role == "expl":
        return None
    if empty(sentence, token):
        return None
    bodies = [p for p in recent if p.actor.kind in {"country", "organisation", "outlet"}]
    found = nearest(sentence, [p for p in bodies if p.role in SUBJECT and not itself(sentence, token, p)])
    if found is None:
        return None
    if found.sentence == sentence.index:
        between = [p for p in bodies if p.sentence == sentence.index and p.start >= found.stop and p.key != found.key]
        return None if between and token.tag == "PRP$" else one(token, found)
    states = {p.key for p in bodies if p.sentence in {found.sentence, sentence.index} and p.actor.kind == "country"}
    return one(token, found) if len(states) < 2 else None


EMPTY_OF = {"call", "consider", "deem", "find", "make", "take", "think"}  # "made it hard", "whatever it takes"
OCCASIONS = {
    "case",
    "chance",
    "day",
    "fact",
    "hour",
    "moment",
    "month",
    "reason",
    "result",
    "time",
    "way",
    "week",
    "year",
}


def empty(sentence: Sentence, token: Token) -> bool:
    """Whether "it" stands for no one: "it is the first time", "it is hard to say", "made it impossible to trade"."""
    above = sentence.tokens[token.head]
    if token.tag == "PRP$":
        return False
    if above.lemma == "take" and token.role in SUBJECT:
        return any(t.tag in {"WDT", "WP"} for t in sentence.tokens[max(0, token.index - 2) : token.index])
    below = [sentence.tokens[i] for i in sentence.children[above.index]]
    if (above.lemma == "be" or above.text == "’s") and token.role in SUBJECT:
        said = [t for t in below if t.role in {"attr", "acomp", "npadvmod"}]
        clauses = any(t.role in {"ccomp", "xcomp", "csubj", "advcl"} and t.index > above.index for t in below)
        inner = any(
            t.role in {"ccomp", "xcomp", "acl"}
            for w in said
            for t in map(sentence.tokens.__getitem__, sentence.children[w.index])
        )
        return any(t.lemma in OCCASIONS for t in said) or ((clauses or inner) and any(t.role == "acomp" for t in said))
    governed = sentence.tokens[token.index - 1] if token.index else token
    return governed.lemma in EMPTY_OF and governed.pos == "VERB" and token.text == "it"


def itself(sentence: Sentence, token: Token, proposed: Proposed) -> bool:
    """Whether a pronoun is the object of what another does: "officials urged them" means none of the officials."""
    doer = doer_to(sentence, token)
    return doer is not None and proposed.sentence == sentence.index and proposed.start <= doer.index < proposed.stop


def doer_to(sentence: Sentence, token: Token) -> Token | None:
    """Who does what a pronoun that is not reflexive suffers, so that it means another.

    Of "Solheim met Ciobanu and praised him" Solheim, of "the envoy sent to warn him" the envoy.
    """
    above = sentence.tokens[token.head]
    against = token.role == "pobj" and above.lemma in {"against", "of", "to"}
    if token.text.lower().endswith(("self", "selves")) or token.tag == "PRP$":
        return None
    if token.role not in {"dobj", "dative"} and not against:
        return None
    verb = sentence.tokens[above.head] if against else above
    if verb.pos == "NOUN" and verb.role == "dobj":
        verb = sentence.tokens[verb.head]  # "handles the suits against him"
    return doer_of(sentence, verb) if verb.pos == "VERB" else None


def doer_of(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb it goes on from; the noun it says more of."""
    while True:
        above = sentence.tokens[verb.head]
        subject = next((t for t in children(sentence, verb, "nsubj")), None)
        if subject is not None:
            return above if verb.role == "relcl" and subject.tag in {"WP", "WDT"} else subject
        if verb.role == "acl":
            return above
        if children(sentence, verb, "nsubjpass") or above is verb or verb.role not in GOING_ON:
            return None
        verb = sentence.tokens[above.head] if verb.role == "pcomp" else above


GOING_ON = {"advcl", "conj", "pcomp", "xcomp"}


def they(sentence: Sentence, token: Token, recent: Sequence[Proposed]) -> Meant | None:
    """A group or body, or several named together, as the subject nearest before; none that does it to them.

    A body that says something is "they"; whom others do something to, "them", are people.
    """
    if token.text.lower() not in THEY:
        return None
    alone = {"group"} if token.text.lower() == "them" else BODIES
    others = [p for p in recent if p.kind != "pronoun" and not itself(sentence, token, p)]
    for index in (sentence.index, sentence.index - 1):
        here = [p for p in others if p.sentence == index]
        for several in reversed(lists(here)):
            if several[0].role in SUBJECT and (len(several) > 1 or several[0].actor.kind in alone):
                return token.index, token.index + 1, several
    return None


def the_two_countries(sentence: Sentence, token: Token, recent: Sequence[Proposed]) -> Meant | None:
    """As many states as the words count, named together shortly before: "these nations", "the three countries"."""
    if token.lemma not in GROUPS or token.tag != "NNS":
        return None
    left = sentence.tokens[max(0, token.index - 3) : token.index]
    words = [t.text.lower() for t in left]
    if not {"the", "these", "those", "both"} & set(words) or any(
        t.pos == "ADJ" and t.text.lower() not in NUMBERS for t in left
    ):
        return None
    count = next((NUMBERS[w] for w in words if w in NUMBERS), None)
    start = next(t.index for t in left if t.text.lower() in {"the", "these", "those", "both"})
    for index in range(sentence.index, sentence.index - REACH - 1, -1):
        states = [p for p in recent if p.sentence == index and p.actor.kind == "country"]
        for several in reversed(lists([p for p in states if p.kind != "pronoun"])):
            if len(several) == count or (count is None and len(several) > 1):
                return start, token.index + 1, several
        distinct = tuple({p.key: p for p in states}.values())
        if count == len(distinct) and count is not None:
            return start, token.index + 1, distinct
    return None


def the_bloc(sentence: Sentence, token: Token, recent: Sequence[Proposed]) -> Meant | None:
    """The one union of states that is named shortly before: "the bloc", "the alliance"."""
    if token.text not in BLOCS or token.index == 0 or sentence.tokens[token.index - 1].text.lower() != "the":
        return None
    unions = {p.key: p for p in recent if p.actor.kind == "organisation" and p.actor.country in UNIONS}
    return (token.index - 1, token.index + 1, tuple(unions.values())) if len(unions) == 1 else None


def the_two_koreas(sentence: Sentence, token: Token, recent: Sequence[Proposed]) -> Meant | None:
    """The states that share a last name, where it is told in the plural: "the two Koreas", "both Congos"."""
    states = sharing().get(token.text, ())
    left = sentence.tokens[max(0, token.index - 2) : token.index]
    start = next((t.index for t in left if t.text.lower() in {"the", "both", "two"}), None)
    if start is None or any(t.pos == "ADJ" and t.text.lower() not in NUMBERS for t in left):
        return None
    several = tuple(
        Proposed(sentence.index, start, token.index + 1, "noun", token.role, Key("country", iso3), country)
        for iso3, country in ((iso3, Actor(country_name(iso3), "country", iso3)) for iso3 in states)
    )
    return (start, token.index + 1, several) if several else None


def the_north(sentence: Sentence, token: Token, recent: Sequence[Proposed]) -> Meant | None:
    """Of two states that share a last name, the one a point of the compass names near either: "the North"."""
    start = token.index - 1
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if token.text not in POINTS or start < 0 or sentence.tokens[start].text.lower() != "the":
        return None
    if after and (after[0].text[:1].isupper() or token.role == "compound"):
        return None
    for states in sharing().values():
        if any(p.actor.country in states for p in recent):
            iso3 = next(each for each in states if country_name(each).startswith(token.text))
            country = Actor(country_name(iso3), "country", iso3)
            return (
                start,
                token.index + 1,
                (Proposed(sentence.index, start, token.index + 1, "noun", token.role, Key("country", iso3), country),),
            )
    return None


@cache
def sharing() -> Mapping[str, tuple[str, ...]]:
    """The plural of a last name that just two states have, and the two: Koreas, Sudans not, for one has it alone."""
    found: dict[str, list[str]] = {}
    for iso3, row in countries().items():
        words = row["name"].split()
        if len(words) == 2 and words[0] in {"North", "South", "East", "West"}:
            found.setdefault(f"{words[1]}s", []).append(iso3)
    return {plural: tuple(states) for plural, states in found.items() if len(states) == 2}


RULES = (he_or_she, it_or_its, they, the_two_countries, the_bloc, the_two_koreas, the_north)


def nearest(sentence: Sentence, candidates: Sequence[Proposed]) -> Proposed | None:
    """The last subject of this sentence or the one before; else the only candidate of the nearest sentence with one."""
    for index in (sentence.index, sentence.index - 1, sentence.index - 2):
        here = [p for p in candidates if p.sentence == index]
        subjects = [p for p in here if p.role in SUBJECT]
        if subjects:
            first = next((p for p in subjects if p.main), subjects[0])  # who speaks, not of whom
            return subjects[-1] if index == sentence.index else first
        if here:
            return here[0] if len({p.key for p in here}) == 1 else None
    return None


def one(token: Token, found: Proposed | None) -> Meant | None:
    return None if found is None else (token.index, token.index + 1, (found,))


def lists(here: Sequence[Proposed]) -> list[tuple[Proposed, ...]]:
    """Mentions that follow one another as in "the US, South Korea and Japan"; a lone mention is a list of one."""
    found: list[list[Proposed]] = []
    for each in sorted(here, key=lambda p: p.start):
        last = found[-1][-1] if found else None
        if last and each.key != last.key and (each.start == last.start or follows(last, each)):
            found[-1].append(each)
        else:
            found.append([each])
    return [tuple(group) for group in found]


def follows(last: Proposed, each: Proposed) -> bool:
    """Whether a mention goes on with a list: two subjects are of two clauses."""
    return each.role in {"conj", last.role} - SUBJECT and each.start - last.stop <= 3
