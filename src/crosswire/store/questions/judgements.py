"""Judgements: who found what of which words, and which story heeds it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import groupby

import msgspec

from crosswire.records import Article, Cited
from crosswire.store import kept
from crosswire.store.answers import Asked, JudgementRow, Page
from crosswire.store.questions.pages import Row, latest, total
from crosswire.store.questions.where import all_of

COLUMNS = "id, verdict, by_whom, made, why, parts, (SELECT min(story) FROM heeded WHERE judgement = number)"
NAMES = JudgementRow.__struct_fields__
CONDITIONS = {
    "story": "number IN (SELECT judgement FROM heeded WHERE story = :story)",
    "article": "number IN (SELECT judgement FROM weighed WHERE article = :article)",
    "since": "made >= :since",
    "until": "date(made) <= :until",
}
HELD = "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?))"


def judgements(db: sqlite3.Connection, asked: Asked) -> Page[JudgementRow]:
    """Judgements, the latest first; of the filters story, article and days count. No facets."""
    where = all_of(asked, CONDITIONS)
    rows, after = latest(db, COLUMNS, "judgement", where, ("number",), asked)
    return Page(told(db, rows), after, total(db, "judgement", where, asked), {})


def told(db: sqlite3.Connection, rows: Sequence[Row]) -> tuple[JudgementRow, ...]:
    found = [(row, msgspec.json.decode(str(row[5]), type=tuple[tuple[Cited[str], ...], ...])) for row in rows]
    ids = {span.article for _, parts in found for part in parts for claim in part for span in claim.spans}
    articles = {id: kept.article(db, id) for (id,) in db.execute(HELD, (msgspec.json.encode([*ids]).decode(),))}
    return tuple(
        msgspec.convert(
            dict(zip(NAMES, (*row[:5], [quote(c, articles) for part in parts for c in part], row[6]), strict=True)),
            JudgementRow,
        )
        for row, parts in found
    )


def quote(claim: Cited[str], articles: Mapping[str, Article]) -> str:
    """What each report says of a claim, from its first word to its last, as far as the reports are held."""
    said = (list(each) for _, each in groupby(claim.spans, key=lambda span: span.article))
    return " … ".join(articles[e[0].article].text[e[0].start : e[-1].stop] for e in said if e[0].article in articles)
