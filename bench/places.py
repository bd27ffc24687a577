"""Where: toponyms found, and put on the map, against gold spans and coordinates.

`span_f1` and `overlap_f1` are of the places of `crosswire.read`. `acc161` and the errors in km are of the gold spans,
resolved as a reading resolves its own; a place without a point counts as wrong, and its error is not counted. The
rival is `population_acc161`: of the same gazetteer's places of that name, the one where most people live.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import Any

import msgspec

import crosswire
from bench.rivals import tagger_figures
from bench.texts import day
from crosswire.knowledge.gazetteer import sites
from crosswire.knowledge.lexicon import find_names
from crosswire.language.parse import parse, prose
from crosswire.language.places import locate
from crosswire.language.places.namesakes import namesakes
from crosswire.model import look
from crosswire.records import Article, Place, Span

NEAR = 161  # km, a hundred miles, by which toponym resolvers are judged
UNPLACED = {"Demonym", "Language", "Homonym"}  # gold without a point: neither required nor wrong when found
TRAINED_ON = "gwn_dev tr_news_dev lgl_dev geovirus_dev"  # the weights that find toponyms, by training.toponyms
EARTH = 6371.0  # km
Gold = Mapping[str, Any]


class Case(msgspec.Struct, frozen=True):
    """A gold toponym, where a reading puts its words, and which of the places found overlaps it."""

    record: str
    gold: Gold
    words: str
    place: Place
    found: Place | None


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the commonest kinds of mistake go to stderr."""
    seconds = 0.0
    words = found = gold = exact = overlapping = 0
    cases: list[Case] = []
    seen: list[tuple[Article, Sequence[Gold]]] = []
    mistakes: dict[str, list[str]] = {}
    for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        article = article_of(record)
        began = perf_counter()
        places = crosswire.read(article).places
        seconds += perf_counter() - began
        words += len(article.text.split())
        wanted = [each for each in record["toponyms"] if each["type"] not in UNPLACED]
        spare = [each for each in record["toponyms"] if each["type"] in UNPLACED]
        judged = [each for each in places if not any(overlaps(each.spans[0], other) for other in spare)]
        pairs = paired([each.spans[0] for each in judged], wanted)
        seen.append((article, wanted))
        found, gold = found + len(judged), gold + len(wanted)
        overlapping += len(pairs)
        exact += sum((judged[i].spans[0].start, judged[i].spans[0].stop) == ends(wanted[j]) for i, j in pairs)
        by_gold = {j: judged[i].value for i, j in pairs}
        cases += resolved(article, record, wanted, by_gold)
        note_spans(mistakes, article, record, judged, wanted, pairs)
    for case in cases:
        if (kind := wrong(case)) is not None:
            note(mistakes, kind, case)
    show(mistakes, errors)
    return {
        "span_f1": f1(exact, found, gold),
        "overlap_f1": f1(overlapping, found, gold),
        **figures([case for case in cases if case.gold["lat"] is not None]),
        **tagger_figures(seen),
        "trained_on": TRAINED_ON,
        "toponyms": gold,
        "found": found,
        "reading_s": round(seconds, 2),
        "words_per_s": round(words / seconds) if seconds else None,
    }


def article_of(record: Mapping[str, Any]) -> Article:
    return Article.of(
        record["text"], title=record.get("title"), url=record.get("url"), published=day(record.get("published"))
    )


def resolved(article: Article, record: Gold, wanted: Sequence[Gold], found: Mapping[int, Place]) -> Iterator[Case]:
    """The gold spans of an article, put on the map as those of its reading are."""
    spans = [Span(article.id, each["start"], each["end"]) for each in wanted]
    sight = look(article.text, prose(article))
    located = locate(article, parse(article, sight), spans, sight)
    for index, (each, cited) in enumerate(zip(wanted, located, strict=True)):
        yield Case(record["id"], each, article.excerpt(cited.spans[0]), cited.value, found.get(index))


def figures(cases: Sequence[Case]) -> dict[str, object]:
    errors = [error for case in cases if (error := off(case.gold, case.place)) is not None]
    through = [off(case.gold, case.found) if case.found else None for case in cases]
    told = [(country, case) for case in cases if (country := country_of(case.gold))]
    return {
        "acc161": share(sum(error <= NEAR for error in errors), len(cases)),
        "mean_error_km": round(mean(errors), 1) if errors else None,
        "median_error_km": round(median(errors), 1) if errors else None,
        "country": share(sum(case.place.country == country for country, case in told), len(told)),
        "in_gazetteer": share(sum(bool(namesakes(case.words)) for case in cases), len(cases)),
        "population_acc161": share(sum(most_people_near(case) for case in cases), len(cases)),
        "acc161_end_to_end": share(sum(error is not None and error <= NEAR for error in through), len(cases)),
    }


