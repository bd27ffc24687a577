"""Time expressions of an article: what they span, what they mean, which days they are."""

from __future__ import annotations

import re
from datetime import date

from crosswire.language.passages import paragraphs, sentence_at, small, token_at
from crosswire.language.times.clue import Clue
from crosswire.language.times.named import Named, named_too
from crosswire.language.times.rules import rules, scanner
from crosswire.language.times.scene import Scene
from crosswire.language.times.senses import is_time
from crosswire.language.times.tense import aimed, tense
from crosswire.records import Article, Interval, Span, Time
from crosswire.syntax import Sentence, Token

CLOCK_ALONE = "XXXX-XX-XX"  # the start of a value with a time of day and no day
BOTH_ENDS = re.compile(r"\d{4}-\d\d-\d\d/.*")  # "from 11 to 13 July"
OPEN = re.compile(r"\d{4}|next|coming|tomorrow|later|from now")  # "was barred until 2030", "next Monday's talks drew"


def find_times(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Time, ...]:
    """The time expressions of the prose, in order and apart from each other.

    What is reckoned from the day of publication has the anchor "publication"; without that day it has no interval and
    X's in its value ("XXXX-WXX-6"). What names its days itself, or is reckoned from a time named before, has the anchor
    "text". "Just a day before Lavrov's warning" has the anchor "event" and an offset for value, "P-1D" or "P2W":
    `crosswire.calendar.shifted` adds it to the days of the event. Durations, sets and "now" have no interval.
    """
    lower = small(article.text)
    times: list[Time] = []
    named = Named([])
    for paragraph in paragraphs(sentences):
        position, stop = paragraph[0].start, paragraph[-1].stop
        while found := scanner().search(lower, position, stop):
            time = time_at(article, lower, found.start(), stop, sentences, named)
            position = time.span.stop if time else found.start() + 1
            if time:
                times.append(time)
                named = named_too(named, time, published(article))
    return tuple(placed(times, sentences))


def time_at(
    article: Article, lower: str, start: int, stop: int, sentences: tuple[Sentence, ...], named: Named
) -> Time | None:
    """What the first rule that fits and does not decline makes of the words from `start`."""
    sentence = sentence_at(sentences, start)
    for rule in rules():
        match = rule.pattern.match(lower, start, stop)
        if not match:
            continue
        words = article.text[start : match.end()]
        first, last = token_at(sentence, start), token_at(sentence, match.end() - 1)
        if not is_time(rule.name, words, sentence, first, last):
            continue
        scene = scene_of(article, sentences, sentence, uppermost(sentence, first, last), named)
        clue = rule.read(match, scene)
        if clue:
            return Time(
                Span(article.id, start, match.end()), clue.type, clue.value, clipped(clue, scene, words), clue.anchor
            )
    return None


def uppermost(sentence: Sentence, first: Token, last: Token) -> Token:
    """Of the words from the first to the last, the one all others hang on: "night" in "Tuesday night"."""
    inside = sentence.tokens[first.index : last.index + 1]
    return next((t for t in inside if not first.index <= t.head <= last.index or t.head == t.index), first)


def scene_of(
    article: Article, sentences: tuple[Sentence, ...], sentence: Sentence, token: Token, named: Named
) -> Scene:
    """What an expression at a token is reckoned from."""
    previous = sentence_at(sentences, sentence.start - 1)
    return Scene(
        published(article), tense(sentence, token), named, aimed(sentence, token), sentence.start, previous.start
    )


def published(article: Article) -> date | None:
    """The day of publication; none where a reckoning from it might leave the calendar."""
    day = article.published
    return day if day and 1000 < day.year < 9000 else None


def clipped(clue: Clue, scene: Scene, words: str) -> Interval | None:
    """The days up to publication of what is told as past: "clashed this week". Only days named with both ends go on."""
    days, now = clue.interval, scene.published
    if not days or not now or scene.tense >= 0 or days.stop <= now or BOTH_ENDS.fullmatch(clue.value):
        return days
    if days.start <= now:
        return Interval(days.start, now)
    return days if OPEN.search(words.lower()) else None


def placed(times: list[Time], sentences: tuple[Sentence, ...]) -> list[Time]:
    """The times, with each time of day on the day its sentence names after it: "at 10:35 a.m. (0735 GMT) Friday"."""
    day: Time | None = None
    backwards: list[Time] = []
    for time in reversed(times):
        if time.interval and time.interval.start == time.interval.stop:
            day = time
        alone = time.value.startswith(CLOCK_ALONE + "T")
        if alone and day and day.interval and day.span.start < sentence_at(sentences, time.span.start).stop:
            value = f"{day.interval.start}{time.value.removeprefix(CLOCK_ALONE)}"
            time = Time(time.span, "TIME", value, day.interval, day.anchor)
        backwards.append(time)
    return backwards[::-1]
