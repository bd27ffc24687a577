"""`python -m training.confidence FILE...` learns how likely an event is right, and writes data/confidence.tsv.

The FILEs are those of bench whose articles verdicts.jsonl judges: some thousand events, by reading, as `bench audit`
keeps its marks. An event counts that is read now as it was judged; a value that was read otherwise then was marked by
rule, as right where it has the words that the judge gave for right. What is learned is told of events that were judged
and not learned from: `python -m bench audit`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from bench.audit import CORE, verdicts
from bench.audit import told as events_of
from bench.texts import articles
from crosswire.claims.confidence import ALWAYS, traits
from tools.tables import write
from training.odds import regressed

MARKS = Path(__file__).parent / "verdicts.jsonl"
RIDGE = 10.0


def judged(path: Path) -> Iterator[tuple[list[str], bool]]:
    """The traits of each event of a file that is judged, and whether type, actors and recipients are right."""
    marks = dict(verdicts(MARKS.read_text("utf-8").splitlines()))
    wanted = {article for article, *_ in marks}
    ids = [json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()]
    for name, article in zip(ids, articles(path), strict=True):
        for each in events_of(name, article) if name in wanted else ():
            found = [marks.get((name, each.words, field, each.values[field])) for field in CORE]
            if False in found or None not in found:
                yield list(traits(each.event)), all(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    lessons = [each for path in parser.parse_args().files for each in judged(path)]
    weights = regressed([row for row, _ in lessons], [right for _, right in lessons], RIDGE, free=ALWAYS.__eq__)
    share = sum(right for _, right in lessons) / len(lessons)
    print(f"{len(lessons)} events, {share:.3f} of them right, {len(weights)} traits")
    made = "made by training.confidence from events judged by reading"
    write("confidence", made, ("trait", "weight"), ({"trait": t, "weight": str(w)} for t, w in weights.items()))


if __name__ == "__main__":
    main()
