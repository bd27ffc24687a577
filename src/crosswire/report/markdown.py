"""A comparison as Markdown: the digest with footnotes, then the findings as tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crosswire.records import Comparison, Finding, Span
from crosswire.report import judged
from crosswire.report.brief import Brief, Note, brief, ranked
from crosswire.report.chains import chains, link_name
from crosswire.report.columns import Column, Columns, columns_of, published, words
from crosswire.report.history import TITLE, history
from crosswire.report.lines import Line, Piece, versions
from crosswire.report.told import disputed, excerpts, heading, tag
from crosswire.report.visible import one_line, quoted, trimmed
from crosswire.standing import by_standing
from crosswire.store.answers import About, StoryTold

MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#&$@!^])")
AUTOLINK = re.compile(r"(?<=www)\.|(?<=WWW)\.|:(?=//)")
BLOCK = re.compile(r"^(\d{0,9})([-+=.)])")
CELL = 300  # characters of an excerpt in a table
SAID = 120  # characters of a statement beside its chain
MOST_EXCERPTS = 2  # of one report in a cell


def comparison_markdown(comparison: Comparison) -> str:
    """The digest, the findings side by side, and the footnotes; no word of a report can act as markup."""
    return _page(comparison, columns_of(comparison), ())


def story_markdown(told: StoryTold, about: About) -> str:
    """The same of a story of a store, with how it grew and the state of the store."""
    columns = columns_of(told.comparison)
    return _page(told.comparison, columns, history(told, about, columns))


def _page(comparison: Comparison, columns: Columns, grown: Iterable[str]) -> str:
    digest = brief(comparison)
    blocks = (
        *_digest(digest),
        *_reports(columns),
        *_findings(comparison, columns),
        *_chains(comparison, columns),
        *_list(judged.TITLE, tuple(judged.judged_lines(comparison, columns))),
        *_list(TITLE, tuple(grown)),
        *_notes(digest.notes),
    )
    return "\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Words on one line that Markdown shows as they are."""
    line = AUTOLINK.sub(lambda found: "\\" + found[0], MARKUP.sub(r"\\\1", one_line(text)))
    return BLOCK.sub(r"\1\\\2", line)


def _digest(digest: Brief) -> Iterator[str]:
    numbers = {note.span: note.number for note in digest.notes}
    yield f"# {_line(digest.title, numbers)}\n"
    yield from (f"- {_line(point, numbers)}" for point in digest.points)
    for section in digest.sections:
        yield f"\n## {section.title}\n"
        yield from (f"- {_line(line, numbers)}" for line in section.lines)
        if section.left_out:
            yield f"- and {section.left_out} more in the tables below"


def _line(line: Line, numbers: dict[Span, int]) -> str:
    return "".join(_piece(piece) + "".join(f"[^{numbers[span]}]" for span in piece.spans) for piece in line)


def _piece(piece: Piece) -> str:
    text = escaped(piece.text)
    match piece.kind:
        case "verbatim":
            return f"“{text}”"
        case "name":
            return f"**{text}**"
    # The joints between the parts of a line keep their spaces.
    return piece.text[: len(piece.text) - len(piece.text.lstrip())] + text + (" " if piece.text.endswith(" ") else "")


def _reports(columns: Columns) -> Iterator[str]:
    yield "\n## The reports\n"
    yield from _table(("", "Outlet", "Published", "Title"), map(_report, columns.values()))


def _report(column: Column) -> tuple[str, ...]:
    title = column.reading.article.title or "—"
    return column.letter, escaped(column.name), published(column), escaped(title)


def _findings(comparison: Comparison, columns: Columns) -> Iterator[str]:
    heads = ("Finding", *(f"{column.letter} · {escaped(column.name)}" for column in columns.values()))
    for standing, findings in by_standing(comparison):
        yield f"\n## {standing.sign} {standing.title}: {standing.meaning}\n"
        yield from _table(heads, (_finding(finding, comparison, columns) for finding in findings))


def _finding(finding: Finding, comparison: Comparison, columns: Columns) -> tuple[str, ...]:
    in_dispute = disputed(finding, comparison)
    fields = (field for field in finding.fields if field.name in in_dispute)
    values = "".join(f"; {escaped(field.name)}: {_text(versions(field, columns))}" for field in fields)
    cells = (_cell(finding, article, columns) for article in columns)
    return f"{escaped(heading(finding))}, {escaped(tag(finding))}{values}", *cells


def _text(line: Line) -> str:
    return "".join(map(_piece, line))


def _cell(finding: Finding, article: str, columns: Columns) -> str:
    """The best words a report has for it, and how many places more."""
    spans = [span for span in excerpts(finding, columns) if span.article == article]
    if not spans:
        return "—"
    more = f" and {len(spans) - MOST_EXCERPTS} more" if len(spans) > MOST_EXCERPTS else ""
    return " · ".join(f"“{escaped(trimmed(words(columns, span), CELL))}”" for span in spans[:MOST_EXCERPTS]) + more


def _chains(comparison: Comparison, columns: Columns) -> Iterator[str]:
    rows = [
        (_said(finding, columns), chain.column.letter, " ← ".join(escaped(link_name(link)) for link in chain.links))
        for finding in ranked(comparison, columns, "statement")
        for chain in chains(finding, comparison, columns)
    ]
    if rows:
        yield "\n## According to whom\n"
        yield from _table(("Statement", "Report", "Speaker ← source ← outlet"), rows)


def _said(finding: Finding, columns: Columns) -> str:
    return "".join(f"“{escaped(trimmed(words(columns, span), SAID))}”" for span in excerpts(finding, columns)[:1])


def _list(title: str, lines: tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield f"\n## {title}\n"
        yield from (f"- {escaped(line)}" for line in lines)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(heads)
    yield _row("---" for _ in heads)
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    yield ""
    yield from (f"[^{note.number}]: {place_of(note)}: {escaped(quoted(note.words))}" for note in notes)


def place_of(note: Note) -> str:
    """Outlet, day and place in the text of a footnote, escaped."""
    column, span = note.column, note.span
    where = f"paragraph {note.paragraph} ({note.zone})" if note.paragraph else "text"
    return f"{column.letter}, {escaped(column.name)}, {published(column)}, {where}, characters {span.start}–{span.stop}"
