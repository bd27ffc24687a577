"""Which column of a table holds the text of a report, and which what is known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosswire.sources import Rejected
from crosswire.sources.clean import clean
from crosswire.sources.files import shown

# The names that are taken for each field, the first one there; capitals and underscores make no difference.
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "fulltext", "articletext", "articlebody", "maintext", "article"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "publication", "sourcename", "sitename"),
    "date": ("published", "date", "publicationdate", "publishedat", "datepublished", "publishdate", "pubdate"),
    "url": ("url", "link", "address"),
    "byline": ("byline", "author", "authors"),
}
MOST_NAMED = 20  # columns listed in a refusal
COMPACT_DAY = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6})?")


def columns_of(name: str, there: Sequence[str], given: Mapping[str, str]) -> Mapping[str, str]:
    """The column of each field that has one; raises Rejected where a column given, or one of text, is not there."""
    fields = {"date" if field == "published" else field: column for field, column in given.items()}
    for field, column in fields.items():
        if field not in NAMES:
            raise Rejected(f"{name}: no field {field!r}; there are {', '.join(NAMES)}")
        if column not in there:
            raise Rejected(f"{name}: no column {column!r}; it has {listed(there)}")
    by_name = {re.sub(r"[\s_-]", "", column.lower()): column for column in reversed(there)}
    guessed = {
        field: by_name[known]
        for field, names in NAMES.items()
        if (known := next((each for each in names if each in by_name), None))
    }
    found = {**guessed, **fields}
    if "text" not in found:
        raise Rejected(f"{name}: no column of text; it has {listed(there)}; say which with --column text=NAME")
    return found


def listed(names: Sequence[str]) -> str:
    """The names of columns for one line, not more than fit there."""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return (", ".join(shown(each)[:40] for each in names[:MOST_NAMED]) or "none") + more


def stated_in(row: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, str]:
    """What a row tells of each field; the text as it stands, all else on one line."""
    values = {field: words_of(row.get(column)) for field, column in columns.items()}
    stated = {field: " ".join(clean(words).split()) for field, words in values.items() if field != "text"}
    if day := COMPACT_DAY.fullmatch(stated.get("date", "")):
        stated["date"] = "-".join(day.groups())
    return {"text": values["text"], **{field: words for field, words in stated.items() if words}}


def words_of(value: object) -> str:
    """A value as words: a list's with commas, a thing's name; "" for none."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(words for each in value if not isinstance(each, list) and (words := words_of(each)))
    if isinstance(value, dict):
        name = value.get("name")
        return name if isinstance(name, str) else ""
    return "" if value is None else str(value)
