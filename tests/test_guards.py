"""The guards that SECURITY.md names: each stands in its module, and has a test that `bench guards` sees fail without it."""

import re
from pathlib import Path

import pytest

from bench.guards import GUARDS, ROOT, Guard


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_a_guard_stands_in_its_module_and_in_the_table(guard: Guard) -> None:
    assert (ROOT / "src" / "crosswire" / guard.module).read_text("utf-8").count(guard.words) == 1
    file, _, test = guard.test.partition("::")
    assert re.search(rf"^def {test}\(", Path(ROOT, "tests", file).read_text("utf-8"), re.M)
    assert f"| {guard.name} | `{guard.module}` | `{test}` |" in (ROOT / "SECURITY.md").read_text("utf-8")
