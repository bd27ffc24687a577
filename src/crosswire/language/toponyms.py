"""Which words name a place: known names not part of another name, and names only the tagger takes for places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

import msgspec

from crosswire.knowledge.lexicon import Entry, find_names
from crosswire.syntax import Sentence, Token

Names = tuple[tuple[int, int, Entry], ...]
Votes = Mapping[str, Counter[str]]

TAGGED = {"GPE": "city", "LOC": "region"}  # what it takes for buildings and roads is too often wrong
LOCATIVE = {"in", "near", "outside", "around", "at", "inside", "throughout", "across"}
REGIONS = set("region province oblast governorate district county peninsula valley prefecture canton state".split())
SETTLEMENTS = set("city town village capital port suburb resort hamlet enclave".split())
KINDS = REGIONS | SETTLEMENTS
GENERIC = set(
    "North South East West Northeast Northwest Southeast Southwest Central City Town County State Valley Gulf District "
    "Lakes Lake River Island Islands Highway Interstate Metro Downtown Street Avenue Road Park".split()
)
PLACES = {"country", "capital", "city", "region"}
HEADLINES = {"title", "heading"}


class Toponym(msgspec.Struct, frozen=True):
    """A place's name in a sentence, tokens `start` to `stop`; `entry` is None where only the tagger knows it."""

    sentence: Sentence
    start: int
    stop: int
    entry: Entry | None
    names: Names  # every known name of the sentence

    @property
    def text(self) -> str:
        return " ".join(token.text for token in self.sentence.tokens[self.start : self.stop])


def toponyms(sentences: Iterable[Sentence]) -> tuple[Toponym, ...]:
    """Every mention of a place, in reading order."""
    known = [(sentence, find_names([token.text for token in sentence.tokens])) for sentence in sentences]
    votes = votes_of(sentence for sentence, _ in known)
    runs = ((s, start, stop, names) for s, names in known for start, stop in runs_of_places(s))
    located = {written(s, start, stop) for s, start, stop, names in runs if is_located(s, start, stop, names)}
    return tuple(each for sentence, names in known for each in toponyms_of(sentence, names, votes, located))


def toponyms_of(sentence: Sentence, names: Names, votes: Votes, located: Set[str]) -> list[Toponym]:
    """The places of a sentence; what the tagger sees as longer than a city takes its stead: "Orange County"."""
    told = set(introduced(sentence))
    for start, stop in runs_of_places(sentence) if sentence.zone not in HEADLINES else ():
        text = written(sentence, start, stop)
        if text in located and agreed(votes[text]) and not any(first < stop and start < last for first, last in told):
            told.add((start, stop))
    new = ((start, stop) for start, stop in sorted(told) if is_new(sentence, start, stop, names))
    found = [Toponym(sentence, start, stop, None, names) for start, stop in new]
    taken = {index for each in found for index in range(each.start, each.stop)}
    for start, stop, entry in names:
        if entry.kind in PLACES and start not in taken and is_place(sentence, start, stop, entry):
            found.append(Toponym(sentence, start, stop, entry, names))
    return sorted(found, key=lambda each: each.start)


def is_place(sentence: Sentence, start: int, stop: int, entry: Entry) -> bool:
    """Whether a known name is a place here, not part of another name: "Paris Hilton", "Texas Tech"."""
    tokens = sentence.tokens
    labels = {token.entity for token in tokens[start:stop]}
    if stop == start + 1 and short_state(tokens[start].text):
        return start > 0 and tokens[start - 1].text == ","
    if sentence.zone == "dateline":
        return True
    if entry.doubtful and not labels & TAGGED.keys():
        return False
    beside = [tokens[i] for i in (start - 1, stop) if 0 <= i < len(tokens) and capital(tokens[i])]
    return not any(label and label not in TAGGED and {token.entity for token in beside} & {label} for label in labels)


def short_state(word: str) -> bool:
    """Whether a state is written short, as only after a city: "Pa.", "Calif."; "U.S." is not."""
    return word.endswith(".") and word.count(".") == 1


def capital(token: Token) -> bool:
    return token.text[:1].isupper()


def runs(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Label and tokens of each named entity, from capital to capital, without "The"."""
    tokens = sentence.tokens
    start = 0
    while start < len(tokens):
        stop = start + 1
        while stop < len(tokens) and tokens[stop].entity == tokens[start].entity:
            stop += 1
        named = [i for i in range(start, stop) if capital(tokens[i]) and tokens[i].text != "The"]
        if tokens[start].entity and named:
            yield tokens[start].entity, named[0], named[-1] + 1
        start = stop


def runs_of_places(sentence: Sentence) -> Iterator[tuple[int, int]]:
    return ((start, stop) for label, start, stop in runs(sentence) if label in TAGGED)


def introduced(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Names that follow what they are: "the town of Kalma"."""
    tokens = sentence.tokens
    for start in range(2, len(tokens)):
        stop = start
        if tokens[start - 1].text == "of" and tokens[start - 2].text in SETTLEMENTS:
            while stop < len(tokens) and tokens[stop].pos == "PROPN" and capital(tokens[stop]):
                stop += 1
        if stop > start:
            yield start, stop


def is_new(sentence: Sentence, start: int, stop: int, names: Names) -> bool:
    """Whether a run of the tagger's is a proper name that is not known already, nor made of known ones."""
    tokens = sentence.tokens[start:stop]
    known = {i for first, last, entry in names if entry.kind not in {"city", "capital"} for i in range(first, last)}
    covered = any(first <= start and stop <= last for first, last, _ in names)
    specific = any(capital(token) and token.text not in GENERIC for token in tokens)
    plain = all(token.text.replace("'", "").replace(".", "").isalpha() or token.text == "-" for token in tokens)
    return specific and plain and not covered and not known & set(range(start, stop))


def is_located(sentence: Sentence, start: int, stop: int, names: Names) -> bool:
    """Whether the words beside a name say it is a place: "in Kalma", "Kalma, North Korea", "Kalma district"."""
    tokens = sentence.tokens
    before = tokens[start - 1].text.lower() if start else ""
    after = tokens[stop].text if stop < len(tokens) else ""
    holder = after == "," and any(first == stop + 1 and entry.kind in PLACES for first, _, entry in names)
    return before in LOCATIVE or holder or after.lower() in KINDS or tokens[stop - 1].text.lower() in KINDS


def agreed(seen: Counter[str]) -> bool:
    """Whether the tagger mostly takes the words for a place."""
    return 2 * sum(seen[label] for label in TAGGED) > seen.total()


def votes_of(sentences: Iterable[Sentence]) -> Votes:
    """How often the tagger gives each label to the same words outside headlines; a person's names count one by one."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for label, start, stop in runs(sentence) if sentence.zone not in HEADLINES else ():
            votes[written(sentence, start, stop)][label] += 1
            for token in sentence.tokens[start:stop] if label == "PERSON" and stop > start + 1 else ():
                votes[token.text][label] += 1
    return votes


def written(sentence: Sentence, start: int, stop: int) -> str:
    return " ".join(token.text for token in sentence.tokens[start:stop])
