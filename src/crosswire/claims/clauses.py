"""The logical subject and object of a verb, its own or shared with the verb it hangs on. Grammar only."""

from __future__ import annotations

from crosswire.claims.acts import act_words
from crosswire.syntax import Sentence, Token, children, head

CLAUSES = {"relcl", "acl"}
PLACES = {"GPE", "LOC", "FAC"}
RELATIVE = {"who", "which", "that", "whom"}
OWN_OBJECT = {"for", "of", "against", "from", "into"}  # in "accused X of arming Y" the arming is X's
SPEAKING = {"ask", "say", "speak", "talk", "think", "tell", "warn"}
DEPTH = 3  # verbs climbed for a subject: "agreed to try to stop"


def doers(sentence: Sentence, verb: Token, depth: int = DEPTH) -> tuple[Token, ...]:
    """The logical subject of a verb, its own or shared with the verb it hangs on.

    In "suffered attacks, killing 12" the attacks kill; in "filmed him vowing to resign" he vows.
    """
    if is_passive(sentence, verb):
        return agents(sentence, verb)
    own = children(sentence, verb, "nsubj")
    if own:
        return tuple(each for token in own for each in antecedent(sentence, verb, token))
    above = head(sentence, verb)
    if above is None or depth == 0:
        return ()
    if verb.role in CLAUSES:
        if verb.role == "acl" and verb.tag == "VB" and above.lemma in intents():
            return children(sentence, above, "poss") or intending(sentence, above, depth)
        writing = head(sentence, above) if above.lemma in act_words("writings") and above.role == "dobj" else None
        return (above,) if writing is None else doers(sentence, writing, depth - 1)
    if verb.role == "conj" and above.pos in {"VERB", "AUX"}:
        return done_to(sentence, above) if is_passive(sentence, above) else doers(sentence, above, depth - 1)
    if verb.role == "advcl" and verb.tag == "VBG" and above.lemma in act_words("undergoing"):
        return children(sentence, above, "dobj")
    if verb.role in {"xcomp", "ccomp", "advcl", "dep"} and above.pos in {"VERB", "AUX"}:
        lent = verb.role == "xcomp" and (verb.tag == "VB" or above.lemma in act_words("watching"))
        controlled = children(sentence, above, "dobj") if lent else ()
        passive = is_passive(sentence, above)
        return controlled or (done_to(sentence, above) if passive else doers(sentence, above, depth - 1))
    if verb.role in {"xcomp", "advcl", "ccomp"} and above.pos == "ADJ":
        return tuple(t for up in (head(sentence, above),) if up for t in children(sentence, up, "nsubj"))
    if verb.role == "pcomp":
        return doers_behind(sentence, above, depth)
    return ()


def intents() -> frozenset[str]:
    """What one has, makes or takes to do something: "has plans to strike", "took hours to come"."""
    return act_words("intents") | act_words("spells")


def intending(sentence: Sentence, intent: Token, depth: int) -> tuple[Token, ...]:
    """Whose an intent is that is a verb's object: "the city has plans"."""
    verb = head(sentence, intent)
    return doers(sentence, verb, depth - 1) if verb is not None and intent.role == "dobj" else ()


