"""A report's own summary held against its own body, and a report without credits against one it shares words with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosswire.fusion.drift import LEAD, drift, zone
from crosswire.fusion.speakers import two_names
from crosswire.fusion.tellings import Told, names, tellings
from crosswire.records import Actor, Cited, Drift, Reading, Span, Statement
from crosswire.stories.origins import LONG_QUOTE, spoken
from crosswire.stories.passages import passages
from crosswire.words import contained, content

BORNE_OUT = 1 / 3  # share of a summary's words that its body must hold somewhere; a digest rewords, but not everything
FEW = 4  # words; a shorter line says too little to be held against anything
SAME_VIEW = 0.5  # share of a view's words that another report gives to somebody else


def summary_drifts(groups: Sequence[Sequence[Told]], readings: Sequence[Reading]) -> Iterator[Drift]:
    """What a report's summary says against its own body: nothing of it there, or another speaker."""
    in_body: dict[str, list[Span]] = defaultdict(list)
    for group in groups:
        told = {t.reading.article.id for t in group if zone(t.reading.article, t.spans[0]) not in LEAD}
        for each in group:
            in_body[each.reading.article.id] += each.spans if each.reading.article.id in told else ()
    for reading in readings:
        yield from unsupported(reading, in_body[reading.article.id])
    for each in (t for group in groups for t in group if zone(t.reading.article, t.spans[0]) in LEAD - {"caption"}):
        others = [r for r in readings if r.article.id != each.reading.article.id]
        yield from said_by_another(each, [each.reading] if borne_out(each.reading, each.spans[0]) else others)


def unsupported(reading: Reading, told: Sequence[Span]) -> Iterator[Drift]:
    """The sentences of a summary that the report's own body does not bear out; `told` is what the body does tell."""
    for sentence in reading.sentences:
        if zone(reading.article, sentence) != "summary":
            continue
        again = any(sentence.start <= s.start < sentence.stop for s in told)
        if not again and not borne_out(reading, sentence):
            yield drift("unsupported", None, None, sentence, None, "no sentence of the report’s own body says this")


def borne_out(reading: Reading, span: Span) -> bool:
    """Whether the body holds enough of the words, names aside; without a body there is nothing to hold them against."""
    article = reading.article
    body = frozenset(s for z in article.zones if z.kind == "body" for s in content(article.text, z.start, z.stop))
    meaning = content(article.text, span.start, span.stop) - names(reading)
    return not body or len(meaning) < FEW or contained(meaning, body) > BORNE_OUT


def said_by_another(each: Told, readings: Sequence[Reading]) -> Iterator[Drift]:
    """The view that a summary gives to one speaker, in the body of a report that gives it to another."""
    if not isinstance(each.what, Statement) or not each.what.sources:
        return
    views = [
        (view, view.what)
        for r in readings
        for view in tellings(r, r.statements)
        if isinstance(view.what, Statement) and view.what.sources and zone(r.article, view.spans[0]) not in LEAD
    ]
    near = [
        (t, s) for t, s in views if len(each.meaning & t.stems) >= 3 and contained(each.meaning, t.stems) >= SAME_VIEW
    ]
    if not near or any(not two_names(each.reading, each.what, t.reading, s) for t, s in near):
        return
    best, statement = max(near, key=lambda pair: (len(each.meaning & pair[0].stems), pair[1].id))
    where = "the body" if best.reading is each.reading else "another report"
    detail = f"{each.what.sources[0].value.name} in the summary, {statement.sources[0].value.name} in {where}"
    yield drift("speaker changed", None, "speaker", each.spans[0], best.spans[0], detail)


def credit_dropped(readings: Sequence[Reading]) -> Iterator[Drift]:
    """Words that a report shares with one that names an agency behind it, and for which it names nobody."""
    for bare in readings:
        others = [r for r in readings if r is not bare and outlets(r)] if not bare.credits else []
        shared = next(((r, words) for r in others if (words := shared_words(bare, r))), None)
        if shared and outlets(shared[0])[0].value.name != bare.article.outlet:
            carrier = outlets(shared[0])[0]
            detail = f"one report names {carrier.value.name} behind it, the other shares its words and names nobody"
            yield drift("attribution dropped", None, None, carrier.spans[0], shared[1], detail)


def outlets(reading: Reading) -> list[Cited[Actor]]:
    return [credit for credit in reading.credits if credit.value.kind == "outlet"]


def shared_words(one: Reading, other: Reading) -> Span | None:
    """The first long quotation or passage of a report that stands in another one too."""
    theirs = {spoken(other, s) for s in other.statements}
    quotes = (s.content[0] for s in one.statements if len(said := spoken(one, s)) >= LONG_QUOTE and said in theirs)
    return next(quotes, None) or next((here for here, _ in passages(one.article, other.article)), None)
