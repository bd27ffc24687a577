"""Texts made to be slow for a regular expression, from its own parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser
from typing import Any

MANY = 8  # repeats fewer than these end soon
SAMPLES = 2  # of what is repeated, each drawn anew
LETTERS = "aA1 .,\n\"'“”’()-–/:@#x_é\0"  # one of each kind that expressions tell apart
PLAIN = ("a", "A", "1", " ", "\n", ".", "a ", "A ", "Aa ", "1 ", "a, ", '"', '"a ', "“", "(", "(a ", "a-", "a.")
END = "\0"  # fits nothing but what fits anything

CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip

Tree = Sequence[tuple[Any, Any]]


def texts(pattern: re.Pattern[Any], size: int) -> set[str]:
    """Texts of about `size` code points that an expression may take long over."""
    source = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    tree = parser.parse(source, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    chance = Random(repr(source))
    pumps = {each for _ in range(SAMPLES) for each in repeats(list(tree), "", chance)}
    wholes = {sample(list(tree), chance) for _ in range(SAMPLES)}
    made = {each * (size // len(each)) + END for each in (*PLAIN, *wholes, *(w[:-1] for w in wholes)) if each}
    for lead, body in sorted(pumps):
        made.add(lead + body * (size // len(body)) + END)
        made.add(body * (size // len(body)) + END)
        made.add((lead + body) * (size // len(lead + body)) + END)
        made.add((lead + body * 100) * (size // len(lead + body * 100)) + END)
        if lead:
            made.add(lead * (size // len(lead)) + END)
    bodies = sorted({body for _, body in pumps} | {lead for lead, _ in pumps if lead})
    if bodies:
        soup = "".join(chance.choices(bodies, k=size // min(map(len, bodies))))
        made.add(soup[:size] + END)
    return made


def repeats(tree: Tree, lead: str, chance: Random) -> Iterator[tuple[str, str]]:
    """What leads to each part that may be repeated many times, and one such part."""
    for kind, value in tree:
        if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            _, most, body = value
            if most >= MANY and (once := sample(body, chance)):
                yield lead, once
        for inner in inside(kind, value):
            yield from repeats(inner, lead, chance)
        lead += sample([(kind, value)], chance)


def inside(kind: Any, value: Any) -> list[Tree]:
    """The expressions that a part is made of."""
    if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
        return [value[2]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind in {op.ASSERT, op.ASSERT_NOT}:
        return [value[1]]
    return [value] if kind is op.ATOMIC_GROUP else []


def sample(tree: Tree, chance: Random) -> str:
    """A text that fits, as far as what must stand around it does not say otherwise."""
    return "".join(piece(kind, value, chance) for kind, value in tree)


def piece(kind: Any, value: Any, chance: Random) -> str:
    if kind is op.LITERAL:
        return chr(value)
    if kind in {op.NOT_LITERAL, op.ANY, op.IN}:
        return chance.choice(letters(kind, value))
    if kind is op.BRANCH:
        return sample(chance.choice(value[1]), chance)
    if kind is op.SUBPATTERN:
        return sample(value[3], chance)
    if kind is op.ATOMIC_GROUP:
        return sample(value, chance)
    if kind is op.ASSERT and value[0] < 0:
        return sample(value[1], chance)
    if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
        least, most, body = value
        return "".join(sample(body, chance) for _ in range(min(most, least + chance.randrange(2))))
    return ""


def letters(kind: Any, value: Any) -> list[str]:
    """Some characters that fit one place of an expression."""
    if kind is op.ANY:
        return [each for each in LETTERS if each != "\n"]
    if kind is op.NOT_LITERAL:
        return [each for each in LETTERS if ord(each) != value]
    parts = [part for part in value if part[0] is not op.NEGATE]
    own = [chr(part[1] if part[0] is op.LITERAL else part[1][0]) for part in parts if part[0] is not op.CATEGORY]
    negated = len(parts) < len(value)
    return [each for each in (*LETTERS, *own) if any(fits(each, *part) for part in parts) != negated] or [END]


def fits(letter: str, kind: Any, value: Any) -> bool:
    if kind is op.LITERAL:
        return ord(letter) == value
    if kind is op.RANGE:
        return value[0] <= ord(letter) <= value[1]
    return re.match(CATEGORIES[value], letter) is not None
