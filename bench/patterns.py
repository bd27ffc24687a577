"""Every regular expression on texts made to be slow for it: `python -m bench patterns 20000`, how long each text is.

The texts are made from what an expression may repeat: as often as fits, after what leads to it, and never ended as it
should be. An expression fails where a code point takes it the longer the longer the text is, or too long.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import signal
import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from math import inf
from pathlib import Path
from time import process_time
from types import FrameType, ModuleType
from typing import Any, NamedTuple

import crosswire
from bench.pumped import texts

MOST = 50e-6  # seconds a code point: reading takes as much
NOTABLE = 3e-6  # from here on it is looked at whether it grows with the text
GROWN = 1.7  # times the seconds a code point of half the text takes: twice where it grows with the square
PATIENCE = 0.5  # seconds until what takes long is taken for endless
ROUNDS = 3  # the best of these counts, where the first was slow
METHODS = {"compile", "match", "fullmatch", "search", "findall", "finditer", "sub", "subn", "split"}

Pattern = re.Pattern[Any]


class Use(NamedTuple):
    """An expression as crosswire uses it: "match" and "fullmatch" from the start of a text, "finditer" anywhere."""

    name: str
    pattern: Pattern
    method: str


def run(path: Path, errors: int) -> dict[str, object]:
    """How many expressions were tried and are too slow, and microseconds a code point of the slowest that is not."""
    worst, slow = 0.0, []
    for use in uses():
        found = [(text, pace(use, text)) for text in texts(use.pattern, int(path.name))]
        slow += [f"{use.name} {use.method}: {text[:40]!r}" for text, each in found if too_slow(use, text, each)][:1]
        worst = max([worst, *(each for _, each in found if each <= MOST)])
    print(*slow[:errors], sep="\n", file=sys.stderr)
    return {"tried": sum(1 for _ in uses()), "failed": len(slow), "slowest_us": round(worst * 1e6, 1)}


def too_slow(use: Use, text: str, pace_of_all: float) -> bool:
    """Whether a text takes too long for a code point, or the longer for each the longer it is; seen every time."""
    half = text[: len(text) // 2] + text[-1:]
    for _ in range(ROUNDS):
        if pace_of_all < NOTABLE or pace_of_all <= min(MOST, GROWN * pace(use, half)):
            return False
        pace_of_all = pace(use, text)
    return True


def pace(use: Use, text: str) -> float:
    """The seconds a code point takes, the best of some rounds."""
    given = text.encode("utf-8", "replace") if isinstance(use.pattern.pattern, bytes) else text
    best = inf
    for _ in range(ROUNDS):
        took = seconds(use, given)
        best = min(best, took)
        if best < NOTABLE * len(text) or took == inf:
            break
    return best / len(text)


def seconds(use: Use, text: str | bytes) -> float:
    """Seconds of one way through a text; without end where it takes longer than PATIENCE."""
    before = signal.signal(signal.SIGVTALRM, out_of_patience)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    began = process_time()
    try:
        found = getattr(use.pattern, use.method)(text)
        for _ in found if use.method == "finditer" else ():
            pass
        return process_time() - began
    except TimeoutError:
        return inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def out_of_patience(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


def uses() -> Iterator[Use]:
    """Every expression of crosswire, once for each way it is used."""
    seen: set[tuple[Pattern, str]] = set()
    for name, pattern, methods in chain(kept(), written()):
        for method in sorted(methods or {"finditer"}):
            if (pattern, method) not in seen:
                seen.add((pattern, method))
                yield Use(name, pattern, method)


def kept() -> Iterator[tuple[str, Pattern, set[str]]]:
    """The expressions that modules keep, alone or in tables, and how each is used."""
    used = {module: ways(module) for module in modules()}
    for module in modules():
        for name, value in [*vars(module).items()]:
            for pattern in patterns(value):
                alone = pattern is value
                users = [each for each in used if vars(each).get(name) is pattern] if alone else [module]
                called = name if alone else "pattern"
                yield f"{module.__name__}.{name}", pattern, set().union(*(used[each].get(called, ()) for each in users))


def patterns(value: object) -> Iterator[Pattern]:
    """The expressions that a value is or holds; what a function without arguments makes once is its value."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        yield from chain.from_iterable(map(patterns, value))
    elif hasattr(value, "cache_info") and re.search("Pattern|Rule", str(inspect.signature(value).return_annotation)):
        yield from patterns(value())


def ways(module: ModuleType) -> dict[str, set[str]]:
    """How what has a name is used in a module; a name after a dot is as good."""
    found: dict[str, set[str]] = {}
    for on, method, call in calls(module):
        placed = len(call.args) > 1 and ast.unparse(call.args[1]) != "0"
        found.setdefault(on.rpartition(".")[2], set()).add(way(method, placed))
    return found


def way(method: str, placed: bool) -> str:
    """What is asked where a match is looked for at one place after the other comes to a search."""
    return method if method == "fullmatch" or (method == "match" and not placed) else "finditer"


def written() -> Iterator[tuple[str, Pattern, set[str]]]:
    """The expressions that stand where they are used, as in re.search("[.!?]$", words)."""
    for module in modules():
        for on, method, call in calls(module):
            if on == "re" and method != "compile" and (pattern := value(call, module)):
                yield f"{module.__name__}:{call.lineno}", pattern, {way(method, False)}


def made_of_words() -> Iterator[str]:
    """The modules with an expression that is made of what a function is given, for each."""
    for module in modules():
        for on, _, call in calls(module):
            if on == "re" and not value(call, module):
                yield module.__name__


def value(call: ast.Call, module: ModuleType) -> Pattern | None:
    """The expression of a call as the module alone tells it; None where a function makes it of what it is given."""
    try:
        return re.compile(eval(ast.unparse(call.args[0]), vars(module)), *flags(call))
    except NameError:
        return None


def flags(call: ast.Call) -> list[int]:
    """Its last argument, where it names a flag."""
    return [getattr(re, each.attr) for each in call.args[2:] if isinstance(each, ast.Attribute) and each.attr.isupper()]


def calls(module: ModuleType) -> Iterator[tuple[str, str, ast.Call]]:
    """What a method of expressions is called of, which one, and how."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            yield ast.unparse(node.func.value), node.func.attr, node


@cache
def tree(module: ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module))


@cache
def modules() -> tuple[ModuleType, ...]:
    found = pkgutil.walk_packages(crosswire.__path__, "crosswire.")
    return tuple(importlib.import_module(each.name) for each in found if not each.name.endswith("__main__"))
