"""The actor that the words of a source stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from crosswire.claims.outlets import outlets
from crosswire.claims.speakers import ASIDES, RELATIVE, Phrase, heads
from crosswire.knowledge.lexicon import find_names, titles
from crosswire.knowledge.voices import voice
from crosswire.records import Actor, Article, Cited, Mention, Span
from crosswire.syntax import Sentence, Token, children, conjuncts, subtree

NESTED = 12  # mentions that begin at or before a token and may still hold it
HYPHENS = {"-", "‐", "‑"}
SINGLE = {"a", "an", "another", "each", "every", "one"}
FRAGMENTS = {"ADP", "ADJ", "NUM", "PART", "PUNCT", "SYM", "X", "ADV"}


def cited(
    article: Article,
    source: Phrase,
    mentions: Sequence[Mention],
    actors: Sequence[Actor],
    again: Mapping[int, Actor],
) -> Cited[Actor]:
    """The actor a phrase stands for, resting on the phrase's own words; `again` has those who speak on as "it"."""
    meant = again.get(source.start) or actor(article, source, mentions, actors)
    return Cited(meant, (Span(article.id, source.start, source.stop),))


def actor(article: Article, source: Phrase, mentions: Sequence[Mention], actors: Sequence[Actor]) -> Actor:
    """The actor of the mention on the phrase's head, or on its owner's for a paper; else the words themselves."""
    if source.head.lemma not in RELATIVE and is_several(source, mentions):
        return Actor(article.text[source.start : source.stop], "group")
    if beside := named_beside(source):
        return beside_actor(article, source.sentence, beside, mentions, actors)
    for token in heads(source.sentence, source.head):
        compound = hyphened(source.sentence, token)
        found = [m for m in covering(mentions, token) if holds(m, compound)]
        if found:
            widest = max(found, key=lambda m: (m.span.stop - m.span.start, -m.span.start))
            one = widest.kind == "demonym" and is_one(source.sentence, token)
            return one_of(article, source.sentence, token, actors[widest.chain]) if one else actors[widest.chain]
    return in_words(article, source)


def is_one(sentence: Sentence, token: Token) -> bool:
    """Whether a people's name is told of one: "an American", "the American", not "the Americans", "the Chinese"."""
    if token.tag in {"NNS", "NNPS"}:
        return False
    counted = any(t.text.lower() in SINGLE for t in children(sentence, token, "det", "nummod"))
    has_plural = any(entry.kind == "demonym" for *_, entry in find_names([f"{token.text}s"]))
    return counted or has_plural or token.text.endswith(("man", "woman"))


def one_of(article: Article, sentence: Sentence, token: Token, state: Actor) -> Actor:
    """One of a people, who is not the state; without an article, as in "American said", it is no person either."""
    start, stop = core(sentence, token)
    person = children(sentence, token, "det", "nummod", "poss")
    return Actor(article.text[start:stop], "person" if person else "unnamed", state.country)


def named_beside(source: Phrase) -> Token | None:
    """The one name set off beside a role: "the spokesman, Ann Lee" is Ann Lee; "Ann Lee, the spokesman" is named."""
    sentence, role = source.sentence, source.head
    if role.pos != "NOUN" or len(conjuncts(sentence, role)) > 1:
        return None
    owners = [n for link in children(sentence, role, "prep") for n in children(sentence, link, "pobj")]
    for name in (t for noun in (role, *owners) for t in children(sentence, noun, "appos")):
        first = subtree(sentence, name)[0].index
        set_off = sentence.tokens[first - 1].text == "," and sentence.tokens[first].pos == "PROPN"
        alone = len(conjuncts(sentence, name)) == 1 and name.stop <= source.stop
        fits = name.entity == "PERSON" or (name.entity not in {"GPE", "LOC"} and role.text.lower() in titles())
        if name.pos == "PROPN" and fits and set_off and alone:
            return name
    return None


