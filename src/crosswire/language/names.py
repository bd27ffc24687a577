"""People and offices as a report introduces them: "Russian Foreign Minister Sergey Lavrov" tells all three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from crosswire.knowledge.lexicon import Entry, find_names, rows, titles
from crosswire.records import Record
from crosswire.syntax import Sentence, Token

Named = tuple[tuple[int, int, Entry], ...]

LONGEST_NAME = 6  # tokens
MODIFIERS = {
    "acting", "chief", "deputy", "local", "civilian",
    "ex", "former", "incoming", "interim", "late", "new", "newly", "outgoing", "senior", "then", "top",
    "vice", "-", "elected", "longtime", "veteran", "retired", "armed", "federal", "national", "pro",
    "anti", "government", "state", "security", "military", "army", "police",
}  # fmt: skip
FORMER = {"former", "ex", "late", "ousted", "deposed", "retired"}
PARTICLES = {
    "al",
    "bin",
    "bint",
    "da",
    "de",
    "del",
    "den",
    "der",
    "di",
    "dos",
    "el",
    "ibn",
    "la",
    "le",
    "van",
    "von",
    "-",
    "’",
    "'",
}
HEADLINES = {"title", "heading"}
BODIES = {"organisation", "group", "agency", "outlet", "metonym"}
STATES = {"country", "demonym", "capital"}
OWNERS = STATES | {"organisation", "metonym", "group"}  # "UN envoy", "Kremlin spokesman"


class Role(Record, frozen=True):
    """An office or a kind of actor: "foreign minister", GOV, held by one."""

    phrase: str
    sector: str | None
    number: str  # title, one, many


class Naming(Record, frozen=True):
    """A stretch of tokens that names or describes an actor; `name` is empty where only the role is given."""

    start: int
    stop: int
    name: tuple[str, ...]
    role: Role | None
    country: str | None
    former: bool = False


def namings(sentence: Sentence, named: Named) -> tuple[Naming, ...]:
    """What names and roles a sentence holds, left to right, none overlapping."""
    taken = 0
    found = []
    by_start = {start: (stop, entry) for start, stop, entry in named}
    by_stop = {stop: (start, entry) for start, stop, entry in named}
    inside = {
        i
        for start, stop, entry in named
        for i in range(start + (entry.kind in BODIES), stop)
        if entry.kind not in STATES
    }
    for index in range(len(sentence.tokens)):
        if index < taken or index in inside:
            continue
        naming = role_naming(sentence, index, by_start, by_stop, taken) or bare_name(
            sentence, index, by_start, by_stop, taken
        )
        if naming:
            found.append(with_apposition(sentence, naming, by_start, by_stop))
            taken = naming.stop
    return tuple(found)


Starts = Mapping[int, tuple[int, Entry]]


def role_naming(sentence: Sentence, index: int, starts: Starts, stops: Starts, taken: int) -> Naming | None:
    """A role with what stands around it: country before, name after, "of Japan" behind."""
    match = role_at(sentence.tokens, index)
    if match is None or (index in starts and starts[index][0] >= match[0] and starts[index][1].kind not in STATES):
        return None
    stop, role = match
    last, before = sentence.tokens[stop - 1], stops.get(index)
    if last.role in {"compound", "amod", "nmod"} and (
        role.number != "title" or name_end(sentence.tokens, stop, starts) == stop
    ):
        return None  # "military exercises": an act's kind, not who acts
    if before and before[1].kind in {"agency", "outlet", "organisation"}:
        return None  # "the Tass news agency" is named already
    if last.tag in {"NNS", "NNPS"}:
        role = Role(role.phrase, role.sector, "many")
    start, country, former = leftward(sentence.tokens, index, stops, taken)
    name_stop = name_end(sentence.tokens, stop, starts)
    name = words(sentence.tokens, stop, name_stop) if role.number != "many" else ()
    if name and role.number == "one" and role.phrase not in NAMED_AGENTS:
        name, name_stop = (), stop
    if not name and role.number == "title":
        name, name_stop = apposed(sentence, stop, starts)
    stop = name_stop if name else stop
    if country is None:
        country, stop = of_country(sentence.tokens, stop, starts) if not name else (None, stop)
    return Naming(start, stop, name, role, country, former)


def apposed(sentence: Sentence, stop: int, starts: Starts) -> tuple[tuple[str, ...], int]:
    """The full name that a comma and no more parts from a role: "a spokesman, Erik Dahl, said"."""
    tokens = sentence.tokens
    end = name_end(tokens, stop + 1, starts) if stop + 1 < len(tokens) and tokens[stop].text == "," else stop
    closed = end >= len(tokens) or tokens[end].text in {",", ".", ";", ")"}
    if end - stop < 3 or not closed or tokens[stop + 1].entity != "PERSON":
        return (), stop
    return words(tokens, stop + 1, end), end


NAMED_AGENTS = {"analyst", "counterpart", "diplomat", "envoy", "official", "prosecutor", "activist", "journalist"}


def bare_name(sentence: Sentence, index: int, starts: Starts, stops: Starts, taken: int) -> Naming | None:
    """A person's name the tagger saw, with the country that owns him: "Russia’s Lavrov"."""
    token = sentence.tokens[index]
    if sentence.zone in HEADLINES:
        return None  # capitals tell nothing there; who the body names is found again
    if token.entity != "PERSON" or index in starts or not capital(token) or token.pos not in {"PROPN", "NOUN", "ADJ"}:
        return None
    stop = name_end(sentence.tokens, index, starts)
    if stop == index:
        return None
    start, country, former = leftward(sentence.tokens, index, stops, taken)
    return Naming(start if country else index, stop, words(sentence.tokens, index, stop), None, country, former)


