"""Codes of countries and of actors in other schemes: ISO's two letters, Correlates of War, FIPS 10-4, CAMEO."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosswire.knowledge.lexicon import country_name, rows
from crosswire.records import Record


class CameoActor(Record, frozen=True):
    """An actor in CAMEO's codes, empty where it has none: a country or region, a known group, up to three roles."""

    country: str
    group: str
    roles: tuple[str, ...]

    @property
    def code(self) -> str:
        """All of it in one: USAGOV, IGOEUREEC; a known group's kind comes first."""
        first, rest = (self.roles[:1], self.roles[1:]) if self.group else ((), self.roles)
        return "".join((*first, self.country, self.group, *rest))


def full_name(country: str) -> str:
    """The English name of a country or of what PLOVER has in its place: PRK is North Korea, EUR the European Union."""
    return stateless()[country]["content"] if country in stateless() else country_name(country)


def iso2(country: str) -> str:
    """Its two letters of ISO 3166, XK for Kosovo; nothing where it is no country."""
    return codes().get(country, {}).get("iso2", "")


def cow(country: str) -> str:
    """Its number among the Correlates of War; nothing where it is none of their states."""
    return codes().get(country, {}).get("cow", "")


def fips(country: str) -> str:
    """Its FIPS 10-4 code, two letters; nothing where it has none or two."""
    return codes().get(country, {}).get("fips", "")


def cameo_actor(country: str | None, sectors: tuple[str, ...]) -> CameoActor:
    """An actor of a country, or of what PLOVER has in its place, and its sectors."""
    body = stateless().get(country or "")
    roles = [body["cameo"]] if body else []
    roles += [code for sector in sectors if (code := roles_by_sector().get(sector))]
    place = body["region"] if body else codes().get(country or "", {}).get("cameo") or country or ""
    return CameoActor(place, body["group"] if body else "", tuple(dict.fromkeys(roles))[:3])


@cache
def codes() -> Mapping[str, Mapping[str, str]]:
    return {row["iso3"]: row for row in rows("codes")}


@cache
def stateless() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in rows("stateless")}


@cache
def roles_by_sector() -> Mapping[str, str]:
    return {row["sector"]: row["cameo"] for row in rows("sectors")}
