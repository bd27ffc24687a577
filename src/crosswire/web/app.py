"""The server: answers as JSON or CSV, the page for every other address. Article text is never HTML here.

A page of another site must not get at a reader's store, be it through a name that points at this machine: a request
whose Host is not this one's, or that another site's page sends, is refused.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing
from functools import cache, partial
from hashlib import blake2b
from importlib import resources
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from crosswire.export.answered import comma_lines
from crosswire.store.answers import Asked, Page
from crosswire.store.tables import Unusable, open_to_read
from crosswire.web.judging import Judge, judged
from crosswire.web.replies import encoded, plain, problem
from crosswire.web.routes import ROUTES, Route

if TYPE_CHECKING:
    from fastapi import FastAPI, Request, Response

HOSTS = ("127.0.0.1", "localhost", "[::1]")
FILES = {
    "app.js": "text/javascript",
    "index.css": "text/css",
    "icon.svg": "image/svg+xml",
    "LICENSES.txt": "text/plain",
}
JUDGEMENTS = "/api/judgements"
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # the pictures are drawn with styles of their own
    "img-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
GUARDS = {
    "Content-Security-Policy": "; ".join(f"{what} {whence}" for what, whence in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def app(store: str | PathLike[str], version: str, judge: Judge | None = None) -> FastAPI:
    """A server of the questions and the page over one store, which it never writes itself. Raises Unusable.

    `judge` is given what a person finds in the page; without it the page shows what is there and nothing more.
    """
    from fastapi import FastAPI
    from fastapi.middleware.gzip import GZipMiddleware

    from crosswire.web.described import described

    open_to_read(store).close()
    server = FastAPI(title="crosswire", version=version, docs_url=None, redoc_url=None, openapi_url=None)
    answers: dict[str, Callable[[Request], Response]] = {
        **{f"/api/{route.path}": partial(answered, store, route) for route in ROUTES},
        "/api/openapi.json": lambda request: encoded(described(version)),
        "/api/{rest:path}": lambda request: problem(404, "there is no such question"),
        "/{rest:path}": static,
    }
    for path, answer in answers.items():
        server.api_route(path, methods=["GET", "HEAD"])(endpoint(answer))
    server.post(JUDGEMENTS)(awaited(partial(judged, judge)))
    server.add_middleware(GZipMiddleware, minimum_size=2000)
    server.middleware("http")(partial(guarded, "GET, HEAD, POST" if judge else "GET, HEAD"))
    return server


def endpoint(answer: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """A function of the request that FastAPI runs in a thread: SQLite waits, the server does not."""
    from fastapi import Request

    def called(request: Request) -> Any:
        return answer(request)

    called.__annotations__ = {"request": Request, "return": None}
    return called


def awaited(answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """The same for one that reads what it is sent."""
    from fastapi import Request

    async def called(request: Request) -> Any:
        return await answer(request)

    called.__annotations__ = {"request": Request, "return": None}
    return called


def answered(store: str | PathLike[str], route: Route, request: Request) -> Response:
    """What the store says to a question, or the one line that says why it cannot."""
    words = dict(request.query_params)
    as_csv = words.pop("format", "json") == "csv"
    also = {name: words.pop(name) for name in route.also if name in words} | request.path_params
    tag = tag_of(str(request.url), store)
    try:
        asked = asked_for(words)
        with closing(open_to_read(store)) as db:
            if request.headers.get("if-none-match") == tag:
                return plain(b"", "application/json", status=304, tag=tag)
            answer = route.ask(db, asked, also)
    except KeyError as missing:
        return problem(404, f"the store has nothing under {missing.args[0] if missing.args else 'this name'}")
    except (ValueError, Unusable) as wrong:  # msgspec.ValidationError is a ValueError
        return problem(400, str(wrong))
    if as_csv and isinstance(answer, Page):
        return plain("".join(f"{line}\n" for line in comma_lines(answer.items)).encode(), "text/csv", tag=tag)
    return encoded(answer, tag)


def asked_for(words: Mapping[str, str]) -> Asked:
    """The filters of a query; an empty one filters nothing. Raises ValueError for a value or a name that is wrong."""
    if unknown := words.keys() - set(Asked.__struct_fields__):
        raise ValueError(f"no filter {min(unknown)!r}; there are {', '.join(Asked.__struct_fields__)}")
    return msgspec.convert({name: value for name, value in words.items() if value}, Asked, strict=False)


def tag_of(url: str, store: str | PathLike[str]) -> str:
    """The ETag of an answer: another one whenever the store was written, whatever the clock says of its runs."""
    last = [written(Path(f"{fspath(store)}{part}")) for part in ("", "-wal")]  # the latest rows wait in the second
    return f'"{blake2b(f"{url} {last}".encode(), digest_size=12).hexdigest()}"'


def written(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size


def static(request: Request) -> Response:
    """A file of the bundle by its name, or the page, which finds its own way from the address."""
    name = request.path_params["rest"]
    kind = FILES.get(name)
    return plain(bundled(name if kind else "index.html"), kind or "text/html; charset=utf-8")


@cache
def bundled(name: str) -> bytes:
    return (resources.files("crosswire.web") / "static" / name).read_bytes()


async def guarded(judging: str, request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """Refuses what comes by another name or from another site; every answer says what a browser may do with it.

    `judging` is what may be done with judgements.
    """
    host = request.headers.get("host", "")
    origin = request.headers.get("origin")
    own = request.headers.get("sec-fetch-site") in {None, "none", "same-origin"}
    elsewhere = (
        not own and request.headers.get("sec-fetch-mode") != "navigate"
    )  # a link to the page is no reading of it
    foreign = origin is not None and origin != f"{request.url.scheme}://{host}"
    if host.rpartition(":")[0] not in HOSTS and host not in HOSTS:
        answer = problem(421, "this store is served to this machine alone, under 127.0.0.1 or localhost")
    elif foreign or elsewhere:
        answer = problem(403, "another site asked; open the page itself")
    elif request.method not in {"GET", "HEAD"} and (request.method, request.url.path) != ("POST", JUDGEMENTS):
        answer = problem(405, "a store is only read here")
    else:
        answer = await go_on(request)
    if request.url.path == JUDGEMENTS:
        answer.headers["Allow"] = judging
    answer.headers.update(GUARDS)
    return answer
