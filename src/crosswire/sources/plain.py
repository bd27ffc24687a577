"""Plain text to an article.

What the user knows of a report may stand at its very top, one `Key: value` a line, closed by a blank line or fenced by
lines of `---`; it is taken out of the text. The keys are title, outlet, date, url, byline and language:

    Title: Ministers sign accord
    Outlet: The Example Times
    Date: 2024-03-05
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from crosswire.layout import layout, title_of, unwrapped
from crosswire.layout.furniture import AGENCY, NAME
from crosswire.records import Article
from crosswire.sources import NOTHING, Rejected, Told
from crosswire.sources.clean import clean
from crosswire.sources.days import day_in, days_in
from crosswire.sources.outlets import address, outlet_named

KEYS: Mapping[str, str] = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "date": "date",
    "published": "date",
    "url": "url",
    "link": "url",
    "byline": "byline",
    "author": "byline",
    "language": "language",
}
FENCE = "---"
LABEL = re.compile(r"(?:\w+ )?by:?\s+|(?:authors?|byline|reporter)\s*:\s*", re.IGNORECASE)
NAMES = re.compile(rf"{NAME}(?:(?:, {NAME}){{0,20}},? (?:and|&) {NAME})?")
OUTLET = re.compile(
    r"(?:The )?(?:[A-Z]\w+ ){0,3}(?:News|Times|Post|Guardian|Herald|Tribune|Journal|Telegraph|Daily|Mail|Independent"
    r"|Standard|Observer|Chronicle|Gazette|Star|Today|Globe|BBC|CNN|NPR|CBC|Al Jazeera|Euronews|Politico)\b(?: \w+)?"
)


def read_plain(name: str, raw: bytes, stated: Told = NOTHING) -> Article:
    """The article in a plain text; what neither it nor `stated` tells of it stays None."""
    own, text = header(clean(decoded(name, raw)))
    return told({**stated, **own}, text)


def told(stated: Told, text: str) -> Article:
    """The article of a text, already clean, of which something is stated beside it."""
    text = unwrapped(text).strip("\n")
    heading = stated.get("title")
    if heading and (title_of(text, layout(text, title=heading)) or "") != heading:
        text = f"{heading}\n\n{text}"
    zones = layout(text, title=heading)
    parts = tuple((zone.kind, text[zone.start : zone.stop]) for zone in zones)
    return Article.of(
        text,
        title=heading,
        outlet=outlet_named(stated.get("outlet"), stated.get("url")) or outlet_in(parts),
        published=day_in(stated["date"]) if "date" in stated else published_in(parts),
        url=address(stated.get("url")),
        byline=stated.get("byline") or byline_in(parts),
        language=stated.get("language", "en"),
        zones=zones,
    )


def decoded(name: str, raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Rejected(f"{name}: not UTF-8 text at byte {error.start}; save it as UTF-8") from None


def header(text: str) -> tuple[Told, str]:
    """What the user states at the top of a text, and the text below it."""
    rows = text.lstrip("\n").split("\n")
    fenced = rows[0].strip() == FENCE
    stated: dict[str, str] = {}
    at = int(fenced)
    while at < len(rows) and (pair := key_and_value(rows[at])):
        stated.setdefault(*pair)
        at += 1
    closed = at == len(rows) or rows[at].strip() in ({FENCE} if fenced else {"", FENCE})
    return (stated, "\n".join(rows[at + 1 :])) if stated and closed else ({}, text)


def key_and_value(row: str) -> tuple[str, str] | None:
    """The key and value of a header line; quotes around the value are no part of it."""
    key, colon, value = row.partition(":")
    known = KEYS.get(key.strip().lower())
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return (known, value) if colon and known and value else None


def published_in(parts: tuple[tuple[str, str], ...]) -> date | None:
    """The day in the date lines, the first label "published" before others; else that of the byline or the dateline."""
    lines = lines_of(parts, "date")
    first = [words for words in lines if re.search(r"publi|posted|created", words, re.IGNORECASE)]
    for words in (first, lines, *(lines_of(parts, kind) for kind in ("byline", "dateline"))):
        days = {day for each in words for day in days_in(each)}
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def lines_of(parts: tuple[tuple[str, str], ...], kind: str) -> list[str]:
    return [words for each, words in parts if each == kind]


def byline_in(parts: tuple[tuple[str, str], ...]) -> str | None:
    """The names in the first byline, without "By" and what follows them."""
    words = next((words for kind, words in parts if kind == "byline"), "")
    names = NAMES.match(words, found.end() if (found := LABEL.match(words)) else 0)
    return names[0] if names else None


def outlet_in(parts: tuple[tuple[str, str], ...]) -> str | None:
    """The outlet a byline or a notice of rights names; an agency is a source, not always the outlet, and stays out."""
    named = {found for kind, words in parts for found in outlets(kind, words)}
    return named.pop() if len(named) == 1 else None


def outlets(kind: str, words: str) -> Iterator[str]:
    candidate = ""
    if kind == "byline" and (names := NAMES.search(words)):
        candidate = re.sub(r"^\W*(?:for |of )?", "", words[names.end() :])
    elif kind == "credit" and (
        holder := re.match(r"(?:Copyright|©|\(c\))[ ©\d,–-]*(?:by )?([^.|]{2,60})", words, re.IGNORECASE)
    ):
        candidate = holder[1]
    candidate = re.sub(
        r"(?:,? (?:Inc|LLC|Ltd|Limited|Company|Corporation|Group|All rights reserved))*\W*$", "", candidate
    )
    if OUTLET.fullmatch(candidate) and not re.fullmatch(AGENCY, candidate):
        yield candidate
