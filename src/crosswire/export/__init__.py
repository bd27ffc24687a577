"""What a store holds in the formats of those who use it.

A format is a function of what the store answers: readings, articles with their stories, or stories. It gives lines, and
holds no more than one article or story in memory; a folder of tables is written a row at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from crosswire.export.annotations import web_annotations
from crosswire.export.flat import flat
from crosswire.export.ftm import ftm
from crosswire.export.gdelt import gdelt
from crosswire.export.geojson import geojson
from crosswire.export.gexf import gexf
from crosswire.export.icews import icews
from crosswire.export.mentions import gdelt_mentions
from crosswire.export.plover import plover
from crosswire.export.polecat import polecat
from crosswire.export.spans import spans
from crosswire.export.writers import WRITERS
from crosswire.records import Reading
from crosswire.store.answers import ArticleTold, StoryTold

__all__ = [
    "FOLDERS",
    "OF_ARTICLES",
    "OF_READINGS",
    "OF_STORIES",
    "flat",
    "ftm",
    "gdelt",
    "gdelt_mentions",
    "geojson",
    "gexf",
    "icews",
    "plover",
    "polecat",
    "spans",
    "web_annotations",
]

OF_READINGS: Mapping[str, Callable[[Iterable[Reading]], Iterator[str]]] = {
    "polecat": polecat,
    "icews": icews,
    "gdelt": gdelt,
    "gdelt-mentions": gdelt_mentions,
    "plover": plover,
}
OF_ARTICLES: Mapping[str, Callable[[Iterable[ArticleTold]], Iterator[str]]] = {
    "flat": flat,
    "ftm": ftm,
    "annotations": web_annotations,
    "geojson": geojson,
    "spans": spans,
}
OF_STORIES: Mapping[str, Callable[[Iterable[StoryTold]], Iterator[str]]] = {"gexf": gexf}
FOLDERS = tuple(WRITERS)
