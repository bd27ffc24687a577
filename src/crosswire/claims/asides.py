"""Content introduced by other words than verbs: according to .., fear that .., confident that .., reportedly."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from crosswire.claims.drafts import Draft, able, closes, draft, later_clauses, pieces, without, words
from crosswire.claims.speakers import Phrase, is_cue, phrase, speaker
from crosswire.knowledge.cues import Cue, cues
from crosswire.syntax import Sentence, Token, ancestors, children, extent, head, subtree

HOLDERS = {"by", "from", "among", "of", "between", "in"}


def uttered(sentence: Sentence, noun: Token, entry: Cue) -> Draft | None:
    """He expressed hope for a deal; they voiced concern that ..: a verb that only gives the noun a voice."""
    verb = head(sentence, noun)
    if verb is None or noun.role != "dobj" or not gives_voice(verb):
        return None
    source = speaker(sentence, verb)
    if source is None or not able(source):
        return None
    if children(sentence, noun, "poss") and (known := cues().get((verb.lemma, "verb"))) and "object" in known.frames:
        return None
    for part in (*children(sentence, noun, "acl", "relcl", "ccomp"), *children(sentence, verb, "ccomp", "advcl")):
        if part.index > noun.index and is_that(sentence, part):
            return draft(sentence, verb, entry.lemma, source, subtree(sentence, part), "uttered", upto=noun)
    for link in (*children(sentence, noun, "prep"), *children(sentence, verb, "prep")):
        inner = children(sentence, link, "pobj", "pcomp")
        if link.index > noun.index and link.text.lower() in entry.topics and inner:
            return draft(sentence, verb, entry.lemma, source, subtree(sentence, inner[0]), "uttered", upto=link)
    return None


def gives_voice(verb: Token) -> bool:
    known = cues().get((verb.lemma, "verb"))
    return known is not None and "utter" in known.frames


def held(sentence: Sentence, noun: Token, entry: Cue) -> Draft | None:
    """Seoul's warning that ..; concern among the allies that ..; a claim that .. by nobody named."""
    clauses = [c for c in children(sentence, noun, "acl", "ccomp") if c.index > noun.index and is_that(sentence, c)]
    owner = next((o for o in children(sentence, noun, "poss", "nsubj") if owns(sentence, o)), None)
    if clauses:
        for link in children(sentence, noun, "prep", "agent"):
            if owner is None and link.lemma in HOLDERS:
                owner = next(iter(children(sentence, link, "pobj")), None)
        return draft(sentence, noun, entry.lemma, owner, subtree(sentence, clauses[0]), "held")
    return held_apart(sentence, noun, entry)


def owns(sentence: Sentence, token: Token) -> bool:
    return token.role == "poss" or bool(children(sentence, token, "case"))


def held_apart(sentence: Sentence, noun: Token, entry: Cue) -> Draft | None:
    """Fears among farmers, traders and others that ..: read by word order, where the parse lost the thread."""
    beyond = sentence.tokens[noun.index + 1 :]
    that = next((t for t in beyond if t.lemma == "that" and t.role == "mark"), None)
    if that is None or not beyond or beyond[0].lemma not in HOLDERS - {"of", "in"}:
        return None
    between = sentence.tokens[noun.index + 2 : that.index]
    holders = [t for t in between if t.role == "pobj" and t.head == beyond[0].index]
    if not holders or any(t.pos in {"VERB", "AUX"} for t in between):
        return None
    clause = sentence.tokens[that.head]
    found = draft(sentence, noun, entry.lemma, None, subtree(sentence, clause), "held_apart")
    source = Phrase(sentence, holders[0], *extent(between), between[0].index)
    return msgspec.structs.replace(found, source=source) if found else None


def is_that(sentence: Sentence, clause: Token) -> bool:
    return any(m.lemma == "that" for m in children(sentence, clause, "mark"))


