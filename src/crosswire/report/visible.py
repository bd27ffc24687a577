"""Text as a reader may trust it: what acts on the screen instead of showing is replaced by a sign that shows."""

from __future__ import annotations

import re

# Control characters, bidirectional marks, embeddings, overrides and isolates, what takes no room, lone surrogates,
# noncharacters.
ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff]"
    "|(?<=[ -\u024f\u0370-\u052f])[\u200c\u200d]"  # a joiner after a letter of ours makes two names look like one
)
EDGES = " ,;:—–-"
QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“"}


def visible(text: str) -> str:
    """The text, code point for code point, with a sign for each character that would act: "\\x1b" is "␛"."""
    return ACTING.sub(_sign, text).replace("\u2028", " ").replace("\u2029", " ")


def one_line(text: str) -> str:
    """Visible text with every run of white space as one space."""
    return " ".join(visible(text).split())


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut between words with " …" where it is longer than `limit`."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line.rfind(" ", limit // 2, limit)
    return line[: cut if cut > 0 else limit].rstrip(EDGES) + " …"


def trimmed(text: str, limit: int) -> str:
    """An excerpt fit to stand between quotation marks: its own outer marks and loose commas left out."""
    line = one_line(text).strip(EDGES)
    while len(line) > 1 and QUOTES.get(line[0]) == line[-1] and line[0] not in line[1:-1]:
        line = line[1:-1].strip(EDGES)
    return shortened(line, limit)


def sentence(text: str) -> str:
    """The text on one line, with a capital."""
    line = one_line(text)
    return line[:1].upper() + line[1:]


def quoted(text: str) -> str:
    """The text between quotation marks; its own do where it has them at both ends."""
    return text if len(text) > 1 and text[0] in QUOTES and text[-1] in QUOTES.values() else f"“{text}”"


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\ufffd"
