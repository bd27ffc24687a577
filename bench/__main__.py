"""`python -m bench TASK FILE... [--errors N]`: one JSON object a line for each file; progress on stderr."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import bench

Run = Callable[[Path, int], Mapping[str, object]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("task", help="a module of bench/, such as speed")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the N commonest kinds of mistake")
    parser.add_argument("--together", action="store_true", help="read all files as one stream")
    arguments = parser.parse_args()
    tasks = runs()
    if arguments.task not in tasks:
        print(f"bench: no task {arguments.task!r}; there are {', '.join(sorted(tasks))}", file=sys.stderr)
        return 2
    with streams(arguments.files, arguments.together) as paths:
        for path in paths:
            print(json.dumps(measure(arguments.task, tasks[arguments.task], path, arguments.errors)), flush=True)
    return 0


@contextmanager
def streams(files: Sequence[Path], together: bool) -> Iterator[Sequence[Path]]:
    """The files as they are, or one file of all their lines that is there as long as this is held."""
    if not together:
        yield files
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "+".join(file.stem for file in files)).with_suffix(files[0].suffix)
        path.write_text("".join(f"{file.read_text('utf-8').rstrip()}\n" for file in files), "utf-8")
        yield [path]


def runs() -> dict[str, Run]:
    """The function of every task: a module of bench that has a `run`."""
    names = [module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_")]
    modules = {name: importlib.import_module(f"bench.{name}") for name in names}
    return {name: module.run for name, module in modules.items() if hasattr(module, "run")}


def measure(task: str, run: Run, path: Path, errors: int) -> dict[str, object]:
    """One line of the output: what the task found, and how long it took."""
    print(f"bench: {task} {path}", file=sys.stderr, flush=True)
    start = time.perf_counter()
    figures = dict(run(path, errors))
    seconds = time.perf_counter() - start
    words = figures.pop("words", None)
    if isinstance(words, int):
        figures["words_per_s"] = round(words / seconds)
    return {"task": task, "file": str(path), **figures, "seconds": round(seconds, 2)}


if __name__ == "__main__":
    sys.exit(main())
