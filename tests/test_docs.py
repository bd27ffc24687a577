"""The pages under docs say what the code does."""

import os
import re
import sys
from pathlib import Path

import msgspec
import pytest

from crosswire import layout, records
from crosswire.export.flat import COLUMNS as FLAT
from crosswire.export.gdelt import COLUMNS as GDELT
from crosswire.export.icews import COLUMNS as ICEWS
from crosswire.export.mentions import COLUMNS as MENTIONS
from crosswire.export.polecat import COLUMNS as POLECAT
from crosswire.knowledge import ontology

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


@pytest.mark.parametrize("columns", [POLECAT, ICEWS, GDELT, MENTIONS, FLAT], ids=len)
def test_the_codebook_lists_the_columns_of_every_export(columns: tuple[str, ...]) -> None:
    blocks = re.findall(r"^```\n(.*?)\n```", CODEBOOK, re.DOTALL | re.MULTILINE)
    assert ", ".join(columns) in [block.replace("\n", " ") for block in blocks]


@pytest.mark.parametrize("kind", ontology.types())
def test_the_codebook_tells_of_every_type_what_the_tables_do(kind: str) -> None:
    row = next(line for line in CODEBOOK.splitlines() if line.startswith(f"| `{kind}` |"))
    _, told, quad, score, cameo, modes = row.strip("| ").split(" | ")
    assert told == ontology.gloss(kind) + (" (to somebody)" if ontology.needs_recipient(kind) else "")
    assert (quad, score, cameo) == (
        str(ontology.quad(kind)),
        f"{ontology.score(kind):g}",
        f"`{ontology.to_cameo(kind)}`",
    )
    listed = [
        f"{mode} {ontology.score(kind, mode):g} `{ontology.to_cameo(kind, mode)}`" for mode in ontology.modes(kind)
    ]
    assert modes == (", ".join(listed) or "none")


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
