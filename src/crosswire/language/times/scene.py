"""What a time expression is reckoned from: the day of publication, the tense of its clause, the day last named."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from crosswire.records import Interval
from crosswire.syntax import Sentence, Token, ancestors, children

PLANS = {
    "agree", "aim", "ask", "call", "decide", "demand", "due", "expect", "hope", "intend", "invite", "need", "order", "plan",
    "pledge", "postpone", "prepare", "project", "promise", "propose", "schedule", "seek", "set", "slate", "threaten", "urge",
    "vow", "want", "likely", "ready", "able", "delay", "deadline",
}  # fmt: skip
WILL = {"will", "'ll", "’ll", "wo", "shall", "may", "would", "should", "must"}
FORWARD = {"until", "till", "by"}


class Scene(NamedTuple):
    """Where an expression stands. `tense` is -1 in a past clause, 1 in a future one, 0 where the words do not tell."""

    published: date | None
    tense: int
    recent: Interval | None  # the days last named in the text
    beside: Interval | None  # the days last named in the same sentence


def tense(sentence: Sentence, token: Token) -> int:
    """-1 where the clause of a token tells of the past, 1 of the future, 0 where its verbs do not say."""
    for word in (token, *ancestors(sentence, token)):
        if word.lemma in PLANS and word is not token and not says_past(sentence, word, token):
            return 1
        if word.tag.startswith("VB") or word.tag == "MD":
            found = tense_of_verb(sentence, word)
            if found is not None:
                return found
    return 0


def says_past(sentence: Sentence, plan: Token, token: Token) -> bool:
    """A plan made on a day is past, what is planned for it is not: "was ordered on Friday", "was ordered to leave on Friday"."""
    direct = any(t.head == plan.index and t.lemma == "on" for t in (token, *ancestors(sentence, token)))
    return plan.tag in {"VBD", "VBN"} and plan.lemma not in {"schedule", "due", "set", "expect", "slate", "plan"} and direct


def tense_of_verb(sentence: Sentence, verb: Token) -> int | None:
    """The tense of one verb; None for a participle or infinitive, which has that of the verb above it."""
    helpers = children(sentence, verb, "aux", "auxpass")
    modal = verb.tag == "MD" and verb.lemma in WILL or any(t.tag == "MD" and t.text.lower() in WILL for t in helpers)
    if modal:
        return -1 if any(t.lemma == "have" for t in helpers) else 1
    if verb.tag == "VBD" or any(t.tag == "VBD" or t.lemma == "have" for t in helpers):
        return -1
    if verb.tag in {"VBZ", "VBP"}:
        return -1 if sentence.zone in {"title", "heading", "summary"} else 0
    if verb.tag == "VB" and any(t.tag == "TO" for t in helpers):
        return 1 if verb.head == verb.index else None
    if verb.tag == "VBN" and not any(t.tag in {"VBZ", "VBP"} for t in helpers):
        return -1
    return 0 if verb.head == verb.index or helpers and verb.tag == "VBG" else None


def weekday(scene: Scene, number: int) -> date | None:
    """The day a bare weekday means: the last one, today included; in a future clause the next, today included."""
    if scene.published is None:
        return None
    ahead = (number - scene.published.weekday()) % 7
    return scene.published + timedelta(days=ahead if scene.tense > 0 or not ahead else ahead - 7)


def nearest(scene: Scene, candidates: list[Interval]) -> Interval | None:
    """Which of the same days in several years is meant: the last in a past clause, the next in a future one.

    Where the words do not tell it is the last, unless that lies nine months back or more: nobody leaves the year out then.
    """
    if scene.published is None or not candidates:
        return None
    behind = [c for c in candidates if c.start <= scene.published]
    ahead = [c for c in candidates if c.stop >= scene.published]
    if scene.tense > 0 and ahead:
        return ahead[0]
    if not behind:
        return None
    late = (scene.published - behind[-1].stop).days > 270
    return (ahead[0] if scene.tense == 0 and ahead else None) if late else behind[-1]
