"""The command `crosswire`. Results on stdout, all else on stderr.

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but for inputs that were refused.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import crosswire
from crosswire.commands import ask
from crosswire.commands.add import Kept, add, retry
from crosswire.commands.cluster import bring, spark
from crosswire.commands.export import export
from crosswire.commands.judge import judge, judgements_in
from crosswire.commands.keeping import gc, verify
from crosswire.commands.serve import serve
from crosswire.commands.speak import mcp

if TYPE_CHECKING:
    from crosswire.records import Article, Comparison

FAILED = 1
REFUSED = 3
DEBUG = "--debug"
WIDTH = 100  # columns where there is no terminal to ask
HELP = """\b
crosswire compare a.txt b.html c.txt            reports of one story, side by side
crosswire compare a.txt b.txt --html out.html   the same as one page to open, print or send
crosswire compare a.txt b.txt --json            the same for programs
crosswire read a.txt --json                     one report a line, read
crosswire why ID a.txt b.txt                    what was seen and what decided
crosswire why --dropped a.txt                   what was not coded, and why
crosswire stories *.txt                         which reports tell one story
crosswire add news/                             keep reports in a store, crosswire.db, which these ask:
crosswire stories | events | statements | actors | dyads | search WORDS | story ID | why ID | sql QUERY
crosswire export --format csv tables/           a store as tables, or as what else its users read
crosswire serve                                 a store as a page to look at
crosswire judge reject ID | judgements          what people correct, and what they corrected

Who did or said what to whom, when, where, according to whom, in reports by different outlets, and where the reports
disagree. A report is a text file, a saved web page, or - for standard input. Nothing is kept but by add, and nothing
fetched but the web addresses given to it.
"""
EPILOG = "--debug, anywhere, shows where an error came from. NO_COLOR is obeyed."

app = typer.Typer(
    help=HELP,
    epilog=EPILOG,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Reports = Annotated[list[str], typer.Argument(metavar="REPORT", help="Text files, saved web pages, or -.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON on stdout.")]


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command line. The one place where an error of any kind becomes one line."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    speak_utf8()
    try:
        app([each for each in given if each != DEBUG], prog_name="crosswire")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:  # the border to a person: no traceback, whatever went wrong
        if DEBUG in given:
            raise
        typer.echo(f"crosswire: {type(error).__name__}: {one_line(str(error))} ({DEBUG} shows where)", err=True)
        return FAILED
    return 0


def show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"crosswire {crosswire.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options that need no command."""


@app.command()
def compare(
    reports: Reports,
    as_json: AsJson = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Markdown on stdout.")] = False,
    html: Annotated[str | None, typer.Option("--html", metavar="OUT", help="One self-contained page.")] = None,
    judgements: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="What people judged: JSON Lines, as crosswire judge log has them."),
    ] = None,
) -> None:
    """Show reports of one story side by side.

    \b
    crosswire compare a.txt b.txt
    crosswire compare a.txt b.html --html comparison.html
    crosswire compare a.txt b.txt --judgements judgements.jsonl
    """
    if as_json + markdown + (html is not None) > 1:
        raise typer.BadParameter("choose one of --json, --markdown and --html")
    if html is not None and html in reports:
        raise typer.BadParameter(f"--html would overwrite the report {html}")
    refused: list[str] = []
    articles = list(articles_in(reports, refused))
    log = list(judgements_in(judgements, refused)) if judgements else []
    if len(articles) == 1:
        typer.echo("crosswire: one report only; there is nothing to compare it with", err=True)
    if articles:
        comparison = crosswire.compare(crosswire.read_all(articles), log)
        show(comparison, as_json=as_json, markdown=markdown, html=html)
    raise typer.Exit(REFUSED if refused else 0)


@app.command()
def read(reports: Reports, as_json: AsJson = False) -> None:
    """Show what each report says, on its own.

    \b
    crosswire read a.txt
    crosswire read *.txt --json > readings.jsonl     one reading a line
    """
    refused: list[str] = []
    for reading in crosswire.read_all(articles_in(reports, refused)):
        if as_json:
            import msgspec

            typer.echo(msgspec.json.encode(reading))
        else:
            from crosswire.report import reading_text

            typer.echo(reading_text(reading, width=width(), color=colored()).rstrip("\n"))
    raise typer.Exit(REFUSED if refused else 0)


