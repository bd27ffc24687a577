"""Whether two mentions are of one event."""

from __future__ import annotations

from crosswire.fusion.coreference import FEATURES, Mention, Pair, learned, likelihood, mention

FLOOD = "On Monday the Morla burst its banks and flooded Kostrava, mayor Edda Lindt said."
AGAIN = "Edda Lindt told reporters how the Morla flooded Kostrava on Monday."
OTHER = "In Pelsk, firemen pumped out cellars that rain had flooded on Friday."


def told(text: str, word: str, name: str) -> Mention:
    start = text.index(word)
    return mention(name, text, start, start + len(word), (0, len(text)))


def test_what_agrees_more_is_likelier_one_event() -> None:
    one, again, other = (told(text, "flooded", text) for text in (FLOOD, AGAIN, OTHER))
    assert (
        likelihood(Pair(one, again, 0.5, 1, (0, 0)), learned())
        > 0.5
        > likelihood(Pair(one, other, 0.05, 30, (40, 60)), learned())
    )


def test_the_likelihood_is_the_same_either_way_round() -> None:
    one, other = told(FLOOD, "burst", "a"), told(OTHER, "pumped", "b")
    assert likelihood(Pair(one, other, 0.1, 8, (2, 9)), learned()) == likelihood(
        Pair(other, one, 0.1, 8, (9, 2)), learned()
    )


def test_every_feature_says_why_it_counts() -> None:
    assert all(feature.__doc__ for feature in FEATURES)
    assert {name for _, name, _ in learned()} == {"always", *(f.__name__.removeprefix("by_") for f in FEATURES)}


def test_a_mention_of_no_words_is_one_too() -> None:
    assert mention("a", "… !", 0, 1, (0, 3)).stem == "…"
