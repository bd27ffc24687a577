"""Controlled retellings of a passage that change nothing that matters, made when the bench runs."""

from __future__ import annotations

import re

from bench.altered import FULL, Alter, Passage, Retelling, outside, put

SPELLED = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ALIKE = {
    "said": "stated",
    "says": "states",
    "stated": "said",
    "claimed": "alleged",
    "added": "said",
    "declared": "stated",
}
DETAIL = re.compile(r" \([^() ]+ [^()]{3,60}\)|, who [^,“”\"]{8,80},|, (?:a|an|the) [^,“”\"]{8,60},")
PERCENT = re.compile(r"(?<=\d) percent\b")
THOUSANDS = re.compile(r"\b\d{1,3},\d{3}\b")
WORDED = re.compile(r"\b(?:" + "|".join(SPELLED) + r")\b(?= [a-z]+s\b)")
DOES = "attacked|criticized|praised|endorsed|accused|defended|supported"
ACTIVE = re.compile(rf"\b([A-Z][a-z]+ [A-Z][a-z]+) ({DOES}) ([A-Z][a-z]+ [A-Z][a-z]+)(?=[ ,.])")


def synonym(passage: Passage, turn: int) -> Retelling | None:
    """A cue of the same strength."""
    words = ALIKE.get(passage.text[slice(*passage.cue)])
    return put(passage, passage.cue, words) if words else None


def reordered(passage: Passage, turn: int) -> Retelling | None:
    """ "It rained, Lee said." becomes "Lee said it rained.": who says it comes first."""
    (start, stop), (said, after) = (
        passage.content,
        (min(passage.source[0], passage.cue[0]), max(passage.source[1], passage.cue[1])),
    )
    words = passage.text[start:stop].strip(" ,.")
    whole = stop <= said <= stop + 3 and passage.text[after : after + 1] in {".", ""}
    if not whole or any(mark in words for mark in '“”"') or passage.cue[0] < passage.source[0]:
        return None
    return Retelling(
        f"{passage.text[:start]}{passage.text[said:after]} that {words}{passage.text[after:]}",
        (start, after),
        (start, after),
    )


def surname(passage: Passage, turn: int) -> Retelling | None:
    """The speaker without his first name."""
    match = FULL.fullmatch(passage.text[slice(*passage.source)])
    return put(passage, passage.source, match[1]) if match else None


def format(passage: Passage, turn: int) -> Retelling | None:
    """The same number written in another way."""
    for match in outside(passage, PERCENT):
        return put(passage, match.span(), "%")
    for match in outside(passage, THOUSANDS):
        return put(passage, match.span(), match[0].replace(",", ""))
    for match in outside(passage, WORDED):
        return put(passage, match.span(), str(SPELLED.index(match[0]) + 2))
    return None


def dropped(passage: Passage, turn: int) -> Retelling | None:
    """An aside falls away."""
    for match in outside(passage, DETAIL):
        if not any(match.start() < stop and start < match.end() for start, stop in (passage.source, passage.cue)):
            return put(passage, match.span(), "")
    return None


def added(passage: Passage, turn: int) -> Retelling | None:
    """A sentence of other matter beside it."""
    more = ("The hall had been full since noon.", "Rain fell on the crowd outside.", "Cameras followed every step.")
    return Retelling(f"{passage.text} {more[turn % 3]}", (0, 0), (len(passage.text), len(passage.text) + 1))


def passive(passage: Passage, turn: int) -> Retelling | None:
    """ "Ann Lee praised Bo Ray" becomes "Bo Ray was praised by Ann Lee"."""
    for match in outside(passage, ACTIVE):
        return put(passage, match.span(), f"{match[3]} was {match[2]} by {match[1]}")
    return None


HARMLESS: dict[str, Alter] = {
    "synonym": synonym,
    "reordered": reordered,
    "surname": surname,
    "format": format,
    "detail dropped": dropped,
    "detail added": added,
    "passive": passive,
}
