"""What only one report adds: names and particulars that no other report has a word of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.records import Finding, Reading, Span, identity
from crosswire.words import STOP, Word, content, plain, words

RUN = 2  # words of meaning; a single word that others lack is as often a synonym


def details(readings: Sequence[Reading], told: Sequence[Finding]) -> Iterator[Finding]:
    """Runs of words that stand in one report only, inside what several reports tell or around a name.

    What a finding of one report already shows is left out.
    """
    if len(readings) < 2:
        return
    stems = [content(r.article.text) for r in readings]
    for index, reading in enumerate(readings):
        elsewhere = frozenset().union(*(s for i, s in enumerate(stems) if i != index))
        article = reading.article
        shared = [s for f in told if len(f.reports) > 1 for s in f.excerpts if s.article == article.id]
        single = [s for f in told if len(f.reports) == 1 for s in f.excerpts if s.article == article.id]
        for sentence in reading.sentences:
            if zone_of(reading, sentence) != "body":
                continue
            inside = [s for s in shared if sentence.start <= s.start and s.stop <= sentence.stop]
            for run in novel_runs(article.text, words(article.text, sentence.start, sentence.stop), elsewhere):
                span = Span(article.id, run[0].start, run[-1].stop)
                if not covered(span, single) and (
                    names(reading, span) or (covered(span, inside) and meaning(run) >= RUN)
                ):
                    yield Finding(identity("detail", repr(span)), "detail", article.excerpt(span), (), (span,), ())


def names(reading: Reading, span: Span) -> bool:
    """Whether words hold a name or a place as the report's reading has it."""
    named = [m.span for m in reading.mentions if m.kind in {"name", "title"}] + [
        s for p in reading.places for s in p.spans
    ]
    return any(span.start <= s.start < span.stop for s in named)


def zone_of(reading: Reading, span: Span) -> str:
    return next((z.kind for z in reading.article.zones if z.start <= span.start < z.stop), "body")


def novel_runs(text: str, line: Sequence[Word], elsewhere: frozenset[str]) -> Iterator[tuple[Word, ...]]:
    """Stretches of words no other report has, between punctuation; small words between them are let through."""
    run: list[Word] = []
    for word in line:
        small = plain(word.text) in STOP
        between = text[run[-1].stop : word.start] if run else ""
        if (run and between.strip(" -")) or (not small and word.stem in elsewhere):
            yield from whole(run)
            run = []
        if run or (not small and word.stem not in elsewhere):
            run.append(word)
    yield from whole(run)


def whole(run: list[Word]) -> Iterator[tuple[Word, ...]]:
    """A run without the small words it ends in, if anything is left."""
    while run and plain(run[-1].text) in STOP:
        run = run[:-1]
    if run:
        yield tuple(run)


def meaning(run: Sequence[Word]) -> int:
    return sum(plain(word.text) not in STOP for word in run)


def covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(s.start <= span.start and span.stop <= s.stop for s in spans)
