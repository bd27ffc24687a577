"""Which places a name may mean, however it is dressed: "the Kursk region", "northern Iraq", "City of London"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from crosswire.knowledge.gazetteer import Site, sites

UNITS = {"region", "district"}
NOUNS = {  # nouns beside a name, and the kinds of place they speak of
    "region province oblast governorate state prefecture canton republic krai": UNITS,
    "district county parish borough department division municipality territory": UNITS,
    "city town village hamlet suburb neighborhood neighbourhood resort capital port": {"city"},
    "island islands peninsula valley river lake sea bay gulf mountains desert strait": {"area"},
}
KINDS_OF = {noun: kinds for nouns, kinds in NOUNS.items() for noun in nouns.split()}
AROUND = set("area metro suburbs coast border countryside heartland mainland side airport downtown exclave".split())
PARTS = set(
    "north northern south southern east eastern west western central northeast northeastern northwest northwestern "
    "southeast southeastern southwest southwestern north-east north-west south-east south-west north-eastern "
    "north-western south-eastern south-western mid upper lower inner outer greater downtown midtown uptown metro "
    "metropolitan suburban rural mainland occupied coastal old new former city town village state province county "
    "port republic kingdom of the".split()
)
STREETS = set(
    "street st. st road rd. avenue ave. ave drive lane boulevard blvd. highway way alley court terrace".split()
)
ONE = 1
INSTITUTIONS = set(
    "council senate house parliament government ministry court institute hall cup sheriff police airport station "
    "university hospital stadium municipal city county foreign national international high supreme court central bank "
    "commission state federal army navy courthouse embassy consulate museum cathedral chamber assembly fire school "
    "college theatre theater community investment prison jail park zoo".split()
)
LARGE = 15_000  # people; a name that an institution begins with may else be a person's: "Thomas Memorial Hospital"


@lru_cache(maxsize=10_000)
def namesakes(words: str) -> tuple[Site, ...]:
    """Every place the words may name; none for what the gazetteer does not know."""
    return next((found for bare, noun in forms(words) if (found := fitting(sites(bare), noun))), ()) or seat(words)


def seat(words: str) -> tuple[Site, ...]:
    """Where an institution is that begins with a place's name: "Harare City Council", "Cook County Jail"."""
    pieces = words.split()
    for stop in range(len(pieces) - 1, 0, -1):
        behind = pieces[stop].lower().removesuffix("'s").removesuffix("’s")
        named = behind in INSTITUTIONS or pieces[stop - 1].lower() in KINDS_OF
        if named and pieces[stop - 1].lower() not in INSTITUTIONS - KINDS_OF.keys():
            found = [each for each in sites(" ".join(pieces[:stop])) if each.usual]
            if large := tuple(each for each in found if each.kind != "city" or each.population > LARGE):
                return large
    return ()


def fitting(found: tuple[Site, ...], noun: str | None) -> tuple[Site, ...]:
    """The places of the kind a noun speaks of, or all where none is of that kind."""
    kinds = KINDS_OF.get(noun or "")
    return tuple(each for each in found if each.kind in kinds) or found if kinds else found


def forms(words: str) -> Iterator[tuple[str, str | None]]:
    """The words as they stand, then without what dresses them, with the noun that was taken off."""
    text = " ".join(words.split())
    yield text, None
    text = text.removesuffix("'s").removesuffix("’s").strip("\"'“”‘’,;:()")
    text = text[4:] if text[:4].lower() == "the " else text
    yield text, None
    first, _, _ = text.partition(",")
    yield first, None
    pieces = first.split(" ")
    if pieces[-1].lower() in STREETS:
        return
    last = pieces[-1].lower()
    if len(pieces) > ONE and (last in KINDS_OF or last in AROUND):
        yield " ".join(pieces[:-1]), last
        pieces = pieces[:-1]
    noun = None
    while len(pieces) > ONE and pieces[0].lower() in PARTS:
        noun = pieces[0].lower() if pieces[0].lower() in KINDS_OF else noun
        pieces = pieces[1:]
        yield " ".join(pieces), noun
    before, hyphen, after = pieces[-1].partition("-")
    if hyphen and after[:1].islower():
        yield " ".join([*pieces[:-1], before]), None
