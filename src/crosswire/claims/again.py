"""Who goes on speaking as "it": the body or paper that spoke just before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crosswire.claims.drafts import Draft
from crosswire.claims.naming import actor, covering
from crosswire.claims.outlets import MEDIA
from crosswire.claims.speakers import Phrase
from crosswire.knowledge.lexicon import titles
from crosswire.records import Actor, Article, Mention

PEOPLE = {"person", "group"}


def speaking_again(
    article: Article, drafts: Iterable[Draft], mentions: Sequence[Mention], actors: Sequence[Actor]
) -> Mapping[int, Actor]:
    """Whom each "it" that speaks stands for, by where it starts; only where no chain of mentions tells.

    "The hotel said its guests were safe. It said a wing was shut": who spoke last, in the same sentence or the one
    before, goes on. Nothing where that is a person, people, or a thing that cannot speak.
    """
    found: dict[int, Actor] = {}
    last: Phrase | None = None
    outlet: Actor | None = None
    for each in sorted({d.source.start: d.source for d in drafts if d.source}.values(), key=lambda s: s.start):
        is_it = each.head.text.lower() == "it"
        if is_it and last and each.sentence.index - last.sentence.index < 2 and not covering(mentions, each.head):
            meant = found.get(last.start) or actor(article, last, mentions, actors)
            if last.start in found or (is_body(last) and meant.kind not in PEOPLE):
                found[each.start] = meant
        if is_the_outlet(each) and outlet:
            found[each.start] = outlet
        named = found.get(each.start) or actor(article, each, mentions, actors)
        outlet = named if named.kind == "outlet" else outlet
        last = each
    return found


def is_the_outlet(source: Phrase) -> bool:
    """The agency; the newspaper: no more words than that."""
    words = [t.text.lower() for t in source.sentence.tokens[source.first : source.head.index + 1]]
    return len(words) == 2 and words[0] == "the" and words[1] in MEDIA | {"agency", "news agency"}


def is_body(source: Phrase) -> bool:
    """Whether one thing is named, no person by name or office."""
    named = source.head
    return named.tag in {"NN", "NNP"} and named.entity != "PERSON" and named.text.lower() not in titles()
