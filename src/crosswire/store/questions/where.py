"""What is asked for, as conditions: the one place where filters become SQL. Values are bound, never pasted in."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from crosswire.store.answers import Asked
from crosswire.store.questions.terms import terms

MOST = 1000  # answers on one page
Values = dict[str, str | int | None]

SCATTERED = ("words", "outlet", "story", "article", "actor", "recipient", "either", "source")
IN_REPORTS = ("type", "mode", "context", "status", "country")

# An actor's id, its name, a country in three capitals, or a country and a sector of it: "IND COP".
WHO = (
    "SELECT id FROM actor WHERE id = :{0} UNION SELECT id FROM actor WHERE name = :{0}"
    " UNION SELECT id FROM actor WHERE country = :{0}"
    " UNION SELECT id FROM actor WHERE country = substr(:{0}, 1, 3) AND sector = substr(:{0}, 5)"
    " AND substr(:{0}, 4, 1) = ' '"
)
# The story that an id leads to now, through all those it was merged into.
NOW = (
    "WITH RECURSIVE way (id, next) AS (SELECT id, into_story FROM story WHERE id = :story"
    " UNION SELECT story.id, into_story FROM story JOIN way ON story.id = way.next)"
    " SELECT id FROM way WHERE next IS NULL"
)
HOLDS = "number IN (SELECT rowid FROM words WHERE words MATCH :words)"

# Of a row that belongs to an article.
TOLD: Mapping[str, str] = {
    "words": f"article IN (SELECT id FROM article INDEXED BY article_number WHERE latest = 1 AND {HOLDS})",
    "outlet": "article IN (SELECT id FROM article WHERE outlet = :outlet)",
    "story": f"article IN (SELECT article FROM told WHERE story = ({NOW}))",
    "article": "article = :article",
}
ACTS: Mapping[str, str] = {
    "actor": f"event.id IN (SELECT event FROM side WHERE role = 'actor' AND actor IN ({WHO.format('actor')}))",
    "recipient": "event.id IN (SELECT event FROM side WHERE role = 'recipient'"
    f" AND actor IN ({WHO.format('recipient')}))",
    "either": f"event.id IN (SELECT event FROM side WHERE actor IN ({WHO.format('either')}))",
    "type": "type = :type",
    "mode": "mode = :mode",
    "context": "instr(contexts, '\"' || :context || '\"')",  # of a JSON list: a name stands between quotation marks
    "status": "status = :status",
    "country": "event.country = :country",
}
SAID = f"SELECT statement FROM source WHERE actor IN ({WHO.format('source')})"
SAID_IN = f"SELECT article FROM statement WHERE id IN ({SAID})"
EITHER_SAID = f"SELECT statement FROM source WHERE actor IN ({WHO.format('either')})"
EVENT_DAYS: Mapping[str, str] = {"since": "event.day >= :since", "until": "event.day <= :until"}
DAYS: Mapping[str, str] = {"since": "day >= :since", "until": "day <= :until"}

# An actor has a part in an event or a statement of the days asked for; ":" follows every digit. Only of those that
# have one before and one after is it looked up.
BETWEEN = "BETWEEN coalesce(:since, '') AND coalesce(:until, ':')"
IN_DAYS = (
    f"(first {BETWEEN} OR last {BETWEEN} OR first < :since AND last > :until"
    f" AND EXISTS (SELECT 1 FROM part WHERE actor = actor.id AND day {BETWEEN}))"
)


def of_events(asked: Asked) -> str:
    """Conditions on rows of `event`; `source` is whoever is said to have told it."""
    return all_of(asked, {**TOLD, **ACTS, **EVENT_DAYS, "source": f"event.statement IN ({SAID})"})


def of_statements(asked: Asked) -> str:
    """Conditions on rows of `statement`; an act's filters are those of the events it tells of."""
    own = {**TOLD, **DAYS, "source": f"statement.id IN ({SAID})", "either": f"statement.id IN ({EITHER_SAID})"}
    acts = {name: condition for name, condition in ACTS.items() if name != "either"}
    told = given(asked, acts)
    also = f" AND statement.id IN (SELECT statement FROM event WHERE {' AND '.join(told)})" if told else ""
    return all_of(asked, own) + also


