"""What is told as a condition or a question, and so of nothing that happened."""

from __future__ import annotations

from itertools import islice

from crosswire.claims.predicates import Predicate
from crosswire.syntax import Sentence, Token, ancestors, children, head

CONDITIONS = {"if", "unless", "whether", "lest", "until"}
ANY = {"any", "anyone", "anybody", "whoever", "whichever", "anything"}
WITHIN = {"xcomp", "conj", "dobj", "pobj", "prep", "pcomp", "ccomp"}
REACH = 12  # words climbed
EVENTUALITIES = {"event", "case"}  # "in the event of an attack"


def condition(sentence: Sentence, told: Predicate) -> tuple[Token, ...]:
    """The words that make what is told a condition; none where it is no condition."""
    token = told.verb or told.word
    for verb in (token, *islice(ancestors(sentence, token), REACH)):
        words = marked(sentence, verb) or inverted(sentence, verb) or of_any(sentence, verb)
        if words:
            return words
        if verb.role not in WITHIN:
            break
    return in_case(sentence, told.word)


def marked(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "if", "unless"; "until" before what is not past."""
    above = head(sentence, verb)
    if above is not None and above.lemma in {"provide", "suppose"} and above.role in {"advcl", "prep"}:
        return (above,)
    marks = (t for t in children(sentence, verb, "mark", "advmod") if t.lemma in CONDITIONS or as_long(sentence, t))
    return tuple(t for t in marks if t.lemma != "until" or verb.tag != "VBD")


def as_long(sentence: Sentence, mark: Token) -> bool:
    """The second "as" of "as long as"."""
    return mark.lemma == "as" and sentence.tokens[mark.index - 1].lemma == "long"


def inverted(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The word that tells a condition by its place: "had Peru attacked, X would have"."""
    subjects = children(sentence, verb, "nsubj", "nsubjpass")
    helps = (*children(sentence, verb, "aux", "auxpass"), verb)
    before = (t for t in helps if t.text.lower() in {"had", "were", "should"} and subjects)
    return tuple(t for t in before if t.index < subjects[0].index) if verb.role in {"advcl", "parataxis"} else ()


def of_any(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "anyone who shelters them", "any ship that comes near"."""
    noun = head(sentence, verb)
    if noun is None or verb.role != "relcl":
        return tuple(t for t in children(sentence, verb, "nsubj") if t.lemma == "whoever")
    return tuple(t for t in (noun, *children(sentence, noun, "det")) if t.lemma in ANY)


def in_case(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """ "in the event of an attack", "in case of war"."""
    link = head(sentence, noun)
    case = head(sentence, link) if link is not None and link.lemma == "of" else None
    return (case,) if case is not None and case.lemma in EVENTUALITIES and case.role == "pobj" else ()


def question(sentence: Sentence) -> tuple[Token, ...]:
    """The mark of a question that is open whether it happened: not "why did it attack?"."""
    last = sentence.tokens[-1]
    asked = any(t.tag in {"WRB", "WP", "WDT"} for t in sentence.tokens[:2])
    return (last,) if last.text == "?" and not asked else ()
