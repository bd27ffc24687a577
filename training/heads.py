"""What the reader model is asked: one head a question, and the sets it learns the answers from.

A head gives every word piece numbers, and its kind says what they are for:

- marks: one number a label; asked of the words at a place, every piece of them
- words: one number a label, O, B-kind or I-kind, for the first piece of every word; the kinds are the head's labels
- value: one number, for the first piece of the words at a place
- seen: what the encoder sees in the layers, as it is, for what is learned of it elsewhere: `training.gists`
- links: one number for every other piece and each label, a relation; asked of the ends of two spans

A new question is a new `Head` in HEADS, and a set in SETS whose examples answer it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from crosswire.claims.seen import YIELD
from crosswire.claims.triggers import find_triggers
from crosswire.knowledge.ontology import types
from crosswire.language.parse import parse, prose
from crosswire.reading import all_prose
from crosswire.records import Article
from crosswire.syntax import extent

Stretch = tuple[int, int]
Mark = tuple[int, int, Any]  # half-open code points, and the label or the value
Link = tuple[str, Stretch, Stretch | None]  # the relation, what belongs, and what it belongs to


class Head(NamedTuple):
    """A question of the model; `weight` is that of its loss, `hidden` the share of texts whose marks are masked.

    It is asked of what the encoder sees in some of its `layers`, side by side; of the last where none is named.
    """

    name: str
    kind: str  # marks, words, value, seen, links
    labels: tuple[str, ...]
    weight: float = 1.0
    hidden: float = 0.0
    layers: tuple[int, ...] = (-1,)

    @property
    def outputs(self) -> tuple[str, ...]:
        """What its numbers stand for, in order."""
        if self.kind == "words":
            return "O", *(f"{begins}-{label}" for label in self.labels for begins in "BI")
        return self.labels


class Example(NamedTuple):
    """A text and the answers of some heads, by name. No fold splits a `group`; `article` if it has paragraphs."""

    text: str
    answers: dict[str, tuple[Mark, ...] | tuple[Link, ...]]
    group: str
    article: bool


class Set(NamedTuple):
    """Texts to learn from, and texts to choose by; where there are none of these, a fifth of the groups is left out.

    An epoch goes through them `turns` times.
    """

    name: str
    train: Callable[[Path], Iterator[Example]]
    dev: Callable[[Path], Iterator[Example]] | None
    turns: int = 1


ACTS = (*dict.fromkeys(YIELD.get(type, type) for type in types()), "none")
ENTITIES = (
    *("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"),
    *("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"),
)
SHORT, LONG = 60, 220  # code points of a sentence, nearly
FOLLOWED = 5  # of so many sentences without an act one is learned

HEADS = (
    Head("use", "marks", ("place", "power", "modifier", "part"), hidden=0.4),
    Head("attribution", "words", ("source", "cue", "content")),
    Head("belongs", "links", ("cue", "source"), weight=0.15),  # content to its cue, cue to its source
    Head("happened", "value", ("value",)),  # from -3, certainly did not, to 3, certainly did
    Head("act", "marks", ACTS),
    Head("part", "words", ("actor", "recipient", "either")),  # either: of an act that is done to each other
    Head("entity", "marks", ("", *ENTITIES), layers=(2, 4, 6)),  # learned last, of an encoder that stays as it is
    Head("seen", "seen", (), layers=(2, 4, 6)),
)

USES = {
    "literal": "place",
    "metonymic": "power",
    "Literal": "place",
    "Literal_Modifier": "place",
    "Coercion": "place",
    "Metonymic": "power",
    "Non_Literal_Modifier": "modifier",
    "Demonym": "modifier",
    "Embedded_Literal": "part",
    "Embedded_Non_Lit": "part",
}


def relocar(data: Path) -> Iterator[Example]:
    """Sentences with one name of a place that stands for it, or for its government or people."""
    for record in records(data / "places/relocar_train.jsonl"):
        mark = (record["start"], record["end"], USES[record["label"]])
        yield Example(record["text"], {"use": (mark,)}, record["text"], article=False)


def geowebnews(data: Path) -> Iterator[Example]:
    """Articles with what their toponyms stand for."""
    for record in records(data / "places/gwn_dev.jsonl"):
        known = (t for t in record["toponyms"] if t["type"] in USES)
        marks = tuple((t["start"], t["end"], USES[t["type"]]) for t in known)
        yield Example(record["text"], {"use": marks}, record["id"], article=True)


def polnear(part: str) -> Callable[[Path], Iterator[Example]]:
    """Articles with every attribution: its source, cue and content, and which of them belong together."""

    def examples(data: Path) -> Iterator[Example]:
        for record in records(data / f"attribution/polnear_{part}.jsonl"):
            marks: set[Mark] = set()
            links: set[Link] = set()
            for attribution in record["attributions"]:
                joined = {role: pieces(record["text"], attribution[role]) for role in ("source", "cue", "content")}
                marks |= {(*piece, role) for role, those in joined.items() for piece in those}
                cue, source = (next(iter(joined[role]), None) for role in ("cue", "source"))
                links |= {("cue", piece, cue) for piece in joined["content"]}
                links |= {("source", cue, source)} if cue else set()
            answers = {"attribution": tuple(sorted(marks)), "belongs": tuple(sorted(links, key=str))}
            yield Example(record["text"], answers, record["id"], article=True)

    return examples


def pieces(text: str, spans: list[list[int]]) -> list[Stretch]:
    """Spans in order, those with no word between them made one."""
    found: list[Stretch] = []
    for start, stop in sorted(spans):
        if found and not any(letter.isalnum() for letter in text[found[-1][1] : start]):
            found[-1] = found[-1][0], stop
        else:
            found.append((start, stop))
    return found


def factuality(file: str) -> Callable[[Path], Iterator[Example]]:
    """Sentences with how sure it is that what their predicates tell has happened."""

    def examples(data: Path) -> Iterator[Example]:
        marks: dict[str, list[Mark]] = {}
        for record in records(data / f"status/{file}.jsonl"):
            marks.setdefault(record["text"], []).append((record["start"], record["end"], record["value"]))
        for text, those in marks.items():
            yield Example(text, {"happened": tuple(those)}, text, article=False)

    return examples


def plover(data: Path) -> Iterator[Example]:
    """Sentences with one political act: of what type it is, asked of its words and of who does it to whom."""
    for record in records(data / "events/plv_train.jsonl"):
        text, type = record["text"], record["type"]
        sides = {role: [(start, stop) for start, stop in record[role]] for role in ("actor", "recipient")}
        marks = [(*span, type) for spans in sides.values() for span in spans]
        told = [(*span, type) for span, kind in acts_in(text) if kind == type]
        parts = tuple((*span, role) for role, spans in sides.items() for span in spans)
        yield Example(text, {"act": (*told, *marks), "part": parts}, plain(text), article=False)


def acts_in(text: str) -> Iterator[tuple[Stretch, str]]:
    """The words that tell an act by the lexicon, and which."""
    for sentence in parse(Article.of(text)):
        for trigger in find_triggers(sentence):
            for word in trigger.words:
                yield extent((word,)), YIELD.get(trigger.act.type, trigger.act.type)


def cameo(data: Path) -> Iterator[Example]:
    """Sentences with who acts and whom it is done to."""
    for record in records(data / "events/cameo_roles_train.jsonl"):
        roles = ("actor", "recipient", "either")
        parts = tuple((start, stop, role) for role in roles for start, stop in record[role])
        yield Example(record["text"], {"part": parts}, plain(record["text"]), article=False)


def nothing(data: Path) -> Iterator[Example]:
    """Sentences of news and of the web in which no word tells an act by the lexicon: to most of them there is none."""
    news = (piece for record in records(data / "attribution/polnear_train.jsonl") for piece in told(record["text"]))
    web = dict.fromkeys(record["text"] for record in records(data / "status/uds_ih2_train.jsonl"))
    for text in chain(islice(news, 0, None, FOLLOWED), islice(web, 0, None, FOLLOWED)):
        if text[:1].isupper() and not any(acts_in(text)):
            yield Example(text, {"act": ((0, len(text), "none"),), "part": ()}, plain(text), article=False)


def named(*sets: Callable[[Path], Iterator[Example]]) -> Callable[[Path], Iterator[Example]]:
    """The texts of some sets, every word with the kind of name the parser's own recogniser takes it for part of."""

    def examples(data: Path) -> Iterator[Example]:
        for example in chain.from_iterable(each(data) for each in sets):
            article = Article.of(example.text) if example.article else all_prose(example.text)
            tokens = (token for sentence in parse(article) for token in sentence.tokens)
            marks = tuple((token.start, token.stop, token.entity) for token in tokens)
            yield example._replace(answers={"entity": marks})

    return examples


