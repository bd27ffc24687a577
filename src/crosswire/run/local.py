"""Where readings are made: in this process, or in several on this machine."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from crosswire.reading import read
from crosswire.records import Article, Reading

A = TypeVar("A")
B = TypeVar("B")
AHEAD = 4  # articles handed to each process before the first of them is asked back: an endless iterable stays one


def read_all(articles: Iterable[Article], *, workers: int = 1) -> Iterator[Reading]:
    """A reading of each article, in order; `workers` processes share the work.

    With more than one, a script must keep its own calls under `if __name__ == "__main__"`.
    """
    return spread(read, articles, workers)


def spread(work: Callable[[A], B], given: Iterable[A], workers: int) -> Iterator[B]:
    """What `work` makes of each thing given, in order, made by `workers` processes. Raises ValueError for none."""
    if workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    return map(work, given) if workers == 1 else in_processes(work, given, workers)


def in_processes(work: Callable[[A], B], given: Iterable[A], workers: int) -> Iterator[B]:
    """New processes, not copies of this one: a copy would share its threads' locks."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=serve)
    try:
        waiting: deque[Future[B]] = deque()
        for each in given:
            waiting.append(pool.submit(work, each))
            if len(waiting) >= workers * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def serve() -> None:
    """A process that works for another one: Ctrl-C is the other's to answer, and its death, by whatever, ends both."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=follow, daemon=True).start()


def follow() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
