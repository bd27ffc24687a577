"""Taking each guard out, to see a test fail: `python -m bench guards all`, or the beginning of a guard's name.

A guard is a few words of one module; without them its test must fail. The table of SECURITY.md names the same guards.
The module is changed in a copy of the project.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PARTS = ("src", "tests", "bench", "examples")


class Guard(NamedTuple):
    """What stands against something, in which module of crosswire by which words, and what shows it."""

    name: str
    module: str
    words: str
    without: str
    test: str


GUARDS = (
    Guard(
        "page of too many elements", "sources/page.py", "if elements > MOST_ELEMENTS:", "if False:",
        "sources/test_page.py::test_a_page_of_too_many_elements_is_refused_before_it_takes_minutes",
    ),
    Guard(
        "feed that declares entities", "sources/feed.py", 'if "<!ENTITY" in text:', "if False:",
        "sources/test_feed.py::test_entities_are_not_unfolded",
    ),
    Guard(
        "feed without end", "sources/feed.py", "found.entries[:MOST_ENTRIES]", "found.entries",
        "sources/test_feed.py::test_entries_without_end_are_left",
    ),
    Guard(
        "comments taken for a feed's in every way there is", "sources/kinds.py", ")*+<(?:rss", ")*<(?:rss",
        "test_patterns.py::test_no_expression_grows_faster_than_the_text",
    ),
    Guard(
        "answer that unpacks without end", "sources/wire.py", "if len(raw) > largest:", "if False:",
        "sources/test_web.py::test_a_compression_bomb_ends_where_it_is_too_large",
    ),
    Guard(
        "zip bomb", "sources/zipped.py", "if left < 0:", "if False:",
        "sources/test_zipped.py::test_a_bomb_is_one_line",
    ),
    Guard(
        "table that unpacks without end", "sources/table.py", "if packed and unpacked >", "if False and unpacked >",
        "sources/test_table.py::test_a_compressed_table_may_not_grow_without_end",
    ),
    Guard(
        "zip slip", "sources/zipped.py", "raw = unpacked(archive, member)",
        'raw = (archive.extract(member, path.rpartition("/")[0]), unpacked(archive, member))[1]',
        "sources/test_zipped.py::test_a_member_that_climbs_out_is_read_and_written_nowhere",
    ),
    Guard(
        "private address", "sources/wire.py", "return address.is_global and not", "return True or not",
        "sources/test_web.py::test_no_private_host_is_asked_however_it_is_written",
    ),
    Guard(
        "one private address of several", "sources/wire.py", "for each in found:", "for each in found[:1]:",
        "sources/test_web.py::test_a_name_with_one_private_address_is_not_asked_at_its_other",
    ),
    Guard(
        "rebinding", "sources/wire.py", "reached(checked(resolve(host, port), allowed), port",
        "reached((checked(resolve(host, port), allowed), resolve(host, port))[1], port",
        "sources/test_web.py::test_the_connection_goes_where_the_check_looked",
    ),
    Guard(
        "redirect to a private address", "sources/web.py", "allowed=self._allowed,", "allowed=lambda address: True,",
        "sources/test_web.py::test_a_redirect_is_followed_and_checked_like_the_first_address",
    ),
    Guard(
        "certificate", "sources/wire.py", "ssl.create_default_context(cafile=certifi.where())",
        "ssl._create_unverified_context()",
        "sources/test_wire.py::test_a_certificate_that_nobody_vouches_for_is_refused",
    ),
    Guard(
        "hidden characters in names", "sources/clean.py", 'UNSEEN.sub("", text)', "text",
        "sources/test_clean.py::test_two_outlets_that_look_the_same_are_the_same",
    ),
    Guard(
        "characters that act on a terminal", "report/visible.py", "def visible(text: str) -> str:",
        "def visible(text: str) -> str:\n    return text\n\n\ndef unused(text: str) -> str:",
        "report/test_visible.py::test_an_escape_sequence_is_shown_and_not_obeyed",
    ),
    Guard(
        "script of others", "web/app.py", "answer.headers.update(GUARDS)", "pass",
        "web/test_app.py::test_no_script_of_others_runs",
    ),
    Guard(
        "another host's name", "web/app.py", "if host.rpartition(\":\")[0] not in HOSTS and host not in HOSTS:",
        "if False:", "web/test_app.py::test_only_this_machine_is_answered",
    ),
    Guard(
        "another site's request", "web/app.py", "elif foreign or elsewhere:", "elif False:",
        "web/test_app.py::test_only_this_machine_is_answered",
    ),
    Guard(
        "path that climbs out", "web/app.py", '(name if kind else "index.html")', "name",
        "web/test_app.py::test_every_other_address_is_the_page_and_no_file",
    ),
    Guard(
        "model file tampered with", "model.py",
        "if file in {name, TOKENIZER} and sha256((folder / file).read_bytes()).hexdigest() != told:", "if False:",
        "test_model.py::test_a_model_that_was_tampered_with_is_not_loaded",
    ),
    Guard(
        "store tampered with", "store/verify.py", "if again(article).id != id:", "if False:",
        "store/test_verify.py::test_damage_is_told",
    ),
    Guard(
        "formula in a cell", "export/commas.py", "return f\"'{safe}\" if GUARDED.match(safe) else safe", "return safe",
        "export/test_tables.py::test_an_apostrophe_is_put_before_what_would_run",
    ),
    Guard(
        "killed reader", "run/local.py", "except BrokenProcessPool:\n            while",
        "except ZeroDivisionError:\n            while",
        "run/test_local.py::test_what_was_in_hand_when_a_process_was_killed_is_done_again",
    ),
)  # fmt: skip


def run(path: Path, errors: int) -> dict[str, object]:
    """How many guards were taken out, and how many tests did not see it."""
    some = [guard for guard in GUARDS if path.name == "all" or guard.name.startswith(path.name)]
    unseen = []
    for guard in some:
        seen = fails_without(guard)
        print(f"bench: {guard.name}: {'seen' if seen else 'NOT SEEN'}", file=sys.stderr, flush=True)
        unseen += [] if seen else [guard.name]
    return {"tried": len(some), "failed": len(unseen)}


def fails_without(guard: Guard) -> bool:
    """Whether a guard's test fails in a copy of the project without it. Raises RuntimeError where it cannot run."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in PARTS:
            copytree(ROOT / part, copy / part)
        (copy / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
        module = copy / "src" / "crosswire" / guard.module
        module.write_text(module.read_text("utf-8").replace(guard.words, guard.without), "utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", f"tests/{guard.test}"]
        told = subprocess.run(
            command, cwd=copy, env={**os.environ, "PYTHONPATH": str(copy / "src")}, capture_output=True, text=True
        )
    if told.returncode not in {0, 1}:
        raise RuntimeError(told.stdout[-500:] + told.stderr[-500:])
    return told.returncode == 1
