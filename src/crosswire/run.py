"""Where readings are made: in this process, or in several on this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from crosswire.reading import read
from crosswire.records import Article, Reading

AHEAD = 4  # articles handed to each process before the first of them is asked back: an endless iterable stays one


def read_all(articles: Iterable[Article], *, workers: int = 1) -> Iterator[Reading]:
    """A reading of each article, in order; `workers` processes share the work.

    With more than one, a script must keep its own calls under `if __name__ == "__main__"`.
    """
    if workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    return map(read, articles) if workers == 1 else read_in_processes(articles, workers)


def read_in_processes(articles: Iterable[Article], workers: int) -> Iterator[Reading]:
    """New processes, not copies of this one: a copy would share its threads' locks."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Reading]] = deque()
        for article in articles:
            waiting.append(pool.submit(read, article))
            if len(waiting) >= workers * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
