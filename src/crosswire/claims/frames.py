"""How content hangs on a verb that introduces it: rules over the parse, the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from crosswire.claims.drafts import (
    FINITE,
    Draft,
    able,
    agent,
    draft,
    is_to,
    passive,
    trailing,
    without,
)
from crosswire.claims.speakers import joins_speech, phrase, speaker
from crosswire.knowledge.cues import Cue
from crosswire.syntax import Sentence, Token, children, head, subtree

QUOTING = {"quote", "cite", "report"}
HEARSAY = {"said", "claimed", "reported", "believed", "predicted", "evidence"}


def reporting_clause(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Lee said (that) Oslo would help; Oslo would help, Lee said."""
    if "clause" not in entry.frames or passive(sentence, cue):
        return None
    clauses = children(sentence, cue, "ccomp") or tuple(
        c for c in children(sentence, cue, "parataxis") if c.index < cue.index and c.pos == "VERB"
    )
    source = speaker(sentence, cue)
    if not clauses or source is None:
        return None
    clause = clauses[0] if clauses[0].index < cue.index else clauses[-1]
    tokens = without(subtree(sentence, clause), further_speech(sentence, clause))
    if clause.index < cue.index:
        tokens = [*opening(sentence, cue, clause), *tokens]
    return draft(sentence, cue, entry.lemma, source, tokens, "reporting_clause")


def further_speech(sentence: Sentence, clause: Token) -> list[Token]:
    """Participles that go on with the speech from outside the clause they were hung on: ".., adding that .."."""
    joined = [t for t in subtree(sentence, clause) if joins_speech(sentence, t)]
    return [t for each in joined for t in subtree(sentence, each)]


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
    rest = without(subtree(sentence, above), subtree(sentence, cue))
    return draft(sentence, cue, entry.lemma, source, rest, "parenthesis") if source else None


