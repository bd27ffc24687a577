"""Whether words that look like a time are one: "may" the verb, "march" the walk, "2018 people", "the fall of Kabul"."""

from __future__ import annotations

import re
from collections.abc import Callable

from crosswire.language.times.lengths import LENGTHS
from crosswire.language.times.neighbours import after, before
from crosswire.language.times.tense import MOVED
from crosswire.language.times.words import MONTHS, SHORT_WEEKDAYS, UNMISTAKABLE, WEEKDAYS
from crosswire.syntax import Sentence, Token, children, head

NAMED_DAYS = set("black bloody good super palm ash cyber maundy fat holy ruby giving".split())
YEAR_BEFORE = set(
    "in since by until till from to of during before after for around about between and through throughout circa early "
    "late mid year last next this".split()
)
DETERMINERS = {"(", ",", "the", "'s", "’s", "a", "its", "his", "her", "their", "that"}
NO_YEAR_AFTER = set("$ £ € # no. number flight page room boeing airbus article about some nearly over than".split())
NO_YEAR_BEFORE = set("% percent gmt hours million billion points people".split())
# plurals that a bare year may stand before: "1989 earnings" are of that year, "1990 seats" are as many
YEARLY = set(
    "earnings sale result profit revenue figure election game riot protest talk level price accord attack flood "
    "championship finals".split()
)
SEASON_BEFORE = set(
    "in this last next during by since until every each late early mid the before after".split(),
)
CLOCK_BEFORE = set("at by around about from until before after since to and till shortly between".split())
NAMELIKE = {"weekday", "deictic", "month", "date", "season", "holiday", "relative", "set"}
NAMES = {"ORG", "PERSON", "PRODUCT", "WORK_OF_ART"}


