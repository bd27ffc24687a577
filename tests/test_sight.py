"""What a head's numbers say: labels, values, spans by the best path, and which spans belong together."""

import numpy
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import NOWHERE, Seen, Sight, Window, look
from crosswire.sight import Found, best_paths, judged, linked, spans, value

LABELS = ["O", "B-cue", "I-cue", "B-source", "I-source"]


def sight(text: str, **numbers: list[list[float]]) -> Sight:
    """A text of one window whose words are its pieces, read by heads of our own."""
    words = text.split(" ")
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    window = Window(
        tuple(range(len(words) + 2)),
        (0,) * (len(words) + 2),
        (NOWHERE, *starts, NOWHERE),
        (NOWHERE, *(start + len(word) for start, word in zip(starts, words, strict=True)), NOWHERE),
        (False, *(True for _ in words), False),
    )
    arrays = {head: numpy.array([[0.0] * len(rows[0]), *rows, [0.0] * len(rows[0])]) for head, rows in numbers.items()}
    return Sight((Seen(window, arrays),), {"spans": LABELS, "use": ["place", "power"], "happened": ["value"]})


def row(label: str) -> list[float]:
    return [float(each == label) for each in LABELS]


def test_spans_are_whole_and_in_place() -> None:
    text = "Ann Lee said no"
    found = spans(sight(text, spans=[row("B-source"), row("I-source"), row("B-cue"), row("O")]), "spans")
    assert [(each.kind, text[each.start : each.stop]) for each in found] == [("source", "Ann Lee"), ("cue", "said")]


def test_a_label_is_the_likeliest_over_all_pieces_of_the_words() -> None:
    seen = sight("in New York now", use=[[0, 0], [3, 0], [0, 1], [0, 9]])
    labels = judged(seen, "use", 3, 11)
    assert labels["place"] > labels["power"]
    assert abs(sum(labels.values()) - 1) < 1e-9


def test_a_value_is_that_of_the_first_piece() -> None:
    assert value(sight("they met", happened=[[0.5], [2.5]]), "happened", 5, 8) == 2.5


def test_nothing_is_said_of_words_that_were_not_read() -> None:
    seen = sight("they met", use=[[0, 0], [0, 0]], happened=[[0], [0]])
    assert judged(seen, "use", 20, 24) == {}
    assert value(seen, "happened", 20, 24) is None


numbers = st.lists(st.lists(st.floats(-5, 5), min_size=len(LABELS), max_size=len(LABELS)), min_size=1, max_size=6)


@given(st.lists(numbers, min_size=1, max_size=3))
def test_nothing_goes_on_that_has_not_begun(texts: list[list[list[float]]]) -> None:
    for path, rows in zip(best_paths([numpy.array(rows) for rows in texts], LABELS), texts, strict=True):
        assert len(path) == len(rows)
        for last, label in zip(["O", *(LABELS[at] for at in path)], (LABELS[at] for at in path), strict=False):
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
