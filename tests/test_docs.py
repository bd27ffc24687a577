"""The pages under docs say what the code does."""

import re
from pathlib import Path

import msgspec
import pytest

from crosswire import layout, records

CODEBOOK = (Path(__file__).parent.parent / "docs" / "schema.md").read_text("utf-8")
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
