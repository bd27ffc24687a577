"""The lines of a text with what their context tells: the headline, where the story begins, the links after it."""

from __future__ import annotations

import re

import msgspec

from crosswire.layout.dates import is_date
from crosswire.layout.furniture import CITY_AND_DASH, DATELINE
from crosswire.layout.lines import Line, unfinished

LONGEST_TITLE = 160
LONGEST_HEADING = 80
TOP = 12  # lines from the title within which a byline or a date still belongs to the head of a page
SUMMARY_HEADING = re.compile(
    r"(?:key (?:points|takeaways|facts)|summary|(?:story )?highlights|in brief|at a glance|the main points)\W*$",
    re.IGNORECASE,
)


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
    several = re.match(r"(?=.*[.!?)]$).*[a-z][.!?][\"”’]? [A-Z“\"(]", words[:LONGEST_TITLE])
    return len(words) <= LONGEST_TITLE and not several and words[-1] not in ",:" and not has_dateline(words)


def has_dateline(words: str) -> bool:
    """Whether a line opens with a town and its state or agency; a word in capitals alone may open a headline."""
    town = CITY_AND_DASH.match(words)
    return DATELINE.match(words) is not None or (town is not None and re.search(r"[,(]", town[0]) is not None)


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
