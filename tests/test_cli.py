"""The command line: what goes to stdout, what to stderr, and with which exit code it ends."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

import crosswire
from crosswire.cli import main
from crosswire.records import Comparison, Reading

ONE = """Lock Closed After Collision
Published: 5 March 2024

The port authority of Hamburg closed the northern lock on Tuesday after two ships had collided. Interior Minister
Ane Torp met the harbour master on Tuesday. “Nobody was hurt,” Torp told reporters.
"""
TWO = """Ships Collide in Hamburg

Two ships collided in the northern lock of Hamburg. The interior minister, Ane Torp, said that nobody was hurt.
"""

Run = pytest.CaptureFixture[str]


@pytest.fixture
def reports(tmp_path: Path) -> list[str]:
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "two.txt").write_text(TWO)
    return [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]


@pytest.fixture
def accord(tmp_path: Path) -> str:
    path = tmp_path / "accord.txt"
    path.write_text("Accord on fishing\n\nPeru and Chile signed a fishing accord in Lima on Monday.\n")
    return str(path)


def test_compare_gives_a_comparison_as_json(reports: list[str], capfd: Run) -> None:
    assert main(["compare", "--json", *reports]) == 0
    out, err = capfd.readouterr()
    comparison = msgspec.json.decode(out, type=Comparison)
    assert {reading.article.title for reading in comparison.readings} == {
        "Lock Closed After Collision",
        "Ships Collide in Hamburg",
    }
    assert out.count("\n") == 1
    assert err == ""


def test_compare_shows_a_text_without_colour_off_a_terminal(reports: list[str], capfd: Run) -> None:
    assert main(["compare", *reports]) == 0
    out, err = capfd.readouterr()
    assert "Lock Closed After Collision" in out
    assert "\x1b" not in out
    assert err == ""


def test_compare_shows_markdown(reports: list[str], capfd: Run) -> None:
    assert main(["compare", "--markdown", *reports]) == 0
    assert capfd.readouterr().out.startswith("#")


def test_compare_writes_a_page_and_says_where(reports: list[str], tmp_path: Path, capfd: Run) -> None:
    page = tmp_path / "out.html"
    assert main(["compare", *reports, "--html", str(page)]) == 0
    assert capfd.readouterr() == ("", f"crosswire: wrote {page}\n")
    assert page.read_text("utf-8").lower().startswith("<!doctype html>")


def test_a_page_that_cannot_be_written_is_a_failure(reports: list[str], tmp_path: Path, capfd: Run) -> None:
    page = tmp_path / "none" / "out.html"
    assert main(["compare", *reports, "--html", str(page)]) == 1
    assert capfd.readouterr() == ("", f"crosswire: {page}: cannot be written: no such file or directory\n")


def test_a_page_never_overwrites_a_report(reports: list[str], capfd: Run) -> None:
    assert main(["compare", *reports, "--html", reports[0]]) == 2
    assert Path(reports[0]).read_text() == ONE
    assert "would overwrite" in capfd.readouterr().err


def test_read_gives_one_reading_a_line(reports: list[str], capfd: Run) -> None:
    assert main(["read", "--json", *reports]) == 0
    lines = capfd.readouterr().out.splitlines()
    readings = [msgspec.json.decode(line, type=Reading) for line in lines]
    assert [reading.article.title for reading in readings] == [
        "Lock Closed After Collision",
        "Ships Collide in Hamburg",
    ]
    assert all(json.loads(line) for line in lines)


def test_read_shows_a_text(reports: list[str], capfd: Run) -> None:
    assert main(["read", reports[0]]) == 0
    out = capfd.readouterr().out
    assert "Lock Closed After Collision" in out
    assert "Nobody was hurt" in out
    assert not out.endswith("\n\n")


def test_stories_are_a_line_each(reports: list[str], accord: str, capfd: Run) -> None:
    assert main(["stories", *reports, accord]) == 0
    assert capfd.readouterr().out.splitlines() == [
        "2024-03-05\t2\tLock Closed After Collision",
        "no day\t1\tAccord on fishing",
    ]
    assert main(["stories", "--json", *reports, accord]) == 0
    assert [len(json.loads(line)["articles"]) for line in capfd.readouterr().out.splitlines()] == [2, 1]


def test_a_refused_report_does_not_stop_the_others(reports: list[str], tmp_path: Path, capfd: Run) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    assert main(["compare", "--json", reports[0], str(tmp_path / "a.pdf"), reports[1]]) == 3
    out, err = capfd.readouterr()
    assert len(msgspec.json.decode(out, type=Comparison).readings) == 2
    assert err == f"crosswire: {tmp_path / 'a.pdf'}: a PDF; convert it to text first\n"


@pytest.mark.parametrize("command", ["compare", "read"])
def test_where_every_report_is_refused_there_is_no_output(command: str, tmp_path: Path, capfd: Run) -> None:
    missing = str(tmp_path / "none.txt")
    assert main([command, missing, str(tmp_path)]) == 3
    assert capfd.readouterr() == (
        "",
        f"crosswire: {missing}: no such file\ncrosswire: {tmp_path}: a folder; name the files in it\n",
    )


def test_one_report_is_compared_with_nothing_and_says_so(reports: list[str], capfd: Run) -> None:
    assert main(["compare", "--json", reports[0]]) == 0
    out, err = capfd.readouterr()
    assert len(msgspec.json.decode(out, type=Comparison).readings) == 1
    assert err == "crosswire: one report only; there is nothing to compare it with\n"


def test_a_report_given_twice_is_read_once(reports: list[str], tmp_path: Path, capfd: Run) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(ONE.replace("\n", "\r\n"))
    assert main(["read", "--json", reports[0], str(copy)]) == 0
    out, err = capfd.readouterr()
    assert out.count("\n") == 1
    assert err == f"crosswire: {copy}: the same report as {reports[0]}; read once\n"


def test_a_file_name_cannot_act_on_the_terminal(tmp_path: Path, capfd: Run) -> None:
    assert main(["read", str(tmp_path / "a\x1b[31m\n\u202eb.txt")]) == 3
    assert capfd.readouterr().err == f"crosswire: {tmp_path}/a\\x1b[31m\\n\\u202eb.txt: no such file\n"


WRONG = [
    ([], "compare a.txt b.html"),
    (["compare"], "Missing argument"),
    (["compar", "a.txt"], "Did you mean 'compare'?"),
    (["compare", "a.txt", "--yaml"], "No such option"),
    (["compare", "a.txt", "--json", "--markdown"], "choose one of"),
]


@pytest.mark.parametrize("arguments, said", WRONG)
def test_wrong_usage_says_what_is_wrong(arguments: list[str], said: str, capfd: Run) -> None:
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert said in out + err


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_opens_with_examples(flag: str, capfd: Run) -> None:
    assert main([flag]) == 0
    out = capfd.readouterr().out
    assert out.index("crosswire compare a.txt") < out.index("Who did or said what")


def test_the_version_is_the_packages(capfd: Run) -> None:
    assert main(["--version"]) == 0
    assert capfd.readouterr().out == f"crosswire {crosswire.__version__}\n"


def test_the_doctor_finds_the_models(capfd: Run) -> None:
    assert main(["doctor"]) == 0
    out = capfd.readouterr().out
    assert "ok   parser model" in out
    assert "ok   language model" in out


def failing(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of crosswire in which the parser cannot even be imported."""
    (tmp_path / "spacy.py").write_text("raise KeyError('a fault\\nof ours')")
    command = [sys.executable, "-m", "crosswire", *arguments]
    return subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )


