"""What a time expression is reckoned from: the day of publication, the tense of its clause, the times named before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice, takewhile
from typing import NamedTuple

from crosswire import calendar
from crosswire.language.times.clue import Clue
from crosswire.language.times.named import QUARTER, Named
from crosswire.records import Interval

NINE_MONTHS = 270  # days
NEWS = 125  # days for which the figures of a period that is over are still to come or fresh
FAR = 50  # times looked back over, so that a sentence of thousands is read in a time that grows with it


class Scene(NamedTuple):
    """Where an expression stands. `tense` is below 0 in a past clause, 1 in a future one, 0 where words do not tell."""

    published: date | None
    tense: int
    named: Named
    aimed: bool = False  # behind "by", "until", "through": the end of something
    sentence: int = 0  # where its sentence starts
    previous: int = 0  # and the one before that


def recent(scene: Scene) -> Interval | None:
    """The days last named in the text."""
    return scene.named.dated[-1].interval if scene.named.dated else None


def beside(scene: Scene) -> Interval | None:
    """The days last named in the same sentence."""
    return near(scene, scene.sentence)


def near(scene: Scene, since: int) -> Interval | None:
    """The days last named since some place in the text."""
    dated = scene.named.dated
    return dated[-1].interval if dated and dated[-1].span.start >= since else None


def just_over(now: date) -> Interval:
    """The last quarter that is over."""
    return calendar.months(now.year - (now.month < 4), (now.month - 4) % 12 // 3 * 3 + 1, 3)


def compared(scene: Scene) -> Interval | None:
    """What figures "a year earlier" are compared with: the latest period of their sentence, else that reported on."""
    told, here = scene.named.reported, latest(scene, scene.sentence)
    return told if told and here == calendar.moved(told, -1, "Y") else here or told


def years_on(scene: Scene, period: Interval, years: int) -> Clue | None:
    """A period so many years on, under the name it has in the text: a fiscal first quarter stays a first quarter."""
    moved = calendar.moved(period, years, "Y") if years else period
    called = (time.value for time in islice(reversed(scene.named.dated), FAR) if time.interval == period)
    name = next((value for value in called if QUARTER.search(value)), None)
    if not moved:
        return None
    value = f"{int(name[:4]) + years:04}{name[4:]}" if name else calendar.name(moved)
    return Clue("DATE", value, "text", moved)


def latest(scene: Scene, since: int, longest: int = 400) -> Interval | None:
    """The latest period, of a month to so many days, that was named since some place in the text and has begun."""
    close = takewhile(lambda time: time.span.start >= since, islice(reversed(scene.named.dated), FAR))
    periods = (time.interval for time in close if time.interval)
    begun = (i for i in periods if scene.published is None or i.start <= scene.published)
    return max((i for i in begun if 27 <= (i.stop - i.start).days < longest), default=None)


def weekday(scene: Scene, number: int) -> date | None:
    """The day a bare weekday means: the last one, today included; in a future clause the next, today included.

    None where a past clause names tomorrow's weekday: where it happened tomorrow may have begun, or it is a week ago.
    """
    if scene.published is None:
        return None
    ahead = (number - scene.published.weekday()) % 7
    if ahead == 1 and scene.tense < 0:
        return None
    return scene.published + timedelta(days=ahead if scene.tense > 0 or not ahead else ahead - 7)


def nearest(scene: Scene, candidates: list[Interval]) -> Interval | None:
    """Which of the same days in several years is meant: the last in a past clause, the next in a future one.

    Where the words do not tell it is the last, unless that lies nine months back or more and the next is nearer.
    """
    if scene.published is None or not candidates:
        return None
    now = scene.published
    behind = [c for c in candidates if c.start <= scene.published]
    ahead = [c for c in candidates if c.stop >= scene.published]
    if scene.tense > 0 and ahead:
        return ahead[0]
    long_ago = not behind or (now - behind[-1].stop).days > NINE_MONTHS
    if long_ago and scene.tense == 0 and ahead:
        return ahead[0]
    soon = behind and ahead and (ahead[0].start - now).days < (now - behind[-1].stop).days / 4
    # A past verb with a day just ahead is more often a plan told of than a day of last year.
    month = behind and behind[-1].start < behind[-1].stop and scene.tense < 0 and not scene.aimed
    if long_ago and soon and not month and scene.tense > -2:
        return ahead[0] if scene.aimed else None
    return behind[-1] if behind else None


def chosen(scene: Scene, around: list[Interval], relation: str, value: Callable[[Interval], str], unknown: str) -> Clue:
    """Which of three years' months, seasons or holidays a relation means; by the tense where there is none."""
    now = scene.published or around[1].start
    meant: Interval | None
    if "year" in relation:
        meant = around[{"last": 0, "this": 1, "next": 2}[relation.split()[0]]]
    elif relation.startswith(("last", "past")):
        meant = [i for i in around if i.stop < now][-1]
    elif relation.startswith(("next", "coming")):
        meant = next(i for i in around if i.start > now)
    elif relation.startswith("this past"):
        meant = [i for i in around if i.start <= now][-1]
    elif relation.startswith("this"):
        meant = next((i for i in around if i.start <= now <= i.stop), around[1])  # a winter in progress
    else:
        meant = nearest(scene, around)
    return Clue("DATE", value(meant), "publication", meant) if meant else Clue("DATE", unknown, "publication")
