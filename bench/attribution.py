"""Who said it: source, cue and content against PolNeAR's, exact spans with marks and points at the edges left out.

The set knows no nesting, so a statement inside another's content is not scored; `strict` keeps the edges.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

import crosswire
from bench.rivals import Parts, Pieces, textacy_statements
from bench.texts import day
from crosswire.records import Article, Statement

ROLES = ("source", "cue", "content")
LINKS = ("exact", "lenient")
COMPARED = (*(f"{role}_f1" for role in ROLES), *(f"linked_{how}_f1" for how in LINKS), "direct_found")
ELSEWHERE = {  # on the twelfth month; of two annotators, on 20 articles of it
    "BBC Citron, retrained": {
        "source_f1": 0.609,
        "cue_f1": 0.522,
        "content_f1": 0.454,
        "linked_exact_f1": 0.310,
        "linked_lenient_f1": 0.629,
        "direct_found": 0.613,
    },
    "CofeNet with BERT": {"source_f1": 0.832, "cue_f1": 0.753, "content_f1": 0.729},
    "two annotators": {
        "source_f1": 0.766,
        "cue_f1": 0.705,
        "content_f1": 0.683,
        "linked_exact_f1": 0.577,
        "linked_lenient_f1": 0.796,
        "direct_found": 0.938,
    },
}
QUOTED = "\"“”'‘«"


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the commonest mistakes go to stderr."""
    counts, theirs = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    beside = find_spec("textacy") is not None
    mistakes: dict[str, list[str]] = {}
    seconds, words = 0.0, 0
    for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        text = record["text"]
        article = Article.of(
            text, title=record.get("title"), outlet=record.get("outlet"), published=day(record.get("published"))
        )
        began = perf_counter()
        statements = crosswire.read(article).statements
        seconds += perf_counter() - began
        words += len(text.split())
        told, asked = [parts(s) for s in outermost(statements)], [answer(a) for a in record["attributions"]]
        score(counts, text, told, asked)
        gather(mistakes, record, trimmed(text, told), trimmed(text, asked))
        if beside:
            score(theirs, text, textacy_statements(text), asked)
    show(mistakes, errors)
    rival = {f"textacy_{name}": figures(theirs)[name] for name in COMPARED} if beside else {}
    pace = {"seconds": round(seconds, 2), "words_per_s": round(words / seconds) if seconds else None}
    return {**figures(counts), **rival, **pace}


def score(counts: Counter[tuple[str, str]], text: str, told: Sequence[Parts], asked: Sequence[Parts]) -> None:
    """What was told of one article against what was asked, added to the counts."""
    tally(counts, "_strict", told, asked)
    trimmed_told, trimmed_asked = trimmed(text, told), trimmed(text, asked)
    tally(counts, "", trimmed_told, trimmed_asked)
    link(counts, trimmed_told, trimmed_asked)
    heard(counts, text, asked, trimmed_told, trimmed_asked)


def figures(counts: Counter[tuple[str, str]]) -> dict[str, float]:
    return {
        **{f"{role}_f1": f1(counts, role) for role in ROLES},
        "content_pieces_f1": f1(counts, "content_pieces"),
        **{f"{role}_strict_f1": f1(counts, f"{role}_strict") for role in ROLES},
        **{f"linked_{how}_f1": f1(counts, how) for how in LINKS},
        **{f"linked_{how}_precision": ratio(counts[how, "right"], counts[how, "told"]) for how in LINKS},
        "direct_found": ratio(counts["direct", "right"], counts["direct", "asked"]),
    }


def outermost(statements: Sequence[Statement]) -> list[Statement]:
    """Statements whose cue lies in no other's content."""
    contents = [(s.id, p) for s in statements for p in s.content]
    cues = [(s, s.cue.spans[0].start) for s in statements if s.cue]
    return [s for s, at in cues if not any(p.start <= at < p.stop and owner != s.id for owner, p in contents)]


def parts(statement: Statement) -> Parts:
    """Source, cue and content of a statement; the chain beyond the nearest source is not PolNeAR's."""
    sources = statement.sources[0].spans if statement.sources else ()
    cues = statement.cue.spans if statement.cue else ()
    source, cue, content = (tuple((s.start, s.stop) for s in spans) for spans in (sources, cues, statement.content))
    return source, cue, content


def answer(attribution: Mapping[str, list[list[int]]]) -> Parts:
    source, cue, content = (tuple((start, stop) for start, stop in attribution[role]) for role in ROLES)
    return source, cue, content


