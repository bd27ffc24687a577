"""Where a sentence tells a political act: its words, and the words that can have arguments."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.claims.acts import NO_OBJECT, Act, act_words, acts
from crosswire.records import Record
from crosswire.syntax import Sentence, Token, children, conjuncts, head, subtree

ALONE = "alone"  # in the lexicon: with no complement beside the object, as in "called Xi" but not "called Xi a friend"
TO_DO = "to:do"  # with what one offers or vows to do
FOR_A_DEED = "for:deed"  # "attacked him for leaving" is criticism
CLOCK = {"am", "a.m.", "pm", "p.m."}
GERUND = {"acl", "csubj", "dobj", "nsubj", "nsubjpass", "pcomp", "pobj"}
NONE = {"no", "nobody", "none", "nothing"}
TELLING = {"dobj", "attr", "oprd", "acomp", "pobj", "nsubjpass", "ccomp"}


class Trigger(Record, frozen=True):
    """An act told: `head` has the subject and the clause, `noun` the act where a noun tells it."""

    act: Act
    head: Token
    noun: Token | None
    words: tuple[Token, ...]
    rule: str


def find_triggers(sentence: Sentence) -> tuple[Trigger, ...]:
    """The acts told in a sentence, in reading order, each word in one of them."""
    taken: set[int] = set()
    found: list[Trigger] = []
    for rule in RULES:
        for token in sentence.tokens:
            for trigger in rule(sentence, token):
                if not taken & {(trigger.noun or trigger.words[0]).index}:
                    taken.update(word.index for word in trigger.words)
                    found.append(trigger)
    return tuple(sorted(found, key=lambda t: (t.noun or t.words[0]).index))


def verb_with_object(sentence: Sentence, token: Token) -> Iterator[Trigger]:
    """A verb that is an act with this object only: "imposed sanctions"."""
    if is_verb(token):
        for act in acts().verbs.get(token.lemma, ()):
            words = fits(sentence, token, act) if act.objects - {NO_OBJECT} else None
            if words:
                yield Trigger(act, token, None, words, "verb_with_object")
                return


def light_verb(sentence: Sentence, token: Token) -> Iterator[Trigger]:
    """A noun whose verb only says that it is done: "issued a warning", "talks were held", "drills held at sea"."""
    particles = acts().light.get(token.lemma)
    if particles is None or not is_verb(token):
        return
    for particle in sorted(particles, key=lambda p: p is None):
        link = particle_of(sentence, token, particle) if particle else None
        if particle and link is None:
            continue
        for noun in objects_of(sentence, token, link):
            act = noun_act(sentence, noun, acts().objects.get(noun.lemma, ()))
            if act:
                yield Trigger(act, token, noun, ordered(token, link, *named_by(sentence, noun, act)), "light_verb")


def bare_verb(sentence: Sentence, token: Token) -> Iterator[Trigger]:
    """A verb that is an act by itself: "warned", "met with"."""
    if is_verb(token):
        for act in acts().verbs.get(token.lemma, ()):
            words = None if act.objects - {NO_OBJECT} else fits(sentence, token, act)
            if words:
                yield Trigger(act, token, None, words, "bare_verb")
                return


def adjective(sentence: Sentence, token: Token) -> Iterator[Trigger]:
    """A readiness told with to be: "is willing to negotiate"."""
    verb = head(sentence, token)
    if token.pos != "ADJ" or token.role != "acomp" or verb is None:
        return
    for act in acts().adjectives.get(token.lemma, ()):
        follows = (
            children(sentence, token, "xcomp") if act.particle is None else particle_of(sentence, token, act.particle)
        )
        if follows:
            yield Trigger(act, verb, None, (token,), "adjective")
            return


def bare_noun(sentence: Sentence, token: Token) -> Iterator[Trigger]:
    """A noun that is an act wherever it stands: "Lavrov's visit to Wonsan"."""
    if (token.pos == "NOUN" and token.role not in {"compound", "nmod", "npadvmod"}) or is_firing(token):
        act = noun_act(sentence, token, acts().nouns.get(token.text.lower() if is_firing(token) else token.lemma, ()))
        if act:
            yield Trigger(act, token, token, named_by(sentence, token, act), "bare_noun")


def modal(sentence: Sentence, token: Token) -> Iterator[Trigger]:
    """A duty that one lays on another: "Moscow says Ankara must leave"; not what it "should have" done."""
    verb = head(sentence, token) if token.role == "aux" else None
    teller = head(sentence, verb) if verb is not None and verb.role == "ccomp" else None
    if verb is None or teller is None or teller.lemma not in act_words("saying"):
        return
    if not any(t.lemma == "have" for t in children(sentence, verb, "aux")):
        for act in acts().modals.get(token.text.lower(), ()):
            yield Trigger(act, teller, None, (token,), "modal")
            return


RULES = (verb_with_object, light_verb, bare_verb, adjective, modal, bare_noun)


def is_verb(token: Token) -> bool:
    said = token.pos == "VERB" or (token.lemma == "be" and token.pos == "AUX")  # "were on alert"
    return said and token.role not in {"amod", "compound", "aux", "auxpass", "nmod", "prep", "case"}


def fits(sentence: Sentence, verb: Token, act: Act) -> tuple[Token, ...] | None:
    """The words that tell the act where all that it asks for is there."""
    link = particle_of(sentence, verb, act.particle) if act.particle else None
    if link is None and act.particle and act.objects:  # "fired missiles at X": the parser may hang "at" on the missiles
        under = (particle_of(sentence, noun, act.particle) for noun in children(sentence, verb, "dobj"))
        link = next((t for t in under if t is not None), None)
    to_somebody = act.needs_recipient and act.recipients == (act.particle,) and not act.objects
    if to_somebody and link and not (children(sentence, link, "pobj", "pcomp") or children(sentence, verb, "dobj")):
        return None  # "stood by" is not "stood by them"
    if (act.particle and link is None) or (act.negated and not negated(sentence, verb)):
        return None
    if link is not None and act.type == "ASSAULT" and at_sea(sentence, link):
        return None
    if not act.objects:
        return ordered(verb, link)
    told = next((noun for noun in objects_of(sentence, verb, link) if spelled(sentence, noun) in act.objects), None)
    told = told or behind_preposition(sentence, verb, act)
    told = told or next((t for t in children(sentence, verb, "xcomp") if f"to:{t.lemma}" in act.objects), None)
    if told is None and TO_DO in act.objects:
        told = next(iter(children(sentence, verb, "xcomp")), None)
    if told is None and FOR_A_DEED in act.objects:
        told = next((t for t in children(sentence, verb, "prep") if is_charge(sentence, t)), None)
    if told is None and NO_OBJECT in act.objects and not children(sentence, verb, "dobj", "nsubjpass", "prt", "ccomp"):
        return ordered(verb, link) if verb.tag not in {"VBG", "VBN"} or children(sentence, verb, "aux") else None
    if (
        told is None
        and ALONE in act.objects
        and children(sentence, verb, "dobj")
        and not children(sentence, verb, "oprd", "ccomp", "acomp", "attr", "prt")
    ):
        return ordered(verb, link)
    return ordered(verb, link, told) if told else None


def at_sea(sentence: Sentence, link: Token) -> bool:
    """Whether what is fired at is water: "fired a missile into the sea" is a test."""
    return any(noun.lemma in {"sea", "ocean", "water"} for noun in children(sentence, link, "pobj"))


def negated(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is told not to be done: "did not act", "did nothing", "no policeman came", "not one man came"."""
    sides = (
        one
        for t in children(sentence, verb, "nsubj", "nsubjpass", "dobj")
        for one in (t, *children(sentence, t, "det", "nummod"))
    )
    words = (word for side in sides for word in (side, *children(sentence, side, "neg")))
    return bool(children(sentence, verb, "neg")) or any(t.text.lower() in NONE or t.role == "neg" for t in words)


