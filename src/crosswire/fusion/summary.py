"""A report's own summary held against its own body, and a report without credits against one it shares words with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.fusion.align import Told, same_speaker, told
from crosswire.fusion.drift import LEAD, called, drift, zone
from crosswire.records import Actor, Cited, Drift, Reading, Statement
from crosswire.stories.copies import passages
from crosswire.stories.origins import LONG_QUOTE, spoken
from crosswire.words import contained, content

BORNE_OUT = 1 / 3  # share of a summary's words that its body must hold somewhere; a digest rewords, but not everything
SAME_VIEW = 0.5  # share of a view's words that another report gives to somebody else


def unsupported(groups: Sequence[Sequence[Told]], readings: Sequence[Reading]) -> Iterator[Drift]:
    """What a report's title or summary says and its own body does not; who else is said to hold the view."""
    for group in groups:
        bodies = {t.reading.article.id for t in group if zone(t.reading.article, t.spans[0]) not in LEAD}
        for each in group:
            article = each.reading.article
            if article.id not in bodies and zone(article, each.spans[0]) in LEAD - {"caption"} and not borne_out(each):
                yield drift("unsupported", None, each.spans[0], None, "no sentence of the report’s own body says this")
                yield from said_by_another(each, readings)


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
    """The view of an unsupported summary, in another report and from another mouth."""
    if not isinstance(each.what, Statement) or not each.what.sources:
        return
    meaning = each.stems - names(each.reading)
    others = [
        told(r, s) for r in readings if r.article.id != each.reading.article.id for s in r.statements if s.sources
    ]
    best = max(others, key=lambda o: (len(meaning & o.stems), o.what.id), default=None)
    if best is None or len(meaning & best.stems) < 3 or contained(meaning, best.stems) < SAME_VIEW:
        return
    if isinstance(best.what, Statement) and not same_speaker(each.what, best.what):
        who = each.what.sources[0].value.name, best.what.sources[0].value.name
        yield drift(
            "speaker changed", None, each.spans[0], best.spans[0], f"{who[0]} here, {who[1]} in the other report"
        )


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
            yield drift("attribution dropped", None, carrier.spans[0], None, detail)


def outlets(reading: Reading) -> list[Cited[Actor]]:
    return [credit for credit in reading.credits if credit.value.kind == "outlet"]


def shares_words(one: Reading, other: Reading) -> bool:
    mine, theirs = ({q for s in r.statements if len(q := spoken(r, s)) >= LONG_QUOTE} for r in (one, other))
    return bool(mine & theirs) or bool(passages(one.article, other.article))
