"""What the form of a verb and the times around it say: to come, under way, asked for."""

from __future__ import annotations

from collections.abc import Set

from crosswire.claims.acts import act_words
from crosswire.claims.predicates import Predicate, chain, first, to
from crosswire.claims.signs import Signed, past, signs
from crosswire.syntax import Sentence, Token, ancestors, children, head, subtree

MODALS = {
    **dict.fromkeys(("will", "shall", "'ll", "’ll", "wo"), "planned"),
    **dict.fromkeys(("may", "might", "could", "can", "ca"), "hypothetical"),
    **dict.fromkeys(("should", "must", "ought"), "demanded"),
}
TELLING = {"ccomp", "parataxis"}
UNITS = {"hour", "day", "night", "week", "month", "year"}
AHEAD = {"tomorrow", "next", "coming"}
CALENDAR = set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)


def auxiliary(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "will meet", "might meet", "must leave", "would have met"."""
    for verb in chain(sentence, told):
        helps = children(sentence, verb, "aux")
        for each in helps:
            if each.text.lower() in {"'d", "’d"} and verb.tag == "VBN":
                continue  # "had": would takes the plain form
            status = MODALS.get(each.text.lower()) or MODALS.get(each.lemma)
            if each.text.lower() in {"would", "'d", "’d"} and each.tag == "MD":
                status = would(sentence, verb, helps)
            if status:
                done = any(t.lemma == "have" for t in helps) and status == "demanded"
                return "hypothetical" if done else status, (each,)
    return None


def would(sentence: Sentence, verb: Token, helps: tuple[Token, ...]) -> str:
    """What was to come where somebody says so; else what depends on a condition."""
    if any(t.lemma == "have" for t in helps) or depends(sentence, verb):
        return "hypothetical"
    weighs = verb.lemma == "be" and children(sentence, verb, "acomp")  # "it would be wrong to"
    told = next((t for t in (verb, *ancestors(sentence, verb)) if t.role in TELLING), None)
    teller = head(sentence, told) if told is not None else None
    foretold = teller is not None and teller.lemma not in act_words("arguing") and teller.tag not in {"VBZ", "VBP"}
    return "planned" if foretold and not weighs else "hypothetical"


def depends(sentence: Sentence, verb: Token, marks: Set[str] = frozenset({"if", "unless"})) -> bool:
    """Whether a clause beside it states a condition."""
    clauses = children(sentence, verb, "advcl")
    return any(t.lemma in marks for clause in clauses for t in children(sentence, clause, "mark"))


def arranged(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "is to meet", "has to leave", and the headline "President to meet rebels"; "had to leave" is told as done."""
    verb = next((t for t in chain(sentence, told) if to(sentence, t)), None)
    if verb is None:
        return None
    words, above = to(sentence, verb), head(sentence, verb)
    if verb.role in {"acl", "relcl"} and children(sentence, verb, "auxpass"):  # "a treaty to be signed in May"
        return "planned", words
    if above is None or (children(sentence, verb, "nsubj", "nsubjpass") and verb.role in {"ROOT", "ccomp", "relcl"}):
        return "planned", words
    if verb.role in {"xcomp", "ccomp"} and above.lemma == "be" and not children(sentence, above, "acomp", "attr"):
        return "planned", (above, *words)
    if verb.role in {"xcomp", "ccomp"} and above.lemma == "have" and above.tag in {"VBZ", "VBP", "VB"}:
        return "demanded", (above, *words)
    return None


def imperative(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "Leave our waters": a verb without subject or auxiliary that nothing governs but a speaker."""
    if told.verb is None:
        return None
    verb = first(sentence, told.verb)
    above = head(sentence, verb)
    bare = verb.tag == "VB" and not children(sentence, verb, "aux", "nsubj", "nsubjpass", "expl", "csubj")
    before = above is not None and verb.index < above.index and above.lemma in act_words("uttering")
    spoken = above is None or verb.role == "dep" or (before and verb.role in {*TELLING, "advcl"})
    return ("demanded", (told.verb,)) if bare and spoken else None


def ongoing(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "is bombing", "is being looted", "still holds", "has bombed it for a third day", "as farmers block the road"."""
    for verb in chain(sentence, told):
        words = still(sentence, verb) or lasting(sentence, verb) or progressive(sentence, verb)
        if words or goes_on(sentence, told, verb):
            return "ongoing", words or (verb,)
    words = in_its_nth(sentence, told.word)
    return ("ongoing", words) if words else None


def still(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "still", "currently", "now" of what is being done, "keep"."""
    lasts = verb.tag != "VBD" or persists(verb)  # "still visited" is over
    beside = (t for t in children(sentence, verb, "advmod") if lasts and signs("beside").get(t.lemma) == "ongoing")
    now = (t for t in children(sentence, verb, "advmod") if t.lemma == "now" and verb.tag == "VBG")
    keeps = (t for t in helpers(sentence, verb) if signs("to").get(t.lemma) == "ongoing")
    return (*beside, *now, *keeps)


def progressive(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "is bombing", "is being looted"."""
    now = tuple(t for t in helpers(sentence, verb) if t.lemma == "be" and t.tag in {"VBZ", "VBP"})
    being = in_progress(sentence, verb)
    return (*now, *being) if now and being else ()


def in_progress(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    being = tuple(t for t in helpers(sentence, verb) if t.text.lower() == "being")
    return being or ((verb,) if verb.tag == "VBG" else ())


def helpers(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    return children(sentence, verb, "aux", "auxpass")


def lasting(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "for a third day"; with "has been bombing" or "has raged" any time: "since Monday", "for weeks"."""
    lasts = in_progress(sentence, verb) or (persists(verb) and helpers(sentence, verb))
    for link in children(sentence, verb, "prep"):
        words = subtree(sentence, link)
        spell = any(t.entity or t.lemma in UNITS for t in children(sentence, link, "pobj", "pcomp"))
        timed = [t for t in words if spell and (t.entity in {"DATE", "TIME", "ORDINAL"} or t.lemma in UNITS)]
        nth = link.lemma == "for" and any(t.tag == "JJ" for t in timed)
        if nth or (lasts and (link.lemma == "since" or (link.lemma == "for" and timed))):
            return words
    return ()


def persists(verb: Token) -> bool:
    return signs("subject").get(verb.lemma) == "ongoing"


def goes_on(sentence: Sentence, told: Predicate, verb: Token) -> bool:
    """Whether the tense alone tells it: "are on strike", "as farmers block the road", "fighting continues"."""
    if verb.tag in {"VBZ", "VBP"} and sentence.zone not in {"title", "heading"}:
        beside = verb.role == "advcl" and any(t.lemma in {"as", "while"} for t in children(sentence, verb, "mark"))
        if beside or (told.word.role == "pobj" and verb.lemma in act_words("staying")):
            return True
    return persists(verb) and verb is told.word and verb.tag != "VBD"


def in_its_nth(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """ "its sixth week" of a strike that entered it or is in it."""
    for unit in sentence.tokens:
        if unit.lemma in UNITS and any(t.tag == "JJ" and t.entity for t in children(sentence, unit, "amod")):
            owned = children(sentence, unit, "poss")
            verb = next((t for t in ancestors(sentence, unit) if t.pos in {"VERB", "AUX"}), None)
            own = noun in ancestors(sentence, unit) or (verb and noun in children(sentence, verb, "nsubj"))
            if owned and own:
                return (*owned, unit)
            if verb and verb.lemma == "enter" and noun in subtree(sentence, unit) and noun is not unit:
                return (verb, unit)
    return ()


def whenever(sentence: Sentence, told: Predicate) -> Signed | None:
    """What is told in the present behind "when": a condition, or what comes each time."""
    verb = told.verb
    if verb is None or verb.role != "advcl" or past(sentence, verb):
        return None
    words = tuple(t for t in children(sentence, verb, "advmod", "mark") if t.lemma in {"when", "once", "whenever"})
    return ("hypothetical", words) if words else None


def ahead(sentence: Sentence, told: Predicate) -> Signed | None:
    """The day ahead of what is told in the present: "flies to Beijing tomorrow", "meets her in July"."""
    verb = told.verb
    if verb is None or verb.tag not in {"VBZ", "VBP", "VBG"} or sentence.zone in {"title", "heading"}:
        return None
    if verb.tag == "VBG" and not any(t.tag in {"VBZ", "VBP"} for t in children(sentence, verb, "aux")):
        return None
    for time in children(sentence, verb, "npadvmod", "advmod", "prep"):
        words = subtree(sentence, time)
        if any(t.lemma in {"last", "ago"} for t in words):  # "opens fire in June last year", told as if it were now
            return None
        dated = any(t.text.lower() in CALENDAR and t.entity == "DATE" for t in words)
        if any(t.lemma in AHEAD for t in words) or (dated and time.role == "prep" and verb.tag != "VBG"):
            return "planned", words
    return None