def is_time(rule: str, words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Whether a rule's words are meant as a time where they stand."""
    if first.entity in NAMES and last.entity in NAMES and words[0].isupper() and rule in NAMELIKE:
        return False
    if rule in {"relative", "deictic"} and titled(words, sentence, first):
        return False
    return names_written_as_names(words) and CHECKS.get(rule, always)(words, sentence, first, last)


def titled(words: str, sentence: Sentence, first: Token) -> bool:
    """ "On the show This Week", "the newsletter Asia Today": a name, unless all is written so."""
    if sentence.zone in {"title", "heading", "summary"} or not words.istitle() or first.index == 0:
        return False
    return " " in words or sentence.tokens[first.index - 1].pos == "PROPN"


def always(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    return True


def names_written_as_names(words: str) -> bool:
    """Months that are also words, and all short names, are times only with a capital: "march", "may", "sat", "dec"."""
    return not any(word[0].islower() and mistakable(word.lower()) for word in re.findall(r"[^\W\d_]+", words))


def mistakable(word: str) -> bool:
    return (word in MONTHS and word not in UNMISTAKABLE) or word in SHORT_WEEKDAYS


def month(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """ "May" and "March" alone only as names: not "May they rest", not "March on Rome"."""
    if before(sentence, first).isdigit():  # "31 June"
        return False
    if words.lower() in {"august", "march"} and first.index == 0 and first.pos == "PROPN":
        following = after(sentence, last)
        return following is not None and (following.pos == "NOUN" or following.tag == "POS")  # "August sales rose"
    if words.lower().rstrip(".") in {"may", "march", "mar", "august"}:
        named = first.entity == "DATE" and first.index > 0 and sentence.tokens[first.index - 1].pos != "PROPN"
        return first.pos == "PROPN" and (named or before(sentence, first) in YEAR_BEFORE)
    return True


def weekday(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    return words.lower() not in WEEKDAYS or before(sentence, first) not in NAMED_DAYS


def season(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not "Arab Spring", "spring to mind", "the fall of Kabul"."""
    if re.search(r"\d|year|last|next|this", words):
        return True
    following = after(sentence, last)
    if not last.tag.startswith("NN") or last.text[0].isupper():
        return False
    if last.lemma == "fall" and following is not None and following.lemma in {"of", "in", "from"}:
        return False
    return first is not last or before(sentence, first) in SEASON_BEFORE


def year(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not a count ("2018 people"), a price, a street number or a model."""
    if not words.isdigit():
        return True
    previous, following = before(sentence, first), after(sentence, last)
    if previous in NO_YEAR_AFTER or (following is not None and following.text.lower() in NO_YEAR_BEFORE):
        return False
    if not 1800 <= int(words) <= 2040:
        bare = following is None or following.pos not in {"NOUN", "ADJ", "PROPN"}
        return previous in {"in", "since", "year"} and bare
    if previous in YEAR_BEFORE or previous in DETERMINERS:
        return previous != "of" or not counts(sentence, last)
    named = first.index > 0 and sentence.tokens[first.index - 1].pos == "NOUN"  # "gate 2020"
    return (
        last.entity == "DATE"
        and not named
        and (following is None or not counts(sentence, last) or following.lemma in YEARLY)
    )


def short_year(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Only behind a word of time: "since '96"."""
    return before(sentence, first) in YEAR_BEFORE - {"about", "for", "to"}


def counts(sentence: Sentence, token: Token) -> bool:
    """A number that counts the plural noun after it."""
    counted = head(sentence, token)
    return counted is not None and token.role == "nummod" and counted.tag == "NNS" and counted.index > token.index


def the_year(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """ "For the year", "the rest of the month"; not "the year he was born", "man of the year"."""
    following = after(sentence, last)
    above = head(sentence, last)
    if above is None or last.role != "pobj" or last.text[0].isupper() or following is None or following.pos == "NUM":
        return False
    whole = head(sentence, above)
    part = above.lemma != "of" or (whole is not None and whole.lemma in PARTS_OF_YEAR)
    described = any(t.role in {"relcl", "prep", "acl"} and t.start < last.stop + 6 for t in children(sentence, last))
    return part and not described


PARTS_OF_YEAR = set(
    "rest remainder end start beginning course half quarter month week day part most much time balance".split()
)


def quarter(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not "the quarter of the city", "the quarter finals"."""
    following = after(sentence, last)
    return following is None or following.lemma not in {"of", "final", "-", "century", "point", "million"}


def often(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not the "Daily" of a newspaper's name."""
    following = after(sentence, last)
    if last.lemma.endswith("ly") and (last.pos == "NOUN" or (following is not None and following.pos == "PROPN")):
        return False  # "a weekly", "the party daily Correo"
    name = last.text[0].isupper() and (last.index > 0 or (following is not None and following.text[:1].isupper()))
    return not (name and not words.isupper() and last.text.lower().endswith("ly"))


def holiday(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not "Christmas trees"."""
    return last.role != "compound" or "day" in words.lower() or sentence.tokens[last.head].lemma in FEASTS


FEASTS = set(
    "day eve weekend holiday week morning night break period season truce attack bombing massacre sunday".split()
)


def reference(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not "the past president", "now that"."""
    following = after(sentence, last)
    if following is not None and following.text == "-":
        return False  # "the present-day border"
    if words.lower() == "recently" and following is not None and following.lemma in {"last", "as"}:
        return False  # "most recently last May", "as recently as May"
    if words.lower() == "soon":
        stop = following is not None and following.lemma in {"after", "as", "before"}
        return before(sentence, first) not in {"as", "too", "how", "so"} and not stop
    if last.lemma == "now" and first.index == 0:
        return False  # "Now, what does it mean?"
    if last.lemma in {"past", "future"}:
        return last.tag.startswith("NN") and last.role not in {"compound", "amod", "nmod"}
    return not (
        last.lemma == "now" and (last.tag != "RB" or (following is not None and following.lemma in {"that", "-"}))
    )


def clock(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """A bare "10:35" may be a score, "midnight blue" is a colour, and "(2206 GMT)" says again what stands before it."""
    again = before(sentence, first) == "(" and words.lower().endswith(("gmt", "utc", "local time"))
    if (last.role in {"compound", "amod", "nmod"} and words.isalpha()) or again:
        return False
    return not re.fullmatch(r"[\d:]+", words) or before(sentence, first) in CLOCK_BEFORE


def span(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not "moved from Monday to Thursday"."""
    link = first if first.lemma == "from" else head(sentence, first)
    verb = head(sentence, link) if link and link.lemma == "from" else None
    return verb is None or verb.lemma not in MOVED


def day_too(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """ "June 20 and 24"; not "on June 20, 24 people"."""
    following = after(sentence, last)
    counted = head(sentence, last) if last.role in {"nummod", "quantmod"} else None
    return (counted is None or counted.pos != "NOUN" or counted.index < last.index) and (
        following is None or following.pos not in {"NOUN", "ADJ", "NUM", "SYM"}
    )


def fiscal(words: str, sentence: Sentence, first: Token, last: Token) -> bool:
    """Not "changed to a fiscal year", "its fiscal years"."""
    return (
        not words.lower().startswith(("fiscal year", "financial year"))
        or bool(re.search(r"\d", words))
        or (before(sentence, first) in {"its", "their", "our", "’s", "'s", "this", "current"})
    )


CHECKS: dict[str, Callable[[str, Sentence, Token, Token], bool]] = {
    **LENGTHS,
    "month": month,
    "weekday": weekday,
    "season": season,
    "year": year,
    "short_year": short_year,
    "set": often,
    "the_year": the_year,
    "fiscal": fiscal,
    "day_too": day_too,
    "weekdays": span,
    "months": span,
    "month_day_to_month_day": span,
    "day_month_to_day_month": span,
    "the_month": the_year,
    "latest": quarter,
    "holiday": holiday,
    "reference": reference,
    "clock": clock,
}
