"""Where events are told, as GDELT 2.0's table of mentions has it: 16 tab-separated columns without a line of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosswire.export.asked import basic, citation, counted, host, number, sentence
from crosswire.export.cells import Cell, line
from crosswire.export.sides import Side, source_and_target
from crosswire.records import Event, Reading

COLUMNS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
WEB, CITATION = 1, 2


def gdelt_mentions(readings: Iterable[Reading]) -> Iterator[str]:
    """A line for each event that counts as one, in the order of COLUMNS; there is no line of names."""
    for reading in readings:
        for event in counted(reading):
            yield line(mention(reading, event))


def mention(reading: Reading, event: Event) -> Iterator[Cell]:
    """Offsets are code points of `Article.text`; the tone is not measured."""
    article = reading.article
    added = f"{basic(article.published)}000000" if article.published else None
    yield number(event.id)
    yield added
    yield added
    yield WEB if host(article) else CITATION
    yield host(article) or article.outlet
    yield citation(article)
    yield sentence(reading, event)
    for who in source_and_target(event):
        yield offset(who)
    yield event.type.spans[0].start
    yield 1
    yield None if event.confidence is None else round(100 * event.confidence)
    yield len(article.text)
    yield from (None, None, None)


def offset(who: Side) -> int:
    return who.spans[0].start if who else -1
