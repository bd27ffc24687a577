"""Whether the clause of a time tells of the past or of what is to come."""

from __future__ import annotations

from itertools import islice

from crosswire.language.times.words import WEEKDAYS
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
MOVED = set("move push shift put bring switch change advance postpone reschedule delay defer extend".split())
PUT_OFF = {"to", "until", "till", "for"}
TOLD = {"say", "tell", "report", "write", "have", "show", "suggest", "argue", "claim", "warn", "quote", "add"}
AIMED = {"by", "for", "to", "until", "till"}
LOOSE = {"npadvmod", "appos", "dep"}  # "shelled the port the same month": the month is that of the shelling
ENDS = {"by", "until", "till", "through"}
LEAVES = set("arrives leaves departs returns opens closes begins starts ends resumes expires resume".split())
BOUNDED = {"begin", "start", "end", "open", "close", "expire", "arrive", "leave", "depart", "return", "resume", "take"}


def tense(sentence: Sentence, token: Token) -> int:
    """-1 where the clause of a token tells of the past (-2: no doubt), 1 of the future, 0 where it does not say."""
    if timetabled(sentence, token):
        return 1
    if moved_to(sentence, token):
        return 1
    nouns = 0  # those the time belongs to: "the vote on Nov. 15"
    for word in (token, *ancestors(sentence, token)):
        if word.lemma == "since" or (word.lemma == "end" and is_end(sentence, word, token)):
            return -2
        if word is not token and plans(word) and not says_past(sentence, word, token):
            return 1 if nouns < 2 and not was_planned(sentence, word, token) else 0
        if word.pos == "NOUN" and any(plans(t) for t in children(sentence, word, "amod")):
            return 0  # "dropped a planned November sale"
        found = tense_of_verb(sentence, word) if word.tag.startswith("VB") or word.tag == "MD" else None
        if found == 0 and on_timetable(sentence, word, token):
            return 1
        if found is not None and aimed(sentence, token):  # "a plan to sell by February", "has been shut until Friday"
            return 1 if found == 0 or lasting(sentence, word, token) else found
        if found is not None:
            return 0 if nouns and found < 0 else found
        nouns += word is not token and modified(word, token)
    return int(aimed(sentence, token))


def is_end(sentence: Sentence, verb: Token, token: Token) -> bool:
    """ "The quarter ended Dec. 31": that day itself is past."""
    link = head(sentence, token)
    return verb.tag in {"VBD", "VBN"} and (link is verb or (link is not None and link.head == verb.index))


def timetabled(sentence: Sentence, token: Token) -> bool:
    """ "Leaves Sunday", "opens on Friday", even where the verb is taken for a noun."""
    front = [t.text.lower() for t in sentence.tokens[max(token.index - 2, 0) : token.index]]
    verb = front[-2:-1] if front[-1:] == ["on"] else front[-1:]
    return token.text.lower() in WEEKDAYS and bool(verb) and verb[0] in LEAVES


def moved_to(sentence: Sentence, token: Token) -> bool:
    """ "Was moved to Nov. 15", "put off until Friday", "moved from Monday to Thursday"."""
    link = head(sentence, token)
    if link is None or link.lemma not in PUT_OFF | ({"from"} if token.text.lower() in WEEKDAYS else set()):
        return False
    return any(t.lemma in MOVED for t in islice(ancestors(sentence, link), 2))


def modified(noun: Token, token: Token) -> bool:
    """ "Discussed the vote on Nov. 15": it may be to come; not "the vote on Nov. 15 failed", "met aides Tuesday"."""
    loose = token.head == noun.index and token.role in LOOSE
    return noun.pos == "NOUN" and noun.role not in {"nsubj", "nsubjpass"} and not loose


def was_planned(sentence: Sentence, plan: Token, token: Token) -> bool:
    """ "Was set for May": that May may be over."""
    was = any(t.tag == "VBD" for t in children(sentence, plan, "auxpass", "aux"))
    return was and token.text.lower() not in WEEKDAYS


def on_timetable(sentence: Sentence, verb: Token, token: Token) -> bool:
    """ "Ministers meet in Rome on Sunday", "the term ends in June"; not "he says on Sunday", "prices rise in June"."""
    link = head(sentence, token)
    going = is_going(sentence, verb)
    if link is None or (verb.tag not in {"VBZ", "VBP"} and not going) or (link is not verb and link.head != verb.index):
        return False
    dated = going and any(t.tag == "CD" for t in children(sentence, token, "nummod"))
    day = (dated or token.text.lower() in WEEKDAYS) and (link is verb or link.lemma == "on")
    into_effect = verb.lemma == "go" and any(t.lemma == "into" for t in children(sentence, verb, "prep"))
    return verb.lemma in BOUNDED or into_effect or (day and verb.lemma not in TOLD)


def is_going(sentence: Sentence, verb: Token) -> bool:
    """ "She is leaving on June 5": what goes on now on another day is to come."""
    return verb.tag == "VBG" and any(t.tag in {"VBZ", "VBP"} for t in children(sentence, verb, "aux"))


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
        return 1 if verb.head == verb.index or is_to(sentence, verb) else None
    if verb.tag == "VBN" and not any(t.tag in {"VBZ", "VBP"} for t in helpers):
        return -1
    return 0 if verb.head == verb.index or (helpers and verb.tag == "VBG") else None


def is_to(sentence: Sentence, verb: Token) -> bool:
    """ "He is to take over on Jan. 1"."""
    above = head(sentence, verb)
    return above is not None and above.lemma == "be" and above.tag in {"VBZ", "VBP"}
