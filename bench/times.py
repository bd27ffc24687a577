"""When: time expressions against TIMEX3 gold. Relaxed span F1 (any overlap), value F1 end to end, and bare weekdays."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from msgspec.structs import replace

import crosswire
from bench.rivals import dateparser_figures
from crosswire.records import Article, Time

WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the commonest mistakes go to stderr."""
    gold_count = found_count = spans = values = weekdays = weekdays_right = words = 0
    seconds = 0.0
    mistakes: dict[str, list[str]] = {}
    seen: list[tuple[Article, list[dict[str, Any]]]] = []
    for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        article = article_of(record)
        began = perf_counter()
        times = tuple(part for time in crosswire.read(article).times for part in as_timex(time))
        seconds += perf_counter() - began
        words += len(article.text.split())
        gold = record["times"]
        seen.append((article, gold))
        pairs = paired(times, gold)
        gold_count, found_count, spans = gold_count + len(gold), found_count + len(times), spans + len(pairs)
        for time, answer in pairs:
            right = same(time.value, answer["value"])
            values += right
            if WEEKDAY.fullmatch(article.text[answer["start"] : answer["end"]]):
                weekdays, weekdays_right = weekdays + 1, weekdays_right + (day(time.value) == answer["value"])
            if not right:
                note(mistakes, "value", record, article.excerpt(time.span), f"{time.value} for {answer['value']}")
        for answer in (g for g in gold if not any(g is p for _, p in pairs)):
            weekdays += bool(WEEKDAY.fullmatch(article.text[answer["start"] : answer["end"]]))
            note(mistakes, "missed", record, article.text[answer["start"] : answer["end"]], answer["value"])
        for time in (t for t in times if not any(t is p for p, _ in pairs)):
            note(mistakes, "invented", record, article.excerpt(time.span), time.value)
    show(mistakes, errors)
    return {
        "span_f1": f1(spans, found_count, gold_count),
        "value_f1": f1(values, found_count, gold_count),
        "weekday_accuracy": round(weekdays_right / weekdays, 4) if weekdays else None,
        "weekdays": weekdays,
        "gold": gold_count,
        "found": found_count,
        **dateparser_figures(seen),
        "seconds": round(seconds, 2),
        "words_per_s": round(words / seconds) if seconds else None,
    }


def as_timex(time: Time) -> tuple[Time, ...]:
    """A time as TIMEX3 writes it: a range is its two ends, a day or so before an event is how long before."""
    first, slash, last = time.value.partition("/")
    if slash:
        middle = (time.span.start + time.span.stop) // 2
        front = replace(time.span, stop=middle)
        back = replace(time.span, start=middle)
        return replace(time, span=front, value=first), replace(time, span=back, value=last)
    return (replace(time, value=time.value.replace("-", "")) if time.anchor == "event" else time,)


def article_of(record: dict[str, str]) -> Article:
    """A record as an article; its day of publication may carry a time of day."""
    published = record.get("published")
    return Article.of(
        record["text"], title=record.get("title"), published=date.fromisoformat(published[:10]) if published else None
    )


def paired(times: tuple[Time, ...], gold: list[dict[str, Any]]) -> list[tuple[Time, dict[str, Any]]]:
    """Each answer with the first time that overlaps it, one to one, in reading order."""
    pairs = []
    free = list(gold)
    for time in times:
        match = next((g for g in free if g["start"] < time.span.stop and time.span.start < g["end"]), None)
        if match is not None:
            free.remove(match)
            pairs.append((time, match))
    return pairs


def same(found: str, answer: str) -> bool:
    """Equal values; seconds that are nought are left out, as both notations are in use."""
    return re.sub(r"(T\d\d:\d\d):00$", r"\1", found) == re.sub(r"(T\d\d:\d\d):00$", r"\1", answer)


def day(value: str) -> str:
    """The day of a value: that of "Thursday night" is Thursday's."""
    return value.partition("T")[0]


def f1(right: int, found: int, gold: int) -> float:
    return round(2 * right / (found + gold), 4) if found + gold else 0.0


def note(mistakes: dict[str, list[str]], kind: str, record: dict[str, str], words: str, detail: str) -> None:
    mistakes.setdefault(kind, []).append(
        f"{' '.join(words.split())!r}: {detail} ({record['id']}, {record.get('published')})"
    )


def show(mistakes: dict[str, list[str]], errors: int) -> None:
    for kind, lines in sorted(mistakes.items(), key=lambda item: -len(item[1]))[: errors or 0]:
        print(f"{kind}: {len(lines)}", file=sys.stderr)
        for line in lines[:errors]:
            print(f"  {line}", file=sys.stderr)