def most_people_near(case: Case) -> bool:
    """Whether the most populous place of a name is near the gold point: what a gazetteer alone gets right."""
    site = max(sites(case.words), key=lambda site: site.population, default=None)
    return site is not None and kilometres(case.gold["lat"], case.gold["lon"], site.latitude, site.longitude) <= NEAR


def off(gold: Gold, place: Place) -> float | None:
    """Kilometres between a place and its gold point; None for a place without a point."""
    if place.latitude is None or place.longitude is None:
        return None
    return kilometres(gold["lat"], gold["lon"], place.latitude, place.longitude)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Length of the great circle between two points."""
    rise, turn = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    return 2 * EARTH * asin(sqrt(sin(rise) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(turn) ** 2))


def country_of(gold: Gold) -> str | None:
    """The country a record gives by its English name, as ISO3."""
    names = find_names((gold.get("country") or "").split())
    return next((entry.country for _, _, entry in names if entry.kind == "country"), None)


def paired(found: Sequence[Span], gold: Sequence[Gold]) -> list[tuple[int, int]]:
    """Each gold span with the place whose words overlap it, the same words first, one to one, in reading order."""
    pairs = []
    free = list(range(len(gold)))
    for same in (True, False):
        taken = {i for i, _ in pairs}
        for i, span in enumerate(found):
            fitting = [
                j for j in free if (ends(gold[j]) == (span.start, span.stop) if same else overlaps(span, gold[j]))
            ]
            if i not in taken and fitting:
                free.remove(fitting[0])
                pairs.append((i, fitting[0]))
    return pairs


def ends(gold: Gold) -> tuple[int, int]:
    return gold["start"], gold["end"]


def same(span: Span, gold: Gold) -> bool:
    return (span.start, span.stop) == ends(gold)


def overlaps(span: Span, gold: Gold) -> bool:
    return span.start < gold["end"] and gold["start"] < span.stop


def share(right: int, all_: int) -> float | None:
    return round(right / all_, 4) if all_ else None


def f1(right: int, found: int, gold: int) -> float:
    return round(2 * right / (found + gold), 4) if found + gold else 0.0


def wrong(case: Case) -> str | None:
    """The kind of mistake a resolution makes, or None."""
    if case.gold["lat"] is None:
        return None
    error = off(case.gold, case.place)
    if error is None:
        return "no point"
    country = country_of(case.gold)
    if error > NEAR:
        return "another country" if country and country != case.place.country else "too far off"
    return None


def note(mistakes: dict[str, list[str]], kind: str, case: Case) -> None:
    place, gold = case.place, case.gold
    where = (
        f"{place.latitude},{place.longitude} {place.country} for {gold['lat']},{gold['lon']} {gold.get('country', '')}"
    )
    mistakes.setdefault(kind, []).append(f"{case.words!r} ({gold['type']}): {where} ({case.record} {gold['start']})")


def note_spans(
    mistakes: dict[str, list[str]],
    article: Article,
    record: Gold,
    judged: Sequence[crosswire.records.Cited[Place]],
    wanted: Sequence[Gold],
    pairs: Sequence[tuple[int, int]],
) -> None:
    """Places missed, invented, and found with other ends."""
    hit, met = {j for _, j in pairs}, {i for i, _ in pairs}
    lines = [("missed", *ends(gold), gold["type"]) for j, gold in enumerate(wanted) if j not in hit]
    spans = [each.spans[0] for each in judged]
    lines += [("invented", span.start, span.stop, "") for i, span in enumerate(spans) if i not in met]
    for i, j in pairs:
        if (spans[i].start, spans[i].stop) != ends(wanted[j]):
            lines.append(("other ends", spans[i].start, spans[i].stop, article.text[slice(*ends(wanted[j]))]))
    for kind, start, stop, detail in lines:
        words = " ".join(article.text[start:stop].split())
        mistakes.setdefault(kind, []).append(f"{words!r} ({detail}) ({record['id']} {start}-{stop})")


def show(mistakes: Mapping[str, Sequence[str]], errors: int) -> None:
    for kind, lines in sorted(mistakes.items(), key=lambda item: -len(item[1]))[:errors]:
        print(f"{kind}: {len(lines)}", file=sys.stderr)
        for line in lines[:errors]:
            print(f"  {line}", file=sys.stderr)
