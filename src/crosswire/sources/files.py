"""A file, or standard input, to an article; or the one line that says why it is none."""

from __future__ import annotations

import re
import sys
from os import PathLike, fspath
from pathlib import Path

from crosswire.records import Article
from crosswire.sources import NOTHING, Rejected, Told
from crosswire.sources.plain import read_plain
from crosswire.sources.tongue import UNKNOWN, has_english_words, language_name, language_of

LARGEST = 20_000_000  # bytes
STANDARD_INPUT = "-"
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word file or a zip archive"),
    (b"\xd0\xcf\x11\xe0", "a Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html|head|body|article)\b",
    re.I | re.S,
)


def load(path: str | PathLike[str]) -> Article:
    """The article in a file, in a web page that was saved, or in standard input ("-")."""
    path = fspath(path)
    name = shown(path)
    return read_bytes(name, contents(path, name), Path(path).suffix.lower())


def shown(path: str) -> str:
    """A file's name with no character in it that could change the line it is printed on."""
    if path == STANDARD_INPUT:
        return "standard input"
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in path)


def contents(path: str, name: str) -> bytes:
    """The bytes of a file that may be a report."""
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(LARGEST + 1)
        if Path(path).is_dir():
            raise Rejected(f"{name}: a folder; name the files in it")
        size = Path(path).stat().st_size
        if size > LARGEST:
            raise Rejected(f"{name}: a report is text; this file has {size // 1_000_000} MB")
        with open(path, "rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Rejected(f"{name}: no such file") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Rejected(f"{name}: cannot be read: {reason.lower()}") from None


def checked(raw: bytes, name: str) -> bytes:
    if len(raw) > LARGEST:
        raise Rejected(f"{name}: a report is text; this one has more than {LARGEST // 1_000_000} MB")
    if not raw.strip():
        raise Rejected(f"{name}: empty; put the text of a report in it")
    known = next((what for magic, what in MAGIC if raw.startswith(magic)), None)
    if known:
        raise Rejected(f"{name}: {known}; convert it to text first")
    if b"\0" in raw and not raw.startswith(UTF16):
        raise Rejected(f"{name}: not text but binary; convert it to text first")
    return raw


def read_bytes(name: str, raw: bytes, suffix: str = "", stated: Told = NOTHING) -> Article:
    """The article of bytes: a web page where they begin like one or are named so, else plain text."""
    article = read_raw(name, checked(raw, name), suffix, stated)
    refuse_other_languages(name, article)
    return article


def read_raw(name: str, raw: bytes, suffix: str, stated: Told) -> Article:
    if suffix in {".html", ".htm", ".xhtml"} or HTML.match(raw, 0, 4000):
        from crosswire.sources.page import read_page

        return read_page(name, raw, stated)
    return with_report(name, read_plain(name, raw, stated))


def with_report(name: str, article: Article) -> Article:
    if not any(zone.kind == "body" or zone.kind == "title" for zone in article.zones):
        raise Rejected(f"{name}: no report in it; put the text of a report in it")
    return article


def refuse_other_languages(name: str, article: Article) -> None:
    language = language_of(
        " ".join(article.text[z.start : z.stop] for z in article.zones if z.kind in {"body", "title"})
    )
    if language == UNKNOWN:
        if not has_english_words(article.text):
            raise Rejected(f"{name}: not recognised as English; crosswire reads English so far")
    elif language != "en":
        raise Rejected(f"{name}: in {language_name(language)}; crosswire reads English so far")