def is_charge(sentence: Sentence, link: Token) -> bool:
    """ "For leaving", "over the deal"; not "for the third time", "over the border"."""
    topics = (t for t in children(sentence, link, "pobj") if not t.entity)
    return bool(children(sentence, link, "pcomp") if link.lemma == "for" else link.lemma == "over" and tuple(topics))


def particle_of(sentence: Sentence, token: Token, particle: str | None) -> Token | None:
    roles = ("prt", "prep", "advmod", "dative", "acomp", "oprd", "agent")
    leading = (mark for clause in asked_for(sentence, token) for mark in children(sentence, clause, "mark"))
    links = (*children(sentence, token, *roles), *leading)
    fitting = (t for t in links if t.text.lower() == particle and not dates(sentence, t))
    return next((t for t in fitting if not leads(sentence, t, token)), None)


def leads(sentence: Sentence, link: Token, verb: Token) -> bool:
    """Whether a preposition opens the clause: "on Sunday radio she called him weak"; not "to which she objects"."""
    asked = any(t.tag in {"WDT", "WP"} for t in children(sentence, link, "pobj"))
    return link.role == "prep" and link.index < verb.index and not asked


def asked_for(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The clauses that "for" leads: "called for Oslo to leave"."""
    clauses = children(sentence, verb, "advcl", "xcomp", "ccomp")
    return tuple(t for t in clauses if any(m.lemma == "for" for m in children(sentence, t, "mark")))


def dates(sentence: Sentence, preposition: Token) -> bool:
    """Whether a preposition tells when: "blamed on Monday" blames nobody, "launched at 6am" strikes nobody."""
    nouns = children(sentence, preposition, "pobj")
    return any(noun.entity in {"DATE", "TIME"} or noun.text.lower() in CLOCK for noun in nouns)


def objects_of(sentence: Sentence, verb: Token, link: Token | None) -> tuple[Token, ...]:
    """What a verb is done to, with all coordinated: objects, passive subjects, the noun a participle describes."""
    found = [t for t in children(sentence, verb, *TELLING) if t is not link]
    found.extend(t for t in children(sentence, verb, "npadvmod") if not t.entity)  # "looked the other way"
    if link is not None:
        found.extend(children(sentence, link, "pobj"))
    above = head(sentence, verb)
    if above is not None and verb.role == "acl" and verb.tag == "VBN":
        found.append(above)
    return tuple(each for noun in found for one in conjuncts(sentence, noun) for each in counted(sentence, one))


def spelled(sentence: Sentence, noun: Token) -> str:
    """The lemma of a noun with what a hyphen binds to it: "cease-fire"."""
    bound = noun.index > 1 and sentence.tokens[noun.index - 1].text == "-"
    return f"{sentence.tokens[noun.index - 2].lemma}-{noun.lemma}" if bound else noun.lemma


def counted(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The things a noun of number or kind is of: in "a round of talks", talks."""
    if noun.lemma not in act_words("containers"):
        return (noun,)
    of = (t for t in children(sentence, noun, "prep") if t.lemma == "of")
    return tuple(thing for link in of for thing in children(sentence, link, "pobj", "pcomp")) or (noun,)


def behind_preposition(sentence: Sentence, verb: Token, act: Act) -> Token | None:
    """The word an object like "into:custody" asks for, under the verb or under what it is done to."""
    for host in (verb, *children(sentence, verb, "dobj", "nsubjpass", "prt")):
        for preposition in children(sentence, host, "prep", "agent"):
            for noun in children(sentence, preposition, "pobj", "amod", "pcomp"):
                if f"{preposition.lemma}:{noun.lemma}" in act.objects:
                    return noun
    return None


def noun_act(sentence: Sentence, noun: Token, candidates: tuple[Act, ...]) -> Act | None:
    """The first act of a noun whose particle or modifiers stand before it."""
    if not candidates or not (noun.pos == "NOUN" or is_firing(noun)):
        return None
    before = {t.lemma for word in children(sentence, noun, "compound", "amod", "nmod") for t in subtree(sentence, word)}
    before |= {f"{link.lemma}:" for link in children(sentence, noun, "prep")}
    for act in candidates:
        if (act.particle is None or act.particle in before) and (not act.objects or act.objects & before):
            return act
    return None


def is_firing(token: Token) -> bool:
    """The gerund that stands as a noun where others would say shots: "in police firing"."""
    return token.tag == "VBG" and token.role in GERUND and token.text.lower() == "firing"


def named_by(sentence: Sentence, noun: Token, act: Act) -> tuple[Token, ...]:
    modifiers = children(sentence, noun, "compound", "amod", "nmod")
    before = (t for word in modifiers for t in subtree(sentence, word))
    return ordered(noun, *(t for t in before if t.lemma == act.particle or t.lemma in act.objects))


def ordered(*words: Token | None) -> tuple[Token, ...]:
    return tuple(sorted((w for w in words if w is not None), key=lambda t: t.index))