def with_apposition(sentence: Sentence, naming: Naming, starts: Starts, stops: Starts) -> Naming:
    """The naming with the role an apposition gives: "Sergey Lavrov, the Russian foreign minister"; its extent stays."""
    tokens, index = sentence.tokens, naming.stop
    if not naming.name or naming.role or index >= len(tokens) or tokens[index].text != ",":
        return naming
    for at in range(index + 1, min(index + 8, len(tokens))):
        match = role_at(tokens, at)
        if match and match[1].number != "many":
            _, country, former = leftward(tokens, at, stops, index + 1)
            country = country or of_country(tokens, match[0], starts)[0]
            return Naming(naming.start, naming.stop, naming.name, match[1], naming.country or country, former)
        if tokens[at].pos in {"VERB", "AUX", "PUNCT"}:
            break
    return naming


def leftward(tokens: Sequence[Token], index: int, stops: Starts, taken: int) -> tuple[int, str | None, bool]:
    """Where the phrase that ends at a role or name begins, the country before it, and whether the office is past."""
    start, country, former = index, None, False
    for _ in range(5):
        before = start - 1
        if before < taken:
            break
        word = tokens[before].text.lower()
        if country is None and start in stops and stops[start][1].kind in OWNERS and stops[start][0] >= taken:
            start, country = stops[start][0], stops[start][1].country
        elif country is None and word in {"’s", "'s", "’", "'"} and before in stops and stops[before][1].kind in OWNERS:
            if stops[before][0] < taken:
                break
            start, country = stops[before][0], stops[before][1].country
        elif word in MODIFIERS or word in FORMER or (tokens[before].pos == "ADJ" and country is None):
            former = former or word in FORMER
            start = before
        else:
            break
    while start < index and tokens[start].text in {"-", "’", "'"}:
        start += 1
    return start, country, former


def of_country(tokens: Sequence[Token], stop: int, starts: Starts) -> tuple[str | None, int]:
    """The country after a role: in "president of the Philippines", PHL and where it ends."""
    if stop < len(tokens) and tokens[stop].text.lower() in {"of", "from"}:
        at = stop + 1 + (stop + 1 < len(tokens) and tokens[stop + 1].text.lower() == "the")
        if at in starts and starts[at][1].kind == "country":
            return starts[at][1].country, starts[at][0]
    return None, stop


def name_end(tokens: Sequence[Token], start: int, starts: Starts) -> int:
    """Where a run of capitalised name words that begins at `start` ends; `start` itself if there is none."""
    stop = start
    while stop < min(start + LONGEST_NAME, len(tokens)):
        token = tokens[stop]
        if stop in starts and (stop == start or starts[stop][1].kind != "city"):
            break
        inner = (
            stop > start
            and token.text.lower() in PARTICLES
            and stop + 1 < len(tokens)
            and tokens[stop + 1].text[:1].isalpha()
        )
        if not (
            (capital(token) and token.pos in {"PROPN", "NOUN", "ADJ", "X"} and token.entity not in {"DATE", "NORP"})
            or inner
        ):
            break
        stop += 1
    while stop > start and not tokens[stop - 1].text[:1].isupper():
        stop -= 1
    if stop - start == 1 and tokens[start].pos != "PROPN":
        return start
    return stop


def capital(token: Token) -> bool:
    return (token.text[:1].isupper() and any(c.isalpha() for c in token.text[1:])) or (
        len(token.text) == 2 and token.text[1] == "."
    )


def words(tokens: Sequence[Token], start: int, stop: int) -> tuple[str, ...]:
    return tuple(t.text for t in tokens[start:stop])


def role_at(tokens: Sequence[Token], index: int) -> tuple[int, Role] | None:
    """The longest role phrase that begins at a token, and where it ends."""
    candidates = roles().get(tokens[index].text.lower(), ())
    for phrase, role in candidates:
        stop = index + len(phrase)
        if tuple(t.text.lower() for t in tokens[index:stop]) == phrase and tokens[stop - 1].pos in {"NOUN", "PROPN"}:
            return stop, role
    return None


@cache
def roles() -> Mapping[str, tuple[tuple[tuple[str, ...], Role], ...]]:
    """Role phrases by their first word, longest first."""
    found = {phrase: Role(phrase, sector, "title") for phrase, sector in titles().items()}
    for row in rows("agents"):
        found[row["phrase"]] = Role(row["phrase"], row["sector"], row["number"])
    by_first: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for phrase in sorted(found, key=lambda p: (-len(p.split()), p)):
        parts = tuple(phrase.replace("-", " - ").split())
        by_first.setdefault(parts[0], []).append((parts, found[phrase]))
    return {first: tuple(entries) for first, entries in by_first.items()}


def named_in(sentence: Sentence) -> Named:
    """What the tables know in a sentence."""
    return find_names([t.text for t in sentence.tokens])
