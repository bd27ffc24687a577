"""`crosswire add` and `crosswire retry`: what goes into a store."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import crosswire

if TYPE_CHECKING:
    import sqlite3

    from crosswire.commands.progress import Progress

FAILED, REFUSED = 1, 3

Kept = Annotated[str, typer.Option(metavar="PATH", envvar="CROSSWIRE_STORE", help="The store.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes that read; as many as there are processors.")]
Limit = Annotated[int | None, typer.Option(min=0, help="At most so many new articles.")]
Since = Annotated[date | None, typer.Option(parser=date.fromisoformat, metavar="DAY", help="None published before.")]
AsJson = Annotated[bool, typer.Option("--json", help="What was done as JSON on stdout.")]


def add(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE", help="Files, folders, or -.")],
    store: Kept = "crosswire.db",
    workers: Workers = None,
    limit: Limit = None,
    since: Since = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be done; read and keep nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read reports into a store and find their stories; what it holds is not read again.

    \b
    crosswire add news/                      all reports in a folder
    crosswire add news/ --store other.db     a store of that name, made where there is none
    crosswire add news/ --dry-run            how many are new

    Interrupted at any moment, the same command goes on. Ends with 3 where something was rejected: see retry.
    """
    if dry_run:
        look(sources, store, limit, since, as_json)
    else:
        fill(sources, store, workers, limit, since, as_json)


def retry(store: Kept = "crosswire.db", workers: Workers = None, as_json: AsJson = False) -> None:
    """Try again what was rejected.

    \b
    crosswire retry
    """
    from crosswire.store.rejects import to_retry
    from crosswire.store.tables import open_to_read

    with opened(open_to_read, store) as db:
        sources = to_retry(db)
    fill(sources, store, workers, None, None, as_json)


def fill(
    sources: Sequence[str], store: str, workers: int | None, limit: int | None, since: date | None, as_json: bool
) -> None:
    """Adds, and tells what came of it. Raises typer.Exit with the code of that."""
    from crosswire.commands.progress import Progress
    from crosswire.commands.stop import Stop
    from crosswire.model import shipped_name
    from crosswire.run.add import Addition
    from crosswire.sources.open import articles_from
    from crosswire.store.runs import begin
    from crosswire.store.tables import create_or_open

    progress = Progress(sys.stderr, limit or expected(sources))
    with opened(create_or_open, store) as db, Stop() as stop:
        run = begin(db, "add", crosswire.__version__, shipped_name())
        addition = Addition(db, run, model=shipped_name(), tell=progress.tell, stopped=stop.asked)
        addition.add(sources, articles_from, workers=workers or os.cpu_count() or 1, limit=limit, since=since)
    progress.close()
    show(progress, as_json)
    if stop.asked():
        typer.echo("crosswire: stopped; the same command goes on", err=True)
        raise typer.Exit(FAILED)
    raise typer.Exit(REFUSED if progress.counts["rejected"] else 0)


def look(sources: Sequence[str], store: str, limit: int | None, since: date | None, as_json: bool) -> None:
    """Tells what an addition would do; nothing is written."""
    from crosswire.commands.progress import Progress
    from crosswire.run.add import sifted
    from crosswire.sources import Mark
    from crosswire.sources.open import articles_from
    from crosswire.store.tables import create_or_open, open_to_read

    progress = Progress(sys.stderr, expected(sources))
    with opened(open_to_read, store) if Path(store).exists() else opened(create_or_open, ":memory:") as db:
        for source in sources:
            items = (item for item in articles_from(source) if not isinstance(item, Mark))
            for each in sifted(db, source, items, since):
                if limit is None or progress.taken() < limit:
                    progress.tell(each.outcome)
    progress.close()
    show(progress, as_json)
    raise typer.Exit(REFUSED if progress.counts["rejected"] else 0)


@contextmanager
def opened(opening: Callable[[str], sqlite3.Connection], store: str) -> Iterator[sqlite3.Connection]:
    """A store as long as it is held. What keeps it from being opened or written is one line and the exit code 1."""
    import sqlite3

    from crosswire.sources.files import shown
    from crosswire.store.tables import Unusable

    try:
        with closing(opening(store)) as db:
            yield db
    except Unusable as reason:
        typer.echo(f"crosswire: {reason}", err=True)
        raise typer.Exit(FAILED) from None
    except sqlite3.OperationalError as error:
        typer.echo(f"crosswire: {shown(store)}: {error}; what was kept is safe, the same command goes on", err=True)
        raise typer.Exit(FAILED) from None


def expected(sources: Sequence[str]) -> int:
    """How many files there are to go through; a table or an archive among them holds more reports than that."""
    from crosswire.sources.folder import files_in

    return sum(sum(1 for _ in files_in(each)) if Path(each).is_dir() else 1 for each in sources)


def show(progress: Progress, as_json: bool) -> None:
    """The counts, and for each reason how much was rejected by it."""
    if as_json:
        import msgspec

        typer.echo(msgspec.json.encode({**progress.counts, "reasons": dict(progress.reasons.most_common())}))
        return
    typer.echo(progress.summary())
    for reason, count in progress.reasons.most_common():
        typer.echo(f"{count:>7,}  {reason}")
