"""What speaks for one of the places that bear a name: each reason gives a weight, and the weights add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from math import cos, exp, hypot, log10, radians

import msgspec

from crosswire.knowledge.gazetteer import Site, fold
from crosswire.knowledge.lexicon import rows
from crosswire.language.places.beside import Beside, holds
from crosswire.language.places.namesakes import UNITS

# Chosen on one half of four sets of news: see docs/benchmarks.md.
SIZE = 0.6  # for each power of ten of people
FAME = 0.5  # for a great city
GREAT = 500_000  # people
RANKS = {
    "country": 5.0,
    "area": 3.0,
    "point": 3.0,
    "capital": 2.0,
    "district": 0.8,
    "region": 0.7,
    "city": 0.0,
    "world": 4.0,  # seas, continents and what else lies in no country
    "bare": -0.5,  # a district called by another name than its own: "Cook" for Cook County
}
UNIT = 1.5
OTHER_FORM = 1.0
TOLD = 8.0
KIND = 3.0
LISTED = 2.0
COUNTRY = 5.0
REGION = 2.0
NEAR = 3.0
NEXT = 3.0
HOME = 0.7
HOME_REGION = 1.0
HOME_NEAR = 1.0
HOME_TOWN = 1.5
DEGREE = 111.2  # km


class Tally(msgspec.Struct, frozen=True):
    """How often an article names places of a country or region, in all and by the words that name them."""

    total: Counter[str | int]
    by_words: Mapping[str, Counter[str | int]]

    def weight(self, key: str | int | None, words: str) -> float:
        """How much speaks for a country or region, 0 to 1: how many of the mentions by other words, and what share."""
        own = self.by_words.get(words, Counter())
        others = self.total.total() - own.total()
        mentions = self.total[key] - own[key] if key is not None else 0
        return min(1.0, 2 * mentions / others) * mentions / (mentions + 1) if mentions else 0.0


class Home(msgspec.Struct, frozen=True):
    """Where an outlet is at home: its country, and its town where it is a regional paper."""

    country: str | None
    town: Site | None


class Scene(msgspec.Struct, frozen=True):
    """What an article as a whole says of where it plays: what it names of each country and region, places settled."""

    countries: Tally
    regions: Tally
    settled: tuple[tuple[str, Site], ...]
    unsettled: tuple[tuple[str, Site], ...]
    home: Home


class Choice(msgspec.Struct, frozen=True):
    """A place in question, with the words that name it and what stands beside them at any of their mentions.

    `known` is the kind under which the tables have the name: Odesa is a city, though a region is called after it.
    """

    site: Site
    words: str
    told: tuple[Beside, ...]
    known: str | None


def size(choice: Choice, scene: Scene) -> float:
    """A large place is meant rather than a small one, a great city all the more."""
    fame = FAME if choice.site.kind == "city" and choice.site.population > GREAT else 0.0
    return SIZE * log10(choice.site.population + 10) + fame


def rank(choice: Choice, scene: Scene) -> float:
    """A country is meant rather than its namesakes, a capital rather than a town, a town rather than its region."""
    return RANKS[standing(choice)]


def standing(choice: Choice) -> str:
    """What a place counts as among its namesakes."""
    site = choice.site
    if site.kind == "city" and site.usual and site.population > 10_000:  # Philadelphia was Amman once
        return "capital" if (site.country, fold(site.name)) in capitals() else site.kind
    if site.kind == "district" and not site.usual:
        return "bare"
    if site.kind == "area" and site.country is None:
        return "world"
    return site.kind


def as_known(choice: Choice, scene: Scene) -> float:
    """A name that the tables have as a town's is not that of a unit called after it: Odesa."""
    return -UNIT if choice.known in {"city", "capital"} and choice.site.kind in UNITS else 0.0


def own_name(choice: Choice, scene: Scene) -> float:
    """A place's usual name is meant rather than another form of some other place's."""
    return 0.0 if choice.site.usual else -OTHER_FORM


def told_beside(choice: Choice, scene: Scene) -> float:
    """The words beside the name put it where this place is: "Paris, Texas"."""
    fitting = [each.strength for each in choice.told if any(holds(holder, choice.site) for holder in each.holders)]
    return TOLD * max(fitting, default=0.0)


def kind_told(choice: Choice, scene: Scene) -> float:
    """The noun beside the name is that of its kind: "Kursk region"."""
    kinds = [each.kinds for each in choice.told if each.kinds]
    return KIND if any(choice.site.kind in each for each in kinds) else 0.0


def listed_with(choice: Choice, scene: Scene) -> float:
    """It is of the kind of what stands in a list with its name: "New York, Ohio and Maine" are states."""
    site = choice.site
    fitting = (
        each.kind == site.kind and (each.kind == "country" or each.country == site.country)
        for told in choice.told
        for each in told.listed
    )
    return LISTED if any(fitting) else 0.0


def country_in_play(choice: Choice, scene: Scene) -> float:
    """The article names its country, or other places there."""
    return COUNTRY * scene.countries.weight(choice.site.country, choice.words)


def region_in_play(choice: Choice, scene: Scene) -> float:
    """The article names its state, or other places there."""
    region = choice.site.id if choice.site.kind == "region" else choice.site.region
    return REGION * scene.regions.weight(region, choice.words)


def near_others(choice: Choice, scene: Scene) -> float:
    """It is close to other places of the article."""
    others = [kilometres(choice.site, site) for words, site in scene.settled if words != choice.words]
    return NEAR * max((exp(-each / 100) for each in others), default=0.0)


def near_unsettled(choice: Choice, scene: Scene) -> float:
    """It is next to what another name in question may mean: Edmonton and Enfield are both in London."""
    if choice.site.kind not in {"city", "point"}:
        return 0.0
    others = [kilometres(choice.site, site) for words, site in scene.unsettled if words != choice.words]
    return NEXT * max((exp(-each / 15) for each in others), default=0.0)


def at_home(choice: Choice, scene: Scene) -> float:
    """It is in the country of the outlet, in the region of the paper, close to the paper's town, or is that town."""
    country, town, site = scene.home.country, scene.home.town, choice.site
    weight = HOME if country and site.country == country else 0.0
    if town and town.region and town.region in {site.region, site.id}:
        weight += HOME_REGION
    if town and site.id == town.id:
        weight += HOME_TOWN
    return weight + (HOME_NEAR * exp(-kilometres(site, town) / 100) if town else 0.0)


def reasons(choice: Choice, scene: Scene) -> tuple[tuple[str, float], ...]:
    """What speaks for a place and against it, by the name of the reason."""
    return tuple((reason.__name__, weight) for reason in REASONS if (weight := reason(choice, scene)))


REASONS: tuple[Callable[[Choice, Scene], float], ...] = (
    size,
    rank,
    as_known,
    own_name,
    told_beside,
    kind_told,
    listed_with,
    country_in_play,
    region_in_play,
    near_others,
    near_unsettled,
    at_home,
)


def kilometres(one: Site, other: Site) -> float:
    """About how far two places are apart; the error is small where they are near."""
    rise = other.latitude - one.latitude
    turn = abs(other.longitude - one.longitude)
    turn = min(turn, 360 - turn) * cos(radians((one.latitude + other.latitude) / 2))
    return DEGREE * hypot(rise, turn)


@cache
def capitals() -> frozenset[tuple[str, str]]:
    return frozenset(
        (row["iso3"], fold(each.split(",")[0])) for row in rows("countries") for each in row["capital"].split("|")
    )
