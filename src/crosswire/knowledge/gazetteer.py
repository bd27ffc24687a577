"""Where places lie: every place that bears a name, from one packed file; nothing is read before the first question.

>>> [site.country for site in sites("Wonsan")]
['PRK']
"""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from functools import cache, lru_cache
from importlib import resources

from crosswire.records import Record

FILE = "gazetteer.sqlite"
KINDS = ("country", "region", "district", "city", "area", "point")  # a place's kind is kept as its index here
SCALE = 100_000  # degrees are kept as whole numbers of the fifth decimal, about a metre

SHORTEST = 5  # letters up to which a name may be one written short, with or without its stop: "Ky", "Calif."
SHOUTED = 50_000  # people: short capitals are a town's name, "ROME", only where it is as large; else an acronym: "CHU"
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,4}")
SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
UNLIKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a"})
MARKS = str.maketrans({"-": " ", "–": " ", "‐": " ", "/": " ", ",": " ", "&": " and ", **dict.fromkeys("'’‘`ʻʼ´“”\"")})

COLUMNS = "places.id, places.name, kind, country, region, latitude, longitude, population, geonames"
BY_NAME = f"""
    select {COLUMNS}, names.usual from names join places on places.id = names.place
    where names.name = ? order by names.usual desc, places.id
"""
BY_NUMBER = f"select {COLUMNS}, 1 from places where id = ?"


class Site(Record, frozen=True):
    """A place on the map. `kind` is country, region (of the first order), district (of the second), city, area, point.

    `population` of what has none of its own, such as a sea, tells how well known it is. `region` is the number of the
    region it lies in; `usual` tells whether the name asked for is its own, no other form.
    """

    id: int
    name: str
    kind: str
    country: str | None  # ISO3, XKX for Kosovo; disputed places as data/PROVENANCE.md says
    region: int | None
    latitude: float
    longitude: float
    population: int
    geonames: int | None
    usual: bool = True


def sites(name: str) -> tuple[Site, ...]:
    """Every place of a name, in any spelling of case and accents; "US" is not "us"."""
    if not any(map(str.isupper, name)):
        return ()
    if not ACRONYM.fullmatch(name):
        key = fold(name)
        other = key[:-1] if key.endswith(".") else f"{key}." if len(key) <= SHORTEST else ""
        return sites_of(key) or (sites_of(other) if other else ())
    letters = name.replace(".", "")
    large = (each for each in sites_of(fold(letters)) if each.population > SHOUTED)
    return sites_of(letters) or (tuple(large) if letters == name and len(letters) > 2 else ())


@lru_cache(maxsize=20_000)
def site(number: int) -> Site:
    """The place of a number."""
    return next(map(told, table().execute(BY_NUMBER, (number,))))


def fold(name: str) -> str:
    """A name without case, accents, hyphens and apostrophes; "Pa." keeps its stop.

    >>> fold("Saint-Étienne"), fold("St. Louis"), fold("Sana'a"), fold("W.Va.")
    ('saint etienne', 'saint louis', 'sanaa', 'wva.')
    """
    text = name.casefold()
    if not text.isascii():
        pieces = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in pieces if not unicodedata.combining(c)).casefold().translate(UNLIKE)
    text = text.translate(MARKS)
    words = text.replace(".", "").split()
    words = [SHORT.get(word, word) for word in words[:-1]] + words[-1:]
    return " ".join(words) + ("." if text.endswith(".") else "")


@lru_cache(maxsize=20_000)
def sites_of(key: str) -> tuple[Site, ...]:
    return tuple(map(told, table().execute(BY_NAME, (key,))))


def told(row: tuple[int, str, int, str, int | None, int, int, int, int | None, int]) -> Site:
    number, name, kind, country, region, latitude, longitude, population, geonames, usual = row
    point = latitude / SCALE, longitude / SCALE
    return Site(number, name, KINDS[kind], country or None, region, *point, population, geonames, bool(usual))


def table() -> sqlite3.Connection:
    return opened(os.getpid())  # a connection may not be carried into a forked process


@cache
def opened(process: int) -> sqlite3.Connection:
    """The file, read through a memory map that all processes share."""
    path = str(resources.files("crosswire.data") / FILE)
    connection = sqlite3.connect(f"file:{quoted(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("pragma mmap_size = 100000000")
    return connection


def quoted(path: str) -> str:
    """A path as part of a URI."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
