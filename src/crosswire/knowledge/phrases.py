"""A phrase for an actor taken apart: whose he is, what he is, his name, and what stands behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crosswire.knowledge.lexicon import find_names
from crosswire.knowledge.offices import PREPOSITIONS, listed
from crosswire.records import Record

PIECES = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\b[A-Z]\.(?=\s)|\bSt\."  # S. Korea, St. John's
    r"|[^\W_]+(?:[.'’](?!s\b)(?=\w)[^\W_]+)*"  # a word, Sana'a
    r"|['’]s\b|[-–,()&./'’]"
)
LEADING = frozenset(
    "the a an this that these those some any all both each every several many most few other another more two three "
    "four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand million dozen "
    "dozens hundreds thousands scores least about around nearly almost roughly over up of no at some one first second "
    "third unidentified unknown unnamed his her its their our".split()
)
COUNTED = frozenset("group groups number team bunch handful series couple pair lot majority crowd".split())
FORMER = frozenset("former ex late ousted deposed retired toppled ex-".split())
ADDRESSES = frozenset(
    "mr mrs ms miss dr sir dame lord lady madam professor prof alhaji hajj haji hon honourable".split()
)
LOCATING = frozenset("of in from at near outside inside across".split())
JOINED = re.compile(r"[A-Z][\w.]{0,40}-?(?:led|backed|based|born|controlled|funded|owned|run|allied|aligned|supported)")


class Part(Record, frozen=True):
    """A stretch of a phrase: its words as written, and in small letters."""

    words: tuple[str, ...]

    @property
    def small(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in self.words)

    @property
    def text(self) -> str:
        return joined(self.words)


class Phrase(Record, frozen=True):
    """What a phrase is made of: "Somalia's former prime minister", "an amusement park in Kabul".

    `core` has the head word last, then the name if there is one; `owner` is who stands before an 's; `behind` is what
    follows "of" or "in", each piece with its preposition; `aside` is what a comma or brackets set apart.
    """

    core: Part
    owner: Part | None = None
    behind: tuple[tuple[str, Part], ...] = ()
    aside: Part | None = None
    former: bool = False


class Said(Record, frozen=True):
    """What a phrase tells, before it is put into an actor."""

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    second: str | None = None
    office: str | None = None
    wikidata: str | None = None


def taken_apart(mention: str) -> Phrase:
    """The parts of a phrase; of one that is no more than words, its core."""
    words = without_leading(pieces_of(mention))
    cut = next((i for i, w in enumerate(words) if w in {",", "("} and i), len(words))
    aside = Part(tuple(w for w in words[cut + 1 :] if w not in {")", ","})) if cut + 1 < len(words) else None
    words = words[:cut]
    owner, words = owned(words)
    stop = next((i for i, w in enumerate(words) if i and prepositional(words, i)), len(words))
    behind = tuple(pieces(words[stop:]))
    core, former = without_former(words[:stop])
    return Phrase(Part(core), owner, behind, aside, former)


def pieces_of(mention: str) -> tuple[str, ...]:
    """The words and marks of a phrase, hyphens and 's apart: "Porto-Novo" is three."""
    return tuple(PIECES.findall(mention.replace("–", "-")))


def without_leading(words: Sequence[str]) -> tuple[str, ...]:
    """ "at least 12 Chinese warplanes" without the count, "a group of students" without the group."""
    at = 0
    while at < len(words) - 1 and (words[at].lower() in LEADING or words[at][0].isdigit() or aged(words, at)):
        if words[at].isupper() and len(words[at]) > 1 and not words[0].isupper():
            break
        at += 1
    if at + 2 < len(words) and words[at].lower() in COUNTED and words[at + 1].lower() == "of":
        return without_leading(words[at + 2 :])
    return tuple(words[at:])


def aged(words: Sequence[str], at: int) -> bool:
    """Whether a word is of an age told before: "-year-old" behind a number."""
    return at > 0 and words[at].lower() in {"-", "year", "years", "old"} and words[0][0].isdigit()


def owned(words: tuple[str, ...]) -> tuple[Part | None, tuple[str, ...]]:
    """Who stands before an 's, and what he owns: "Norway", "central bank"; "prosecutors' office" is one thing."""
    inside = {i for start, stop, _ in find_names(words) for i in range(start + 1, stop)}
    marks = [i for i, w in enumerate(words) if w.lower() in {"'s", "’s"} and 0 < i < len(words) - 1]
    at = max((i for i in marks if i not in inside and not listed_across(words, i)), default=0)
    if at:
        return Part(words[:at]), words[at + 1 :]
    last = next((i for i, w in enumerate(words) if w in {"'", "’"} and 0 < i < len(words) - 1), 0)
    if last and words[last - 1].endswith("s") and not listed(tuple(w.lower() for w in words)):
        return Part(words[:last]), words[last + 1 :]
    return None, words


def listed_across(words: Sequence[str], at: int) -> bool:
    """Whether an 's is part of a listed phrase: "prosecutor's office", "people's bank"."""
    small = tuple(w.lower().replace("’", "'") for w in words)
    joined = (*small[: at - 1], small[at - 1] + "'s", *small[at + 1 :])
    return any(listed(joined[at - 1 : stop]) for stop in range(at + 1, min(len(joined), at + 4) + 1))


def prepositional(words: Sequence[str], at: int) -> bool:
    """Whether a word is a preposition of the phrase's own: not the "in" of "commander-in-chief"."""
    return words[at].lower() in PREPOSITIONS and words[at - 1] != "-" and not named(words, at)


def named(words: Sequence[str], at: int) -> bool:
    """Whether a preposition is part of a name the tables know: "Bank of Ghana", "Doctors without Borders"."""
    return any(start < at < stop for start, stop, _ in find_names(words))


def pieces(words: Sequence[str]) -> list[tuple[str, Part]]:
    """What stands behind, one piece a preposition: of "at the University of Oslo in Norway" three."""
    found: list[tuple[str, Part]] = []
    start = 0
    for at in range(1, len(words) + 1):
        if at == len(words) or prepositional(words, at):
            inside = tuple(words[start + 1 : at])
            inside = without_leading(inside) if inside else inside
            if inside:
                found.append((words[start].lower(), Part(inside)))
            start = at
    return found


def without_former(words: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The words without what says that the office is past: "ex-president", "a former White House official"."""
    if len(words) > 2 and any(w.lower() in {"designate", "elect"} and words[i - 1] == "-" for i, w in enumerate(words)):
        at = next(i for i, w in enumerate(words) if w.lower() in {"designate", "elect"} and words[i - 1] == "-")
        words = (*words[: at - 1], *words[at + 1 :])
    kept = tuple(w for i, w in enumerate(words) if not past(words, i))
    return (kept, True) if kept and len(kept) < len(words) else (words, False)


def past(words: Sequence[str], at: int) -> bool:
    word = words[at].lower()
    hyphen = word == "-" and at and words[at - 1].lower() == "ex"
    return word in FORMER or bool(hyphen)


def joined(words: Sequence[str]) -> str:
    """The words as they are written: hyphens and 's without blanks."""
    text = " ".join(words)
    return re.sub(r" ?([-/]) ?", r"\1", re.sub(r" (['’]s?\b|[,.)])", r"\1", text))
