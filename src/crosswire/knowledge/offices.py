"""What an office or a kind of actor makes of who bears it: PLOVER's sector of "army chief", "two Muslim clerics"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosswire.knowledge.lexicon import rows, titles
from crosswire.records import Record

# words that alone tell little: who bears them is of the sector of the body before or behind them
GENERAL = frozenset(
    "accountant activist adviser advisor agency aide ally arm association attache authority base boss branch "
    "building bureau cadre camp candidate captain cell chair chairman chairperson chairwoman chief clerk "
    "colleague commander commission committee compound consultant contractor convoy coordinator council "
    "counterpart delegate delegation department deputy director division driver employee envoy expert faction "
    "figure force group guard head headquarters insider inspector leader leadership magazine member mission "
    "network newspaper observer office officer official operative organisation organization outpost partisan "
    "party personality personnel position post president recruit representative secretary service site source "
    "spokesman spokesperson spokeswoman staff staffer statement student supremo team unit vehicle veteran vice "
    "vice-president wing youth".split()
)
PREPOSITIONS = frozenset(
    "of for in at to from with on under near by who which that whose against inside outside around after before during "
    "along across between among including over within about as into and or".split()
)
PLURALS = (("ies", "y"), ("men", "man"), ("ses", "s"), ("ches", "ch"), ("s", ""), ("people", "person"))
LONGEST = 8  # words of a listed phrase


class Office(Record, frozen=True):
    """A phrase of the tables and the sectors of who bears it."""

    phrase: str
    sector: str | None
    second: str | None = None


def office_of(words: Sequence[str]) -> Office | None:
    """The office or kind that small words tell of; the body tells it where the head word alone tells little.

    "chief of army staff" is MIL, "president of the senate" LEG, "army accountant" MIL; None for what no table knows.
    """
    head = head_of(words)
    if head is None:
        return None
    found = holding(words, head)
    little = found and (found.sector is None or found.phrase in heads(words[head])) and heads(words[head]) & GENERAL
    if found and little:
        body = before(words, head) or behind(words, head)
        return Office(found.phrase, body.sector, body.second) if body and body.sector else found
    if found is None:
        found = before(words, head) or (behind(words, head) if heads(words[head]) & GENERAL else None)
    return found


def head_of(words: Sequence[str]) -> int | None:
    """Where the word stands that the others describe: the last before the first "of", "in" or comma."""
    stop = next((i for i, w in enumerate(words) if w in PREPOSITIONS or w in {",", "(", "'s"}), len(words))
    return stop - 1 if stop else None


def heads(word: str) -> set[str]:
    return {word, singular(word)}


def holding(words: Sequence[str], head: int) -> Office | None:
    """The longest listed phrase that has the head word in it and does not end before it."""
    spans = [
        (start, stop)
        for start in range(max(0, head - LONGEST + 1), head + 1)
        for stop in range(head + 1, min(len(words), start + LONGEST) + 1)
    ]
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    return next((o for start, stop in spans if (o := listed(words[start:stop]))), None)


def before(words: Sequence[str], head: int) -> Office | None:
    """What the words before the head tell, the nearest first: the "army" of "army accountant"."""
    for stop in range(head, 0, -1):
        for start in range(max(0, stop - LONGEST), stop):
            found = listed(words[start:stop])
            if found and found.sector and found.sector != "UNK":
                return found
    return None


def behind(words: Sequence[str], head: int) -> Office | None:
    """What the body behind an "of" or "in" tells: the "senate" of "president of the senate"."""
    rest = list(words[head + 1 :])
    if not rest or rest[0] not in {"of", "for", "in", "at", "from", "with", "to"}:
        return None
    while rest and (rest[0] in PREPOSITIONS or rest[0] in {"the", "a", "an", "his", "her", "its", "their"}):
        rest.pop(0)
    return office_of(rest) if rest else None


def listed(words: Sequence[str]) -> Office | None:
    """The office of exactly these words, or of their singular."""
    for last in dict.fromkeys((words[-1], singular(words[-1]))):
        phrase = " ".join((*words[:-1], last)).replace(" - ", "-").replace("’", "'")
        for form in (phrase, phrase.replace("-", " "), phrase.replace(" 's", "'s")):
            if form in offices():
                return offices()[form]
    return None


def singular(word: str) -> str:
    """A plural's singular, near enough to be looked up: policemen, agencies, churches, troops."""
    for ending, single in PLURALS:
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith("ss"):
            return word.removesuffix(ending) + single
    return word


@cache
def offices() -> Mapping[str, Office]:
    """Every phrase; where PLOVER's own list tells its sector, that holds."""
    return {phrase: Office(phrase, sector or None, second or None) for phrase, sector, second in told()}


def told() -> Iterator[tuple[str, str | None, str | None]]:
    for phrase, sector in titles().items():
        yield phrase, sector, None
    for row in rows("agents"):
        yield row["phrase"], row["sector"], None
    for row in rows("phrases"):
        yield row["phrase"], row["sector"], row["second"]
