"""Characters that no reader sees, taken out once, before the text gets its id."""

from __future__ import annotations

import re
import unicodedata

BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
SPACES = re.compile(r"[\t\x1f\xa0\u2000-\u200a\u202f\u205f\u3000]")
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
# Joiners and variation selectors shape emoji and other scripts; by a letter of ours they only make two names of one.
OURS = r"[\s\x00-\u024f\u0370-\u052f\u1e00-\u1fff]"
IDLE = re.compile(rf"(?:(?<={OURS})|\A)[\u200c\u200d\ufe00-\ufe0f]+|[\u200c\u200d](?=[\u200c\u200d]|{OURS}|\Z)")


def clean(text: str) -> str:
    """The text in composed characters, with plain spaces and line ends and without unseen characters."""
    text = BREAKS.sub("\n", text)
    text = SPACES.sub(" ", text)
    return unicodedata.normalize("NFC", IDLE.sub("", UNSEEN.sub("", text)))
