"""What a person types into a search box, as a query that cannot be wrong."""

from __future__ import annotations

import re

TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
# Letters of scripts that set no space between words, or write particles without one.
SOLID = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)


def terms(typed: str) -> str:
    """The query of FTS5 for words as typed: all must be there.

    "of one mind" is a phrase, -word must not be there, begin* is how a word begins. Case and accents do not count.
    Words of Chinese, Japanese, Korean and Thai are found by how a run of such letters begins, not from its inside.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in TERM.findall(typed.replace("\0", " ")):
        begins = word.endswith("*") or bool(SOLID.search(word))
        text = (phrase or word.rstrip("*")).replace('"', " ")
        if any(letter.isalnum() for letter in text):
            (unwanted if minus else wanted).append(f'"{text}"{" *" if begins else ""}')
    if not wanted:
        return '""'  # finds nothing
    return " AND ".join(wanted) + "".join(f" NOT {each}" for each in unwanted)
