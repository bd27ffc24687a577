"""What other libraries find in the same texts: figures to stand beside ours, where those libraries are installed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from importlib.util import find_spec
from typing import Any

from bench.partitions import agreement
from crosswire.language.parse import pipeline
from crosswire.records import Article

PLACES = {"GPE", "LOC", "FAC", "NORP"}  # NORP for "Russian", which corpora of toponyms mark

Pieces = tuple[tuple[int, int], ...]
Parts = tuple[Pieces, Pieces, Pieces]  # source, cue and content
Seen = Sequence[tuple[Article, Sequence[Mapping[str, Any]]]]  # texts with their gold spans


def tagger_figures(seen: Seen) -> dict[str, float]:
    """Exact and overlapping spans of the places that spaCy's tagger sees."""
    found = exact = overlapping = 0
    for article, gold in seen:
        spans = list(tagged(article.text))
        found += len(spans)
        exact += len({(each["start"], each["end"]) for each in gold} & set(spans))
        overlapping += sum(any(a < each["end"] and each["start"] < b for a, b in spans) for each in gold)
    total = found + sum(len(gold) for _, gold in seen)
    return {"tagger_span_f1": share(2 * exact, total), "tagger_overlap_f1": share(2 * overlapping, total)}


def tagged(text: str) -> Iterator[tuple[int, int]]:
    for entity in pipeline()(text).ents:
        if entity.label_ in PLACES:
            article = len(entity.text) - len(entity.text.removeprefix("the ").removeprefix("The "))
            yield entity.start_char + article, entity.end_char


def dateparser_figures(seen: Seen) -> dict[str, float]:
    """Spans that dateparser finds, and its days, reckoned from the day of publication.

    Where a gold value is a month or a year, any day in it is right.
    """
    if find_spec("dateparser") is None:
        return {}
    found = spans = values = 0
    for article, gold in seen:
        free = list(gold)
        for start, stop, day in dated(article):
            found += 1
            match = next((each for each in free if each["start"] < stop and start < each["end"]), None)
            if match is not None:
                free.remove(match)
                spans += 1
                values += match["value"][:1].isdigit() and day.startswith(match["value"].partition("T")[0])
    total = found + sum(len(gold) for _, gold in seen)
    return {"dateparser_span_f1": share(2 * spans, total), "dateparser_value_f1": share(2 * values, total)}


def dated(article: Article) -> Iterator[tuple[int, int, str]]:
    """Where the words that dateparser finds stand, each after the one before it, and their day."""
    from dateparser.search import search_dates

    base = datetime.combine(article.published, time(12)) if article.published else None
    settings = {"PREFER_DATES_FROM": "current_period", **({"RELATIVE_BASE": base} if base else {})}
    at = 0
    for words, moment in search_dates(article.text, languages=["en"], settings=settings) or ():
        start = article.text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield start, at, moment.date().isoformat()


def textacy_statements(text: str) -> list[Parts]:
    """The quotes that textacy finds, each paragraph by itself; quotes with one cue are one statement, as in the gold.

    An odd number of marks, for which it gives up, costs that paragraph. A speaker goes from the first word to the
    last, as textacy leaves out the "and" between two.
    """
    from textacy.extract import direct_quotations

    lines = [(found.start(), found[0]) for found in re.finditer(r".*\S.*", text)]
    paragraphs = pipeline().pipe((line for _, line in lines), disable=["ner"])
    contents: dict[tuple[Pieces, Pieces], Pieces] = {}
    for (start, _), paragraph in zip(lines, paragraphs, strict=True):
        try:
            quotes = list(direct_quotations(paragraph))
        except ValueError:
            continue
        for quote in quotes:
            speaker, cue, words = (((start + p[0].idx, start + p[-1].idx + len(p[-1])),) for p in quote)
            contents[speaker, cue] = (*contents.get((speaker, cue), ()), *words)
    return [(speaker, cue, content) for (speaker, cue), content in contents.items()]


def share(part: float, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def story_figures(titles: Sequence[str], texts: Sequence[str], gold: Sequence[str]) -> dict[str, float]:
    """TF-IDF of one and two words and average linkage, as many build it, cut where it does best on these answers."""
    if find_spec("sklearn") is None:
        return {}
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import cosine_distances

    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, stop_words="english")
    distances = cosine_distances(vectors.fit_transform(f"{a}\n{b}" for a, b in zip(titles, texts, strict=True)))
    figures = [
        agreement(
            gold,
            AgglomerativeClustering(
                n_clusters=None, metric="precomputed", linkage="average", distance_threshold=cut / 100
            )
            .fit_predict(distances)
            .tolist(),
        )
        for cut in range(70, 99)
    ]
    best = max(figures, key=lambda each: each["bcubed_f1"])
    return {f"tfidf_{name}": best[name] for name in ("bcubed_f1", "ari", "ami", "clusters")}