def beside_actor(
    article: Article, sentence: Sentence, name: Token, mentions: Sequence[Mention], actors: Sequence[Actor]
) -> Actor:
    people = [m for m in covering(mentions, name) if m.kind == "name" and actors[m.chain].kind == "person"]
    if people:
        return actors[max(people, key=lambda m: m.span.stop - m.span.start).chain]
    start, stop = core(sentence, name)
    return Actor(article.text[start:stop], "person")


def in_words(article: Article, source: Phrase) -> Actor:
    """The phrase without its clauses and appositions; all of it where that leaves a fragment such as "old" or "20"."""
    named = heads(source.sentence, source.head)[-1]
    compound = hyphened(source.sentence, named)
    first = compound[0].index
    while first and source.sentence.tokens[first - 1].entity == "PERSON":
        first -= 1
    if len(compound) > 1 and compound[0].entity == "PERSON" and compound[0].pos == "PROPN":
        return Actor(article.text[source.sentence.tokens[first].start : compound[-1].stop], "person")
    start, stop = core(source.sentence, named)
    if (start, stop) == (named.start, named.stop) and named.pos in FRAGMENTS:
        start, stop = source.start, source.stop
    own = is_own(article.text[start:stop], article.outlet)
    return Actor(article.outlet if article.outlet and own else article.text[start:stop], unnamed_kind(source, article))


def is_own(name: str, outlet: str | None) -> bool:
    """Whether words are short for the report's own outlet: "the Gazette" in the Harbour Gazette."""
    words = name.removeprefix("the ").removeprefix("The ")
    return outlet is not None and words[:1].isupper() and f" {outlet}".endswith(f" {words}")


def holds(mention: Mention, tokens: Sequence[Token]) -> bool:
    return mention.span.start <= tokens[0].start and tokens[-1].stop <= mention.span.stop


def hyphened(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """A token and all that hyphens join to it: "Jong-hyun", "21-year-old"."""
    first = last = token.index
    while first > 1 and joins(sentence, first - 1):
        first -= 2
    while last + 2 < len(sentence.tokens) and joins(sentence, last + 1):
        last += 2
    return sentence.tokens[first : last + 1]


def joins(sentence: Sentence, index: int) -> bool:
    """Whether a token is a hyphen that touches its neighbours."""
    before, hyphen, after = sentence.tokens[index - 1 : index + 2]
    return hyphen.text in HYPHENS and before.stop == hyphen.start and hyphen.stop == after.start


def core(sentence: Sentence, token: Token) -> tuple[int, int]:
    """A noun phrase without its clauses and appositions: "the aide, who asked not to be named" is the aide."""
    compound = hyphened(sentence, token)
    inside = {t.index for part in compound for t in subtree(sentence, part)}
    for part in compound:
        inside -= {t.index for aside in children(sentence, part, *ASIDES) for t in subtree(sentence, aside)}
    inside |= {t.index for t in compound}
    first = last = token.index
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside and sentence.tokens[last + 1].text != ",":
        last += 1
    return sentence.tokens[first].start, sentence.tokens[last].stop


def is_several(source: Phrase, mentions: Sequence[Mention]) -> bool:
    """Whether a phrase joins several actors: "Chile, Peru and others"."""
    joined = [t for t in conjuncts(source.sentence, source.head) if source.start <= t.start and t.stop <= source.stop]
    return len(joined) > 1 and len({m.chain for t in joined for m in covering(mentions, t)}) > 1


def covering(mentions: Sequence[Mention], token: Token) -> list[Mention]:
    """The mentions a token is in; mentions come in reading order."""
    after = bisect_right(mentions, token.start, key=lambda m: m.span.start)
    return [m for m in mentions[max(0, after - NESTED) : after] if token.stop <= m.span.stop]


def unnamed_kind(source: Phrase, article: Article) -> str:
    """outlet for one, document for a paper, else unnamed."""
    named = outlets(source.sentence, article.outlet)
    if any(source.start <= each.start and each.stop <= source.stop for each in named):
        return "outlet"
    return "document" if voice(source.head.lemma) in {"paper", "evidence", "text"} else "unnamed"
