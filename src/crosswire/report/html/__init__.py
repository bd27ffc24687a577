"""A comparison as one HTML page: no script, nothing loaded, every value a link to the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from crosswire.records import Comparison
from crosswire.report import judged
from crosswire.report.brief import brief
from crosswire.report.columns import columns_of
from crosswire.report.history import TITLE, history
from crosswire.report.html.differences import differences_list
from crosswire.report.html.digest import digest, footnotes, masthead
from crosswire.report.html.elements import joined, text
from crosswire.report.html.findings import findings_table, numbered
from crosswire.report.html.marks import marks_of
from crosswire.report.html.sources import chains_list, origins_list
from crosswire.report.html.texts import lights, texts
from crosswire.report.html.timeline import timeline
from crosswire.store.answers import About, StoryTold

# The page may show itself and nothing else: no script, no request, whatever a report holds.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="{}">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
    "<title>{}</title>\n</head>\n<body>\n{}\n</body>\n</html>\n"
)
FRAGMENT = Markup(
    '<div class="crosswire"><style>{}{}</style><a class="skip" href="#brief">Skip to the brief</a>'
    "{}<main>{}</main></div>"
)
SECTION = Markup('<section id="{0}" aria-labelledby="{0}-title"><h2 id="{0}-title">{1}</h2>{2}</section>')


def comparison_html(comparison: Comparison) -> str:
    """One self-contained page."""
    return _document(comparison, _page(comparison))


def story_html(told: StoryTold, about: About) -> str:
    """The same of a story of a store, with how it grew and the state of the store."""
    grown = _list(history(told, about, columns_of(told.comparison)))
    return _document(told.comparison, _page(told.comparison, ("store", TITLE, grown)))


def comparison_fragment(comparison: Comparison) -> str:
    """The same without head and body, for a notebook."""
    return str(_page(comparison))


@cache
def style() -> Markup:
    """The style sheet of the page."""
    return Markup(files("crosswire.report.html").joinpath("style.css").read_text("utf-8"))


def _document(comparison: Comparison, page: Markup) -> str:
    title = "".join(piece.text for piece in brief(comparison).title)
    return str(PAGE.format(POLICY, title, page))


def _list(lines: Iterable[str]) -> Markup:
    return Markup("<ul>{}</ul>").format(joined(Markup("<li>{}</li>").format(text(line)) for line in lines))


def _page(comparison: Comparison, *more: tuple[str, str, Markup]) -> Markup:
    columns = columns_of(comparison)
    told = brief(comparison)
    numbers = numbered(comparison)
    marks = marks_of(comparison, told, columns)
    people = _list(judged.judged_lines(comparison, columns))
    sections = (
        ("brief", "The brief", digest(told) + footnotes(told, columns)),
        ("findings", "Report by report", findings_table(comparison, columns)),
        ("differences", "Where the reports differ", differences_list(comparison, columns, numbers)),
        ("sources", "According to whom", chains_list(comparison, columns, numbers)),
        ("origins", "Who stands behind the reports", origins_list(comparison, columns)),
        ("timeline", "The days", timeline(comparison, columns, numbers)),
        ("texts", "The texts", texts(columns, marks)),
        *([("judged", judged.TITLE, people)] if comparison.judged else []),
        *more,
    )
    return FRAGMENT.format(
        style(),
        lights(columns, marks),
        masthead(told, comparison, columns, ((name, title) for name, title, _ in sections)),
        joined(SECTION.format(name, title, body) for name, title, body in sections),
    )
