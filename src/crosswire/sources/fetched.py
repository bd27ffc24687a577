"""What stands at a web address: a page or a feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from crosswire.records import Article
from crosswire.sources import NOTHING, Mark, Part, Told
from crosswire.sources.feed import parts_of_feed
from crosswire.sources.files import read_bytes, shown
from crosswire.sources.kinds import HEAD, kind_of
from crosswire.sources.web import Web


def parts_at(source: str, web: Web) -> Iterator[Part]:
    """The reports at an address; none where nothing has changed there. The mark of a feed comes after its entries."""
    address = source.partition("#")[0]
    page = web.page(address)
    if page is None:
        return
    if kind_of(page.raw[:HEAD], "") == "feed":
        yield from parts_of_feed(address, page.raw, partial(read_at, web=web))
        if page.mark is not None:
            yield Part(address, partial(iter, (page.mark,)))
    else:
        yield Part(source, lambda: marked(read_bytes(shown(source), page.raw, stated={"url": page.url}), page.mark))


def read_at(address: str, stated: Told = NOTHING, *, web: Web) -> Iterable[Article | Mark]:
    """The article of a page, and the server's mark on it."""
    page = web.page(address)
    if page is None:
        return ()
    return marked(read_bytes(shown(address), page.raw, stated={**stated, "url": page.url}), page.mark)


def marked(article: Article, mark: Mark | None) -> Iterable[Article | Mark]:
    return (article,) if mark is None else (article, mark)
