"""A report's own summary held against its own body, and a report without credits against one it shares words with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.fusion.align import Told, told
from crosswire.fusion.drift import LEAD, called, drift, zone
from crosswire.fusion.speakers import two_names
from crosswire.records import Actor, Cited, Drift, Reading, Statement
from crosswire.stories.copies import passages
from crosswire.stories.origins import LONG_QUOTE, spoken
from crosswire.words import contained, content

BORNE_OUT = 1 / 3  # share of a summary's words that its body must hold somewhere; a digest rewords, but not everything
SAME_VIEW = 0.5  # share of a view's words that another report gives to somebody else


def summary_drifts(groups: Sequence[Sequence[Told]], readings: Sequence[Reading]) -> Iterator[Drift]:
    """What a report's title or summary says against its own body: nothing of it there, or another speaker."""
    for group in groups:
        bodies = {t.reading.article.id for t in group if zone(t.reading.article, t.spans[0]) not in LEAD}
        for each in group:
            article = each.reading.article
            if article.id in bodies or zone(article, each.spans[0]) not in LEAD - {"caption"}:
                continue
            if not borne_out(each):
                yield drift(
                    "unsupported", None, None, each.spans[0], None, "no sentence of the report’s own body says this"
                )
                yield from said_by_another(each, [r for r in readings if r.article.id != article.id])
            else:
                yield from said_by_another(each, [each.reading])


def borne_out(each: Told) -> bool:
    """Whether the body holds enough of the words, names aside; without a body there is nothing to hold them against."""
    article = each.reading.article
    body = frozenset(s for z in article.zones if z.kind == "body" for s in content(article.text, z.start, z.stop))
    meaning = each.stems - names(each.reading)
    return not body or len(meaning) < 2 or contained(meaning, body) > BORNE_OUT


def names(reading: Reading) -> frozenset[str]:
    """Stems of the words that name the report's actors."""
    spans = (m.span for m in reading.mentions if m.kind in {"name", "title", "demonym"})
    return frozenset(stem for s in spans for stem in content(reading.article.text, s.start, s.stop))


def said_by_another(each: Told, readings: Sequence[Reading]) -> Iterator[Drift]:
    """The view that a summary gives to one speaker, in the body of a report that gives it to another."""
    if not isinstance(each.what, Statement) or not each.what.sources:
        return
    meaning = each.stems - names(each.reading)
    views = [
        (told(r, s), s)
        for r in readings
        for s in r.statements
        if s.sources and zone(r.article, s.content[0]) not in LEAD
    ]
    near = [(t, s) for t, s in views if len(meaning & t.stems) >= 3 and contained(meaning, t.stems) >= SAME_VIEW]
    if not near or any(not two_names(each.reading, each.what, t.reading, s) for t, s in near):
        return
    best, statement = max(near, key=lambda pair: (len(meaning & pair[0].stems), pair[1].id))
    told_by = ((each, each.what), (best, statement))
    detail = ", ".join(f"{s.sources[0].value.name} in {part(t)}" for t, s in told_by)
    yield drift("speaker changed", None, "speaker", each.spans[0], best.spans[0], detail)


def part(told: Told) -> str:
    """Where in which report something is told."""
    lead = zone(told.reading.article, told.spans[0]) in LEAD
    return f"{'the summary' if lead else 'the body'} of {called(told.reading.article)}"


def credit_dropped(readings: Sequence[Reading]) -> Iterator[Drift]:
    """A report that names nobody behind it, though it shares long quotations or passages with one that does."""
    for bare in readings:
        others = [r for r in readings if r is not bare and outlets(r)]
        full = next((r for r in others if not bare.credits and shares_words(r, bare)), None)
        if full and outlets(full)[0].value.name != bare.article.outlet:
            carrier = outlets(full)[0]
            where = called(full.article), called(bare.article)
            detail = (
                f"{carrier.value.name} stands behind {where[0]}; {where[1]} shares wording with it and names no source"
            )
            yield drift("attribution dropped", None, None, carrier.spans[0], None, detail)


def outlets(reading: Reading) -> list[Cited[Actor]]:
    return [credit for credit in reading.credits if credit.value.kind == "outlet"]


def shares_words(one: Reading, other: Reading) -> bool:
    mine, theirs = ({q for s in r.statements if len(q := spoken(r, s)) >= LONG_QUOTE} for r in (one, other))
    return bool(mine & theirs) or bool(passages(one.article, other.article))
