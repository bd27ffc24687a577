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
            for run in novel_runs(words(article.text, sentence.start, sentence.stop), elsewhere):
                span = Span(article.id, run[0].start, run[-1].stop)
                named = any(article.text[w.start].isupper() and w.start > sentence.start for w in run)
                if covered(span, single) or not (named or covered(span, inside) and meaning(run) >= RUN):
                    continue
                yield Finding(identity("detail", repr(span)), "detail", article.excerpt(span), (), (span,), ())


def zone_of(reading: Reading, span: Span) -> str:
    return next((z.kind for z in reading.article.zones if z.start <= span.start < z.stop), "body")


def novel_runs(line: Sequence[Word], elsewhere: frozenset[str]) -> Iterator[tuple[Word, ...]]:
    """Stretches of words no other report has, small words between them let through."""
    run: list[Word] = []
    for word in line:
        if word.stem not in elsewhere and plain(word.text) not in STOP:
            run.append(word)
        elif plain(word.text) not in STOP or not run:
            if run:
                yield tuple(trimmed(run))
            run = []
        else:
            run.append(word)
    if run:
        yield tuple(trimmed(run))


def trimmed(run: list[Word]) -> list[Word]:
    while run and plain(run[-1].text) in STOP:
        run.pop()
    return run


def meaning(run: Sequence[Word]) -> int:
    return sum(plain(word.text) not in STOP for word in run)


def covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(s.start <= span.start and span.stop <= s.stop for s in spans)
