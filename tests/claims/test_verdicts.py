"""What a text says became of any words in it, and how a model's number counts beside the words that decide."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given

import crosswire
from crosswire.claims.verdicts import MODEL, VALUES, verdict
from crosswire.knowledge.lexicon import rows
from crosswire.language.parse import parse
from crosswire.reading import all_prose, told_at
from tests.marked import Case, cases
from tests.strategies import news

MARKED = Path(__file__).parents[2] / "bench" / "data" / "status.jsonl"


@pytest.mark.parametrize("case", cases("status"), ids=lambda case: case.text)
def test_words_tell_what_became_of_it(case: Case) -> None:
    for word, expected in case.marks:
        start = case.text.index(word)
        found = crosswire.status(case.text, start, start + len(word))
        words = " ".join(case.text[span.start : span.stop] for span in found.words)
        assert ": ".join(filter(None, (found.status, words))) == expected


def test_of_several_words_the_one_the_others_hang_on_is_asked() -> None:
    text = "The army denied the brutal attack on the port."
    assert crosswire.status(text, text.index("the brutal"), len(text) - 1).status == "denied"


def test_words_in_the_furniture_of_a_page_are_read_as_well() -> None:
    text = "Talks fail\n\nThe envoys did not meet.\n\nRead more: the envoys will meet"
    assert crosswire.status(text, text.rindex("meet"), len(text)).status == "planned"


@pytest.mark.parametrize(("start", "stop"), [(3, 4), (90, 95)])
def test_where_there_is_no_word_nothing_is_said(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match=f"from {start} to {stop}"):
        crosswire.status("The army left.", start, stop)


@given(news(at_most=3))
def test_every_word_has_a_status_that_rests_on_words_of_the_text(text: str) -> None:
    start = next((i for i, letter in enumerate(text) if letter.isalpha()), None)
    if start is not None:
        found = crosswire.status(text, start, start + 1)
        sentence, told = told_at(parse(all_prose(text)), start, start + 1)
        ruled = verdict(sentence, told)
        assert ruled.value == VALUES[ruled.status]
        assert -3 <= found.value <= 3
        assert all(0 <= span.start < span.stop <= len(text) for span in found.words)


WEIGHED = [
    ("The army shelled the port.", "shelled", -2.4, "hypothetical"),  # no word decides: the model does
    ("The army shelled the port.", "shelled", 0.4, "happened"),
    ("The army did not shell the port.", "shell", 2.9, "denied"),  # "not" decides, whatever the model says
    ("They rose early to shell the port.", "shell", 2.5, "happened"),
]


@pytest.mark.parametrize(("text", "word", "value", "status"), WEIGHED)
def test_a_model_names_the_status_only_where_no_word_does(text: str, word: str, value: float, status: str) -> None:
    start = text.index(word)
    sentence, told = told_at(parse(all_prose(text)), start, start + len(word))
    found = verdict(sentence, told, value)
    assert found.status == status
    assert found.value == pytest.approx(MODEL * value + (1 - MODEL) * VALUES[verdict(sentence, told).status])


def test_no_word_gives_two_statuses_in_one_frame() -> None:
    told = [(frame, word) for row in rows("signs") for frame in row["frames"].split() for word in row["words"].split()]
    assert len(set(told)) == len(told)


def test_no_marked_text_is_in_both_halves() -> None:
    texts = [json.loads(line)["text"] for line in MARKED.read_text("utf-8").splitlines()]
    assert not set(texts[::2]) & set(texts[1::2])
