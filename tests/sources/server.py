"""A web server on this machine that answers as a test says, for as long as it is held."""

from __future__ import annotations

import socketserver
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

MOST = 50_000_000  # bytes an endless answer is long in the end, and
LONGEST = 20.0  # seconds a slow one takes, should no guard stop it


class Reply:
    """An answer: status, headers and pieces of a body with a pause after each."""

    def __init__(
        self, body: bytes = b"", status: int = 200, pieces: int = 1, pause: float = 0.0, **headers: str
    ) -> None:
        self.body, self.status, self.pieces, self.pause = body, status, pieces, pause
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class Server:
    """`url` is where it is; `asked` the path and headers of every request."""

    def __init__(self, replies: Mapping[str, Reply]) -> None:
        self.replies, self.asked = dict(replies), list[tuple[str, Mapping[str, str]]]()
        self.url = ""


@contextmanager
def serving(*, secured: ssl.SSLContext | None = None, **replies: Reply) -> Iterator[Server]:
    """A server of the replies by path: `robots_txt` is "/robots.txt", `a` is "/a"; all else is a 404."""
    server = Server({f"/{name.replace('_', '.')}": reply for name, reply in replies.items()})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            reply = server.replies.get(self.path, Reply(status=404))
            began = time.monotonic()
            try:
                self.send_response(reply.status)
                for name, value in {"Content-Type": "text/html", **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                for number in range(reply.pieces):
                    if number * len(reply.body) > MOST or time.monotonic() - began > LONGEST:
                        break
                    self.wfile.write(reply.body)
                    time.sleep(reply.pause)
            except OSError:  # the guard under test has hung up
                pass

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    class Threaded(socketserver.ThreadingMixIn, HTTPServer):
        daemon_threads = True
        block_on_close = False

    with Threaded(("127.0.0.1", 0), Handler) as running:
        if secured:
            running.socket = secured.wrap_socket(running.socket, server_side=True)
        server.url = f"http{'s' if secured else ''}://127.0.0.1:{running.server_port}"
        threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        running.shutdown()
