"""The findings as a table: a row for each, a column for each report, what a report does not say shown as not there."""

from __future__ import annotations

from markupsafe import Markup

from crosswire.records import Comparison, Field, Finding
from crosswire.report.columns import Column, Columns, in_order
from crosswire.report.html.elements import badge, joined, text, words_link
from crosswire.report.lines import shown_value
from crosswire.report.standing import Standing, by_standing

LONGEST = 360  # characters of an excerpt in a cell
SHOWN = ("type", "mode", "actors", "recipients", "place", "time", "status", "reason", "speaker", "source")
ABSENT = Markup('<span class="absent">— <span class="quiet">not in this report</span></span>')


def numbered(comparison: Comparison) -> dict[str, int]:
    """A number for each finding, by id, in the order of the table."""
    findings = (finding for _, group in by_standing(comparison) for finding in group)
    return {finding.id: number for number, finding in enumerate(findings, 1)}


# The roles say that it is a table also where a narrow screen shows the rows one below the other.
def findings_table(comparison: Comparison, columns: Columns) -> Markup:
    """Every finding, the most disputed first."""
    numbers = numbered(comparison)
    groups = (_group(standing, findings, columns, numbers) for standing, findings in by_standing(comparison))
    return Markup(
        '<div class="scroll" role="region" aria-label="Findings, report by report" tabindex="0">'
        '<table class="findings" role="table"><thead role="rowgroup"><tr role="row">'
        '<th scope="col" role="columnheader">Finding</th>{}</tr></thead>{}</table></div>'
    ).format(joined(_head(column) for column in columns.values()), joined(groups))


def _head(column: Column) -> Markup:
    return Markup('<th scope="col" role="columnheader">{} {}</th>').format(badge(column), text(column.name))


def _group(standing: Standing, findings: tuple[Finding, ...], columns: Columns, numbers: dict[str, int]) -> Markup:
    return Markup(
        '<tbody class="{}" role="rowgroup"><tr class="group" role="row">'
        '<th colspan="{}" scope="rowgroup" role="rowheader">'
        '<span class="sign" aria-hidden="true">{}</span> {} <span class="count">{}</span>'
        '<span class="meaning">{}</span></th></tr>{}</tbody>'
    ).format(
        standing.name,
        len(columns) + 1,
        standing.sign,
        standing.title,
        len(findings),
        standing.meaning,
        joined(_row(finding, numbers[finding.id], columns) for finding in findings),
    )


def _row(finding: Finding, number: int, columns: Columns) -> Markup:
    return Markup('<tr id="finding-{}" role="row"><th scope="row" role="rowheader">{}</th>{}</tr>').format(
        number, _about(finding, number, columns), joined(_cell(finding, article, columns) for article in columns)
    )


def _about(finding: Finding, number: int, columns: Columns) -> Markup:
    fields = joined(_field(field, columns) for field in finding.fields if field.name in SHOWN and field.versions)
    return Markup('<span class="label"><span class="ordinal">{}</span>{} <span class="kind">{}</span></span>{}').format(
        number, text(finding.label), text(finding.kind), Markup("<dl>{}</dl>").format(fields) if fields else ""
    )


def _field(field: Field, columns: Columns) -> Markup:
    """A field with its value, or with every value and the reports that give it."""
    if len(field.versions) == 1:
        value = text(shown_value(field.name, field.versions[0].value))
        return Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(text(field.name), value)
    values = (
        Markup("<li>{} {}</li>").format(
            text(shown_value(field.name, version.value)),
            joined(
                badge(columns[article]) for article in columns if article in {span.article for span in version.spans}
            ),
        )
        for version in field.versions
    )
    return Markup(
        '<div class="differs"><dt>{} <span class="flag">≠ differs</span></dt><dd><ul>{}</ul></dd></div>'
    ).format(text(field.name), joined(values))


def _cell(finding: Finding, article: str, columns: Columns) -> Markup:
    spans = in_order(columns, (span for span in finding.excerpts if span.article == article))
    excerpts = joined(Markup("<p>{}</p>").format(words_link(columns, span, LONGEST)) for span in spans)
    return Markup('<td role="cell"><span class="whose" aria-hidden="true">{}</span>{}</td>').format(
        columns[article].letter, excerpts or ABSENT
    )
