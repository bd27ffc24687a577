"""Whether two statements have one speaker, surely two, or whether the words leave it open."""

from __future__ import annotations

from functools import lru_cache

from crosswire.records import Actor, Reading, Statement
from crosswire.words import content, plain

STATES = {"country"}
NEAR = 400  # code points around a statement in which a person named is likelier its speaker than a second one


def same_speaker(left: Statement, right: Statement) -> bool:
    """The same person or body by name; a state and one who speaks for it count as one."""
    if not left.sources or not right.sources:
        return False
    mine, theirs = left.sources[0].value, right.sources[0].value
    if mine.kind == theirs.kind == "person":
        return share_a_name(mine, theirs)
    states = mine.country is not None and mine.country == theirs.country
    return (
        share_a_name(mine, theirs) or initials(mine.name) == theirs.name or mine.name == initials(theirs.name) or states
    )


def other_speaker(one: Reading, left: Statement, other: Reading, right: Statement) -> bool:
    """Two people or states, each named where he speaks and not near the other's words, where he may be the speaker."""
    if not two_names(one, left, other, right):
        return False
    mine, theirs = left.sources[0].value, right.sources[0].value
    return not stands_near(one, left, theirs) and not stands_near(other, right, mine)


def two_names(one: Reading, left: Statement, other: Reading, right: Statement) -> bool:
    """Two people by name, or two states. Offices, pronouns and bodies do not tell: "a spokesman" may be either."""
    if not left.sources or not right.sources or same_speaker(left, right):
        return False
    mine, theirs = left.sources[0].value, right.sources[0].value
    if mine.kind != theirs.kind and mine.country == theirs.country:
        return False
    return all(is_name(s.sources[0].value) and is_cited_by_name(r, s) for r, s in ((one, left), (other, right)))


def is_name(actor: Actor) -> bool:
    """A person's full name or a state's."""
    return actor.kind in STATES or (actor.kind == "person" and len(actor.name.split()) > 1 and actor.name[0].isupper())


def is_cited_by_name(reading: Reading, statement: Statement) -> bool:
    """Whether the words cited for the speaker are a name and not a pronoun."""
    cited = " ".join(reading.article.excerpt(s) for s in statement.sources[0].spans)
    return any(word[:1].isupper() for word in cited.split()[-1:])


def stands_near(reading: Reading, statement: Statement, actor: Actor) -> bool:
    """Whether an actor's name stands within or close to a statement."""
    first, last = statement.content[0].start, statement.content[-1].stop
    near = content(reading.article.text, max(0, first - NEAR), min(len(reading.article.text), last + NEAR))
    return bool(content(actor.name.split()[-1]) & near) if actor.kind == "person" else bool(content(actor.name) & near)


def share_a_name(mine: Actor, theirs: Actor) -> bool:
    """A capitalised word in common: "Trump", "President Donald Trump"."""
    return not name_words(mine.name).isdisjoint(name_words(theirs.name)) or bare(mine.name) == bare(theirs.name)


bare = lru_cache(maxsize=4096)(plain)


@lru_cache(maxsize=4096)
def name_words(name: str) -> frozenset[str]:
    """The capitalised words of a name, in lower case."""
    return frozenset(plain(word.strip(".,")) for word in name.split() if word[:1].isupper() and len(word) > 2)


def initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper() and word.lower() != "the")
