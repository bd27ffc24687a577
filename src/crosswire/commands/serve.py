"""`crosswire serve`: the page over a store, on this machine alone."""

from __future__ import annotations

import socket
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

import crosswire
from crosswire.commands.add import FAILED, Kept
from crosswire.commands.judge import BY

if TYPE_CHECKING:
    from crosswire.records import Judgement
    from crosswire.store.answers import Verdict
    from crosswire.web.judging import Judge

HERE = "127.0.0.1"


def serve(
    store: Kept = "crosswire.db",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8400,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    edit: Annotated[bool, typer.Option("--edit", help="Let the page correct what the store says.")] = False,
    by: Annotated[str | None, BY] = None,
) -> None:
    """Open a page to look at a store: stories side by side, events, statements, timeline, map, network, search.

    \b
    crosswire serve
    crosswire serve --store other.db --port 0 --no-browser
    crosswire serve --edit --by "Ada Lovelace"      what is judged in the page is logged under this name

    It is served to this machine alone and writes nothing but, with --edit, judgements; Ctrl-C ends it. Reports may be
    added while it runs.
    """
    import uvicorn

    from crosswire.store.tables import Unusable
    from crosswire.web.app import app

    if edit and not by:
        raise typer.BadParameter("--edit needs --by NAME, under which judgements are logged")
    try:
        server = app(store, crosswire.__version__, judging(store, by) if edit and by else None)
    except Unusable as reason:
        typer.echo(f"crosswire: {reason}", err=True)
        raise typer.Exit(FAILED) from None
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HERE, port))
        except OSError:
            typer.echo(f"crosswire: port {port} is taken; name another one with --port", err=True)
            raise typer.Exit(FAILED) from None
        address = f"http://{HERE}:{listening.getsockname()[1]}/"
        typer.echo(f"crosswire: {store} at {address} (Ctrl-C ends it)", err=True)
        if browser:
            webbrowser.open(address)
        uvicorn.Server(uvicorn.Config(server, log_level="warning")).run(sockets=[listening])


def judging(store: str, by: str) -> Judge:
    """Logs what is judged in the page."""
    from contextlib import closing

    from crosswire.run.judge import judge
    from crosswire.store.tables import create_or_open

    def judged(verdict: Verdict) -> Judgement:
        with closing(create_or_open(store)) as db:
            return judge(db, verdict, by=by, version=crosswire.__version__)

    return judged
