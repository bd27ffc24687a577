"""Who an act is by and whom it is done to: the phrases a trigger governs, and the actors named in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from crosswire.claims.acts import act_words
from crosswire.claims.clauses import doers, done_to
from crosswire.claims.triggers import Trigger
from crosswire.knowledge.lexicon import rows
from crosswire.records import Actor, Cited, Mention, Record, Span, Statement
from crosswire.syntax import Sentence, Token, children, conjuncts, head, subtree

SPEAKER = {"we", "i", "us", "our", "my", "me"}
DEPTH = 3  # "the head of the army of the republic": a phrase in a phrase in a phrase


class Cast(Record, frozen=True):
    """The actors of an article by the code point at which a token that names them starts."""

    by_start: Mapping[int, tuple[Cited[Actor], ...]]

    def at(self, token: Token) -> tuple[Cited[Actor], ...]:
        return self.by_start.get(token.start, ())


def cast(
    sentences: Iterable[Sentence], mentions: Iterable[Mention], actors: Sequence[Actor], statements: Iterable[Statement]
) -> Cast:
    """Every mention under each of its tokens, several where words stand for several; a speaker under his "we"."""
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
    return Cast(covering)


def arguments(sentence: Sentence, trigger: Trigger, slots: Iterable[str], here: Cast) -> tuple[Cited[Actor], ...]:
    """The actors of the first slot in which any is named."""
    for slot in slots:
        found = distinct(
            actor for phrase in phrases(sentence, trigger, slot) for actor in named(sentence, phrase, here)
        )
        if found:
            return found
    return ()


def phrases(sentence: Sentence, trigger: Trigger, slot: str) -> tuple[Token, ...]:
    """The heads of the phrases that fill a slot; a slot without a function of its own is a preposition."""
    fill = SLOTS.get(slot)
    return fill(sentence, trigger) if fill else after(sentence, trigger, slot)


def subject(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Who does it; for a noun standing alone nobody says so."""
    if trigger.rule == "bare_noun":
        return ()
    return doers(sentence, trigger.head)


