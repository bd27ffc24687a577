"""Places an article names: where they are, as exact as its words make them, and in which country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from crosswire.knowledge.gazetteer import Site, fold, site
from crosswire.knowledge.lexicon import Entry, find_names, outlet_of_domain
from crosswire.knowledge.papers import town_of_paper
from crosswire.language.places.beside import Beside, Naming, beside
from crosswire.language.places.choice import place
from crosswire.language.places.metonymy import uses
from crosswire.language.places.namesakes import UNITS, namesakes
from crosswire.language.places.reasons import Home
from crosswire.language.toponyms import TAGGED, Toponym, toponyms
from crosswire.model import Sight
from crosswire.records import Article, Cited, Place, Span
from crosswire.syntax import Sentence, sentence_at

PRECISION = {"country": "country", "city": "city", "point": "point"}
GEOGRAPHIC = {"country", "demonym", "capital", "city", "region"}


def find_places(
    article: Article, sentences: tuple[Sentence, ...], sight: Sight | None = None
) -> tuple[Cited[Place], ...]:
    """Every mention of a place, in reading order; its country and point only where table, words or context tell."""
    by_span = {span_of(article, each): each for each in toponyms(sentences)}
    return resolved(article, sentences, tuple(by_span), by_span, sight)


def locate(
    article: Article, sentences: tuple[Sentence, ...], spans: Sequence[Span], sight: Sight | None = None
) -> tuple[Cited[Place], ...]:
    """The place of each span, given that its words name one: the way of `find_places` once the words are known."""
    return resolved(article, sentences, spans, {span_of(article, each): each for each in toponyms(sentences)}, sight)


def span_of(article: Article, toponym: Toponym) -> Span:
    return Span(article.id, *toponym.extent)


def resolved(
    article: Article,
    sentences: Sequence[Sentence],
    spans: Sequence[Span],
    by_span: Mapping[Span, Toponym],
    sight: Sight | None,
) -> tuple[Cited[Place], ...]:
    """The places that spans name, all weighed together."""
    namings = [naming(article, sentences, span, by_span.get(span)) for span in spans]
    others = others_of(article, sentences, namings)
    near = by_sentence([*namings, *others])
    told = [beside(article.text, each, near[index_of(each)]) for each in namings]
    clear = [found[0] for each in others if is_clear(found := namesakes(each.words))]
    sites = place(namings, told, clear, home(article))
    sides = {index for index, span in enumerate(spans) if (each := by_span.get(span)) and each.half and not each.entry}
    told_of = {found.country for index, found in sites.items() if index not in sides}
    for index in sides & sites.keys():
        if sites[index].kind == "city" or sites[index].country not in told_of:
            del sites[index]  # "the North" is no town, nor the North of a country that the report does not speak of
    countries = {
        each.words: country
        for each, told in reversed([*zip(namings, told, strict=True)])
        if (country := country_told(told))
    }
    toponyms = [by_span.get(span) for span in spans]
    used = uses(list(zip(namings, toponyms, strict=True)), sight)
    return tuple(
        Cited(
            record(each, sites.get(index), told[index], toponyms[index], countries.get(each.words), used[index]),
            (span,),
        )
        for index, (each, span) in enumerate(zip(namings, spans, strict=True))
    )


def is_clear(found: Sequence[Site]) -> bool:
    """Whether a name can be taken without weighing: of one place only, or of a country."""
    return len(found) == 1 or any(each.kind == "country" for each in found[:1])


def naming(article: Article, sentences: Sequence[Sentence], span: Span, toponym: Toponym | None) -> Naming:
    """A name where it stands; of "the North" by what it is short for."""
    short = toponym.entry.name if toponym and toponym.half and toponym.entry else None
    return Naming(span.start, span.stop, short or article.excerpt(span), sentence_at(sentences, span.start))


def others_of(article: Article, sentences: Iterable[Sentence], namings: Iterable[Naming]) -> list[Naming]:
    """Names of countries, peoples, regions and towns that are not in question: parts of other names, demonyms."""
    taken = {at for each in namings for at in range(each.start, each.stop)}
    others = []
    for sentence in sentences:
        for first, last, entry in find_names([token.text for token in sentence.tokens]):
            start, stop = sentence.tokens[first].start, sentence.tokens[last - 1].stop
            if entry.kind in GEOGRAPHIC and not entry.doubtful and taken.isdisjoint(range(start, stop)):
                others.append(Naming(start, stop, article.text[start:stop], sentence))
    return others


def by_sentence(namings: Iterable[Naming]) -> Mapping[int, Sequence[Naming]]:
    """Names in reading order by the sentence they stand in."""
    found: dict[int, list[Naming]] = {}
    for each in sorted(namings, key=lambda each: (each.start, each.stop)):
        found.setdefault(index_of(each), []).append(each)
    return found


def index_of(naming: Naming) -> int:
    return naming.sentence.index if naming.sentence else -1


def record(
    naming: Naming, found: Site | None, told: Beside, toponym: Toponym | None, country: str | None, use: str
) -> Place:
    """A place as the reading gives it; where no table knows it, only what the words tell, here or elsewhere."""
    entry = toponym.entry if toponym else None
    if found is None:
        country = country or (entry.country if entry else None)
        return Place(name(naming, None, entry), country, exactness(None, told, toponym), use=use)
    return Place(
        name(naming, found, entry),
        found.country,
        exactness(found, told, toponym),
        latitude=found.latitude,
        longitude=found.longitude,
        geonames=found.geonames,
        within=site(found.region).name if found.region else None,
        use=use,
    )


def country_told(told: Beside) -> str | None:
    return next((each.country for each in told.holders if told.strength == 1.0), None)


def name(naming: Naming, found: Site | None, entry: Entry | None) -> str:
    """The usual name where the tables have one, else the words of the text."""
    if entry is not None and entry.kind == "demonym" and found is not None and found.kind != "country":
        return found.name  # "Welsh" is of Wales, though the lexicon knows its state only
    if entry is not None:
        return entry.name
    words = " ".join(naming.words.split())
    return found.name if found and fold(found.name) == fold(words) else words


def exactness(found: Site | None, told: Beside, toponym: Toponym | None) -> str:
    """How exact a place is: the noun beside its name decides first, "Kursk region", "city of Wonsan"."""
    if told.kinds & UNITS and not (found and found.kind == "country"):
        return "region"
    if found is not None:
        return PRECISION.get(found.kind, "region")
    if "city" in told.kinds or toponym is None or toponym.entry is not None:
        return "city" if "city" in told.kinds else "region"
    return TAGGED.get(toponym.sentence.tokens[toponym.start].entity, "region")


def home(article: Article) -> Home:
    """The country and the town of the outlet, by its address or its name."""
    host = re.match(r"https?://([^/:]+)", article.url or "")
    town = town_of_paper(host[1]) if host else None
    outlet = outlet_of_domain(host[1]) if host else None
    names = find_names((article.outlet or "").split())
    named = (entry for _, _, entry in names if entry.kind in {"outlet", "agency"})
    known = outlet or next(named, None)
    return Home(town.country if town else known.country if known else None, town)
