"""Who goes on speaking as "it" or "the company": the body or paper that spoke just before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crosswire.claims.drafts import Draft
from crosswire.claims.naming import actor, covering
from crosswire.claims.outlets import MEDIA
from crosswire.claims.speakers import Phrase
from crosswire.knowledge.lexicon import titles
from crosswire.records import Actor, Article, Mention

PEOPLE = {"person", "group"}
NEAR = 3  # sentences
FIRMS = {"company", "firm", "airline", "bank"}
BODIES = FIRMS | {"agency", "body", "charity", "group", "institute", "organisation", "organization"}


def speaking_again(
    article: Article, drafts: Iterable[Draft], mentions: Sequence[Mention], actors: Sequence[Actor]
) -> Mapping[int, Actor]:
    """Whom each "it" or "the agency" that speaks stands for, by where it starts; only where no mention tells.

    "The hotel said its guests were safe. It said a wing was shut": who spoke last, in the same sentence or the one
    before, goes on. Nothing where that is a person, people, or a thing that cannot speak.
    """
    found: dict[int, Actor] = {}
    last: tuple[Phrase, Actor] | None = None
    outlet: Actor | None = None
    for each in sorted({d.source.start: d.source for d in drafts if d.source}.values(), key=lambda s: s.start):
        kind = bare(each)
        again = None
        if kind in MEDIA | {"agency"} and outlet:
            again = outlet
        elif last and (last[0].start in found or is_body(last[0])):
            as_it = kind == "it" and not covering(mentions, each.head)
            fits = may_be_it(each, *last) if as_it else kind in BODIES and may_be_called(kind, each, *last)
            again = last[1] if fits else None
        if again:
            found[each.start] = again
        last = each, again or actor(article, each, mentions, actors)
        outlet = last[1] if last[1].kind == "outlet" else outlet
    return found


def may_be_it(it: Phrase, last: Phrase, meant: Actor) -> bool:
    return it.sentence.index - last.sentence.index < 2 and meant.kind not in PEOPLE


def may_be_called(kind: str, words: Phrase, last: Phrase, meant: Actor) -> bool:
    """Whether "the bank", "the agency" may stand for a body that is named: no firm for a ministry, no state."""
    fits = meant.sector in {None, "BUS"} if kind in FIRMS else meant.sector != "GOV"
    near = words.sentence.index - last.sentence.index < NEAR
    return near and fits and meant.kind == "organisation" and meant.name[:1].isupper()


def bare(source: Phrase) -> str | None:
    """The "company" of "the company", and "it": nothing where there are more words than that."""
    words = [t.text.lower() for t in source.sentence.tokens[source.first : source.head.index + 1]]
    return words[-1] if words == ["it"] or (len(words) == 2 and words[0] == "the") else None


def is_body(source: Phrase) -> bool:
    """Whether one thing is named, no person by name or office."""
    named = source.head
    return named.tag in {"NN", "NNP"} and named.entity != "PERSON" and named.text.lower() not in titles()