def test_a_fault_of_ours_is_one_line_and_debug_shows_where(reports: list[str], tmp_path: Path) -> None:
    run = failing(tmp_path, "compare", *reports)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "crosswire: KeyError: 'a fault\\nof ours' (--debug shows where)\n"
    run = failing(tmp_path, "compare", *reports, "--debug")
    assert (run.returncode, run.stdout) == (1, "")
    assert "Traceback" in run.stderr


def test_output_is_utf8_in_any_locale_and_a_reader_that_stops_is_no_error(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text(
            f"Łódź wita ministra. The minister met {number} envoys in Łódź on Monday.", "utf-8"
        )
    command = [sys.executable, "-m", "crosswire", "read", "--json", *map(str, sorted(tmp_path.iterdir()))]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        assert "Łódź" in first.decode("utf-8")
        assert process.stderr.read() == b""


def test_help_comes_at_once() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "crosswire", "--help"], check=True, capture_output=True)
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < 0.3


def test_several_processes_read_the_same_in_the_same_order(reports: list[str]) -> None:
    articles = [crosswire.load(report) for report in reports]
    assert list(crosswire.read_all(articles, workers=2)) == list(crosswire.read_all(articles))


def test_no_processes_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="workers must be at least 1, not 0"):
        crosswire.read_all([], workers=0)


def test_why_shows_what_decided(tmp_path: Path, capfd: Run) -> None:
    report = tmp_path / "three.txt"
    report.write_text("Norway Acts\n\nNorway expelled two Russian diplomats.\n")
    main(["read", "--json", str(report)])
    event = msgspec.json.decode(capfd.readouterr().out, type=Reading).events[0]
    assert main(["why", event.id[:10], str(report)]) == 0
    assert "[expelled]" in capfd.readouterr().out


def test_why_shows_what_was_dropped(reports: list[str], capfd: Run) -> None:
    assert main(["why", "--dropped", reports[1]]) == 0
    assert "SENTENCES WITHOUT AN EVENT" in capfd.readouterr().out


def test_why_of_nothing_is_one_line(reports: list[str], capfd: Run) -> None:
    assert main(["why", "ffffffffffff", reports[0]]) == 1
    assert main(["why", "ffffffffffff"]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("crosswire: nothing in these reports has an id that begins so\n")
