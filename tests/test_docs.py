"""The pages under docs say what the code does."""

import os
import re
import sys
from pathlib import Path

import msgspec
import pytest

from crosswire import layout, records

ROOT = Path(__file__).parent.parent
DOCS = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "docs").glob("*.md"))]
CODEBOOK = (ROOT / "docs" / "schema.md").read_text("utf-8")
RECORDS = [
    each
    for each in [*vars(records).values(), layout.Zone]
    if isinstance(each, type) and issubclass(each, msgspec.Struct) and each is not records.Record
]


def described(record: str) -> list[str]:
    """The fields that the codebook lists under a record's heading."""
    section = re.split(r"^#{2,3} ", CODEBOOK.split(f"\n### {record}\n")[1], flags=re.MULTILINE)[0]
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \| .* \| .* \|$", section, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


@pytest.mark.parametrize("record", sorted(set(RECORDS), key=lambda each: each.__name__), ids=lambda each: each.__name__)
def test_the_codebook_lists_every_field_in_order(record: type[msgspec.Struct]) -> None:
    assert described(record.__name__) == list(record.__struct_fields__)


@pytest.mark.parametrize("page", ["README.md", "docs/tour.md"])
def test_the_code_on_a_page_runs(
    page: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert blocks
    for block in blocks:
        exec(compile(block, page, "exec"), {"__name__": page})
        assert capsys.readouterr().out


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "examples/README.md", *DOCS])
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)(?:#[\w-]+)?\)", text):
        assert ((ROOT / page).parent / target).exists(), target
