"""Reports with labelled spans, as annotation tools read them: a JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from crosswire.export.evidence import Rests, evidence
from crosswire.store.answers import ArticleTold


def spans(articles: Iterable[ArticleTold]) -> Iterator[str]:
    """A line for each report, with its text: `text`, `spans` in code points, each with its label, and `meta`.

    The label of the words that tell an event is its type, of others the name of the field: SOURCE, CONTENT, PLACE.
    """
    for told in articles:
        report = told.reading.article
        found = [
            {"start": span.start, "end": span.stop, "label": label(each), "id": each.of}
            for each in evidence(told.reading)
            if each.field != "clause"
            for span in each.spans
        ]
        about = {"article": report.id, "outlet": report.outlet, "published": report.published, "title": report.title}
        yield msgspec.json.encode({"text": report.text, "spans": found, "meta": about}).decode()


def label(value: Rests) -> str:
    return value.value if value.field == "type" else value.field.upper()