def object_of(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom it is done to; the act's own words are not."""
    return tuple(t for t in done_to(sentence, trigger.head) if t is not trigger.noun and t not in trigger.words)


def receiver(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom something is given to: "gave Kyiv tanks", "gave tanks to Kyiv"."""
    given = children(sentence, trigger.head, "dative")
    found = tuple(noun for t in given for noun in (children(sentence, t, "pobj") if t.pos == "ADP" else (t,)))
    return found or after(sentence, trigger, "to")


def owner(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    return children(sentence, trigger.noun, "poss") if trigger.noun else ()


def modifier(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """The adjectives and nouns before the act: "Ukrainian attack", "US-South Korea-Japan drills"."""
    before = children(sentence, trigger.noun, "amod", "compound", "nmod") if trigger.noun else ()
    return tuple(t for word in before for t in subtree(sentence, word) if t.text not in capital_words())


def content(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom a promise, threat or refusal is about: in "offered to send aid to Kyiv", Kyiv; in "refused to meet X", X."""
    for clause in children(sentence, trigger.words[-1], "xcomp") or children(sentence, trigger.head, "xcomp"):
        promised = Trigger(trigger.act, clause, None, (clause,), trigger.rule)
        for slot in ("with", "to", "against", "on", "from"):
            found = after(sentence, promised, slot)
            if found:
                return (*done_to(sentence, clause), *found)
        return done_to(sentence, clause)
    return ()


def clause_subject(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Of whom something is demanded or alleged: in "demanded that Iran stop", Iran."""
    clauses = children(sentence, trigger.head, "ccomp")
    return tuple(t for clause in clauses for t in children(sentence, clause, "nsubj", "nsubjpass"))


def purpose(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom something is sent to help: in "sent troops to support Russia's war", the war that is Russia's."""
    clauses = children(sentence, trigger.head, "advcl", "xcomp", "relcl", "acl")
    sent = (each for noun in children(sentence, trigger.head, "dobj") for each in conjuncts(sentence, noun))
    below = (t for noun in sent for t in children(sentence, noun, "acl", "relcl"))
    helping = (t for t in (*clauses, *below) if t.tag == "VB" and t.lemma in act_words("helping"))
    return tuple(noun for verb in helping for noun in done_to(sentence, verb))


def between(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    return after(sentence, trigger, "between") or after(sentence, trigger, "among")


def after(sentence: Sentence, trigger: Trigger, preposition: str) -> tuple[Token, ...]:
    """What stands behind a preposition under the act's words, or under its object where the parser hung it there."""
    hosts = [trigger.head, trigger.noun, *trigger.words]
    if trigger.noun is None:
        hosts.extend(t for t in done_to(sentence, trigger.head))
    for host in hosts:
        if host is not None:
            links = (t for t in children(sentence, host, "prep", "agent", "dative") if t.text.lower() == preposition)
            found = tuple(noun for link in links for noun in children(sentence, link, "pobj"))
            if found:
                return found
    return ()


def giver_in_return(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Who gives back: in "armed Moscow, receiving aid in return", Moscow."""
    links = children(sentence, trigger.head, "prep")
    back = any(
        n.lemma in {"return", "exchange"} for t in links if t.lemma == "in" for n in children(sentence, t, "pobj")
    )
    above = head(sentence, trigger.head)
    if not back or above is None:
        return ()
    gift = Trigger(trigger.act, above, None, (above,), trigger.rule)
    return receiver(sentence, gift) or purpose(sentence, gift)


SLOTS: Mapping[str, Callable[[Sentence, Trigger], tuple[Token, ...]]] = {
    "subj": subject,
    "obj": object_of,
    "dative": receiver,
    "poss": owner,
    "mod": modifier,
    "between": between,
    "content": content,
    "clause": clause_subject,
    "purpose": purpose,
    "return": giver_in_return,
}


def named(sentence: Sentence, phrase: Token, here: Cast, depth: int = DEPTH) -> Iterator[Cited[Actor]]:
    """The actors of a phrase and of all coordinated with its head."""
    for each in conjuncts(sentence, phrase):
        own = here.at(each)
        if own and all(
            a.value.name[:1].islower() for a in own
        ):  # "the militant group Boko Haram" has a name beside the role
            own = tuple(a for t in children(sentence, each, "appos") for a in here.at(t)) or own
        yield from own or inside(sentence, each, here, depth)


def inside(sentence: Sentence, phrase: Token, here: Cast, depth: int) -> tuple[Cited[Actor], ...]:
    """The actors a phrase belongs to where its head names none: "Iran's programme", "thousands of protesters"."""
    if depth == 0 or phrase.pos not in {"NOUN", "PROPN", "NUM", "DET", "ADJ", "PRON"}:
        return ()
    owners = children(sentence, phrase, "poss")
    behind = tuple(
        noun
        for link in children(sentence, phrase, "prep", "agent")
        if link.lemma in BELONGING
        for noun in children(sentence, link, "pobj")
    )
    before = tuple(t for t in children(sentence, phrase, "amod", "compound", "nmod") if t.text not in capital_words())
    nearest = next((t for t in reversed(before) if any(named(sentence, t, here, depth - 1))), None)
    for group in (owners, children(sentence, phrase, "appos"), behind, (nearest,) if nearest else ()):
        found = tuple(actor for token in group for actor in named(sentence, token, here, depth - 1))
        if found:
            return found
    return ()


@cache
def capital_words() -> frozenset[str]:
    """Words of capitals: before a noun they are where it was, in "the Paris attacks", not whose."""
    return frozenset(word for row in rows("countries") for word in row["capital"].replace("|", " ").split())


BELONGING = {"of", "by", "from"}


def distinct(found: Iterable[Cited[Actor]]) -> tuple[Cited[Actor], ...]:
    """Each actor once, with the words that name it first."""
    by_actor: dict[Actor, Cited[Actor]] = {}
    for each in found:
        by_actor.setdefault(each.value, each)
    return tuple(by_actor.values())
