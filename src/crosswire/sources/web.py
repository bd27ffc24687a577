"""Pages and feeds from the web, fetched the way a polite guest does."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from http.client import responses
from typing import NamedTuple
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from crosswire.sources import Mark, Rejected
from crosswire.sources.files import LARGEST, shown
from crosswire.sources.wire import SECONDS, Allowed, Answer, ask, public, split

NAME = "crosswire"
AGENT = f"{NAME} (reads news reports; robots.txt: {NAME})"
MOST_REDIRECTS = 5
REDIRECTS = {301, 302, 303, 307, 308}
LARGEST_ROBOTS = 500_000  # bytes, what RFC 9309 asks a reader of rules to read
LONGEST_PAUSE = 30.0  # seconds between two requests, however many a robots.txt asks for
LONGEST_MARK = 500  # characters
TYPES = {
    "text/html", "application/xhtml+xml", "text/plain", "application/rss+xml", "application/atom+xml",
    "application/rdf+xml", "application/xml", "text/xml",
}  # fmt: skip


class Page(NamedTuple):
    """What was fetched: from which address in the end, and the server's mark on it, if it has one."""

    url: str
    raw: bytes
    mark: Mark | None


class Web:
    """Fetches what robots.txt permits, a request a host every `pause` seconds, from `allowed` addresses only.

    `marks` are those of earlier fetches, by address.
    """

    def __init__(
        self,
        marks: Mapping[str, Mark] | None = None,
        *,
        allowed: Allowed = public,
        pause: float = 1.0,
        seconds: float = SECONDS,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._marks = marks or {}
        self._allowed, self._pause, self._seconds, self._sleep = allowed, pause, seconds, sleep
        self._rules: dict[str, RobotFileParser | Rejected] = {}
        self._asked: dict[str, float] = {}

    def page(self, url: str) -> Page | None:
        """What stands at an address; None where it has not changed since its mark. Raises Rejected."""
        name = shown(url)
        mark = self._marks.get(url)
        headers = {"If-None-Match": mark.etag if mark else None, "If-Modified-Since": mark.modified if mark else None}
        try:
            where, answer = self._followed(url, {field: each for field, each in headers.items() if each}, obeying=True)
            if answer.status == 304 and mark:
                return None
            check(answer)
        except Rejected as refusal:
            raise Rejected(f"{name}: {refusal}") from None
        return Page(where, answer.body, mark_of(url, answer))

    def _followed(self, url: str, headers: Mapping[str, str], *, obeying: bool) -> tuple[str, Answer]:
        """The answer at the end of at most five redirects, each of them checked like the first address."""
        where = url
        for _ in range(MOST_REDIRECTS + 1):
            if obeying:
                self._obey(where)
            answer = self._asked_for(where, headers, LARGEST if obeying else LARGEST_ROBOTS)
            if answer.status not in REDIRECTS:
                return where, answer
            try:
                where = urljoin(where, answer.headers.get("Location", ""))
            except ValueError:
                raise Rejected("redirects to what is not a web address") from None
        raise Rejected(f"redirects more than {MOST_REDIRECTS} times")

    def _asked_for(self, url: str, headers: Mapping[str, str], largest: int) -> Answer:
        origin = origin_of(url)
        rules = self._rules.get(origin)
        delay = float((rules.crawl_delay(NAME) if isinstance(rules, RobotFileParser) else None) or 0)
        due = self._asked.get(origin, float("-inf")) + max(self._pause, min(delay, LONGEST_PAUSE))
        self._sleep(max(0.0, due - time.monotonic()))
        try:
            return ask(
                url, {"User-Agent": AGENT, **headers}, allowed=self._allowed, largest=largest, seconds=self._seconds
            )
        finally:
            self._asked[origin] = time.monotonic()

    def _obey(self, url: str) -> None:
        """Raises Rejected where the server's robots.txt forbids an address, or cannot be had."""
        origin = origin_of(url)
        if origin not in self._rules:
            self._rules[origin] = self._rules_of(origin)
        rules = self._rules[origin]
        if isinstance(rules, Rejected):
            raise rules
        if not rules.can_fetch(NAME, url):
            raise Rejected("its robots.txt asks not to fetch it; save the page and name the file")

    def _rules_of(self, origin: str) -> RobotFileParser | Rejected:
        """What a server asks for; where it does not tell, why not: nothing else is then asked of it."""
        try:
            _, answer = self._followed(f"{origin}/robots.txt", {}, obeying=False)
        except Rejected as refusal:
            return refusal
        if answer.status >= 500:
            return Rejected(f"its robots.txt cannot be had: the server answered {answer.status}; try again later")
        rules = RobotFileParser()
        rules.parse(answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
        return rules


def origin_of(url: str) -> str:
    parts = split(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def check(answer: Answer) -> None:
    """Raises Rejected for an answer that is no page."""
    if answer.status != 200:
        known = responses.get(answer.status, "")
        raise Rejected(f"the server answered {answer.status} {known}".rstrip())
    kind = answer.headers.get_content_type() if answer.headers.get("Content-Type") else "text/html"
    if kind not in TYPES:
        raise Rejected(f"of type {shown(kind)[:60]}; crosswire fetches pages, feeds and plain text")


def mark_of(url: str, answer: Answer) -> Mark | None:
    etag, modified = (kept(answer.headers.get(field)) for field in ("ETag", "Last-Modified"))
    return Mark(url, etag, modified) if etag or modified else None


def kept(value: str | None) -> str | None:
    """A header that can be sent back as it came."""
    return value if value and len(value) <= LONGEST_MARK and value.isprintable() and value.isascii() else None
