"""Who an act is by and whom it is done to: the phrases a trigger governs, and the actors named in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping

from crosswire.claims.triggers import Trigger
from crosswire.records import Actor, Cited, Mention, Record
from crosswire.syntax import Sentence, Token, children, conjuncts, head

CLAUSES = {"relcl", "acl"}
RELATIVE = {"who", "which", "that", "whom"}
OWN_OBJECT = {
    "for",
    "of",
    "against",
    "from",
    "into",
}  # in "accused X of arming Y", "warned X against arming Y" the arming is X's
DEPTH = 3  # "the head of the army of the republic": a phrase in a phrase in a phrase


class Cast(Record, frozen=True):
    """The actors of an article by the code point at which a token that names them starts."""

    by_start: Mapping[int, tuple[Cited[Actor], ...]]

    def at(self, token: Token) -> tuple[Cited[Actor], ...]:
        return self.by_start.get(token.start, ())


def cast(sentences: Iterable[Sentence], mentions: Iterable[Mention], actors: tuple[Actor, ...]) -> Cast:
    """Every mention under each of its tokens; words that stand for several actors have several."""
    starts = [token.start for sentence in sentences for token in sentence.tokens]
    covering: dict[int, tuple[Cited[Actor], ...]] = {}
    for mention in mentions:
        said = Cited(actors[mention.chain], (mention.span,))
        first = max(0, bisect_right(starts, mention.span.start) - 1)
        for start in starts[first : bisect_left(starts, mention.span.stop)]:
            covering[start] = (*covering.get(start, ()), said)
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


def doers(sentence: Sentence, verb: Token, depth: int = DEPTH) -> tuple[Token, ...]:
    """The logical subject of a verb, its own or shared with the verb it hangs on."""
    if is_passive(sentence, verb):
        return tuple(noun for by in children(sentence, verb, "agent") for noun in children(sentence, by, "pobj"))
    own = children(sentence, verb, "nsubj")
    if own:
        return tuple(each for token in own for each in antecedent(sentence, verb, token))
    above = head(sentence, verb)
    if above is None or depth == 0:
        return ()
    if verb.role in CLAUSES:
        return (above,)
    if verb.role == "conj" and above.pos in {"VERB", "AUX"}:
        return done_to(sentence, above) if is_passive(sentence, above) else doers(sentence, above, depth - 1)
    if verb.role in {"xcomp", "ccomp", "advcl", "dep"} and above.pos in {"VERB", "AUX"}:
        controlled = children(sentence, above, "dobj") if verb.role == "xcomp" and verb.tag == "VB" else ()
        passive = is_passive(sentence, above)
        return controlled or (done_to(sentence, above) if passive else doers(sentence, above, depth - 1))
    if verb.role in {"xcomp", "advcl", "ccomp"} and above.pos == "ADJ":
        return tuple(t for up in (head(sentence, above),) if up for t in children(sentence, up, "nsubj"))
    if verb.role == "pcomp":
        return doers_behind(sentence, above, depth)
    return ()


def doers_behind(sentence: Sentence, preposition: Token, depth: int) -> tuple[Token, ...]:
    """Whose act a gerund behind a preposition is: "thanked X for sending", but "met X after sending"."""
    governor = head(sentence, preposition)
    if governor is None or governor.pos not in {"VERB", "AUX"}:
        return ()
    if preposition.lemma in OWN_OBJECT:
        return done_to(sentence, governor)
    return done_to(sentence, governor) if is_passive(sentence, governor) else doers(sentence, governor, depth - 1)


def antecedent(sentence: Sentence, verb: Token, token: Token) -> tuple[Token, ...]:
    """What a relative pronoun stands for, or the word itself."""
    above = head(sentence, verb)
    if token.lemma in RELATIVE and token.tag in {"WP", "WDT"} and verb.role == "relcl" and above is not None:
        return (above,)
    return (token,)


def object_of(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom it is done to; the act's own words are not."""
    return tuple(t for t in done_to(sentence, trigger.head) if t is not trigger.noun and t not in trigger.words)


def done_to(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The logical object of a verb: direct, the subject of a passive, the noun that a clause describes."""
    above = head(sentence, verb)
    if is_passive(sentence, verb):
        own = children(sentence, verb, "nsubjpass")
        if own:
            return tuple(each for token in own for each in antecedent(sentence, verb, token))
        if verb.role == "conj" and above is not None:
            return done_to(sentence, above)
        return (above,) if verb.role in CLAUSES and above is not None else ()
    direct = children(sentence, verb, "dobj")
    if direct:
        return tuple(each for token in direct for each in antecedent(sentence, verb, token))
    clauses = (t for t in children(sentence, verb, "ccomp") if t.pos == "VERB" and t.tag == "VB")
    controlled = tuple(t for clause in clauses for t in children(sentence, clause, "nsubj"))
    shared = (t for t in children(sentence, verb, "conj") if t.pos == "VERB" and not children(sentence, t, "nsubj"))
    return controlled or tuple(t for other in shared for t in children(sentence, other, "dobj"))


def is_passive(sentence: Sentence, verb: Token) -> bool:
    if children(sentence, verb, "auxpass", "nsubjpass", "agent"):
        return True
    above = head(sentence, verb)
    if verb.tag != "VBN" or above is None:
        return False
    return verb.role in CLAUSES or (verb.role == "conj" and above.tag == "VBN" and is_passive(sentence, above))


def receiver(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom something is given to: "gave Kyiv tanks", "gave tanks to Kyiv"."""
    given = children(sentence, trigger.head, "dative")
    found = tuple(noun for t in given for noun in (children(sentence, t, "pobj") if t.pos == "ADP" else (t,)))
    return found or after(sentence, trigger, "to")


def owner(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    return children(sentence, trigger.noun, "poss") if trigger.noun else ()


def modifier(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """The adjectives and nouns before the act: "Ukrainian attack", "US sanctions"."""
    return tuple(t for t in children(sentence, trigger.noun, "amod", "compound", "nmod")) if trigger.noun else ()


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


SLOTS: Mapping[str, Callable[[Sentence, Trigger], tuple[Token, ...]]] = {
    "subj": subject,
    "obj": object_of,
    "dative": receiver,
    "poss": owner,
    "mod": modifier,
    "between": between,
}


def named(sentence: Sentence, phrase: Token, here: Cast, depth: int = DEPTH) -> Iterator[Cited[Actor]]:
    """The actors of a phrase and of all coordinated with its head."""
    for each in conjuncts(sentence, phrase):
        yield from here.at(each) or inside(sentence, each, here, depth)


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
    before = children(sentence, phrase, "amod", "compound", "nmod")
    for group in (owners, children(sentence, phrase, "appos"), behind, before):
        found = tuple(actor for token in group for actor in named(sentence, token, here, depth - 1))
        if found:
            return found
    return ()


BELONGING = {"of", "by", "from"}


def distinct(found: Iterable[Cited[Actor]]) -> tuple[Cited[Actor], ...]:
    """Each actor once, with the words that name it first."""
    by_actor: dict[Actor, Cited[Actor]] = {}
    for each in found:
        by_actor.setdefault(each.value, each)
    return tuple(by_actor.values())
