"""`crosswire judge` from the shell: what is said holds, leaves as a file, and comes back from one."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from crosswire import Article, read_all
from crosswire.cli import main
from crosswire.commands.judge import judgements_in
from crosswire.records import Comparison, Finding, Judgement, Reading
from crosswire.store import kept
from crosswire.store.tables import create_or_open, open_to_read
from tests.store.conftest import fill

Run = pytest.CaptureFixture[str]

DAY = date(2024, 3, 5)
WIRE = """Peru and Chile sign accord on fishing

Peru and Chile signed a fishing accord in Lima on Monday. Peru thanked Chile for its patience. Chile accused Bolivia
of smuggling fish.
"""
PAPER = """Chile and Peru sign fishing accord

Chile and Peru signed a fishing accord in Santiago on Monday. Peru thanked Chile for its patience.
"""


@pytest.fixture(scope="module")
def told() -> tuple[Reading, ...]:
    wire = Article.of(WIRE, outlet="The Example Times", published=DAY)
    paper = Article.of(PAPER, outlet="The Sample Post", published=DAY)
    return tuple(read_all([wire, paper]))


@pytest.fixture
def store(tmp_path: Path, told: tuple[Reading, ...]) -> Path:
    path = tmp_path / "news.db"
    with closing(create_or_open(path)) as db:
        fill(db, told)
    return path


def compared(store: Path) -> tuple[str, Comparison]:
    """The one story of the store, and its comparison."""
    with closing(open_to_read(store)) as db:
        ((story,),) = db.execute("SELECT id FROM story WHERE reports > 0")
        return story, kept.comparison(db, story)


def findings(store: Path) -> tuple[Finding, ...]:
    return compared(store)[1].findings


def judge(store: Path, *words: str) -> int:
    return main(["judge", *words, "--store", str(store), "--by", "Ada"])


def test_each_verdict_holds_and_is_listed(store: Path, capfd: Run) -> None:
    one, other = [each for each in findings(store) if each.kind == "event" and len(each.members) > 1][:2]
    assert judge(store, "split", one.id[:12], one.members[0]) == 0
    assert judge(store, "merge", one.members[1], other.id, "--why", "one meeting") == 0
    assert judge(store, "accept", other.members[0]) == 0
    assert judge(store, "reject", one.members[0]) == 0
    held = {member: each.id for each in findings(store) for member in each.members}
    assert one.members[0] not in held
    assert held[one.members[1]] == held[other.members[0]]
    capfd.readouterr()
    assert main(["judgements", "--store", str(store)]) == 0
    out, err = capfd.readouterr()
    assert [word for word in out.split() if word in {"accept", "reject", "merge", "split"}] == [
        *("reject", "accept", "merge", "split")
    ]
    assert "(one meeting)" in " ".join(out.split()) and "Ada" in out and "idle" not in out
    assert err == "crosswire: 4 of 4\n"


def test_a_difference_is_rejected_by_its_story(store: Path, capfd: Run) -> None:
    story, comparison = compared(store)
    drift = comparison.drifts[0]
    assert judge(store, "reject", drift.id) == 1
    assert judge(store, "reject", drift.id, "--story", story[:10]) == 0
    assert drift.id not in {each.id for each in compared(store)[1].drifts}


def test_a_log_goes_out_and_comes_in_again(store: Path, tmp_path: Path, capfd: Run) -> None:
    assert judge(store, "reject", findings(store)[0].id) == 0
    capfd.readouterr()
    assert main(["judge", "log", "--store", str(store)]) == 0
    log = tmp_path / "log.jsonl"
    log.write_text(capfd.readouterr().out)
    assert main(["judge", "take", str(log), "--store", str(store)]) == 0
    assert capfd.readouterr().err == "0 of 1 judgements were new\n"
    assert [each.by for each in judgements_in(str(log), [])] == ["Ada"]


@pytest.mark.parametrize(
    "words",
    [("reject", "none"), ("merge", "{0}"), ("split", "{0}", "{1}"), ("split", "{alone}"), ("merge", "{0}", "{0}")],
)
def test_what_says_nothing_is_one_line(store: Path, words: tuple[str, ...], capfd: Run) -> None:
    events = [each for each in findings(store) if each.kind == "event"]
    ids, alone = [each.id for each in events], next(each.id for each in events if len(each.members) == 1)
    assert judge(store, *(word.format(*ids, alone=alone) for word in words)) == 1
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("crosswire: ")


def test_a_line_that_is_no_judgement_is_left_out_and_the_rest_goes_on(tmp_path: Path, capfd: Run) -> None:
    fine = Judgement("reject", (), "Ada", datetime(2025, 7, 12, 10, tzinfo=UTC))
    file = tmp_path / "log.jsonl"
    file.write_bytes(b"\n".join([b"{", b'{"verdict": "praise"}', msgspec.json.encode(fine), b"\xff", b""]))
    refused: list[str] = []
    assert list(judgements_in(str(file), refused)) == [fine]
    lines = capfd.readouterr().err.splitlines()
    assert [line.split(": no judgement")[0] for line in lines] == [
        f"crosswire: {file}, line {number}" for number in (1, 2, 4)
    ]
    assert list(judgements_in(str(tmp_path / "none"), refused)) == []
    assert capfd.readouterr().err.endswith("no such file\n")
    assert len(refused) == 4


def test_no_store_is_made_by_a_judgement(tmp_path: Path, capfd: Run) -> None:
    assert judge(tmp_path / "none.db", "reject", "3f2a91") == 1
    assert not (tmp_path / "none.db").exists()
