"""`python -m tools.fuzz -max_total_time=600`: files of every kind, changed towards what no file did before.

Takes libFuzzer's options, and needs atheris: `make fuzz`. It begins with the whole files of `bench.mutated`, and ends
with the first that does what no file may; that lies in crash-* and is opened anew by naming it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["crosswire"]):
    from bench.mutated import SUFFIXES, outcome, seeds

KINDS = tuple(SUFFIXES)


def main() -> None:
    with TemporaryDirectory() as folder:
        begin, tried = Path(folder, "begin"), Path(folder, "tried")
        begin.mkdir()
        tried.mkdir()
        for number, kind in enumerate(KINDS):
            (begin / kind).write_bytes(bytes([number]) + seeds()[kind])

        def one(raw: bytes) -> None:
            kind = KINDS[raw[0] % len(KINDS)] if raw else KINDS[0]
            path = tried / f"file{SUFFIXES[kind]}"
            path.write_bytes(raw[1:])
            wrong = outcome(path)
            path.unlink()
            if wrong:
                raise RuntimeError(wrong)

        atheris.Setup([*sys.argv, str(begin)], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
