"""A quotation cut, altered or without its marks in a sentence that two reports tell nearly word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.fusion.drift import Found
from crosswire.fusion.retold import Change, Retold, sides
from crosswire.fusion.tellings import MARKED
from crosswire.fusion.wording import OPEN, runs_in
from crosswire.records import Reading, Span
from crosswire.words import Word, words

FEWEST = 4  # words of a quotation; fewer stand in other words by chance


def other_quote(pair: Retold, change: Change) -> Iterator[Found]:
    """Words inside quotation marks that are others in the other telling, or stand there without marks."""
    if any(mark in r.article.excerpt(s) for r, s in ((pair.one, pair.here), (pair.other, pair.there)) for mark in OPEN):
        return
    mine, theirs = marks(pair.one, pair.here, change.before), marks(pair.other, pair.there, change.after)
    if mine and theirs and change.before and change.after:
        yield "quote altered", mine, theirs, "the quotation marks hold other words"


def marks(reading: Reading, sentence: Span, run: Sequence[Word]) -> Span | None:
    """The quotation that holds the whole of a run of words."""
    found = (q for q in quotations(reading, sentence) if run and q.start <= run[0].start and run[-1].stop <= q.stop)
    return next(found, None)


def other_quotes(pair: Retold) -> Iterator[Found]:
    """A quotation of which the other telling quotes fewer words, or none though it has them."""
    for full, here, bare, there in sides(pair):
        quoted = quotations(full, here)
        theirs = quotations(bare, there) if quoted else []
        line = [w.text for w in words(bare.article.text, there.start, there.stop)] if quoted else []
        for quote in quoted:
            said = [w.text for w in words(full.article.text, quote.start, quote.stop)]
            held = [(q, [w.text for w in words(bare.article.text, q.start, q.stop)]) for q in theirs]
            for shorter, kept in held:
                if FEWEST <= len(kept) < len(said) and runs_in(tuple(kept), tuple(said)):
                    yield "quote trimmed", quote, shorter, "one report quotes fewer of the words"
            if (
                len(said) >= FEWEST
                and runs_in(tuple(said), tuple(line))
                and not any(runs_in(tuple(said), tuple(k)) for _, k in held)
            ):
                yield "quote to paraphrase", quote, there, "quoted in one report, retold in the other"


def quotations(reading: Reading, sentence: Span) -> list[Span]:
    """What stands inside quotation marks in a sentence."""
    found = MARKED.finditer(reading.article.text, sentence.start, sentence.stop)
    return [Span(reading.article.id, m.start(1), m.end(1)) for m in found]
