"""Article to Reading: the article's way, as one function."""

from __future__ import annotations

from crosswire.claims.attribution import attribute
from crosswire.claims.credits import find_credits
from crosswire.claims.events import code_events
from crosswire.claims.quotes import find_quotes
from crosswire.language.amounts import find_amounts
from crosswire.language.mentions import find_mentions
from crosswire.language.parse import parse, prose
from crosswire.language.places import find_places
from crosswire.language.times import find_times
from crosswire.model import look
from crosswire.records import Article, Reading, Span


def read(article: Article) -> Reading:
    """What an article says, every value with the words it rests on. A pure function: same article, same reading."""
    sentences = parse(article)
    mentions, actors = find_mentions(article, sentences)
    times = find_times(article, sentences)
    amounts = find_amounts(article, sentences)
    sight = look(article.text, prose(article))
    places = find_places(article, sentences, sight)
    credits = find_credits(article, sentences)
    quotes = find_quotes(article)
    statements = attribute(article, sentences, quotes, mentions, actors, places, sight)
    events = code_events(article, sentences, mentions, actors, times, places, statements)
    return Reading(
        article=article,
        sentences=tuple(Span(article.id, s.start, s.stop) for s in sentences),
        actors=actors,
        mentions=mentions,
        places=places,
        times=times,
        amounts=amounts,
        credits=credits,
        statements=statements,
        events=events,
    )
