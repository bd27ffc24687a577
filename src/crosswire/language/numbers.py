"""Numbers in words and digits. All patterns are over lower-case text; a blank in them stands for white space."""

from __future__ import annotations

import re
from collections.abc import Iterable

ONES = {
    word: n
    for n, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        start=1,
    )
}
TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 1000,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
}


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", " ") for word in longest_first) + ")"


def pattern(text: str) -> re.Pattern[str]:
    """A compiled pattern in which a blank is up to three characters of white space, and which ends with a word."""
    return re.compile(text.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}") + r"(?!\w)")


UNITS = either(list(ONES)[:9])
SMALL = rf"(?:{either(TENS)}(?:(?:-| ){UNITS}\b)?|{either(ONES)})"
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,3})?"
SCALE = either(word for word in SCALES if len(word) > 2)
NUMBER = (
    rf"(?:(?:{DIGITS}|{SMALL}|an?(?=(?: |-){SCALE}\b))"
    rf"(?:(?: |-)hundred(?: and)? {SMALL}\b|(?:(?: |-){SCALE}\b){{1,2}}| ?(?:m|mn|bn|b|tn|k)\b)?)"
)


def number(words: str) -> float | None:
    """What number words or digits name: "3.5 million", "twenty-five", "two hundred and fifty", "a dozen"; else None."""
    parts = re.findall(r"[\d.,]{0,20}\d|[a-z]+", words.lower())
    total = current = 0.0
    for part in parts:
        if part in SCALES:
            current = (current or 1) * SCALES[part]
        elif part[0].isdigit():
            current += float(part.replace(",", ""))
        elif part in ONES or part in TENS:
            total, current = (total + current, 0.0) if current >= 100 else (total, current)
            current += ONES.get(part, 0) + TENS.get(part, 0)
        elif part not in {"a", "an", "and"}:
            return None
        else:
            current = current or (1 if part != "and" else 0)
    return total + current or None
