"""Ctrl-C and SIGTERM as a wish to end, not as an end."""

from __future__ import annotations

import signal
import sys
from types import FrameType, TracebackType

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stop:
    """While it is held a first signal is noted as `asked`; a second one interrupts."""

    def __init__(self) -> None:
        self.noted = False

    def asked(self) -> bool:
        return self.noted

    def __enter__(self) -> Stop:
        self.before = [signal.signal(each, self.note) for each in SIGNALS]
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for each, before in zip(SIGNALS, self.before, strict=True):
            signal.signal(each, before)

    def note(self, number: int, frame: FrameType | None) -> None:
        if self.noted:
            raise KeyboardInterrupt
        self.noted = True
        sys.stderr.write("\ncrosswire: ends with the reports in hand; a second time ends at once\n")
