"""Where readings are made: in this process, or in several on this machine."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
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

    With more than one, a script must keep its own calls under `if __name__ == "__main__"`. Raises ChildProcessError at
    an article that ends the process that reads it, twice.
    """
    return spread(read, articles, workers, unread)


def unread(article: Article) -> Reading:
    raise ChildProcessError(f"article {article.id} ends the process that reads it; give it to read() alone")


def spread(work: Callable[[A], B], given: Iterable[A], workers: int, lost: Callable[[A], B]) -> Iterator[B]:
    """What `work` makes of each thing given, in order, made by `workers` processes. Raises ValueError for none.

    A process that is killed takes nothing with it: what was in hand is done again, each thing alone, and only what ends
    a second process is `lost`.
    """
    if workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    return map(work, given) if workers == 1 else in_processes(work, iter(given), workers, lost)


def in_processes(work: Callable[[A], B], given: Iterator[A], workers: int, lost: Callable[[A], B]) -> Iterator[B]:
    waiting: deque[A] = deque()
    while True:
        try:
            yield from until_broken(work, given, workers, waiting)
            return
        except BrokenProcessPool:
            while waiting:
                yield alone(work, waiting.popleft(), lost)


def until_broken(work: Callable[[A], B], given: Iterator[A], workers: int, waiting: deque[A]) -> Iterator[B]:
    """The same; `waiting` has what was taken from `given` and not yielded. Raises BrokenProcessPool."""
    with processes(workers) as pool:
        made: deque[Future[B]] = deque()
        for each in given:
            waiting.append(each)
            made.append(pool.submit(work, each))
            if len(made) >= workers * AHEAD:
                yield first(made, waiting)
        while made:
            yield first(made, waiting)


def first(made: deque[Future[B]], waiting: deque[A]) -> B:
    result = made.popleft().result()
    waiting.popleft()
    return result


def alone(work: Callable[[A], B], given: A, lost: Callable[[A], B]) -> B:
    """What a process makes that has nothing else to do, so that its end is the thing's fault."""
    try:
        with processes(1) as pool:
            return pool.submit(work, given).result()
    except BrokenProcessPool:
        return lost(given)


@contextmanager
def processes(workers: int) -> Iterator[ProcessPoolExecutor]:
    """New processes, not copies of this one: a copy would share its threads' locks."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=serve)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def serve() -> None:
    """A process that works for another one: Ctrl-C is the other's to answer, and its death, by whatever, ends both.

    It works with one thread, as there are others like it.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read once, when numpy is loaded
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=follow, daemon=True).start()


def follow() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
