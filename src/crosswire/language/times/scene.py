"""What a time expression is reckoned from: the day of publication, the tense of its clause, the day last named."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from crosswire import calendar
from crosswire.language.times.clue import Clue
from crosswire.language.times.words import WEEKDAYS
from crosswire.records import Interval, Time
from crosswire.syntax import Sentence, Token, ancestors, children, head

PLANS = set(
    "agree aim ask call decide demand due expect hope intend invite need order plan pledge postpone prepare project "
    "promise propose schedule seek set slate threaten urge vow want payable mature expire effective likely ready able "
    "delay defer extend reschedule deadline".split()
)
PLAN_NOUNS = {"plan", "deadline", "hope", "promise", "pledge", "vow", "schedule"}
WILL = {"will", "'ll", "’ll", "wo", "shall", "may", "might", "would", "should", "must"}
TO_COME = {"when", "until", "till", "before", "after", "once", "if"}
ARRANGED = {"due", "expect", "plan", "schedule", "set", "slate"}  # their time is that of what is to come
TOLD = {"say", "tell", "report", "write", "have", "show", "suggest", "argue", "claim", "warn", "quote", "add"}
AIMED = {"by", "for", "to", "until", "till"}
LOOSE = {"npadvmod", "appos", "dep"}  # "shelled the port the same month": the month is that of the shelling
ENDS = {"by", "until", "till", "through"}


NINE_MONTHS = 270  # days
QUARTER = re.compile(r"-[QH]\d$")


class Scene(NamedTuple):
    """Where an expression stands. `tense` is -1 in a past clause, 1 in a future one, 0 where the words do not tell."""

    published: date | None
    tense: int
    aimed: bool = False  # behind "by", "until", "through": the end of something
    before: Sequence[Time] = ()  # the times named so far
    sentence: int = 0  # where its sentence starts
    previous: int = 0  # and the one before that


def recent(scene: Scene) -> Interval | None:
    """The days last named in the text."""
    return next((time.interval for time in reversed(scene.before) if time.interval), None)


def beside(scene: Scene) -> Interval | None:
    """The days last named in the same sentence."""
    return near(scene, scene.sentence)


def near(scene: Scene, since: int) -> Interval | None:
    """The days last named since some place in the text."""
    close = takewhile(lambda time: time.span.start >= since, reversed(scene.before))
    return next((time.interval for time in close if time.interval), None)


def reported(scene: Scene) -> Interval | None:
    """The quarter or half that the text reports on: of those it has named and that are over, the latest."""
    named = (time.interval for time in scene.before if time.interval and QUARTER.search(time.value))
    return max((i for i in named if scene.published is None or i.stop < scene.published), default=None)


def just_over(now: date) -> Interval:
    """The last quarter that is over."""
    return calendar.months(now.year - (now.month < 4), (now.month - 4) % 12 // 3 * 3 + 1, 3)


def compared(scene: Scene) -> Interval | None:
    """What figures "a year earlier" are compared with: the latest period of their sentence, else that reported on."""
    told, here = reported(scene), latest(scene, scene.sentence)
    return told if told and here == calendar.moved(told, -1, "Y") else here or told


def latest(scene: Scene, since: int, longest: int = 400) -> Interval | None:
    """The latest period, of days at most so many, that was named since some place in the text and has begun."""
    close = takewhile(lambda time: time.span.start >= since, reversed(scene.before))
    periods = (time.interval for time in close if time.interval)
    begun = (i for i in periods if i.start < i.stop and (scene.published is None or i.start <= scene.published))
    return max((i for i in begun if (i.stop - i.start).days < longest), default=None)


def is_month(interval: Interval) -> bool:
    return interval == calendar.month(interval.start.year, interval.start.month)


def tense(sentence: Sentence, token: Token) -> int:
    """-1 where the clause of a token tells of the past, 1 of the future, 0 where its verbs do not say."""
    through_noun, to_an_end = False, aimed(sentence, token)
    for word in (token, *ancestors(sentence, token)):
        if plans(word) and word is not token and not says_past(sentence, word, token):
            was = any(t.tag == "VBD" for t in children(sentence, word, "auxpass", "aux"))
            return 0 if was and token.text.lower() not in WEEKDAYS else 1  # "was set for May": that May may be over
        if word.tag.startswith("VB") or word.tag == "MD":
            found = tense_of_verb(sentence, word)
            if found == 0 and on_timetable(sentence, word, token):
                return 1
            if found is not None:
                if to_an_end:  # "a plan to sell by February", "has until Friday", "has been given until Friday"
                    return 1 if found == 0 or lasting(sentence, word, token) else found
                return 0 if through_noun and found < 0 else found
        if word.lemma == "since":
            return -1
        if word is not token and word.pos == "NOUN" and not (token.head == word.index and token.role in LOOSE):
            # "discussed the vote on Nov. 15": it may be to come; "the vote on Nov. 15 failed": it is over
            through_noun = word.role not in {"nsubj", "nsubjpass"} or through_noun
    return int(to_an_end)


def on_timetable(sentence: Sentence, verb: Token, token: Token) -> bool:
    """ "Ministers meet in Rome on Sunday", "the deadline is Tuesday"; not "he says on Sunday"."""
    near_verb = token.head == verb.index or any(
        t.lemma == "on" for t in children(sentence, verb) if t.index == token.head
    )
    return near_verb and verb.tag in {"VBZ", "VBP"} and verb.lemma not in TOLD and token.text.lower() in WEEKDAYS


def lasting(sentence: Sentence, verb: Token, token: Token) -> bool:
    """Whether what has begun goes on "until" a time."""
    until = sentence.tokens[token.head].lemma in {"until", "till"}
    return until and any(t.lemma == "have" and t.tag in {"VBZ", "VBP"} for t in children(sentence, verb, "aux"))


def plans(word: Token) -> bool:
    """ "Due", "hopes to", "a plan for"; not "orders", "a call", "demand"."""
    return word.lemma in PLANS and (word.pos != "NOUN" or word.lemma in PLAN_NOUNS)


def aimed(sentence: Sentence, token: Token) -> bool:
    """Whether a time is the end of something: "by February", "through Nov. 17"."""
    above = head(sentence, token)
    return above is not None and above.lemma in ENDS


def says_past(sentence: Sentence, plan: Token, token: Token) -> bool:
    """A past plan's own day is past, what is planned for it is not: "agreed on Friday", "agreed to leave on Friday"."""
    if plan.tag not in {"VBD", "VBN"} or plan.lemma in ARRANGED:
        return False
    link = next((t for t in (token, *ancestors(sentence, token)) if t.head == plan.index), token)
    return link.tag != "VB" and link.role not in {"xcomp", "ccomp", "advcl"} and link.lemma not in AIMED


def tense_of_verb(sentence: Sentence, verb: Token) -> int | None:
    """The tense of one verb; None for a participle or infinitive, which has that of the verb above it."""
    helpers = children(sentence, verb, "aux", "auxpass")
    modal = (verb.tag == "MD" and verb.lemma in WILL) or any(t.tag == "MD" and t.text.lower() in WILL for t in helpers)
    if modal:
        return -1 if any(t.lemma == "have" for t in helpers) else 1
    if verb.tag == "VBD" or any(t.tag == "VBD" or t.lemma == "have" for t in helpers):
        return -1
    if verb.tag in {"VBZ", "VBP"}:
        if any(t.text.lower() in TO_COME for t in children(sentence, verb, "advmod", "mark")):
            return 1  # "when they meet on Monday"
        return -1 if sentence.zone in {"title", "heading", "summary"} else 0
    if verb.tag in {"VB", "VBN"} and any(t.tag == "TO" for t in helpers):
        return 1 if verb.head == verb.index else None
    if verb.tag == "VBN" and not any(t.tag in {"VBZ", "VBP"} for t in helpers):
        return -1
    return 0 if verb.head == verb.index or (helpers and verb.tag == "VBG") else None


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
    if long_ago and soon:
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
