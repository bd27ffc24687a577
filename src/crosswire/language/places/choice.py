"""Which of the places that bear a name an article means: each is weighed by the reasons for it, the best is taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from crosswire.knowledge.gazetteer import Site, fold
from crosswire.knowledge.lexicon import find_names
from crosswire.language.places.beside import Beside, Naming, holds
from crosswire.language.places.namesakes import namesakes
from crosswire.language.places.reasons import Choice, Home, Scene, Tally, kilometres, reasons

ROUNDS = 2  # what is settled is context for the next, and is weighed once more when all are
CLEAR = 3.5  # lead over the next by which a place is context for others from the first
OPEN = 12.0  # lead that no context can make up for
LIKELY = 2.5  # weight below which another form of a place's name is rather a name that the gazetteer lacks
FEW = 20  # places of an unsettled name that another may be next to
MOST = 60  # places of a name that are weighed in full
LARGE = 300_000  # people: a place so well known is sooner misread than unknown
STATE = 0  # stands for the region's sense of a name that is also a great city's, where it holds what is before it
Key = tuple[str, tuple[int, ...]]  # words, and the holders told beside them


def place(namings: Sequence[Naming], told: Sequence[Beside], also: Sequence[Site], home: Home) -> dict[int, Site]:
    """The place of each naming by its index, where any is known; `also` are places the article names otherwise."""
    namings = [*map(spelled, namings, told)]
    groups: dict[Key, list[int]] = {}
    by_words: dict[str, list[Beside]] = {}
    for index, each in enumerate(namings):
        words = fold(each.words)
        groups.setdefault((words, held(each, told[index])), []).append(index)
        by_words.setdefault(words, []).extend([told[index]] if not told[index].holds else [])
    choices = {
        key: choices_of(namings[indices[0]].words, key, [told[i] for i in indices] if key[1] else by_words[key[0]])
        for key, indices in groups.items()
    }
    bare = scene_of({}, groups, also, (), home)
    ranked = {key: weighed(each, bare) for key, each in choices.items() if each}
    chosen = {key: each[0][1] for key, each in ranked.items() if lead(each) >= CLEAR}
    open_ = sorted((key for key in ranked if lead(ranked[key]) < OPEN), key=lambda key: (-lead(ranked[key]), key))
    for key in open_ * ROUNDS:
        unsettled = [(each[0], site) for each in open_ if each not in chosen for _, site in ranked[each][:FEW]]
        ranked[key] = weighed(choices[key], scene_of(chosen, groups, also, unsettled, home))
        chosen[key] = ranked[key][0][1]
    chosen = {key: site for key, site in chosen.items() if site.usual or ranked[key][0][0] >= LIKELY}
    chosen |= {key: site for key in groups if key not in chosen and (site := host(key[0], chosen))}
    return {index: chosen[key] for key, indices in groups.items() if key in chosen for index in indices}


def spelled(naming: Naming, told: Beside) -> Naming:
    """A naming in capitals in small letters, where what stands beside it holds a place so called: "LIMA, Ohio"."""
    if not naming.words.isupper():
        return naming
    small = naming.words.title()
    held = any(holds(holder, each) for holder in told.holders for each in namesakes(small))
    return msgspec.structs.replace(naming, words=small) if held else naming


def host(words: str, chosen: Mapping[Key, Site]) -> Site | None:
    """Where an unknown place is that is called after one named elsewhere: Nenagh for "Nenagh Municipal District"."""
    by_words = {key[0]: site for key, site in chosen.items()}
    pieces = words.split()
    for length in range(len(pieces) - 1, 0, -1):
        for part in (pieces[:length], pieces[-length:]):
            if (site := by_words.get(" ".join(part))) is not None:
                return site
    return None


def choices_of(words: str, key: Key, told: Sequence[Beside]) -> tuple[Choice, ...]:
    """What the words of a group may mean; nothing where it is told to lie where the gazetteer knows no such place."""
    found = shortlist(namesakes(words), key[1])
    if not key[1] and any(elsewhere(each, found) for each in told):
        return ()
    known = kind_known(words)
    return tuple(Choice(site, key[0], tuple(told), known) for site in found)


def kind_known(words: str) -> str | None:
    """The kind under which the tables have a name as a whole."""
    pieces = words.split()
    return next((entry.kind for start, stop, entry in find_names(pieces) if (start, stop) == (0, len(pieces))), None)


def elsewhere(told: Beside, found: Sequence[Site]) -> bool:
    """Whether a place is told to lie where none of its name is known, and no known one is large: another Kalma."""
    held = any(holds(holder, site) for holder in told.holders for site in found)
    large = any(site.population > LARGE or site.kind == "country" for site in found)
    whole = bool(told.holders) and all(holder.kind in {"country", "region"} for holder in told.holders)
    return told.strength == 1.0 and whole and not held and not large


def held(naming: Naming, told: Beside) -> tuple[int, ...]:
    """The holders told beside a name that hold any place of that name, by number."""
    fitting = [h.id for h in told.holders if any(holds(h, site) for site in namesakes(naming.words))]
    return (*(fitting if told.strength == 1.0 else ()), *([STATE] if told.holds else []))


def shortlist(found: Sequence[Site], holders: tuple[int, ...]) -> Sequence[Site]:
    """The places of a name worth weighing: all where a holder is told, else the largest."""
    if holders or len(found) <= MOST:
        return found
    return sorted(found, key=lambda site: (not site.usual, -site.population, site.id))[:MOST]


def weighed(choices: Sequence[Choice], scene: Scene) -> list[tuple[float, Site]]:
    """Places with their weights, the heaviest first."""
    weights = [(sum(weight for _, weight in reasons(choice, scene)), choice.site) for choice in choices]
    return sorted(weights, key=lambda each: (-each[0], each[1].id))


def lead(ranked: Sequence[tuple[float, Site]]) -> float:
    """By how much the first outweighs the next that lies elsewhere."""
    first = ranked[0]
    others = (weight for weight, site in ranked[1:] if kilometres(site, first[1]) > 50)
    return first[0] - next(others, first[0] - CLEAR)


def scene_of(
    sure: Mapping[Key, Site],
    groups: Mapping[Key, Sequence[int]],
    also: Sequence[Site],
    unsettled: Sequence[tuple[str, Site]],
    home: Home,
) -> Scene:
    """What places settled so far say of where the article plays."""
    countries: dict[str, Counter[str | int]] = {"": Counter(site.country for site in also if site.country)}
    regions: dict[str, Counter[str | int]] = {}
    for (words, told), site in sure.items():
        mentions = len(groups[words, told])
        region = site.id if site.kind == "region" else site.region
        if site.country:
            countries.setdefault(words, Counter())[site.country] += mentions
        if region:
            regions.setdefault(words, Counter())[region] += mentions
    settled = tuple((words, site) for (words, _), site in sure.items() if site.kind not in {"country", "area"})
    return Scene(tally(countries), tally(regions), settled, tuple(unsettled), home)


def tally(by_words: Mapping[str, Counter[str | int]]) -> Tally:
    total: Counter[str | int] = Counter()
    for counts in by_words.values():
        total.update(counts)
    return Tally(total, by_words)
