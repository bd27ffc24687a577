"""Lines that are known by the lines beside them: teasers under "Read more:", points, numbered pictures, refrains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from crosswire.layout.furniture import LIBRARY
from crosswire.layout.lines import Line, unfinished

MOST = 8  # teasers or points in a row
LONGEST_LINK = 160
REFRAIN = 3  # a line that stands so often in one report was set there by the site
LEAD_IN = re.compile(
    r"(?:related(?: articles?| stor(?:y|ies)| news| content| coverage| links?)|(?:related|read more|more|read) ?:"
    r"|(?:you (?:may|might) also like|most (?:read|popular|viewed)|see also|also read|more (?:from|on) [^.]{2,40})"
    r" ?:?)$"
    r"|(?:just watched|must watch)$|skip in skip x embed x share\b",
    re.IGNORECASE,
)
HIGHLIGHTS = re.compile(r"story highlights(?: \S|\W*$)", re.IGNORECASE)
NUMBERED = re.compile(r"(\d{1,3})/(\d{1,3}) \S")
FROM_LIBRARY = re.compile(
    rf"(?:AP: ?Associated Press|{LIBRARY}(?: - (?:Getty|Contributor))?|Splash News|Reuters|AFP|PA) [A-Z]"
)

Marks = tuple[str | None, ...]


def in_series(lines: Sequence[Line], marks: Marks) -> Marks:
    """The kinds of the lines with those filled in that the lines beside them tell."""
    return followers(lines, alike(lines, marks))


def alike(lines: Sequence[Line], marks: Marks) -> Marks:
    """The kinds with numbered pictures, captions that open with a library, and lines that recur: one tells nothing."""
    totals = Counter(picture_total(line.words) for line in lines)
    library = sum(1 for line in lines if from_library(line))
    often = Counter(line.words for line in lines)
    first = next((line.words for line, mark in zip(lines, marks, strict=True) if mark is None), None)
    return tuple(
        mark
        or ("caption" if (total := picture_total(line.words)) and totals[total] >= REFRAIN else None)
        or ("caption" if library >= REFRAIN and from_library(line) else None)
        or ("boilerplate" if often[line.words] >= REFRAIN and line.words != first and is_refrain(line.words) else None)
        for line, mark in zip(lines, marks, strict=True)
    )


def picture_total(words: str) -> str | None:
    """Of how many pictures a caption is one: "8/34 A fox in the parliament"."""
    match = NUMBERED.match(words)
    return match[2] if match and int(match[1]) <= int(match[2]) else None


def from_library(line: Line) -> bool:
    return unfinished(line.words) and FROM_LIBRARY.match(line.words) is not None


def is_refrain(words: str) -> bool:
    """Whether a line that recurs may be the site's: a sentence or a quotation may be the report's own refrain."""
    return len(words) <= LONGEST_LINK and (unfinished(words) or " " not in words) and not re.search(r"[\"“”]", words)


def followers(lines: Sequence[Line], marks: Marks) -> Marks:
    """Headlines of other reports under "Read more:" and points under "Story highlights", up to the next prose."""
    found: list[str | None] = []
    kind: str | None = None
    left = 0
    for line, mark in zip(lines, marks, strict=True):
        if HIGHLIGHTS.match(line.words):
            kind, left = "summary", MOST
        elif LEAD_IN.match(line.words):
            kind, left = "boilerplate", MOST
        elif mark is None and kind and left and is_headline(line.words):
            mark, left = kind, left - 1
        else:
            kind = None
        found.append(mark)
    return tuple(found)


def is_headline(words: str) -> bool:
    return len(words) <= LONGEST_LINK and (unfinished(words) or words.endswith("?"))
