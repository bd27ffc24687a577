"""Each difference once: what two tellings of a sentence show, unless another pair of reports shows it already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosswire.records import Drift, Finding, Reading, Span

KINDS = {"amount": "amount", "place": "event", "time": "event", "actors": "event"}


def once_each(
    slips: Iterable[Drift], found: Sequence[Drift], told: Sequence[Finding], readings: Sequence[Reading]
) -> Iterator[Drift]:
    """Slips that no other difference of their kind shows, each with the finding that both its sides belong to."""
    articles = {r.article.id: r.article for r in readings}
    shown: dict[tuple[str, str | None], list[Drift]] = defaultdict(list)
    said: set[tuple[str, str | None, frozenset[str]]] = set()
    for each in found:
        shown[each.kind, each.field].append(each)
    for slip in slips:
        ends = [s for s in (slip.before, slip.after) if s]
        key = slip.kind, slip.field, frozenset(articles[s.article].excerpt(s).lower() for s in ends)
        if key not in said and not any(meets(slip, other) for other in shown[slip.kind, slip.field]):
            said.add(key)
            yield msgspec.structs.replace(slip, finding=concerned(slip, told))


def meets(one: Drift, other: Drift) -> bool:
    """Whether a side of one difference stands where a side of another does."""
    return any(overlap(a, b) for a in (one.before, one.after) for b in (other.before, other.after) if a and b)


def concerned(slip: Drift, told: Sequence[Finding]) -> str | None:
    """The finding in which both sides of a difference stand."""
    ends = [s for s in (slip.before, slip.after) if s]
    kind = KINDS.get(slip.field or "", "statement")
    fitting = [f for f in told if all(any(overlap(s, e) for e in f.excerpts) for s in ends)]
    return min(fitting, key=lambda f: (f.kind != kind, f.id)).id if fitting else None


def overlap(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.stop and other.start < one.stop
