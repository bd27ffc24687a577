"""The texts side by side: every word a finding rests on is marked, also where marks overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from markupsafe import Markup

from crosswire.records import Article, Record, Span
from crosswire.report.columns import Column, Columns, in_order, published
from crosswire.report.html.elements import anchor, badge, joined, raw, text
from crosswire.standing import STANDINGS


class Mark(Record, frozen=True):
    """Words to be marked: `style` names a standing, "value" or "cited"; `finding` is its number, or 0."""

    span: Span
    style: str
    finding: int = 0


class Segment(Record, frozen=True):
    """A stretch of text under the same marks; `opens` and `closes` are those that begin and end with it."""

    start: int
    stop: int
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    closes: tuple[Mark, ...]


# Where marks overlap, the first of these gives the look.
STYLES = ("value", "contradicted", "unsupported", "drifted", "all", "some", "one", "cited")

LEGEND = (*((each.name, each.title.lower()) for each in STANDINGS), ("value", "a value the reports differ in"))


def texts(columns: Columns, marks: Iterable[Mark]) -> Markup:
    """One column for each report."""
    by_article: dict[str, list[Mark]] = {article: [] for article in columns}
    for mark in marks:
        if mark.span.article in by_article:
            by_article[mark.span.article].append(mark)
    return Markup('<p class="legend">{}</p><div class="texts">{}</div>').format(
        joined(_key(name, title) for name, title in LEGEND),
        joined(_text(column, by_article[article], columns) for article, column in columns.items()),
    )


def lights(columns: Columns, marks: Iterable[Mark]) -> Markup:
    """The rules that light up all of a span when its anchor is followed, though it be split in many."""
    names = dict.fromkeys(anchor(columns, span) for span in in_order(columns, (mark.span for mark in marks)))
    return Markup(
        ",\n".join(f".crosswire:has(#{name}:target) .{name}" for name in names)
        + "{background:var(--lit);color:var(--lit-ink)}"
        if names
        else ""
    )


def _key(style: str, meaning: str) -> Markup:
    return Markup('<mark class="{}">{}</mark>').format(style, meaning)


def _text(column: Column, marks: list[Mark], columns: Columns) -> Markup:
    article = column.reading.article
    return Markup(
        '<article class="text" id="text-{0}" aria-labelledby="name-{0}" lang="{1}">'
        '<header><h3 id="name-{0}">{2} {3}</h3><p class="day">{4}</p></header>{5}</article>'
    ).format(
        column.letter,
        article.language,
        badge(column),
        text(column.name),
        published(column),
        joined(_paragraph(article, *part, marks, columns) for part in _paragraphs(article)),
    )


def _paragraphs(article: Article) -> Iterator[tuple[int, str, int, int]]:
    """Number, kind and place of each paragraph; words outside every zone stand by themselves, bullets are left out."""
    at = 0
    for number, zone in enumerate(article.zones, 1):
        if _has_words(article.text[at : zone.start]):
            yield 0, "text", at, zone.start
        yield number, zone.kind, zone.start, zone.stop
        at = max(at, zone.stop)
    if _has_words(article.text[at:]):
        yield 0, "text", at, len(article.text)


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _paragraph(
    article: Article, number: int, kind: str, start: int, stop: int, marks: list[Mark], columns: Columns
) -> Markup:
    inside = [mark for mark in marks if mark.span.start < stop and start < mark.span.stop]
    body = joined(_segment(article, each, columns) for each in segments(start, stop, inside))
    return Markup('<p class="zone {}" dir="auto"><span class="number" title="{}">{}</span>{}</p>').format(
        kind, f"paragraph {number}: {kind}" if number else kind, number or "", body
    )


def segments(start: int, stop: int, marks: list[Mark]) -> Iterator[Segment]:
    """The stretch from `start` to `stop`, cut wherever a mark begins or ends."""
    cuts = {start, stop} | {cut for mark in marks for cut in (mark.span.start, mark.span.stop) if start < cut < stop}
    ordered = sorted(cuts)
    for low, high in pairwise(ordered):
        over = tuple(mark for mark in marks if mark.span.start <= low and high <= mark.span.stop)
        opens = tuple(mark for mark in over if mark.span.start == low)
        closes = tuple(mark for mark in over if mark.span.stop == high)
        yield Segment(low, high, over, opens, closes)


def _segment(article: Article, segment: Segment, columns: Columns) -> Markup:
    inner = raw(article.text[segment.start : segment.stop])
    if not segment.marks:
        return inner
    style = min((mark.style for mark in segment.marks), key=STYLES.index)
    names = dict.fromkeys(anchor(columns, mark.span) for mark in segment.marks)
    anchors = dict.fromkeys(anchor(columns, mark.span) for mark in segment.opens)
    findings = dict.fromkeys(mark.finding for mark in segment.closes if mark.finding)
    return Markup('{}<mark class="{} {}">{}</mark>{}').format(
        joined(Markup('<span class="anchor" id="{}"></span>').format(name) for name in anchors),
        style,
        " ".join(names),
        inner,
        joined(_back(number) for number in findings),
    )


def _back(number: int) -> Markup:
    return Markup('<sup><a class="back" href="#finding-{0}" aria-label="finding {0}">{0}</a></sup>').format(number)
