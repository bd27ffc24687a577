"""How many independent sources stand behind reports: groups that go back to one origin, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from crosswire.records import Actor, Cited, Origin, Reading, Span, Statement
from crosswire.stories.passages import copied_share, passages
from crosswire.words import words

COPY = 0.3  # share of the shorter report; half of one agency's stories reuse others' with leads of their own
Quoted = Sequence[tuple[tuple[str, ...], Statement]]  # a report's long quotations, with their words
LONG_QUOTE = 8  # words; two reporters seldom cut a speech at the same two places


def find_origins(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """The origins of some reports, the named ones first; every report is in exactly one.

    Reports are of one origin if they credit the same agency or share copied passages. A report that credits nobody
    is of unknown origin: a shared quotation is given as a reason to doubt that it is independent, not as proof.
    """
    groups = [[index] for index in range(len(readings))]
    credited = [agencies(reading) for reading in readings]
    named = [names(reading) for reading in readings]
    outlets = [outlet(reading) for reading in readings]
    for left, right in combinations(range(len(readings)), 2):
        told = outlets[right] in named[left] or outlets[left] in named[right]
        if credited[left] & credited[right] or told or copied(readings[left], readings[right]):
            join(groups, left, right)
    quoted = {r.article.id: [(spoken(r, s), s) for s in quotations(r)] for r in readings}
    origins = [origin([readings[i] for i in group], readings, quoted) for group in groups]
    return tuple(sorted(origins, key=lambda o: (o.name is None, o.name or "", o.articles)))


def join(groups: list[list[int]], left: int, right: int) -> None:
    one = next(g for g in groups if left in g)
    other = next(g for g in groups if right in g)
    if one is not other:
        one.extend(other)
        groups.remove(other)


def follows(one: Reading, other: Reading) -> tuple[Span, ...]:
    """Where a report says that another one is its source: its outlet is credited, or carries a statement."""
    told = outlet(other)
    named = (s for s in sources(one) if told and told != outlet(one) and s.value.name.casefold() == told)
    return tuple(span for source in named for span in source.spans)


def names(reading: Reading) -> set[str]:
    """The outlets and others that a report names behind what it tells, but for its own, as `outlet` has them."""
    return {source.value.name.casefold() for source in sources(reading)} - {outlet(reading), ""}


def sources(reading: Reading) -> tuple[Cited[Actor], ...]:
    return (*reading.credits, *(source for said in reading.statements for source in said.sources))


def outlet(reading: Reading) -> str:
    return (reading.article.outlet or "").casefold()


def agencies(reading: Reading) -> set[str]:
    """The agencies and outlets a report credits as a whole, or is the work of."""
    return {credit.value.name for credit in (*reading.credits, *own(reading)) if credit.value.kind == "outlet"}


def own(reading: Reading) -> tuple[Cited[Actor], ...]:
    """The report's own outlet where its dateline names it, as an agency's does."""
    article = reading.article
    places = (
        (z, article.text.find(article.outlet or "\n", z.start, z.stop)) for z in article.zones if z.kind == "dateline"
    )
    spans = tuple(Span(article.id, at, at + len(article.outlet or "")) for _, at in places if at >= 0)
    return (Cited(Actor(article.outlet, "outlet"), spans),) if article.outlet and spans else ()


def copied(one: Reading, other: Reading) -> bool:
    return copied_share(one.article, other.article) >= COPY


def origin(group: Sequence[Reading], everyone: Sequence[Reading], quoted: Mapping[str, Quoted]) -> Origin:
    """One origin: its name is the first credit of the group, and its reasons are the words that show it."""
    credited = [c for r in group for c in (*own(r), *r.credits) if c.value.kind == "outlet"]
    credits = [Cited(f"credits {c.value.name}", c.spans) for c in credited]
    named = [Cited(f"names {o.article.outlet} as its source", f) for r in group for o in group if (f := follows(r, o))]
    first = [c.value.name for r in group for c in (own(r) or r.credits[:1]) if c.value.kind == "outlet"]
    names = sorted(first) or sorted(o.article.outlet or "" for r in group for o in group if follows(r, o))
    reasons = credits + named + [reason for one, other in combinations(group, 2) for reason in copy_reasons(one, other)]
    if not names:
        inside = {r.article.id for r in group}
        others = [r for r in everyone if r.article.id not in inside]
        reasons += [reason for one in group for other in others for reason in quote_reasons(one, other, quoted)]
    return Origin(names[0] if names else None, tuple(sorted(r.article.id for r in group)), tuple(reasons))


def copy_reasons(one: Reading, other: Reading) -> Iterator[Cited[str]]:
    found = passages(one.article, other.article)
    if found:
        share = copied_share(one.article, other.article)
        yield Cited(
            f"{share:.0%} of the shorter report stands nearly word for word in the other{first(one, other)}",
            tuple(s for pair in found for s in pair),
        )


def first(one: Reading, other: Reading) -> str:
    """Which of two reports is the older, where their days tell: the younger one carries it, or both a third."""
    days = [(r.article.published, r.article.outlet) for r in (one, other) if r.article.published and r.article.outlet]
    if len(days) < 2 or days[0][0] == days[1][0]:
        return ""
    day, outlet = min(days)
    return f", which {outlet} had first, on {day}"


def quote_reasons(one: Reading, other: Reading, quoted: Mapping[str, Quoted]) -> Iterator[Cited[str]]:
    """Long quotations that a report of unknown origin shares with another one."""
    theirs = dict(quoted[other.article.id])
    for said, statement in quoted[one.article.id]:
        twin = theirs.get(said)
        if twin is not None:
            carriers = [source.value.name for source in twin.sources if source.value.kind == "outlet"]
            by = f", which has it from {carriers[0]}" if carriers else ""
            who = other.article.outlet or "another report"
            yield Cited(
                f"prints the same quotation as {who}{by}: it may go back to the same source",
                statement.content + twin.content,
            )


def quotations(reading: Reading) -> Iterable[Statement]:
    return (s for s in reading.statements if s.kind == "direct" and len(spoken(reading, s)) >= LONG_QUOTE)


def spoken(reading: Reading, statement: Statement) -> tuple[str, ...]:
    """The words of a statement, marks and case aside."""
    return tuple(word.text for span in statement.content for word in words(reading.article.text, span.start, span.stop))
