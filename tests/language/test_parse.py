"""Sentences as the parser sees them, names as whoever found them."""

from crosswire import Article
from crosswire.language.parse import parse
from tests.sights import row, sight


def test_names_are_those_the_reader_model_found() -> None:
    text, labels = "Ann Lee left Oslo .", ["", "PERSON", "PRODUCT"]
    found = ["PERSON", "PERSON", "", "PRODUCT", ""]
    numbers = sight(text, {"entity": labels}, entity=[row(labels, each) for each in found])
    (sentence,) = parse(Article.of(text), numbers)
    assert [token.entity for token in sentence.tokens] == found


def test_without_the_model_the_parser_finds_names() -> None:
    (sentence,) = parse(Article.of("Ann Lee left Oslo ."))
    assert [token.entity for token in sentence.tokens] == ["PERSON", "PERSON", "", "GPE", ""]


def test_a_noun_before_a_name_is_part_of_it_and_no_subject_of_its_own() -> None:
    (sentence,) = parse(Article.of("Sudan's paramilitary Rapid Support Forces shelled a camp in El Fasher on Monday."))
    assert [token.text for token in sentence.tokens if token.role == "nsubj"] == ["Forces"]
