"""Where the parts of a report's text lie: title, summary, body, caption, byline, tags. Pure rules on lines."""

from __future__ import annotations

import msgspec


class Zone(msgspec.Struct, frozen=True, order=True):
    """A paragraph of the text and what it is; zones never overlap and come in reading order.

    `kind` is title, summary, heading, body, caption, byline, date, credit or tags.
    """

    kind: str
    start: int
    stop: int


def layout(text: str) -> tuple[Zone, ...]:
    """One zone a line that is not blank, its kind told by the first rule that fits."""
    zones = []
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            at = start + line.index(stripped)
            zones.append(Zone("body" if zones else "title", at, at + len(stripped)))
        start += len(line) + 1
    return tuple(zones)


def title_of(text: str, zones: tuple[Zone, ...]) -> str | None:
    """The words of the first title zone."""
    return next((text[z.start : z.stop] for z in zones if z.kind == "title"), None)
