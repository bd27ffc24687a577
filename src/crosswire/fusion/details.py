"""What only one report adds beside what it tells: people, bodies and towns that no other report names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from crosswire.fusion.drift import zone
from crosswire.records import Finding, Reading, Span, identity
from crosswire.words import content

NAMED = {"person", "organisation", "outlet"}


def details(readings: Sequence[Reading], told: Sequence[Finding]) -> Iterator[Finding]:
    """Names in the body of one report only; those that a finding of that report shows are left out."""
    stems = [content(r.article.text) for r in readings]
    holding = Counter(chain.from_iterable(stems))
    by_report: dict[str, list[Span]] = defaultdict(list)
    for finding in told:
        if len(finding.reports) == 1:
            by_report[finding.reports[0]] += finding.excerpts
    for reading, mine in zip(readings, stems, strict=True) if len(readings) > 1 else ():
        elsewhere = partial(stands_elsewhere, mine, holding)
        single = by_report[reading.article.id]
        spans = sorted(
            {s for s in names(reading, elsewhere) if zone(reading.article, s) == "body" and not covered(s, single)}
        )
        for span in spans:
            if not any(other != span and covered(span, [other]) for other in spans):
                yield Finding(identity("detail", repr(span)), "detail", reading.article.excerpt(span), (), (span,), ())


def stands_elsewhere(mine: frozenset[str], holding: Mapping[str, int], stem: str) -> bool:
    """Whether a report other than the one of these stems holds a stem; `holding` is how many do."""
    return holding.get(stem, 0) > (stem in mine)


def names(reading: Reading, elsewhere: Callable[[str], bool]) -> Iterator[Span]:
    """The first mention of each person, body and town of whose name no other report has a word."""
    actors = ((reading.actors[m.chain], m) for m in reading.mentions if m.kind in {"name", "title"})
    told = [(actor.name, m.span) for actor, m in actors if actor.kind in NAMED]
    places = (p for p in reading.places if p.value.use in {"place", "power"} and p.value.precision != "country")
    told += [(p.value.name, s) for p in places for s in p.spans]
    seen: set[str] = set()
    for name, span in told:
        meaning = content(name) | content(reading.article.text, span.start, span.stop)
        if name not in seen and meaning and not any(map(elsewhere, meaning)) and len(name) > 2:
            seen.add(name)
            yield span


def covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(s.start <= span.start and span.stop <= s.stop for s in spans)
