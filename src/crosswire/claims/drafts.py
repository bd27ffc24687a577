"""A statement as found in one sentence, and how the words that make it up are gathered from the tree."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosswire.claims.speakers import Phrase, phrase
from crosswire.knowledge.cues import Cue, cues
from crosswire.knowledge.voices import voice
from crosswire.syntax import Sentence, Token, children, extent, subtree

FINITE = {"VBD", "VBZ", "VBP"}
MINDLESS = {"this", "that", "these", "those", "what", "one"}
GROUNDS = {"for", "as", "of", "over", "with"}
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "ADV": "adverb"}
SHORT = 5  # tokens from a verb to the end of its cue: "voiced strong objections to"

Piece = tuple[int, int]


class Draft(msgspec.Struct, frozen=True):
    """A statement as found in one sentence: where its content lies, what introduces it, who says it."""

    sentence: Sentence
    cue: Token
    lemma: str
    words: Piece  # the cue with its auxiliaries: "has repeatedly said"
    source: Phrase | None
    content: tuple[Piece, ...]
    rule: str
    carries: Token | None = None  # the verb it hangs on: if that one speaks, this source only passes it on


def draft(
    sentence: Sentence,
    cue: Token,
    lemma: str,
    source: Token | None,
    tokens: Iterable[Token],
    rule: str,
    *,
    upto: Token | None = None,
) -> Draft | None:
    """A draft whose content is the tokens less the cue and its source; None where nothing is left."""
    named = phrase(sentence, source, cue) if source else None
    outside = (
        () if named is None else tuple(t for t in sentence.tokens if named.start <= t.start and t.stop <= named.stop)
    )
    kept = without(tokens, (cue, *outside, *joined_to(sentence, cue, tokens)))
    content = pieces(kept)
    if not content:
        return None
    return Draft(sentence, cue, lemma, words(sentence, cue, upto), named, content, rule)


def entry_of(token: Token) -> Cue | None:
    """The cue a token is; "hoping" is looked up as hope though the parser calls it hop."""
    part = PARTS.get(token.pos)
    if part is None:
        return None
    clipped = token.text.lower() in {token.lemma + "ing", token.lemma + "ed", token.lemma + "es"}
    mended = cues().get((token.lemma + "e", part)) if clipped else None
    return mended or cues().get((token.lemma, part))


def with_particle(sentence: Sentence, token: Token, entry: Cue) -> Cue:
    """The cue that a verb is with its particle, where that is one of its own: "ruled out a deal" rules nothing."""
    particle = next(iter(children(sentence, token, "prt")), None)
    return (cues().get((f"{entry.lemma} {particle.lemma}", "verb")) if particle else None) or entry


def joined_to(sentence: Sentence, cue: Token, tokens: Iterable[Token]) -> list[Token]:
    """Verbs joined to the cue that the parse joined to its content: "accused A of lying and praised B"."""
    found: list[Token] = []
    for token in tokens:
        above = sentence.tokens[token.head]
        astray = token.role == "conj" and token.tag == cue.tag and cue.tag in FINITE and above.tag not in FINITE
        if astray and token.index > cue.index and not children(sentence, token, "nsubj", "nsubjpass", "expl"):
            links = [t for t in children(sentence, above, "cc") if t.index < token.index]
            found += [*subtree(sentence, token), *links]
    return found


def without(tokens: Iterable[Token], barred: Iterable[Token]) -> list[Token]:
    gone = {t.index for t in barred}
    return [t for t in tokens if t.index not in gone]


def pieces(tokens: Iterable[Token]) -> tuple[Piece, ...]:
    """Runs of neighbouring tokens as extents; runs without a word are left out."""
    runs: list[list[Token]] = []
    for token in sorted(set(tokens), key=lambda t: t.index):
        if runs and runs[-1][-1].index + 1 == token.index:
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(
        extent(ended(run)) for run in runs if any(t.text[0].isalnum() and t.role not in {"cc", "mark"} for t in run)
    )


def ended(run: list[Token]) -> tuple[Token, ...]:
    """Words without an "and" at the end that joins nothing."""
    last = len(run)
    while run[last - 1].pos == "CCONJ" or run[last - 1].text in {",", ";", "-", "—", "–"}:
        last -= 1
    return tuple(run[:last])


def later_clauses(sentence: Sentence, verb: Token) -> set[int]:
    """Clauses joined on with a subject of their own."""
    joined = [c for c in children(sentence, verb, "conj") if children(sentence, c, "nsubj", "nsubjpass")]
    links = children(sentence, verb, "cc") if joined else ()
    return {t.index for c in (*joined, *links) for t in subtree(sentence, c)}


def words(sentence: Sentence, cue: Token, upto: Token | None = None) -> Piece:
    """The cue with the auxiliaries, adverbs and particle that stand beside it: "has also called for"."""
    helpers = {t.index for t in children(sentence, cue, "aux", "auxpass", "neg", "advmod")}
    first = last = cue.index
    while first - 1 in helpers:
        first -= 1
    after = {t.index for t in children(sentence, cue, "prt")} | ({upto.index} if upto else set())
    while last + 1 in after:
        last += 1
    if upto and last < upto.index <= cue.index + SHORT:
        last = upto.index
    return sentence.tokens[first].start, sentence.tokens[last].stop


def trailing(sentence: Sentence, cue: Token, after: int) -> list[Token]:
    """What follows an object on the same verb: "praised him for his courage"."""
    links = [p for p in children(sentence, cue, "prep") if p.index > after and p.lemma in GROUNDS]
    return [t for link in links for t in subtree(sentence, link)]


def closes(sentence: Sentence, word: Token) -> bool:
    """Whether a comma sets words off and nothing follows: ".. had offered help, quoting diplomats"."""
    after = sentence.tokens[subtree(sentence, word)[-1].index + 1 :]
    return word.index > 0 and sentence.tokens[word.index - 1].text == "," and all(t.pos == "PUNCT" for t in after)


def passive(sentence: Sentence, cue: Token) -> bool:
    if children(sentence, cue, "auxpass", "nsubjpass"):
        return True
    return cue.tag == "VBN" and cue.role in {"acl", "advcl", "amod"} and not children(sentence, cue, "aux", "nsubj")


def agent(sentence: Sentence, cue: Token) -> Token | None:
    """Who a passive names: "reported by Tass"."""
    links = children(sentence, cue, "agent") or tuple(p for p in children(sentence, cue, "prep") if p.lemma == "by")
    return next((n for link in links for n in children(sentence, link, "pobj")), None)


def is_to(sentence: Sentence, verb: Token) -> bool:
    return any(t.lemma == "to" for t in children(sentence, verb, "aux"))


def able(source: Token) -> bool:
    """Whether a noun may have a will: "it" and "the crew" may, "this" and "the law" may not."""
    return source.lemma not in MINDLESS and (source.pos == "PROPN" or voice(source.lemma) not in {"thing", "text"})
