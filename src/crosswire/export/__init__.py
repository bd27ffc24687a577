"""The events of readings in the formats of the field, a line an event: POLECAT, ICEWS, GDELT 2.0, PLOVER's JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from crosswire.export.gdelt import gdelt
from crosswire.export.icews import icews
from crosswire.export.mentions import gdelt_mentions
from crosswire.export.plover import plover
from crosswire.export.polecat import polecat
from crosswire.records import Reading

__all__ = ["FORMATS", "gdelt", "gdelt_mentions", "icews", "plover", "polecat"]

FORMATS: Mapping[str, Callable[[Iterable[Reading]], Iterator[str]]] = {
    "polecat": polecat,
    "icews": icews,
    "gdelt": gdelt,
    "gdelt-mentions": gdelt_mentions,
    "plover": plover,
}
