"""What the rules and the reader model find, made one: the model says where source, cue and content stand.

The rules say more of a cue both have found: what it is called, and whom it only passes on. What they alone find stays,
but for rules that are more often wrong than right where the model sees nothing; these are heard inside other words, for
the model does not read those apart.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosswire.claims.drafts import Draft

DOUBTED = {"vowed", "said_to_be", "urged", "as_said", "told_to", "called_name"}


def agreed(ruled: Sequence[Draft], seen: Sequence[Draft]) -> list[Draft]:
    """The drafts of both, one a cue; the rules' alone where the model has seen nothing at all."""
    if not seen:
        return list(ruled)
    taken: set[int] = set()
    found = []
    for each in seen:
        same = [at for at, other in enumerate(ruled) if at not in taken and introduces(other, each)]
        taken.update(same)
        found.append(placed(ruled[max(same, key=lambda at: shared(ruled[at], each))], each) if same else each)
    alone = (other for at, other in enumerate(ruled) if at not in taken)
    return [*found, *(other for other in alone if other.rule not in DOUBTED or inner(other, found))]


def introduces(ruled: Draft, seen: Draft) -> bool:
    """Whether both rest on one cue."""
    return seen.words[0] < ruled.cue.stop and ruled.cue.start < seen.words[1]


def shared(one: Draft, other: Draft) -> int:
    """Code points of content that two drafts share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one.content for c, d in other.content)


def placed(ruled: Draft, seen: Draft) -> Draft:
    return msgspec.structs.replace(ruled, source=seen.source, words=seen.words, content=seen.content)


def inner(ruled: Draft, found: Sequence[Draft]) -> bool:
    """Whether a draft's cue stands in the content of another."""
    return any(start <= ruled.cue.start < stop for each in found for start, stop in each.content)
