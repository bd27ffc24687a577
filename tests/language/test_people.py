"""Who is meant by the names of a report."""

from __future__ import annotations

from crosswire.language.names import Naming
from crosswire.language.people import gather


def test_a_name_of_marks_alone_is_nobody() -> None:
    marks, full = (Naming(0, 1, name, None, None) for name in (("-",), ("Ana", "Ruiz")))
    assert [person.words for person in gather([marks, full], None, frozenset()).known] == [("Ana", "Ruiz")]
