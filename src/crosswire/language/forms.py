"""Part of speech and lemma of every word, each kind of word looked up once a process.

spaCy's attribute ruler and lemmatizer are a quarter of a parse, and what they say of a word follows from its letters,
its tag and its role; of a few words also from those beside them ("ain't", "gonna", "there is").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

STATIONS = ("attribute_ruler", "lemmatizer")
PAIRED = {"ai", "gon", "na", "ta", "'s", "c'm", "y", "y'"}  # words of the ruler's patterns of two
MENDED = {
    "caned": "cane", "chargesheeted": "chargesheet", "cordoned": "cordon", "fined": "fine", "raped": "rape",
    "staged": "stage",
}  # fmt: skip
MANY = 500_000  # kinds of words kept

Kind = tuple[int, int, int, str, str]
Form = tuple[str, str]
known: dict[Kind, Form] = {}


def forms(doc: Doc, parser: Language) -> list[Form]:
    """Part of speech and lemma of each token of a parsed text; `parser` is asked where a kind of word is new."""
    kinds = list(kinds_of(doc))
    if any(kind not in known for kind in kinds):
        for name in STATIONS:
            parser.get_pipe(name)(doc)
        if len(known) > MANY:
            known.clear()
        known.update(zip(kinds, ((t.pos_, MENDED.get(t.lower_, t.lemma_)) for t in doc), strict=True))
    return [known[kind] for kind in kinds]


def kinds_of(doc: Doc) -> Iterator[Kind]:
    rows = doc.to_array(["ORTH", "TAG", "DEP"]).tolist()
    expletive = doc.vocab.strings["expl"]
    before = 0
    for at, (token, (orth, tag, dep)) in enumerate(zip(doc, rows, strict=True)):
        if token.lower_ in PAIRED:
            yield orth, tag, dep, *(doc[i].lower_ if 0 <= i < len(rows) else "" for i in (at - 1, at + 1))
        else:
            yield orth, tag, dep, "expl" if before == expletive else "", ""
        before = dep
