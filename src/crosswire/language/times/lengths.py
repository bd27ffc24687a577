"""Whether words that count days or years are meant so: not "a second attack", "two months old"."""

from __future__ import annotations

import re

from crosswire.language.times.neighbours import after, before
from crosswire.syntax import Sentence, Token, children, head

SPAN_BEFORE = set("for in after over within of during took take takes lasted several recent".split())


def relative(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not "the last week of September", "the next day of talks"."""
    following = after(sentence, last)
    return following is None or following.lemma != "of" or not re.search(r"\b(?:last|next)\b", words.lower())


def rate(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """ "$2 million a year", "twice a week"; not "waited a year", "a year ago"."""
    if " per " in f" {words.lower()}" or "time" in words.lower() or words.lower().startswith(("once", "twice")):
        return True
    previous = sentence.tokens[first.index - 1] if first.index else first
    return previous.tag in {"NNS", "CD", "$", "NN"} and last.role == "npadvmod" and first.index > 0


def to_come(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """ "He will be freed in five years"; not "the worst storm in five years", "twice in one day"."""
    above = head(sentence, first)
    compares = any(t.tag in {"JJS", "RBS"} or t.lemma == "first" for t in sentence.tokens[: first.index])
    one_day = words.lower().endswith((" one day", " a day"))
    return above is not None and above.pos in {"VERB", "AUX"} and not compares and not one_day


def duration(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not "a second attack", "a minute amount", an age; "one day" alone is some day."""
    unit, following = re.findall(r"[a-z]+", words.lower())[-1], after(sentence, last)
    if following is not None and (following.text.lower() in {"old", "-"} or age(sentence, following)):
        return False
    if first.tag.startswith("VB") or (before(sentence, first) == "on" and words.lower() == "a day"):
        return False  # "would last two days", "on a day of rain"
    if words.lower() == "a day" and following is not None and following.lemma == "by":
        return False  # "a day by day account"
    tiny = unit == "minute" and "-" not in words and following is not None and following.pos == "NOUN"
    if tiny or unit == "quarter" or (unit == "second" and "-" not in words):
        return False
    if words.lower() != "one day" or before(sentence, first) in SPAN_BEFORE | {"by"}:
        return True
    above = head(sentence, last)  # "had held the job one day"; not "he may return one day", "one day he left"
    return following is not None and following.pos == "PUNCT" and above is not None and above.tag in {"VBD", "VBN"}


def age(sentence: Sentence, of: Token) -> bool:
    return of.lemma == "of" and any(t.lemma == "age" for t in children(sentence, of, "pobj"))


def offset(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not "for two days before leaving", "a year earlier than planned"."""
    following = after(sentence, last)
    than = following is not None and following.lemma == "than"
    return not than and before(sentence, first) not in {"for", "in"}


def long(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Bare "weeks", "years" only after a preposition of time: "for years"."""
    following, previous = after(sentence, last), before(sentence, first)
    if previous == "of" and first.index > 1 and sentence.tokens[first.index - 2].lemma == "matter":
        return False
    if following is not None and following.lemma == "past":
        return False  # "in years past"
    of = following is not None and following.lemma == "of" and previous not in {"the", "of", "those", "these"}
    if (" " not in words or words[0] == "-") and "long" not in words and previous not in SPAN_BEFORE and not of:
        return False
    return following is None or (following.lemma not in {"old", "ago"} and following.text != "-")


LENGTHS = {
    "relative": relative,
    "rate": rate,
    "in": to_come,
    "duration": duration,
    "offset": offset,
    "long": long,
}
