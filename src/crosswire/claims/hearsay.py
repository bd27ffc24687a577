"""Words passed on: as Tass reported, is said to have left, was quoted as saying."""

from __future__ import annotations

import msgspec

from crosswire.claims.drafts import Draft, agent, draft, is_to, passive, without
from crosswire.claims.speakers import phrase, speaker
from crosswire.knowledge.cues import Cue
from crosswire.syntax import Sentence, Token, children, head, subtree

QUOTING = {"quote", "cite", "report"}
COURTS = {"court", "jury", "inquest", "inquiry", "tribunal", "hearing"}
HEARSAY = {"said", "claimed", "reported", "believed", "predicted", "evidence"}


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


def was_told(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The jury was told that ..: nobody is named, or who follows "by"."""
    if "tell" not in entry.frames or not passive(sentence, cue) or not children(sentence, cue, "nsubjpass"):
        return None
    return said_by(sentence, cue, entry, agent(sentence, cue), "was_told")


def heard_from(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """She heard from a nurse that he had left: the nurse says so."""
    links = [p for p in children(sentence, cue, "prep") if p.lemma == "from"]
    told = next((n for link in links for n in children(sentence, link, "pobj")), None)
    return said_by(sentence, cue, entry, told, "heard_from") if told and "from" in entry.frames else None


def court_heard(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The court heard that ..: nobody is named."""
    bench = any(t.lemma in COURTS for t in children(sentence, cue, "nsubj"))
    return said_by(sentence, cue, entry, None, "court_heard") if bench and "from" in entry.frames else None


def said_by(sentence: Sentence, cue: Token, entry: Cue, source: Token | None, rule: str) -> Draft | None:
    """What follows "that"; the parse may take it for what the source is: "from a nurse [that he had left]"."""
    clauses = (*children(sentence, cue, "ccomp"), *(children(sentence, source, "relcl", "acl") if source else ()))
    for clause in clauses:
        that = next((t for t in children(sentence, clause, "mark", "dobj") if t.lemma == "that"), None)
        if that is not None and that.index > (source or cue).index:
            said = [t for t in subtree(sentence, clause) if t.index > that.index]
            found = draft(sentence, cue, entry.lemma, None, said, rule)
            named = phrase(sentence, source, clause) if source else None
            return msgspec.structs.replace(found, source=named) if found else None
    return None


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
