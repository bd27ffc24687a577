"""What quotation marks are for: speech, a title, or a name or word held at a distance."""

import pytest

import crosswire
from crosswire.claims.around import places
from crosswire.claims.quoted import use
from crosswire.claims.quotes import find_quotes
from crosswire.language.parse import parse
from crosswire.records import Article

USES = [
    ("The opera “Night on the River” opens on Friday in Lima.", ["title"]),
    ("His memoir, “Salt and Smoke,” is out of print.", ["title"]),
    ("She sang Mora’s “Bright Water” at the opening.", ["title"]),
    ("Ann Lee, the host of “Table Talk,” said she was ill.", ["title"]),
    ("“Boats at Dusk,” which hung in the hall, is gone.", ["title"]),
    ("The critic wrote that “Red Orchard” had no plot.", ["title"]),
    ("Ann Lee said on “Table Talk” that “nobody will starve.”", ["title", "speech"]),
    ("The minister was hailed as “The Great Builder” by his party.", ["speech"]),
    ("He was greeted with chants of “Shame!” in the hall.", ["speech"]),
    ("The senator called the mayor “Lazy Larry” on the radio.", ["speech"]),
    ("Lee said, “Peace Now.”", ["speech"]),
    ("“Hands Off Our Hospital,” the nurses shouted.", ["speech"]),
    ("The so-called “volunteers” left at dawn.", ["word"]),
    ("He never used the word “retreat” in the report.", ["word"]),
    ("A gang boss nicknamed “the Barber” was held.", ["word"]),
    ("The rock, known as the “Old Monk,” fell into the sea.", ["word"]),
    ("Rosa “Chispa” Vidal won the race.", ["word"]),
    ("“Koro” means elder.", ["word"]),
    ("The raid, code-named “Iron Gate,” began before dawn.", ["word"]),
    ("She was labelled “a traitor” by her own party.", ["speech"]),
    ("The mayor called the plan “a farce,” and left.", ["speech"]),
    ("“Paper Kings” is over, he said. “We start anew.”", ["title", "speech"]),
]


@pytest.mark.parametrize("text, uses", USES, ids=[text for text, _ in USES])
def test_what_stands_beside_the_marks_tells_what_they_are_for(text: str, uses: list[str]) -> None:
    article = Article.of(text)
    assert [use(place) for place in places(article, parse(article), find_quotes(article))] == uses


@pytest.mark.parametrize(
    "text, kind",
    [
        ("The producer said the film “The Long Ferry” had lost him a fortune.", "indirect"),
        ("The minister said the so-called “shadow fleet” had doubled.", "indirect"),
        ("The minister said the shadow fleet was “a danger to all of us.”", "mixed"),
    ],
)
def test_a_title_or_a_word_held_at_a_distance_makes_no_quote_of_a_statement(text: str, kind: str) -> None:
    (said,) = crosswire.read(Article.of(text)).statements
    assert said.kind == kind
