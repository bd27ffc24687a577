"""What people judged of a comparison, a line each: what they found, of which words, who, when, why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from crosswire.records import Comparison, Judged, Span
from crosswire.report.columns import Columns, words
from crosswire.report.history import moment
from crosswire.report.visible import one_line, trimmed

TITLE = "What people judged"
FOUND = {"accept": "accepted", "reject": "rejected", "merge": "held to be one", "split": "held apart"}
LONGEST = 120  # characters of the words of a claim


def judged_lines(comparison: Comparison, columns: Columns) -> Iterator[str]:
    """In the order of the log: "Rejected by Ada, 2025-07-12 10:00 UTC: A “met”; it was a call"."""
    return (_line(each, columns) for each in comparison.judged)


def _line(each: Judged, columns: Columns) -> str:
    made = each.judgement
    head = f"{FOUND[made.verdict].capitalize()} by {one_line(made.by)}, {moment(made.made.isoformat())}"
    sign = " ≠ " if made.verdict == "split" else ", "
    said = sign.join(", ".join(_words(claim.spans, columns) for claim in part) for part in made.parts)
    why = f"; {one_line(made.why)}" if made.why.strip() else ""
    return f"{head}: {said}{why}" + ("; idle: no report has these words any more" if each.idle else "")


def _words(spans: Iterable[Span], columns: Columns) -> str:
    """What each report says of a claim, from its first word to its last, with the letter of the report."""
    said = (list(each) for _, each in groupby(spans, key=lambda span: span.article))
    return " and ".join(_quote(each[0].article, each[0].start, each[-1].stop, columns) for each in said)


def _quote(article: str, start: int, stop: int, columns: Columns) -> str:
    if article not in columns:
        return "a report that is not here"
    return f"{columns[article].letter} “{trimmed(words(columns, Span(article, start, stop)), LONGEST)}”"
