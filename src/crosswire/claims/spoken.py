"""Who speaks the words in quotation marks: rules over the marks and what stands beside them, not over the parse."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from crosswire.claims.around import Place, Word, finished, is_sentence, places
from crosswire.claims.drafts import Draft, Piece, words
from crosswire.claims.quotes import Quote
from crosswire.claims.resumed import alongside, extended, goes_on, same_speaker
from crosswire.claims.speakers import PARTING, carries_quote, is_cue, phrase, speaker
from crosswire.claims.voices import speaks
from crosswire.records import Article
from crosswire.syntax import Sentence, Token, children

BRIEF = 5  # tokens of "Mayor Ann Lee said"
NEAR = 40  # tokens between a quote and its cue, asides among them
DASHES = {"-", "–", "—", "―", "--"}
OURS = re.compile(r"(?i)\b(?:we|our|us|ours)\b")
MAIN = {"ROOT", "conj", "ccomp"}
LEADING = {"go", "continue"}  # "went on to say"
NOMINAL = {"PROPN", "NOUN", "PRON"}


def speak(article: Article, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> tuple[Draft, ...]:
    """Direct statements: quotes with a speaker beside them, each with the quotes that go on with it."""
    found: list[Draft] = []
    last: tuple[Draft, Quote] | None = None
    open_before: list[Quote] = []  # paragraphs of a quote whose speaker is named at its end
    for place in places(article, sentences, quotes):
        said = next((d for rule in RULES if (d := rule(place))), None)
        if said and last and said.cue is last[0].cue:
            said = found[-1] = extended(last[0], place.quote)
        elif said:
            found.append(said)
        elif last and goes_on(place, *last):
            said = extended(last[0], place.quote)
            found[-1] = said
        elif said := (last and same_speaker(place, *last)) or speaker_of_paragraph_before(place):
            found.append(said)
        if said and open_before and not place.before:
            pieces = ((quote.start, quote.stop) for quote in open_before)
            said = found[-1] = msgspec.structs.replace(said, content=(*pieces, *said.content))
        open_before = [*open_before, place.quote] if place.quote.continued and not said else []
        last = (said, place.quote) if said else last if last and alongside(place, last[1]) else None
    return tuple(found)


def cue_after_quote(place: Place) -> Draft | None:
    """“..,” he said; “..,” said Lee, who arrived on Friday."""
    if not place.after or not pauses(place):
        return None
    near = place.after[:NEAR]
    for at, (sentence, token) in enumerate(near):
        if carries_quote(token):
            beyond = place.after[-1][1].start  # what is quoted after the cue goes on with the quote
            if any(token.start < t.start <= beyond for t in children(sentence, token, "ccomp")):
                return None
            named = speaker(sentence, token)
            if named is None or named.start < place.quote.closes:
                named = nominal_between(near[:at]) or nominal_after(near[at + 1 :], sentence)
            return spoken(place, sentence, token, named, "cue_after_quote") if named else None
        if (
            token.text in ".;:"
            or token.lemma in PARTING
            or (token.pos == "VERB" and token.role in MAIN and token.lemma not in LEADING)
        ):
            return None
    return None


def pauses(place: Place) -> bool:
    """Whether the quote ends as speech does before its cue: “..,” or “..?”; “..” said is a quoted word."""
    ends = place.article.text[place.quote.stop - 1]
    beyond = place.article.text[place.quote.closes : place.quote.closes + 1]
    if ends == ".":
        return beyond == "," or place.after[0][1].text.islower() or is_all_cue(place.after)
    return ends in ",?!…-—–" or beyond == ","


def is_all_cue(after: Sequence[Word]) -> bool:
    """Whether a sentence of nothing but a speaker and a cue follows, as in “They left.” Ann Lee said."""
    stop = next((at for at, (_, t) in enumerate(after) if t.text == "."), len(after))
    return 1 < stop <= BRIEF and is_cue(after[stop - 1][1]) and after[0][1].pos in {*NOMINAL, "DET"}


def nominal_between(words_before: Sequence[Word]) -> Token | None:
    """The first name or noun between the mark and the cue: “..,” Lee later said."""
    return next((top(s, t, words_before) for s, t in words_before if t.pos in NOMINAL), None)


def nominal_after(words_after: Sequence[Word], sentence: Sentence) -> Token | None:
    """The noun phrase right after an inverted cue: “..,” said Lee."""
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
    """Lee said, “..”; he told reporters: “..”."""
    if not place.before or not finished(place):
        return None
    last = place.before[-1][1]
    if last.text not in {",", ":"} and not carries_quote(last):
        return None
    return introduced(place, place.before[-NEAR:], "cue_before_quote")


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
    """Lee said: and the quote opens the next paragraph."""
    if place.before or place.previous or not place.lead or place.lead[-1][1].text != ":":
        return None
    return introduced(place, place.lead[-NEAR:], "cue_in_lead")


def speaker_of_sentence_before(place: Place) -> Draft | None:
    """Lee said the talks were over. “There is nothing left.”: a quote that is all of its sentence."""
    return spoken_on(place, place.before, "speaker_of_sentence_before")


def speaker_of_paragraph_before(place: Place) -> Draft | None:
    """The same with the quote as a paragraph of its own."""
    alone = not place.before and not place.after and not place.previous
    return spoken_on(place, place.lead, "speaker_of_paragraph_before") if alone else None


def spoken_on(place: Place, before: Sequence[Word], rule: str) -> Draft | None:
    """The quote as said by whom the sentence before it is about, if that sentence tells what somebody says."""
    if not before or before[-1][1].text != "." or place.quote.continued or not is_sentence(place):
        return None
    sentence = before[-1][0]
    main = next((t for t in sentence.tokens if t.head == t.index), None)
    named = speaker(sentence, main) if main is not None and carries_quote(main) else None
    return spoken(place, sentence, main, named, rule) if main is not None and named else None


def name_after_dash(place: Place) -> Draft | None:
    """“..” — Ann Lee, a farmer: a paragraph of a quote and who said it."""
    if len(place.after) < 2 or place.before or place.after[0][1].text not in DASHES or place.after[1][1].pos != "PROPN":
        return None
    sentence, dash = place.after[0]
    if len(place.after) > 20 or any(s is not sentence or t.pos in {"VERB", "AUX"} for s, t in place.after):
        return None
    named = top(*place.after[1], place.after)
    return (
        msgspec.structs.replace(found, lemma="say")
        if (found := spoken(place, sentence, dash, named, "name_after_dash"))
        else None
    )


RULES: tuple[Callable[[Place], Draft | None], ...] = (
    cue_after_quote,
    cue_before_quote,
    cue_in_lead,
    name_after_dash,
    speaker_of_sentence_before,
)


def spoken(place: Place, sentence: Sentence, cue: Token, named: Token, rule: str) -> Draft | None:
    source = phrase(sentence, named, cue)
    if place.quote.start <= source.start < place.quote.stop or not speaks(source):
        return None
    return Draft(sentence, cue, cue.lemma, words(sentence, cue), source, (stretched(place, cue),), rule)


def stretched(place: Place, cue: Token) -> Piece:
    """The quote, or where it begins inside a clause the clause from its start: The race “is wide open,” she said."""
    lead = [
        t
        for s, t in place.before
        if s.start <= place.quote.opens < s.stop and not s.start <= cue.start < place.quote.start
    ]
    while lead and not lead[0].text[0].isalnum():
        lead.pop(0)
    if not lead or lead[-1].text in ".,:;!?" or place.article.text[place.quote.start].isupper():
        return place.quote.start, place.quote.stop
    return lead[0].start, place.quote.closes


def spoken_for(article: Article, said: Draft, quotes: Sequence[Quote]) -> Iterator[Draft]:
    """He said Warsaw would “keep our word”: the "our" of the quoted words is Warsaw's, who passes them on is he."""
    for quote in quotes:
        inside = any(start < quote.opens and quote.closes <= stop for start, stop in said.content)
        modal = next((t for t in said.sentence.tokens if t.tag == "MD" and t.stop + 1 == quote.opens), None)
        if not inside or modal is None or not OURS.search(article.text, quote.start, quote.stop):
            continue
        verb = said.sentence.tokens[modal.head]
        subject = next(iter(children(said.sentence, verb, "nsubj")), None)
        if subject is not None and subject.entity in {"GPE", "ORG"}:
            source = phrase(said.sentence, subject, verb)
            content = ((quote.start, quote.stop),)
            yield Draft(said.sentence, modal, said.lemma, said.words, source, content, "spoken_for")
