"""Places an article names, as exact as its words make them, in the country its words put them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from crosswire.knowledge.lexicon import rows
from crosswire.language.toponyms import KINDS, REGIONS, TAGGED, Toponym, capital, toponyms
from crosswire.records import Article, Cited, Place, Span
from crosswire.syntax import Sentence

PRECISION = {"country": "country", "capital": "city", "city": "city"}
LONGEST_GAP = 7  # tokens between a country and its place: "Iraq's second largest city of Mosul"


def find_places(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Cited[Place], ...]:
    """Every mention of a place, in reading order; its country only where table, words or context tell."""
    found = toponyms(sentences)
    told = {each.text: country for each in reversed(found) if (country := country_told(each))}
    about = countries_of(found)
    return tuple(cited(article, each, told, about) for each in found)


def cited(article: Article, toponym: Toponym, told: Mapping[str, str], about: frozenset[str]) -> Cited[Place]:
    country = country_told(toponym) or told.get(toponym.text) or country_known(toponym) or by_context(toponym, about)
    name = toponym.entry.name if toponym.entry else toponym.text
    tokens = toponym.sentence.tokens[toponym.start : toponym.stop]
    span = Span(article.id, tokens[0].start, tokens[-1].stop)
    return Cited(Place(name, country, precision(toponym, country)), (span,))


def precision(toponym: Toponym, country: str | None) -> str:
    """How exact a place is: the noun beside its name decides first, "Kursk region", "city of Wonsan"."""
    nouns = {noun for noun in (noun_after(toponym), noun_before(toponym)) if noun}
    entry = toponym.entry
    if nouns & REGIONS and not (entry and entry.kind == "country"):
        return "region"
    if entry is None:
        return "city" if nouns else TAGGED[toponym.sentence.tokens[toponym.start].entity]
    if entry.kind == "country" and country != entry.country:
        return "region"
    return exactness().get(entry.name, "region") if entry.kind == "region" else PRECISION[entry.kind]


def noun_after(toponym: Toponym) -> str | None:
    after = toponym.sentence.tokens[toponym.stop : toponym.stop + 1]
    return after[0].text.lower() if after and after[0].text.lower() in KINDS else None


def noun_before(toponym: Toponym) -> str | None:
    before = [token.text for token in toponym.sentence.tokens[max(0, toponym.start - 2) : toponym.start]]
    return before[0] if len(before) == 2 and before[1] == "of" and before[0] in KINDS else None


def country_told(toponym: Toponym) -> str | None:
    """The country the words beside a name put it in."""
    if toponym.entry and toponym.entry.kind == "country":
        return None
    return next((country for rule in RULES if (country := rule(toponym))), None)


def container_after_comma(toponym: Toponym) -> str | None:
    """ "Wonsan, North Korea" is in North Korea; a name known elsewhere is moved only by a state: "Paris, Texas"."""
    tokens = toponym.sentence.tokens
    holder = next((e for start, _, e in toponym.names if start == toponym.stop + 1), None)
    if holder is None or tokens[toponym.stop].text != "," or holder.kind not in {"country", "region"}:
        return None
    own = toponym.entry.country if toponym.entry else None
    return holder.country if own is None or holder.kind == "region" else None


def holder_before(toponym: Toponym) -> str | None:
    """ "North Korea's eastern city of Wonsan", "the Syrian town of Kobani", "Russia's Kursk region"."""
    tokens = toponym.sentence.tokens
    for _, stop, entry in reversed(toponym.names):
        gap = tokens[stop : toponym.start]
        if stop <= toponym.start and entry.country and entry.kind in {"country", "demonym", "region"}:
            possessive = bool(gap) and gap[0].text in {"'s", "’s", "'", "’"}
            inner = gap[1:] if possessive else gap
            named = any(t.text.lower() in KINDS for t in inner) or noun_after(toponym) is not None
            joined = all(t.pos in {"ADJ", "NOUN", "NUM", "PUNCT", "ADV"} or t.text == "of" for t in inner)
            close = len(gap) <= LONGEST_GAP and joined and not any(capital(t) for t in inner)
            return entry.country if close and named and (possessive or entry.kind != "country") else None
    return None


RULES = (container_after_comma, holder_before)


def country_known(toponym: Toponym) -> str | None:
    """The country the tables put a name in; none for Georgia, a country and a state."""
    entry = toponym.entry
    return entry.country if entry and not (entry.kind == "country" and entry.name in rivals()) else None


def by_context(toponym: Toponym, about: frozenset[str]) -> str | None:
    """The one country among a name's rivals that the article names otherwise; a country with a namesake goes first."""
    entry = toponym.entry
    if entry is None:
        return None
    named = [country for country in rivals().get(entry.name, ()) if country in about]
    first = entry.country if entry.kind == "country" and entry.country in named else None
    return first or (named[0] if len(named) == 1 else None)


def countries_of(found: Sequence[Toponym]) -> frozenset[str]:
    """Countries an article names, they or their people or places, by names that no other place bears."""
    sentences = {each.sentence.index: each.names for each in found}
    entries = (entry for names in sentences.values() for _, _, entry in names if not entry.doubtful)
    return frozenset(e.country for e in entries if e.country and (e.kind == "demonym" or e.name not in rivals()))


@cache
def rivals() -> Mapping[str, tuple[str, ...]]:
    """Names that places in several countries bear, with those countries."""
    tables = (*rows("cities"), *rows("places"))
    return {row["name"]: tuple(row["rivals"].split("|")) for row in tables if row["rivals"]}


@cache
def exactness() -> Mapping[str, str]:
    return {row["name"]: row["precision"] for row in rows("places")}
