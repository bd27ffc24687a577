"""Where and when an act was, of all the places and days that the report names, in its own clause or elsewhere.

Numbers learned of acts whose place and time were marked by reading (`training.settings`), from what the reader model
sees in the words of both, from where they stand, and from what the rules take for the place and the day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from crosswire.claims.likely import path, shares, top
from crosswire.claims.links import VERBAL, Setting
from crosswire.claims.told import Told
from crosswire.claims.when_where import REPORTING, phrase_head
from crosswire.model import Sight
from crosswire.records import Cited, Interval, Place, Span, Time
from crosswire.sight import means
from crosswire.syntax import Sentence, Token

if TYPE_CHECKING:
    from numpy.typing import NDArray

T = TypeVar("T")

LIKELY = 0.7  # less, and the report does not tell: a wrong place costs more than none
EVEN = 0.5  # more for nowhere, and what the rules take is not told either
BEHIND = 3  # sentences after an act in which its place and day are looked for
LEAD = 3  # sentences, title among them, that say what the story is about
MANY = 4  # more mentions are as many
ALIKE = 5  # more words in common are as many
INNER = {"appos", "compound", "nmod", "conj", "poss", "amod"}
DEPTH = 5  # of a name within a phrase
NOUNS = {"NOUN", "PROPN"}
EMPTY = {"be", "have", "say", "do"}
TELLING = {"NOUN", "PROPN", "VERB", "NUM"}
LENGTHS = ((1, "day"), (8, "week"), (32, "month"), (370, "year"))
AGES = ((-400, "old"), (-40, "of a year"), (-8, "of weeks"), (-1, "of a week"), (0, "the day before"), (1, "the day"))
RULED = "by rule"
FAR = "far before"
DATED = {"DATE", "TIME"}
SITES = {"place", "power", "dateline"}  # uses of a name; an "Ohio man" is elsewhere
DONE = {"happened", "ongoing"}
NEXT = 1  # day that the date of a report and the day it tells of may lie apart, by time zone


class Candidate(NamedTuple, Generic[T]):
    """What may be the place or the time of an act, with the words it stands in and signs of whether it is."""

    value: T
    key: Hashable  # the same for two mentions of one place or day
    words: Span
    signs: tuple[str, ...]


class Asked(NamedTuple, Generic[T]):
    """The candidates for one act, and the signs that there is none among them."""

    none: tuple[str, ...]
    candidates: tuple[Candidate[T], ...]


class Standing(NamedTuple):
    """Where the words of a place or time stand: the sentence, their own word, what links it to the rest and to what.

    `seen` is what the reader model sees in them.
    """

    sentence: Sentence
    token: Token | None
    link: str
    host: Token | None
    seen: NDArray[Any]


class Report(NamedTuple):
    """All that the place and the time of an act are looked for in."""

    words: Sequence[frozenset[str]]  # that tell something, by sentence
    places: Sequence[Cited[Place]]
    times: Sequence[Time]
    told: Mapping[int, Sequence[Told]]  # by sentence
    published: date | None
    sight: Sight
    standing: Mapping[Span, Standing]  # of each place and time


class Weights(NamedTuple):
    """What `training.settings` learned: matrices, and the weight of each sign."""

    arrays: Mapping[str, NDArray[Any]]
    signs: Mapping[str, float]


def settled(told: Sequence[Told], found: Sequence[Setting], report: Report) -> tuple[Setting, ...]:
    """The place and the time of each act that are likely; `found` has what the rules take for them."""
    settings = []
    for each, own in zip(told, found, strict=True):
        place = likeliest(where(each, own, report), each, report, learned("place"))
        if reckoned(own):
            settings.append(Setting(place, own.time))
        else:
            settings.append(Setting(place, likeliest(when(each, own, report), each, report, learned("time"))))
    return tuple(settings)


def reckoned(rule: Setting) -> bool:
    """Whether a day is that of another act and so long before or after: no words of the report tell it."""
    return rule.time is not None and len(rule.time.spans) > 1


def report_of(
    sentences: Sequence[Sentence],
    places: Sequence[Cited[Place]],
    times: Sequence[Time],
    told: Sequence[Told],
    published: date | None,
    sight: Sight,
) -> Report:
    by_sentence: dict[int, list[Told]] = {}
    for each in told:
        by_sentence.setdefault(each.sentence.index, []).append(each)
    words = [frozenset(t.lemma for t in s.tokens if t.pos in TELLING and t.lemma not in EMPTY) for s in sentences]
    sites = (place.spans[0] for place in places if place.value.use in SITES)
    spans = {*sites, *(time.span for time in times if time.type in DATED)}
    starts = [sentence.start for sentence in sentences]
    standing = {span: standing_of(sentences[bisect_right(starts, span.start) - 1], span, sight) for span in spans}
    return Report(words, places, times, by_sentence, published, sight, standing)


def standing_of(sentence: Sentence, span: Span, sight: Sight) -> Standing:
    token = phrase_head(sentence, span.start, span.stop)
    link, host = linked(sentence, token) if token else ("", None)
    return Standing(sentence, token, link, host, means(sight, "seen", [(span.start, span.stop)])[0])


def likeliest(asked: Asked[T], told: Told, report: Report, weights: Weights) -> T | None:
    """The place or time that is likely; None where there is none, or the act's words were not read."""
    seen = seen_of(asked, told, report) if asked.candidates else None
    found = likelier(asked, weighed(asked, seen, weights)) if seen is not None else None
    return found.value if found else None


