from hypothesis import given
from hypothesis import strategies as st

from crosswire.records import Article, Comparison
from crosswire.report.brief import MOST_LINES, MOST_POINTS, Brief, brief
from crosswire.report.lines import Line
from crosswire.report.visible import one_line
from tests.report.story import hostile, reading, visit

WORDS = st.text(st.characters(exclude_categories=()), min_size=3, max_size=40).filter(str.strip)


def lines(told: Brief) -> list[Line]:
    return [told.title, *told.points, *(line for section in told.sections for line in section.lines)]


def words(line: Line) -> str:
    return "".join(f"“{piece.text}”" if piece.kind == "verbatim" else piece.text for piece in line)


@given(WORDS)
def test_every_line_rests_on_a_footnote_and_every_footnote_on_words(text: str) -> None:
    for comparison in (visit(), hostile(text)):
        told = brief(comparison)
        numbers = {note.span: note.number for note in told.notes}
        assert [note.number for note in told.notes] == list(range(1, len(told.notes) + 1))
        for line in lines(told):
            assert any(piece.spans for piece in line)
            assert all(span in numbers for piece in line for span in piece.spans)


@given(WORDS)
def test_verbatim_words_stand_in_the_text_they_point_at(text: str) -> None:
    for comparison in (visit(), hostile(text)):
        texts = {each.article.id: each.article for each in comparison.readings}
        told = brief(comparison)
        for piece in (piece for line in lines(told) for piece in line if piece.kind == "verbatim"):
            (span,) = piece.spans
            assert piece.text.removesuffix(" …") in one_line(texts[span.article].excerpt(span))
        for note in told.notes:
            assert note.words == one_line(texts[note.span.article].excerpt(note.span))


def test_it_is_told_in_the_order_all_one_different_unknown() -> None:
    told = brief(visit())
    assert [words(point) for point in told.points] == [
        "“Chile's foreign minister Ana Ruiz met her Peruvian counterpart in Arica on Tuesday” — both reports",
        "“The ministers signed an accord on joint patrols” — both reports",
        "Ana Ruiz: “We will not wait for a third country to guard our coast” — both reports",
        "Contradiction: The meeting is put in Arica and in Tacna. — A: “Arica” · B: “Tacna”",
        "Not borne out: No sentence of the body bears out the summary — B: “Ana Ruiz called the patrols overdue”",
        "Behind the reports: Andina: A (The Harbour Gazette); Origin unknown: B (Coast Wire)",
    ]
    assert [section.title for section in told.sections] == [
        "What happened",
        "Who said what",
        "Where the reports differ",
        "Only in one report",
        "Who stands behind the reports",
    ]


def test_a_statement_is_told_with_the_way_it_came_and_a_gap_as_a_gap() -> None:
    said = next(section for section in brief(visit()).sections if section.title == "Who said what")
    assert words(said.lines[0]).endswith("both reports; A: quoted, by way of Andina; B: quoted, no source named")


def test_a_field_in_dispute_is_told_with_the_reports_that_give_each_value() -> None:
    happened = next(section for section in brief(visit()).sections if section.title == "What happened")
    assert words(happened.lines[0]).endswith("; place: Arica (A) / Tacna (B); time: 14 May 2024")


def test_a_denied_act_is_told_as_denied() -> None:
    happened = next(section for section in brief(visit()).sections if section.title == "What happened")
    assert words(happened.lines[2]).endswith("only A; status: denied")


def test_a_digest_stays_short_and_says_how_much_it_leaves_out() -> None:
    story = visit()
    denial = story.findings[3]
    many = Comparison(story.readings, story.origins, (denial,) * 20, story.drifts)
    told = brief(many)
    assert len(told.points) <= MOST_POINTS
    assert len(told.sections[0].lines) == MOST_LINES
    assert told.sections[0].left_out == 20 - MOST_LINES


def test_reports_without_a_word_give_an_empty_digest() -> None:
    told = brief(Comparison((reading(Article.of("")),), (), (), ()))
    assert (told.points, told.sections, told.notes) == ((), (), ())