def of_articles(asked: Asked, *, rare: bool = False) -> str:
    """Conditions on rows of `article`; others' filters are those of what it tells.

    Of a report only the latest version is meant, but where it is asked for by its id. Articles with `rare` words are
    looked up by these, others by the index of days: a common word is in too many articles to look at each.
    """
    own = {
        "words": HOLDS if rare else f"+{HOLDS}",
        "outlet": "outlet = :outlet",
        "story": f"article.id IN (SELECT article FROM told WHERE story = ({NOW}))",
        "article": "article.id = :article",
        "since": "published >= :since",
        "until": "published <= :until",
        "source": f"article.id IN ({SAID_IN})",
    }
    told = given(asked, ACTS)
    also = f" AND +article.id IN (SELECT article FROM event WHERE {' AND '.join(told)})" if told else ""
    versions = "" if asked.article else "latest = 1 AND "
    return f"{versions}{all_of(asked, own)}{also}"


def of_stories(asked: Asked) -> str:
    """Conditions on rows of `story`: some report of it has what is asked for; its days overlap those asked for."""
    own = {"story": f"story.id = ({NOW})", "since": "last >= :since", "until": "first <= :until"}
    told = given(msgspec.structs.replace(asked, story=None), {**TOLD, "source": f"article IN ({SAID_IN})"})
    acts = given(asked, ACTS)
    told += [f"article IN (SELECT article FROM event WHERE {' AND '.join(acts)})"] if acts else []
    reports = f" AND story.id IN (SELECT story FROM told WHERE {' AND '.join(told)})" if told else ""
    return f"reports > 0 AND {all_of(asked, own)}{reports}"


def of_acts(asked: Asked) -> bool:
    """Whether events are asked for by what is told in them."""
    return bool(given(asked, ACTS))


def without_acts(asked: Asked) -> Asked:
    return msgspec.structs.replace(asked, **dict.fromkeys(ACTS))


def of_actors(asked: Asked) -> str:
    """Conditions on rows of `actor`; the others are those of the events it has a side in."""
    own = {
        "words": "actor.name LIKE '%' || :like || '%' ESCAPE '\\'",
        "country": "actor.country = :country",
        "either": f"actor.id IN ({WHO.format('either')})",
    }
    rest = msgspec.structs.replace(asked, words=None, country=None, either=None)
    if narrowed(msgspec.structs.replace(rest, since=None, until=None)):
        took = f"actor.id IN (SELECT side.actor FROM side JOIN event ON event.id = side.event WHERE {of_events(rest)})"
        return f"{all_of(asked, own)} AND {took}"
    return f"{all_of(asked, own)} AND {IN_DAYS}" if narrowed(rest) else all_of(asked, own)


def of_pairs(asked: Asked) -> str:
    """Conditions on rows of `dyad`, whose sides are countries, sectors of them, or names."""
    sides = {
        "actor": "actor = :actor",
        "recipient": "recipient = :recipient",
        "either": "(actor = :either OR recipient = :either)",
    }
    return all_of(asked, {**sides, **DAYS})


def scattered(asked: Asked, table: str) -> bool:
    """Whether what is asked for lies about the days, so that SQLite must find all of it before it knows the latest."""
    if table == "actor":
        return narrowed(asked)  # as what is asked for lies in events, and not by how often an actor has a part
    names = (*SCATTERED, *IN_REPORTS) if table != "event" else SCATTERED
    return any(getattr(asked, name) is not None for name in names)


def narrowed(asked: Asked) -> bool:
    """Whether anything at all is asked for."""
    return msgspec.structs.replace(asked, after=None, limit=Asked().limit) != Asked()


def given(asked: Asked, conditions: Mapping[str, str]) -> list[str]:
    return [condition for name, condition in conditions.items() if getattr(asked, name) is not None]


def all_of(asked: Asked, conditions: Mapping[str, str]) -> str:
    return " AND ".join(given(asked, conditions)) or "1"


def values(asked: Asked) -> Values:
    """What the conditions' names stand for. Raises ValueError for a limit that is no number of answers."""
    if not 1 <= asked.limit <= MOST:
        raise ValueError(f"limit must be 1 to {MOST}, not {asked.limit}")
    plain: Values = msgspec.to_builtins(asked)
    if asked.words is None:
        return plain
    return {**plain, "words": terms(asked.words), "like": re.sub(r"([%_\\])", r"\\\1", asked.words)}
