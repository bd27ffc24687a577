"""`crosswire mcp`: a store for programs that speak the Model Context Protocol."""

from __future__ import annotations

import typer

from crosswire.commands.ask import FAILED, Kept, opened


def mcp(store: Kept = "crosswire.db") -> None:
    """Answer a program over the Model Context Protocol on stdin and stdout: six tools that only read.

    \b
    crosswire mcp --store news.db     as the command of a server; needs crosswire[mcp]
    """
    from importlib.util import find_spec

    if find_spec("mcp") is None:
        typer.echo("crosswire: this needs one more package: pip install 'crosswire[mcp]'", err=True)
        raise typer.Exit(FAILED)
    with opened(store):
        pass
    from crosswire.mcp import server

    server(store).run()
