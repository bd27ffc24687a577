"""The bundle that ships is the one its sources make, has its licences with it, and is small."""

from __future__ import annotations

import gzip
import re
from hashlib import sha256
from importlib import resources
from pathlib import Path

PAGE = Path(__file__).parents[2] / "page"
STATIC = resources.files("crosswire.web") / "static"
FOLDERS = ("src", "public")
FILES = re.compile(r"index\.html|package(-lock)?\.json|(vite|svelte)\.config\.[jt]s|tsconfig\.json")
LARGEST = 1_000_000  # bytes, compressed


def sources() -> list[str]:
    """What a build depends on, as page/tools/seal.mjs has it."""
    inner = (path for folder in FOLDERS for path in (PAGE / folder).rglob("*") if path.is_file())
    outer = (path for path in PAGE.iterdir() if path.is_file() and FILES.fullmatch(path.name))
    return sorted(path.relative_to(PAGE).as_posix() for path in (*inner, *outer))


def test_the_bundle_is_made_of_these_sources() -> None:
    digest = sha256()
    for path in sources():
        digest.update(f"{path}\0".encode() + (PAGE / path).read_bytes() + b"\0")
    assert (STATIC / "SOURCES").read_text("ascii").strip() == digest.hexdigest(), "make page builds it anew"


def test_the_bundle_is_small_and_asks_no_other_machine() -> None:
    files = [each for each in STATIC.iterdir() if each.name.endswith((".js", ".css", ".html"))]
    assert sum(len(gzip.compress(each.read_bytes())) for each in files) < LARGEST
    page = (STATIC / "index.html").read_text("utf-8")
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", page)


def test_every_licence_is_there() -> None:
    licences = (STATIC / "LICENSES.txt").read_text("utf-8")
    for name in ("svelte", "d3-geo", "topojson-client", "@observablehq/plot", "world-atlas"):
        assert re.search(rf"^{re.escape(name)} \d", licences, re.M)


def test_no_lock_names_a_host_it_came_from() -> None:
    assert '"resolved"' not in (PAGE / "package-lock.json").read_text("utf-8")