def articles(file: str) -> Callable[[Path], Iterator[Example]]:
    """Articles without an answer."""
    return lambda data: (Example(each["text"], {}, each["id"], article=True) for each in records(data / file))


def told(text: str) -> Iterator[str]:
    """The paragraphs of an article that are one sentence, nearly."""
    return (text[start:stop] for start, stop in prose(Article.of(text)) if SHORT < stop - start < LONG)


def plain(text: str) -> str:
    """The words of a text: the sets share sentences, and differ in their marks."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, one JSON object a line."""
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


SETS = (
    Set("ReLocaR", relocar, None),
    Set("GeoWebNews", geowebnews, None),
    Set("PolNeAR", polnear("train"), polnear("dev")),
    Set("UDS It-Happened", factuality("uds_ih2_train"), factuality("uds_ih2_dev")),
    Set("MEANTIME", factuality("meantime_train"), factuality("meantime_dev")),
    Set("PLV", plover, None, turns=2),
    Set("CAMEO roles", cameo, None, turns=2),
    Set("no act", nothing, None),
)

PLACES = tuple(articles(f"places/{each}_dev.jsonl") for each in ("gwn", "tr_news", "lgl", "geovirus"))
LATER = (
    Set("names", named(polnear("train"), plover, cameo, *PLACES), named(polnear("dev"))),
    Set("names of the web", named(factuality("uds_ih2_train")), named(factuality("uds_ih2_dev"))),
)