def as_said(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """as the ministry said; as reported by Tass: the clause it hangs on is the content."""
    above = head(sentence, cue)
    if "clause" not in entry.frames or above is None or cue.role != "advcl":
        return None
    if children(sentence, cue, "ccomp", "dobj", "xcomp"):
        return None
    if not any(m.lemma == "as" for m in children(sentence, cue, "mark", "advmod")):
        return None
    source = agent(sentence, cue) if cue.tag == "VBN" else speaker(sentence, cue)
    rest = without(subtree(sentence, above), subtree(sentence, cue))
    found = draft(sentence, cue, entry.lemma, source, rest, "as_said") if source else None
    return msgspec.structs.replace(found, carries=above) if found else None


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
    if source is None or not deeds or not able(source):
        return None
    wished = [t for d in children(sentence, cue, "dobj") for t in subtree(sentence, d)]
    return draft(sentence, cue, entry.lemma, source, [*wished, *subtree(sentence, deeds[0])], "vowed")


def called_name(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The general called the truce “dead”."""
    if "name" not in entry.frames or passive(sentence, cue):
        return None
    source = speaker(sentence, cue)
    if source is None or not able(source):
        return None
    clauses = children(sentence, cue, "ccomp", "xcomp")
    names = children(sentence, cue, "oprd") or tuple(c for c in clauses if c.pos in {"ADJ", "NOUN", "PROPN"})
    objects = children(sentence, cue, "dobj")
    if not names and len(objects) < 2:
        return None
    tokens = [t for part in (*objects, *names) for t in subtree(sentence, part)]
    return draft(sentence, cue, entry.lemma, source, tokens, "called_name")


def viewed_as(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Ankara views the vote as a provocation."""
    if "as" not in entry.frames or passive(sentence, cue):
        return None
    source, objects = speaker(sentence, cue), children(sentence, cue, "dobj")
    roles = tuple(p for o in (cue, *objects) for p in children(sentence, o, "prep") if p.lemma == "as")
    if source is None or not able(source) or not objects or not roles:
        return None
    tokens = [t for part in (*objects, *roles) for t in subtree(sentence, part)]
    return draft(sentence, cue, entry.lemma, source, tokens, "viewed_as")


def on_topic(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """He warned of a wider war; she called for talks."""
    source = None if passive(sentence, cue) else speaker(sentence, cue)
    if source is None or not able(source):
        return None
    for link in children(sentence, cue, "prep"):
        if link.lemma in entry.topics and (inner := children(sentence, link, "pobj", "pcomp")):
            tokens = [*subtree(sentence, inner[0]), *trailing(sentence, cue, inner[0].index)]
            return draft(sentence, cue, entry.lemma, source, tokens, "on_topic", upto=link)
    return None


def about_object(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Oslo condemned the strike."""
    if "object" not in entry.frames or passive(sentence, cue):
        return None
    source, objects = speaker(sentence, cue), children(sentence, cue, "dobj")
    if source is None or not able(source) or not objects or objects[-1].index < cue.index:
        return None
    if "utter" in entry.frames and not children(sentence, objects[-1], "poss"):
        return None
    tokens = [*subtree(sentence, objects[-1]), *trailing(sentence, cue, objects[-1].index)]
    return draft(sentence, cue, entry.lemma, source, tokens, "about_object")


def condemned_by(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The strike was condemned by Oslo."""
    subjects = children(sentence, cue, "nsubjpass")
    if not ({"object", "as", "name"} & entry.frames) or not subjects:
        return None
    source = agent(sentence, cue)
    if source is None or not able(source):
        return None
    tokens = subtree(sentence, subjects[-1])
    return draft(sentence, cue, entry.lemma, source, tokens, "condemned_by")


def said_to_be(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The envoy is said to have left: nobody is named."""
    if entry.strength not in HEARSAY or {"tell", "urge"} & entry.frames:
        return None
    subjects, deeds = children(sentence, cue, "nsubjpass"), children(sentence, cue, "xcomp")
    if not subjects or not deeds or not is_to(sentence, deeds[0]):
        return None
    tokens = [*subtree(sentence, subjects[-1]), *subtree(sentence, deeds[0])]
    return draft(sentence, cue, entry.lemma, None, tokens, "said_to_be")


def it_is_said(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """It is believed that the envoy left."""
    clauses = children(sentence, cue, "ccomp")
    expected = [t for t in children(sentence, cue, "nsubjpass", "expl") if t.lemma == "it"]
    if not passive(sentence, cue) or "clause" not in entry.frames or not clauses or not expected:
        return None
    return draft(sentence, cue, entry.lemma, agent(sentence, cue), subtree(sentence, clauses[-1]), "it_is_said")


def quoted_as_saying(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """He was quoted as saying that ..; the agency quoted him as saying ..: who is quoted speaks."""
    link = head(sentence, cue)
    above = head(sentence, link) if link else None
    if link is None or above is None or link.lemma != "as" or above.lemma not in QUOTING:
        return None
    quoted = children(sentence, above, "nsubjpass") or children(sentence, above, "dobj")
    clauses = children(sentence, cue, "ccomp", "dobj") or children(sentence, above, "ccomp")
    if not quoted or not clauses:
        return None
    return draft(sentence, cue, entry.lemma, quoted[-1], subtree(sentence, clauses[-1]), "quoted_as_saying")


def quoting(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The agency quoted him as saying ..: it only passes on what he says."""
    links = [
        p for o in (cue, *children(sentence, cue, "dobj")) for p in children(sentence, o, "prep") if p.lemma == "as"
    ]
    saying = next((s for link in links for s in children(sentence, link, "pcomp")), None)
    source = speaker(sentence, cue)
    if cue.lemma not in QUOTING or passive(sentence, cue) or saying is None or source is None:
        return None
    found = draft(sentence, cue, entry.lemma, source, subtree(sentence, saying), "quoting")
    return msgspec.structs.replace(found, carries=saying) if found else None


VERBS: tuple[Callable[[Sentence, Token, Cue], Draft | None], ...] = (
    quoted_as_saying,
    quoting,
    told_to,
    urged,
    reporting_clause,
    trailing_cue,
    called_name,
    viewed_as,
    vowed,
    about_object,
    on_topic,
    as_said,
    parenthesis,
    condemned_by,
    said_to_be,
    it_is_said,
)
