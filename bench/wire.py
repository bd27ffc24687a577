"""`python -m bench.wire FILE... [--seed N]`: reports made from others as editors make them, one JSON object a line.

Each line has {id, text, origin, passages}: `passages` are the code points of the sentences that another report of
the same origin has too. A first report of each story is the agency's, copied whole, cut, under another lead, in
another order, with words changed, and as an excerpt in a report of other words. Beside them stand reports that share
only its quotations, or a single sentence, and are of an origin of their own. The other words come from the rest of
the file, each sentence once. The same file and seed give the same reports.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from bench.texts import articles
from crosswire.records import Article

CUT = re.compile(r"(?<=[.!?][”\"])\s+(?=[A-Z“\"])|(?<=[a-z0-9)][.!?])\s+(?=[A-Z“\"])")
QUOTE = re.compile(r"“[^”\n]{40,400}”")
FEWEST = 10  # sentences of an agency's report; below, nothing is left to cut
SWAPS = dict(
    pair.split("=")
    for pair in (
        "said=stated about=around also=too after=following before=ahead_of more_than=over officials=authorities "
        "big=large killed=slain began=started show=reveal several=a_number_of however=but while=as many=numerous "
        "because=since people=persons told=informed asked=requested help=aid over=above near=close_to including=among "
        "against=versus would=will attack=assault made=produced called=named last=past year=twelvemonth "
        "government=administration police=officers country=nation city=town new=fresh found=discovered "
        "according_to=as_stated_by between=among during=in_the_course_of house=home won=gained took=seized"
    ).split()
)
SWAP = re.compile(r"\b(" + "|".join(each.replace("_", " ") for each in SWAPS) + r")\b")
DAY = re.compile(r"^([A-Z][^,“”\"]{20,}?) (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!,)")

Sentence = tuple[str, int | None]  # words, and which of the agency's sentences they are


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.wire", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for path in arguments.files:
        for record in wire(path, arguments.seed):
            print(json.dumps(record, ensure_ascii=False))


def wire(path: Path, seed: int = 1) -> Iterator[dict[str, object]]:
    """The reports made from the stories of a file."""
    chance = Random(seed)
    first: dict[str, Article] = {}
    others: list[str] = []
    with path.open(encoding="utf-8") as lines:
        stories = [json.loads(line)["story"] for line in lines]
    for story, article in zip(stories, articles(path), strict=True):
        if len(sentences(article)) >= FEWEST and first.setdefault(story, article) is article:
            continue
        others += sentences(article)
    told = Counter(others)
    others = [each for each in others if told[each] == 1]  # what stands in two reports is a copy, or a site's own words
    chance.shuffle(others)
    for story, article in first.items():
        yield from family(str(story), sentences(article), others, chance)


def sentences(article: Article) -> list[str]:
    prose = (article.text[zone.start : zone.stop] for zone in article.zones if zone.kind == "body")
    return [each for text in prose for each in CUT.split(" ".join(text.split())) if len(each.split()) > 3]


def family(story: str, agency: Sequence[str], others: list[str], chance: Random) -> Iterator[dict[str, object]]:
    """An agency's report, what is made from it, and what is not."""
    whole: list[Sentence] = [(text, at) for at, text in enumerate(agency)]
    versions = [whole, *(change(whole, others, chance) for change in chance.sample(CHANGES, chance.randint(2, 5)))]
    for number, version in enumerate(versions):
        elsewhere = {at for other in versions if other is not version for _, at in other}
        yield report(f"{story}-{number}", story, version, elsewhere, chance)
    for kind, bare in (("quotes", quotes_only), ("line", one_line)):
        name = f"{story}-{kind}"
        yield report(name, name, bare(whole, others, chance), set(), chance)


