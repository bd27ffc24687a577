"""Where a newspaper is at home, by its web domain."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosswire.knowledge.gazetteer import Site, site, sites
from crosswire.knowledge.lexicon import rows


@cache
def town_of_paper(domain: str) -> Site | None:
    """The town of a regional newspaper: "www.star-telegram.com" -> Fort Worth, in Texas."""
    labels = domain.lower().split(".")
    tails = (".".join(labels[at:]) for at in range(len(labels) - 1))
    row = next((papers()[tail] for tail in tails if tail in papers()), None)
    if row is None:
        return None
    fitting = (
        each
        for each in sites(row["city"])
        if each.kind == "city" and each.country == row["country"] and row["region"] in {"", region_name(each)}
    )
    return max(fitting, key=lambda each: each.population, default=None)


def region_name(town: Site) -> str:
    return site(town.region).name if town.region else ""


@cache
def papers() -> Mapping[str, dict[str, str]]:
    return {row["domain"]: row for row in rows("papers")}
