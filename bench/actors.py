"""Which state and sector an actor is of: mention, context and day against country and PLOVER sector."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import crosswire
from crosswire import Article

MADE_ON = date(2022, 12, 1)  # facts without a day are of the time they were written down
SAME = {"HLH": "MED"}  # CAMEO's code for those who deal with health, MED in PLOVER


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; the first `errors` facts that were missed go to stderr."""
    right = {"country": 0, "sector": 0, "both": 0}
    asked = {"country": 0, "sector": 0, "both": 0}
    abstained = facts = words = 0
    missed: list[str] = []
    for fact in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        found = crosswire.actor(fact["mention"], fact["context"], day_of(fact["date"]))
        answer = (
            {"country": found.country or "", "sector": found.sector or ""} if found else {"country": "", "sector": ""}
        )
        hits = {key: same(fact[key], answer[key]) for key in answer if key in fact}
        for key, hit in hits.items():
            asked[key] += 1
            right[key] += hit
        if hits:
            asked["both"] += 1
            right["both"] += all(hits.values())
        if not all(hits.values()):
            gold = {key: fact[key] for key in hits}
            missed.append(f"{fact['mention']!r} on {fact['date']}: {gold}, found {answer}")
        abstained += not any(answer.values())
        facts, words = facts + 1, words + len(fact["mention"].split())
    print(*missed[:errors], sep="\n", file=sys.stderr)
    figures = {key: round(right[key] / asked[key], 4) if asked[key] else 0.0 for key in asked}
    return {**figures, "abstained": round(abstained / facts, 4) if facts else 0.0, "facts": facts, "words": words}


def day_of(text: str | None) -> date:
    """ "2022-03-01" or "10 May 2015" as a day, in any form that crosswire itself reads."""
    times = crosswire.read(Article.of(f"They met on {text}.")).times if text else ()
    return next((time.interval.start for time in times if time.interval), MADE_ON)


def same(gold: str, answer: str) -> bool:
    return SAME.get(gold, gold) == SAME.get(answer, answer)
