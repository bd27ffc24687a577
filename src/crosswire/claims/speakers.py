"""Who says it: the words of a sentence that name the source of a statement."""

from __future__ import annotations

import msgspec

from crosswire.knowledge.cues import cues
from crosswire.knowledge.lexicon import titles
from crosswire.knowledge.voices import voice
from crosswire.syntax import Sentence, Token, ancestors, children, extent, head, subtree

CLOSING = {")", "”", '"', "’"}
ASIDES = ("relcl", "appos", "acl", "parataxis", "advcl", "punct")
PARTING = {"while", "whereas", "but"}  # they begin another clause than the one before them
RELATIVE = {"who", "which", "that"}
GIVING = {
    "issue",
    "release",
    "publish",
    "give",
    "make",
    "post",
    "send",
    "write",
    "deliver",
    "circulate",
    "share",
    "file",
}
TALKS = {"interview", "conversation", "comment", "remark", "statement"}
CITING = {"cite", "quote"}
TENSED = {"VBD", "VBP", "VBZ"}
OWNERS = {"by", "from", "of"}


class Phrase(msgspec.Struct, frozen=True):
    """The words that name a source, and their head."""

    sentence: Sentence
    head: Token
    start: int
    stop: int
    first: int  # index of its first token


def speaker(sentence: Sentence, cue: Token) -> Token | None:
    """The subject of a speaking word: its own, or the one it shares: "Lee met Cho, adding that .." is Lee's."""
    own = children(sentence, cue, "nsubj")
    if own:
        return None if own[-1].lemma in {"there", "what"} else stranded(sentence, cue, own[-1]) or own[-1]
    if children(sentence, cue, "nsubjpass", "expl", "csubj"):
        return None
    return astray(sentence, cue) or shared_subject(sentence, cue)


def astray(sentence: Sentence, cue: Token) -> Token | None:
    """A subject the parse hung on what stands before its comma: "In an interview with Der Spiegel, Ann Lee said"."""
    near = sentence.tokens[max(cue.index - 1, 0)]
    link = next((t for t in ancestors(sentence, near) if t.head == cue.index), None)
    if near.role != "appos" or link is None or link.role != "prep" or near.pos not in {"PROPN", "NOUN"}:
        return None
    return near if sentence.tokens[phrase(sentence, near, cue).first - 1].text == "," else None


def stranded(sentence: Sentence, verb: Token, subject: Token) -> Token | None:
    """The noun a main verb lost to its own relative clause: "An aide who saw them after their rescue said .."."""
    if verb.role != "advcl" or not children(sentence, verb, "mark") or voice(subject.lemma) != "thing":
        return None
    clause = next((t for t in ancestors(sentence, verb) if t.role == "relcl"), None)
    noun = head(sentence, clause) if clause else None
    return noun if noun and noun.head == noun.index and noun.pos in {"NOUN", "PROPN"} else None


def shared_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of what a verb without one hangs on."""
    above = head(sentence, verb)
    if above is None or children(sentence, verb, "expl"):
        return None
    if verb.role == "acl":
        if voice(above.lemma) == "paper" and (given := giver(sentence, above)):
            return given
        return above if verb.tag == "VBG" and above.pos in {"NOUN", "PROPN", "PRON"} else None
    if verb.role not in {"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep"}:
        return None
    if verb.role == "pcomp" and above.lemma == "as" and (quoted := quoted_in(sentence, above)):
        return quoted
    if verb.role in {"ccomp", "advcl", "dep"} and verb.tag in TENSED:
        return None
    if verb.role == "conj" and verb.tag == "VBG" and above.tag in TENSED and not children(sentence, verb, "aux"):
        # like joins like: "saying it is a breach and noting that .." notes who says
        above = next((t for t in ancestors(sentence, above) if t.tag == "VBG"), above)
    if joins_speech(sentence, verb):
        above = next((t for t in ancestors(sentence, verb) if is_cue(t)), above)
        return speaker(sentence, above)
    subjects = children(sentence, above, "nsubj", "nsubjpass")
    return subjects[-1] if subjects else shared_subject(sentence, above)


def quoted_in(sentence: Sentence, link: Token) -> Token | None:
    """Who is quoted: "the paper quoted him as saying", "he was quoted as saying"."""
    verb = head(sentence, link)
    if verb is None or verb.lemma not in CITING:
        return None
    return next(iter(children(sentence, verb, "nsubjpass", "dobj")), None)


def giver(sentence: Sentence, paper: Token) -> Token | None:
    """Who puts a paper out: "Lee issued a statement saying .."."""
    verb = head(sentence, paper)
    return speaker(sentence, verb) if verb and paper.role == "dobj" and verb.lemma in GIVING else None


def joins_speech(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle goes on with the speech around it: "He said they would not yield, adding that .."."""
    set_off = verb.index > 0 and sentence.tokens[verb.index - 1].text == ","
    return (
        verb.tag == "VBG"
        and verb.role == "advcl"
        and set_off
        and is_cue(verb)
        and any(map(is_cue, ancestors(sentence, verb)))
    )


