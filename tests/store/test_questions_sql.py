"""Any SELECT is answered, and nothing else is."""

from __future__ import annotations

import sqlite3

import pytest

from crosswire.store.questions import sql

ENDLESS = "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) FROM c"
HEAVY = "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT zeroblob(20000000) FROM c"


def test_a_select_is_answered(filled: sqlite3.Connection) -> None:
    columns, rows = sql(filled, "SELECT type, count(*) AS number FROM event GROUP BY type ORDER BY type")
    assert columns == ("type", "number") and sum(row[1] for row in rows) == 400


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("DELETE FROM event", "only a SELECT"),
        ("DROP TABLE event", "only a SELECT"),
        ("PRAGMA user_version = 9", "only a SELECT"),
        ("ATTACH 'x.db' AS x", "only a SELECT"),
        ("VACUUM INTO 'x.db'", "only a SELECT|not authorized|authori"),
        ("BEGIN", "only a SELECT"),
        ("", "only a SELECT"),
        ("SELECT 1; SELECT 2", "one statement"),
        ("SELECT load_extension('x')", "not authorized"),
        ("SELECT randomblob(1000000000)", "too big"),
        ("SELECT nowhere FROM event", "no such column"),
        ("SELECT ''' FROM event", "unrecognized token|unterminated"),
        ("SELECT \ud800", "surrogates|encode"),
        ("SELECT a.id FROM event a, event b", "more than 10000 rows"),
        (HEAVY, "more than 50000000 bytes"),
    ],
)
def test_all_else_is_refused_in_one_line(filled: sqlite3.Connection, query: str, says: str) -> None:
    with pytest.raises(ValueError, match=says) as refused:
        sql(filled, query)
    assert "\n" not in str(refused.value)
    assert filled.execute("SELECT count(*) FROM event").fetchone() == (400,)


def test_a_select_without_end_is_stopped(filled: sqlite3.Connection) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]*stopped after 0.2 seconds[^\n]*$"):
        sql(filled, ENDLESS, seconds=0.2)
