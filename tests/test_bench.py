"""The bench prints one JSON object a file, and its page keeps what it cannot measure."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import audit, copies, status, tables
from bench.__main__ import runs
from bench.rivals import textacy_statements
from bench.speed import timed_stations
from crosswire import Article, read, reading

ROOT = Path(__file__).parent.parent
REPORT = ROOT / "examples" / "finland-nato" / "harbour-wire.txt"


def bench(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "bench", *arguments], cwd=ROOT, capture_output=True, text=True)


def test_an_unknown_task_is_one_line_and_wrong_usage() -> None:
    done = bench("nonsense", str(REPORT))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "speed" in done.stderr


def test_speed_is_one_line_a_file() -> None:
    figures = [json.loads(line) for line in bench("speed", str(REPORT), str(REPORT)).stdout.splitlines()]
    assert len(figures) == 2
    assert {"task", "file", "words_per_s", "parser_words_per_s", "ratio", "peak_mb", "shares"} <= figures[0].keys()
    assert 0.9 < sum(figures[0]["shares"].values()) <= 1.01


def test_status_is_scored_by_class_and_by_number(tmp_path: Path) -> None:
    text = "The army did not shell the port, which had been closed."
    shell, closed = text.index("shell"), text.index("closed")
    marked = [
        {"text": text, "start": shell, "end": shell + 5, "status": "denied", "words": [[9, 16]]},
        {"text": text, "start": closed, "end": closed + 6, "status": "planned", "words": []},
    ]
    path = tmp_path / "marked.jsonl"
    path.write_text("\n".join(map(json.dumps, marked)), "utf-8")
    figures = status.run(path, 0)
    assert (figures["accuracy"], figures["words_f1"]) == (0.5, 1.0)
    assert (figures["read_macro_f1"], figures["unread_macro_f1"]) == (0.125, 0.0)
    valued = [{**marked[0], "id": "a", "value": -0.5}, {**marked[1], "id": "b", "value": 2.6}]
    path.write_text("\n".join(map(json.dumps, valued)), "utf-8")
    figures = status.run(path, 0)
    assert (figures["rules_mae"], figures["pearson_r"]) == (0.0, 1.0)


def test_files_read_together_are_one_stream(tmp_path: Path) -> None:
    text = "The Morla burst its banks in Kostrava, and boats took families from their roofs."
    for name in "ab":
        record = {
            "story": "flood",
            "outlet": name,
            "published": "2024-03-04",
            "title": "Flood",
            "text": text,
            "url": None,
        }
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record), "utf-8")
    done = bench("stories", "--together", str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl"))
    figures = json.loads(done.stdout)
    assert (figures["clusters"], figures["gold_clusters"], figures["shuffled_ari"]) == (1, 1, 1)


def test_growth_makes_its_own_reports() -> None:
    figures = json.loads(bench("growth", "200").stdout)
    assert figures["bcubed_f1"] > 0.9


def test_timing_leaves_reading_as_it_was() -> None:
    before = vars(reading).copy()
    with timed_stations() as clock:
        read(Article.of("Peru thanked Chile."))
    assert vars(reading) == before
    assert clock.keys() >= {"parse", "find_mentions", "attribute", "code_events"}
    assert min(clock.values()) > 0


def test_every_mark_of_the_chains_stands_on_words() -> None:
    for record in map(json.loads, (ROOT / "bench" / "data" / "chains.jsonl").read_text("utf-8").splitlines()):
        sources = [source for said in record["statements"] for source in said["sources"]]
        for start, stop in [s for marked in (*record["statements"], *sources) for s in marked.get("content", ())] + [
            s for source in sources for s in source["spans"]
        ]:
            assert record["text"][start:stop] == record["text"][start:stop].strip() != ""


def test_every_table_of_the_page_names_a_task_that_exists() -> None:
    asked = tables.MARKED.findall((ROOT / "docs" / "benchmarks.md").read_text("utf-8"))
    assert {task for task, _ in asked} == runs().keys()


def test_a_table_without_its_files_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- bench speed no/such.txt -->\n| old |\n<!-- end -->\n", "utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    tables.main(page)
    assert page.read_text("utf-8") == "<!-- bench speed no/such.txt -->\n| old |\n<!-- end -->\n"
    (tmp_path / "some.txt").write_text("Peru thanked Chile.", "utf-8")
    page.write_text("A\n<!-- bench speed some.txt -->\n| old |\n<!-- end -->\nZ\n", "utf-8")
    tables.main(page)
    written = page.read_text("utf-8")
    assert written.startswith("A\n<!-- bench speed some.txt -->\n|  | some.txt |\n| --- | --- |\n| words_per_s | ")
    assert written.endswith(" |\n<!-- end -->\nZ\n")


def test_figures_from_elsewhere_are_columns_of_their_own() -> None:
    drawn = tables.table([{"task": "t", "file": "a/b.jsonl", "f1": 0.5, "recall": 0.4}], {"Other": {"f1": 0.6}})
    assert drawn.splitlines() == [
        "|  | b.jsonl | Other |",
        "| --- | --- | --- |",
        "| f1 | 0.5 | 0.6 |",
        "| recall | 0.4 |  |",
    ]


def test_an_odd_mark_costs_textacy_its_paragraph_alone() -> None:
    pytest.importorskip("textacy")
    text = 'A " stray mark.\n"The old bridge is lost for good," said Ann Lee. "We have to build a new one."'
    ((source, cue, content),) = textacy_statements(text)
    assert [[text[start:stop] for start, stop in part] for part in (source, cue, content)] == [
        ["Ann Lee"],
        ["said"],
        ['"The old bridge is lost for good,"', '"We have to build a new one."'],
    ]


def test_a_verdict_on_an_event_holds_for_the_value_it_was_given_for() -> None:
    (drawn,) = audit.draw(audit.told("a", Article.of("Peru thanked Chile.")))
    marks = {("a", drawn.words, field, value): True for field, value in drawn.values.items()}
    assert audit.figures([drawn], marks)["right_all"] == 1.0
    wrong = {**marks, ("a", drawn.words, "actor", drawn.values["actor"]): False}
    assert (audit.figures([drawn], wrong)["marked"], audit.figures([drawn], wrong)["right_core"]) == (1, 0.0)
    other = {(*key[:3], "another"): True for key in marks}
    assert (audit.figures([drawn], other)["marked"], audit.figures([drawn], other)["right_all"]) == (0, None)


def test_copies_are_scored_on_reports_that_say_their_origin(tmp_path: Path) -> None:
    fire = "A fire destroyed the covered market of Tarsk before dawn on Friday, and two guards were taken to hospital."
    rail = "Engineers reopened the mountain railway to Velm on Saturday after eleven weeks of work on a sliding slope."
    made = [
        {"id": "a-0", "text": fire, "origin": "a", "passages": [[0, len(fire)]]},
        {"id": "a-1", "text": f"{fire} It rained.", "origin": "a", "passages": [[0, len(fire)]]},
        {"id": "b-0", "text": rail, "origin": "b", "passages": []},
    ]
    path = tmp_path / "made.jsonl"
    path.write_text("\n".join(map(json.dumps, made)), "utf-8")
    figures = copies.run(path, 0)
    assert (figures["ari"], figures["passage_f1"], figures["documents"]) == (1.0, 1.0, 3)
