"""What a store is asked from a shell: `crosswire events --actor RUS`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from inspect import Parameter, Signature, cleandoc
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from crosswire.records import Comparison, Reading, Record
    from crosswire.store.answers import Asked, Page

FAILED = 1
T = TypeVar("T")
Options = dict[str, tuple[object, object]]  # by name what typer is told of one, and its value where it is not given

Kept = Annotated[str, typer.Option(metavar="PATH", envvar="CROSSWIRE_STORE", help="The store.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON on stdout.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Comma-separated values on stdout.")]
WHO = "ID|NAME|ISO3"


def words(help: str, metavar: str = "WORD") -> object:
    return Annotated[str | None, typer.Option(metavar=metavar, help=help)]


FILTERS: dict[str, object] = {
    "words": words('Full-text search: all words, "a phrase", begin*, -without.', "WORDS"),
    "actor": words("Who acts.", WHO),
    "recipient": words("Whom the act meets.", WHO),
    "either": words("Who is on any side.", WHO),
    "source": words("Who says it.", WHO),
    "type": words("PLOVER's type of an event."),
    "mode": words("Its mode."),
    "context": words("One of its contexts."),
    "status": words("What became of it: happened, planned, denied ..."),
    "country": words("Where it was.", "ISO3"),
    "outlet": words("Who published it."),
    "story": words("One story.", "ID"),
    "article": words("One report.", "ID"),
    "since": Annotated[date | None, typer.Option(parser=date.fromisoformat, metavar="DAY", help="First day.")],
    "until": Annotated[date | None, typer.Option(parser=date.fromisoformat, metavar="DAY", help="Last day.")],
}
OF_JUDGEMENTS = ("story", "article", "since", "until")
PAIRS = ("actor", "recipient", "either", "since", "until")


def listing(question: str, help: str, filters: tuple[str, ...] = tuple(FILTERS)) -> Callable[..., None]:
    """The command for a question whose answers come in pages, with its filters as options."""

    def command(store: str, as_json: bool, as_csv: bool, after: str | None, limit: int, **given: object) -> None:
        from crosswire.store.answers import Asked

        show(question, store, Asked(**given, after=after, limit=limit), as_json, as_csv)  # type: ignore[arg-type]

    with_options(command, {name: (FILTERS[name], None) for name in filters}, help)
    return command


def stories_of(files: Callable[[list[str], bool], None]) -> Callable[..., None]:
    """The command for stories: those of a store, or by `files` those of the reports it is given."""
    kept = listing("stories", "")

    def command(reports: list[str] | None, as_json: bool, **given: object) -> None:
        if not reports:
            kept(as_json=as_json, **given)
        elif given.pop("as_csv") or any(given[name] is not None for name in (*FILTERS, "after")):
            raise typer.BadParameter("reports are shown with --json or without; filters are for a store")
        else:
            files(reports, as_json)

    argument = Annotated[list[str] | None, typer.Argument(metavar="REPORT", help="Reports, in place of a store.")]
    options: Options = {"reports": (argument, None), **{name: (kind, None) for name, kind in FILTERS.items()}}
    with_options(
        command,
        options,
        """List stories: of a store, the latest first; or which of some reports tell one story.

        \b
        crosswire stories --since 2025-07-01 --either PRK
        crosswire stories *.txt
        crosswire stories *.txt --json     one story a line
        """,
    )
    return command


def with_options(command: Callable[..., None], options: Options, help: str) -> None:
    """Gives a function the parameters that typer makes options of: these, then those that every list has."""
    every: Options = {
        **options,
        "after": (words("The answers after those: what the last page gave.", "NEXT"), None),
        "limit": (Annotated[int, typer.Option(min=1, max=1000, help="Answers on a page.")], 20),
        "store": (Kept, "crosswire.db"),
        "as_json": (AsJson, False),
        "as_csv": (AsCsv, False),
    }
    parameters = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in every.items()
    ]
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {name: kind for name, (kind, _) in every.items()}
    command.__doc__ = cleandoc(help)


def show(question: str, store: str, asked: Asked, as_json: bool, as_csv: bool) -> None:
    """A page of answers: as a table, as one JSON object, or as lines of CSV. Its `next` is said on stderr."""
    from crosswire.store import questions

    with opened(store) as db:
        page: Page[Record] = getattr(questions, question)(db, asked)
    if as_json:
        import msgspec

        typer.echo(msgspec.json.encode(page))
        return
    if as_csv:
        from crosswire.export.answered import comma_lines

        for line in comma_lines(page.items):
            typer.echo(line)
    elif page.items:
        from crosswire.commands.shown import SHOWN

        headings, cells = SHOWN[question]
        typer.echo(table(headings, map(cells, page.items)))
    said = f"{len(page.items)} of {page.total:,}" if page.total else "nothing of that in the store"
    typer.echo(f"crosswire: {said}{f'; --after {page.next} for more' if page.next else ''}", err=True)


def story(
    id: Annotated[str, typer.Argument(metavar="ID", help="An id or its beginning.")],
    store: Kept = "crosswire.db",
    as_json: AsJson = False,
) -> None:
    """Show a story of a store: its reports side by side.

    \b
    crosswire story 3f2a91
    crosswire story 3f2a91 --json     with all that was read and how the story grew
    """
    from crosswire.store import questions

    with opened(store) as db:
        told = questions.story(db, only(questions.beginning(db, "story", id), "story", id))
    if as_json:
        import msgspec

        typer.echo(msgspec.json.encode(told))
        return
    from crosswire.cli import colored, width
    from crosswire.report import comparison_text

    typer.echo(comparison_text(told.comparison, width=width(), color=colored()).rstrip("\n"))


def search(
    sought: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words, "a phrase", begin*.')],
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    since: Annotated[date | None, typer.Option(parser=date.fromisoformat, metavar="DAY", help="First day.")] = None,
    until: Annotated[date | None, typer.Option(parser=date.fromisoformat, metavar="DAY", help="Last day.")] = None,
    after: Annotated[str | None, typer.Option(metavar="NEXT", help="The answers after those.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Answers on a page.")] = 20,
    store: Kept = "crosswire.db",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Find reports by words; the words found stand in brackets.

    \b
    crosswire search ceasefire
    crosswire search '"joint drills"' 'condemn*' --since 2025-07-01
    crosswire search -- harbour -strike        harbour, without strike
    """
    from crosswire.store.answers import Asked

    asked = Asked(words=" ".join(sought), outlet=outlet, since=since, until=until, after=after, limit=limit)
    show("search", store, asked, as_json, as_csv)


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT.")],
    store: Kept = "crosswire.db",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Ask a store in SQL; it reads, ends within ten seconds and changes nothing.

    \b
    crosswire sql 'SELECT type, count(*) FROM event GROUP BY type'
    crosswire sql 'SELECT sql FROM sqlite_schema'           the tables
    """
    from crosswire.store import questions

    with opened(store) as db:
        columns, rows = questions.sql(db, query)
    if as_json:
        import msgspec

        for row in rows:
            typer.echo(msgspec.json.encode(dict(zip(columns, row, strict=True))))
    elif as_csv:
        from crosswire.export.commas import comma_line

        typer.echo(comma_line(columns))
        for row in rows:
            typer.echo(comma_line(map(bare, row)))
    elif rows:
        typer.echo(table(columns, rows))


def bare(cell: object) -> str | float | None:
    """A value of SQLite's as a cell; bytes as hex digits."""
    return cell.hex() if isinstance(cell, bytes) else cell if isinstance(cell, str | int | float) else None


