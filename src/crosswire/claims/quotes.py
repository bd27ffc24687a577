"""Where words stand in quotation marks. Marks only: who speaks, if anyone, is for attribution to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from crosswire.layout import Zone
from crosswire.records import Article

PROSE = {"title", "summary", "heading", "body", "caption"}
MARKS = re.compile("[\"“”„‟«»‹›‘’']")
CLOSERS = {"“": '”"', "”": '”"', "„": "“”", "‟": "”", '"': '"”', "«": "»", "»": "«", "‹": "›", "‘": "’'", "'": "'’"}
SINGLE = {"‘", "'", "’", "‹"}
OPENERS = set(CLOSERS) - {"»"}
LEFT_OPEN = {"“", "„", '"', "«", "‘"}  # the straight single mark is as often an apostrophe
SENTENCE_ENDS = (".", "!", "?")
FAR = 1000  # code points a quote in single marks may run: apostrophes make longer ones guesswork


class Quote(msgspec.Struct, frozen=True, order=True):
    """Quoted words: `start` to `stop` lie inside the marks, `opens` to `closes` hold the marks too.

    `continued` says that the mark stays open and the next paragraph's first quote goes on with it.
    """

    start: int
    stop: int
    opens: int
    closes: int
    paragraph: int  # index into Article.zones
    zone: str
    continued: bool = False


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """The outermost quotes of the prose, in order. An odd mark costs the doubtful quote, nothing else."""
    prose = [(number, zone) for number, zone in enumerate(article.zones) if zone.kind in PROSE]
    quotes: list[Quote] = []
    for (number, zone), following in zip(prose, [*prose[1:], None], strict=False):
        resumed = following is not None and following[1].kind == zone.kind
        goes_on = article.text[following[1].start] if following and resumed else ""
        quotes.extend(quotes_of(article.text, number, zone, goes_on))
    return tuple(quotes)


def quotes_of(text: str, number: int, zone: Zone, goes_on: str) -> Iterator[Quote]:
    """The quotes of one paragraph; a mark left open counts only where the next paragraph opens with the same."""
    at = zone.start
    open_to: dict[str, int] = {}  # by mark, up to where none that opens is closed
    while (mark := next_opener(text, at, zone.stop)) is not None:
        closing = None
        if mark >= open_to.get(text[mark], 0):
            closing, open_to[text[mark]] = closer(text, mark, zone.stop)
        if closing is not None:
            if inner := trimmed(text, mark + 1, closing):
                yield Quote(*inner, mark, closing + 1, number, zone.kind)
            at = closing + 1
            continue
        if mark_goes_on(text, mark, zone.stop, goes_on):
            if inner := trimmed(text, mark + 1, zone.stop):
                yield Quote(*inner, mark, zone.stop, number, zone.kind, continued=True)
            return
        at = mark + 1


def mark_goes_on(text: str, mark: int, stop: int, goes_on: str) -> bool:
    """Whether the last mark that opens a quote in a paragraph is the one that the next paragraph opens with."""
    return text[mark] == goes_on and goes_on in LEFT_OPEN and next_opener(text, mark + 1, stop, goes_on) is None


def next_opener(text: str, start: int, stop: int, same: str | None = None) -> int | None:
    """Where the next mark stands that can open a quote: before a word, not inside one."""
    for found in MARKS.finditer(text, start, stop):
        at = found.start()
        if text[at] in OPENERS and (same is None or text[at] == same) and can_open(text, at, stop):
            return at
    return None


def can_open(text: str, at: int, stop: int) -> bool:
    mark, before = text[at], text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < stop else " "
    if after.isspace() or after in ",;:!?)":
        return False
    if mark in "“„«‹‟":
        return True
    if mark == "’":  # a slip for the opening mark, or an apostrophe: '90s
        return False
    return not before.isalnum() and before not in ".,!?%…"


def closer(text: str, opened: int, stop: int) -> tuple[int | None, int]:
    """Where the quote opened by a mark closes, or None, and from where on the next of its kind may close."""
    if text[opened] in SINGLE:
        return single_closer(text, opened, min(stop, opened + FAR)), opened
    closers = CLOSERS[text[opened]]
    for found in MARKS.finditer(text, opened + 1, stop):
        at = found.start()
        if text[at] in closers and closes(text, at, stop):
            return at, at
        if text[at] == text[opened] and can_open(text, at, stop):
            if text[max(opened, at - 3) : at].rstrip().endswith(SENTENCE_ENDS):
                continue  # paragraphs of one speech run together, each with its opening mark
            return None, at  # opened twice: the first is the doubtful one
    return None, stop


def closes(text: str, at: int, stop: int) -> bool:
    """Whether a mark can close: a straight one between a space and a letter opens instead."""
    after = text[at + 1] if at + 1 < stop else " "
    return text[at] != '"' or not (text[at - 1].isspace() and after.isalnum())


def single_closer(text: str, opened: int, stop: int) -> int | None:
    """The closing single mark; one after an s is taken for a plural's apostrophe while another closer follows."""
    doubtful = None
    for found in MARKS.finditer(text, opened + 1, stop):
        at = found.start()
        after = text[at + 1] if at + 1 < len(text) else " "
        if text[at] in "‘" or (text[at] == "'" == text[opened] and can_open(text, at, stop)):
            break
        if text[at] not in CLOSERS[text[opened]] or after.isalnum() or text[at - 1].isspace():
            continue
        if text[at - 1] not in "sS":
            return at
        doubtful = at if doubtful is None else doubtful
    return doubtful


def trimmed(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The words between the marks without edge spaces; None where there is no letter or digit."""
    words = text[start:stop]
    if not any(c.isalnum() for c in words):
        return None
    return start + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())
