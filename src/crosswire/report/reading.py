"""What one report says, for a terminal or a notebook: its sources, statements, events, and what else it names."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup
from rich.console import RenderableType

from crosswire.records import Actor, Amount, Cited, Event, Place, Reading, Size, Statement
from crosswire.report.chains import links
from crosswire.report.columns import Column, column_of, days_between, published
from crosswire.report.html import style
from crosswire.report.lines import FORMS
from crosswire.report.screen import FAINT, block, line, printed
from crosswire.report.visible import one_line, trimmed

LONGEST = 400  # characters of an excerpt


def reading_text(reading: Reading, width: int = 100, color: bool = False) -> str:
    """One report as text for a terminal; no character of it acts there."""
    column = column_of(reading, "A")
    sections = (
        (
            "Report",
            [
                block(
                    line((title_of(reading), "bold")),
                    [(line((name, FAINT)), line(value)) for name, value in about(column)],
                )
            ],
        ),
        ("Who said what, according to whom", [_block(*statement_rows(each, column)) for each in reading.statements]),
        ("What happened", [_block(*event_rows(each, column)) for each in reading.events]),
    )
    return printed(sections, width, color)


Rows = list[tuple[str, str]]


def title_of(reading: Reading) -> str:
    """The title, or that there is none."""
    return one_line(reading.article.title or "") or "untitled report"


def about(column: Column) -> Rows:
    """Who published it and when, whom it credits; the days, places, people and numbers it names."""
    reading = column.reading
    excerpt = reading.article.excerpt
    days = dict.fromkeys(one_line(f"{excerpt(time.span)} ({time.value})") for time in reading.times)
    amounts = dict.fromkeys(one_line(excerpt(amount.span)) for amount in reading.amounts)
    credits = dict.fromkeys(one_line(credit.value.name) for credit in reading.credits)
    places = dict.fromkeys(where(place.value) for place in reading.places if place.value.use in SITES)
    named = sorted({mention.chain for mention in reading.mentions if mention.kind in {"name", "title"}})
    people = dict.fromkeys(who(reading.actors[at]) for at in named if reading.actors[at].kind == "person")
    rows = [
        ("outlet", one_line(reading.article.outlet or "") or "not given"),
        ("published", published(column)),
        ("behind it", ", ".join(credits) or "no source named"),
        ("days", ", ".join(days)),
        ("places", ", ".join(places)),
        ("people", ", ".join(people)),
        ("numbers", ", ".join(amounts)),
    ]
    return [row for row in rows if row[1]]


SITES = {"place", "power"}  # not the place of "Russian" or of "Bank of America", nor where the report was filed


def where(place: Place) -> str:
    """A place with its country, and how exact it is where it is no town: "Nice (FRA)", "Crimea (UKR, region)"."""
    told = [place.country or "", place.precision if place.precision in {"region", "point"} else ""]
    beside = ", ".join(filter(None, told)) if place.precision != "country" else ""
    return one_line(f"{place.name} ({beside})" if beside else place.name)


def who(actor: Actor) -> str:
    """A person with country, sector and office, as far as they are known: "Ann Lee (USA GOV, governor)"."""
    told = [" ".join(filter(None, (actor.country, actor.sector))), actor.office or ""]
    beside = ", ".join(filter(None, told))
    return one_line(f"{actor.name} ({beside})" if beside else actor.name)


def statement_rows(statement: Statement, column: Column) -> tuple[str, Rows]:
    """The words of a statement; how it is told and by way of whom."""
    content = " … ".join(trimmed(column.reading.article.excerpt(span), LONGEST) for span in statement.content)
    chain = " ← ".join(link.name for link in links(statement, column))
    return f"“{content}”", [(one_line(FORMS.get(statement.kind, statement.kind)), chain)]


def event_rows(event: Event, column: Column) -> tuple[str, Rows]:
    """The words of an event and the fields read from them; what the text does not tell is left out."""
    kind = " · ".join(one_line(part.value) for part in (event.type, event.mode) if part)
    rows = [
        ("type", f"{kind}, {one_line(event.status.value)}"),
        ("who", f"{_names(event.actors) or '—'} → {_names(event.recipients) or '—'}"),
        ("where", one_line(event.place.value.name) if event.place else ""),
        ("when", days_between(event.time.value.start, event.time.value.stop) if event.time else ""),
        ("how much", how_much(event, column.reading)),
        ("why", one_line(event.reason.value) if event.reason else ""),
    ]
    return f"“{trimmed(column.reading.article.excerpt(event.clause), LONGEST)}”", [row for row in rows if row[1]]


def size_shown(size: Size) -> str:
    """How many were harmed, with what the words leave open: "12 or more killed", "24 to 99 wounded"."""
    if size.high is None:
        return f"{size.best:,} or more {size.what}"
    return f"{size.best:,} {size.what}" if size.low == size.high else f"{size.low:,} to {size.high:,} {size.what}"


def amounts_shown(amounts: Iterable[Amount], reading: Reading) -> str:
    """Amounts in the report's words."""
    return ", ".join(one_line(reading.article.excerpt(amount.span)) for amount in amounts)


def how_much(event: Event, reading: Reading) -> str:
    """The sizes of an event, then its other amounts."""
    sizes = (size_shown(size.value) for size in event.sizes)
    return ", ".join(filter(None, (*sizes, amounts_shown(event.quantities, reading))))


def _names(actors: Iterable[Cited[Actor]]) -> str:
    return ", ".join(dict.fromkeys(one_line(actor.value.name) for actor in actors))


def _block(head: str, rows: Rows) -> RenderableType:
    return block(line(head), [(line((name, FAINT)), line(value)) for name, value in rows])


READING = Markup('<div class="crosswire reading"><style>{}</style><h3>{}</h3>{}{}{}</div>')
GROUP = Markup("<h4>{}</h4>{}")
ITEM = Markup('<div class="item"><p dir="auto">{}</p><dl>{}</dl></div>')
ROW = Markup("<div><dt>{}</dt><dd><bdi>{}</bdi></dd></div>")


def reading_html(reading: Reading) -> str:
    """One report as a fragment of HTML for a notebook: escaped, self-contained, without script."""
    column = column_of(reading, "A")
    statements = [statement_rows(each, column) for each in reading.statements]
    events = [event_rows(each, column) for each in reading.events]
    fragment = READING.format(
        style(),
        title_of(reading),
        Markup("<dl>{}</dl>").format(_rows(about(column))),
        _group("Who said what, according to whom", statements),
        _group("What happened", events),
    )
    return str(fragment)


def _group(title: str, items: list[tuple[str, Rows]]) -> Markup:
    return (
        GROUP.format(title, Markup("").join(ITEM.format(head, _rows(rows)) for head, rows in items))
        if items
        else Markup("")
    )


def _rows(rows: Rows) -> Markup:
    return Markup("").join(ROW.format(name, value) for name, value in rows)
