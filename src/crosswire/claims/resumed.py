"""Who goes on speaking: quotes without a cue of their own, after one whose speaker is known."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosswire.claims.around import Place, Word, finished, is_sentence
from crosswire.claims.drafts import Draft
from crosswire.claims.quotes import Quote
from crosswire.claims.speakers import carries_quote


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


def same_speaker(place: Place, said: Draft, last: Quote) -> Draft | None:
    """A quote that is a statement of its own, by whom the last one is."""
    return speaker_of_previous_quote(place, said, last) or resumed(place, said, last)


def speaker_of_previous_quote(place: Place, said: Draft, last: Quote) -> Draft | None:
    """A paragraph that is nothing but a quote, after one whose speaker is known."""
    alone = not place.before and not place.previous and not place.after
    if not alone or place.quote.paragraph != last.paragraph + 1 or not finished(place):
        return None
    content = ((place.quote.start, place.quote.stop),)
    return msgspec.structs.replace(said, content=content, rule="speaker_of_previous_quote")


def resumed(place: Place, said: Draft, last: Quote) -> Draft | None:
    """A quote that is all of its sentence, after a remark of the writer's: “..,” Lee said. The hall was full. “..”"""
    alone = place.before and place.before[-1][1].text in {".", "?", ":"} and not between_speakers(place.before)
    if not alone or not is_sentence(place) or place.previous != last:
        return None
    content = ((place.quote.start, place.quote.stop),)
    return msgspec.structs.replace(said, content=content, rule="resumed")


def between_speakers(words: Sequence[Word]) -> bool:
    """Whether another person comes in after the first speaker's own sentence."""
    sentence = words[0][0]
    return any(t.entity == "PERSON" or carries_quote(t) for s, t in words if s is not sentence)


def alongside(place: Place, last: Quote) -> bool:
    """Whether the last speaker may still be meant after this quote: not once a paragraph lies between."""
    return place.quote.paragraph == last.paragraph