def minded(sentence: Sentence, adjective: Token, entry: Cue) -> Draft | None:
    """Seoul is confident that ..; he was critical of ..: what a state of mind is about."""
    copula = head(sentence, adjective)
    if copula is None or adjective.role not in {"acomp", "conj"}:
        return None
    source = speaker(sentence, copula)
    if source is None or not able(source) or source.lemma == "it":
        return None
    clauses = [c for c in children(sentence, adjective, "ccomp") if "clause" in entry.frames]
    for link in children(sentence, adjective, "prep"):
        if link.lemma in entry.topics:
            clauses += children(sentence, link, "pobj", "pcomp")
    return draft(sentence, adjective, entry.lemma, source, subtree(sentence, clauses[0]), "minded") if clauses else None


def reportedly(sentence: Sentence, adverb: Token, entry: Cue) -> Draft | None:
    """The envoy has reportedly left: somebody says so, nobody is named."""
    verb = head(sentence, adverb)
    if verb is None or verb.pos not in {"VERB", "AUX"}:
        return None
    if (verb.lemma, "verb") in cues() and children(sentence, verb, "ccomp"):
        return None
    tokens = [t for t in subtree(sentence, verb) if t.index not in later_clauses(sentence, verb)]
    return draft(sentence, adverb, entry.lemma, None, tokens, "reportedly")


def according_to(sentence: Sentence, word: Token, entry: Cue | None = None) -> Draft | None:
    """The talks are over, according to Tass; an accord is signed according to nobody."""
    if word.text.lower() != "according":
        return None
    names = [n for link in children(sentence, word, "prep") for n in children(sentence, link, "pobj")]
    verbs = [t for t in ancestors(sentence, word) if t.pos in {"VERB", "AUX"}]
    clause = next((v for v in verbs if v.role not in {"xcomp", "auxpass", "aux", "pcomp", "acl"}), None)
    if not names or clause is None or is_bare(sentence, names[0]):
        return None
    clause = spoken_before(sentence, word, clause)
    source = phrase(sentence, names[0])
    kept = without(subtree(sentence, clause), (*subtree(sentence, word), *others_words(sentence, word, clause)))
    content = pieces(t for t in kept if t.index not in later_clauses(sentence, clause))
    link = next(iter(children(sentence, word, "prep")))
    if not content:
        return None
    cue = words(sentence, word, link)
    return Draft(sentence, word, "according to", cue, source, content, "according_to", clause)


def others_words(sentence: Sentence, word: Token, clause: Token) -> Iterator[Token]:
    """Clauses under this one that are according to somebody else: ".., while according to the owner two are"."""
    for other in sentence.tokens:
        if other.text.lower() == "according" and other is not word and clause in ancestors(sentence, other):
            above = sentence.tokens[other.head]
            yield from subtree(sentence, other if above is clause else above)


def spoken_before(sentence: Sentence, word: Token, clause: Token) -> Token:
    """What an "according to" between two cues speaks of, the first: "Gone, he said, according to Tass, AP reported"."""
    later = any(t.index > word.index for t in children(sentence, clause, "nsubj"))
    inner = [t for t in children(sentence, clause, "ccomp") if t.index < word.index]
    if later and inner and is_cue(clause):
        return inner[-1]
    while clause.role == "conj" and not children(sentence, clause, "nsubj", "nsubjpass") and closes(sentence, word):
        clause = sentence.tokens[clause.head]
    above = sentence.tokens[clause.head]
    # "said, according to Tass, that .."; "said that .., according to Tass"
    outside = closes(sentence, word) or any(t.index > word.index for t in children(sentence, clause, "mark"))
    return above if outside and clause.role == "ccomp" and above.index < clause.index and is_cue(above) else clause


def is_bare(sentence: Sentence, noun: Token) -> bool:
    """A common noun alone, as in "according to plan": nobody's words."""
    return noun.tag == "NN" and not children(sentence, noun)


OTHERS: dict[str, tuple[Callable[[Sentence, Token, Cue], Draft | None], ...]] = {
    "noun": (uttered, held),
    "adjective": (minded,),
    "adverb": (reportedly,),
}
