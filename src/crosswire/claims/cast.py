"""Who is named where: the actors under each word of an article, and those of a phrase."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from crosswire.claims.acts import act_words
from crosswire.knowledge.lexicon import rows
from crosswire.records import Actor, Cited, Mention, Record, Span, Statement
from crosswire.syntax import Sentence, Token, children, conjuncts

SPEAKER = {"we", "i", "us", "our", "my", "me"}
BELONGING = {"of", "by", "from"}
OPENING = 3  # the first sentences, title among them, say what kind of story it is
NEAR = 3  # sentences before that say what goes on
FIGHTERS = {"fighter", "guerrilla", "gunman", "insurgent", "militant", "rebel", "terrorist"}
MANY = {"dozen", "few", "hundred", "many", "million", "most", "several", "some", "thousand"}
LISTED = ({"country"}, {"person"})
COLLECTIVE = {"campaign", "camp", "delegation", "entourage", "staff", "team"}
DEPTH = 3  # "the head of the army of the republic": a phrase in a phrase in a phrase


class Cast(Record, frozen=True):
    """The actors of an article by the code point at which a token that names them starts.

    `lists` has the whole of "the US, South Korea and Japan" under each of the three: parsers cut such lists.
    `lemmas` has the words of each sentence.
    """

    article: str
    by_start: Mapping[int, tuple[Cited[Actor], ...]]
    lists: Mapping[int, tuple[Cited[Actor], ...]]
    lemmas: Mapping[int, frozenset[str]]

    def around(self, sentence: Sentence) -> frozenset[str]:
        """The lemmas of a sentence, of those just before and after it, and of the first of the article."""
        near = {*range(OPENING), *range(sentence.index - NEAR, sentence.index + 2)}
        return frozenset().union(*(self.lemmas.get(index, frozenset()) for index in near))

    def at(self, token: Token) -> tuple[Cited[Actor], ...]:
        return self.by_start.get(token.start, ())


def cast(
    article: str,
    sentences: Iterable[Sentence],
    mentions: Iterable[Mention],
    actors: Sequence[Actor],
    statements: Iterable[Statement],
) -> Cast:
    """Every mention under each of its tokens, several where words stand for several; a speaker under his "we"."""
    sentences = tuple(sentences)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    starts = [token.start for token in tokens]
    covering: dict[int, tuple[Cited[Actor], ...]] = {}

    def under(span: Span) -> list[Token]:
        return tokens[max(0, bisect_right(starts, span.start) - 1) : bisect_left(starts, span.stop)]

    for mention in mentions:
        for token in under(mention.span):
            said = Cited(actors[mention.chain], (mention.span,))
            covering[token.start] = (*covering.get(token.start, ()), said)
    for statement in statements:
        for token in (t for span in statement.content for t in under(span) if t.text.lower() in SPEAKER):
            if statement.kind != "indirect" and statement.sources:
                speaker = statement.sources[0]
                own = Span(speaker.spans[0].article, token.start, token.stop)
                covering[token.start] = (Cited(speaker.value, (own, *speaker.spans)),)
    lemmas = {sentence.index: frozenset(t.lemma for t in sentence.tokens) for sentence in sentences}
    return Cast(article, covering, listed(tokens, covering), lemmas)


def listed(
    tokens: Sequence[Token], covering: Mapping[int, tuple[Cited[Actor], ...]]
) -> Mapping[int, tuple[Cited[Actor], ...]]:
    """Three or more states or people with nothing but commas and "and" between them, under each of their tokens."""
    found: dict[int, tuple[Cited[Actor], ...]] = {}
    run: list[Token] = []
    kind = None
    for token in (*tokens, None):
        kinds = {a.value.kind for a in covering.get(token.start, ())} if token else set()
        if token and kinds in LISTED and (not run or kinds == kind):
            run.append(token)
            kind = kinds
        elif token is None or token.text.lower() not in {",", "and", "&", "the"}:
            members = distinct(a for t in run for a in covering[t.start])
            if len(members) > 2:
                found.update((t.start, members) for t in run)
            run = []
    return found


def named(sentence: Sentence, phrase: Token, here: Cast, depth: int = DEPTH) -> Iterator[Cited[Actor]]:
    """The actors of a phrase and of all coordinated with its head."""
    first = (t for t in children(sentence, phrase, "nmod") if t.pos == "PROPN" and children(sentence, t, "cc"))
    for each in (*first, *conjuncts(sentence, phrase)):  # "Oja and Mayor Erik Lund", where the parse sees one name
        own = here.lists.get(each.start) or here.at(each)
        if own and all(a.value.name.split(": ")[-1][:1].islower() for a in own):
            own = beside(sentence, each, here) or own
        if each.tag == "NNPS" and is_counted(sentence, each):
            own = tuple(follower(each, a) for a in own)  # "many Nigerians" are not Nigeria
        yield from own or inside(sentence, each, here, depth)


def is_counted(sentence: Sentence, noun: Token) -> bool:
    """Whether it is told how many a noun means: "many Nigerians", "hundreds of Nigerians"."""
    link = sentence.tokens[noun.head]
    number = sentence.tokens[link.head]
    many = (*children(sentence, noun, "amod", "det", "nummod"), *((number,) if link.lemma == "of" else ()))
    return any(t.lemma in MANY for t in many)


def named_heads(sentence: Sentence, phrase: Token, here: Cast) -> Iterator[Cited[Actor]]:
    """The actors that a phrase and what is coordinated with it name themselves, nothing below them."""
    for each in conjuncts(sentence, phrase):
        yield from here.at(each)


def beside(sentence: Sentence, role: Token, here: Cast) -> tuple[Cited[Actor], ...]:
    """The name next to a bare role, or whose it is: "Boko Haram militants", "a soldier of the Islamic State".

    A unit is of those in it: "a team of police", "a squad comprising guards".
    """
    of = (t for t in children(sentence, role, "prep") if t.lemma == "of")
    owners = (t for link in of for t in children(sentence, link, "pobj"))
    for token in (*children(sentence, role, "appos"), *children(sentence, role, "compound"), *owners):
        found = tuple(a for a in here.at(token) if a.value.kind == "organisation" and not a.value.name[:1].islower())
        if found:
            return found
    members = of_unit(sentence, role) if role.lemma in act_words("units") else ()
    return distinct(a for t in members for a in named(sentence, t, here, 1) if a.value.sector == "COP")


def of_unit(sentence: Sentence, unit: Token) -> tuple[Token, ...]:
    """Those a unit is made of or led by: "a squad from the county police", "a party led by an inspector"."""
    made = tuple(t for t in children(sentence, unit, "acl") if t.lemma in {"comprise", "consist", "head", "lead"})
    links = [t for host in (unit, *made) for t in children(sentence, host, "prep", "agent") if t.lemma in BELONGING]
    own = (t for host in made for t in children(sentence, host, "dobj"))
    return (*own, *(t for link in links for t in children(sentence, link, "pobj")))


def inside(sentence: Sentence, phrase: Token, here: Cast, depth: int) -> tuple[Cited[Actor], ...]:
    """The actors a phrase belongs to where its head names none: "Iran's programme", "thousands of protesters"."""
    if depth == 0 or phrase.pos not in {"NOUN", "PROPN", "NUM", "DET", "ADJ", "PRON"}:
        return ()
    private = phrase.lemma in act_words("private")  # "Biden's wife" is not Biden, "a native of Tunisia" not Tunisia
    owners = () if private else children(sentence, phrase, "poss")
    behind = (
        ()
        if private
        else tuple(
            noun
            for link in children(sentence, phrase, "prep", "agent")
            if link.lemma in BELONGING
            for noun in children(sentence, link, "pobj")
        )
    )
    about = ("compound", "nmod") if phrase.lemma in act_words("topics") else ()  # "the Russia inquiry" is not Russia's
    beside = children(sentence, phrase, "amod", "compound", "nmod")
    before = tuple(t for t in beside if t.text not in capital_words() and t.role not in about)
    apart = {"person"} if private else set()  # "Trump supporters" are not Trump
    nearest = next(
        (t for t in reversed(before) if any(a.value.kind not in apart for a in named(sentence, t, here, depth - 1))),
        None,
    )
    national = tuple(t for t in before if t.role == "amod")  # "the Turkish side of the island" is Turkish
    ours = owners and owners[0].pos == "PRON" and national  # "our French friends" are French
    appositions = children(sentence, phrase, "appos")
    for group in (ours or owners, appositions, national, behind, (nearest,) if nearest else ()):
        found = tuple(actor for token in group for actor in named(sentence, token, here, depth - 1))
        if found:
            himself = {"person"} if group is appositions else set()
            return tuple(a if a.value.kind in himself else of_his(sentence, phrase, a) for a in found)
    return ()


def of_his(sentence: Sentence, phrase: Token, whose: Cited[Actor]) -> Cited[Actor]:
    """Whose a phrase is, or who of his it names: "Clinton's campaign" is not Clinton, "Iran's programme" is Iran.

    Those who fight for a group are the group.
    """
    if whose.value.kind == "organisation" and phrase.lemma in FIGHTERS:
        return whose
    if whose.value.kind == "person":
        return follower(phrase, whose) if phrase.lemma in act_words("retinue") else whose
    return follower(phrase, whose) if is_one_of(sentence, phrase) else whose


def is_one_of(sentence: Sentence, phrase: Token) -> bool:
    """Whether a noun names people by what they do or hold: "psychiatrist", "swimmer"; or "who" follows it."""
    clauses = children(sentence, phrase, "relcl")
    subjects = (t for clause in clauses for t in children(sentence, clause, "nsubj", "nsubjpass"))
    told = phrase.text.lower().rstrip("s").endswith("ist") or phrase.lemma in act_words("people")
    return told or any(t.lemma == "who" for t in subjects)


def follower(phrase: Token, whose: Cited[Actor]) -> Cited[Actor]:
    """Somebody by what he does or holds, of a state, body or person and not it: "a Dutch psychiatrist"."""
    if whose.value.kind not in {"country", "organisation", "person"}:
        return whose
    many = phrase.tag in {"NNS", "NNPS"} or phrase.lemma in COLLECTIVE
    kind = "group" if many else "person"
    name = f"{whose.value.name}: {phrase.text}"
    sector = "PTY" if whose.value.sector == "PTY" else None
    own = Span(whose.spans[0].article, phrase.start, phrase.stop)
    return Cited(Actor(name, kind, whose.value.country, sector), (own, *whose.spans))


@cache
def capital_words() -> frozenset[str]:
    """Words of capitals: before a noun they are where it was, in "the Paris attacks", not whose."""
    return frozenset(word for row in rows("countries") for word in row["capital"].replace("|", " ").split())


def distinct(found: Iterable[Cited[Actor]]) -> tuple[Cited[Actor], ...]:
    """Each actor once, with the words that name it first; of "U.S. and Korean forces" those of both, not the U.S."""
    by_actor: dict[Actor, Cited[Actor]] = {}
    for each in found:
        by_actor.setdefault(each.value, each)
    whose = {actor.name.partition(": ")[0] for actor in by_actor if ": " in actor.name}
    return tuple(each for actor, each in by_actor.items() if actor.kind != "country" or actor.name not in whose)
