"""Pairs of mentions that may be of one event."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crosswire.fusion.candidates import candidates, fitter, likenesses, ranks
from crosswire.fusion.coreference import Mention, mention
from crosswire.records import Article

QUAKE = "A strong quake toppled houses in Tarva on Monday, the mayor said. Rescuers dug for people in the rubble."
TREMOR = "The tremor that toppled houses in Tarva killed nobody. The mayor said rescuers dug in the rubble all Monday."
VOTE = "Parliament in Lindholm voted for a new budget after a night of talks between three parties over pensions."
PAIRS = st.lists(st.sampled_from(list(combinations(range(6), 2))), unique=True).map(sorted)


def told(article: Article, word: str, gist: bytes = b"") -> Mention:
    start = article.text.index(word)
    return mention(article.id, article.text, start, start + len(word), (0, article.text.index(".")), gist)


@given(PAIRS, st.data())
def test_what_fits_better_is_counted_by_steps(pairs: list[tuple[int, int]], data: st.DataObject) -> None:
    fit = data.draw(st.lists(st.integers(0, 3), min_size=len(pairs), max_size=len(pairs)))
    found = fitter(np.array(pairs, np.int64).reshape(-1, 2), np.array(fit, np.float64))
    assert found.tolist() == [
        [len({f for f, other in zip(fit, pairs, strict=True) if end in other and f > mine}) for end in pair]
        for pair, mine in zip(pairs, fit, strict=True)
    ]


@given(st.integers(1, 6), st.data())
def test_the_rank_of_two_reports_is_the_same_either_way_round(size: int, data: st.DataObject) -> None:
    row = st.lists(st.integers(0, 4), min_size=size, max_size=size)
    alike = np.array(data.draw(st.lists(row, min_size=size, max_size=size)), np.float64)
    alike = np.maximum(alike, alike.T) + np.eye(size) * 9
    nearer = ranks(alike)
    assert (nearer == nearer.T).all()
    assert (nearer.diagonal() == 0).all()


def test_words_meet_in_related_reports_where_they_are_kindred() -> None:
    articles = [Article.of(text) for text in (QUAKE, TREMOR, VOTE)]
    words = [told(articles[0], "quake"), told(articles[1], "tremor"), told(articles[2], "voted")]
    found = [(one, other) for one, other, _ in candidates(words, [a.id for a in articles], likenesses(articles))]
    assert found == [(0, 1)]


def test_gists_are_held_against_each_other_where_both_are_known() -> None:
    articles = [Article.of(text) for text in (QUAKE, TREMOR)]
    for gist, near in ((b"\x7f\x00", 0.0), (b"\x00\x05", 1.0), (b"", None)):
        words = [told(articles[0], "quake", b"\x00\x7f"), told(articles[1], "tremor", gist)]
        ((*_, pair),) = candidates(words, [a.id for a in articles], likenesses(articles))
        assert pair.near == near
