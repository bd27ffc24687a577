"""What people found of claims, as the fold heeds it: claims left out, held together and held apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, product

from crosswire.fusion.align import align
from crosswire.fusion.tellings import Told
from crosswire.records import Amount, Cited, Drift, Event, Finding, Judged, Judgement, Reading, Record, Statement

Claim = Cited[str]
Pair = frozenset[Claim]


class Rulings(Record, frozen=True):
    """What holds of claims after all judgements: those that are wrong, pairs that are one, pairs that are not."""

    wrong: frozenset[Claim] = frozenset()
    one: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    def parted(self, these: Iterable[Claim], those: Iterable[Claim]) -> bool:
        """Whether some claim of these is held apart from one of those."""
        return bool(self.apart) and any(frozenset(pair) in self.apart for pair in product(these, those))


def claim(what: Event | Statement | Amount | Drift) -> Claim:
    """A claim by what it rests on, the same in every run: its kind, or an event's type, and the words that tell it."""
    match what:
        case Event():
            return Cited(what.type.value, what.type.spans)
        case Statement():
            return Cited("statement", what.content)
        case Amount():
            return Cited("amount", (what.span,))
    return Cited(what.kind, tuple(sorted(span for span in (what.before, what.after) if span)))


def claims_by_id(readings: Iterable[Reading]) -> dict[str, Claim]:
    """The events and statements of readings as claims."""
    return {what.id: claim(what) for reading in readings for what in told_in(reading)}


def told_in(reading: Reading) -> tuple[Event | Statement, ...]:
    return (*reading.events, *reading.statements)


def claims(finding: Finding, by_id: Mapping[str, Claim]) -> tuple[Claim, ...]:
    """The claims that a finding is made of; a number or detail is known by its words alone."""
    if finding.members:
        return tuple(by_id[id] for id in finding.members)
    return tuple(Cited(finding.kind, (span,)) for span in finding.excerpts)


def rulings(judgements: Iterable[Judgement], read: Set[Claim]) -> Rulings:
    """What holds of the events and statements that were read, the later judgement before the earlier."""
    wrong: dict[Claim, bool] = {}
    one: dict[Pair, bool] = {}
    for judgement in judgements:
        here = [[each for each in dict.fromkeys(part) if each in read] for part in judgement.parts]
        match judgement.verdict:
            case "accept" | "reject" as verdict:
                wrong.update((each, verdict == "reject") for part in judgement.parts for each in part)
                if verdict == "accept":
                    one.update((pair, True) for part in here for pair in pairs(part))
            case "merge":
                one.update((pair, True) for pair in pairs(dict.fromkeys(each for part in here for each in part)))
            case "split":
                parted = (product(these, those) for these, those in combinations(here, 2))
                one.update((frozenset(pair), False) for each in parted for pair in each if pair[0] != pair[1])
    return Rulings(
        wrong=frozenset(each for each, is_so in wrong.items() if is_so),
        one=frozenset(pair for pair, is_so in one.items() if is_so),
        apart=frozenset(pair for pair, is_so in one.items() if not is_so),
    )


def pairs(several: Iterable[Claim]) -> Iterator[Pair]:
    return map(frozenset, combinations(several, 2))


def align_judged(
    told: Iterable[Told],
    weight: Callable[[Told, Told], float | None],
    least: float,
    ruled: Rulings,
    marks: Callable[[Told], frozenset[str]] | None = None,
) -> tuple[tuple[Told, ...], ...]:
    """Groups of what is the same, as `align` has them, of claims that are not wrong: those that are one come as one."""

    def weigh(these: Sequence[Told], those: Sequence[Told]) -> float | None:
        if len(these) == len(those) == 1 and not ruled.apart:
            return weight(these[0], those[0])
        if ruled.parted((claim(t.what) for t in these), (claim(t.what) for t in those)):
            return None
        weights = [weight(one, other) for one in these for other in those]
        return max((each for each in weights if each is not None), default=None)

    def all_marks(block: Sequence[Told]) -> frozenset[str]:
        return frozenset().union(*map(marks, block)) if marks else frozenset()

    right = [t for t in told if not (ruled.wrong and claim(t.what) in ruled.wrong)]
    groups = align(
        together(right, ruled),
        weigh,
        least,
        lambda block: min(t.what.id for t in block),
        all_marks if marks and not ruled.apart else None,
    )
    return tuple(tuple(t for block in group for t in block) for group in groups)


def together(told: Iterable[Told], ruled: Rulings) -> tuple[tuple[Told, ...], ...]:
    """What is told in blocks of what people hold to be one; none brings together what they hold apart."""
    joined = {each: frozenset([each]) for pair in ruled.one for each in pair}
    for one, other in sorted((sorted(pair, key=repr) for pair in ruled.one), key=repr):
        if not ruled.parted(joined[one], joined[other]):
            both = joined[one] | joined[other]
            joined.update(dict.fromkeys(both, both))
    blocks: dict[object, list[Told]] = {}
    for each in told:
        key = joined.get(claim(each.what), each.what.id) if joined else each.what.id
        blocks.setdefault(key, []).append(each)
    return tuple(map(tuple, blocks.values()))


def heeded(drift: Drift, told: Iterable[Told], ruled: Rulings) -> bool:
    """Whether a difference stands: it is not held to be none, nor are its sides words of claims held apart."""
    if claim(drift) in ruled.wrong:
        return False
    if not (ruled.apart and drift.before and drift.after):
        return True
    sides = [
        {claim(t.what) for t in told for s in t.spans if s.article == side.article and s.start <= side.start < s.stop}
        for side in (drift.before, drift.after)
    ]
    return not ruled.parted(*sides)


def judged(
    judgements: Iterable[Judgement], readings: Sequence[Reading], findings: Iterable[Finding], drifts: Iterable[Drift]
) -> Iterator[Judged]:
    """The judgements on these reports, each with what it is about of all that was found, and whether that is there."""
    by_id = claims_by_id(readings)
    counted = (claim(amount) for reading in readings for amount in reading.amounts)
    held: dict[Claim, list[str]] = {each: [] for each in (*by_id.values(), *counted)}
    for finding in findings:
        for each in claims(finding, by_id):
            held.setdefault(each, []).append(finding.id)
    for drift in drifts:
        held.setdefault(claim(drift), []).append(drift.id)
    articles = {reading.article.id for reading in readings}
    for judgement in judgements:
        if judgement.articles & articles:
            there = [[each for each in part if each in held] for part in judgement.parts]
            needed = 2 if judgement.verdict in {"merge", "split"} else 1
            about = dict.fromkeys(id for part in there for each in part for id in held[each])
            yield Judged(judgement.id, judgement, tuple(about), sum(map(bool, there)) < needed)
