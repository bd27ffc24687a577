"""Paragraphs to zones: ordered rules on a line and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

import msgspec

from crosswire.layout.furniture import CITY_AND_DASH, DATELINE, furniture_of, is_date
from crosswire.layout.furniture import NAME as PERSON
from crosswire.layout.lines import Line, lines_of, unfinished

LONGEST_TITLE = 160
LONGEST_HEADING = 80
TOP = 12  # lines from the title within which a byline or a date still belongs to the head of a page
SUMMARY_HEADING = re.compile(
    r"(?:key (?:points|takeaways|facts)|summary|(?:story )?highlights|in brief|at a glance|the main points)\W*$",
    re.IGNORECASE,
)


class Zone(msgspec.Struct, frozen=True, order=True):
    """A paragraph of the text and what it is; zones never overlap and come in reading order.

    `kind` is title, summary, heading, dateline, body, caption, byline, date, credit, tags or boilerplate.
    A bullet is left out of its zone; a paragraph broken into lines of one width is one zone; a dateline is cut off
    from the paragraph it opens: "OSLO (AP) — ".
    """

    kind: str
    start: int
    stop: int


class Page(msgspec.Struct, frozen=True):
    """The lines of a text with what their context tells.

    `furniture` is what each line is by its own words or the page's word, `title` the index of the headline,
    `opening` that of the first line of the story itself, `ending` that of the links after it.
    """

    lines: tuple[Line, ...]
    furniture: tuple[str | None, ...]
    title: int | None
    opening: int
    ending: int


Rule = Callable[[Page, int], str | None]


def layout(text: str, *, title: str | None = None, told: Sequence[str | None] = ()) -> tuple[Zone, ...]:
    """A zone for each paragraph, its kind told by the first rule that fits.

    `title` is the headline where it is known; `told` is the kind of each paragraph, None where that is not known.
    """
    lines = tuple(lines_of(text))
    marks = tuple(mark or furniture_of(line.words) for line, mark in zip_longest(lines, told[: len(lines)]))
    page = page_of(lines, marks, title)
    zones = (Zone(kind_of(page, i), line.start, line.stop) for i, line in enumerate(lines))
    return tuple(part for zone in zones for part in dateline_apart(text, zone))


def dateline_apart(text: str, zone: Zone) -> Iterator[Zone]:
    """A paragraph without its dateline, and the dateline before it."""
    match = CITY_AND_DASH.match(text, zone.start, zone.stop) if zone.kind in {"body", "summary"} else None
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
    return "heading" if is_prose(page.lines[i + 1].words) and not listed else None


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
)


def page_of(lines: tuple[Line, ...], marks: tuple[str | None, ...], title: str | None) -> Page:
    first = next((i for i, mark in enumerate(marks) if mark is None), None)
    found = first if first is not None and is_title(lines, marks, first, title) else None
    opening = opening_of(lines, marks, found)
    return Page(lines, marks, found, opening, ending_of(lines, marks, opening))


def is_title(lines: tuple[Line, ...], marks: tuple[str | None, ...], i: int, title: str | None) -> bool:
    """Whether the first line that is no furniture is the headline, and not the lead of a text without one."""
    words = lines[i].words
    if title is not None:
        return folded(words) == folded(title)
    if lines[i].bullet or not headline_like(words):
        return False
    if not re.search(r"\.[\"'”’)]*$", words):
        return True
    capitals = [word[0].isupper() for word in re.findall(r"[^\W\d_]{4,}", words)]
    titled = len(capitals) > 3 and sum(capitals) > 0.7 * len(capitals)
    return titled or (i + 1 < len(lines) and (marks[i + 1] in {"byline", "date"} or begins_story(lines[i + 1].words)))


def headline_like(words: str) -> bool:
    several = re.search(r"[a-z][.!?][\"”’]? [A-Z“\"].*[.!?]$", words[:LONGEST_TITLE])
    return len(words) <= LONGEST_TITLE and not several and words[-1] not in ",:" and not DATELINE.match(words)


def begins_story(words: str) -> bool:
    return bool(DATELINE.match(words)) or is_date(words)


def opening_of(lines: tuple[Line, ...], marks: tuple[str | None, ...], title: int | None) -> int:
    """Where the story begins: after the byline and the date, the points and the pictures above it."""
    start = 0 if title is None else title + 1
    head = None if title is None else folded(lines[title].words)
    opening = start if title is None else after_byline(lines, marks, start, head)
    points = 0
    while opening < len(lines) and above_story(lines, marks, opening, head):
        points += lines[opening].bullet
        opening += 1
    return start if opening == len(lines) else opening - 1 if points == 1 and lines[opening - 1].bullet else opening


def after_byline(lines: tuple[Line, ...], marks: tuple[str | None, ...], start: int, head: str | None) -> int:
    """Past the last byline or date near the top, where no more than three paragraphs stand above it."""
    opening = start
    paragraphs = 0
    for i in range(start, min(start + TOP, len(lines))):
        if marks[i] in {"byline", "date"} or is_full_date(lines[i].words):
            opening = i + 1
        elif marks[i] is None and not lines[i].bullet and folded(lines[i].words) != head:
            paragraphs += 1
            if paragraphs > 3 or DATELINE.match(lines[i].words):
                break
    return opening


def is_full_date(words: str) -> bool:
    """Whether a line is a date with its year; "12 July" heads a section."""
    return is_date(words) and re.search(r"\b(?:19|20)\d\d\b", words) is not None


def above_story(lines: tuple[Line, ...], marks: tuple[str | None, ...], i: int, head: str | None) -> bool:
    words = lines[i].words
    points = lines[i].bullet or heads_points(lines, i)
    return marks[i] is not None or points or is_full_date(words) or folded(words) == head


def heads_points(lines: tuple[Line, ...], i: int) -> bool:
    followed = i + 1 < len(lines) and lines[i + 1].bullet
    return followed and SUMMARY_HEADING.match(lines[i].words) is not None


def ending_of(lines: tuple[Line, ...], marks: tuple[str | None, ...], opening: int) -> int:
    """Where only links follow: two or more short lines without a full stop, up to the end."""
    ending = len(lines)
    links = 0
    while ending > opening + 1 and (marks[ending - 1] is not None or is_link(lines[ending - 1])):
        ending -= 1
        links += marks[ending] is None
    return ending if links > 1 else len(lines)


def is_link(line: Line) -> bool:
    return unfinished(line.words) and len(line.words) <= 120 and not line.bullet


def heading_like(words: str) -> bool:
    """Short, begun like a sentence and not ended like one: "Military Drills Raise Tensions"."""
    if len(words) > LONGEST_HEADING or len(words.split()) > 12 or not re.match(r"[\"“'‘¿]?[A-Z0-9]", words):
        return False
    if DATELINE.match(words) or re.match(r"[A-Z][A-Z .'’]+:", words):
        return False
    return unfinished(words) or (words.endswith("?") and "." not in words)


def is_prose(words: str) -> bool:
    return len(words) > 40 and not unfinished(words)


def folded(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).casefold().strip()
