"""The recipes run as they stand, each where the tool it is for is installed."""

from __future__ import annotations

import re
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from bench.generated import readings
from crosswire.store.tables import create_or_open
from tests.store.conftest import fill

PAGE = (Path(__file__).parent.parent / "docs" / "recipes.md").read_text("utf-8")
RECIPES = re.findall(r"^## (.+?)\n.*?^```python\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("recipes")
    with closing(create_or_open(path / "crosswire.db")) as db:
        fill(db, islice(readings(seed=3), 20))
    return path


@pytest.mark.parametrize("recipe", [code for _, code in RECIPES], ids=[heading for heading, _ in RECIPES])
def test_a_recipe_runs(
    recipe: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in re.findall(r"^import ([\w.]+)", recipe, re.MULTILINE):
        pytest.importorskip(module)
    monkeypatch.chdir(folder)
    exec(compile(recipe, "recipes.md", "exec"), {"__name__": "recipes"})
    assert capsys.readouterr().out
