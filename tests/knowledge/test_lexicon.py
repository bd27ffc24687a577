"""Names and what they stand for."""

from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.knowledge import lexicon
from crosswire.knowledge.lexicon import country_name, find_names, outlet_of_domain, sovereign, titles

KINDS = "country demonym capital city region organisation group agency outlet metonym".split()
NON_STATES = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}

CASES = [  # tokens, what each name found stands for: kind, country
    ("The U.S. and South Korea met in Oslo", [("country", "USA"), ("country", "KOR"), ("capital", "NOR")]),
    ("North Koreans crossed into China", [("demonym", "PRK"), ("country", "CHN")]),
    ("MOSCOW ( Reuters )", [("capital", "RUS"), ("agency", "GBR")]),
    ("he told us who did it", []),
    ("The Democratic Republic of the Congo 's army", [("country", "COD")]),
    ("Papua New Guinea , Guinea - Bissau and Guinea", [("country", "PNG"), ("country", "GNB"), ("country", "GIN")]),
    ("the Kremlin rebuked al - Shabab", [("metonym", "RUS"), ("group", "SOM")]),
    ("U.S.-led strikes on Yemen", [("country", "USA"), ("country", "YEM")]),
    ("Northern Ireland is not Ireland", [("region", "GBR"), ("country", "IRL")]),
    ("People ’s Daily and Xinhua", [("outlet", "CHN"), ("agency", "CHN")]),
    ("Frances Scott", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_longest_known_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(entry.kind, entry.country) for _, _, entry in find_names(text.split())] == expected


def test_korean_alone_tells_no_country() -> None:
    ((start, stop, entry),) = find_names(["Korean", "officials"])
    assert (start, stop, entry.kind, entry.country) == (0, 1, "demonym", None)


def test_in_a_line_of_capitals_us_may_be_a_pronoun() -> None:
    assert find_names("TELL US WHO DID IT".split()) == ()
    assert [entry.country for *_, entry in find_names("RUSSIA WARNS JAPAN".split())] == ["RUS", "JPN"]


def test_names_borne_by_persons_are_doubtful() -> None:
    ((_, _, jordan),) = find_names(["Jordan"])
    ((_, _, kingdom),) = find_names("Hashemite Kingdom of Jordan".split())
    assert jordan.doubtful
    assert not kingdom.doubtful
    assert jordan.country == kingdom.country == "JOR"


PIECES = "The US U.S. North Korea 's , - New York al Qaeda MOSCOW".split()


@given(st.lists(st.text(max_size=6) | st.sampled_from(PIECES)))
def test_names_found_never_overlap_and_come_in_order(words: list[str]) -> None:
    at = 0
    for start, stop, entry in find_names(words):
        assert at <= start < stop <= len(words)
        assert entry.kind in KINDS
        at = stop


def test_every_name_of_every_table_is_found_whole() -> None:
    for cell, entry in lexicon.tables():
        for name in filter(None, cell.split("|")):
            for spelling in lexicon.spellings(name):
                found = find_names(spelling)
                assert found, name
                assert found[0][:2] == (0, len(spelling)), (name, entry.name, found)


def test_every_country_and_sector_of_the_tables_exists() -> None:
    codes = {row["iso3"] for row in lexicon.rows("countries")} | NON_STATES
    sectors = {row["sector"] for row in lexicon.rows("sectors")}
    for _, entry in lexicon.tables():
        assert entry.kind in KINDS
        assert entry.country is None or entry.country in codes, entry
        assert not entry.sector or entry.sector in sectors, entry
    assert {sector for sector in titles().values() if sector} <= sectors


def test_a_title_has_its_sector_in_singular_and_plural() -> None:
    assert titles()["foreign minister"] == titles()["foreign ministers"] == "GOV"
    assert titles()["attorneys general"] == "GOV"
    assert titles()["gunmen"] == "UAF"
    assert titles()["spokeswoman"] is None


def test_codes_have_names_and_territories_their_states() -> None:
    assert country_name("PRK") == "North Korea"
    assert country_name("XKX") == "Kosovo"
    assert country_name("NGO") == "NGO"
    assert sovereign("PRI") == "USA"
    assert sovereign("HKG") == "HKG"
    assert sovereign("UNO") == "UNO"


@pytest.mark.parametrize(
    ("domain", "name"),
    [("www.bbc.co.uk", "BBC"), ("apnews.com", "The Associated Press"), ("EN.YNA.CO.KR", "Yonhap"), ("co.uk", None)],
)
def test_a_domain_tells_the_outlet(domain: str, name: str | None) -> None:
    outlet = outlet_of_domain(domain)
    assert (outlet and outlet.name) == name


def test_a_broken_table_fails_with_its_path_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.tsv").write_text("# a comment\nname\tnames\none\tfine\ntwo\n", encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    with pytest.raises(ValueError, match=r"broken\.tsv:4"):
        lexicon.rows("broken")


def test_every_table_says_where_it_comes_from() -> None:
    provenance = (resources.files("crosswire.data") / "PROVENANCE.md").read_text(encoding="utf-8")
    for file in resources.files("crosswire.data").iterdir():
        if file.name.endswith(".tsv"):
            assert file.read_text(encoding="utf-8").startswith("# "), file.name
            assert f"`{file.name}`" in provenance, file.name
