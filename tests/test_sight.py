"""What a head's numbers say: labels, values, spans by the best path, and which spans belong together."""

import numpy
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import Seen, Sight, Window, look
from crosswire.sight import Found, begun_first, best_paths, judged, kinds, linked, spans, value
from tests.sights import row, sight

SPANS = ["O", "B-cue", "I-cue", "B-source", "I-source"]
LABELS = {"spans": SPANS, "use": ["place", "power"], "happened": ["value"]}


def test_spans_are_whole_and_in_place() -> None:
    text = "Ann Lee said no"
    found = spans(
        sight(text, LABELS, spans=[row(SPANS, label) for label in ("B-source", "I-source", "B-cue", "O")]), "spans"
    )
    assert [(each.kind, text[each.start : each.stop]) for each in found] == [("source", "Ann Lee"), ("cue", "said")]


def test_a_label_is_the_likeliest_over_all_pieces_of_the_words() -> None:
    seen = sight("in New York now", LABELS, use=[[0, 0], [3, 0], [0, 1], [0, 9]])
    labels = judged(seen, "use", 3, 11)
    assert labels["place"] > labels["power"]
    assert abs(sum(labels.values()) - 1) < 1e-9


def test_a_value_is_that_of_the_first_piece() -> None:
    assert value(sight("they met", LABELS, happened=[[0.5], [2.5]]), "happened", 5, 8) == 2.5


def test_nothing_is_said_of_words_that_were_not_read() -> None:
    seen = sight("they met", LABELS, use=[[0, 0], [0, 0]], happened=[[0], [0]])
    assert judged(seen, "use", 20, 24) == {}
    assert value(seen, "happened", 20, 24) is None


numbers = st.lists(st.lists(st.floats(-5, 5), min_size=len(SPANS), max_size=len(SPANS)), min_size=1, max_size=6)


@given(st.lists(numbers, min_size=1, max_size=3))
def test_nothing_goes_on_that_has_not_begun(texts: list[list[list[float]]]) -> None:
    for path, rows in zip(best_paths([numpy.array(rows) for rows in texts], begun_first(SPANS)), texts, strict=True):
        assert len(path) == len(rows)
        for last, label in zip(["O", *(SPANS[at] for at in path)], (SPANS[at] for at in path), strict=False):
            assert not label.startswith("I-") or last in {label, f"B-{label[2:]}"}


def test_a_span_belongs_to_the_best_or_to_none() -> None:
    one, near, far = Found("content", 0, 1, 0, 3, 4), Found("cue", 0, 1, 0, 1, 1), Found("cue", 0, 1, 0, 2, 2)
    table = numpy.zeros((5, 5, 1))
    table[3:, 1], table[3:, 2] = 1.0, 2.0
    window = Window((), (), (), (), ())
    seen = Sight((Seen(window, {"belongs": table}),), {"belongs": ["cue"]})
    assert linked(seen, "belongs", "cue", one, [near, far]) == far
    table[3:, 0] = 3.0
    assert linked(seen, "belongs", "cue", one, [near, far]) is None


def test_the_model_tells_a_power_from_a_place() -> None:
    text = "Talks between Lima and Oslo broke down.\nThey flew to Lima."
    seen = look(text, [(0, 39), (40, len(text))])
    assert seen is not None
    likeliest = [
        max(labels, key=lambda label: labels[label])
        for at in (14, len(text) - 5)
        if (labels := judged(seen, "use", at, at + 4))
    ]
    assert likeliest == ["power", "place"]


def test_kinds_are_by_where_pieces_start() -> None:
    labels = ["", "GPE"]
    seen = sight("Oslo sleeps", {"entity": labels}, entity=[row(labels, "GPE"), row(labels, "")])
    assert {start: kind for start, kind in kinds(seen, "entity").items() if start >= 0} == {0: "GPE", 5: ""}
