"""One key for the ways a name is spelt in English: "Mohammed" and "Muhammad", "Sergei" and "Sergey", "Thaçi"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ð": "d"})
APOSTROPHES = re.compile("['’‘ʻʼ`]")
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^abd(?:u|e|a|o)l?(?=[a-z]|$)", "abdal"),
        (r"^(?:y|j)e(?=[a-z])", "e"),  # Yevgeny, Evgeny
        (r"t?sch", "sh"),
        (r"tch", "ch"),
        (r"dzh|zh|dj", "j"),
        (r"([ksgdtb])h", r"\1"),
        (r"ph", "f"),
        (r"ck|q|c(?![eihy])", "k"),
        (r"gu(?=[ei])", "g"),
        (r"x", "ks"),
        (r"oo|ou|u", "o"),
        (r"ee|[ae]?[iy]+", "i"),
        (r"e", "a"),
        (r"(.)\1+", r"\1"),
    )
)


def plain(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case or hyphens: "Kim Jong-un" -> kim, jong, un."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS)).replace("-", " ").replace("’", "'")
    return tuple("".join(c for c in letters if not unicodedata.combining(c)).split())


@cache
def sound(word: str) -> str:
    """A plain word as it is heard, so that two transcriptions agree: mohammed, muhamad -> mohamad."""
    heard = APOSTROPHES.sub("", word).replace(".", "")
    for pattern, sounds in SOUNDS:
        heard = pattern.sub(sounds, heard)
    return heard


def sounds(name: str) -> tuple[str, ...]:
    """The words of a name as they are heard; what is left of marks and single points falls away."""
    return tuple(filter(None, map(sound, plain(name))))


def distance(one: str, other: str) -> int:
    """Letters to change, add, drop or swap to make one word of another."""
    before, row = list(range(len(other) + 1)), list(range(len(other) + 1))
    last: list[int] = []
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i] + [0] * len(other)
        for j, b in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]
