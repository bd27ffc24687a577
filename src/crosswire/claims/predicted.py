"""Statements as the reader model sees them: the spans it takes for source, cue and content, and which belong together.

A content belongs to a cue and a cue to a source; a content without a cue, or a cue without content, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crosswire.claims.drafts import Draft, Piece, entry_of
from crosswire.claims.speakers import Phrase
from crosswire.model import Sight
from crosswire.sight import Found, linked, spans
from crosswire.syntax import Sentence, Token, children, sentence_at

ACCORDING = "according to"
BEFORE_NOUN = {"det"}
OF_NOUN = {"det", "predet", "poss", "amod", "compound", "nmod", "nummod"}
EMPTY = {"have", "be", "do"}  # verbs that alone say nothing


class Attribution(NamedTuple):
    """Who, by which words, says what: half-open code points."""

    source: Piece | None
    cue: Piece
    content: tuple[Piece, ...]


def attributions(sight: Sight) -> Iterator[Attribution]:
    """Every attribution the model sees, in the order of their cues."""
    found = list(spans(sight, "attribution"))
    sources, cues, contents = ([each for each in found if each.kind == kind] for kind in ("source", "cue", "content"))
    said: dict[Found, list[Found]] = {}
    for content in contents:
        if cue := linked(sight, "belongs", "cue", content, cues):
            said.setdefault(cue, []).append(content)
    for cue in sorted(said, key=lambda each: each.start):
        source = linked(sight, "belongs", "source", cue, sources)
        yield Attribution(source and piece(source), piece(cue), tuple(map(piece, said[cue])))


def whole(sentences: Sequence[Sentence], content: Sequence[Piece]) -> tuple[Piece, ...]:
    """The content, pieces with only a blank between them as one; nothing where one is torn: so much is misread."""
    joined: list[Piece] = []
    for start, stop in sorted(content):
        if joined and start - joined[-1][1] <= 1:
            joined[-1] = joined[-1][0], stop
        else:
            joined.append((start, stop))
    if any(torn(sentences, each) for each in joined):
        return ()
    return tuple(closed(sentences, each) for each in joined)


def closed(sentences: Sequence[Sentence], piece: Piece) -> Piece:
    """A piece that ends with a preposition on to the word that this leads to: "was getting more of" it."""
    sentence = sentence_at(sentences, piece[1] - 1)
    tokens = inside(sentence, piece) if sentence else []
    if sentence and tokens and tokens[-1].tag == "IN":
        for token in children(sentence, tokens[-1], "pobj"):
            if token.index == tokens[-1].index + 1:
                return piece[0], token.stop
    return piece


def torn(sentences: Sequence[Sentence], piece: Piece) -> bool:
    """Whether all of a piece goes with a noun behind it that is no part of it: "the", "Russian"."""
    sentence = sentence_at(sentences, piece[0])
    return sentence is not None and all(
        t.pos == "DET" or (t.role in OF_NOUN and sentence.tokens[t.head].start >= piece[1])
        for t in inside(sentence, piece)
    )


def piece(found: Found) -> Piece:
    return found.start, found.stop


def predicted(sight: Sight, sentences: Sequence[Sentence]) -> Iterator[Draft]:
    """The attributions as drafts, each with the words of the parse its cue and its source stand on."""
    for source, cue, content in attributions(sight):
        sentence = sentence_at(sentences, cue[0])
        if sentence is None or not (tokens := inside(sentence, cue)):
            continue
        said = whole(sentences, content)
        if not said or all(t.lemma in EMPTY for t in tokens):
            continue
        verbs = (t for t in reversed(tokens) if t.pos == "VERB")
        token = next((t for t in tokens if entry_of(t)), None) or next(verbs, top(tokens))
        text = " ".join(t.text.lower() for t in tokens)
        lemma = ACCORDING if text == ACCORDING else (entry.lemma if (entry := entry_of(token)) else token.lemma)
        yield Draft(sentence, token, lemma, cue, phrase_at(sentences, source), said, "reader_model")


def phrase_at(sentences: Sequence[Sentence], source: Piece | None) -> Phrase | None:
    """The words of a source, on to its noun where the model stops short of it: "The" of "The company"."""
    sentence = sentence_at(sentences, source[0]) if source else None
    tokens = inside(sentence, source) if sentence and source else []
    if not sentence or not source or not tokens:
        return None
    noun = top(tokens)
    while noun.role in BEFORE_NOUN and noun.head > noun.index:
        noun = sentence.tokens[noun.head]
    return Phrase(sentence, noun, source[0], max(tokens[-1].stop, noun.stop), tokens[0].index)


def inside(sentence: Sentence, piece: Piece) -> list[Token]:
    return [t for t in sentence.tokens if t.start < piece[1] and piece[0] < t.stop and t.text.strip()]


def top(tokens: Sequence[Token]) -> Token:
    """The word the others hang on: the first whose own head stands outside, or is itself."""
    held = {t.index for t in tokens}
    return next((t for t in tokens if t.head == t.index or t.head not in held), tokens[0])
