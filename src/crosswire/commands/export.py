"""`crosswire export`: what a store holds, or what some reports say, in a format that others read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import crosswire
from crosswire.commands.add import Kept, opened

if TYPE_CHECKING:
    from crosswire.store.slices import Slice

STDOUT = "-"
FAILED, REFUSED = 1, 3
MEMORY = ":memory:"


def export(
    out: Annotated[str, typer.Argument(metavar="OUT", help="A file or a folder to be written, or - for stdout.")],
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="REPORT", help="Reports to be read in place of a store.")
    ] = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="The format, see above.")] = "",
    store: Kept = "crosswire.db",
    texts: Annotated[bool, typer.Option("--texts", help="With the texts of the reports, in tables.")] = False,
    words: Annotated[str | None, typer.Option(help="Reports with all of these words.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="ID|ISO3", help="Who acts.")] = None,
    recipient: Annotated[str | None, typer.Option(metavar="ID|ISO3", help="Whom the act meets.")] = None,
    either: Annotated[str | None, typer.Option(metavar="ID|ISO3", help="Who is on any side.")] = None,
    source: Annotated[str | None, typer.Option(metavar="ID|ISO3", help="Who says it.")] = None,
    type: Annotated[str | None, typer.Option(help="PLOVER's type of an event.")] = None,
    mode: Annotated[str | None, typer.Option(help="Its mode.")] = None,
    context: Annotated[str | None, typer.Option(help="One of its contexts.")] = None,
    status: Annotated[str | None, typer.Option(help="What became of it.")] = None,
    country: Annotated[str | None, typer.Option(metavar="ISO3", help="Where it was.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help="One story.")] = None,
    article: Annotated[str | None, typer.Option(metavar="ID", help="One report.")] = None,
    since: Annotated[date | None, typer.Option(parser=date.fromisoformat, metavar="DAY", help="First day.")] = None,
    until: Annotated[date | None, typer.Option(parser=date.fromisoformat, metavar="DAY", help="Last day.")] = None,
) -> None:
    """Write what a store holds, or what reports say, in a format that others read.

    \b
    crosswire export --format parquet tables/              tables for DuckDB, R, pandas; also csv, jsonl
    crosswire export --format flat events.csv --country TUR --since 2022-07-01
    crosswire export --format polecat - *.txt              of reports, without a store; to stdout
    crosswire export --format html story.html --story ID   a page to send; also markdown

    \b
    parquet csv jsonl                          a folder of tables with datapackage.json and a codebook
    flat polecat icews gdelt gdelt-mentions plover         events, one a row or a line
    ftm annotations geojson gexf spans         actors, evidence, places, network, labelled texts
    html markdown                              one story

    OUT comes first. With reports after it these are read, and no store is asked; the filters are the same. A file has
    OUT.run.json beside it, a folder run.json in it: which version, which filters, and when the store was last added to.
    Only an earlier export is overwritten.
    """
    from crosswire.export.leave import FOLDERS, FORMS, PAGES
    from crosswire.store.answers import Asked
    from crosswire.store.slices import Slice
    from crosswire.store.tables import open_to_read

    if form not in FORMS:
        raise typer.BadParameter(f"no format {form!r}; --format is one of {', '.join(FORMS)}")
    if out == STDOUT and form in FOLDERS:
        raise typer.BadParameter(f"--format {form} writes a folder; name one in place of -")
    if form in PAGES and story is None:
        raise typer.BadParameter(f"--format {form} shows one story; name it with --story")
    asked = Asked(
        words=words, actor=actor, recipient=recipient, either=either, source=source, type=type, mode=mode,
        context=context, status=status, country=country, outlet=outlet, story=story, article=article,
        since=since, until=until,
    )  # fmt: skip
    refused: list[str] = []
    holding = told_by(reports, refused) if reports else opened(open_to_read, store)
    with holding as db, Slice(db, asked) as slice:
        give(slice, form, out, texts=texts)
    raise typer.Exit(REFUSED if refused else 0)


def give(slice: Slice, form: str, out: str, *, texts: bool) -> None:
    """Writes to OUT, or gives the lines to stdout; what cannot be done is said in one line."""
    from crosswire.export.leave import PAGES, Taken, leave, lines
    from crosswire.sources.files import shown

    if form in PAGES and next(slice.stories(), None) is None:
        fail(f"{slice.asked.story}: no such story; crosswire stories lists them")
    if out == STDOUT:
        for line in lines(slice, form):
            typer.echo(line)
        return
    try:
        leave(slice, form, Path(out), texts=texts)
    except Taken as reason:
        fail(str(reason))
    except OSError as error:
        fail(f"{shown(out)}: cannot be written: {(error.strerror or str(error)).lower()}")
    typer.echo(f"crosswire: wrote {shown(out)}", err=True)


def fail(reason: str) -> NoReturn:
    typer.echo(f"crosswire: {reason}", err=True)
    raise typer.Exit(FAILED)


@contextmanager
def told_by(reports: Sequence[str], refused: list[str]) -> Iterator[sqlite3.Connection]:
    """What reports say, as a store holds it, in memory. What is refused is said on stderr and added to `refused`."""
    from crosswire.run.add import Addition, Outcome
    from crosswire.sources.files import shown
    from crosswire.sources.open import articles_from
    from crosswire.store.runs import begin
    from crosswire.store.tables import create_or_open

    def tell(outcome: Outcome) -> None:
        if outcome.kind == "updated":
            typer.echo("crosswire: two versions of one report; the first is left out", err=True)

    with opened(create_or_open, MEMORY) as db:
        run = begin(db, "export", crosswire.__version__, "")
        Addition(db, run, model="", tell=tell).add(reports, articles_from)
        for place, reason in db.execute("SELECT source, reason FROM reject"):
            refused.append(place)
            typer.echo(f"crosswire: {shown(place)}: {reason}", err=True)
        yield db
