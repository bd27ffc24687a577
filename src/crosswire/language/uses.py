"""What a place's name is used for: the place itself, to describe something, or as part of another name."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.knowledge.lexicon import Entry
from crosswire.language.capitals import Run, capital
from crosswire.language.known import Line, heads_of_names, words_in_names
from crosswire.syntax import Token

DESCRIBING = {"compound", "amod", "nmod"}
OTHER_NAMES = {"ORG", "PERSON", "FAC", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW"}
BODIES = {"body", "site"}
POWERS = {"organisation", "group", "agency", "outlet"}


def use_of(line: Line, run: Run, start: int, stop: int, entry: Entry | None) -> str:
    """place, modifier, part, or power for what is a power by its name: "European Union"."""
    if any(entry.kind in POWERS for first, last, entry in line.names if (first, last) == (start, stop)):
        return "power"
    if any(rule(line, run, start, stop) for rule in PARTS):
        return "part"
    if entry is not None and entry.kind == "demonym":
        return "modifier"
    return "modifier" if any(rule(line, run, start, stop) for rule in MODIFIERS) else "place"


def of_a_body(line: Line, run: Run, start: int, stop: int) -> bool:
    """ "Bank of America", "University of Texas": the name of a body goes on with "of" and the place."""
    if start - 2 < run[0] or line.words[start - 1] != "of":
        return False
    before = line.sentence.tokens[start - 2]
    if before.entity == "PERSON" or before.text in words_in_names()["title"]:
        return False
    return heads_of_names().get(before.text) in BODIES or (before.entity in OTHER_NAMES and capital(before))


def before_the_rest(line: Line, run: Run, start: int, stop: int) -> bool:
    """ "Texas Tech", "Osun State Police Command", "Nigerian Army": the name goes on, and not with a title."""
    if stop >= run[1] or not capital(line.sentence.tokens[stop]):
        return False
    rest = list(rest_of_name(line, run, stop))
    if not rest or rest[0].text in words_in_names()["title"]:
        return False
    head = heads_of_names().get(rest[-1].text)
    return head in BODIES or within_one(line.sentence.tokens[stop - 1], rest[0])


def behind_the_rest(line: Line, run: Run, start: int, stop: int) -> bool:
    """ "Building Ireland", "Paris" of "Air Paris": the name of something else began before."""
    if start <= run[0] or line.words[start - 1] in words_in_names()["title"]:
        return False
    before = line.sentence.tokens[start - 1]
    return capital(before) and within_one(before, line.sentence.tokens[start])


def within_one(first: Token, second: Token) -> bool:
    """Whether the tagger takes two words for the name of one thing that is no place."""
    return first.entity == second.entity and first.entity in OTHER_NAMES


def rest_of_name(line: Line, run: Run, at: int) -> Iterator[Token]:
    """The capitalised words from `at` on, up to the first that is not."""
    for token in line.sentence.tokens[at : run[1]]:
        if not capital(token):
            return
        yield token


PARTS = (of_a_body, before_the_rest, behind_the_rest)


def adjective(line: Line, run: Run, start: int, stop: int) -> bool:
    """ "Russian", "European", "Western"."""
    last = line.sentence.tokens[stop - 1]
    return last.tag in {"JJ", "NNPS"} and last.entity == "NORP"


def describes(line: Line, run: Run, start: int, stop: int) -> bool:
    """ "Harare mayor", "U.S. forces", "Texas Gov. Ann Lee"; not "Kursk region", which is the place."""
    token = line.sentence.tokens[stop - 1]
    head = line.sentence.tokens[token.head]
    if token.role not in DESCRIBING or head.index < stop:
        return False
    return head.text.lower() not in words_in_names()["noun"]


MODIFIERS = (adjective, describes)
