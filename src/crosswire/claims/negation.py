"""What is said not to be: by "not" and "never", by "no" and "nobody", by "without" and "rather than"."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.claims.predicates import Predicate, chain, first, to
from crosswire.syntax import Sentence, Token, children, conjuncts, head

NOT = {"not", "never", "n't", "n’t", "neither", "nor"}
NONE = {"no", "neither", "none", "nobody", "nothing", "nowhere"}
HARDLY = {"hardly", "scarcely", "barely"}
ONLY = {"only", "just", "merely"}
INSTEAD = {("without",), ("rather", "than"), ("instead", "of"), ("far", "from"), ("let", "alone"), ("much", "less")}
OCCASIONS = {"point", "time", "circumstance", "way", "account", "condition", "case", "means"}  # "at no point"
REACH = 6  # tokens
PASSED_OVER = {"DET", "ADJ", "ADV", "AUX", "PRON", "NUM"}  # between "without" and what it denies


def negation(sentence: Sentence, told: Predicate) -> tuple[Token, ...]:
    """The words that say it is not so; none where nothing says so."""
    if told.negated:
        return ()
    found = [*instead(sentence, told.verb or told.word), *none_of(sentence, told.word)]
    for verb in chain(sentence, told):
        found.extend(nots(sentence, verb))
        found.extend(t for noun in sides(sentence, verb) for t in none_of(sentence, noun))
        found.extend(on_no_occasion(sentence, verb))
        found.extend(yet_to(sentence, verb))
    return tuple(dict.fromkeys(found))


def nots(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """ "not", "never", "nor"; not the "not" of "not only"."""
    for token in children(sentence, verb, "neg", "preconj", "advmod"):
        following = sentence.tokens[token.index + 1 : token.index + 2]
        if token.lemma in NOT | HARDLY and not (following and following[0].lemma in ONLY):
            yield token
        if token.lemma == "long" and token.text.lower() == "longer":
            yield from (t for t in children(sentence, token) if t.lemma == "no")
    above = head(sentence, verb)
    if above is not None and verb.role == "conj":
        yield from (t for t in children(sentence, above, "cc") if t.lemma == "nor" and t.index < verb.index)
    yield from (t for t in children(sentence, verb, "cc") if t.lemma == "nor" and t.index < verb.index)


def sides(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Who does it and whom it meets, with all that is joined to them."""
    own = children(sentence, verb, "nsubj", "nsubjpass", "dobj")
    for noun in own or children(sentence, first(sentence, verb), "nsubj", "nsubjpass"):
        yield from conjuncts(sentence, noun)


def none_of(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """ "no" of "no envoy", "nobody" itself."""
    if noun.lemma in NONE or noun.text.lower() in NONE:
        yield noun
    yield from (t for t in children(sentence, noun, "det", "preconj", "advmod") if t.lemma in NONE | HARDLY)
    if any(t.lemma == "single" for t in children(sentence, noun, "amod")):  # "not a single shot"
        yield from (t for t in children(sentence, noun, "neg") if t.lemma == "not")


def on_no_occasion(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """ "at no point", "under no circumstances"."""
    for link in children(sentence, verb, "prep"):
        for noun in children(sentence, link, "pobj"):
            if noun.lemma in OCCASIONS:
                yield from (t for t in children(sentence, noun, "det") if t.lemma == "no")


def yet_to(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """ "yet" of "has yet to ratify"."""
    above = head(sentence, verb)
    if above is not None and verb.role in {"xcomp", "ccomp"} and to(sentence, verb) and above.lemma in {"have", "be"}:
        yield from (t for t in (*children(sentence, above, "advmod"), *children(sentence, verb)) if t.lemma == "yet")


def instead(sentence: Sentence, word: Token) -> tuple[Token, ...]:
    """The words right before it that put it aside: "without firing", "rather than surrender"."""
    for start in range(max(word.index - REACH, 0), word.index):
        for phrase in INSTEAD:
            if sentence.tokens[start].lemma != phrase[0]:
                continue
            words = sentence.tokens[start : start + len(phrase)]
            between = sentence.tokens[start + len(phrase) : word.index]
            if tuple(t.lemma for t in words) == phrase and all(t.pos in PASSED_OVER for t in between):
                return words
    return ()
