"""Learns data/toponym_weights.tsv: `python -m training.toponyms FOLDER` with the four files of places in it.

`--judge` learns five times without a fifth of the articles and prints the figures on those. Needs numpy and scipy.

What counts as a toponym differs between the files: GeoWebNews also marks "Russian" and what is inside other names.
So each sign has one weight that all files share and one of GeoWebNews's own (Daumé 2007); their sum is written.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np

from bench.texts import articles
from crosswire.language.capitals import name_part
from crosswire.language.evidence import evidence_of
from crosswire.language.known import line_of
from crosswire.language.labels import LABELS, SCALE, Weights, follows, likeliest, named_by
from crosswire.language.parse import parse
from crosswire.language.signs import signs
from crosswire.syntax import Sentence
from tools.tables import write
from training.sequences import Coded, fit

FILES = ("gwn_dev", "tr_news_dev", "lgl_dev", "geovirus_dev")
OWN = "gwn_dev"  # whose convention is followed
LEFT_OUT = {"Language"}
BEGINS, GOES_ON, OUTSIDE = range(len(LABELS))
FORBIDDEN = ((-1, GOES_ON), (OUTSIDE, GOES_ON))
PENALTY, OWN_PENALTY = 8.0, 12.5  # how dear weights are, those that all files share and those of one
ROUNDS = 80
SEEN = 2  # articles a sign must stand in
FOLDS = 5

Run = tuple[Sentence, int, int, list[list[str]], list[int]]  # sentence, first and past-the-last word, signs, labels
Read = dict[tuple[str, int], list[Run]]  # by file and number of the article


def main(folder: Path, judge: bool) -> None:
    read = {(name, number): runs for name in FILES for number, runs in enumerate(runs_of(folder / f"{name}.jsonl"))}
    if judge:
        judged(read)
    else:
        table = learned(read)
        source = "learned by training.toponyms from GeoWebNews, TR-News, LGL and GeoVirus; hundredths"
        write("toponym_weights", source, ("sign", "begins", "on", "outside"), rows(table))


def runs_of(path: Path) -> Iterator[list[Run]]:
    """The runs of capitals of each article, each word with its signs and its label."""
    records = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    for article, record in zip(articles(path), records, strict=True):
        gold = [(each["start"], each["end"]) for each in record["toponyms"] if each["type"] not in LEFT_OUT]
        lines = [line_of(sentence) for sentence in parse(article)]
        evidence = evidence_of(lines)
        yield [
            (line.sentence, *run, signs(line, run, evidence), answers(line.sentence, run, gold))
            for line in lines
            for run in line.runs
        ]


def answers(sentence: Sentence, run: tuple[int, int], gold: Iterable[tuple[int, int]]) -> list[int]:
    """The label of each word of a run; a toponym that does not begin and end with words is left out."""
    labels = [OUTSIDE] * (run[1] - run[0])
    begins = {sentence.tokens[at].start: at for at in range(*run)}
    ends = {token.start + len(name_part(token)): token.index for token in sentence.tokens[slice(*run)]}
    for start, end in gold:
        if start in begins and end in ends:
            first, last = begins[start] - run[0], ends[end] - run[0]
            labels[first : last + 1] = [BEGINS, *[GOES_ON] * (last - first)]
    return labels


def learned(read: Read) -> dict[str, list[float]]:
    """The weights of each sign for each label, those of "begins" and so on for what follows it."""
    seen: Counter[str] = Counter()
    for runs in read.values():
        seen.update({sign for *_, words, _ in runs for word in words for sign in word})
    kept = sorted(sign for sign, count in seen.items() if count >= SEEN and sign.isprintable())
    numbers = {sign: number for number, sign in enumerate(kept)}
    size = len(numbers)
    sequences = [
        coded(words, labels, numbers, size if name == OWN else 2 * size)
        for (name, _), runs in read.items()
        for *_, words, labels in runs
    ]
    penalties = np.repeat([PENALTY, OWN_PENALTY, OWN_PENALTY], size)
    weights, follow = fit(sequences, 3 * size, len(LABELS), FORBIDDEN, penalties, ROUNDS)
    table = {sign: list(weights[n] + weights[size + n]) for sign, n in numbers.items()}
    return table | {label: list(follow[n]) for n, label in enumerate(LABELS)}


def coded(words: Sequence[Sequence[str]], labels: list[int], numbers: Mapping[str, int], shift: int) -> Coded:
    known = [[numbers[sign] for sign in dict.fromkeys(word) if sign in numbers] for word in words]
    return [[*word, *(shift + number for number in word)] for word in known], labels


def rows(table: Mapping[str, Sequence[float]]) -> Iterator[dict[str, str]]:
    for sign, values in table.items():
        whole = [round(SCALE * value) for value in values]
        if any(whole):
            yield {"sign": sign, **dict(zip(("begins", "on", "outside"), map(str, whole), strict=True))}


def judged(read: Read) -> None:
    """Prints exact F1 by file, each article labelled by weights learned without it."""
    tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for fold in range(FOLDS):
        table = learned({key: runs for key, runs in read.items() if fold_of(key) != fold})
        known, following = split(table)
        for key, runs in read.items():
            if fold_of(key) == fold:
                for *_, words, labels in runs:
                    found = set(named_by(likeliest(words, known, following)))
                    gold = set(named_by(labels))
                    tally[key[0]].update(found=len(found), gold=len(gold), both=len(found & gold))
    for name, count in tally.items():
        print(name, dict(count), round(2 * count["both"] / (count["found"] + count["gold"]), 4))


def split(table: Mapping[str, Sequence[float]]) -> tuple[dict[str, Weights], tuple[Weights, ...]]:
    """The weights of signs, and of what follows each label, as `likeliest` takes them."""
    weights = {sign: (values[0], values[1], values[2]) for sign, values in table.items()}
    following = follows([weights.pop(label) for label in LABELS])
    return weights, following


def fold_of(key: tuple[str, int]) -> int:
    return blake2b(f"{key[0]} {key[1]}".encode()).digest()[0] % FOLDS


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--judge" in sys.argv[2:])
