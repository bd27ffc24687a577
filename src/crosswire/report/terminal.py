"""A comparison as text for a terminal: the reports, where they disagree, what all say, what one says alone."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from crosswire.records import Comparison, Drift, Finding, Span
from crosswire.report.brief import ranked
from crosswire.report.chains import Chain, chains
from crosswire.report.columns import Columns, around, columns_of, in_order, published, words
from crosswire.report.lines import CIRCUMSTANCES, FORMS, SHORTEST, versions
from crosswire.report.screen import FAINT, block, hanging, line, printed
from crosswire.report.standing import STANDINGS, differences, standing
from crosswire.report.visible import one_line, quoted, trimmed

LONGEST = 400  # characters of an excerpt: some five lines of a terminal
CONTEXT = 60  # characters shown on either side of a word that differs
SIGNS = {each.name: each.sign for each in STANDINGS}
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
        ("Reports", [_reports(comparison, columns)] if columns else []),
        ("Where they disagree", [_difference(each, columns) for each in differences(comparison)]),
        ("What happened", [_finding(each, comparison, columns) for each in shared]),
        ("Who said what, according to whom", [_statement(each, comparison, columns) for each in statements]),
        ("Only in one report", [_finding(each, comparison, columns) for each in single]),
    )
    return printed(sections, width, color)


def _reports(comparison: Comparison, columns: Columns) -> RenderableType:
    rows = []
    for article, column in columns.items():
        origins = [origin for origin in comparison.origins if article in origin.articles]
        behind = ", ".join(one_line(origin.name or "") or "origin unknown" for origin in origins) or "origin unknown"
        rows.append((line((column.letter, LETTER)), line(column.name), line((published(column), FAINT)), line(behind)))
    return hanging(*rows)


def _difference(drift: Drift, columns: Columns) -> RenderableType:
    style = "bold red" if drift.kind.startswith("contradiction") else "bold"
    sides = (span for span in (drift.before, drift.after) if span is not None and span.article in columns)
    rows = [(_letter(span, columns), _in_context(span, columns)) for span in sides]
    return block(line((one_line(drift.kind), style), ("  " + one_line(drift.detail), "")), rows)


def _in_context(span: Span, columns: Columns) -> Text:
    """The words; where they are few, among those around them."""
    shown = one_line(words(columns, span))
    if span.stop - span.start >= SHORTEST:
        return line(quoted(trimmed(shown, LONGEST)))
    before, after = around(columns[span.article], span, CONTEXT)
    return line((_spaced(before), FAINT), (f"[{shown}]", "bold"), (_spaced(after), FAINT))


def _finding(finding: Finding, comparison: Comparison, columns: Columns) -> RenderableType:
    return block(_heading(finding, comparison), (*_excerpts(finding, columns), *_fields(finding, columns)))


def _statement(finding: Finding, comparison: Comparison, columns: Columns) -> RenderableType:
    ways = [_way(chain) for chain in chains(finding, comparison, columns)]
    return block(_heading(finding, comparison), (*_excerpts(finding, columns), *ways))


def _heading(finding: Finding, comparison: Comparison) -> Text:
    name = standing(finding, comparison)
    style = STYLES.get(name, "")
    return line((f"{SIGNS[name]} ", style), (one_line(finding.label), "bold"), (f"  {name}", style or FAINT))


def _excerpts(finding: Finding, columns: Columns) -> Iterator[tuple[Text, ...]]:
    for span in in_order(columns, finding.excerpts):
        yield _letter(span, columns), line(f"“{trimmed(words(columns, span), LONGEST)}”")


def _fields(finding: Finding, columns: Columns) -> Iterator[tuple[Text, ...]]:
    """Fields in which the reports differ, and the circumstances they agree on."""
    for field in finding.fields:
        differing = len(field.versions) > 1
        if differing or field.name in CIRCUMSTANCES:
            values = "".join(piece.text for piece in versions(field, columns))
            sign = "≠" if differing else "·"
            yield (
                line((sign, "red" if differing else FAINT)),
                line((f"{one_line(field.name)}: {values}", "" if differing else FAINT)),
            )


def _way(chain: Chain) -> tuple[Text, ...]:
    names = " ← ".join(f"({link.name})" if link.kind == "missing" else link.name for link in chain.links)
    return line((chain.column.letter, LETTER)), line((f"{one_line(FORMS.get(chain.form, chain.form))}: {names}", FAINT))


def _letter(span: Span, columns: Columns) -> Text:
    return line((columns[span.article].letter, LETTER))


def _spaced(text: str) -> str:
    """One line that keeps a space at either end."""
    inner = one_line(text)
    return " " * text[:1].isspace() + inner + " " * (text[-1:].isspace() and bool(inner))
