"""According to whom: cases drawn under their text, chains, and the laws every statement keeps."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

import crosswire
from crosswire.claims.attribution import attribute
from crosswire.claims.quotes import find_quotes
from crosswire.language.parse import parse
from crosswire.layout import Zone
from crosswire.reading import read
from crosswire.records import Actor, Article, Cited, Mention, Place, Span, Statement
from tests.marks import Mark, load
from tests.strategies import news

CASES = Path(__file__).parent.parent / "cases" / "attribution"
DRAWN = [case for name in ("direct", "indirect", "nobody", "quoted") for case in load(CASES / f"{name}.txt")]


@pytest.mark.parametrize("text, marks", DRAWN, ids=[text for text, _ in DRAWN])
def test_source_cue_and_content_are_found_where_they_are_drawn(text: str, marks: tuple[Mark, ...]) -> None:
    found = [d for s in statements(text) for d in drawn(s)]
    assert sorted(found) == sorted(m for m in marks if m.label in {"S", "V", "C", "T"} or pytest.fail(m.label))


def test_an_agency_that_passes_words_on_is_no_statement_of_its_own() -> None:
    (said,) = statements("“The border is shut,” Petrov told a rally, according to the Interfax agency.")
    assert names(said) == ["Petrov", "the Interfax agency"]


def test_speech_within_speech_names_both_speakers_nearest_first() -> None:
    outer, inner = statements("The aide said that Maria Silva believed the talks had failed.")
    assert names(outer) == ["The aide"]
    assert names(inner) == ["Maria Silva", "The aide"]


def test_who_praises_a_man_does_not_say_what_he_says() -> None:
    praise, said = statements("Mayor Ruth Okoro praised the pilot, who said the ferry was safe.")
    assert (names(praise), names(said)) == (["Mayor Ruth Okoro"], ["the pilot"])


def test_a_paragraph_that_is_all_quote_belongs_to_the_speaker_before() -> None:
    first, second = statements("“The road is shut,” said Ann Lee.\n\n“It will stay shut till spring.”")
    assert second.rule == "speaker_of_previous_quote"
    assert names(second) == names(first) == ["Ann Lee"]


def test_a_quote_over_paragraphs_belongs_to_the_speaker_at_its_end() -> None:
    text = "“I was born here.\n\n“My father was born here.\n\n“I will die here,” said Ann Lee."
    (said,) = statements(text)
    assert (len(said.content), names(said)) == (3, ["Ann Lee"])


LONG = [  # paragraphs, and the pieces of each statement with its speaker
    (
        "“We wait,” said Ann Lee. “The boats are old.\n\n“Then we sail.\n\n“Nobody stays behind.”",
        [("Ann Lee", ["We wait,", "The boats are old.", "Then we sail.", "Nobody stays behind."])],
    ),
    (
        "“We wait for the tide.\n\n“Then we sail,” said Ann Lee.",
        [("Ann Lee", ["We wait for the tide.", "Then we sail,"])],
    ),
    (
        '"We wait for the tide.\n\n"Then we sail," said Ann Lee.',
        [("Ann Lee", ["We wait for the tide.", "Then we sail,"])],
    ),
    (
        "‘We wait,’ said Ann Lee. ‘The boats are old.\n\n‘Then we sail.’",
        [("Ann Lee", ["We wait,", "The boats are old.", "Then we sail."])],
    ),
    (
        "Ann Lee said:\n\n“We wait for the tide.\n\n“Then we sail.”",
        [("Ann Lee", ["We wait for the tide.", "Then we sail."])],
    ),
    (
        "“We wait,” said Ann Lee.\n\n“Then we sail.”\n\n“Nobody stays.”",
        [("Ann Lee", ["We wait,"]), ("Ann Lee", ["Then we sail."]), ("Ann Lee", ["Nobody stays."])],
    ),
    (
        "Ann Lee said the tide was late.\n\n“Then we sail.”",
        [("Ann Lee", ["the tide was late"]), ("Ann Lee", ["Then we sail."])],
    ),
    ("“We wait,” said Ann Lee.\n\nThe hall was full.\n\n“Then we sail.”", [("Ann Lee", ["We wait,"])]),
    ("“I am tired,” said Ann Lee.\n\n“Paper Kings” opens in May.", [("Ann Lee", ["I am tired,"])]),
]


@pytest.mark.parametrize("text, expected", LONG, ids=[text for text, _ in LONG])
def test_a_speaker_is_kept_over_paragraphs(text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = statements(text)
    assert [(names(s)[0], [text[span.start : span.stop] for span in s.content]) for s in found] == expected


def test_words_spoken_in_a_countrys_name_are_its_own_and_then_its_speakers() -> None:
    found = statements("Minister Jan Novak said Poland would “keep our word to the allies.”")
    assert [names(s) for s in found if s.kind == "direct"] == [["Poland", "Minister Jan Novak"]]


def test_who_stands_beside_a_cue_said_it_and_nobody_of_the_next_sentence() -> None:
    text = (
        "The report, seen by Reuters, concludes that the airline ignored repeated warnings. "
        "Officials at the regulator declined to comment. Critics say it should have acted sooner."
    )
    assert [names(each) for each in read(one(text)).statements][1:] == [["officials"], ["critics"]]


def test_a_pronoun_stands_for_its_chain() -> None:
    text = "Ann Lee arrived. She said the road was shut."
    at = text.index("She")
    article = one(text)
    mentions = (Mention(Span(article.id, 0, 7), "name", 0), Mention(Span(article.id, at, at + 3), "pronoun", 0))
    (said,) = attribute(article, parse(article), find_quotes(article), mentions, (Actor("Ann Lee", "person"),), ())
    assert said.sources[0].value.name == "Ann Lee"
    assert [article.excerpt(s) for s in said.sources[0].spans] == ["She"]


NAMED = [
    ("Kim Jong-hyun told reporters that the ferry was late.", "Kim Jong-hyun"),
    ("Moon Jae-in said the ferry was late.", "Moon Jae-in"),
    ("The 21-year-old said the ferry was late.", "The 21-year-old"),
    ("The spokesman, Mallam Bello Garba, said the ferry was late.", "Mallam Bello Garba"),
    ("The tech-giant said the ferry was late.", "The tech-giant"),
]


@pytest.mark.parametrize("text, name", NAMED)
def test_a_speaker_has_a_whole_name(text: str, name: str) -> None:
    (said,) = statements(text)
    assert names(said) == [name]


def test_a_negated_cue_says_so() -> None:
    (said,) = statements("The mayor did not say that the road was shut.")
    assert said.cue
    assert said.cue.value == "not say"


def test_a_headline_names_its_speaker_before_a_colon() -> None:
    text = "Ann Lee: The Road Is Closed"
    article = Article.of(text, zones=(Zone("title", 0, len(text)),))
    (said,) = attribute(article, parse(article), (), (), (), ())
    assert (said.rule, names(said)) == ("headed", ["Ann Lee"])


ONE = [
    ("An American said that the bridge was lost.", "An American", "person"),
    ("The 50-year-old American said that the bridge was lost.", "The 50-year-old American", "person"),
    ("A Swiss said that the bridge was lost.", "A Swiss", "person"),
    ("The Frenchman said that the bridge was lost.", "The Frenchman", "person"),
    ("American said that the bridge was lost.", "American", "unnamed"),
    ("The Americans said that the bridge was lost.", "United States", "country"),
    ("The Chinese said that the bridge was lost.", "China", "country"),
]


@pytest.mark.parametrize("text, name, kind", ONE)
def test_one_of_a_people_is_not_its_state(text: str, name: str, kind: str) -> None:
    (said,) = crosswire.read(one(text)).statements
    assert (said.sources[0].value.name, said.sources[0].value.kind) == (name, kind)


AGAIN = [
    ("The hotel said the guests were safe. It also said a wing was shut.", ["The hotel", "The hotel"]),
    ("Telmar said it was aware of the claims but refused to answer them.", ["Telmar", "Telmar"]),
    (
        "The hotel said the guests were safe. It added that a wing was shut. It warned that rain was near.",
        ["The hotel"] * 3,
    ),
    ("Ann Lee said the letter had come. It warned that the road was shut.", ["Ann Lee", "It"]),
    ("The mayor said the letter had come. It warned that the road was shut.", ["The mayor", "It"]),
    ("The drivers said the letter had come. It warned that the road was shut.", ["The drivers", "It"]),
    ("The hotel said a wing was shut. Rain fell. It warned that the road was shut.", ["The hotel", "It"]),
]


def test_like_words_join_like() -> None:
    found = statements("Officials voiced concern over the plan, saying it carries a risk and noting that mail is safe.")
    assert [names(said)[0] for said in found if said.cue and said.cue.value == "note"] == ["Officials"]


@pytest.mark.parametrize("text, speakers", AGAIN)
def test_it_is_the_body_that_spoke_just_before(text: str, speakers: list[str]) -> None:
    assert [names(said)[0] for said in statements(text)] == speakers


PLACED = [
    ("London", "London: Pubs Are to Open", "title", []),
    ("Kyiv", "Kyiv: Two Are Held", "title", []),
    ("Kyiv", "Talks Will Go On: Kyiv", "title", [["Ukraine"]]),
    ("Kyiv", "Kyiv feared that the bridge was lost.", "body", [["Ukraine"]]),
    ("Kyiv", "Fears in Kyiv that the bridge is lost have grown.", "body", [["Ukraine"]]),
    ("Leeds", "Fears in Leeds that the bridge is lost have grown.", "body", [[]]),
    ("Berkeley", "Lee of the state university, Berkeley suggests that the bridge is lost.", "body", [[]]),
    ("Statista", "The bridge is lost, according to Statista.", "body", [["Statista"]]),
]


@pytest.mark.parametrize("name, text, zone, sources", PLACED, ids=[text for _, text, *_ in PLACED])
def test_a_name_that_stands_for_a_place_speaks_only_where_the_form_makes_it(
    name: str, text: str, zone: str, sources: list[list[str]]
) -> None:
    article = Article.of(text, zones=(Zone(zone, 0, len(text)),))
    span = Span(article.id, text.index(name), text.index(name) + len(name))
    states = ((Mention(span, "name", 0),), (Actor("Ukraine", "country", "UKR"),)) if name == "Kyiv" else ((), ())
    places = (Cited(Place(name, None, "city"), (span,)),)
    found = attribute(article, parse(article), (), *states, places)
    assert [names(said) for said in found] == sources


@settings(max_examples=40, deadline=None)
@given(news())
def test_every_statement_rests_on_words_of_its_article(text: str) -> None:
    article = Article.of(text)
    found = attribute(article, parse(article), find_quotes(article), (), (), ())
    for each in found:
        spans = [*each.content, *(each.cue.spans if each.cue else ()), *(s for c in each.sources for s in c.spans)]
        assert each.content
        assert all(0 <= s.start < s.stop <= len(text) for s in spans)
        assert all(a.stop <= b.start for a, b in pairwise(each.content))
    assert len({each.id for each in found}) == len(found)


def drawn(said: Statement) -> list[Mark]:
    assert said.cue
    carriers = [Mark("T", s.start, s.stop) for c in said.sources[1:] for s in c.spans]
    sources = [Mark("S", s.start, s.stop) for c in said.sources[:1] for s in c.spans]
    cue = [Mark("V", s.start, s.stop) for s in said.cue.spans]
    return [*sources, *carriers, *cue, *(Mark("C", s.start, s.stop) for s in said.content)]


def names(said: Statement) -> list[str]:
    return [source.value.name for source in said.sources]


def statements(text: str) -> tuple[Statement, ...]:
    article = one(text)
    return attribute(article, parse(article), find_quotes(article), (), (), ())


def one(text: str) -> Article:
    """An article of body paragraphs alone."""
    zones, at = [], 0
    for line in text.split("\n"):
        if line:
            zones.append(Zone("body", at, at + len(line)))
        at += len(line) + 1
    return Article.of(text, zones=tuple(zones))
