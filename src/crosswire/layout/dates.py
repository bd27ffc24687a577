"""Lines that hold a date and nothing else."""

from __future__ import annotations

import re

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DATE_WORD = re.compile(
    MONTH + r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|last|first|originally|updated?|published"
    r"|posted|modified|created|publication|date|on|at|and|am|pm|a|p|m|st|nd|rd|th|t|z|of|ago|hours?|minutes?|mins?|days?"
    r"|read|[A-Z]{2,4}T|UTC|GMT|IST|hrs",
    re.IGNORECASE,
)
DATE = re.compile(
    rf"\b(?:\d{{4}}-\d\d?-\d\d?|\d{{4}}/\d\d?/\d\d?|\d\d?[/.]\d\d?[/.]\d{{2,4}}|{MONTH}\b)|\d ?\w{{1,12}} ago\b",
    re.IGNORECASE,
)
DATE_LABEL = re.compile(
    r"\b(?:(?:last|first|originally) )?(?:updated?|published|posted|modified|created|publication date|date)\b(?! by\b)",
    re.IGNORECASE,
)


def is_date(words: str) -> bool:
    """Whether a line holds a date and nothing else but a source before it: "Xinhua | Updated: 2017-09-15 17:52"."""
    if len(words) > 120 or not DATE.search(words) or not re.search(r"\d", words):
        return False
    label = DATE_LABEL.search(words)
    source = re.findall(r"[^\W\d_]+", words[: label.start()]) if label else []
    named = len(source) <= 4 and all(word[0].isupper() for word in source)
    dated = words[label.start() :] if label and named else words
    return all(DATE_WORD.fullmatch(word) for word in re.findall(r"[^\W\d_]+", dated))
