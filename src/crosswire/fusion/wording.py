"""What becomes of a statement from report to report: its words, its speaker, and who is named behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from crosswire.fusion.drift import Found, Group, drift
from crosswire.fusion.speakers import other_speaker, same_speaker
from crosswire.fusion.statements import ECHO
from crosswire.fusion.tellings import Told, best_echo
from crosswire.records import Drift, Finding, Statement
from crosswire.words import STOP

WEIGHTY = {
    "no",
    "not",
    "nor",
    "only",
    "all",
    "may",
    "might",
    "can",
    "could",
    "will",
    "would",
    "should",
    "must",
    "against",
}
OPEN = ("…", "...", "[")  # marks by which a writer says that words are left out or put in


def statement_drifts(finding: Finding, group: Group) -> Iterator[Drift]:
    """Every change that a rule finds among the tellings of one statement; copies of a telling count as one."""
    for field, rule in RULES:
        for kind, before, after, detail in rule(group):
            yield drift(kind, finding.id, field, before, after, detail)


def same_quote(group: Group) -> Iterator[Found]:
    """One quotation word for word in two reports; of many, each is held against the next."""
    quoted = [t for t in group if t.quotes]
    for at, one in enumerate(quoted):
        for other in quoted[at + 1 :]:
            pair = best_echo(one, other)
            if pair and same_words(pair[0].words, pair[1].words) and one.reading.article.id != other.reading.article.id:
                how = "word for word" if pair[0].words == pair[1].words else "but for small words"
                yield "same quote", pair[0].span, pair[1].span, f"{how} the same"
                break


def quote_against_quote(group: Group) -> Iterator[Found]:
    """One quotation cut or altered on the way."""
    for (one, left), (other, right) in across(group):
        pair = best_echo(one, other)
        if pair is None or same_words(pair[0].words, pair[1].words) or not same_speaker(left, right):
            continue
        (longer, full), (shorter, less) = sorted(zip((one, other), pair, strict=True), key=lambda p: -len(p[1].words))
        if runs_in(less.words, full.words):
            yield "quote trimmed", full.span, less.span, "one report quotes fewer of the words"
        elif not any(
            mark in t.reading.article.excerpt(q.span) for t, q in ((longer, full), (shorter, less)) for mark in OPEN
        ):
            yield (
                "quote altered",
                full.span,
                less.span,
                "the quotation marks hold other words",
            )


def quote_against_paraphrase(group: Group) -> Iterator[Found]:
    """Words that one report quotes and the other gives as its own, and quotes nowhere."""
    for (one, left), (other, right) in across(group):
        if bool(one.quotes) == bool(other.quotes) or not same_speaker(left, right):
            continue
        full, bare = (one, other) if one.quotes else (other, one)
        if not any(best_echo(full, t) for t in group if t.reading.article.id == bare.reading.article.id):
            before = full.quotes[0].span if len(full.quotes[0].words) >= ECHO else full.spans[0]
            yield "quote to paraphrase", before, bare.spans[0], "quoted in one report, retold in the other"


def speaker_against_speaker(group: Group) -> Iterator[Found]:
    """The same words from two mouths."""
    for (one, left), (other, right) in across(group):
        if other_speaker(one.reading, left, other.reading, right):
            mine, theirs = left.sources[0].value.name, right.sources[0].value.name
            detail = f"{mine} in one report, {theirs} in the other"
            yield "speaker changed", left.content[0], right.content[0], detail


def source_against_none(group: Group) -> Iterator[Found]:
    """An agency or outlet that one report names behind a statement and another, not its own, leaves out."""
    for (one, left), (other, right) in across(group):
        for full, bare, teller in ((left, right, other), (right, left, one)):
            carrier = next((s for s in full.sources if s.value.kind == "outlet"), None)
            own = {c.value.name for c in teller.reading.credits} | {teller.reading.article.outlet}
            if carrier and carrier.value.name not in own and not any(s.value.kind == "outlet" for s in bare.sources):
                detail = f"the other report does not say that it comes from {carrier.value.name}"
                yield "attribution dropped", carrier.spans[0], bare.content[0], detail


RULES = (
    ("words", same_quote),
    ("words", quote_against_quote),
    ("words", quote_against_paraphrase),
    ("speaker", speaker_against_speaker),
    ("source", source_against_none),
)


def across(group: Group) -> Iterator[tuple[tuple[Told, Statement], tuple[Told, Statement]]]:
    """Pairs of tellings in different reports; those alike to the letter stand for one another."""
    distinct: dict[tuple[object, ...], tuple[Told, Statement]] = {}
    for each in group:
        if isinstance(each.what, Statement):
            names = tuple(s.value.name for s in each.what.sources)
            distinct.setdefault((tuple(q.words for q in each.quotes), each.stems, names), (each, each.what))
    for one, other in combinations(distinct.values(), 2):
        if one[0].reading.article.id != other[0].reading.article.id:
            yield one, other


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same words, spelling, spaces and small words inside aside; a "not" or a "may" is not small."""
    if "".join(one) == "".join(other):
        return True
    if runs_in(one, other) or runs_in(other, one):
        return False
    left, right = ([word for word in said if word not in STOP or word in WEIGHTY] for said in (one, other))
    return left == right


def runs_in(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    """Whether words stand in one run within others."""
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))
