"""Numbers of something: "nearly 20,000 visitors", "$3.5 million", "40 percent", "dozens of tanks"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from crosswire.language.numbers import NUMBER, either, number, pattern
from crosswire.language.passages import paragraphs, sentence_at, small, token_at
from crosswire.language.times.words import MONTHS, UNITS
from crosswire.records import Amount, Article, Span
from crosswire.syntax import Sentence, Token, children, head

HEDGES = (
    "at least", "at most", "up to", "as many as", "as much as", "as few as", "more than", "less than", "fewer than",
    "no more than", "no fewer than", "not more than", "nearly", "almost", "about", "around", "some", "roughly",
    "approximately", "an estimated", "estimated", "close to", "over", "under", "below", "above", "only", "just",
    "exactly", "well over", "just over", "just under",
)  # fmt: skip
SIGNS = {"$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD"}
SIGNS |= {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
CURRENCIES = {"dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "ruble": "RUB", "rouble": "RUB"}
CURRENCIES |= {"hryvnia": "UAH", "shekel": "ILS"}
# "Dozens" says two dozen or more, and less than the next word up would: 24 to 99, "thousands" 2,000 to 19,999.
SIZES = {"thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
VAGUE = {"dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999)}
VAGUE |= {word: (2 * size, 20 * size - 1) for word, size in SIZES.items()}
VAGUE |= {f"tens of {word}": (20 * size, 100 * size - 1) for word, size in SIZES.items()}
VAGUE |= {f"hundreds of {word}": (200 * size, 1000 * size - 1) for word, size in SIZES.items()}
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
PERSONS = {"people": "person", "persons": "person"}
SAME_IN_PLURAL = set("aircraft personnel police staff crew km kg mph km/h spacecraft sheep fish".split())
UNCOUNTED = {*UNITS, "time", "o'clock", "am", "pm", "gmt", "other", "one", "weekend"}
UNSHARED = {*UNITS, "point", "percent", "percentage"}
HARMED = set(
    "kill injure wound dead die arrest detain missing miss hurt displace hospitalize hospitalise capture evacuate "
    "rescue".split()
)
COUNTING = {"nummod", "quantmod", "compound", "amod", "nmod", "conj"}
BETWEEN_COUNT_AND_HARM = {"be", "have", "more", "other", "others", "were", "was", "been", "are", "is", "also"}


def find_amounts(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Amount, ...]:
    """The numbers of something, from the hedge to what is counted; "nearly" is kept as `hedge` and changes no number.

    `unit` is the lemma of what is counted ("visitor"), a currency's code ("USD"), "percent", or "person" for "12 were
    killed". Times, ages, ordinals, names ("Boeing 737") and numbers of nothing are left out. "Dozens" are 24 to 99,
    "thousands" 2,000 to 19,999; a third of something is 33.3 percent.
    """
    lower = small(article.text)
    found = []
    for paragraph in paragraphs(sentences):
        for match in scanner().finditer(lower, paragraph[0].start, paragraph[-1].stop):
            found.append(amount_of(article, match, sentence_at(paragraph, match.start())))
    return tuple(amount for amount in found if amount)


@cache
def scanner() -> re.Pattern[str]:
    """One pattern for all that may be an amount."""
    sign = either(SIGNS)
    until = rf"(?(between) and | ?(?:to |[-–]) ?)(?:{sign})?(?P<b>{NUMBER})"
    ranged = rf"(?P<between>between )?(?P<sign>{sign})?(?P<a>{NUMBER})(?:{until})?"
    share = r"(?P<percent> ?%| percentage| percent| per cent)?(?P<points>(?: |-)points?)?"
    fraction = rf"(?:an? |one(?: |-)|(?P<parts>two|three|four)(?: |-))?(?P<fraction>{either(FRACTIONS)})s?(?= of )"
    vague = rf"(?P<vague>{either(VAGUE)})"
    return pattern(
        rf"(?<![\w$£€#])(?<![\d.,:/-])(?:(?P<hedge>{either(HEDGES)}) )?(?:{fraction}|{vague}|{ranged}{share})"
        r"(?![:/]\d|[.,]\d|-\w)"
    )


def amount_of(article: Article, match: re.Match[str], sentence: Sentence) -> Amount | None:
    """What a match counts, by the first rule that can tell."""
    low, high = bounds(match)
    if low is None or high is None or low > high:
        return None
    first, last = token_at(sentence, match.start()), token_at(sentence, match.end() - 1)
    rules = (share,) if match["fraction"] else RULES
    counted = next((found for rule in rules if (found := rule(match, sentence, last))), None)
    if counted is None or named(sentence, first, match) or counted.unit in UNCOUNTED:
        return None
    span = Span(article.id, match.start(), max(match.end(), counted.stop))
    hedge = re.sub(r"\s+", " ", match["hedge"]) if match["hedge"] else None
    return Amount(span, low, high, counted.unit, hedge)


def bounds(match: re.Match[str]) -> tuple[float | None, float | None]:
    """The least and the most that is said."""
    if match["fraction"]:
        share = round(100 * FRACTIONS[match["fraction"]] * {"two": 2, "three": 3, "four": 4}.get(match["parts"], 1), 1)
        return share, share
    if match["vague"]:
        least, most = VAGUE[re.sub(r"\s+", " ", match["vague"])]
        return float(least), float(most)
    high = number(match["b"] or match["a"])
    low = number(match["a"])
    scale = re.search(r"(?:thousand|million|billion|trillion|m|bn)$", match["b"] or "")
    if scale and low and match["a"].isdigit():
        low *= number(scale[0]) or 1  # "3 to 5 million"
    return low, high


class Counted(NamedTuple):
    """What is counted, and where its words end."""

    unit: str
    stop: int


def share(match: re.Match[str], sentence: Sentence, last: Token) -> Counted | None:
    """ "40 percent", "a third of": a share in percent."""
    if not match["percent"] and not match["fraction"]:
        return None
    whole = noun_of(sentence, last) if match["fraction"] else None
    if whole is not None and whole.lemma in UNSHARED:  # "half of a percentage point", "a quarter of an hour"
        return None
    return Counted("percentage point" if match["points"] else "percent", match.end())


def money(match: re.Match[str], sentence: Sentence, last: Token) -> Counted | None:
    """ "$3.5 million"."""
    return Counted(SIGNS[match["sign"]], match.end()) if match["sign"] else None


def counted_noun(match: re.Match[str], sentence: Sentence, last: Token) -> Counted | None:
    """The noun a number belongs to: "20,000 visitors", "12 of the soldiers", "dozens of Russian tanks"."""
    noun = noun_of(sentence, last)
    if noun is None or (noun.entity in {"DATE", "TIME"} and noun.lemma in MONTHS):
        return None
    single = not match["vague"] and number(match["a"]) == 1
    singular = noun.tag in {"NN", "NNP"}
    if single and not match["hedge"]:  # "one day", "one of them": seldom a count
        return None
    if singular != single and noun.text.lower() not in SAME_IN_PLURAL:
        return None
    return Counted(unit_of(sentence, noun), noun.stop)


def harmed(match: re.Match[str], sentence: Sentence, last: Token) -> Counted | None:
    """Persons, where a bare number is killed, hurt, arrested: "at least 12 were killed", "killing 12"."""
    following = sentence.tokens[last.index + 1 :]
    behind = sentence.tokens[max(token_at(sentence, match.start()).index - 1, 0)]
    ahead = next((t for t in following if t.lemma not in BETWEEN_COUNT_AND_HARM), None)
    by_verb = ahead is not None and ahead.lemma in HARMED and ahead.start - last.stop < 25
    after_verb = behind.lemma in HARMED and (not following or following[0].pos in {"PUNCT", "CCONJ", "ADP", "SCONJ"})
    return Counted("person", match.end()) if by_verb or after_verb else None


RULES = (share, money, counted_noun, harmed)


def noun_of(sentence: Sentence, count: Token) -> Token | None:
    """The noun after a count that it numbers, directly or through "of"."""
    for of in children(sentence, count, "prep"):
        if of.text.lower() == "of" and of.index == count.index + 1:
            return next((t for t in children(sentence, of, "pobj") if t.tag.startswith("NN")), None)
    token: Token | None = count
    while token is not None and token.index <= count.index and token.role in COUNTING:
        token = head(sentence, token)
    while token is not None and token.index > count.index and token.role in {"compound", "nummod"}:
        token = head(sentence, token)  # "12 F-16 aircraft"
    if token is None or token.index - count.index not in range(1, 7) or not token.tag.startswith("NN"):
        return noun_beside(sentence, count)
    return token


def noun_beside(sentence: Sentence, count: Token) -> Token | None:
    """The plural right after a count and its adjectives: the parser takes "between 3 and 5 million people" apart."""
    for token in sentence.tokens[count.index + 1 : count.index + 4]:
        if token.tag in {"NNS", "NNPS"}:
            return token
        if token.pos not in {"ADJ", "PROPN"} and token.tag not in {"VBN", "VBG"}:
            return None
    return None


def unit_of(sentence: Sentence, noun: Token) -> str:
    """The noun's lemma, a currency's code where it names one."""
    lemma = noun.lemma.removesuffix("s") if noun.tag == "NNPS" else noun.lemma
    if lemma in CURRENCIES and not children(sentence, noun, "amod"):
        return CURRENCIES[lemma]
    return PERSONS.get(lemma, lemma)


def named(sentence: Sentence, first: Token, match: re.Match[str]) -> bool:
    """Whether the number is part of a name: "Boeing 737 jets", "Group of 20 leaders", "No. 10"."""
    if first.index == 0 or match["hedge"]:
        return False
    previous = sentence.tokens[first.index - 1]
    if previous.text.lower() == "of" and first.index > 1:
        previous = sentence.tokens[first.index - 2]
        return previous.text == "Group"
    capital = previous.pos in {"PROPN", "NOUN"} and previous.text[0].isupper()
    return (capital and not match["sign"]) or previous.text in {"No.", "no.", "number"}
