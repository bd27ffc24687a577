"""`crosswire verify` and `crosswire gc`: whether a store is as it should be, and what it need not hold."""

from __future__ import annotations

from typing import Annotated

import typer

from crosswire.commands.add import FAILED, Kept, opened


def verify(store: Kept = "crosswire.db") -> None:
    """Check a store: every value against the words it rests on, every row against those it points at.

    \b
    crosswire verify
    """
    from crosswire.store.tables import create_or_open, open_to_read
    from crosswire.store.verify import faults, search_faults

    with opened(open_to_read, store) as db:
        found = sum(tell(fault) for fault in faults(db))
        articles, stories = db.execute(
            "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM story WHERE reports > 0)"
        ).fetchone()
    with opened(create_or_open, store) as db:
        found += sum(tell(fault) for fault in search_faults(db))
    typer.echo(f"{articles:,} articles and {stories:,} stories checked, {found or 'nothing'} wrong")
    raise typer.Exit(FAILED if found else 0)


def tell(fault: str) -> int:
    typer.echo(fault)
    return 1


def gc(
    store: Kept = "crosswire.db",
    keep: Annotated[int, typer.Option(min=0, help="Versions of a report before the latest that stay.")] = 0,
) -> None:
    """Drop old versions of reports, and give back the room that a store does not use.

    \b
    crosswire gc              only the latest version of each report stays
    crosswire gc --keep 3
    """
    from pathlib import Path

    from crosswire.store.gc import drop_old, shrink
    from crosswire.store.tables import create_or_open, open_to_read

    with opened(open_to_read, store):  # there is one
        before = Path(store).stat().st_size
    with opened(create_or_open, store) as db:
        dropped = drop_old(db, keep)
        shrink(db)
    after = Path(store).stat().st_size
    typer.echo(f"{dropped:,} old versions dropped; {before / 1e6:,.1f} MB before, {after / 1e6:,.1f} MB now")
