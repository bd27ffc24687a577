"""What somebody says of a person or thing that stands as an object: calls it, views it as, condemns it."""

from __future__ import annotations

from crosswire.claims.drafts import Draft, able, agent, draft, later_clauses, passive, trailing
from crosswire.claims.speakers import CITING, speaker
from crosswire.claims.voices import may_tell
from crosswire.knowledge.cues import Cue
from crosswire.syntax import Sentence, Token, children, subtree


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
    tokens = [t for part in (*objects, *names) for t in whole(sentence, part)]
    return draft(sentence, cue, entry.lemma, source, tokens, "called_name")


def viewed_as(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Ankara views the vote as a provocation."""
    if "as" not in entry.frames or passive(sentence, cue):
        return None
    source, objects = speaker(sentence, cue), children(sentence, cue, "dobj")
    roles = tuple(p for o in (cue, *objects) for p in children(sentence, o, "prep") if p.lemma == "as")
    if source is None or not able(source) or not objects or not roles:
        return None
    tokens = [t for part in (*objects, *roles) for t in whole(sentence, part)]
    return draft(sentence, cue, entry.lemma, source, tokens, "viewed_as")


def put_at(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The ministry put the toll at six."""
    if "at" not in entry.frames or passive(sentence, cue):
        return None
    source, objects = speaker(sentence, cue), children(sentence, cue, "dobj")
    links = [p for o in (cue, *objects) for p in children(sentence, o, "prep") if p.lemma == "at"]
    counted = [t for link in links for t in subtree(sentence, link) if t.pos == "NUM"]
    if source is None or not able(source) or not objects or not counted:
        return None
    tokens = [*whole(sentence, objects[0]), *(t for link in links for t in subtree(sentence, link))]
    return draft(sentence, cue, entry.lemma, source, tokens, "put_at")


def on_topic(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """He warned of a wider war; she called for talks."""
    source = None if passive(sentence, cue) else speaker(sentence, cue)
    if source is None or not able(source):
        return None
    for link in children(sentence, cue, "prep"):
        if link.lemma in entry.topics and (inner := children(sentence, link, "pobj", "pcomp")):
            tokens = [*whole(sentence, inner[0]), *trailing(sentence, cue, inner[0].index)]
            return draft(sentence, cue, entry.lemma, source, tokens, "on_topic", upto=link)
    return None


def about_object(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Oslo condemned the strike."""
    if "object" not in entry.frames or passive(sentence, cue):
        return None
    source, objects = speaker(sentence, cue), children(sentence, cue, "dobj")
    if source is None or not able(source) or not objects or objects[-1].index < cue.index:
        return None
    if cue.lemma in CITING and may_tell(objects[-1]):  # who is cited speaks
        return None
    if "utter" in entry.frames and not children(sentence, objects[-1], "poss"):
        return None
    tokens = [*whole(sentence, objects[-1]), *trailing(sentence, cue, objects[-1].index)]
    return draft(sentence, cue, entry.lemma, source, tokens, "about_object")


def doing(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """Oslo denied sending arms; he described walking for days."""
    clauses = (t for t in children(sentence, cue, "xcomp", "ccomp") if t.index > cue.index)
    deeds = [c for c in clauses if any(t.tag == "VBG" for t in (c, *children(sentence, c, "aux", "auxpass")))]
    if not {"object", "clause"} & entry.frames or "utter" in entry.frames or passive(sentence, cue) or not deeds:
        return None
    source = speaker(sentence, cue)
    if source is None or not able(source):
        return None
    return draft(sentence, cue, entry.lemma, source, whole(sentence, deeds[0]), "doing")


def condemned_by(sentence: Sentence, cue: Token, entry: Cue) -> Draft | None:
    """The strike was condemned by Oslo."""
    subjects = children(sentence, cue, "nsubjpass")
    if not ({"object", "as", "name"} & entry.frames) or not subjects:
        return None
    source = agent(sentence, cue)
    if source is None or not able(source) or (cue.lemma in CITING and may_tell(subjects[-1])):
        return None
    tokens = whole(sentence, subjects[-1])
    return draft(sentence, cue, entry.lemma, source, tokens, "condemned_by")


def whole(sentence: Sentence, noun: Token) -> list[Token]:
    """A noun phrase without the clauses the parse joined to it: "denies any role and others have paid"."""
    later = later_clauses(sentence, noun)
    return [t for t in subtree(sentence, noun) if t.index not in later]
