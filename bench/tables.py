"""`python -m bench.tables PAGE`: measures what the page shows and writes its tables anew."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.__main__ import measure, runs

DATA = Path("../shared/data")
FILES = {"speed": ("stories/news_cluster_dev.jsonl", "attribution/polnear_dev.jsonl")}


def main(page: Path) -> int:
    """Each task's lines on stdout, and its table between its marks on the page."""
    tasks = runs()
    text = page.read_text("utf-8")
    for task, names in FILES.items():
        paths = [DATA / name for name in names if (DATA / name).exists()]
        lines = [measure(task, tasks[task], path, 0) for path in paths]
        if not lines:
            print(f"bench: nothing to measure {task} on under {DATA}", file=sys.stderr)
            continue
        print(*map(json.dumps, lines), sep="\n", flush=True)
        text = between(f"<!-- {task} -->", f"<!-- /{task} -->", table(lines), text)
    page.write_text(text, "utf-8")
    return 0


def table(lines: Sequence[Mapping[str, object]]) -> str:
    """A Markdown table with a row a file; a figure made of figures spreads over columns of its own."""
    rows = [flat(line) for line in lines]
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
    return "\n".join(head + ["| " + " | ".join(row.get(name, "") for name in names) + " |" for row in rows])


def flat(line: Mapping[str, object]) -> dict[str, str]:
    """What a row shows: the file's own name and the figures, not the task and how long measuring took."""
    row = {"file": Path(str(line["file"])).name}
    for name, figure in line.items():
        if isinstance(figure, Mapping):
            row |= {str(part): str(share) for part, share in figure.items()}
        elif name not in {"task", "file", "seconds"}:
            row[name] = str(figure)
    return row


def between(opening: str, closing: str, inner: str, text: str) -> str:
    """The text with what stands between two marks replaced."""
    marked = re.compile(f"({re.escape(opening)}\n).*?(\n{re.escape(closing)})", re.DOTALL)
    return marked.sub(lambda m: m[1] + inner + m[2], text)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
