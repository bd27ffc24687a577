"""Who an act is by and whom it is done to: the phrases a trigger governs, and the actors named in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from crosswire.claims.acts import act_words
from crosswire.claims.blows import blow
from crosswire.claims.cast import Cast, capital_words, distinct, named, named_heads
from crosswire.claims.clauses import doers, done_to, framed, is_passive
from crosswire.claims.triggers import Trigger, asked_for
from crosswire.claims.victims import victims
from crosswire.records import Actor, Cited
from crosswire.syntax import Sentence, Token, children, conjuncts, head, subtree

VERBAL = {"AID", "AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT"}
BEFORE = ("amod", "compound", "nmod")
FRAMING = {"during", "at", "on", "after", "before", "following"}


def arguments(
    sentence: Sentence, trigger: Trigger, slots: Iterable[str], here: Cast, *, hurt: bool = False, one: bool = False
) -> tuple[Cited[Actor], ...]:
    """The actors of the first slot in which any is named; whom it has `hurt` may be there in numbers, or as `one`."""
    for slot in slots:
        if (
            slot == "subj"
            and trigger.act.type in VERBAL
            and not all(speaks(t, here) for t in subject(sentence, trigger))
        ):
            continue
        found = distinct(
            actor
            for filler in phrases(sentence, trigger, slot)
            for phrase in (filler, *told_along(sentence, trigger, filler))
            for actor in taking(sentence, trigger, phrase, here, hurt=hurt, one=one)
        )
        if slot == "mod":  # the name of a drill is nobody's
            found = tuple(a for a in found if a.value.kind != "organisation" or a.value.country or a.value.sector)
        if found:
            return found
    return ()


def told_along(sentence: Sentence, trigger: Trigger, phrase: Token) -> tuple[Token, ...]:
    """Who shares in an act with a phrase, on its side of the verb: "the minister, together with the mayor, met"."""
    verb = trigger.head.index
    links = [t for host in (phrase, trigger.head) for t in children(sentence, host, "prep", "advmod")]
    links += [t for link in links for t in children(sentence, link, "prep")]
    return tuple(
        noun
        for link in links
        if link.lemma in act_words("along") and (link.lemma != "with" or comes_along(sentence, link))
        if phrase.index < link.index and (phrase.index < verb) == (link.index < verb)
        for noun in children(sentence, link, "pobj")
    )


def comes_along(sentence: Sentence, link: Token) -> bool:
    return link.index > 0 and sentence.tokens[link.index - 1].lemma in {"along", "together"}


def taking(
    sentence: Sentence, trigger: Trigger, phrase: Token, here: Cast, *, hurt: bool, one: bool
) -> Iterable[Cited[Actor]]:
    """The actors of a phrase: in "killed 12 of Chad's villagers" the villagers, not Chad."""
    if concerned(sentence, phrase):
        return ()
    crowd = tuple(victims(sentence, phrase, trigger.act, here, one=one)) if hurt else ()
    return (*(named(sentence, phrase, here) if not crowd else named_heads(sentence, phrase, here)), *crowd)


def concerned(sentence: Sentence, phrase: Token) -> bool:
    """ "All parties", "the parties concerned": whoever has a part in it, no political party."""
    around = (t.lemma for t in children(sentence, phrase, "det", "amod", "acl"))
    return phrase.lemma == "party" and any(t in {"all", "concern", "concerned", "involve", "relevant"} for t in around)


def speaks(token: Token, here: Cast) -> bool:
    """Whether a phrase can say something: an actor, or what speaks for one; "Russia's drills" do not voice concern."""
    return bool(here.at(token)) or token.pos in {"PROPN", "NUM", "PRON", "ADJ"} or token.lemma in act_words("speaking")


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
    """Whom it is done to; the act's own words are not, people and names apart: "freed the hostages", "joined NATO"."""
    words = (t for t in (*trigger.words, trigger.noun) if t is not None)
    people = act_words("civilians") | act_words("forces")
    own = {t.index for t in words if t.pos != "PROPN" and t.lemma not in people}
    return tuple(t for t in done_to(sentence, trigger.head) if t.index not in own)


