"""The kinds of time expression, in the order they are tried: a pattern over lower-case text and what it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from crosswire.language.numbers import ONES, TENS, either, pattern
from crosswire.language.times.accounts import ACCOUNTS
from crosswire.language.times.beyond import BEYOND
from crosswire.language.times.clue import Clue
from crosswire.language.times.days import CLOCKS, DAYS
from crosswire.language.times.holidays import ATTACK_RULES, HOLIDAY_RULES, HOLIDAYS
from crosswire.language.times.lists import LISTS
from crosswire.language.times.offsets import OFFSETS
from crosswire.language.times.periods import PERIODS
from crosswire.language.times.ranges import RANGES
from crosswire.language.times.scene import Scene
from crosswire.language.times.spells import REFERENCES, SETS, SPELLS
from crosswire.language.times.words import MONTHS, ORDINALS, SEASONS, SHORT_WEEKDAYS, UNITS, WEEKDAYS

# The words a rule may begin with. A rule that begins with another word is never tried: add it here.
OPENINGS = {
    *"a about afternoon all almost an another approximately around as at balance barely beginning between".split(),
    *"by centuries century centurylong close coming comparable corresponding couple current dawn daylong".split(),
    *"days decadelong decades dozen dusk each earlier early end equivalent evening every exactly few".split(),
    *"fewer final financial fiscal following from half hourlong hours hundred in intervening just last".split(),
    *"late later latest latter less like many mid midcentury midday middle midmonth midnight midweek".split(),
    *"midyear minutes monthlong months more morning nearly next night no noon on once only over overnight".split(),
    *"past per preceding previous prior quarters recent remainder rest roughly same several shortly some".split(),
    *"start subsequent that the this thousand today tomorrow tonight twice under up very weekends".split(),
    *"weeklong weeks yearend yearlong yearly years yesterday".split(),
    *(f"{day}s" for day in WEEKDAYS),
    *(MONTHS | WEEKDAYS | SHORT_WEEKDAYS | SEASONS | ONES | TENS | ORDINALS | UNITS | SETS),
    *(re.split(r"[ .]", words)[0] for words in (*REFERENCES, *HOLIDAYS)),
}
RULES = (
    *ATTACK_RULES,
    *RANGES,
    *LISTS,
    *BEYOND,
    *DAYS,
    *ACCOUNTS,
    *OFFSETS,
    *SPELLS,
    *HOLIDAY_RULES,
    *PERIODS,
    *CLOCKS,
)
START = r"(?<![\w$£€#])(?<!\d[.,:/–-])(?<!\w-)"  # not within a word, a price or a number


class Rule(NamedTuple):
    """An expression's pattern and its reading, which may decline."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Scene], Clue | None]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, compiled once a process."""
    return tuple(Rule(name, pattern(f"(?:{text})"), read) for name, text, read in RULES)


@cache
def scanner() -> re.Pattern[str]:
    """One pattern that finds where any rule may begin; most words are passed over by their first letters alone."""
    texts = [re.sub(r"\(\?P<\w+>", "(?:", text) for _, text, _ in RULES]
    # what begins with the whole of another rule is found with it: "two days ago" with "two days"
    apart = [text for text in texts if not any(text != other and text.startswith(other) for other in texts)]
    return pattern(rf"{START}(?=\d|['’]|q[1-4]|{either(OPENINGS)}\b)(?:{'|'.join(apart)})")
