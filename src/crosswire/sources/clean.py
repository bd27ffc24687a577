"""Characters that no reader sees, taken out once, before the text gets its id."""

from __future__ import annotations

import re
import unicodedata

BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
SPACES = re.compile(r"[\t\x1f\xa0\u2000-\u200a\u202f\u205f\u3000]")
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def clean(text: str) -> str:
    """The text in composed characters, with plain spaces and line ends and without unseen characters."""
    text = BREAKS.sub("\n", text)
    text = SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", UNSEEN.sub("", text))
