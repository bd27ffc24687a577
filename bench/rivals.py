"""What other libraries find in the same texts, where they are installed: figures to stand beside ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from importlib.util import find_spec

from crosswire.language.parse import pipeline

PLACES = {"GPE", "LOC", "FAC", "NORP"}  # NORP for "Russian", which toponym corpora count


def tagger_places(text: str) -> list[tuple[int, int]]:
    """Spans of the places and peoples that spaCy's tagger sees, articles left out."""
    found = []
    for entity in pipeline()(text).ents:
        if entity.label_ in PLACES:
            the = len(entity.text) - len(entity.text.removeprefix("the ").removeprefix("The "))
            found.append((entity.start_char + the, entity.end_char))
    return found


def dateparser_days(text: str, day: date | None) -> Iterator[tuple[int, int, str]] | None:
    """Spans and days, as ISO dates, that dateparser finds, looking back from a day; None where it is not installed."""
    if find_spec("dateparser") is None:
        return None
    from dateparser.search import search_dates

    settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": datetime.combine(day or date.min, time(12))}
    return spans(text, search_dates(text, languages=["en"], settings=settings) or [])


def spans(text: str, found: list[tuple[str, datetime]]) -> Iterator[tuple[int, int, str]]:
    """Where the words found stand, which the library does not tell: each after the one before it."""
    at = 0
    for words, moment in found:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield start, at, moment.date().isoformat()
