"""Whose an office is: the country or body told before or behind it, and what describes it between the two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosswire.knowledge.lexicon import Entry
from crosswire.syntax import Token

Known = Mapping[int, tuple[int, Entry]]  # names by where they start, with their stop, or the other way round

MODIFIERS = {
    "acting", "chief", "deputy", "local", "civilian",
    "ex", "former", "incoming", "interim", "late", "new", "newly", "outgoing", "senior", "then", "top",
    "vice", "-", "elected", "longtime", "veteran", "retired", "armed", "federal", "national", "pro",
    "anti", "government", "state", "security", "military", "army", "police",
}  # fmt: skip
FORMER = {"former", "ex", "late", "ousted", "deposed", "retired"}
BONDS = {"ally", "foe", "friend", "husband", "opponent", "partner", "rival", "wife"}  # who was one may hold his office
BODIES = {"organisation", "group", "agency", "outlet", "metonym"}
STATES = {"country", "demonym", "capital"}
OWNERS = STATES | {"organisation", "metonym", "group"}  # "UN envoy", "Kremlin spokesman"
SEATS = {"city", "region"}  # "Nebraska governor"


def leftward(
    tokens: Sequence[Token], index: int, stops: Known, taken: int, *, nouns: bool = True
) -> tuple[int, Entry | None, bool]:
    """Where the phrase that ends at a role or name begins, whose it is, and whether the office is past."""
    start, whose, former = index, None, False
    plain = start  # where the phrase begins if no owner stands before what describes it
    for _ in range(6):
        owner = owner_before(tokens, start, stops, taken) if whose is None or whose.country is None else None
        if owner:
            plain = start = owner[0]
            whose = owner[1]
            continue
        seat, place = stops.get(start, (-1, None))
        if nouns and place and place.kind in SEATS and seat >= taken:
            start = seat
        before = start - 1
        if before < taken:
            break
        word = tokens[before].text.lower()
        if word == "-" and before and tokens[before - 1].stop < tokens[before].start:
            break  # a dash
        if word in MODIFIERS | FORMER or (tokens[before].pos == "ADJ" and (whose is None or whose.country is None)):
            former = former or (word in FORMER and tokens[start].text.lower() not in BONDS)
            plain = before if plain == start else plain
        elif (whose is not None and whose.country is not None) or not nouns or not describes(tokens[before]):
            break
        start = before
    while plain < index and tokens[plain].text in {"-", "’", "'"}:
        plain += 1
    return plain, whose, former


def owner_before(tokens: Sequence[Token], start: int, stops: Known, taken: int) -> tuple[int, Entry] | None:
    """Who owns the phrase that begins at a token, and where he begins: "Iran’s", "UN", "Kremlin"."""
    end = start - 1 if start and tokens[start - 1].text.lower() in {"’s", "'s", "’", "'"} else start
    first, entry = stops.get(end, (-1, None))
    return (first, entry) if entry and entry.kind in OWNERS and first >= taken else None


def describes(token: Token) -> bool:
    """A noun before an office, of what it is: "peacekeeping" of "peacekeeping chief"."""
    return token.pos == "NOUN" and token.text.islower() and token.role in {"compound", "amod", "nmod"}


def of_country(tokens: Sequence[Token], stop: int, starts: Known) -> tuple[str | None, int]:
    """The country after a role: in "president of the Philippines", PHL and where it ends."""
    if stop < len(tokens) and tokens[stop].text.lower() in {"of", "from"}:
        at = stop + 1 + (stop + 1 < len(tokens) and tokens[stop + 1].text.lower() == "the")
        if at in starts and starts[at][1].kind == "country":
            return starts[at][1].country, starts[at][0]
    return None, stop


STUDENTS = {"analyst", "expert", "historian", "hand", "researcher", "scholar", "specialist", "watcher"}


def studied(tokens: Sequence[Token], index: int, owner: Entry, phrase: str, stops: Known) -> bool:
    """Whether a state is what someone knows about, not his own: "a North Korea expert", not "a Korean expert"."""
    beside = stops.get(index, (-1, None))
    named = beside[1] is owner and owner.kind == "country" and not tokens[index - 1].text.isupper()
    return named and phrase.split()[-1] in STUDENTS


PARTIES = {"republican", "democrat", "independent", "conservative", "liberal"}


def past_home(tokens: Sequence[Token], at: int) -> int:
    """Past where a name is told to be at home: "of Ohio", ", Republican of Ohio", ", 66"; `at` itself if it is not."""
    end = at
    party = [t.text.lower() for t in tokens[at : at + 2]]
    if party[:1] == [","] and len(party) > 1 and (party[1] in PARTIES or tokens[at + 1].pos == "NUM"):
        end = at + 2
    if end < len(tokens) and tokens[end].text == "of":
        end += 1
        while end < len(tokens) and tokens[end].entity == "GPE" and tokens[end].text[:1].isupper():
            end += 1
    return end if end < len(tokens) and tokens[end].text == "," else at
