"""The kinds of time expression, in the order they are tried: a pattern over lower-case text and what it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from crosswire.language.numbers import pattern
from crosswire.language.times.clue import Clue
from crosswire.language.times.days import CLOCKS, DAYS, RANGES
from crosswire.language.times.periods import PERIODS
from crosswire.language.times.scene import Scene
from crosswire.language.times.spells import SPELLS

RULES = (*RANGES, *DAYS, *SPELLS, *PERIODS, *CLOCKS)
START = r"(?<![\w$£€#])(?<!\d[.,:/–-])(?<!\w-)"  # not within a word, a price or a number


class Rule(NamedTuple):
    """An expression's pattern and its reading, which may decline."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Scene], Clue | None]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, compiled once a process."""
    return tuple(Rule(name, pattern(text), read) for name, text, read in RULES)


@cache
def scanner() -> re.Pattern[str]:
    """One pattern that finds where any rule may begin."""
    nameless = (re.sub(r"\(\?P<\w+>", "(?:", text) for _, text, _ in RULES)
    return pattern(f"{START}(?:{'|'.join(nameless)})")
