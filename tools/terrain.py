"""Seas, mountains, islands and the like from Natural Earth; the middles of the counties of the United States."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from tools.geonames import Site, named
from tools.tables import unaccented

LAYERS = {"marine_polys", "geography_regions_polys", "geography_regions_points"}
WRITTEN_OUT = {"I.": "Island", "Is.": "Islands", "Str.": "Strait", "Mts.": "Mountains", "Pen.": "Peninsula"}


def terrain(path: Path) -> Iterator[Site]:
    for row in csv.DictReader(path.open(encoding="utf-8")):
        if row["layer"] in LAYERS and row["type"] not in {"Continent", "Dragons-be-here"}:
            names = [spelled(each) for each in (row["name"], *row["alt_names"].split("|")) if each.strip()]
            site = Site(names[0], "area", "", float(row["lat"]), float(row["lon"]))
            yield named(site, [form for each in names for form in (each, unaccented(each))], usual=True)


def spelled(name: str) -> str:
    """A name written out and in small letters: "SUDD" as "Sudd", "Pinnacle Is." as "Pinnacle Islands"."""
    words = [WRITTEN_OUT.get(word, word) for word in name.split()]
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in words)


def counties(path: Path) -> dict[str, tuple[float, float]]:
    """The middle of each county of the United States by its FIPS number, from the file of the npm package us-atlas."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    shapes = topology["objects"]["counties"]["geometries"]
    arcs = [list(unpacked(arc, **topology["transform"])) for arc in topology["arcs"]]
    return {shape["id"]: middle(shape, arcs) for shape in shapes if shape.get("arcs")}


def unpacked(
    arc: list[list[int]], scale: tuple[float, float], translate: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """The points of an arc, of which the file holds steps."""
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale[0] + translate[0], y * scale[1] + translate[1]


def middle(shape: dict[str, object], arcs: list[list[tuple[float, float]]]) -> tuple[float, float]:
    """Latitude and longitude of the centroid of a shape's largest ring."""
    rings = shape["arcs"] if shape["type"] == "Polygon" else [polygon[0] for polygon in shape["arcs"]]  # type: ignore
    return max(map(centroid, (ring(numbers, arcs) for numbers in rings)))[1:]


def ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """The points of a ring; an arc of a negative number runs backwards."""
    pieces = (arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers)
    return [point for piece in pieces for point in piece[:-1]]


def centroid(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """The area of a ring, and the latitude and longitude of its centroid."""
    area = east = north = 0.0
    for (x, y), (next_x, next_y) in zip(points, [*points[1:], points[0]], strict=True):
        cross = x * next_y - next_x * y
        area, east, north = area + cross / 2, east + (x + next_x) * cross, north + (y + next_y) * cross
    if not area:
        return 0.0, *points[0][::-1]
    return abs(area), round(north / (6 * area), 5), round(east / (6 * area), 5)
