"""Makes data/rarity.tsv: `python -m tools.rarity FILE...` with JSON lines of reports, each with its "text".

In how many of some 3,000 reports each word stands, by its stem: counts of single words, and nothing of their order.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from crosswire.words import counted
from tools.tables import write

FEWEST = 3  # reports; a rarer word is as good as unknown, and most such are slips
SOURCE = "made by tools.rarity from PolNeAR, GeoWebNews, TR-News, LGL, GeoVirus, IndiaPoliceEvents and ECB+; reports: "


def main(paths: Sequence[Path]) -> None:
    """Writes the table: stems with the number of reports they stand in."""
    found: Counter[str] = Counter()
    reports = 0
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            found.update(counted(json.loads(line)["text"]).keys())
            reports += 1
    rows = [{"stem": stem, "reports": str(count)} for stem, count in found.items() if count >= FEWEST]
    write("rarity", f"{SOURCE}{reports}", ("stem", "reports"), rows)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