def likelier(asked: Asked[T], likely: NDArray[Any]) -> Candidate[T] | None:
    """Of what is likely the likeliest mention; without it what the rules take, unless most likely nothing is told."""
    none, *rest = likely.tolist()
    known = [*zip(rest, asked.candidates, strict=True)]
    of: Counter[Hashable] = Counter()
    for share, each in known:
        of[each.key] += share
    key, total = max(of.items(), key=itemgetter(1))
    if total >= LIKELY:
        return max((pair for pair in known if pair[1].key == key), key=itemgetter(0))[1]
    return next((each for _, each in known if RULED in each.signs), None) if none < EVEN else None


def seen_of(asked: Asked[T], told: Told, report: Report) -> NDArray[Any] | None:
    """What the reader model sees in the words of an act, and then in each candidate; None where it did not read it."""
    import numpy

    words = told.trigger.words
    act, read = means(report.sight, "seen", [(words[0].start, words[-1].stop)])
    return numpy.vstack([act, *(report.standing[each.words].seen for each in asked.candidates)]) if read[0] else None


def weighed(asked: Asked[T], seen: NDArray[Any], weights: Weights) -> NDArray[Any]:
    """The shares of none and of each candidate."""
    import numpy

    of, known = weights.arrays, weights.signs
    ask = seen[0] @ of["ask"] + of["ask_offset"]
    scores = numpy.concatenate([[seen[0] @ of["none"]], (seen[1:] @ of["answer"]) @ ask])
    for at, signs in enumerate((asked.none, *(each.signs for each in asked.candidates))):
        scores[at] += sum(known[sign] for sign in signs if sign in known)
    return shares(scores)


def where(told: Told, rule: Setting, report: Report) -> Asked[Cited[Place]]:
    """The places near an act, up to a little behind it, and those that the report opens with."""
    taken = rule.place
    named = Counter(key_of(place.value) for place in report.places)
    countries = Counter(place.value.country for place in report.places)
    main = max(countries, key=countries.__getitem__, default=None)
    own = {each.value.country for each in (*told.actors, *told.recipients)} - {None}
    there = cache(lambda index: tuple(of_same(told, index, report)))
    candidates = []
    for each in report.places:
        place, key = each.value, key_of(each.value)
        if place.use not in SITES:
            continue
        index, near = apart(told, each.spans[0], report)
        by = by_rule(taken, each.spans[0], key)
        if index > told.sentence.index + BEHIND or not (by == RULED or near != FAR or index < LEAD):
            continue
        many = min(named[key], MANY)
        signs = (
            *beside(told, each.spans[0], near, by, report, there),
            f"use {place.use}",
            f"use {place.use} {near}",
            f"exact {place.precision}",
            f"exact {place.precision} {near}",
            f"named {many}",
            f"named {many} {near}",
            f"lead {index < LEAD} {near} {place.use}",
            f"own {place.country in own} {place.precision}",
            f"main {place.country == main}",
        )
        candidates.append(Candidate(each, key, each.spans[0], signs))
    return Asked(tuple(nowhere(told, taken is not None, candidates)), tuple(candidates))


