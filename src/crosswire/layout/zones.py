"""Paragraphs to zones: ordered rules on a line and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

import msgspec

from crosswire.layout.dates import is_date
from crosswire.layout.furniture import CITY_AND_DASH, SMALL_DATELINE, furniture_of
from crosswire.layout.furniture import NAME as PERSON
from crosswire.layout.glued import glued
from crosswire.layout.lines import Line, lines_of, unfinished
from crosswire.layout.pages import TOP, Page, folded, heading_like, headline_like, heads_points, is_prose, page_of
from crosswire.layout.series import in_series


class Zone(msgspec.Struct, frozen=True, order=True):
    """A paragraph of the text and what it is; zones never overlap and come in reading order.

    `kind` is title, summary, heading, dateline, body, caption, byline, date, credit, tags or boilerplate.
    A bullet is left out of its zone; a paragraph broken into lines of one width is one zone; a dateline is cut off
    from the paragraph it opens, "OSLO (AP) — ", and so is what a site or an agency put into or after its prose.
    """

    kind: str
    start: int
    stop: int


Rule = Callable[[Page, int], str | None]


def layout(text: str, *, title: str | None = None, told: Sequence[str | None] = ()) -> tuple[Zone, ...]:
    """A zone for each paragraph, its kind told by the first rule that fits.

    `title` is the headline where it is known; `told` is the kind of each paragraph, None where that is not known.
    """
    whole = tuple(lines_of(text))
    parts = [part for line, mark in zip_longest(whole, told[: len(whole)]) for part in parts_of(text, line, mark)]
    lines = tuple(line for line, _ in parts)
    page = page_of(lines, in_series(lines, tuple(mark for _, mark in parts)), title)
    zones = [Zone(kind_of(page, i), line.start, line.stop) for i, line in enumerate(lines)]
    first = next((zone for zone in zones if zone.kind == "body"), None)
    return tuple(part for zone in zones for part in dateline_apart(text, zone, opens=zone is first))


def parts_of(text: str, line: Line, told: str | None) -> Iterator[tuple[Line, str | None]]:
    """A paragraph cut where a site put something into it; each part with its kind as far as its own words tell."""
    at = line.start
    found = () if told else glued(text[line.start : line.stop])
    for start, stop, kind in found:
        yield from part_of(text, line, at, line.start + start, None)
        yield from part_of(text, line, line.start + start, line.start + stop, kind)
        at = line.start + stop
    yield from part_of(text, line, at, line.stop, told)


def part_of(text: str, line: Line, start: int, stop: int, kind: str | None) -> Iterator[tuple[Line, str | None]]:
    if start == line.start and stop == line.stop:
        yield line, kind or furniture_of(line.words)
    elif words := text[start:stop].strip():
        start = text.index(words, start)
        part = Line(start, start + len(words), " ".join(words.split()), line.bullet and start == line.start, True)
        yield part, kind or furniture_of(part.words)


def dateline_apart(text: str, zone: Zone, *, opens: bool) -> Iterator[Zone]:
    """A paragraph without its dateline, and the dateline before it; one in small letters only where a story opens."""
    match = CITY_AND_DASH.match(text, zone.start, zone.stop) if zone.kind in {"body", "summary"} else None
    match = match or (SMALL_DATELINE.match(text, zone.start, zone.stop) if opens else None)
    if match is None or match.end() == zone.stop:
        yield zone
    else:
        yield Zone("dateline", zone.start, zone.start + len(match[0].rstrip()))
        yield Zone(zone.kind, match.end(), zone.stop)


def title_of(text: str, zones: tuple[Zone, ...]) -> str | None:
    """The words of the first title zone."""
    return next((" ".join(text[z.start : z.stop].split()) for z in zones if z.kind == "title"), None)


def kind_of(page: Page, i: int) -> str:
    return next((kind for rule in RULES if (kind := rule(page, i))), "body")


def headline(page: Page, i: int) -> str | None:
    """The headline, its second line, and the same words again above the story."""
    if page.title is None or not page.title <= i < max(page.opening, page.title + 2):
        return None
    first, line = page.lines[page.title], page.lines[i]
    second = i == page.title + 1 and not line.gap and first.words[-1] in ";:–—-" and headline_like(line.words)
    again = i < page.opening and folded(line.words) == folded(first.words)
    return "title" if i == page.title or second or again else None


def copied_caption(page: Page, i: int) -> str | None:
    """A line that the caption after it repeats in full: sites cut the alternative text of a picture short."""
    words = page.lines[i].words
    before_caption = i + 1 < len(page.lines) and page.furniture[i + 1] == "caption" and len(words) > 20
    return "caption" if before_caption and page.lines[i + 1].words.startswith(words.rstrip(" .…")) else None


def furniture(page: Page, i: int) -> str | None:
    """What a line is by its own words: "Published By: Jane Doe"."""
    return page.furniture[i]


def bare_date(page: Page, i: int) -> str | None:
    """A date on its own at the top: "15 September 2017". Further down it heads a section."""
    return "date" if i < page.opening and is_date(page.lines[i].words) else None


def bare_name(page: Page, i: int) -> str | None:
    """A name on its own just above or below the date: "Jane Doe"."""
    if i >= page.opening or not re.fullmatch(PERSON, page.lines[i].words):
        return None
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(page.lines)]
    return "byline" if any(page.furniture[j] == "date" or is_date(page.lines[j].words) for j in beside) else None


def summary_heading(page: Page, i: int) -> str | None:
    """The words "Key points" above the points."""
    return "heading" if heads_points(page.lines, i) else None


def summary_point(page: Page, i: int) -> str | None:
    """A bullet under "Key points", wherever that stands."""
    first = i
    while first and i - first < TOP and page.lines[first].bullet:
        first -= 1
    return "summary" if first < i and heads_points(page.lines, first) else None


def standfirst(page: Page, i: int) -> str | None:
    """What stands above the byline or the story: points, and the paragraph under the headline."""
    if page.title is not None and page.title < i < page.opening:
        return "heading" if heading_like(page.lines[i].words) and i + 1 == page.opening else "summary"
    return "summary" if i < page.opening and page.lines[i].bullet else None


def trailing_link(page: Page, i: int) -> str | None:
    """A line of the list of headlines that follows a story."""
    return "boilerplate" if i >= page.ending else None


def section_heading(page: Page, i: int) -> str | None:
    """A short line without a full stop between two paragraphs; several in a row are a list."""
    if i + 1 >= len(page.lines) or page.lines[i].bullet or not heading_like(page.lines[i].words):
        return None
    listed = i > page.opening and page.furniture[i - 1] is None and unfinished(page.lines[i - 1].words)
    prose = page.furniture[i + 1] != "boilerplate" and is_prose(page.lines[i + 1].words)
    return "heading" if prose and not listed else None


def lone_date(page: Page, i: int) -> str | None:
    """A date that heads no section: "Jan 1"."""
    return "date" if is_date(page.lines[i].words) else None


RULES: tuple[Rule, ...] = (
    headline,
    copied_caption,
    furniture,
    bare_date,
    bare_name,
    summary_heading,
    summary_point,
    standfirst,
    trailing_link,
    section_heading,
    lone_date,
)