def receiver(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom something is given to: "gave Kyiv tanks", "gave tanks to Kyiv"."""
    given = children(sentence, trigger.head, "dative")
    found = tuple(noun for t in given for noun in (children(sentence, t, "pobj") if t.pos == "ADP" else (t,)))
    return found or after(sentence, trigger, "to")


def owner(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whose the act is; whose the object is where that is one of its words: "overrode Obama's veto"."""
    if trigger.noun is not None:
        return children(sentence, trigger.noun, "poss")
    return tuple(owner for word in trigger.words if word.pos == "NOUN" for owner in children(sentence, word, "poss"))


def taking_part(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Who is at a visit or meeting that frames another act: in "Lavrov warned X during a visit to Y", Lavrov."""
    link = head(sentence, trigger.noun) if trigger.noun else None
    verb = framed(sentence, link) if link is not None and link.lemma in FRAMING else None
    if trigger.rule != "bare_noun" or verb is None:
        return ()
    spoken = head(sentence, verb)
    if verb.role == "acl" and spoken is not None and spoken.lemma in act_words("remarks"):
        return children(sentence, spoken, "poss")
    return doers(sentence, verb)


def modifier(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """The adjectives and nouns before the act: "Ukrainian attack", "cancelled the Putin meeting"."""
    if trigger.noun and trigger.noun.role == "acl":  # "the police firing", where the parse sees police who fire
        return (sentence.tokens[trigger.noun.index - 1],)
    nouns = [trigger.noun] if trigger.noun else [t for t in trigger.words if t.pos == "NOUN"]
    before = tuple(t for noun in nouns for t in children(sentence, noun, *BEFORE, "nsubj"))
    return tuple(t for word in before for t in subtree(sentence, word) if t.text not in capital_words())


def content(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom a promise, threat or refusal is about: in "offered to send aid to Kyiv", Kyiv; in "refused to meet X", X.

    A promise is not to whom it is against, nor to what is one's own: "promised to expand its army".
    """
    offered = (t for noun in children(sentence, trigger.head, "dobj") for t in children(sentence, noun, "acl"))
    clauses = children(sentence, trigger.words[-1], "xcomp") or children(sentence, trigger.head, "xcomp")
    for clause in clauses or tuple(t for t in offered if t.tag == "VB"):
        out = tuple(t for t in children(sentence, clause, "prt", "prep") if t.lemma == "out")
        promised = Trigger(trigger.act, clause, None, (clause, *out), trigger.rule)
        slots = ("dative", "with", "to", "against", "on", "from", *(("of",) if out else ()))
        if trigger.act.type == "AGREE":
            return ceded(sentence, promised, [slot for slot in slots if slot != "against"])
        return (*done_to(sentence, clause), *first_filled(sentence, promised, slots))
    return ()


def ceded(sentence: Sentence, promised: Trigger, slots: Iterable[str]) -> tuple[Token, ...]:
    """Whom a promised deed is done to or for; nothing of one's own."""
    found = (*done_to(sentence, promised.head), *first_filled(sentence, promised, slots))
    return tuple(t for t in found if not any(own.pos == "PRON" for own in children(sentence, t, "poss")))


def first_filled(sentence: Sentence, trigger: Trigger, slots: Iterable[str]) -> tuple[Token, ...]:
    """What fills the first of some slots that anything fills."""
    return next((found for slot in slots if (found := phrases(sentence, trigger, slot))), ())


def clause_subject(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Of whom something is demanded or alleged: in "demanded that Iran stop", Iran; "that X be freed" is not of X."""
    clauses = dict.fromkeys((*children(sentence, trigger.head, "ccomp"), *asked_for(sentence, trigger.head)))
    return tuple(t for clause in clauses if not is_passive(sentence, clause) for t in doers(sentence, clause))


def purpose(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom something is sent to help: in "sent troops to support Russia's war", the war that is Russia's."""
    return meant_to(sentence, trigger, act_words("helping"))


def foe(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom forces are sent to fight: in "sent troops to combat the rebels", the rebels."""
    return meant_to(sentence, trigger, act_words("fighting"))


def meant_to(sentence: Sentence, trigger: Trigger, lemmas: frozenset[str]) -> tuple[Token, ...]:
    """To whom an act is meant to do one of some deeds."""
    clauses = children(sentence, trigger.head, "advcl", "xcomp", "relcl", "acl")
    sent = (each for noun in children(sentence, trigger.head, "dobj") for each in conjuncts(sentence, noun))
    below = (t for noun in sent for t in children(sentence, noun, "acl", "relcl"))
    deeds = (t for t in (*clauses, *below) if t.tag == "VB" and t.lemma in lemmas)
    return tuple(noun for verb in deeds for noun in done_to(sentence, verb))


def text_about(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whom a paper that is filed is about: "a suit claiming that Iowa's law", "a case seeking to stop Iowa"."""
    hosts = (trigger.head, *(t for t in trigger.words if t.pos == "NOUN"))
    clauses = (t for host in hosts for t in children(sentence, host, "acl", "advcl") if t.tag == "VBG")
    return tuple(t for clause in clauses for t in about(sentence, clause))


def about(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Whom a verb is about: its object and what that shall do, or who does what it says or seeks."""
    own = done_to(sentence, verb)
    clauses = tuple(t for c in children(sentence, verb, "ccomp") for t in (*doers(sentence, c), *done_to(sentence, c)))
    sought = (*children(sentence, verb, "xcomp"), *(t for noun in own for t in children(sentence, noun, "acl")))
    return (*own, *clauses, *(t for other in sought if other.tag == "VB" for t in about(sentence, other)))


def moved(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Those who take up a posture where nobody is said to put them there: "two companies of police were deployed"."""
    return tuple(each for noun in done_to(sentence, trigger.head) for each in members(sentence, noun))


def forces_of(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """The forces whose posture a noun tells, where nobody has announced it: "the deployment of police"."""
    if trigger.rule != "bare_noun":
        return ()
    found = (each for noun in after(sentence, trigger, "of") for each in members(sentence, noun))
    return tuple(t for t in found if t.lemma in act_words("forces"))


def members(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """What a unit is of, or the noun itself."""
    several = noun.lemma == "number" or noun.lemma in act_words("units")
    of = (t for t in children(sentence, noun, "prep") if several and t.lemma == "of")
    return tuple(each for link in of for each in children(sentence, link, "pobj")) or (noun,)


def between(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    return after(sentence, trigger, "between") or after(sentence, trigger, "among")


def after(sentence: Sentence, trigger: Trigger, preposition: str) -> tuple[Token, ...]:
    """What stands behind a preposition under the act's words, or under its object where the parser hung it there."""
    hosts = [trigger.head, trigger.noun, *trigger.words]
    if trigger.noun is None:
        hosts.extend(t for t in done_to(sentence, trigger.head))
    if preposition == "against":  # "an order of arrest against X"
        links = (link for host in hosts if host is not None for link in children(sentence, host, "prep"))
        hosts.extend(noun for link in links for noun in children(sentence, link, "pobj"))
    for host in hosts:
        if host is not None:
            first = (t for t in children(sentence, host, "prep", "agent", "dative") if t.text.lower() == preposition)
            links = (t for link in first for t in conjuncts(sentence, link) if t.text.lower() == preposition)
            found = tuple(
                noun for link in links for noun in children(sentence, link, "pobj") if not is_ground(noun, link)
            )
            if found:
                return found
    return ()


def is_ground(noun: Token, link: Token) -> bool:
    """Whether a phrase names what an act breaks or stands on: "against the council's resolutions", "in its name"."""
    return (link.lemma == "against" and noun.lemma in act_words("rules")) or (link.lemma, noun.lemma) == ("in", "name")


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
    "foe": foe,
    "taking_part": taking_part,
    "text": text_about,
    "moved": moved,
    "forces": forces_of,
    "blow": blow,
    "return": giver_in_return,
}
