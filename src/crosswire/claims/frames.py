"""How content hangs on a verb that introduces it: rules over the parse, the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from crosswire.claims.complements import content_of, further_speech, leads_to, parted_off, reported_by
from crosswire.claims.drafts import (
    FINITE,
    Draft,
    able,
    draft,
    is_to,
    passive,
    without,
)
from crosswire.claims.hearsay import (
    as_said,
    court_heard,
    heard_from,
    it_is_said,
    quoted_as_saying,
    quoting,
    said_to_be,
    was_told,
)
from crosswire.claims.judged import about_object, called_name, condemned_by, doing, on_topic, put_at, viewed_as
from crosswire.claims.speakers import ASIDES, is_cue, phrase, speaker
from crosswire.knowledge.cues import Cue
from crosswire.syntax import Sentence, Token, children, head, subtree


def reporting_clause(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Lee said (that) Oslo would help; Oslo would help, Lee said."""
    if "clause" not in entry.frames or passive(sentence, cue):
        return None
    source = speaker(sentence, cue)
    if source is not None and (first := reported_by(sentence, cue)) is not None:
        told = without(subtree(sentence, first), without(subtree(sentence, cue), content_of(sentence, cue)))
        found = draft(sentence, cue, entry.lemma, source, told, "reporting_clause")
        return msgspec.structs.replace(found, carries=first) if found else None
    clauses = content_of(sentence, cue) or tuple(
        c for c in children(sentence, cue, "parataxis") if c.index < cue.index and c.pos == "VERB"
    )
    clauses = tuple(c for c in clauses if source is None or not parted_off(sentence, c, source))
    if not clauses or source is None:
        return None
    clause = clauses[0]
    whole = clauses if clause.index > cue.index else clauses[:1]
    tokens = without([t for c in whole for t in subtree(sentence, c)], further_speech(sentence, clause))
    that = next((t for t in children(sentence, clause, "mark") if t.lemma == "that" and t.index > cue.index), None)
    if that is not None:  # "said, according to Tass, that .."
        tokens = [t for t in tokens if t.index >= that.index]
    if clause.index < cue.index:
        tokens = [*opening(sentence, cue, clause), *tokens]
    if (begun := with_subject(sentence, cue, tokens, source)) is None:
        return None
    found = draft(sentence, cue, entry.lemma, source, begun, "reporting_clause")
    inner = next((p for p in children(sentence, cue, "parataxis") if clause.index < p.index < source.index), None)
    return msgspec.structs.replace(found, carries=inner) if found and inner and is_cue(inner) else found


