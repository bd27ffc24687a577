"""Where the reports differ: the sentence that explains it, the words on either side, what changed between them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from markupsafe import Markup

from crosswire.records import Comparison, Drift, Span
from crosswire.report.columns import Columns, around, words
from crosswire.report.html.elements import anchor, badge, joined, raw, text
from crosswire.report.visible import one_line, sentence
from crosswire.standing import CONTRADICTIONS, concerns, differences

FEW = 24  # characters; fewer tell little without the words around them
CONTEXT = 90  # characters shown on either side of few words
MOST_WORDS = 300  # beyond this a comparison word by word takes long and tells little
WORD_BY_WORD = ("quote altered", "quote trimmed", "quote to paraphrase", "wording")


def differences_list(comparison: Comparison, columns: Columns, numbers: dict[str, int]) -> Markup:
    """Every difference, gravest first."""
    items = joined(_difference(drift, comparison, columns, numbers) for drift in differences(comparison))
    return Markup('<ol class="differences">{}</ol>').format(items) if items else Markup("<p>None found.</p>")


def _difference(drift: Drift, comparison: Comparison, columns: Columns, numbers: dict[str, int]) -> Markup:
    weight = (
        "contradicted" if drift.kind in CONTRADICTIONS else "unsupported" if drift.kind == "unsupported" else "drifted"
    )
    about = next((finding for finding in comparison.findings if concerns(drift, finding)), None)
    return Markup(
        '<li class="{}"><p class="drift"><span class="kind">{}</span> {}{}</p><div class="pair">{}</div></li>'
    ).format(
        weight,
        text(drift.kind),
        text(sentence(drift.detail)),
        Markup(' <a class="see" href="#finding-{0}">finding {0}</a>').format(numbers[about.id]) if about else "",
        joined(_sides(drift, columns)),
    )


def _sides(drift: Drift, columns: Columns) -> Iterator[Markup]:
    other = {True: drift.after, False: drift.before}
    for first, span in ((True, drift.before), (False, drift.after)):
        if span is None or span.article not in columns:
            yield Markup('<p class="side absent">— <span class="quiet">no such words</span></p>')
        else:
            yield _side(span, other[first] if drift.kind in WORD_BY_WORD else None, "del" if first else "ins", columns)


def _side(span: Span, other: Span | None, tag: str, columns: Columns) -> Markup:
    return Markup('<blockquote class="side" dir="auto"><a class="words" href="#{}">{}</a> {}</blockquote>').format(
        anchor(columns, span), badge(columns[span.article]), _compared(span, other, tag, columns)
    )


def _compared(span: Span, other: Span | None, tag: str, columns: Columns) -> Markup:
    """The words, those the other side lacks set apart; few words stand among those around them."""
    shown = one_line(words(columns, span))
    if other is not None and other.article in columns:
        return joined(_changes(shown.split(" "), one_line(words(columns, other)).split(" "), tag), " ")
    if span.stop - span.start >= FEW:
        return raw(shown)
    before, after = around(columns[span.article], span, CONTEXT)
    return Markup('<span class="around">{}</span><strong>{}</strong><span class="around">{}</span>').format(
        raw(before), shown, raw(after)
    )


def _changes(here: list[str], there: list[str], tag: str) -> Iterator[Markup]:
    if max(len(here), len(there)) > MOST_WORDS:
        yield raw(" ".join(here))
        return
    bare = [[word.strip("“”‘’\"'.,;:").casefold() for word in side] for side in (here, there)]
    for kind, start, stop, _, _ in SequenceMatcher(None, bare[0], bare[1], autojunk=False).get_opcodes():
        if start < stop:
            part = raw(" ".join(here[start:stop]))
            yield part if kind == "equal" else Markup("<{0}>{1}</{0}>").format(Markup(tag), part)