def why_kept(prefix: str, store: str) -> None:
    """Shows why a record of a store says what it says."""
    from crosswire.cli import colored, width
    from crosswire.store import kept, questions
    from crosswire.why import named, why_text

    with opened(store) as db:
        id, article, story = only(questions.held(db, prefix), "event, statement or finding", prefix)
        told = kept.comparison(db, story) if story else alone(kept.reading(db, article))
    typer.echo(why_text(named(told, id)[0], told.readings, width(), colored()).rstrip("\n"))


def alone(reading: Reading) -> Comparison:
    """A reading beside none."""
    from crosswire.records import Comparison

    return Comparison((reading,), (), (), ())


@contextmanager
def opened(store: str) -> Iterator[sqlite3.Connection]:
    """A store as long as it is held. What cannot be opened or answered is one line and the exit code 1."""
    from crosswire.sources.files import shown
    from crosswire.store.tables import Unusable, open_to_read

    try:
        with closing(open_to_read(store)) as db:
            yield db
    except (Unusable, ValueError) as reason:
        typer.echo(f"crosswire: {reason}", err=True)
        raise typer.Exit(FAILED) from None
    except sqlite3.Error as error:
        typer.echo(f"crosswire: {shown(store)}: {error}", err=True)
        raise typer.Exit(FAILED) from None


def only(found: tuple[T, ...], kind: str, prefix: str) -> T:
    """The one thing found. Raises ValueError for none or several."""
    if len(found) != 1:
        raise ValueError(f"{'several have a' if found else 'no'} {kind} id that begins with {prefix!r}")
    return found[0]


def table(headings: object, rows: object) -> str:
    from crosswire.cli import colored, width
    from crosswire.report import rows_text

    return rows_text(headings, rows, width(), colored()).rstrip("\n")  # type: ignore[arg-type]


events = listing(
    "events",
    """List the events of a store, the latest first.

    \b
    crosswire events --actor RUS --recipient UKR --since 2025-07-01
    crosswire events --type ASSAULT --country SYR --csv > events.csv
    """,
)
statements = listing(
    "statements",
    """List who said what, the latest first.

    \b
    crosswire statements --source "Sergei Lavrov"
    """,
)
actors = listing(
    "actors",
    """List who acts, is acted on and speaks, the most often first.

    \b
    crosswire actors --words lavrov      whose name holds it
    crosswire actors --type ASSAULT      who has a side in such events
    """,
)
dyads = listing(
    "dyads",
    """List who does what to whom, those with most events first.

    \b
    crosswire dyads --either PRK --since 2025-01-01
    """,
    PAIRS,
)
judgements = listing(
    "judgements",
    """List what people judged, the latest first: which words, by whom, and whether it is heeded or idle.

    \b
    crosswire judgements --story 3f2a91c0d5e8a1b2c3d4e5f6
    """,
    OF_JUDGEMENTS,
)
