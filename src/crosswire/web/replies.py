"""What the server replies: JSON, a problem in one line, or plain bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from fastapi import Response

TITLES = {
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    413: "Content Too Large",
    421: "Misdirected Request",
    503: "Service Unavailable",
}


def encoded(answer: object, tag: str | None = None) -> Response:
    return plain(msgspec.json.encode(answer), "application/json", tag=tag)


def problem(status: int, detail: str) -> Response:
    """What went wrong, as RFC 9457 has it."""
    body = {"type": "about:blank", "title": TITLES[status], "status": status, "detail": detail}
    return plain(msgspec.json.encode(body), "application/problem+json", status=status)


def plain(body: bytes, kind: str, *, status: int = 200, tag: str | None = None) -> Response:
    from fastapi import Response

    headers = {"ETag": tag, "Cache-Control": "no-cache"} if tag else {"Cache-Control": "no-cache"}
    return Response(body, status_code=status, media_type=kind, headers=headers)