def when(told: Told, rule: Setting, report: Report) -> Asked[Cited[Interval] | None]:
    """The days of a report up to a little behind an act that it may have by its status; None for an unknown day."""
    taken = rule.time
    dated = [each for each in report.times if each.type in DATED]
    named = Counter(map(key_of, dated))
    speech = told.status.type in VERBAL
    there = cache(lambda index: tuple(of_same(told, index, report)))
    candidates = []
    for each in dated:
        index, near = apart(told, each.span, report)
        key = key_of(each)
        by = by_rule(taken, each.span, key)
        able = timely(told, each.interval, report.published) and not is_of_a_thing(told, report.standing[each.span])
        if index > told.sentence.index + BEHIND or not (by == RULED or able):
            continue
        long, old = length(each.interval), age(each.interval, report.published)
        verb = verb_over(report.standing[each.span])
        reported = verb is not None and verb.lemma in REPORTING
        signs = (
            *beside(told, each.span, near, by, report, there),
            f"{each.type} {near}",
            f"anchor {each.anchor}",
            f"long {long}",
            f"long {long} {near}",
            f"old {old}",
            f"old {old} {near}",
            f"old {old} {told.status.value}",
            f"old {old} {told.trigger.head.tag}",
            f"lead {index < LEAD} {near}",
            f"named {min(named[key], MANY)} {near}",
            f"only {len(named) == 1} {near}",
            f"near {near} {speech}",
            f"near {near} {told.status.value}",
            f"reported {reported} {near} {speech}",
            *((f"verb {verb.lemma}", f"verb {verb.tag} {told.trigger.head.tag}") if verb else ()),
        )
        value = Cited(each.interval, (each.span,)) if each.interval else None
        candidates.append(Candidate(value, key, each.span, signs))
    return Asked(tuple(nowhere(told, taken is not None, candidates)), tuple(candidates))


def nowhere(told: Told, ruled: bool, candidates: Sequence[Candidate[Any]]) -> Iterator[str]:
    """Signs that no candidate is what is looked for."""
    start, stop = told.sentence.start, told.sentence.stop
    here = any(start <= each.words.start < stop for each in candidates)
    yield "none"
    yield f"none ruled {ruled}"
    yield f"none here {here}"
    yield f"none of {min(len(candidates), ALIKE)}"
    yield f"none {told.status.type}"
    yield f"none {told.status.value}"
    yield f"none {told.status.value} {told.status.type}"
    yield f"none {told.trigger.act.id}"
    yield f"none {told.trigger.act.mode}"
    yield f"none {told.trigger.rule}"
    yield f"none {told.trigger.head.tag}"


def beside(
    told: Told, span: Span, near: str, by: str, report: Report, there: Callable[[int], tuple[str, ...]]
) -> Iterator[str]:
    """Signs from where the words of a place or time stand to an act, and from what else is told `there`."""
    sentence, token, link, host, _ = report.standing[span]
    yield by
    yield f"{by} {near}"
    yield f"near {near} {told.status.type}"
    yield f"zone {sentence.zone}"
    if token is not None and host is not None:
        yield f"link {link}"
        yield f"link {link} {near}"
        yield f"entity {token.entity} {link}"
        yield f"role {token.role} {near}"
        yield f"host {host.lemma}"
        yield f"host {host.pos} {near}"
        if sentence is told.sentence:
            yield from along(told, sentence, token)
    yield from there(sentence.index)


def along(told: Told, sentence: Sentence, token: Token) -> Iterator[str]:
    """Signs from the way that the parse goes from an act to a word of its sentence."""
    anchor = top(told.trigger.words)
    up, down = path(sentence, anchor, token)
    way = f"{' '.join(up)} | {' '.join(down)}"
    yield f"path {way}"
    yield f"path {way} {told.status.type}"
    yield f"first {up[0] if up else ''} {down[0] if down else ''}"
    yield f"up {len(up)}"
    yield "before" if token.index < anchor.index else "behind"


