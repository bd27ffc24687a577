"""Where a sentence names an agency, a paper or a station, whether the tables know it or not."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.claims.speakers import Phrase
from crosswire.knowledge.lexicon import find_names
from crosswire.syntax import Sentence, Token, extent

MEDIA = set(
    "newspaper paper daily weekly magazine tabloid broadcaster radio television tv channel network station broadsheet "
    "newswire".split()
)
COMMON = MEDIA | {"agency", "media"}
AGENCIES = {"news", "press", "wire", "state", "official"}  # agency; "the agency" alone may be any
STATE = {"state", "state-run", "official", "local"}  # media; "the media" are no outlet
NAMES = set(
    "Agency Broadcasting Bulletin Chronicle Courier Daily Dispatch Echo Examiner Express FM Gazette Globe Guardian "
    "Herald Independent Inquirer Journal Ledger Magazine Mail Monitor News Observer Post Press Radio Record Review "
    "Standard Star Sun TV Telegraph Television Times Tribune Weekly".split()
)
BEFORE = {"DET", "ADJ", "NOUN", "PROPN"}
WHEN = {"DATE", "TIME"}


def outlets(sentence: Sentence, own: str | None) -> Iterator[Phrase]:
    """Every noun phrase that names an outlet, in reading order: "AFP", "the daily Aurora", "state television".

    `own` is the name of the outlet that prints the report: "the Gazette" is the Harbour Gazette.
    """
    beyond = 0
    runs: list[tuple[int, int]] = []
    for first, last in cores(sentence, own):
        joined = runs and first <= runs[-1][1] + 1  # "the weekly" and "Die Zeit"
        runs[-1:] = [(runs[-1][0], max(last, runs[-1][1]))] if joined else [*runs[-1:], (first, last)]
    for first, last in runs:
        if first < beyond:
            continue
        stop = last
        while stop + 1 < len(sentence.tokens) and goes_on(sentence, stop):
            stop += 1
        start = first
        while start > beyond and leads(sentence.tokens[start - 1]):
            start -= 1
        beyond = stop + 1
        tokens = sentence.tokens[start:beyond]
        yield Phrase(sentence, sentence.tokens[stop], *extent(tokens), start)


def cores(sentence: Sentence, own: str | None) -> list[tuple[int, int]]:
    """First and last token of each run that tells an outlet: a known name, a word for media, a paper's kind of name."""
    texts = [t.text for t in sentence.tokens]
    found = [(a, b - 1) for a, b, entry in find_names(texts) if entry.kind in {"agency", "outlet"}]
    known = {i for a, b in found for i in range(a, b + 1)}
    last = own.split()[-1] if own else None
    for token in sentence.tokens:
        telling = token.text in NAMES or token.text == last or token.text.lower() in COMMON
        if telling and token.index not in known and (is_media(sentence, token) or is_called(sentence, token, last)):
            found.append((token.index, token.index))
    return sorted(found)


def is_media(sentence: Sentence, token: Token) -> bool:
    """A newspaper, state media, a press agency."""
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    after = following(sentence, token)
    if token.pos not in {"NOUN", "PROPN", "ADJ"} or (after.pos == "NOUN" and after.lemma not in MEDIA):
        return False  # "a television address"
    plain = token.text.lower() in MEDIA and (token.text == "TV" or token.text not in NAMES)
    return (
        plain or (token.lemma == "agency" and before in AGENCIES) or (token.text.lower() == "media" and before in STATE)
    )


def is_called(sentence: Sentence, token: Token, own: str | None) -> bool:
    """Citizen TV; the Herald; the last word of the report's own outlet."""
    if token.pos not in {"PROPN", "NOUN"} or not token.index:
        return False
    before = sentence.tokens[token.index - 1]
    if before.text.lower() == "the":
        return token.text in NAMES or token.text == own
    named = before.pos == "PROPN" or following(sentence, token).pos == "PROPN"
    return named and token.text in NAMES and token.entity != "PERSON"


def following(sentence: Sentence, token: Token) -> Token:
    return sentence.tokens[min(token.index + 1, len(sentence.tokens) - 1)]


def goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the next word is still of the name: "the broadcaster LRT", "Al-Watan"."""
    here, after = sentence.tokens[at : at + 2]
    hyphened = "-" in {here.text, after.text} and here.stop == after.start
    return hyphened or (after.pos == "PROPN" and after.entity not in WHEN)


def leads(token: Token) -> bool:
    """Whether a word before the core is of its phrase: "Russia’s state", but no day and no verb."""
    return (token.pos in BEFORE and not (token.pos == "PROPN" and token.entity in WHEN)) or token.tag == "POS"
