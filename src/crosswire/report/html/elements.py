"""The parts every piece of the page is made of: words that cannot act, badges, links to words. All text is hostile."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from crosswire.records import Span
from crosswire.report.columns import Column, Columns, words
from crosswire.report.lines import Line, Piece
from crosswire.report.visible import one_line, trimmed, visible

Numbers = dict[Span, int]


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """Markup after markup."""
    return Markup(between).join(parts)


def text(value: str) -> Markup:
    """Words of a report inside a line of ours: shown, never acted on, whatever direction they run in."""
    return Markup("<bdi>{}</bdi>").format(one_line(value))


def raw(value: str) -> Markup:
    """Words of a report with their white space."""
    return Markup("{}").format(visible(value))


def badge(column: Column) -> Markup:
    """The letter of a report."""
    return Markup('<abbr class="letter" title="{}">{}</abbr>').format(one_line(column.name), column.letter)


def anchor(columns: Columns, span: Span) -> str:
    """The name of the place of words in the texts: "A-120-180"."""
    return f"{columns[span.article].letter}-{span.start}-{span.stop}"


def words_link(columns: Columns, span: Span, limit: int) -> Markup:
    """An excerpt between quotation marks that leads to its place in the text."""
    excerpt = trimmed(words(columns, span), limit)
    return Markup('<a class="words" href="#{}"><q dir="auto">{}</q></a>').format(anchor(columns, span), excerpt)


def line(pieces: Line, numbers: Numbers) -> Markup:
    """A line of the digest with its footnote numbers."""
    return joined(_piece(piece) + joined(note_link(numbers[span]) for span in piece.spans) for piece in pieces)


def note_link(number: int) -> Markup:
    """A footnote number that leads to its footnote."""
    return Markup('<sup><a class="note" href="#note-{}" aria-label="footnote {}">{}</a></sup>').format(
        number, number, number
    )


def _piece(piece: Piece) -> Markup:
    match piece.kind:
        case "verbatim":
            return Markup('<q dir="auto">{}</q>').format(one_line(piece.text))
        case "name":
            return Markup("<strong>{}</strong>").format(text(piece.text))
        case "value":
            return text(piece.text)
    return raw(piece.text)