def report(
    name: str, origin: str, version: Sequence[Sentence], elsewhere: set[int | None], chance: Random
) -> dict[str, object]:
    """A report's text, one to three sentences a paragraph, with the passages it shares."""
    text, passages = "", list[list[int]]()
    joined = True
    for words, at in version:
        text += "" if not text else " " if chance.random() < 0.55 else "\n\n"
        if at is None or at not in elsewhere:
            joined = True
        elif joined:
            passages.append([len(text), len(text) + len(words)])
            joined = False
        else:
            passages[-1][1] = len(text) + len(words)
        text += words
    return {"id": name, "text": text, "origin": origin, "passages": passages}


def same(whole: Sequence[Sentence], others: list[str], chance: Random) -> list[Sentence]:
    return list(whole)


def cut(whole: Sequence[Sentence], others: list[str], chance: Random) -> list[Sentence]:
    """The first part of it, with sentences left out here and there."""
    kept = whole[: int(len(whole) * chance.uniform(0.35, 0.8)) + 1]
    return [each for each in kept if chance.random() < 0.85] or list(kept)


def led(whole: Sequence[Sentence], others: list[str], chance: Random) -> list[Sentence]:
    """Another lead in place of its own."""
    return [*fill(others, chance.randint(2, 4)), *whole[chance.randint(1, 3) :]]


def moved(whole: Sequence[Sentence], others: list[str], chance: Random) -> list[Sentence]:
    """Pieces of two or three sentences in another order."""
    pieces, at = [], 0
    while at < len(whole):
        size = chance.randint(2, 3)
        pieces.append(whole[at : at + size])
        at += size
    chance.shuffle(pieces)
    return [each for piece in pieces for each in piece]


def reworded(whole: Sequence[Sentence], others: list[str], chance: Random) -> list[Sentence]:
    """Most sentences with a word or two changed, or the day moved to the front."""
    return [(retold(text, chance), at) if chance.random() < 0.7 else (text, at) for text, at in whole]


def excerpt(whole: Sequence[Sentence], others: list[str], chance: Random) -> list[Sentence]:
    """Part of it inside a report of other words."""
    size = max(4, len(whole) // 2)
    at = chance.randint(0, len(whole) - size)
    return [*fill(others, size // 2), *whole[at : at + size], *fill(others, size // 3)]


def pressed(whole: Sequence[Sentence], others: list[str], chance: Random) -> list[Sentence]:
    """All of it at once."""
    return led(reworded(moved(cut(whole, others, chance), others, chance), others, chance), others, chance)


CHANGES = (same, cut, led, moved, reworded, excerpt, pressed)


def quotes_only(whole: Sequence[Sentence], others: list[str], chance: Random) -> list[Sentence]:
    """A report of other words that prints the agency's longer quotations."""
    said = [quote for text, _ in whole for quote in QUOTE.findall(text.replace(' "', " “").replace('"', "”"))]
    own = fill(others, 6)
    return [each for quote in said[:6] for each in ((f"{quote} one of them told us.", None), *fill(others, 1))] + own


def one_line(whole: Sequence[Sentence], others: list[str], chance: Random) -> list[Sentence]:
    """A report of other words with one of the agency's sentences, as background has them."""
    own = fill(others, 10)
    return [*own[:5], (chance.choice(whole)[0], None), *own[5:]]


def fill(others: list[str], many: int) -> list[Sentence]:
    """Sentences of other reports; none is used twice."""
    return [(others.pop(), None) for _ in range(min(many, len(others)))]


def retold(text: str, chance: Random) -> str:
    """A sentence with up to two of its words changed, outside quotes, and its day first where it can go there."""
    if "“" in text or '"' in text:
        return text
    text = DAY.sub(lambda m: f"{m[2][0].upper()}{m[2][1:]}, {m[1][0].lower()}{m[1][1:]}", text)
    places = [match.span() for match in SWAP.finditer(text)]
    for start, stop in sorted(chance.sample(places, min(2, len(places))), reverse=True):
        text = text[:start] + SWAPS[text[start:stop].replace(" ", "_")].replace("_", " ") + text[stop:]
    return text


if __name__ == "__main__":
    main()
