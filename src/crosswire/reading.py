"""Article to Reading: the article's way, as one function; and what one phrase of a text tells, asked alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from crosswire.claims.attribution import attribute
from crosswire.claims.certain import told_surely
from crosswire.claims.coded import coded
from crosswire.claims.credits import find_credits
from crosswire.claims.events import code_events
from crosswire.claims.gists import gist
from crosswire.claims.predicates import Predicate, predicate
from crosswire.claims.quotes import find_quotes
from crosswire.claims.seen import YIELD, YIELDED, Stretch, together, type_shares
from crosswire.claims.verdicts import verdict
from crosswire.glance import act_shares
from crosswire.language.amounts import find_amounts
from crosswire.language.mentions import find_mentions
from crosswire.language.parse import PROSE, parse, prose
from crosswire.language.places import find_places
from crosswire.language.times import find_times
from crosswire.layout import Zone, layout
from crosswire.model import Sight, look
from crosswire.records import Article, Event, Happened, Reading, Span
from crosswire.sight import value
from crosswire.syntax import Sentence


def read(article: Article) -> Reading:
    """What an article says, every value with the words it rests on. A pure function: same article, same reading."""
    sight = look(article.text, prose(article))
    sentences = parse(article, sight)
    times = find_times(article, sentences)
    amounts = find_amounts(article, sentences)
    places = find_places(article, sentences, sight)
    mentions, actors = find_mentions(article, sentences, places)
    credits = find_credits(article, sentences)
    quotes = find_quotes(article)
    statements = attribute(article, sentences, quotes, mentions, actors, places, sight)
    acts, refused = code_events(article, sentences, mentions, actors, times, places, amounts, statements, sight)
    known = coded(acts, places, mentions, actors, article.text, sight)
    events, dropped = told_surely(known, refused, article.text, len(sentences))
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
        dropped=dropped,
        gists=gists(sight, events, sentences) if sight else (),
    )


def gists(sight: Sight, events: Iterable[Event], sentences: Sequence[Sentence]) -> tuple[bytes, ...]:
    """Of each event what its words mean where they stand."""
    found = []
    for event in events:
        words = event.type.spans[0]
        sentence = sentences[bisect_right(sentences, words.start, key=lambda each: each.start) - 1]
        found.append(gist(sight, (words.start, words.stop), (sentence.start, sentence.stop)))
    return tuple(found)


def status(text: str, start: int, stop: int) -> Happened:
    """What a text says became of what `text[start:stop]` tells: a verb, noun or adjective, political or not."""
    article = all_prose(text)
    sight = look(article.text, prose(article))
    sentence, told = told_at(parse(article, sight), start, stop)
    found = verdict(sentence, told, value(sight, "happened", start, stop) if sight else None)
    words = tuple(Span(article.id, word.start, word.stop) for word in found.words)
    return Happened(found.status, found.value, words, found.rule)


def act(text: str, actors: Sequence[Stretch], recipients: Sequence[Stretch] = ()) -> str | None:
    """The PLOVER type of what the actors do to the recipients, given as their words; None where no act is seen.

    Two models decide: by these words, and by the text with them marked. Without the models, an event that `read` finds
    with one of them in it.
    """
    article, sides = all_prose(text), [*actors, *recipients]
    listed = [each.type.value for each in read(article).events if touches(each, sides)]
    sight = look(text, prose(article))
    shares = together(type_shares(sight, sides) if sight else {}, act_shares(text, actors, recipients))
    if not shares:
        return next(iter(listed), None)
    seen = max(shares, key=lambda type: shares[type])
    told = [type for type in listed if YIELD.get(type, type) == seen]
    return told[0] if told else YIELDED.get(seen, seen)


def touches(event: Event, sides: Iterable[Stretch]) -> bool:
    spans = [span for each in (*event.actors, *event.recipients) for span in each.spans]
    return any(span.start < stop and start < span.stop for span in spans for start, stop in sides)


def told_at(sentences: Iterable[Sentence], start: int, stop: int) -> tuple[Sentence, Predicate]:
    """The sentence that words of a text stand in, and what they tell there."""
    for sentence in sentences:
        inside = {t.index: t for t in sentence.tokens if t.start < stop and start < t.stop and not t.text.isspace()}
        for token in inside.values():
            if token.head == token.index or token.head not in inside:
                return sentence, predicate(sentence, token)
    raise ValueError(f"no words of the text from {start} to {stop}")


def all_prose(text: str) -> Article:
    """A text as an article of which everything is read."""
    zones = (z if z.kind in PROSE else Zone("body", z.start, z.stop) for z in layout(text))
    return Article.of(text, zones=tuple(zones))
