"""The one thing that can be written here: what a person finds in the page, where the server was told to take it.

A page of another site can send a form or plain text to this machine, though not read the answer: only what says that
this server's own page sent it, as JSON, is taken.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from crosswire.records import Judgement
from crosswire.store.answers import Verdict
from crosswire.store.tables import Unusable
from crosswire.web.replies import encoded, problem

if TYPE_CHECKING:
    from fastapi import Request, Response

Judge = Callable[[Verdict], Judgement]
LARGEST = 65_536  # bytes; a judgement of a thousand parts has half of that


async def judged(judge: Judge | None, request: Request) -> Response:
    """The judgement that was logged, or the one line that says why there is none."""
    from fastapi.concurrency import run_in_threadpool

    if judge is None:
        return problem(403, "this store is only read here; crosswire serve --edit lets the page judge")
    if not from_the_page(request):
        return problem(403, "a judgement is taken as JSON from the page of this server alone")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return problem(413, f"a judgement has at most {LARGEST:,} bytes")
    try:
        return encoded(await run_in_threadpool(judge, msgspec.json.decode(body, type=Verdict)))
    except KeyError as missing:
        return problem(404, f"the story has nothing under {missing.args[0]}")
    except (ValueError, Unusable) as wrong:  # msgspec.ValidationError is a ValueError
        return problem(400, str(wrong))
    except sqlite3.OperationalError as error:
        return problem(503, f"the judgement was not kept: {error}")


def from_the_page(request: Request) -> bool:
    """Whether a browser says that this server's own page sends it; that an Origin is another's is found before."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return "origin" in request.headers and site == "same-origin" and kind == "application/json"
