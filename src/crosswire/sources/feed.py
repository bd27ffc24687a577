"""The entries of an RSS or Atom feed: what stands in it whole is read, what it links to is fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from crosswire.records import Article
from crosswire.sources import Mark, Part, Rejected, Told
from crosswire.sources.clean import clean
from crosswire.sources.files import read_bytes, shown
from crosswire.sources.outlets import address, known_under

Fetch = Callable[[str, Told], Iterable[Article | Mark]]
Entry = Mapping[str, object]

LARGEST = 10_000_000  # bytes; a feed of whole reports has one or two million
MOST_ENTRIES = 1_000
WHOLE = 400  # code points of an entry's content that make it the report and not its beginning
DECLARED = re.compile(r"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})[\"'][^>]{0,200}>")
ENCODINGS = re.compile(
    r"(?:utf-?8|utf-?16(?:[bl]e)?|us-ascii|ascii|(?:iso|windows|koi8|gb|big5|euc|shift)[\w-]*)", re.I
)
TAG = re.compile(r"<[^<>]*>")


def parts_of_feed(source: str, raw: bytes, fetch: Fetch | None) -> Iterator[Part]:
    """A part for each entry; one that is only a link is fetched, or refused where nothing is to be fetched."""
    import feedparser  # type: ignore[import-untyped]

    name = shown(source)
    found = feedparser.parse(io.BytesIO(harmless(name, raw)), resolve_relative_uris=False)
    if not found.entries:
        raise Rejected(f"{name}: a feed without entries" if found.version else f"{name}: not a feed that can be read")
    for entry in found.entries[:MOST_ENTRIES]:
        yield part_of(source, entry, stated_in(entry, found.feed), fetch)
    if len(found.entries) > MOST_ENTRIES:
        raise Rejected(f"{name}: has more than {MOST_ENTRIES:,} entries; the rest is left")


def harmless(name: str, raw: bytes) -> bytes:
    """A feed in UTF-8 and of ordinary size; one that declares entities, which can unfold without end, is refused."""
    if len(raw) > LARGEST:
        raise Rejected(f"{name}: a feed of more than {LARGEST // 1_000_000} MB; name its pages or save them")
    text = raw.decode(encoding_of(raw), "replace").lstrip("\ufeff")
    if "<!ENTITY" in text:
        raise Rejected(f"{name}: a feed that declares entities of its own; crosswire does not unfold them")
    return re.sub(r"^\s*<\?xml[^>]{0,400}>", "", text).encode("utf-8", "replace")


def encoding_of(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    declared = DECLARED.search(raw[:500].decode("latin-1"))
    if declared and ENCODINGS.fullmatch(declared[1]):
        try:
            b"".decode(declared[1])
        except LookupError:
            return "utf-8"
        return declared[1]
    return "utf-8"


def part_of(source: str, entry: Entry, stated: Told, fetch: Fetch | None) -> Part:
    link = stated.get("url")
    kind, content = content_of(entry)
    if len(" ".join(TAG.sub(" ", content).split())) >= WHOLE:
        place = f"{source}#{link or words(entry.get('id')) or stated.get('title', '')}"
        return Part(place, partial(article_of_entry, place, kind, content, stated))
    if link is not None and fetch is not None:
        return Part(link, partial(fetch, link, stated))
    why = "only a link; name it, or the feed itself, to have it fetched" if link else "an entry without text or link"
    place = link or f"{source}#{words(entry.get('id'))}"
    return Part(place, partial(refuse, place, why))


def refuse(source: str, why: str) -> tuple[Article]:
    raise Rejected(f"{shown(source)}: {why}")


def article_of_entry(source: str, kind: str, content: str, stated: Told) -> tuple[Article]:
    if kind != "text/plain":
        content = f"<html><body><article>{content}</article></body></html>"
    return (read_bytes(shown(source), content.encode("utf-8", "replace"), stated=stated),)


def content_of(entry: Entry) -> tuple[str, str]:
    """The type and text of the longest content of an entry; a summary is none, it only begins a report."""
    contents = entry.get("content")
    told = contents if isinstance(contents, list) else []
    pairs = [(words(each.get("type")), str(each.get("value") or "")) for each in told if isinstance(each, dict)]
    return max(pairs, key=lambda pair: len(pair[1]), default=("", ""))


def stated_in(entry: Entry, feed: Entry) -> dict[str, str]:
    """What a feed tells of an entry: its outlet is the one known to publish there, else the feed's name."""
    link = address(words(entry.get("link")))
    own = entry.get("source")
    stated = {
        "title": words(entry.get("title")),
        "outlet": known_under(link)
        or (words(own.get("title")) if isinstance(own, dict) else "")
        or words(feed.get("title")),
        "date": words(entry.get("published")) or words(entry.get("updated")),
        "url": link or "",
        "byline": words(entry.get("author")),
    }
    return {field: value for field, value in stated.items() if value}


def words(value: object) -> str:
    """A value of a feed on one line, without the tags it may hold."""
    return " ".join(TAG.sub("", clean(value)).split()) if isinstance(value, str) else ""