def of_same(told: Told, index: int, report: Report) -> Iterator[str]:
    """Signs that another sentence tells of the same act; of its own only how many others are told there."""
    others = [each for each in report.told.get(index, ()) if each is not told]
    if index == told.sentence.index:
        yield f"acts {min(len(others), BEHIND)}"
        return
    names = {each.value.name for each in (*told.actors, *told.recipients)}
    words = report.words[index]
    common = len(words & report.words[told.sentence.index])
    type = any(each.status.type == told.status.type for each in others)
    sides = any(side.value.name in names for each in others for side in (*each.actors, *each.recipients))
    yield f"same {type}"
    yield f"same {type} {sides}"
    yield f"same act {any(each.trigger.act.lemma == told.trigger.act.lemma for each in others)}"
    yield f"acts there {min(len(others), 2)}"
    yield f"common {min(common, ALIKE)}"
    yield f"part in common {round(common / max(1, min(len(words), len(report.words[told.sentence.index]))), 1)}"
    yield f"act's words {any(word.lemma in words for word in told.trigger.words)}"
    yield f"side there {any(name.split()[-1] in words for name in names if name[:1].isupper())}"


def apart(told: Told, span: Span, report: Report) -> tuple[int, str]:
    """The number of the sentence that words stand in, and how far that is from an act's."""
    index = report.standing[span].sentence.index
    apart = index - told.sentence.index
    far = FAR if apart < -5 else "before" if apart < -2 else "behind"
    return index, str(apart) if -2 <= apart <= 1 else far


def key_of(found: Place | Time | Interval) -> Hashable:
    """What two mentions of one place or day have in common."""
    if isinstance(found, Place):
        return found.name, found.country
    return found if isinstance(found, Interval) else found.interval or found.value


def by_rule(taken: Cited[Place] | Cited[Interval] | None, words: Span, key: Hashable) -> str:
    """What the rules say of a candidate."""
    if taken is None:
        return "none by rule"
    return RULED if taken.spans[0] == words else "alike by rule" if key_of(taken.value) == key else "another by rule"


def linked(sentence: Sentence, token: Token) -> tuple[str, Token]:
    """What links a phrase to the rest, its preposition or role, and the word it hangs on."""
    for _ in range(DEPTH):
        above = sentence.tokens[token.head]
        if token.role == "pobj":
            return above.lemma, sentence.tokens[above.head]
        if token.role not in INNER:
            return token.role, above
        token = above
    return token.role, token


def verb_over(standing: Standing) -> Token | None:
    """The verb, or the root, over the words of a time."""
    token = standing.token
    while token is not None and token.pos not in {"VERB", "AUX"} and token.head != token.index:
        token = standing.sentence.tokens[token.head]
    return token


def timely(told: Told, days: Interval | None, published: date | None) -> bool:
    """Whether an act told so may be of these days: what happened is not ahead of the report, what will is not past."""
    if published is None or days is None:
        return True
    if told.status.rule == "ahead":
        return days.stop >= published
    return told.status.value not in DONE or (days.start - published).days <= NEXT


def is_of_a_thing(told: Told, standing: Standing) -> bool:
    """Whether a day in an act's own sentence is that of something named there: "under the treaty of 1949"."""
    sentence, _, link, host, _ = standing
    named = host is not None and host.pos in NOUNS and host not in told.trigger.words
    return sentence is told.sentence and link == "of" and named


def length(days: Interval | None) -> str:
    if days is None:
        return "unknown"
    apart = (days.stop - days.start).days
    return next((name for least, name in LENGTHS if apart < least), "long")


def age(days: Interval | None, published: date | None) -> str:
    """How long before the report days began."""
    if published is None or days is None:
        return "unknown"
    apart = (days.start - published).days
    return next((name for least, name in AGES if apart < least), "ahead")


@cache
def learned(of: str) -> Weights:
    """What `training.settings` made for "place" or "time"."""
    import numpy

    with resources.as_file(resources.files("crosswire.data") / "settings.npz") as file, numpy.load(file) as kept:
        names = ("ask", "ask_offset", "answer", "none")
        arrays = {name: kept[f"{of}_{name}"].astype(numpy.float32) for name in names}
        signs = zip(map(str, kept[f"{of}_names"]), kept[f"{of}_signs"].astype(float).tolist(), strict=True)
        return Weights(arrays, dict(signs))
