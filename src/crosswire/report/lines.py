"""Lines of the digest: a finding, a difference or an origin in the reports' own words, each part with its spans."""

from __future__ import annotations

from crosswire.records import Comparison, Drift, Field, Finding, Origin, Record, Span
from crosswire.report.chains import Chain, chains, link_name
from crosswire.report.columns import Columns, in_order, letters, opening, words
from crosswire.report.told import LONGEST, disputed, excerpts, one_each, readable, shown_value, told_by
from crosswire.report.visible import one_line, sentence, trimmed

CIRCUMSTANCES = ("place", "time", "status", "reason")
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
    return head + _circumstances(finding, disputed(finding, comparison), columns, head)


def head_line(finding: Finding, comparison: Comparison, columns: Columns) -> Line:
    """A finding in the words of one report, and which reports tell it: a footnote for each."""
    spans = one_each(excerpts(finding, columns))
    if not spans:
        return (Piece(one_line(finding.label)),)
    if finding.kind == "event":
        spans = (readable(columns[spans[0].article].reading, spans[0]), *spans[1:])
    return (
        *_speakers(finding, columns),
        Piece(trimmed(words(columns, spans[0]), LONGEST), "verbatim", spans[:1]),
        Piece(f" — {told_by(finding, comparison, columns)}", "plain", spans[1:]),
    )


def difference_line(drift: Drift, columns: Columns) -> Line:
    """A difference: the sentence that explains it, then the words on either side."""
    pieces = [Piece(difference_name(drift), "name"), Piece(f": {sentence(drift.detail)}")]
    for span, joint in ((drift.before, " — "), (drift.after, " · ")):
        if span is not None and span.article in columns:
            pieces.append(Piece(f"{joint}{columns[span.article].letter}: "))
            pieces.append(Piece(trimmed(words(columns, span), LONGEST), "verbatim", (span,)))
    return tuple(pieces)


def difference_name(drift: Drift) -> str:
    """What kind of difference it is: "Contradiction", "Not borne out"."""
    return "Not borne out" if drift.kind == "unsupported" else sentence(drift.kind)


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


def versions(field: Field, columns: Columns, kind: str = "value") -> Line:
    """Every value a field takes: "Arica (A) / Tacna (B)"; where there is but one, the value alone."""
    pieces: list[Piece] = []
    for version in field.versions:
        spans = in_order(columns, version.spans)
        by = f" ({', '.join(letters(columns, spans))})" if len(field.versions) > 1 else ""
        if pieces:
            pieces.append(Piece(" / "))
        pieces.append(Piece(shown_value(field.name, version.value) + by, kind, one_each(spans)))
    return tuple(pieces)


def _speakers(finding: Finding, columns: Columns) -> Line:
    for field in finding.fields:
        if field.name == "speaker" and field.versions:
            return (*versions(field, columns, "name"), Piece(": "))
    return ()


def _ways(found: tuple[Chain, ...]) -> Line:
    """How each report comes by the words: "; A: quoted, by way of Andina; B, C: quoted, no source named"."""
    by_way: dict[str, list[Chain]] = {}
    for chain in found:
        by_way.setdefault(_way(chain), []).append(chain)
    alone = len({chain.column.letter for chain in found}) == 1
    pieces: list[Piece] = []
    for way, chained in by_way.items():
        tellers = ", ".join(dict.fromkeys(chain.column.letter for chain in chained))
        spans = tuple(span for chain in chained for link in chain.links[1:-1] for span in link.spans[:1])
        pieces += (Piece("; " if alone else f"; {tellers}: "), Piece(way, "value", spans))
    return tuple(pieces)


def _way(chain: Chain) -> str:
    """How the words are told and by way of whom."""
    form = one_line(FORMS.get(chain.form, chain.form))
    between = chain.links[1:-1]
    joint = ", " if any(link.kind == "missing" for link in between) else ", by way of "
    return form + joint + ", ".join(map(link_name, between)) if between else form


def _circumstances(finding: Finding, in_dispute: frozenset[str], columns: Columns, head: Line) -> Line:
    """Where, when, why and how firm, unless the line's own words say so: "; place: Arica (A) / Tacna (B)"."""
    said = " ".join(piece.text for piece in head if piece.kind == "verbatim")
    pieces: list[Piece] = []
    for field in finding.fields:
        if field.name in CIRCUMSTANCES and (field.name in in_dispute or _telling(field, said)):
            pieces += (Piece(f"; {field.name}: "), *versions(field, columns))
    return tuple(pieces)


def _telling(field: Field, said: str) -> bool:
    """Whether a field has one value that the words do not give; that a thing happened is taken for granted."""
    values = [one_line(version.value) for version in field.versions]
    if field.name == "status":
        return len(values) == 1 and values != ["happened"]
    return len(values) == 1 and values[0] not in said
