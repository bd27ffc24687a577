"""Time expressions of an article: what they span, what they mean, which days they are."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.language.passages import paragraphs, sentence_at, small, token_at
from crosswire.language.times.clue import Clue
from crosswire.language.times.rules import rules, scanner
from crosswire.language.times.scene import Scene, tense
from crosswire.language.times.senses import is_time
from crosswire.records import Article, Interval, Span, Time
from crosswire.syntax import Sentence, Token

CLOCK_ALONE = "XXXX-XX-XX"  # the start of a value with a time of day and no day


def find_times(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Time, ...]:
    """The time expressions of the prose, in order and apart from each other.

    What is reckoned from the day of publication has the anchor "publication"; without that day it has no interval and
    X's in its value ("XXXX-WXX-6"). What names its days itself, or is reckoned from a time named before, has the anchor
    "text". "Just a day before Lavrov's warning" has the anchor "event" and an offset for value, "P-1D" or "P2W":
    `crosswire.calendar.shifted` adds it to the days of the event. Durations, sets and "now" have no interval.
    """
    lower = small(article.text)
    times: list[Time] = []
    for paragraph in paragraphs(sentences):
        of_paragraph(article, lower, paragraph, times)
    return tuple(placed(times, sentences))


def of_paragraph(article: Article, lower: str, sentences: tuple[Sentence, ...], times: list[Time]) -> None:
    """Adds the times of one paragraph to those before."""
    position, stop = sentences[0].start, sentences[-1].stop
    while found := scanner().search(lower, position, stop):
        sentence = sentence_at(sentences, found.start())
        time = time_at(article, lower, found.start(), stop, sentence, times)
        position = time.span.stop if time else found.start() + 1
        if time:
            times.append(time)


def time_at(article: Article, lower: str, start: int, stop: int, sentence: Sentence, times: list[Time]) -> Time | None:
    """What the first rule that fits and does not decline makes of the words from `start`."""
    for rule in rules():
        match = rule.pattern.match(lower, start, stop)
        if not match:
            continue
        words = article.text[start : match.end()]
        first, last = token_at(sentence, start), token_at(sentence, match.end() - 1)
        if not is_time(rule.name, words, sentence, first, last):
            continue
        scene = scene_of(article, sentence, first, times)
        clue = rule.read(match, scene)
        if clue:
            return Time(Span(article.id, start, match.end()), clue.type, clue.value, clipped(clue, scene), clue.anchor)
    return None


def scene_of(article: Article, sentence: Sentence, token: Token, times: list[Time]) -> Scene:
    """What an expression at a token is reckoned from."""
    recent = next((t for t in reversed(times) if t.interval), None)
    beside = recent.interval if recent and recent.span.start >= sentence.start else None
    published = article.published
    if published and not 1000 < published.year < 9000:  # so that no reckoning leaves the calendar
        published = None
    return Scene(published, tense(sentence, token), recent.interval if recent else None, beside)


def clipped(clue: Clue, scene: Scene) -> Interval | None:
    """The days up to publication where a past clause speaks of a period in progress: "clashed this week"."""
    days, now = clue.interval, scene.published
    if not days or not now or clue.anchor != "publication" or "/" in clue.value:
        return days
    return Interval(days.start, now) if scene.tense < 0 and days.start <= now < days.stop else days


def placed(times: list[Time], sentences: tuple[Sentence, ...]) -> Iterator[Time]:
    """The times, with each time of day on the day its sentence names after it: "at 10:35 a.m. (0735 GMT) Friday"."""
    for number, time in enumerate(times):
        if time.value.startswith(CLOCK_ALONE + "T"):
            stop = sentence_at(sentences, time.span.start).stop
            for day in times[number + 1 :]:
                if day.span.start < stop and day.interval and day.interval.start == day.interval.stop:
                    value = f"{day.interval.start}{time.value.removeprefix(CLOCK_ALONE)}"
                    time = Time(time.span, "TIME", value, day.interval, day.anchor)
                    break
        yield time
