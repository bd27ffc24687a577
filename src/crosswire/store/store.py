"""A store that is open to be asked."""

from __future__ import annotations

from os import PathLike
from types import TracebackType

from crosswire.records import Article, Comparison, Reading
from crosswire.store import kept
from crosswire.store.tables import open_to_read


class Store:
    """A store, open to read as long as it is held: `with Store("crosswire.db") as store:`. Raises Unusable."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self.db = open_to_read(path)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self.db.close()

    def article(self, id: str) -> Article:
        """The article with this id. Raises KeyError."""
        return kept.article(self.db, id)

    def reading(self, id: str) -> Reading:
        """What was read in the article with this id. Raises KeyError."""
        return kept.reading(self.db, id)

    def comparison(self, story: str) -> Comparison:
        """The reports of a story side by side. Raises KeyError."""
        return kept.comparison(self.db, story)
