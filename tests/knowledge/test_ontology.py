"""PLOVER as data."""

import pytest

from crosswire.knowledge import ontology
from crosswire.knowledge.lexicon import rows


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


CODES = [row["code"] for row in rows("cameo")]
ACTS = [(kind, mode) for kind in ontology.types() for mode in (None, *ontology.modes(kind))]
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


@pytest.mark.parametrize("code", CODES)
def test_a_code_of_cameo_is_an_act_of_plover_but_for_statements_and_appeals(code: str) -> None:
    found = ontology.from_cameo(code)
    assert (found is None) == (code[:2] in {"01", "02"})
    if found:
        assert (found.type, found.mode) in ACTS
        assert set(found.contexts) <= set(ontology.contexts())


@pytest.mark.parametrize(("kind", "mode"), ACTS)
def test_the_way_to_cameo_and_back_gives_the_type_and_cameo_yields_in_one_way(kind: str, mode: str | None) -> None:
    back = ontology.from_cameo(ontology.to_cameo(kind, mode))
    assert back
    assert YIELD.get(back.type, back.type) == YIELD.get(kind, kind)


def test_the_quad_classes_agree_but_for_yielding_in_words_and_convictions() -> None:
    """CAMEO counts all yielding as material, and a court's verdict as a remark; PLOVER does neither."""
    coded = [(code, found) for code in CODES if (found := ontology.from_cameo(code))]
    apart = {code for code, found in coded if ontology.cameo_quad(code) != ontology.quad(found.type)}
    assert apart == {code for code, found in coded if found.type == "CONCEDE"} | {"116"}


def test_every_code_has_a_goldstein_score_and_every_code_we_give_a_name() -> None:
    assert all(-10 <= ontology.goldstein(code) <= 10 for code in CODES)
    assert ontology.goldstein("057") == 8
    assert ontology.goldstein("1952") == ontology.goldstein("195") == -10
    assert all(ontology.cameo_gloss(ontology.to_cameo(*act)) for act in ACTS)


def test_what_the_manual_renamed_has_its_present_name() -> None:
    assert ontology.from_cameo("186") == ontology.Coded("ASSAULT", "targeted", ())
    assert ontology.from_cameo("1722") == ontology.Coded("COERCE", "restrict", ("pro_autocracy",))
    assert ontology.from_cameo("073") == ontology.Coded("AID", None, ("human_security",))


def test_a_code_that_cameo_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="999"):
        ontology.from_cameo("999")


def test_aid_needs_a_recipient_and_a_protest_does_not() -> None:
    assert ontology.needs_recipient("AID")
    assert not ontology.needs_recipient("PROTEST")
