"""What quotation marks are for: somebody's own words, a title, or a name or word held at a distance.

Rules over the marks and what stands beside them. Where none fits, the words are somebody's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from crosswire.claims.around import Place, Word, places
from crosswire.claims.quotes import Quote
from crosswire.claims.speakers import carries_quote
from crosswire.knowledge.cues import cues
from crosswire.knowledge.lexicon import rows
from crosswire.records import Article
from crosswire.syntax import Sentence, Token

HEADLINES = {"title", "heading"}  # where every word may have a capital
SMALL = 3  # letters of a word that a title may leave without a capital
FEW = 3  # words of a nickname, or of a word that is explained
MEANING = {"mean", "stand", "refer", "spell", "translate", "derive", "come"}
OWNERS = {"'s", "’s", "'", "’"}


def own_words(article: Article, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes that give what somebody said or wrote."""
    return tuple(place.quote for place in places(article, sentences, quotes) if use(place) == "speech")


def use(place: Place) -> str:
    """What the marks are for: "title", "word" or "speech"."""
    if any(rule(place) for rule in WORDS):
        return "word"
    return "title" if capitalised(place) and any(rule(place) for rule in TITLES) else "speech"


def so_called(place: Place) -> bool:
    """The so-called “shadow fleet”."""
    return re.search(r"\bso[- ]called\s*$", place.article.text[: place.quote.opens][-20:], re.I) is not None


def worded(place: Place) -> bool:
    """The word “tenant”; its slogan, “Bread and Peace,”; Operation “Clear Water”."""
    before = beside(place)
    return before is not None and before.tag in {"NN", "NNP"} and before.lemma in quote_words("wordings")


def named(place: Place) -> bool:
    """Nicknamed “the Fox”; a box marked “Archive”; a hill known as “the Anvil”; not: she was labelled “a liar”."""
    words = [t for _, t in here(place)[-3:] if t.text not in {",", "the"}]
    if words and words[-1].text == "as":
        words = words[:-1] if len(words) > 1 and words[-2].lemma == "know" else []
    if not words or words[-1].tag != "VBN" or words[-1].lemma not in quote_words("naming"):
        return False
    return words[-1].role in {"acl", "amod", "advcl"} or words[-1].lemma in {"know", "nickname", "entitle", "title"}


def nickname(place: Place) -> bool:
    """Joe “The Hammer” Brandt."""
    before, after = beside(place), place.after[0][1] if place.after else None
    if before is None or after is None or place.article.text[place.quote.closes : after.start].strip():
        return False
    names = before.pos == after.pos == "PROPN" and before.text.istitle() and after.text.istitle()
    return names and len(words_of(place)) <= FEW and before.stop + 1 == place.quote.opens


def explained(place: Place) -> bool:
    """“Solastalgia” means ..; “Colour” is spelled .."""
    near = [t for _, t in place.after[:2]]
    plain = not here(place) and len(words_of(place)) <= FEW and near != [] and near[0].pos in {"VERB", "AUX"}
    return plain and any(t.lemma in MEANING for t in near)


def named_itself(place: Place) -> bool:
    """The group calls itself “Dawn”."""
    words = [t.lemma for _, t in here(place)[-2:]]
    return (
        len(words) > 1 and words[0] in {"call", "name"} and words[1] in {"itself", "themselves"} and capitalised(place)
    )


def behind_work(place: Place) -> bool:
    """Her first novel, “The Salt Road”; the film “A Winter Crossing”."""
    before = beside(place)
    return before is not None and before.pos in {"NOUN", "PROPN"} and before.lemma in quote_words("works")


def behind_preposition(place: Place) -> bool:
    """On “Morning Desk”; of “The Lighthouse Keeper”; in Orwell’s “Animal Farm”; not: hailed as “The Great Man”."""
    before = here(place)[-1:]
    return any((t.pos == "ADP" and t.lemma != "as") or t.text in OWNERS for _, t in before)


def mid_clause(place: Place) -> bool:
    """Thieves took “Woman at a Well” from a villa; he said “The Long Ferry” had lost money: words on both sides."""
    words = here(place)
    if not words or not place.after or len(words_of(place)) < 2:
        return False
    before, after = words[-1][1], place.after[0][1]
    pauses = before.text in {",", ":", "as", "and", "or"} or not place.article.text[place.quote.stop - 1].isalnum()
    if pauses or not after.text[0].isalnum() or any(names(t) for _, t in words):
        return False
    return after.pos in {"VERB", "AUX"} or not carries_quote(before)


def heads_sentence(place: Place) -> bool:
    """“Boats at Dusk,” which hung in the hall; “Red Orchard” is sold out."""
    if here(place) or not place.after or len(words_of(place)) < 2:
        return False
    after = place.after[0][1]
    first = next((t for _, t in place.after if t.text != ","), after)
    tied = place.article.text[place.quote.stop - 1].isalnum() and first is after
    return first.text in {"which", "by"} or (tied and first.pos in {"VERB", "AUX"} and not carries_quote(first))


WORDS: tuple[Callable[[Place], bool], ...] = (so_called, worded, named, nickname, explained, named_itself)
TITLES: tuple[Callable[[Place], bool], ...] = (behind_work, behind_preposition, mid_clause, heads_sentence)


def names(token: Token) -> bool:
    """Whether a verb calls somebody something: in "he called her “Crooked Ann”" the words are his."""
    entry = cues().get((token.lemma, "verb"))
    return entry is not None and token.pos == "VERB" and "name" in entry.frames


def capitalised(place: Place) -> bool:
    """Whether a quote is written as titles are: every word of some length with a capital, the first word too."""
    words = words_of(place)
    long = [w for w in words if len(w) > SMALL]
    calls = place.article.text[place.quote.stop - 1] in "!?"
    return (
        place.quote.zone not in HEADLINES
        and not calls
        and bool(long)
        and all(w[0].isupper() for w in (words[0], *long))
    )


def words_of(place: Place) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’]\w+)?", place.article.text[place.quote.start : place.quote.stop])


def here(place: Place) -> Sequence[Word]:
    """The words before a quote in its own sentence."""
    starts = place.before[-1][0].start if place.before else 0
    same = place.before and place.quote.opens <= place.before[-1][0].stop
    return [w for w in place.before[-40:] if w[0].start == starts] if same else ()


def beside(place: Place) -> Token | None:
    """The word right before a quote, a comma between them left out."""
    return next((t for _, t in reversed(here(place)[-2:]) if t.text != ","), None)


@cache
def quote_words(name: str) -> frozenset[str]:
    """The words of a named list in data/quote_words.tsv, such as the kinds of works."""
    return next(frozenset(row["words"].split()) for row in rows("quote_words") if row["name"] == name)
