"""Who carries words on: every place in a sentence where an outlet is a link of the chain, and where it is none."""

from __future__ import annotations

import pytest

import crosswire
from crosswire.records import Article

CHAINS = [
    ("A nurse told Radio Okapi that the fuel was gone.", ["nurse", "Radio Okapi"]),
    ("A nurse confirmed to AFP that the fuel was gone.", ["nurse", "Agence France-Presse"]),
    ("The mayor told reporters that the fuel was gone.", ["mayor"]),
    ("In an interview with the weekly Die Zeit, the mayor said the fuel was gone.", ["mayor", "Die Zeit"]),
    ("The mayor warned in an interview with the BBC that the fuel was gone.", ["mayor", "BBC"]),
    ("Speaking on Sky News, Energy Minister Ana Pires said the fuel was gone.", ["Ana Pires", "Sky News"]),
    ("Writing in Le Monde, the mayor said the fuel was gone.", ["mayor", "Le Monde"]),
    ("In a post on Facebook, the mayor said the fuel was gone.", ["mayor"]),
    ("In a television address, the mayor said the fuel was gone.", ["mayor"]),
    ("The fuel was gone, the mayor said in remarks carried by Yonhap.", ["mayor", "Yonhap"]),
    ("The fuel was gone, the mayor said, as quoted by Interfax.", ["mayor", "Interfax"]),
    ("The mayor was quoted by Interfax as saying the fuel was gone.", ["mayor", "Interfax"]),
    ("“The fuel is gone,” the mayor was quoted as saying by Interfax.", ["mayor", "Interfax"]),
    ("A memo seen by Reuters says the fuel was gone.", ["A memo", "Reuters"]),
    ("A memo written by Ana Pires says the fuel was gone.", ["Ana Pires"]),
    ("The fuel was gone, Haaretz reported, citing an officer.", ["officer", "Haaretz"]),
    ("The fuel was gone, Haaretz reported, citing the cost.", ["Haaretz"]),
    ("The mayor said, citing a report, that the fuel was gone.", ["mayor"]),
    ("Her sister heard from a nurse that the fuel was gone.", ["nurse", "Her sister"]),
    ("The fuel was gone, the mayor told a rally, according to Tass, the Associated Press reported.",
     ["mayor", "Tass", "The Associated Press"]),
]  # fmt: skip


@pytest.mark.parametrize("text, names", CHAINS)
def test_a_chain_names_all_who_carry_the_words(text: str, names: list[str]) -> None:
    chains = [[source.value.name for source in said.sources] for said in crosswire.read(Article.of(text)).statements]
    assert names in chains


def test_the_reports_own_outlet_is_known_by_its_last_word() -> None:
    article = Article.of("The pilot told the Gazette that the rudder was loose.", outlet="Harbour Gazette")
    (said,) = crosswire.read(article).statements
    assert [source.value.name for source in said.sources] == ["The pilot", "Harbour Gazette"]


def test_each_speaker_of_a_sentence_keeps_his_own_carrier() -> None:
    text = "A nurse told AFP that nine were dead; the army said it had struck a post."
    chains = [[source.value.name for source in said.sources] for said in crosswire.read(Article.of(text)).statements]
    assert chains == [["nurse", "Agence France-Presse"], ["army"]]
