"""Every value as a W3C Web Annotation on the words it rests on: one JSON-LD document, an annotation a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from crosswire.export.asked import host
from crosswire.export.evidence import Rests, evidence
from crosswire.records import Article, Span
from crosswire.store.answers import ArticleTold

AROUND = 32  # characters before and after a quotation, as the standard's examples and its users have it
MOTIVES = {
    **dict.fromkeys(("type", "mode", "context", "status", "cue"), "classifying"),
    **dict.fromkeys(("actor", "recipient", "source", "credit", "place", "time"), "identifying"),
}
HEAD = (
    '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:crosswire:annotations","type":"AnnotationCollection",'
    '"first":{"id":"urn:crosswire:annotations:1","type":"AnnotationPage","startIndex":0,"items":['
)
TAIL = "]}}"


def web_annotations(articles: Iterable[ArticleTold]) -> Iterator[str]:
    """The lines of an AnnotationCollection. Its positions are code points of the report's text, as the standard's are.

    A body has the value; its id names event, statement or report, the field, and which of the field's values it is.
    """
    yield HEAD
    before = ""
    for told in articles:
        count: dict[tuple[str, str], int] = {}
        for each in evidence(told.reading):
            number = count[each.of, each.field] = count.get((each.of, each.field), -1) + 1
            yield before + msgspec.json.encode(annotation(told.reading.article, each, number)).decode()
            before = ","
    yield TAIL


def annotation(report: Article, value: Rests, number: int) -> dict[str, object]:
    motive = MOTIVES.get(value.field, "describing")
    return {
        "id": f"urn:crosswire:{value.of}:{value.field}:{number}",
        "type": "Annotation",
        "motivation": motive,
        "body": [
            {"type": "TextualBody", "purpose": motive, "format": "text/plain", "value": value.value},
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": value.field},
        ],
        "target": [target(report, span) for span in value.spans],
    }


def target(report: Article, span: Span) -> dict[str, object]:
    return {"source": source(report), "selector": [position(span), quotation(report, span)]}


def source(report: Article) -> dict[str, str]:
    """The text the positions count in, and the page it is from."""
    page = {"via": report.url} if report.url and host(report) else {}
    return {
        "id": f"urn:crosswire:{report.id}",
        "type": "Text",
        "format": "text/plain",
        "language": report.language,
        **page,
    }


def position(span: Span) -> dict[str, object]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.stop}


def quotation(report: Article, span: Span) -> dict[str, str]:
    return {
        "type": "TextQuoteSelector",
        "exact": report.excerpt(span),
        "prefix": report.text[max(0, span.start - AROUND) : span.start],
        "suffix": report.text[span.stop : span.stop + AROUND],
    }
