"""Whatever the machine does, a store has what was kept, and the same command takes up the rest."""

from pathlib import Path

from bench import faults, store


def test_what_was_kept_is_there_after_every_fault_and_the_rest_is_taken_up() -> None:
    figures = faults.run(Path("2"), 5)
    assert {what: count for what, count in figures.items() if what.endswith("failed")} == {
        "killed_failed": 0,
        "disk_full_failed": 0,
        "readers_killed_failed": 0,
        "clock_leaps_failed": 0,
        "two_writers_failed": 0,
    }


def test_the_bench_of_a_store_gives_its_figures() -> None:
    figures = store.run(Path("200"), 0)
    assert {"add_per_s", "search_p95_ms", "story_p95_ms", "dyad_p95_ms", "bytes_per_article"} <= figures.keys()
    assert figures["answers_while_adding"]
