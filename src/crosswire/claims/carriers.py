"""Who carries words on: told Tass, in remarks aired by .., a memo seen by ..; and whom an outlet cites for its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from crosswire.claims.drafts import Draft, closes
from crosswire.claims.speakers import CITING, TALKS, Phrase, heads, phrase, speaker
from crosswire.claims.voices import may_tell
from crosswire.knowledge.cues import cues
from crosswire.syntax import Sentence, Token, ancestors, children, head

TELLING = {"tell", "inform"}
SPEAKING = {"say", "confirm", "speak", "talk", "explain", "disclose", "reveal", "admit", "complain", "comment", "write"}
APPEARING = {"speak", "talk", "appear", "write", "comment", "interview"}
PIECES = {"column", "article", "op-ed", "ed", "editorial", "essay", "piece", "letter"}
CARRYING = {
    "carry", "publish", "air", "broadcast", "quote", "cite", "report", "print", "run", "relay", "show", "transmit",
    "televise", "post", "release", "distribute",
}  # fmt: skip
SEEING = {
    "see",
    "obtain",
    "review",
    "view",
    "read",
    "acquire",
    "examine",
    "reveal",
    "leak",
    "share",
    "reach",
    "contact",
}


def carried(found: Draft, named: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The chain that one draft gives by itself, nearest first: whom its outlet cites, its source, who carries it on.

    `named` are the outlets of its sentence.
    """
    source = found.source
    if source is None:
        return ()
    inner = cited_by(found, source) if any(overlap(source, each) for each in named) else None
    outer = [*hearer(found), *(each for each in named if carries_on(found, source, each))]
    return (*((inner,) if inner else ()), source, *outer)


def hearer(found: Draft) -> Iterator[Phrase]:
    """Who has it from the source: the sister of "her sister heard from a nurse that .."."""
    if found.rule == "heard_from" and (named := speaker(found.sentence, found.cue)):
        yield phrase(found.sentence, named, found.cue)


def overlap(one: Phrase, other: Phrase) -> bool:
    return one.start < other.stop and other.start < one.stop


def carries_on(found: Draft, source: Phrase, named: Phrase) -> bool:
    """Whether an outlet stands where it passes on this draft's words, and is not itself who says them."""
    if named.head in heads(source.sentence, source.head) or within(named.start, found):
        return False
    for rule in RULES:
        anchor = rule(found.sentence, named)
        if anchor is not None:
            return belongs(found, source, anchor)
    return False


def within(start: int, found: Draft) -> bool:
    return any(a <= start < b for a, b in found.content)


def belongs(found: Draft, source: Phrase, anchor: Token) -> bool:
    """Whether a word is of a draft: its cue, under its cue and no other, or in the words for its source."""
    if anchor == found.cue or source.start <= anchor.start < source.stop:
        return True
    if as_quoted(found) == anchor:
        return True
    above: Iterable[Token] = ancestors(found.sentence, anchor)
    if not is_aside(found.sentence, anchor):
        above = (anchor, *above)
    return next((t for t in above if speaks_or_passes(t)), None) == found.cue


def is_aside(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is a participle at the side of another: "speaking on", "quoted by"; not "had told"."""
    return verb.tag in {"VBG", "VBN"} and not children(sentence, verb, "aux", "nsubj")


def speaks_or_passes(token: Token) -> bool:
    return ((token.lemma, "verb") in cues() and token.pos == "VERB") or token.text.lower() == "according"


def as_quoted(found: Draft) -> Token | None:
    """The "quoted" of "was quoted by Tass as saying", whose cue is "saying"."""
    link = head(found.sentence, found.cue)
    return head(found.sentence, link) if link and link.lemma == "as" else None


def listening(sentence: Sentence, named: Phrase) -> Token | None:
    """Told AFP; confirmed to AFP; told a reporter from AFP."""
    before = beside(sentence, named)
    if before.lemma in TELLING and before.pos == "VERB":
        return before
    for link in linked(sentence, named):
        if link.lemma in SPEAKING and link.pos == "VERB" and before.lemma == "to":
            return link
    return None


def talking(sentence: Sentence, named: Phrase) -> Token | None:
    """In an interview with AFP; in remarks to AFP; in a column for the Herald."""
    return next((n for n in linked(sentence, named) if n.lemma in TALKS | PIECES and n.pos == "NOUN"), None)


def appearing(sentence: Sentence, named: Phrase) -> Token | None:
    """Speaking on state television; writing in the Herald; interviewed by the Herald."""
    return next((v for v in linked(sentence, named) if v.lemma in APPEARING and v.tag in {"VBG", "VBN"}), None)


def on_air(sentence: Sentence, named: Phrase) -> Token | None:
    """Said on state television; wrote in the Herald."""
    if beside(sentence, named).lemma not in {"on", "in"}:
        return None
    return next((v for v in linked(sentence, named) if v.lemma in SPEAKING and v.pos == "VERB"), None)


def passing(sentence: Sentence, named: Phrase) -> Token | None:
    """Remarks carried by AFP; as quoted by AFP; a memo seen by AFP."""
    for verb in linked(sentence, named):
        if verb.lemma in CARRYING | SEEING and verb.tag in {"VBN", "VBD"} and not children(sentence, verb, "nsubj"):
            return verb
        if verb.lemma == "say" and verb.role == "pcomp" and beside(sentence, named).lemma == "by":
            return verb  # "was quoted as saying by AFP"
    return None


RULES: tuple[Callable[[Sentence, Phrase], Token | None], ...] = (listening, talking, appearing, on_air, passing)


def beside(sentence: Sentence, named: Phrase) -> Token:
    return sentence.tokens[max(named.first - 1, 0)]


def linked(sentence: Sentence, named: Phrase) -> Iterator[Token]:
    """What the preposition before an outlet hangs on by the parse, and the word before it."""
    before = beside(sentence, named)
    if before.pos != "ADP" and before.text != "to":
        return
    above = head(sentence, before)
    if above is not None:
        yield above
    if before.index:
        yield sentence.tokens[before.index - 1]


def cited_by(found: Draft, source: Phrase) -> Phrase | None:
    """Whom an outlet has its words from: "Tass said, citing the ministry"; not "citing the cost"."""
    for verb in found.sentence.tokens:
        if verb.tag != "VBG" or verb.lemma not in CITING:
            continue
        if not belongs(found, source, verb) and not closes(found.sentence, verb):
            continue
        for meant in children(found.sentence, verb, "dobj"):
            if may_tell(meant):
                return phrase(found.sentence, meant, verb)
    return None