def parted(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Lee said in an interview with the BBC that ..: the parse hung the clause on what stands between."""
    if "clause" not in entry.frames or passive(sentence, cue) or children(sentence, cue, "ccomp"):
        return None
    source = speaker(sentence, cue)
    for clause in sentence.tokens[cue.index + 1 :]:
        that = next((t for t in children(sentence, clause, "mark") if t.lemma == "that"), None)
        if source is not None and that is not None and that.index > cue.index and leads_to(sentence, clause, cue):
            tokens = [t for t in subtree(sentence, clause) if t.index >= that.index]
            return draft(sentence, cue, entry.lemma, source, tokens, "parted")
    return None


def with_subject(sentence: Sentence, cue: Token, tokens: list[Token], source: Token) -> list[Token] | None:
    """A clause that begins with its verb, given its subject from before it; None where there is none."""
    noun = head(sentence, cue) if cue.role == "relcl" and source.index < cue.index else None
    relative = [t for t in tokens if noun and t.tag == "WDT" and t.index < cue.index]
    tokens = without(tokens, relative)
    first = min((t for t in tokens if t.text[0].isalnum()), key=lambda t: t.index, default=None)
    unled = first is not None and first.tag in FINITE | {"MD"} and source.index < cue.index
    if noun and (relative or unled):  # a plan that he said would fail
        astray = [t for part in children(sentence, noun, *ASIDES) for t in subtree(sentence, part)]
        return [*without(subtree(sentence, noun), astray), *tokens]
    if first is None or not unled:
        return tokens
    if first.index < cue.index:
        return [*fronted_subject(sentence, first), *tokens]
    if sentence.tokens[phrase(sentence, source, cue).first - 1].tag in {"WP", "WDT"}:  # what he said was a plan
        return tokens
    listeners = [t for part in children(sentence, cue, "dobj", "dative") for t in subtree(sentence, part)]
    told = [t.index for t in listeners if t.index < first.index] if cue.lemma == "tell" else []
    between = sentence.tokens[max([cue.index, *told]) + 1 : first.index]
    if not between or between[0].pos in {"ADP", "PUNCT", "SCONJ"}:
        return tokens if between and between[-1].pos == "PUNCT" else None
    return [*between, *tokens]


def fronted_subject(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """In a headline, all that stands before the verb: "Girls Taken By Rebels Have Been Freed, Officials Say"."""
    before = sentence.tokens[: verb.index]
    named = sentence.zone in {"title", "heading"} and any(t.pos in {"NOUN", "PROPN"} for t in before)
    return before if named and not any(t.pos == "PUNCT" for t in before) else ()


def inserted(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Her doubts, said Lund, a spokesman, are known: who stands after the cue speaks, the clause runs on around."""
    own, clauses = children(sentence, cue, "nsubj"), children(sentence, cue, "ccomp")
    before = sentence.tokens[own[-1].index : cue.index] if own and own[-1].index < cue.index else ()
    if "clause" not in entry.frames or not before or [t.text for t in before].count(",") != 1 or before[-1].text != ",":
        return None
    named = next((t for c in clauses for t in children(sentence, c, "nsubj") if t.index > cue.index), None)
    if named is None or named.pos not in {"PROPN", "NOUN"}:
        return None
    said = phrase(sentence, named, cue)
    beyond = next((t for t in sentence.tokens[named.index :] if t.start >= said.stop), None)
    if said.first != cue.index + 1 or beyond is None or beyond.text != ",":
        return None
    tokens = without([*subtree(sentence, own[-1]), *subtree(sentence, clauses[0])], subtree(sentence, named))
    return draft(sentence, cue, entry.lemma, named, tokens, "inserted")


def trailing_cue(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The bridge was shut, the AP reported: the parse took the content for a circumstance."""
    source = next(iter(children(sentence, cue, "nsubj")), None)
    if "clause" not in entry.frames or source is None or children(sentence, cue, "ccomp", "xcomp", "dobj"):
        return None
    clauses = [c for c in children(sentence, cue, "advcl", "dep") if c.index < source.index and is_main(sentence, c)]
    before = sentence.tokens[phrase(sentence, source, cue).first - 1]
    if not clauses or before.text != ",":
        return None
    tokens = (*opening(sentence, cue, clauses[0]), *subtree(sentence, clauses[0]))
    return draft(sentence, cue, entry.lemma, source, tokens, "trailing_cue")


def is_main(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause could stand alone: it has a subject, a tense and nothing that subordinates it."""
    bound = [t for t in children(sentence, clause, "mark", "advmod") if t.tag in {"WRB", "IN"}]
    tensed = clause.tag in FINITE or any(t.tag in {"MD", *FINITE} for t in children(sentence, clause, "aux", "auxpass"))
    return bool(children(sentence, clause, "nsubj", "nsubjpass")) and tensed and not bound


def opening(sentence: Sentence, cue: Token, clause: Token) -> tuple[Token, ...]:
    """What stands before a fronted clause and belongs to it: "But now the talks are over, he said"."""
    first = subtree(sentence, clause)[0].index
    found: list[Token] = []
    for each in children(sentence, cue, "cc", "advmod", "prep", "advcl", "npadvmod", "mark"):
        if each.index < first:
            found.extend(subtree(sentence, each))
    return tuple(sorted(found, key=lambda t: t.index))


def parenthesis(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The talks, he said, are over: the cue hangs on its own content."""
    above = head(sentence, cue)
    if "clause" not in entry.frames or above is None or cue.role not in {"parataxis", "dep"}:
        return None
    source = speaker(sentence, cue) if children(sentence, cue, "nsubj") else None
    outer = next((c for c in children(sentence, above, "ccomp") if c.index < cue.index < above.index), None)
    said = outer if outer and is_cue(above) else above  # "They left, he said, Tass reported": what Tass adds is not his
    rest = without(subtree(sentence, said), subtree(sentence, cue))
    return draft(sentence, cue, entry.lemma, source, rest, "parenthesis") if source else None


def told_to(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """He told them to leave: the listener stands outside the content."""
    if "tell" not in entry.frames or passive(sentence, cue):
        return None
    deeds = children(sentence, cue, "xcomp")
    source = speaker(sentence, cue)
    return (
        draft(sentence, cue, entry.lemma, source, subtree(sentence, deeds[0]), "told_to") if deeds and source else None
    )


def urged(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The mayors urged the army to leave; he called on them to leave."""
    if "urge" not in entry.frames or passive(sentence, cue):
        return None
    source = speaker(sentence, cue)
    deeds = children(sentence, cue, "xcomp") or tuple(
        c for c in children(sentence, cue, "ccomp", "advcl") if is_to(sentence, c)
    )
    if source is None or not deeds:
        return None
    asked = children(sentence, cue, "dobj", "dative")
    if not asked:
        asked = tuple(
            p for on in children(sentence, cue, "prep") if on.lemma == "on" for p in children(sentence, on, "pobj")
        )
    if not asked and not children(sentence, deeds[-1], "nsubj"):
        return None
    tokens = [*(t for a in asked for t in subtree(sentence, a)), *subtree(sentence, deeds[-1])]
    return draft(sentence, cue, entry.lemma, source, tokens, "urged")


def vowed(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Ankara vowed to respond."""
    if "infinitive" not in entry.frames or passive(sentence, cue):
        return None
    source = speaker(sentence, cue)
    deeds = tuple(d for d in children(sentence, cue, "xcomp", "ccomp") if is_to(sentence, d))
    if source is None or not deeds or not able(source) or (source.lemma == "it" and deeds[0].lemma == "be"):
        return None  # "it promises to be a long night" is nobody's promise
    wished = [t for d in children(sentence, cue, "dobj") for t in subtree(sentence, d)]
    return draft(sentence, cue, entry.lemma, source, [*wished, *subtree(sentence, deeds[0])], "vowed")


VERBS: tuple[Callable[[Sentence, Token, Cue], Draft | None], ...] = (
    quoted_as_saying,
    quoting,
    heard_from,
    court_heard,
    told_to,
    urged,
    inserted,
    reporting_clause,
    trailing_cue,
    parted,
    called_name,
    viewed_as,
    vowed,
    put_at,
    about_object,
    doing,
    on_topic,
    as_said,
    parenthesis,
    condemned_by,
    said_to_be,
    it_is_said,
    was_told,
)