@app.command()
def why(
    given: Annotated[list[str], typer.Argument(metavar="ID REPORT...", help="An id or its beginning, and reports.")],
    store: ask.Kept = "crosswire.db",
    dropped: Annotated[
        bool, typer.Option("--dropped", help="No id: the sentences without an event, and what objected.")
    ] = False,
) -> None:
    """Show what was seen and what decided, for what --json shows with an id; or why nothing was coded.

    \b
    crosswire why 3f2a91               of an event, a statement or a finding of a store
    crosswire why 3f2a91 a.txt b.txt   of what stands in these reports
    crosswire why --dropped a.txt
    """
    from crosswire.why import dropped_text, named, why_text

    prefix, reports = ("", given) if dropped else (given[0], given[1:])
    if not (dropped or reports):
        ask.why_kept(prefix, store)
        return
    refused: list[str] = []
    readings = list(crosswire.read_all(articles_in(reports, refused)))
    if dropped:
        texts = [dropped_text(reading, width(), colored()) for reading in readings]
    else:
        found = named(crosswire.compare(readings), prefix) if readings else ()
        if len(found) != 1:
            typer.echo(f"crosswire: {len(found) or 'nothing'} in these reports has an id that begins so", err=True)
            raise typer.Exit(FAILED)
        texts = [why_text(found[0], readings, width(), colored())]
    for text in texts:
        typer.echo(text.rstrip("\n"))
    raise typer.Exit(REFUSED if refused else 0)


def stories_in(reports: list[str], as_json: bool) -> None:
    """Shows which reports tell one story: days, number of reports, first headline, outlets."""
    refused: list[str] = []
    articles = {article.id: article for article in articles_in(reports, refused)}
    for story in crosswire.find_stories(articles.values()):
        if as_json:
            import msgspec

            typer.echo(msgspec.json.encode(story))
        else:
            from crosswire.report import story_line

            typer.echo(story_line(story, articles))
    raise typer.Exit(REFUSED if refused else 0)


app.command("stories")(ask.stories_of(stories_in))
for name in ("story", "events", "statements", "actors", "dyads", "search", "sql", "judgements"):
    app.command(name)(getattr(ask, name))
app.add_typer(judge, name="judge")
for command in (add, retry, export, serve, mcp, verify, gc, spark):
    app.command()(command)
app.command("import")(bring)


@app.command()
def doctor(store: Kept = "crosswire.db") -> None:
    """Show the versions crosswire runs on, whether its models work, and what a store holds where there is one."""
    from crosswire.checks import checks, of_store

    rows = [*checks(), *of_store(store)]
    for row in rows:
        typer.echo(f"{'ok ' if row.fine else 'BAD'}  {row.name:24} {row.found}")
    raise typer.Exit(0 if all(row.fine for row in rows) else FAILED)


def articles_in(reports: Sequence[str], refused: list[str]) -> Iterator[Article]:
    """Each article once; what is refused is said on stderr and added to `refused`."""
    from crosswire.sources import Rejected
    from crosswire.sources.files import load, shown

    names: dict[str, str] = {}
    for report in reports:
        try:
            article = load(report)
        except Rejected as reason:
            refused.append(report)
            typer.echo(f"crosswire: {reason}", err=True)
            continue
        if article.id in names:
            typer.echo(f"crosswire: {shown(report)}: the same report as {names[article.id]}; read once", err=True)
            continue
        names[article.id] = shown(report)
        yield article


def show(comparison: Comparison, *, as_json: bool, markdown: bool, html: str | None) -> None:
    """The comparison in the form asked for: a file for --html, else stdout."""
    if as_json:
        import msgspec

        typer.echo(msgspec.json.encode(comparison))
        return
    from crosswire import report

    if markdown:
        typer.echo(report.comparison_markdown(comparison).rstrip("\n"))
    elif html is not None:
        write(html, report.comparison_html(comparison))
    else:
        typer.echo(report.comparison_text(comparison, width=width(), color=colored()).rstrip("\n"))


def write(path: str, page: str) -> None:
    from crosswire.sources.files import shown

    try:
        Path(path).write_text(page, encoding="utf-8")
    except OSError as error:
        typer.echo(f"crosswire: {shown(path)}: cannot be written: {(error.strerror or str(error)).lower()}", err=True)
        raise typer.Exit(FAILED) from None
    typer.echo(f"crosswire: wrote {shown(path)}", err=True)


def width() -> int:
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def colored() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def one_line(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in words)


def speak_utf8() -> None:
    """UTF-8 on both streams whatever the locale; what no encoding holds is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
