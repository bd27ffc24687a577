"""Who speaks the words in quotation marks: rules over the marks and what stands beside them, not over the parse."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from crosswire.claims.frames import Draft, words
from crosswire.claims.quotes import Quote
from crosswire.claims.speakers import phrase, speaker
from crosswire.knowledge.cues import cues
from crosswire.records import Article
from crosswire.syntax import Sentence, Token

NEAR = 40  # tokens between a quote and its cue, asides among them
MAIN = {"ROOT", "conj", "ccomp"}
LEADING = {"go", "continue"}  # "went on to say"
NOMINAL = {"PROPN", "NOUN", "PRON"}

Word = tuple[Sentence, Token]


class Place(msgspec.Struct, frozen=True):
    """A quote with the words around it that are not quoted: up to the quotes before and after it."""

    article: Article
    quote: Quote
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    previous: Quote | None  # in the same paragraph
    lead: tuple[Word, ...]  # the last sentence of the paragraph before


def speak(article: Article, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> tuple[Draft, ...]:
    """Direct statements: quotes with a speaker beside them, each with the quotes that go on with it."""
    found: list[Draft] = []
    last: tuple[Draft, Quote] | None = None
    for place in places(article, sentences, quotes):
        said = next((d for rule in RULES if (d := rule(place))), None)
        if said and last and said.cue is last[0].cue:
            said = found[-1] = extended(last[0], place.quote)
        elif said:
            found.append(said)
        elif last and goes_on(place, *last):
            said = extended(last[0], place.quote)
            found[-1] = said
        elif last and (said := speaker_of_previous_quote(place, *last)):
            found.append(said)
        last = (said, place.quote) if said else last if last and alongside(place, last[1]) else None
    return tuple(found)


def places(article: Article, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[Place]:
    """Each quote with its neighbourhood."""
    by_paragraph: dict[int, list[Word]] = {}
    leads: dict[int, Sentence] = {}
    for sentence in sentences:
        by_paragraph.setdefault(sentence.paragraph, []).extend(
            (sentence, t) for t in sentence.tokens if not t.text.isspace()
        )
        leads[sentence.paragraph] = sentence
    found = []
    for at, quote in enumerate(quotes):
        beside = [q for q in quotes[max(0, at - 1) : at + 2] if q.paragraph == quote.paragraph and q is not quote]
        previous = next((q for q in beside if q.closes <= quote.opens), None)
        following = next((q for q in beside if q.opens >= quote.closes), None)
        around = by_paragraph.get(quote.paragraph, [])
        low, high = previous.closes if previous else -1, following.opens if following else len(article.text)
        before = tuple(w for w in around if low <= w[1].start and w[1].stop <= quote.opens)
        after = tuple(w for w in around if quote.closes <= w[1].start and w[1].stop <= high)
        lead = leads.get(quote.paragraph - 1)
        found.append(
            Place(article, quote, before, after, previous, tuple((lead, t) for t in lead.tokens) if lead else ())
        )
    return found


def cue_after_quote(place: Place) -> Draft | None:
    """“..,” he said; “..,” said Lavrov, who arrived on Friday."""
    ends = place.article.text[place.quote.stop - 1]
    beyond = place.article.text[place.quote.closes : place.quote.closes + 1]
    if not place.after or not (ends in ",?!…-—–" or beyond == "," or place.after[0][1].text.islower()):
        return None
    near = place.after[:NEAR]
    for at, (sentence, token) in enumerate(near):
        if carries_quote(token):
            named = speaker(sentence, token)
            if named is None or named.start < place.quote.closes:
                named = nominal_between(near[:at]) or nominal_after(near[at + 1 :], sentence)
            return spoken(place, sentence, token, named, "cue_after_quote") if named else None
        if token.text in ".;:" or (token.pos == "VERB" and token.role in MAIN and token.lemma not in LEADING):
            return None
    return None


def carries_quote(token: Token) -> bool:
    entry = cues().get((token.lemma, "verb"))
    return entry is not None and token.pos in {"VERB", "AUX", "NOUN"} and bool(entry.frames & {"quote"})


def nominal_between(words_before: Sequence[Word]) -> Token | None:
    """The first name or noun between the mark and the cue: “..,” Lavrov later said."""
    return next((top(s, t, words_before) for s, t in words_before if t.pos in NOMINAL), None)


def nominal_after(words_after: Sequence[Word], sentence: Sentence) -> Token | None:
    """The noun phrase right after an inverted cue: “..,” said Lavrov."""
    for at, (s, t) in enumerate(words_after[:6]):
        if s is not sentence or t.pos not in {"DET", "ADJ", "PROPN", "NOUN", "PRON", "NUM"}:
            return None
        if t.pos in NOMINAL:
            return top(s, t, words_after[at:])
    return None


def top(sentence: Sentence, token: Token, inside: Sequence[Word]) -> Token:
    """The head of the phrase a token begins, as far as it lies among the words given."""
    indices = {t.index for s, t in inside if s is sentence}
    while token.head in indices and token.role in {"compound", "amod", "nmod", "poss", "nummod", "det", "advmod"}:
        token = sentence.tokens[token.head]
    return token


def cue_before_quote(place: Place) -> Draft | None:
    """Lavrov said, “..”; he told reporters: “..”."""
    if not finished(place) or not place.before:
        return None
    near = place.before[-NEAR:]
    return introduced(place, near, "cue_before_quote")


def finished(place: Place) -> bool:
    """Whether a quote ends with its sentence: a quoted word within a clause does not."""
    text, quote = place.article.text, place.quote
    rest = text[quote.closes : quote.closes + 2]
    return text[quote.stop - 1] in ".,?!…—–-:;" or not rest.strip() or rest[0] in ".,;!?"


def introduced(place: Place, near: Sequence[Word], rule: str) -> Draft | None:
    """The last cue before the quote, with nothing between them but listeners and asides."""
    sentence = near[-1][0]
    for s, token in reversed(near):
        if s is not sentence:
            return None
        if carries_quote(token):
            named = speaker(s, token)
            return spoken(place, s, token, named, rule) if named else None
        if token.pos in {"VERB", "AUX"} and token.role not in {"amod"}:
            return None
    return None


def cue_in_lead(place: Place) -> Draft | None:
    """Lavrov said: and the quote opens the next paragraph."""
    if place.before or place.previous or not place.lead or place.lead[-1][1].text != ":":
        return None
    return introduced(place, place.lead[-NEAR:], "cue_in_lead")


RULES: tuple[Callable[[Place], Draft | None], ...] = (cue_after_quote, cue_before_quote, cue_in_lead)


def spoken(place: Place, sentence: Sentence, cue: Token, named: Token, rule: str) -> Draft | None:
    source = phrase(sentence, named, cue)
    if place.quote.start <= source.start < place.quote.stop:
        return None
    return Draft(sentence, cue, cue.lemma, words(sentence, cue), source, ((place.quote.start, place.quote.stop),), rule)


def extended(said: Draft, quote: Quote) -> Draft:
    return msgspec.structs.replace(said, content=(*said.content, (quote.start, quote.stop)))


def goes_on(place: Place, said: Draft, last: Quote) -> bool:
    """Whether a quote is one with the last: “..,” he said. “..”; or an open mark at a paragraph's end."""
    if last.continued and place.quote.paragraph > last.paragraph and not place.before:
        return True
    if place.previous != last or not finished(place):
        return False
    between = [t for _, t in place.before]
    since = [t for t in between if t.start >= said.words[1]]
    held = bool(between) and between[0].start <= said.words[0] < place.quote.opens
    gap = since if held else between
    if not gap:
        return True
    ended = next((at for at, t in enumerate(gap) if t.text in {".", "!", "?", ":"}), None)
    if ended is not None:
        return ended == len(gap) - 1
    return held and not any(t.pos == "VERB" for t in gap[-6:])


def speaker_of_previous_quote(place: Place, said: Draft, last: Quote) -> Draft | None:
    """A paragraph that is nothing but a quote, after one whose speaker is known."""
    alone = not place.before and not place.previous and not place.after
    if not alone or place.quote.paragraph != last.paragraph + 1 or not finished(place):
        return None
    content = ((place.quote.start, place.quote.stop),)
    return msgspec.structs.replace(said, content=content, rule="speaker_of_previous_quote")


def alongside(place: Place, last: Quote) -> bool:
    """Whether the last speaker may still be meant after this quote: not once a paragraph lies between."""
    return place.quote.paragraph == last.paragraph
