"""By way of whom: the chain behind each statement, link by link, against passages marked by hand.

A link leads one step outward: from the words to who says them, from there to who passes them on. Mistakes are shown
of the passages at even places only; those at odd places are kept unread.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import crosswire
from bench.attribution import add, f1, ratio, show
from crosswire.records import Actor, Article, Cited, Statement

ARTICLES = {"the", "a", "an"}

Marked = Mapping[str, Any]  # a statement or a source as the file has it
Counts = Counter[tuple[str, str]]
Pair = tuple[Statement | None, Marked | None]


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the commonest mistakes go to stderr."""
    counts: Counts = Counter()
    mistakes: dict[str, list[str]] = {}
    seconds, words = 0.0, 0
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for place, record in enumerate(records):
        article = Article.of(record["text"], outlet=record["outlet"])
        began = perf_counter()
        reading = crosswire.read(article)
        seconds += perf_counter() - began
        words += len(article.text.split())
        half = "unread" if place % 2 else "read"
        for told, asked in pairs(reading.statements, record["statements"]):
            tally(counts, half, told, asked)
            for kind in judge(told, asked) if half == "read" else ():
                mistakes.setdefault(kind, []).append(f"{record['id']} {shown(article, told, asked)}")
        credit(counts, reading.credits, record["credits"])
    show(mistakes, errors)
    return {
        "link_f1": f1(counts, "link"),
        "precision": ratio(counts["link", "right"], counts["link", "told"]),
        "recall": ratio(counts["link", "right"], counts["link", "asked"]),
        "statements_found": ratio(counts["statement", "right"], counts["statement", "asked"]),
        **{f"{half}_link_f1": f1(counts, f"{half} link") for half in ("read", "unread")},
        "credits_f1": f1(counts, "credit"),
        "passages": len(records),
        "statements": counts["statement", "asked"],
        "seconds": round(seconds, 2),
        "words_per_s": round(words / seconds) if seconds else None,
    }


def pairs(told: Sequence[Statement], asked: Sequence[Marked]) -> Iterator[Pair]:
    """Each statement told with the one asked for whose words it shares most of, one to one; the rest alone.

    What may be told but need not is left out, and so is what is told for it.
    """
    close = sorted(
        ((shared(t, a), -i, -j) for i, t in enumerate(told) for j, a in enumerate(asked) if shared(t, a)), reverse=True
    )
    match: dict[int, int] = {}
    for _, i, j in close:
        if -i not in match and -j not in match.values():
            match[-i] = -j
    met = set(match.values())
    for i, each in enumerate(told):
        found = asked[match[i]] if i in match else None
        if found is None or not found.get("optional"):
            yield each, found
    yield from ((None, each) for j, each in enumerate(asked) if j not in met and not each.get("optional"))


def shared(told: Statement, asked: Marked) -> float:
    """The share of both contents' characters that lie in both."""
    one = {at for span in told.content for at in range(span.start, span.stop)}
    other = {at for start, stop in asked["content"] for at in range(start, stop)}
    return len(one & other) / len(one | other)


def tally(counts: Counts, half: str, told: Statement | None, asked: Marked | None) -> None:
    right = sum(rights(told, asked))
    for name in ("link", f"{half} link"):
        add(counts, name, right, steps(told.sources) if told else 0, steps(asked["sources"]) if asked else 0)
    add(counts, "statement", bool(told and asked), told is not None, asked is not None)


def steps(sources: Sequence[object]) -> int:
    """The links of a chain; that nobody is named is a link too."""
    return len(sources) or 1


def rights(told: Statement | None, asked: Marked | None) -> list[bool]:
    """For each step that both chains have, whether the same actor stands there."""
    if told is None or asked is None:
        return []
    if not told.sources and not asked["sources"]:
        return [True]
    return [is_same(found, source) for found, source in zip(told.sources, asked["sources"], strict=False)]


def is_same(found: Cited[Actor], source: Marked) -> bool:
    """Whether the names agree, or where the passage names nobody the words overlap."""
    if source["name"]:
        return alike(found.value.name, source["name"])
    return any(span.start < stop and start < span.stop for span in found.spans for start, stop in source["spans"])


def alike(one: str, other: str) -> bool:
    """Whether all words of one name are among the other's: "Minister Lavrov", "Sergei Lavrov" and "Lavrov"."""
    a, b = ({w for w in re.findall(r"\w+", name.casefold()) if w not in ARTICLES} for name in (one, other))
    return bool(a and b) and (a <= b or b <= a)


def credit(counts: Counts, told: Sequence[Cited[Actor]], asked: Sequence[str]) -> None:
    right = sum(any(alike(each.value.name, name) for each in told) for name in asked)
    add(counts, "credit", right, len(told), len(asked))


def judge(told: Statement | None, asked: Marked | None) -> Iterator[str]:
    """What is wrong with a statement's chain, in words."""
    if told is None or asked is None:
        yield "missed" if told is None else "invented"
        return
    right = rights(told, asked)
    if not all(right):
        yield f"wrong actor at step {right.index(False) + 1}"
    if len(told.sources) != len(asked["sources"]):
        yield "a link too many" if len(told.sources) > len(asked["sources"]) else "a link too few"


def shown(article: Article, told: Statement | None, asked: Marked | None) -> str:
    """Offsets and chain of what is told and of what is asked for."""
    found = told and ([(s.start, s.stop) for s in told.content], [s.value.name for s in told.sources], told.rule)
    marked = asked and (
        asked["content"],
        [s["name"] or "/".join(article.text[start:stop] for start, stop in s["spans"]) for s in asked["sources"]],
    )
    return f"{found} for {marked}"
