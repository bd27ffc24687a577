"""Signs by which a word of a run of capitals is known to begin, to go on with or to be outside a place's name.

A sign is a short text such as "word=Cairo" or "tagged=GPE"; `labels` weighs them. Each rule gives those of one kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.knowledge.given import given_names
from crosswire.language.capitals import Run
from crosswire.language.evidence import LOCATIVE, Evidence, holds
from crosswire.language.known import Line, heads_of_names, words_in_names

INTO = LOCATIVE | set("from to into toward towards via through of for between off along over on against".split())


def signs(line: Line, run: Run, evidence: Evidence) -> list[list[str]]:
    """The signs of each word of a run."""
    return [[sign for rule in RULES for sign in rule(line, run, at, evidence)] for at in range(*run)]


def word_at(line: Line, at: int) -> str:
    return line.words[at] if 0 <= at < len(line.words) else ""


def of_the_words(line: Line, run: Run, at: int, evidence: Evidence) -> Iterator[str]:
    """The word, and those around it: "in Cairo"."""
    word, before, after = line.words[at], word_at(line, at - 1).lower(), word_at(line, at + 1).lower()
    yield ""
    yield f"word={word}"
    yield f"before={before}"
    yield f"after={after}"


def of_the_letters(line: Line, run: Run, at: int, evidence: Evidence) -> Iterator[str]:
    """How the word looks and ends: "-ville", "-ian"; "AP" is all in capitals."""
    word = line.words[at]
    own = shape(word)
    yield f"shape={own}"
    yield f"shapes={shape(word_at(line, at - 1))} {own}"
    yield f"shapes2={own} {shape(word_at(line, at + 1))}"
    small = word.lower()
    yield from (f"end={small[-size:]}" for size in (2, 3, 4) if len(word) > size + 1)


def of_the_tagger(line: Line, run: Run, at: int, evidence: Evidence) -> Iterator[str]:
    """What the tagger and the parser say: a GPE, a compound of "police"."""
    tokens = line.sentence.tokens
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    head = tokens[token.head]
    yield f"tagged={token.entity}"
    yield f"tagged2={before.entity if before else '^'} {token.entity}"
    yield f"tagged3={token.entity} {after.entity if after else '$'}"
    yield f"tag={token.tag} {token.role}"
    yield f"tag-before={before.tag if before else '^'}"
    yield f"tag-after={after.tag if after else '$'}"
    yield f"head={head.lemma if head is not token else '^'}"
    yield f"role={token.role} {head.pos}"
    yield f"head-tagged={head.entity}"
    if line.sentence.zone != "body":
        yield f"zone={line.sentence.zone}"
    if at == 0:
        yield "first"


def of_the_tables(line: Line, run: Run, at: int, evidence: Evidence) -> Iterator[str]:
    """What the lexicon and the gazetteer know: a country, a town of half a million."""
    entry, site = line.entries[at], line.sites[at]
    token = line.sentence.tokens[at]
    after = line.entries[at + 1] if at + 1 < len(line.words) else ""
    yield f"entry={entry}"
    yield f"entry-tagged={entry} {token.entity}"
    yield f"entry-before={line.entries[at - 1] if at else ''}"
    yield f"entry-after={after}"
    yield f"site={site}"
    yield f"site-tagged={site} {token.entity}"
    yield f"site-role={site} {token.role}"
    yield f"site-entry={site} {entry}"
    yield f"site-before={line.sites[at - 1] if at else ''} {site[:1]}"
    if word_at(line, at - 1) == "'s":
        yield f"owner={line.entries[at - 2] or line.sites[at - 2] if at > 1 else ''}"
    yield f"site-after={site[:1]} {line.sites[at + 1][:1] if at + 1 < len(line.words) else ''}"


def of_the_kind(line: Line, run: Run, at: int, evidence: Evidence) -> Iterator[str]:
    """What words in the name tell: "Elm Street", "Ruritania State Police", "Mr. Baker"."""
    heads, kinds = heads_of_names(), words_in_names()
    word, before, after = line.words[at], word_at(line, at - 1), word_at(line, at + 1)
    start, stop = run
    own, following = heads.get(word), heads.get(after) if at + 1 < stop else None
    if own:
        yield f"kind={own}"
        yield f"kind-shapes={own} {shape(before)}"
    if following:
        yield f"kind-after={following}"
        yield f"kind-entry={following} {line.entries[at]}"
        yield f"kind-tagged={following} {line.sentence.tokens[at].entity}"
    if at + 2 < stop and (later := heads.get(line.words[at + 2])):
        yield f"kind-after2={later}"
    if at + 1 < stop:
        last = line.words[stop - 1]
        head = heads.get(last, "")
        yield f"last={last}"
        yield f"last-kind={head}"
        yield f"last-entry={head} {line.entries[at]}"
        yield f"last-before={head} {place_word(line, start)}"
    yield from (f"is={kind}" for kind in LISTED if word in kinds[kind])
    yield from (f"behind={kind}" for kind in LISTED if before in kinds[kind])
    if word in given_names():
        yield f"given={at == start}"
    if before in given_names():
        yield "given-before"


LISTED = ("side", "title", "state", "calendar", "creed")


def of_the_place(line: Line, run: Run, at: int, evidence: Evidence) -> Iterator[str]:
    """Where in the run and before or after what it stands: "in Cairo", "Cairo, Georgia", "the Cairo region"."""
    start, stop = run
    token = line.sentence.tokens[at]
    yield f"where={min(at - start, 3)} {min(stop - 1 - at, 3)}"
    if at == start:
        before = word_at(line, start - 1).lower()
        into = "into" if before in INTO else ""
        yield f"run-before={before}"
        yield f"into-tagged={into} {token.entity}"
        yield f"into-site={into} {line.sites[at]}"
    after = word_at(line, stop).lower()
    yield f"run-after={after if at == stop - 1 else '-'}"
    if at == stop - 1 and after in words_in_names()["noun"]:
        yield "noun-after"
    if word_at(line, start - 1) == "(" and after == ")":
        yield "in-brackets"
    if word_at(line, start - 1) == "of" and word_at(line, start - 2).lower() in words_in_names()["noun"]:
        yield "noun-before"
    if word_at(line, at + 1) == "," and at + 2 < len(line.words) and holds(line, at + 2):
        yield "held"
    if word_at(line, at - 1) == "," and at > 1 and (line.sites[at - 2] or line.entries[at - 2]):
        yield f"holds={line.words[at] in words_in_names()['state']}"


def place_word(line: Line, start: int) -> str:
    """The word before a run, past "the"."""
    before = word_at(line, start - 1).lower()
    return word_at(line, start - 2).lower() if before == "the" else before


def of_the_article(line: Line, run: Run, at: int, evidence: Evidence) -> Iterator[str]:
    """What the article tells of the word elsewhere: mostly tagged as a place, once a surname."""
    word, entity = line.words[at], line.sentence.tokens[at].entity
    labels = evidence.labels_of(word)
    if labels:
        most = max(sorted(labels), key=labels.__getitem__)
        yield f"mostly={most}"
        yield f"mostly-tagged={most} {entity}"
        yield from (f"once={label}" for label in ("GPE", "PERSON", "ORG") if labels[label])
        if 2 * (labels["GPE"] + labels["LOC"]) > labels.total():
            yield "mostly-place"
        if labels.total() > 1:
            yield f"often={most}"
    for hint in evidence.hints_of(word):
        yield f"hint={hint}"
        yield f"hint-tagged={hint} {entity}"


def of_the_list(line: Line, run: Run, at: int, evidence: Evidence) -> Iterator[str]:
    """What it is listed with: one known place makes the others places: "Žilina, Nitra and Košice"."""
    tokens = line.sentence.tokens
    if tokens[at].role == "conj":
        yield f"listed={of_a_list(line, tokens[at].head)}"
    for other in line.sentence.children[at]:
        if tokens[other].role == "conj":
            yield f"lists={of_a_list(line, other)}"


def of_a_list(line: Line, at: int) -> str:
    return line.entries[at][2:] or ("site" if line.sites[at] else "")


RULES = (
    of_the_words,
    of_the_letters,
    of_the_tagger,
    of_the_tables,
    of_the_kind,
    of_the_place,
    of_the_article,
    of_the_list,
)


def shape(word: str) -> str:
    """The letters of a word as classes: "Cairo" is Aa, "U.S." is A., "1984" is 9."""
    if not word:
        return "^"
    if word.isupper():
        return "A." if "." in word else "A" if len(word) == 1 else "AA"
    if word[0].isdigit():
        return "9"
    if word[0].isupper():
        return "Aa." if word.endswith(".") else "Aa" if word[1:].islower() else "AaA"
    return "a" if word.isalpha() else "-"
