"""What only one report adds: people, bodies and places no other report names, and particulars of what all tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.records import Finding, Reading, Span, identity
from crosswire.words import STOP, Word, content, plain, words

RUN = 2  # words of meaning; a single word that others lack is as often a synonym
NAMED = {"person", "organisation", "outlet"}


def details(readings: Sequence[Reading], told: Sequence[Finding]) -> Iterator[Finding]:
    """Names and runs of words in the body of one report only; what a finding of one report shows is left out."""
    stems = [content(r.article.text) for r in readings]
    for index, reading in enumerate(readings if len(readings) > 1 else ()):
        elsewhere = frozenset().union(*(s for i, s in enumerate(stems) if i != index))
        mine = [(s, len(f.reports)) for f in told for s in f.excerpts if s.article == reading.article.id]
        single = [span for span, reports in mine if reports == 1]
        shared = [span for span, reports in mine if reports > 1]
        spans = [*names(reading, elsewhere), *particulars(reading, elsewhere, shared)]
        for span in sorted({s for s in spans if in_body(reading, s) and not covered(s, single)}):
            if not any(other != span and covered(span, [other]) for other in spans):
                yield Finding(identity("detail", repr(span)), "detail", reading.article.excerpt(span), (), (span,), ())


def names(reading: Reading, elsewhere: frozenset[str]) -> Iterator[Span]:
    """The first mention of each person, body and town of whose name no other report has a word."""
    actors = ((reading.actors[m.chain], m) for m in reading.mentions if m.kind in {"name", "title"})
    told = [(actor.name, m.span) for actor, m in actors if actor.kind in NAMED]
    told += [(p.value.name, s) for p in reading.places if p.value.precision != "country" for s in p.spans]
    seen: set[str] = set()
    for name, span in told:
        meaning = content(name) | content(reading.article.text, span.start, span.stop)
        if name not in seen and meaning and not meaning & elsewhere and len(name) > 2:
            seen.add(name)
            yield span


def particulars(reading: Reading, elsewhere: frozenset[str], shared: Sequence[Span]) -> Iterator[Span]:
    """Runs of new words inside what several reports tell."""
    for span in shared:
        for run in new_runs(reading.article.text, words(reading.article.text, span.start, span.stop), elsewhere):
            if sum(plain(word.text) not in STOP for word in run) >= RUN:
                yield Span(span.article, run[0].start, run[-1].stop)


def new_runs(text: str, line: Sequence[Word], elsewhere: frozenset[str]) -> Iterator[tuple[Word, ...]]:
    """Stretches of words no other report has, between punctuation; small words between them are let through."""
    run: list[Word] = []
    for word in line:
        small = plain(word.text) in STOP
        between = text[run[-1].stop : word.start] if run else ""
        if run and (between.strip(" -") or (not small and word.stem in elsewhere)):
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


def in_body(reading: Reading, span: Span) -> bool:
    return any(z.start <= span.start < z.stop for z in reading.article.zones if z.kind == "body")


def covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(s.start <= span.start and span.stop <= s.stop for s in spans)
