"""The head of the page: title and reports, the digest with its footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from crosswire.records import Comparison
from crosswire.report.brief import Brief, Note, Section
from crosswire.report.columns import Column, Columns, behind, published
from crosswire.report.html.elements import Numbers, anchor, badge, joined, line, text
from crosswire.report.visible import one_line, quoted


def masthead(told: Brief, comparison: Comparison, columns: Columns, contents: Iterable[tuple[str, str]]) -> Markup:
    """The title, the reports, and the way to every part of the page."""
    return Markup(
        '<header class="masthead"><p class="kicker">crosswire · {} side by side</p><h1>{}</h1>'
        '<ul class="reports">{}</ul><nav aria-label="Contents"><ul>{}</ul></nav></header>'
    ).format(
        "1 report" if len(columns) == 1 else f"{len(columns)} reports",
        line(told.title, _numbers(told)),
        joined(_report(column, comparison, columns) for column in columns.values()),
        joined(Markup('<li><a href="#{}">{}</a></li>').format(name, title) for name, title in contents),
    )


def digest(told: Brief) -> Markup:
    """Key points and short sections, each line with the numbers of its footnotes."""
    numbers = _numbers(told)
    return Markup('<div class="points"><h3>Key points</h3><ul>{}</ul></div><div class="digest">{}</div>').format(
        joined(Markup("<li>{}</li>").format(line(point, numbers)) for point in told.points),
        joined(_section(section, numbers) for section in told.sections),
    )


def footnotes(told: Brief, columns: Columns) -> Markup:
    """The words every number stands for, and where they stand."""
    notes = joined(_note(note, columns) for note in told.notes)
    return Markup(
        '<details class="notes" open><summary>Footnotes <span class="count">{}</span></summary><ol>{}</ol></details>'
    ).format(len(told.notes), notes)


def _numbers(told: Brief) -> Numbers:
    return {note.span: note.number for note in told.notes}


def _report(column: Column, comparison: Comparison, columns: Columns) -> Markup:
    title = one_line(column.reading.article.title or "")
    return Markup(
        '<li>{} <a href="#text-{}">{}</a> <span class="day">{}</span>{}<span class="behind">{}</span></li>'
    ).format(
        badge(column),
        column.letter,
        text(column.name),
        published(column),
        Markup('<q class="headline" dir="auto">{}</q>').format(title) if title else "",
        text(f"Behind it: {behind(column, comparison, columns)}"),
    )


def _section(section: Section, numbers: Numbers) -> Markup:
    more = Markup('<p class="quiet">and {} more in the table below</p>').format(section.left_out)
    return Markup("<section><h3>{}</h3>{}{}</section>").format(
        section.title,
        joined(Markup("<p>{}</p>").format(line(each, numbers)) for each in section.lines),
        more if section.left_out else "",
    )


def _note(note: Note, columns: Columns) -> Markup:
    where = f"paragraph {note.paragraph} ({note.zone})" if note.paragraph else "text"
    return Markup(
        '<li id="note-{}"><a href="#{}">{} {}, {}, {}, characters {}–{}</a>: <span dir="auto">{}</span></li>'
    ).format(
        note.number,
        anchor(columns, note.span),
        badge(note.column),
        text(note.column.name),
        published(note.column),
        where,
        note.span.start,
        note.span.stop,
        text(quoted(note.words)),
    )