def trimmed(text: str, found: Iterable[Parts]) -> list[Parts]:
    return [trim(text, each) for each in found]


def trim(text: str, whole: Parts) -> Parts:
    source, cue, content = (joined(text, pieces) for pieces in whole)
    return source, cue, content


def joined(text: str, pieces: Pieces) -> Pieces:
    """Pieces without marks and points at their edges; those with nothing else between them are one."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(pieces):
        while start < stop and not text[start].isalnum():
            start += 1
        while stop > start and not text[stop - 1].isalnum():
            stop -= 1
        if found and not any(c.isalnum() for c in text[found[-1][1] : start]):
            found[-1] = (found[-1][0], stop)
        elif start < stop:
            found.append((start, stop))
    return tuple(found)


def tally(counts: Counter[tuple[str, str]], suffix: str, told: Sequence[Parts], asked: Sequence[Parts]) -> None:
    """Each role's distinct spans of one article, found, asked and right; the pieces of contents also one by one."""
    for at, role in enumerate(ROLES):
        found, gold = {p[at] for p in told if p[at]}, {p[at] for p in asked if p[at]}
        add(counts, role + suffix, len(found & gold), len(found), len(gold))
    pieces, asked_pieces = ({piece for p in parts for piece in p[-1]} for parts in (told, asked))
    add(counts, "content_pieces" + suffix, len(pieces & asked_pieces), len(pieces), len(asked_pieces))


def link(counts: Counter[tuple[str, str]], told: Sequence[Parts], asked: Sequence[Parts]) -> None:
    """Whole attributions: all three equal; or source and content both touching, one to one."""
    right = (Counter(told) & Counter(asked)).total()
    add(counts, "exact", right, len(told), len(asked))
    free, met = list(asked), 0
    for each in told:
        match = sorted((a for a in free if touches(each, a)), key=lambda a: a != each)
        if match:
            free.remove(match[0])
            met += 1
    add(counts, "lenient", met, len(told), len(asked))


def touches(told: Parts, asked: Parts) -> bool:
    same = overlap(told[0], asked[0]) or not (told[0] or asked[0])
    return same and overlap(told[2], asked[2])


def heard(
    counts: Counter[tuple[str, str]],
    text: str,
    gold: Sequence[Parts],
    told: Sequence[Parts],
    asked: Sequence[Parts],
) -> None:
    """How many contents that are quotes from mark to mark are found at all."""
    for raw, each in zip(gold, asked, strict=True):
        if raw[2] and all(text[start] in QUOTED for start, _ in raw[2]):
            add(counts, "direct", any(overlap(each[2], t[2]) for t in told), 0, 1)


def overlap(one: Pieces, other: Pieces) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def add(counts: Counter[tuple[str, str]], name: str, right: int, told: int, asked: int) -> None:
    counts.update({(name, "right"): right, (name, "told"): told, (name, "asked"): asked})


def f1(counts: Counter[tuple[str, str]], name: str) -> float:
    return ratio(2 * counts[name, "right"], counts[name, "told"] + counts[name, "asked"])


def ratio(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def gather(
    mistakes: dict[str, list[str]], record: Mapping[str, str], told: Sequence[Parts], asked: Sequence[Parts]
) -> None:
    """Mistakes by kind, each with the article's id and offsets."""
    for each in told:
        beside = [a for a in asked if overlap(each[1], a[1]) or overlap(each[2], a[2])]
        if not beside:
            note(mistakes, "invented", record["id"], each)
        elif each not in asked:
            wrong = [role for at, role in enumerate(ROLES) if all(each[at] != a[at] for a in beside)]
            note(mistakes, " and ".join(wrong) + " differ" if wrong else "parts of two", record["id"], each)
    for each in asked:
        if not any(overlap(each[2], t[2]) for t in told):
            note(mistakes, "missed", record["id"], each)


def note(mistakes: dict[str, list[str]], kind: str, article: str, each: Parts) -> None:
    mistakes.setdefault(kind, []).append(f"{article} {each}")


def show(mistakes: Mapping[str, list[str]], errors: int) -> None:
    ranked: Iterable[tuple[str, list[str]]] = sorted(mistakes.items(), key=lambda item: -len(item[1]))
    for kind, examples in list(ranked)[:errors]:
        print(f"{kind}: {len(examples)}", *examples[:5], sep="\n  ", file=sys.stderr)
