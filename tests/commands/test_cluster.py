"""What `crosswire spark` does beside Spark."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from threading import Event

import pytest

from crosswire.commands.cluster import beside


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What a script starts beside itself heeds no interrupt: the tests may be that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_does_not_come_into_the_midst_of_the_work() -> None:
    stopped, whole = Event(), Event()

    def work() -> None:
        signal.raise_signal(signal.SIGINT)
        stopped.wait(10)
        whole.set()

    with pytest.raises(KeyboardInterrupt):
        beside(work)
    stopped.set()
    assert whole.wait(10)


def test_what_goes_wrong_in_the_work_goes_wrong_here() -> None:
    with pytest.raises(ZeroDivisionError):
        beside(lambda: 1 // 0)
    assert beside(lambda: 1) == 1
