"""The coreference scores, on the example of Pradhan et al. 2014."""

from bench.conll import b3, ceaf, conll, muc

GOLD = [frozenset("abc"), frozenset("defg")]
FOUND = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


def test_the_published_example_has_its_published_scores() -> None:
    assert (muc(FOUND, GOLD), muc(GOLD, FOUND)) == (0.4, 0.4)
    assert [round(half, 2) for half in (b3(FOUND, GOLD), b3(GOLD, FOUND))] == [0.5, 0.42]
    assert [round(half, 2) for half in ceaf(GOLD, FOUND)] == [0.43, 0.65]
    assert conll(GOLD, FOUND) == {"muc_f1": 40.0, "b3_f1": 45.45, "ceaf_f1": 52.0, "conll_f1": 45.82}


def test_the_same_chains_are_a_hundred_and_nothing_is_nothing() -> None:
    assert conll(GOLD, GOLD)["conll_f1"] == 100.0
    assert conll(GOLD, [])["conll_f1"] == 0.0
