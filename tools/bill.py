"""`python -m tools.bill OUT` writes what crosswire is made of, a CycloneDX document, from the locked requirements.

Licences are those that the installed packages state; a package that is not installed has none in it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

LOCK = Path(__file__).parent.parent / "requirements" / "run.txt"
PINNED = re.compile(r"^([a-z0-9-]+)==([\w.]+)[^\n\\]*((?:\\?\n +--hash=sha256:\w+ ?)*)", re.M)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.parse_args().out.write_text(json.dumps(bill(LOCK.read_text("utf-8")), indent=1) + "\n", "utf-8")


def bill(lock: str) -> dict[str, object]:
    """The document of a lock: the same lock gives the same document, but for what is installed."""
    itself = {"type": "application", "name": "crosswire", "version": metadata.version("crosswire")}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": itself},
        "components": list(components(lock)),
    }


def components(lock: str) -> Iterator[dict[str, object]]:
    for name, version, hashes in PINNED.findall(lock):
        sums = re.findall(r"sha256:(\w+)", hashes)
        yield {
            "type": "library",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            "licenses": [{"license": {"name": each}} for each in licences(name)],
            # One for each file that may be installed, of which a machine takes the one that fits it.
            "properties": [{"name": "pip:sha256", "value": each} for each in sums],
        }


def licences(name: str) -> list[str]:
    try:
        stated = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return []
    kinds = [each.rpartition(" :: ")[2] for each in stated.get_all("Classifier", []) if each.startswith("License")]
    expression = stated.get("License-Expression")
    return [expression] if expression else kinds or [(stated.get("License") or "").split("\n")[0][:80]]


if __name__ == "__main__":
    main()
