"""Who says a headline: "Minister: Talks Will Go On", "Talks Will Go On: Minister"."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.claims.drafts import Draft, pieces
from crosswire.claims.speakers import Phrase
from crosswire.knowledge.lexicon import find_names, titles
from crosswire.knowledge.voices import voice
from crosswire.syntax import Sentence, Token, extent

COLONS = {":", "–", "—"}
ENDS = {".", "!", "?", ";"}
CLOSING = {"”", '"', "’", "'", ")"}
MARKS = {"“", "‘", '"', "'"}
LONGEST = 5  # words that name who says it
SPEAKING = {"country", "metonym", "organisation", "group", "agency", "outlet", "capital"}


def headed(sentence: Sentence) -> Draft | None:
    """The one side of a headline's colon as content where the other names somebody or a paper.

    A line without a full stop reads like a headline wherever it stands, a point of a summary say.
    """
    marks = [t for t in sentence.tokens if t.text in COLONS]
    if not is_line(sentence) or len(marks) != 1:
        return None
    mark = marks[0]
    before, after = sentence.tokens[: mark.index], sentence.tokens[mark.index + 1 :]
    for namer, content in ((before, after), (after, before)) if mark.text == ":" else ((after, before),):
        named = names_speaker(namer) and (is_said(content) or is_office(namer, content))
        if (named or (is_quoted(content) and is_name(namer))) and (found := pieces(content)):
            return Draft(sentence, mark, "say", extent((mark,)), whole(sentence, namer), found, "headed")
    return None


def is_line(sentence: Sentence) -> bool:
    inner = [t for t in sentence.tokens if t.text not in CLOSING]
    return sentence.zone in {"title", "heading"} or not inner or inner[-1].text not in ENDS


def is_said(content: Sequence[Token]) -> bool:
    """Whether words may be spoken: there is a verb among them, or marks around them."""
    return any(t.pos in {"VERB", "AUX"} or t.text in MARKS for t in content)


def is_office(namer: Sequence[Token], content: Sequence[Token]) -> bool:
    """Whether an office ends a line as its speaker: "Fuel price unchanged: ministry"."""
    return len(content) > 1 and namer[0].index > content[0].index and all(t.text.islower() for t in namer)


def is_quoted(content: Sequence[Token]) -> bool:
    return len(content) > 2 and content[0].text in MARKS and content[-1].text in CLOSING


def is_name(namer: Sequence[Token]) -> bool:
    return 0 < len(namer) <= LONGEST and all(t.pos == "PROPN" for t in namer)


def names_speaker(tokens: Sequence[Token]) -> bool:
    """A few words, all of them one name, office or paper: "Poll", "Chile's Lee", "UN"."""
    if not 0 < len(tokens) <= LONGEST or any(t.pos in {"VERB", "AUX", "NUM"} for t in tokens):
        return False
    last = tokens[-1]
    words = [t.text for t in tokens]
    known = any(entry.kind in SPEAKING and stop == len(words) for _, stop, entry in find_names(words))
    office = last.text.lower() in titles() or voice(last.lemma) == "paper"
    return known or office or all(t.entity == "PERSON" for t in tokens)


def whole(sentence: Sentence, tokens: Sequence[Token]) -> Phrase:
    return Phrase(sentence, tokens[-1], *extent(tuple(tokens)), tokens[0].index)
