"""Organisations by name: in any spelling, and on a day, for some were rebels before they were a government."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from crosswire.knowledge.lexicon import Entry, find_names, rows
from crosswire.knowledge.phrases import Part
from crosswire.knowledge.spelling import distance, sounds

LONG = 12  # letters; a shorter name with two wrong may be another


def on_day(entry: Entry, day: date | None) -> Entry:
    """The entry with the sector of its day: the Taliban are rebels of 2010 and a government of 2022."""
    when = (day or date.max).isoformat()
    for row in rows("sides"):
        if row["name"] == entry.name and row["start"] <= when < (row["stop"] or "9999-12-32"):
            return Entry(entry.name, entry.kind, entry.country, row["sector"], entry.doubtful)
    return entry


def known(part: Part) -> Entry | None:
    """The entry whose name is the whole part, in any letters."""
    for words in (part.words, tuple(w[:1].upper() + w[1:].lower() for w in part.words)):
        found = find_names(words)
        if len(found) == 1 and found[0][:2] == (0, len(words)):
            return found[0][2]
    return None


def heard(words: Sequence[str]) -> str:
    """A body's name as it is heard, without its small words: "Ahlu Sunna Waljama'a", "Ahlu Sunnah Wal-Jamaa"."""
    small = {"the", "of", "and", "for", "al", "el", "wal", "wa"}
    kept = [word for word in sounds(" ".join(words)) if word not in small and word[:1].isalnum()]
    return "".join(kept).replace("vala", "").replace("wal", "")


def alike(key: str) -> tuple[Mapping[str, str], ...]:
    """The bodies of one long name that differs from the key in a letter or two."""
    if len(key) < LONG:
        return ()
    close = [name for name in bodies_by_start().get(key[:4], ()) if near_enough(key, name)]
    return bodies()[close[0]] if len(close) == 1 else ()


def near_enough(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) < 3 and len(other) >= LONG and distance(one, other) <= 2


@cache
def bodies() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """Bodies by the sound of their names."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in (*rows("organisations"), *rows("metonyms"), *rows("bodies")):
        for name in row["names"].split("|"):
            found.setdefault(heard([name]), []).append(row)
    return {key: tuple(each) for key, each in found.items() if key}


@cache
def bodies_by_start() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key in bodies():
        found.setdefault(key[:4], []).append(key)
    return {start: tuple(sorted(keys)) for start, keys in found.items()}
