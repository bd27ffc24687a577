"""What is asked, refused or threatened, in the modes of PLOVER: "urged X to hold talks" asks to meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crosswire.claims.acts import act_words
from crosswire.claims.content import only_content
from crosswire.claims.status import threat
from crosswire.claims.triggers import Trigger
from crosswire.syntax import Sentence, children

ASKED: Mapping[str, str] = {
    "CONSULT": "meet",
    "AID": "assist",
    "COOPERATE": "assist",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}


def wanted(sentence: Sentence, trigger: Trigger, kind: str, others: Iterable[Trigger]) -> str | None:
    """The mode of a REQUEST, REJECT or THREATEN by the first act that it is about, None where it is about none."""
    if kind not in {"REQUEST", "REJECT", "THREATEN"}:
        return None
    own = {word.index: trigger for word in (trigger.head, *trigger.words)}
    about = (each.act for each in others if each is not trigger and only_content(sentence, each, own))
    modes = (threat(act.type, act.mode) if kind == "THREATEN" else asked(act.type, act.mode) for act in about)
    return next(filter(None, modes), None) or (by_word(sentence, trigger) if kind == "THREATEN" else None)


def by_word(sentence: Sentence, trigger: Trigger) -> str | None:
    """What a threat is of by its bare words: "threatened to strike", "warned of sanctions"."""
    links = (t for t in children(sentence, trigger.head, "prep") if t.lemma in {"with", "of"})
    nouns = (noun for link in links for noun in children(sentence, link, "pobj"))
    lemmas = {t.lemma for t in (*children(sentence, trigger.head, "xcomp"), *nouns)}
    if lemmas & (act_words("hitting") | act_words("retaliating") | act_words("blows") | {"war", "force"}):
        return "violence"
    return "relations" if lemmas & {"sanction", "tariff", "embargo"} else None


def asked(kind: str, mode: str | None) -> str | None:
    """To resign is a change of who governs; whatever else is yielded, a concession."""
    return "change" if mode == "resign" else ASKED.get(kind)