def is_cue(token: Token) -> bool:
    entry = cues().get((token.lemma, "verb"))
    return entry is not None and token.pos == "VERB" and "clause" in entry.frames


def carries_quote(token: Token) -> bool:
    entry = cues().get((token.lemma, "verb"))
    return entry is not None and token.pos in {"VERB", "AUX", "NOUN"} and bool(entry.frames & {"quote"})


def phrase(sentence: Sentence, token: Token, cue: Token | None = None) -> Phrase:
    """The whole noun phrase of a token, appositions and all, as far as it does not run into its cue."""
    barred = {t.index for t in subtree(sentence, cue)} if cue and token.index not in under(sentence, cue) else set()
    if cue:
        barred.add(cue.index)
    inside = {t.index for t in subtree(sentence, token)} - barred
    first = last = token.index
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    tokens = list(sentence.tokens[first : last + 1])
    while tokens[0] is not token and tokens[0].role in {"cc", "punct", "advmod", "preconj", "mark"}:
        tokens.pop(0)
    while tokens[-1] is not token and tokens[-1].role in {"punct", "cc", ""} and tokens[-1].text not in CLOSING:
        tokens.pop()
    return Phrase(sentence, token, *extent(tuple(tokens)), tokens[0].index)


def under(sentence: Sentence, cue: Token) -> set[int]:
    return {t.index for t in subtree(sentence, cue)}


def heads(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The token that names the source, or for "his letter" and "a statement by Tass" the owner's first."""
    if token.lemma in RELATIVE:
        meant = antecedent(sentence, token)
        return heads(sentence, meant) if meant else (token,)
    if titles().get(token.lemma) == "JRN":
        return (*(t for t in children(sentence, token, "appos") if t.pos == "PROPN"), token)
    if voice(token.lemma) != "paper" or token.pos == "PROPN":
        return (token,)
    owners = children(sentence, token, "poss")
    for link in children(sentence, token, "prep", "agent"):
        owners += children(sentence, link, "pobj") if link.lemma in OWNERS else ()
    for verb in children(sentence, token, "acl"):
        set_off = sentence.tokens[token.index + 1].text == ","  # "a cable, first published by Le Monde"
        for agent in children(sentence, verb, "agent") if verb.lemma in GIVING and not set_off else ():
            owners += children(sentence, agent, "pobj")
    return (*owners, token)


def antecedent(sentence: Sentence, relative: Token) -> Token | None:
    """What "who", "which" or "that" stands for: the noun its clause hangs on, or the name right before it."""
    clause = next((t for t in ancestors(sentence, relative) if t.role == "relcl"), None)
    before = sentence.tokens[max(relative.index - 2, 0) : relative.index]
    beside = next((t for t in reversed(before) if t.text != ","), None)
    meant = head(sentence, clause) if clause else beside
    return meant if meant and meant.pos in {"NOUN", "PROPN", "PRON"} and meant.lemma not in RELATIVE else None
