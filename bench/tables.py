"""`python -m bench.tables PAGE`: measures what the page asks for, and writes its tables anew.

The page asks between two marks, which name a task and files, here or under ../shared/data:

    <!-- bench speed stories/news_cluster_dev.jsonl attribution/polnear_dev.jsonl -->
    <!-- end -->
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.__main__ import measure, runs

DATA = Path("../shared/data")
MARKED = re.compile(r"(?<=<!-- bench )(\w+) ([^>]*) -->\n.*?(?=<!-- end -->)", re.DOTALL)


def main(page: Path) -> int:
    """Each task's lines on stdout, and its table on the page; a table whose files are not there stays as it is."""
    page.write_text(MARKED.sub(measured, page.read_text("utf-8")), "utf-8")
    return 0


def measured(marked: re.Match[str]) -> str:
    """What stands between two marks, measured anew."""
    task, names = marked[1], marked[2]
    paths = [path if (path := Path(name)).exists() else DATA / name for name in names.split()]
    # a number of reports to make up is no file, nor are all of a kind
    missing = [str(path) for path in paths if not (path.exists() or path.name.isdigit() or path.name == "all")]
    if missing:
        print(f"bench: {task} is not measured, for want of {' and '.join(missing)}", file=sys.stderr)
        return marked[0]
    lines = [measure(task, runs()[task], path, 0) for path in paths]
    print(*map(json.dumps, lines), sep="\n", flush=True)
    elsewhere = getattr(importlib.import_module(f"bench.{task}"), "ELSEWHERE", {})
    return f"{task} {names} -->\n{table(lines, elsewhere)}\n"


def table(lines: Sequence[Mapping[str, object]], elsewhere: Mapping[str, Mapping[str, object]]) -> str:
    """A Markdown table with a column a file, a column for each of those measured elsewhere, and a row a figure."""
    columns = [flat(line) for line in (*lines, *elsewhere.values())]
    head = ["", *(Path(str(line["file"])).name for line in lines), *elsewhere]
    rows = [[name, *(column.get(name, "") for column in columns)] for name in columns[0]]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows])


def flat(line: Mapping[str, object]) -> dict[str, str]:
    """The figures of a line in words; a figure made of figures gives one for each."""
    figures: dict[str, str] = {}
    for name, figure in line.items():
        if isinstance(figure, Mapping):
            figures |= {f"{name}: {part}": str(each) for part, each in figure.items()}
        elif name not in {"task", "file", "seconds"}:
            figures[name] = str(figure)
    return figures


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
