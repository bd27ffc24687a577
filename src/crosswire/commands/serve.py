"""`crosswire serve`: the page over a store, on this machine alone."""

from __future__ import annotations

import socket
import webbrowser
from typing import Annotated

import typer

import crosswire
from crosswire.commands.add import FAILED, Kept

HERE = "127.0.0.1"


def serve(
    store: Kept = "crosswire.db",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any that is free.")] = 8400,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
) -> None:
    """Open a page to look at a store: stories side by side, events, statements, timeline, map, network, search.

    \b
    crosswire serve
    crosswire serve --store other.db --port 0 --no-browser

    It is served to this machine alone and writes nothing; Ctrl-C ends it. Reports may be added while it runs.
    """
    import uvicorn

    from crosswire.store.tables import Unusable
    from crosswire.web.app import app

    try:
        server = app(store, crosswire.__version__)
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
