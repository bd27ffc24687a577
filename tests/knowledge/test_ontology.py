"""PLOVER as data."""

import pytest

from crosswire.knowledge import ontology


def test_there_are_sixteen_types_in_four_quads_and_thirty_seven_contexts() -> None:
    assert len(ontology.types()) == 16
    assert len(ontology.contexts()) == len(set(ontology.contexts())) == 37
    assert {ontology.quad(each) for each in ontology.types()} == {1, 2, 3, 4}


def test_a_sanction_is_material_conflict() -> None:
    assert ontology.quad("SANCTION") == 4


def test_cooperation_scores_above_conflict() -> None:
    for each in ontology.types():
        scores = [ontology.score(each), *(ontology.score(each, mode) for mode in ontology.modes(each))]
        if ontology.quad(each) < 3:
            assert min(scores) > 0
        elif each != "REQUEST":
            assert max(scores) < 0


def test_a_mode_without_a_score_has_its_types() -> None:
    assert ontology.score("PROTEST", "vandalize") == ontology.score("PROTEST") == -5
    assert ontology.score("CONSULT", "phone") == 1.5


def test_a_mode_of_another_type_is_refused() -> None:
    with pytest.raises(ValueError, match="riot"):
        ontology.score("CONSULT", "riot")


def test_an_investigation_and_an_accusation_are_two_roots_of_cameo() -> None:
    assert ontology.cameo_root("ACCUSE") == "11"
    assert ontology.cameo_root("ACCUSE", "investigate") == "09"
    assert ontology.goldstein("09") == ontology.goldstein("11") == -2


def test_every_type_and_mode_has_a_root_with_a_goldstein_score() -> None:
    for each in ontology.types():
        for mode in (None, *ontology.modes(each)):
            assert -10 <= ontology.goldstein(ontology.cameo_root(each, mode)) <= 10


def test_aid_needs_a_recipient_and_a_protest_does_not() -> None:
    assert ontology.needs_recipient("AID")
    assert not ontology.needs_recipient("PROTEST")
