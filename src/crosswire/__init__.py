"""Reads news reports the way a careful analyst does.

    article = crosswire.Article.of(text, outlet="The Example Times", published=date(2024, 3, 5))
    reading = crosswire.read(article)
    comparison = crosswire.compare([reading, other])
    who = crosswire.actor("the Mongolian president", day=date(2024, 3, 5))
    became = crosswire.status("Mongolia denied attacking anyone.", 16, 25)
    lines = crosswire.polecat([reading])
    what = crosswire.act("Oslo thanked Riga for the ships.", [(0, 4)], [(13, 17)])
    stories = crosswire.find_stories([article, another])

Importing crosswire loads nothing heavy; each name is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosswire.export import gdelt, gdelt_mentions, icews, plover, polecat
    from crosswire.knowledge.actors import actor
    from crosswire.pipeline import compare
    from crosswire.reading import act, read, status
    from crosswire.records import Article, Comparison, Happened, Reading, Story
    from crosswire.run.local import read_all
    from crosswire.sources import Rejected
    from crosswire.sources.files import load
    from crosswire.stories.clusters import find_stories

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Comparison",
    "Happened",
    "Reading",
    "Rejected",
    "Story",
    "__version__",
    "act",
    "actor",
    "compare",
    "find_stories",
    "gdelt",
    "gdelt_mentions",
    "icews",
    "load",
    "plover",
    "polecat",
    "read",
    "read_all",
    "status",
]

HOMES = {
    "Article": "crosswire.records",
    "Comparison": "crosswire.records",
    "Happened": "crosswire.records",
    "Reading": "crosswire.records",
    "Rejected": "crosswire.sources",
    "Story": "crosswire.records",
    "act": "crosswire.reading",
    "actor": "crosswire.knowledge.actors",
    "compare": "crosswire.pipeline",
    "find_stories": "crosswire.stories.clusters",
    "gdelt": "crosswire.export",
    "gdelt_mentions": "crosswire.export",
    "icews": "crosswire.export",
    "load": "crosswire.sources.files",
    "plover": "crosswire.export",
    "polecat": "crosswire.export",
    "read": "crosswire.reading",
    "read_all": "crosswire.run.local",
    "status": "crosswire.reading",
}


def __getattr__(name: str) -> object:
    """A name of the interface, from the module it lives in."""
    if name not in HOMES:
        raise AttributeError(f"module 'crosswire' has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