def agents(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Who does it by a passive's own words; a noun the parse gave the verb instead of the "by" before it is that."""
    links = children(sentence, verb, "agent")
    found = tuple(noun for by in links for noun in children(sentence, by, "pobj"))
    return found or tuple(t for t in children(sentence, verb, "dobj") if links and links[0].index < t.index)


def doers_behind(sentence: Sentence, preposition: Token, depth: int) -> tuple[Token, ...]:
    """Whose act a gerund behind a preposition is: "thanked X for sending", but "met X after sending".

    What somebody talks about doing is anybody's.
    """
    governor = head(sentence, preposition)
    if governor is None or governor.pos not in {"VERB", "AUX"}:
        return ()
    if preposition.lemma == "about" or (preposition.lemma in {"of", "on"} and governor.lemma in SPEAKING):
        return ()
    if preposition.lemma in OWN_OBJECT:
        return done_to(sentence, governor)
    return done_to(sentence, governor) if is_passive(sentence, governor) else doers(sentence, governor, depth - 1)


def antecedent(sentence: Sentence, verb: Token, token: Token) -> tuple[Token, ...]:
    """What a relative pronoun stands for, or the word itself."""
    above = head(sentence, verb)
    if token.lemma in RELATIVE and token.tag in {"WP", "WDT"} and verb.role == "relcl" and above is not None:
        return occurred(sentence, above) or (renamed(sentence, person_of(sentence, token, above)),)
    return (token,)


def renamed(sentence: Sentence, noun: Token) -> Token:
    """The name that an apposition says more of: in "Marta Oja, a lawyer who sued the state" Marta Oja."""
    name = head(sentence, noun)
    return name if name is not None and noun.role == "appos" and name.pos == "PROPN" and noun.pos == "NOUN" else noun


def person_of(sentence: Sentence, pronoun: Token, thing: Token) -> Token:
    """Who "who" stands for: in "the driver of the van, who was held" the driver."""
    link = head(sentence, thing)
    whose = head(sentence, link) if link is not None and thing.role == "pobj" and link.lemma == "of" else None
    people = act_words("civilians") | act_words("forces") | act_words("private") | act_words("speaking")
    meant = pronoun.lemma == "who" and whose is not None and whose.lemma in people and thing.lemma not in people
    return whose if meant and whose is not None and not thing.entity else thing


def occurred(sentence: Sentence, place: Token) -> tuple[Token, ...]:
    """What a place only says the where of: in "an attack in Nice, France, which killed 84" the attack."""
    known = place.entity in PLACES
    while place.role in {"appos", "conj"} and place.entity in PLACES:
        place = sentence.tokens[place.head]
    link = sentence.tokens[place.head]
    where = known and place.role == "pobj" and link.lemma in {"in", "at", "near"}
    return (sentence.tokens[link.head],) if where else ()


def done_to(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The logical object of a verb: direct, the subject of a passive, the noun that a clause describes."""
    above = head(sentence, verb)
    if is_passive(sentence, verb):
        own = children(sentence, verb, "nsubjpass")
        own = own or tuple(t for be in children(sentence, verb, "auxpass") for t in children(sentence, be, "nsubj"))
        if own:
            return tuple(each for token in own for each in antecedent(sentence, verb, token))
        if verb.role == "conj" and above is not None:
            return done_to(sentence, above)
        if verb.role in {"pcomp", "xcomp", "advcl"} and verb.tag == "VBN":
            return sharing(sentence, verb)
        return (renamed(sentence, above),) if verb.role in CLAUSES and above is not None else ()
    direct = children(sentence, verb, "dobj")
    if direct:
        return tuple(each for token in direct for each in antecedent(sentence, verb, token))
    clauses = (t for t in children(sentence, verb, "ccomp") if is_small(sentence, t))
    controlled = tuple(t for clause in clauses for t in children(sentence, clause, "nsubj"))
    shared = (t for t in children(sentence, verb, "conj") if t.pos == "VERB" and not children(sentence, t, "nsubj"))
    return controlled or tuple(t for other in shared for t in children(sentence, other, "dobj"))


def sharing(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Whose subject a passive without its own shares: "faces charges after being detained", "is shown being led"."""
    above = head(sentence, verb)
    over = head(sentence, above) if above is not None and verb.role == "pcomp" else above
    if over is None or over.pos not in {"VERB", "AUX"}:
        return ()
    return done_to(sentence, over) if is_passive(sentence, over) else doers(sentence, over)


def is_small(sentence: Sentence, clause: Token) -> bool:
    """A clause that lends the verb its object: "asked X to leave", "found X guilty"; not "said that X would leave"."""
    finite = any(t.tag == "MD" or t.lemma == "that" for t in children(sentence, clause, "aux", "mark"))
    return clause.pos == "ADJ" or (clause.tag == "VB" and not finite)


def is_passive(sentence: Sentence, verb: Token) -> bool:
    if children(sentence, verb, "auxpass", "nsubjpass", "agent"):
        return True
    above = head(sentence, verb)
    if verb.tag != "VBN" or above is None:
        return False
    if verb.role in CLAUSES:  # a participle with an object is a verb of its own, read as one by mistake
        return not children(sentence, verb, "dobj")
    return verb.role == "conj" and above.tag == "VBN" and is_passive(sentence, above)


def framed(sentence: Sentence, link: Token) -> Token | None:
    """The verb with its own subject that a preposition frames: in "warned X against joining during a visit", warned."""
    token = head(sentence, link)
    while token is not None and not (token.pos == "VERB" and children(sentence, token, "nsubj", "nsubjpass")):
        if token.role == "acl" and token.tag == "VBN" and sentence.tokens[token.head].lemma in act_words("remarks"):
            return token
        token = head(sentence, token)
    return token
