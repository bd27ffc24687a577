"""Lines of the digest: a finding, a difference or an origin in the reports' own words, each part with its spans."""

from __future__ import annotations

from crosswire.records import Comparison, Drift, Field, Finding, Origin, Record, Span
from crosswire.report.chains import Chain, chains
from crosswire.report.columns import Columns, day_of, in_order, letters, opening, paragraph, words
from crosswire.report.standing import reach
from crosswire.report.visible import one_line, trimmed

LONGEST = 220  # characters of an excerpt in a line: three lines of a column
SHORTEST = 40  # an excerpt below this seldom says who did what
CIRCUMSTANCES = ("place", "time", "status", "reason", "source")
FORMS = {"direct": "quoted", "indirect": "paraphrased", "mixed": "partly quoted"}


class Piece(Record, frozen=True):
    """A part of a line: plain, name, verbatim (words of a report) or value (a field); with the spans it rests on."""

    text: str
    kind: str = "plain"
    spans: tuple[Span, ...] = ()


Line = tuple[Piece, ...]


def told_line(finding: Finding, comparison: Comparison, columns: Columns) -> Line:
    """A finding in the words of one report, which reports tell it, and how it stood or was come by."""
    head = head_line(finding, comparison, columns)
    if finding.kind == "statement":
        return head + _ways(chains(finding, comparison, columns))
    return head + _circumstances(finding, columns, head)


def head_line(finding: Finding, comparison: Comparison, columns: Columns) -> Line:
    """A finding in the words of one report, and which reports tell it."""
    excerpts = in_order(columns, finding.excerpts)
    if not excerpts:
        return (Piece(one_line(finding.label)),)
    chosen = min(excerpts, key=lambda span: _roughness(columns, span))
    rest = tuple(span for span in excerpts if span != chosen)
    return (
        *_speakers(finding, columns),
        Piece(trimmed(words(columns, chosen), LONGEST), "verbatim", (chosen,)),
        Piece(f" — {told_by(finding, comparison, columns)}", "plain", rest),
    )


def difference_line(drift: Drift, columns: Columns) -> Line:
    """A difference: the sentence that explains it, then the words on either side."""
    pieces = [Piece(one_line(drift.detail))]
    for span, joint in ((drift.before, " — "), (drift.after, " · ")):
        if span is not None and span.article in columns:
            pieces.append(Piece(f"{joint}{columns[span.article].letter}: "))
            pieces.append(Piece(trimmed(words(columns, span), LONGEST), "verbatim", (span,)))
    return tuple(pieces)


def origin_line(origin: Origin, columns: Columns) -> Line:
    """Who stands behind which reports, and why that is thought."""
    pieces = list(origin_head(origin, columns))
    for reason in origin.reasons:
        pieces += (Piece("; "), Piece(one_line(reason.value), "plain", in_order(columns, reason.spans)))
    return tuple(pieces)


def origin_head(origin: Origin, columns: Columns) -> Line:
    """Who stands behind which reports; a report stands for itself by its title."""
    reports = [columns[article] for article in origin.articles if article in columns]
    names = ", ".join(f"{column.letter} ({column.name})" for column in reports)
    spans = tuple(span for column in reports for span in opening(column))
    return Piece(one_line(origin.name or "") or "Origin unknown", "name"), Piece(f": {names}", "plain", spans)


def told_by(finding: Finding, comparison: Comparison, columns: Columns) -> str:
    """Which reports tell it: "both reports", "all 3 reports", "A and C", "only B"."""
    names = letters(columns, finding.excerpts)
    match reach(finding, comparison):
        case "all":
            return "both reports" if len(names) == 2 else f"all {len(names)} reports"
        case "one" if len(columns) > 1:
            return f"only {names[0]}"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def versions(field: Field, columns: Columns, kind: str = "value") -> Line:
    """Every value a field takes: "Arica (A) / Tacna (B)"; where the reports agree, the value alone."""
    pieces: list[Piece] = []
    for version in field.versions:
        spans = in_order(columns, version.spans)
        by = f" ({', '.join(letters(columns, spans))})" if len(field.versions) > 1 else ""
        if pieces:
            pieces.append(Piece(" / "))
        pieces.append(Piece(shown_value(field.name, version.value) + by, kind, spans))
    return tuple(pieces)


def shown_value(name: str, value: str) -> str:
    """A field's value as a reader writes it: days in words."""
    return day_of(value) if name == "time" else one_line(value)


def _roughness(columns: Columns, span: Span) -> tuple[bool, bool, int]:
    """How ill an excerpt serves as a line: not from the body, too short or too long to read well."""
    length = span.stop - span.start
    place = list(columns).index(span.article)
    return paragraph(columns[span.article], span)[1] != "body", not SHORTEST <= length <= LONGEST, place


def _speakers(finding: Finding, columns: Columns) -> Line:
    for field in finding.fields:
        if field.name == "speaker" and field.versions:
            return (*versions(field, columns, "name"), Piece(": "))
    return ()


def _ways(found: tuple[Chain, ...]) -> Line:
    """How each report comes by the words: "; A: quoted, by way of Andina; B: quoted, no source named"."""
    pieces: list[Piece] = []
    for chain in found:
        pieces.append(Piece(f"; {chain.column.letter}: {one_line(FORMS.get(chain.form, chain.form))}, "))
        for index, link in enumerate(chain.links[1:-1]):
            way = "" if link.kind == "missing" else "by way of "
            pieces += (Piece(", " if index else way), Piece(link.name, "value", link.spans))
    return tuple(pieces)


def _circumstances(finding: Finding, columns: Columns, head: Line) -> Line:
    """Where, when, why and how firm, unless the line's own words say so: "; place: Arica (A) / Tacna (B)"."""
    said = " ".join(piece.text for piece in head if piece.kind == "verbatim")
    pieces: list[Piece] = []
    for field in finding.fields:
        if field.name in CIRCUMSTANCES and not _plain(field, said):
            pieces += (Piece(f"; {field.name}: "), *versions(field, columns))
    return tuple(pieces)


def _plain(field: Field, said: str) -> bool:
    """Whether a field tells a reader nothing new: what happened did happen, and the words name the place."""
    values = [version.value for version in field.versions]
    if field.name == "status":
        return values in ([], ["happened"])
    return not values or (len(values) == 1 and one_line(values[0]) in said)
