"""Names and what they stand for. The only module besides model loaders that opens data/; tables load on first use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from types import MappingProxyType

from crosswire.records import Record

COMMON_ACRONYMS = {"US", "WHO", "IT", "AID", "MAY"}  # in a line of capitals these may be plain words
UNIONS = {"IGO", "UNO", "EUR"}  # PLOVER's codes of what states have founded


class Entry(Record, frozen=True):
    """What a name stands for: `kind` is country, demonym, capital, city, region, organisation, group, agency, outlet
    or metonym; `name` is the usual name; a demonym's is its country's.

    `doubtful` names are also borne by persons, common words or other places: the caller needs the tagger's word.
    """

    name: str
    kind: str
    country: str | None = None  # ISO3 (XKX for Kosovo), or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC
    sector: str | None = None  # PLOVER's three letters
    doubtful: bool = False


def find_names(words: Sequence[str]) -> tuple[tuple[int, int, Entry], ...]:
    """The longest known names in a list of tokens, left to right, as half-open word indices.

    Lower-case words never match; "MOSCOW" does; "U.S.-led" matches as its first part.
    """
    found = []
    index = names()
    letters = [word for word in words if word.isalpha()]
    shouted = len(letters) > 2 and all(map(str.isupper, letters))
    at, end = 0, len(words)
    while at < end:
        word = words[at]
        known = index.get(word, ())
        for rest, entry in (*known, *index.get(before_hyphen(word), ())) if "-" in word else known:
            stop = at + 1 + len(rest)
            if tuple(words[at + 1 : stop]) == rest and not (shouted and word in COMMON_ACRONYMS):
                found.append((at, stop, entry))
                at = stop - 1
                break
        at += 1
    return tuple(found)


def before_hyphen(word: str) -> str:
    """ "U.S." of "U.S.-led"; nothing of a word without hyphen."""
    first, hyphen, last = word.partition("-")
    return first if hyphen and last[:1].isalpha() else ""


@cache
def titles() -> Mapping[str, str | None]:
    """Title phrases in lower case and the sector of who bears them: "foreign minister" -> GOV."""
    sectors = {title: row["sector"] or None for row in rows("titles") for title in row["titles"].split("|")}
    return MappingProxyType(sectors)


def country_name(iso3: str) -> str:
    """The usual English name of a country, or the code itself where it is not one: "PRK" -> North Korea."""
    row = countries().get(iso3)
    return row["name"] if row else iso3


def sovereign(iso3: str) -> str:
    """The state a territory belongs to, as PLOVER counts actors: "PRI" -> USA; a state is its own."""
    row = countries().get(iso3)
    return row["under"] or iso3 if row else iso3


def outlet_of_domain(domain: str) -> Entry | None:
    """The outlet that publishes under a host name: "www.bbc.co.uk" -> BBC."""
    labels = domain.lower().split(".")
    tails = (".".join(labels[at:]) for at in range(len(labels) - 1))
    return next((outlets[tail] for tail in tails if tail in (outlets := outlets_by_domain())), None)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table of data/ by its bare name, each a dict of its columns: rows("titles"). Not to be changed."""
    file = resources.files("crosswire.data") / f"{name}.tsv"
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    filled = [(number, line.split("\t")) for number, line in lines if line.strip() and not line.startswith("#")]
    _, columns = filled[0]
    for number, cells in filled:
        if len(cells) != len(columns):
            raise ValueError(f"{file}:{number}: {len(cells)} cells where the columns are {', '.join(columns)}")
    return tuple(dict(zip(columns, cells, strict=True)) for _, cells in filled[1:])


@cache
def countries() -> Mapping[str, Mapping[str, str]]:
    return {row["iso3"]: row for row in rows("countries")}


@cache
def outlets_by_domain() -> Mapping[str, Entry]:
    return {d: outlet(row) for row in rows("outlets") for d in row["domains"].split("|") if d}


@cache
def names() -> Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Every spelling by its first token: what must follow, longest first, and what the whole name stands for."""
    doubtful = {row["name"] for row in rows("doubtful")}
    entries: dict[tuple[str, ...], Entry] = {}
    for cell, entry in tables():
        for name in filter(None, cell.split("|")):
            said = Entry(entry.name, entry.kind, entry.country, entry.sector, name in doubtful)
            for spelling in spellings(name):
                entries.setdefault(spelling, said)
                if entry.kind not in {"outlet", "agency"} and len(name) > 3:
                    entries.setdefault(tuple(piece.upper() for piece in spelling), said)
    by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for first, *rest in sorted(entries, key=len, reverse=True):
        by_first.setdefault(first, []).append((tuple(rest), entries[(first, *rest)]))
    return {first: tuple(found) for first, found in by_first.items()}


def tables() -> Iterator[tuple[str, Entry]]:
    """Cells of names with what they stand for; where two tables claim a name, the first keeps it."""
    for row in rows("countries"):
        yield row["names"], Entry(row["name"], "country", row["iso3"])
        yield row["demonyms"], Entry(row["name"], "demonym", row["iso3"])
    for row in rows("countries"):
        for capital in row["capital"].split("|"):
            yield capital, Entry(capital.split(",")[0], "capital", row["iso3"])
    for row in rows("metonyms"):
        yield row["names"], Entry(row["name"], "metonym", row["country"] or None, row["sector"] or None)
    for row in rows("organisations"):
        yield row["names"], Entry(row["name"], row["kind"], row["country"] or None, row["sector"] or None)
    for row in rows("outlets"):
        yield row["names"], outlet(row)
    for row in (*rows("places"), *rows("cities")):
        kind = "city" if row["precision"] == "city" else "region"
        yield row["names"], Entry(row["name"], kind, row["country"] or None)
        yield row.get("demonyms", ""), Entry(row["name"], "demonym", row["country"] or None)


def outlet(row: Mapping[str, str]) -> Entry:
    return Entry(row["name"], row["kind"], row["country"] or None, "JRN")


def spellings(name: str) -> Iterable[tuple[str, ...]]:
    """A name as tokens, with either apostrophe: "People's Daily" -> People 's Daily, "G-Bissau" -> G - Bissau."""
    pieces = tuple(piece for word in name.split() for piece in split(word))
    curly = tuple(piece.replace("'", "’") for piece in pieces)
    return {pieces: None, curly: None}


def split(word: str) -> Iterator[str]:
    """A word as the tokeniser cuts it: commas and 's off, hyphens between letters apart."""
    body = word.removesuffix(",").removesuffix("'s")
    parts = body.split("-")
    if len(parts) > 1 and all(part[:1].isalpha() and part[-1:].isalpha() for part in parts):
        yield parts[0]
        for part in parts[1:]:
            yield from ("-", part)
    else:
        yield body
    if word.removesuffix(",") != body:
        yield "'s"
    if word.endswith(","):
        yield ","
