"""Acts told by verbs the lexicon does not list: the reader model sees who and whom, the parse the verb over both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from crosswire.claims.acts import Act, act_words
from crosswire.claims.predicted import top
from crosswire.claims.seen import ACTING, NOTHING, YIELDED, View, inside, receiving_below, type_shares
from crosswire.claims.sides import verb_over
from crosswire.claims.speakers import is_cue
from crosswire.claims.triggers import Trigger
from crosswire.syntax import Sentence, Token, ancestors, children

SURE = 0.8  # the least share of the likeliest type


def unlisted(sentence: Sentence, listed: Iterable[Trigger], view: View) -> Iterator[Trigger]:
    """A trigger for each verb between a side that acts and one that receives, if no listed act is told with it."""
    taken = {index for trigger in listed for index in led_by(sentence, trigger)}
    for part in view.parts:
        words = inside(sentence, part) if part.role in ACTING else ()
        verb = verb_over(sentence, top(words)) if words else None
        if verb is None or verb.index in taken or is_cue(verb) or only_writes(sentence, verb):
            continue
        others = [each for each in receiving_below(sentence, verb, view) if each != part]
        type = likeliest(view, [(verb.start, verb.stop), *((each.start, each.stop) for each in (part, *others))])
        if others and type:
            taken.add(verb.index)
            yield Trigger(told_by(verb, type), verb, None, (verb,), "reader_model")


def only_writes(sentence: Sentence, verb: Token) -> bool:
    """ "Issued a statement": what the statement does is the act."""
    return any(t.lemma in act_words("writings") for t in children(sentence, verb, "dobj", "nsubjpass"))


def led_by(sentence: Sentence, trigger: Trigger) -> Iterator[int]:
    """The words of a listed act, and the verb that leads to it: "tried" of "tried to arrest"."""
    yield from (word.index for word in (trigger.head, *trigger.words))
    if trigger.head.role in {"xcomp", "ccomp", "pcomp"}:
        yield from (t.index for t in islice(ancestors(sentence, trigger.head), 2))


def likeliest(view: View, words: Iterable[tuple[int, int]]) -> str | None:
    shares = type_shares(view.sight, words)
    best = max(shares, key=lambda type: shares[type], default=NOTHING)
    return None if best == NOTHING or shares[best] < SURE else YIELDED.get(best, best)


def told_by(verb: Token, type: str) -> Act:
    """What the lexicon would have of a verb, had it listed it."""
    return Act(
        id=verb.lemma,
        kind="verb",
        lemma=verb.lemma,
        type=type,
        mode=None,
        particle=None,
        negated=False,
        objects=frozenset(),
        actors=("subj",),
        recipients=("obj", "dative", "with", "against", "on", "from"),
        needs_actor=False,
        needs_recipient=True,
        armed=False,
    )
