"""Texts made to be slow or to break something, each against ordinary text of the same length.

The file holds the ordinary text. A hostile text fails if reading it raises or takes more than ten times as long.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from time import process_time  # what else the machine does is not counted

from bench.texts import articles
from crosswire import Article, read

SIZE = 100_000  # code points
MOST = 10.0  # times the seconds of ordinary text
NOTABLE = 2.0  # from here on a text has a line of its own


def run(path: Path, errors: int) -> dict[str, object]:
    """How many texts were tried and failed, and how many times as long as ordinary text each slow one takes."""
    pace = ordinary(path)
    ratios: dict[str, float] = {}
    raised: list[str] = []
    for name, text in texts(SIZE).items():
        began = process_time()
        try:
            read(Article.of(text))
        except Exception as wrong:  # noqa: BLE001  whatever it is, it is what this task looks for
            raised.append(f"{name}: {type(wrong).__name__}")
        ratios[name] = round((process_time() - began) / len(text) / pace, 2)
    slow = [f"{name}: {ratio} times ordinary text" for name, ratio in ratios.items() if ratio > MOST]
    print(*[*raised, *slow][:errors], sep="\n", file=sys.stderr)
    return {
        "tried": len(ratios),
        "failed": len({line.partition(":")[0] for line in (*raised, *slow)}),
        "raised": len(raised),
        "ordinary_kb_per_s": round(1 / pace / 1000, 1),
        "slowest": max(ratios.values()),
        "times_ordinary": {
            name: ratio for name, ratio in sorted(ratios.items(), key=lambda r: -r[1]) if ratio > NOTABLE
        },
    }


def ordinary(path: Path) -> float:
    """Seconds a code point of the file's articles takes, over as much of it as a hostile text is long."""
    read(Article.of("Peru thanked Chile."))
    began, length = process_time(), 0
    for article in articles(path):
        read(article)
        length += len(article.text)
        if length >= SIZE:
            break
    return (process_time() - began) / length


def texts(size: int) -> dict[str, str]:
    """Each hostile text by its name, about `size` code points long."""
    repeated = {name: (unit * (size // len(unit) + 1))[:size] for name, unit in UNITS.items()}
    return repeated | {name: make(size) for name, make in MADE.items()}


UNITS = {
    "speech in speech": "the man said that ",
    "it is said that": "it is said that ",
    "said": "said ",
    "saying": "saying ",
    "told to": "told him to ",
    "adding that": ", adding that",
    "according to": ", according to",
    "according to Tass": ", according to Tass",
    "open brackets": "(",
    "closed brackets": ")",
    "kinds of brackets": "([{<",
    "straight marks": '"',
    "straight marks before words": '"a ',
    "single marks": "'",
    "single marks before words": "'a ",
    "opening marks": "“",
    "opening marks before sentences": "“a. ",
    "opening marks before words": "‘a ",
    "closing marks": "”",
    "guillemets": "‹a ",
    "quoted words": "the “yes” and ",
    "short speeches": "“Yes,” he said. ",
    "speech before and after": "“We go,” warned Lee, “and ",
    "an open quote a line": "“We wait\n",
    "one word": "a",
    "one number": "1",
    "hyphens": "a-",
    "dashes": "—",
    "a rule": "_",
    "emoji": "😀",
    "marks over letters": "e\u0301",
    "right to left": "\u202eab ",
    "tags": "<a>",
    "empty lines": "\n",
    "a letter a line": "a\n",
    "a byline a line": "By Ann Lee\n",
    "a bullet a line": "• a\n",
    "a speaker a line": "Peru said no.\n",
    "commas": ", ",
    "full stops": ". ",
    "and": "and ",
    "who": "who ",
    "he": "he ",
    "a name": "Ann Lee, ",
    "a place": "Paris, ",
    "datelines": "MOSCOW (AP) — ",
    "abbreviations": "U.S. ",
    "days": "2016-01-01 ",
    "days after days": "the day after ",
    "ranges": "from May to June ",
    "amounts": "1 million ",
    "prices": "$5 ",
    "acts": "Russia attacked Ukraine and ",
    "acts of speech": "Russia accused Ukraine of ",
    "addresses": "https://example.com/a?b=c ",
}

WORDS = (
    "the old men who went down to sea saw ships of state that they had long known in winter when nobody spoke".split()
)


def nested(size: int) -> str:
    return "(" * (size // 2) + "a" + ")" * (size // 2)


def quotes_within_quotes(size: int) -> str:
    return "“a ‘b " * (size // 12) + "c’ d” " * (size // 12)


def one_sentence(size: int) -> str:
    return " ".join(random.Random(size).choices(WORDS, k=size // 5))[:size]


def marks_at_random(size: int) -> str:
    return "".join(random.Random(size).choices("“”\"'‘’ ab,.", k=size))


def anything(size: int) -> str:
    return "".join(map(chr, random.Random(size).choices([*range(0xD800), *range(0xE000, 0x110000)], k=size)))


def strangers(size: int) -> str:
    """New names in every sentence."""
    chance = random.Random(size)
    names = ["".join(chance.choices("abdeiklmnorstu", k=6)).title() for _ in range(size // 30 + 2)]
    return " ".join(f"{one} {other} said {other} met him." for one, other in pairwise(names))[:size]


MADE: Mapping[str, Callable[[int], str]] = {
    "nested brackets": nested,
    "quotes within quotes": quotes_within_quotes,
    "one sentence": one_sentence,
    "marks at random": marks_at_random,
    "any characters": anything,
    "strangers": strangers,
}
