"""What the rules and the reader model find, made one: the model says where source, cue and content stand.

The rules say more of a cue both have found: what it is called, whom it only passes on and, of some, who speaks. What
they alone find stays, but for rules that are more often wrong than right where the model sees nothing; these are heard
inside other words, for the model does not read those apart. What the model alone finds stays if somebody says it and
it is more than a deed done to a thing: who "signed a pact" says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosswire.claims.acts import act_words
from crosswire.claims.drafts import FINITE, Draft, Piece
from crosswire.claims.speakers import CITING, Phrase

DOUBTED = {"vowed", "said_to_be", "urged", "as_said", "told_to", "called_name"}
# Rules that tell who speaks from who is heard, quoted or told; the model takes whoever stands beside the cue.
SURE = {"quoted_as_saying", "quoting", "heard_from", "court_heard", "was_told"}
QUOTES = {'"', "“", "”", "''", "``"}
GOING_ON = {"speaker_of_previous_quote", "speaker_of_sentence_before"}  # unless the model gives the words to somebody


def agreed(ruled: Sequence[Draft], seen: Iterable[Draft]) -> list[Draft]:
    """The drafts of both, one a cue, those of the rules where they are sure."""
    sure = [each for each in ruled if each.rule in SURE]
    left = [each for each in ruled if each.rule not in SURE]
    found = list(sure)
    for each in seen:
        same = [other for other in left if introduces(other, each)]
        left = [other for other in left if not introduces(other, each)]
        if any(introduces(other, each) or shared(other, each) for other in sure):
            continue
        if same:
            nearest = max(same, key=lambda other: shared(other, each))
            found.append(placed(nearest, each, [other.content for other in left]))
        elif each.source and each.lemma not in CITING and not is_deed(each):
            found.append(each)
    return [*found, *alone(left, found)]


def introduces(ruled: Draft, seen: Draft) -> bool:
    """Whether both rest on one cue."""
    return seen.words[0] < ruled.cue.stop and ruled.cue.start < seen.words[1]


def is_deed(seen: Draft) -> bool:
    """Whether the words only tell what somebody did: a verb of doing, and nothing stated or quoted behind it."""
    within = (t for t in seen.sentence.tokens if any(start <= t.start < stop for start, stop in seen.content))
    states = any(t.tag in FINITE | {"MD"} or t.text in QUOTES for t in within)
    return seen.cue.lemma in act_words("doing") and not states


def shared(one: Draft, other: Draft) -> int:
    """Code points of content that two drafts share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one.content for c, d in other.content)


def placed(ruled: Draft, seen: Draft, rivals: Sequence[tuple[Piece, ...]]) -> Draft:
    """A draft of the rules where the model sees it; its content stays if the model gives it what another cue has."""
    content = ruled.content if seen.content in rivals else seen.content
    return msgspec.structs.replace(ruled, source=named(ruled, seen), words=seen.words, content=content)


def named(ruled: Draft, seen: Draft) -> Phrase | None:
    """The words the model takes for the source, read as the rules read them where their head is among them.

    Those of the rules where they stand beside the cue, and the model's in another sentence.
    """
    own, theirs = ruled.source, seen.source
    if own is None or theirs is None:
        return theirs or own
    if theirs.start <= own.head.start < theirs.stop:
        return msgspec.structs.replace(own, start=theirs.start, stop=theirs.stop)
    return own if own.sentence is ruled.sentence and theirs.sentence is not ruled.sentence else theirs


def alone(left: Iterable[Draft], found: Sequence[Draft]) -> Iterator[Draft]:
    """What only the rules find, less what is doubted where no other words hold it, and words that are somebody's."""
    for each in left:
        given = each.rule in GOING_ON and any(shared(each, other) for other in found)
        if not given and (each.rule not in DOUBTED or inner(each, found)):
            yield each


def inner(ruled: Draft, found: Sequence[Draft]) -> bool:
    """Whether a draft's cue stands in the content of another."""
    return any(start <= ruled.cue.start < stop for each in found for start, stop in each.content)
