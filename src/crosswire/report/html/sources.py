"""According to whom: the chain behind each statement, and the origins behind the reports."""

from __future__ import annotations

from markupsafe import Markup

from crosswire.records import Cited, Comparison, Finding, Origin
from crosswire.report.chains import Chain, Link, chains, link_name
from crosswire.report.columns import Columns, in_order
from crosswire.report.html.elements import anchor, badge, joined, text, words_link
from crosswire.report.lines import FORMS
from crosswire.report.told import excerpts, heading

LONGEST = 200  # characters of an excerpt beside a reason
SAID = 120  # characters of a statement above its chains
ARROW = Markup(' <span class="arrow" role="img" aria-label="by way of">←</span> ')
UNKNOWN = Markup('<span class="missing">origin unknown</span> ')
SILENT = Markup('<p class="quiet">No report says what it rests on.</p>')
KINDS = {"speaker": "speaker", "source": "source", "credit": "credit of the whole report", "outlet": "outlet"}


def chains_list(comparison: Comparison, columns: Columns, numbers: dict[str, int]) -> Markup:
    """For every statement, how each report comes by it."""
    items = []
    for finding in sorted(comparison.findings, key=lambda each: numbers[each.id]):
        found = chains(finding, comparison, columns)
        if found:
            items.append(_statement(finding, found, columns, numbers[finding.id]))
    return Markup('<ul class="chains">{}</ul>').format(joined(items)) if items else Markup("<p>No statement found.</p>")


def origins_list(comparison: Comparison, columns: Columns) -> Markup:
    """Who stands behind which reports, with the reasons; an unknown origin is shown as such."""
    return Markup('{}<ul class="origins">{}</ul>').format(
        _count(comparison), joined(_origin(origin, columns) for origin in comparison.origins)
    )


def _count(comparison: Comparison) -> Markup:
    """How many origins the texts name; one that is not known is never counted as a further source."""
    named = sum(1 for origin in comparison.origins if origin.name)
    unknown = len(comparison.origins) - named
    rest = f"; {unknown} unknown, never counted as a further source" if unknown else ""
    return Markup('<p class="quiet count-of">Origins named: {}{}.</p>').format(named, rest)


def _statement(finding: Finding, found: tuple[Chain, ...], columns: Columns, number: int) -> Markup:
    rows = joined(_chain(chain, columns) for chain in found)
    return Markup('<li><p class="said"><a class="see" href="#finding-{0}">{0}</a> {1}: {2}</p>{3}</li>').format(
        number, text(heading(finding)), _words(finding, columns), rows
    )


def _words(finding: Finding, columns: Columns) -> Markup:
    return joined(words_link(columns, span, SAID) for span in excerpts(finding, columns)[:1])


def _chain(chain: Chain, columns: Columns) -> Markup:
    form = FORMS.get(chain.form, chain.form)
    links = ARROW.join(_link(link, columns) for link in chain.links)
    return Markup('<p class="chain">{} {} <span class="form">{}</span></p>').format(
        badge(chain.column), links, text(form)
    )


def _link(link: Link, columns: Columns) -> Markup:
    name = text(link_name(link))
    places = in_order(columns, link.spans)
    if link.kind == "missing":
        return Markup('<span class="link missing">{}</span>').format(name)
    if not places:
        return Markup('<span class="link {}">{}</span>').format(link.kind, name)
    return Markup('<a class="link {}" title="{}" href="#{}">{}</a>').format(
        link.kind, KINDS[link.kind], anchor(columns, places[0]), name
    )


def _origin(origin: Origin, columns: Columns) -> Markup:
    head = Markup("<strong>{}</strong> stands behind ").format(text(origin.name)) if origin.name else UNKNOWN
    told = [columns[article] for article in origin.articles if article in columns]
    reports = joined((Markup("{} {}").format(badge(column), text(column.name)) for column in told), ", ")
    reasons = joined(_reason(reason, columns) for reason in origin.reasons)
    why = Markup("<ul>{}</ul>").format(reasons) if reasons else SILENT
    return Markup('<li><p class="origin">{}{}</p>{}</li>').format(head, reports, why)


def _reason(reason: Cited[str], columns: Columns) -> Markup:
    quotes = joined((words_link(columns, span, LONGEST) for span in in_order(columns, reason.spans)), " · ")
    return Markup("<li>{}: {}</li>").format(text(reason.value), quotes)
