"""Bytes to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from crosswire.records import Article, Record

# What is known of a report beside its text, under the keys title, outlet, date, url, byline and language.
Told = Mapping[str, str]
NOTHING: Told = {}


class Rejected(Exception):
    """A file that is no article crosswire can read; the message says in one line what is wrong and what to do."""


class Refused(Record, frozen=True):
    """A source, or a part of one, that gave no article. `source` can be opened again: "pages.zip#a.html"."""

    source: str
    reason: str  # one line that says what to do


class Mark(Record, frozen=True):
    """What a server calls the version of a page it sent; given back, it sends nothing where nothing changed."""

    url: str
    etag: str | None = None
    modified: str | None = None


class Part(NamedTuple):
    """One report of a source, not yet read: a member of an archive, a row of a table, an entry of a feed.

    `name` is a source of its own. `read` raises Rejected.
    """

    name: str
    read: Callable[[], Iterable[Article | Mark]]
