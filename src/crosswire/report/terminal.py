"""A comparison as text for a terminal: the reports, where they disagree, what all say, what one says alone."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from crosswire.records import Comparison, Drift, Finding, Span
from crosswire.report.brief import ranked
from crosswire.report.chains import Chain, chains, link_name
from crosswire.report.columns import Columns, around, behind, columns_of, published, words
from crosswire.report.judged import TITLE, judged_lines
from crosswire.report.lines import CIRCUMSTANCES, FORMS, versions
from crosswire.report.screen import FAINT, block, line, printed
from crosswire.report.told import disputed, excerpts, heading, tag, told_by
from crosswire.report.visible import one_line, quoted, sentence, trimmed
from crosswire.standing import STANDINGS, differences, standing

LONGEST = 400  # characters of an excerpt: some five lines of a terminal
FEW = 24  # characters; fewer tell little without the words around them
CONTEXT = 60  # characters shown on either side of a word that differs
MOST_EXCERPTS = 2  # of one report
SIGNS = {each.name: each.sign for each in STANDINGS}
TITLES = {each.name: each.title.lower() for each in STANDINGS}
STYLES = {"contradicted": "bold red", "drifted": "yellow", "unsupported": "magenta", "all": "green"}
LETTER = "bold cyan"


def comparison_text(comparison: Comparison, width: int = 100, color: bool = False) -> str:
    """The comparison in the order a reader asks; no character of a report acts on the terminal."""
    columns = columns_of(comparison)
    told = ranked(comparison, columns, "event", "amount", "detail")
    statements = ranked(comparison, columns, "statement")
    shared = [each for each in told if len(each.reports) > 1 or len(columns) == 1]
    single = [each for each in told if each not in shared]
    sections = (
        ("Reports", list(_reports(comparison, columns))),
        ("Where they disagree", [_difference(each, columns) for each in differences(comparison)]),
        ("What happened", [_finding(each, comparison, columns) for each in shared]),
        ("Who said what, according to whom", [_statement(each, comparison, columns) for each in statements]),
        ("Only in one report", [_finding(each, comparison, columns) for each in single]),
        (TITLE, [block(line(each), ()) for each in judged_lines(comparison, columns)]),
    )
    return printed(sections, width, color)


def _reports(comparison: Comparison, columns: Columns) -> Iterator[RenderableType]:
    for column in columns.values():
        head = line((f"{column.letter} ", LETTER), (column.name, "bold"), (f"  {published(column)}", FAINT))
        title = one_line(column.reading.article.title or "")
        rows = [(line(quoted(title)),)] if title else []
        yield block(head, [*rows, (line(("behind it: ", FAINT), behind(column, comparison, columns)),)])


def _difference(drift: Drift, columns: Columns) -> RenderableType:
    style = "bold red" if drift.kind.startswith("contradiction") else "bold"
    sides = (span for span in (drift.before, drift.after) if span is not None and span.article in columns)
    rows = [(_letter(span, columns), _in_context(span, columns)) for span in sides]
    return block(line((one_line(drift.kind), style), f"  {sentence(drift.detail)}"), rows)


def _in_context(span: Span, columns: Columns) -> Text:
    """The words; where they are few, among those around them."""
    shown = one_line(words(columns, span))
    if span.stop - span.start >= FEW:
        return line(quoted(trimmed(shown, LONGEST)))
    before, after = around(columns[span.article], span, CONTEXT)
    return line((_spaced(before), FAINT), (f"[{shown}]", "bold"), (_spaced(after), FAINT))


def _finding(finding: Finding, comparison: Comparison, columns: Columns) -> RenderableType:
    fields = _fields(finding, disputed(finding, comparison), columns)
    return block(_heading(finding, comparison, columns), (*_excerpts(finding, columns), *fields))


def _statement(finding: Finding, comparison: Comparison, columns: Columns) -> RenderableType:
    ways = [_way(chain) for chain in chains(finding, comparison, columns)]
    return block(_heading(finding, comparison, columns), (*_excerpts(finding, columns), *ways))


def _heading(finding: Finding, comparison: Comparison, columns: Columns) -> Text:
    """Sign, who to whom, what kind, who tells it; what is disputed says so in words as well."""
    name = standing(finding, comparison)
    style = STYLES.get(name, FAINT)
    told = told_by(finding, comparison, columns) + (f", {TITLES[name]}" if name in STYLES and name != "all" else "")
    kind = "" if finding.kind == "statement" else f"  {tag(finding)}"
    return line((f"{SIGNS[name]} ", style), (heading(finding), "bold"), (kind, FAINT), (f"  {told}", style))


def _excerpts(finding: Finding, columns: Columns) -> Iterator[tuple[Text, ...]]:
    """The best words of each report, and how many places more."""
    found = excerpts(finding, columns)
    for article, column in columns.items():
        spans = [span for span in found if span.article == article]
        for span in spans[:MOST_EXCERPTS]:
            yield _letter(span, columns), line(f"“{trimmed(words(columns, span), LONGEST)}”")
        if len(spans) > MOST_EXCERPTS:
            yield line((column.letter, LETTER)), line((f"and {len(spans) - MOST_EXCERPTS} more", FAINT))


def _fields(finding: Finding, in_dispute: frozenset[str], columns: Columns) -> Iterator[tuple[Text, ...]]:
    """The fields in dispute, and the circumstances."""
    for field in finding.fields:
        differing = field.name in in_dispute
        values = "".join(piece.text for piece in versions(field, columns))
        if differing or (field.name in CIRCUMSTANCES and values != "happened"):
            style = "" if differing else FAINT
            sign = line((SIGNS["contradicted"], "red") if differing else ("·", FAINT))
            yield sign, line((f"{one_line(field.name)}: {values}", style))


def _way(chain: Chain) -> tuple[Text, ...]:
    names = " ← ".join(f"({link.name})" if link.kind == "missing" else link_name(link) for link in chain.links)
    form = one_line(FORMS.get(chain.form, chain.form))
    return line((chain.column.letter, LETTER)), line((f"{form}: {names}", FAINT))


def _letter(span: Span, columns: Columns) -> Text:
    return line((columns[span.article].letter, LETTER))


def _spaced(text: str) -> str:
    """One line that keeps a space at either end."""
    inner = one_line(text)
    return " " * text[:1].isspace() + inner + " " * (text[-1:].isspace() and bool(inner))
