"""The gazetteer: what it knows, how it is asked, what it costs."""

import multiprocessing
import subprocess
import sys
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.knowledge import gazetteer, lexicon
from crosswire.knowledge.gazetteer import KINDS, fold, site, sites
from crosswire.knowledge.papers import town_of_paper

CASES = [  # a name, and a place that bears it: kind, country, about where
    ("Wonsan", "city PRK 39 127"),
    ("WONSAN", "city PRK 39 127"),
    ("Saint-Étienne", "city FRA 45 4"),
    ("Sana'a", "city YEM 15 44"),
    ("Sanaa", "city YEM 15 44"),
    ("St. Louis", "city USA 39 -90"),
    ("US", "country USA 40 -98"),
    ("U.S.", "country USA 40 -98"),
    ("PERU", "country PER -10 -76"),
    ("W.Va.", "region USA 39 -81"),
    ("NSW", "region AUS -33 146"),
    ("Cook County", "district USA 42 -88"),
    ("Donbas", "area UKR 48 38"),
    ("Strait of Hormuz", "area None 27 56"),
    ("Bab el-Mandeb", "area None 13 43"),
    ("Heathrow", "point GBR 51 -0"),
    ("Yongbyon", "point PRK 40 126"),
    ("Kosovo", "country XKX 43 21"),
    ("Simferopol", "city UKR 45 34"),
    ("Ukrainians", "country UKR 49 32"),
    ("Southeast Asian", "area None 12 103"),
]


@pytest.mark.parametrize(("name", "place"), CASES)
def test_a_name_is_known_in_any_of_its_spellings(name: str, place: str) -> None:
    found = [f"{each.kind} {each.country} {each.latitude:.0f} {each.longitude:.0f}" for each in sites(name)]
    assert place in found


@pytest.mark.parametrize("name", ["us", "wonsan", "", " ", "Qwyzzle", "it", "💥", "\0", "A" * 10_000])
def test_words_in_small_letters_and_unknown_names_are_no_places(name: str) -> None:
    assert sites(name) == ()


def test_a_town_lies_in_its_region() -> None:
    towns = [each for each in sites("Springfield") if each.kind == "city" and each.region]
    regions = {site(each.region).name for each in towns if each.region}
    assert {"Illinois", "Massachusetts", "Missouri", "Ohio"} <= regions


def test_every_capital_of_the_table_of_countries_is_on_the_map_in_its_country() -> None:
    capitals = [(row["capital"].split("|")[0].split(",")[0], row["iso3"]) for row in lexicon.rows("countries")]
    missing = [
        (name, country) for name, country in capitals if name and country not in {each.country for each in sites(name)}
    ]
    assert len(missing) <= 12, missing  # seats in another territory, as Sark's, or spelt otherwise


def test_every_country_has_a_point() -> None:
    rows = lexicon.rows("countries")
    assert not [row["iso3"] for row in rows if row["iso3"] not in {s.country for s in sites(row["name"])}]


@given(st.text(max_size=20))
def test_any_name_may_be_asked_and_folding_twice_is_folding_once(name: str) -> None:
    for each in sites(name):
        assert each.kind in KINDS
        assert -90 <= each.latitude <= 90
        assert -180 <= each.longitude <= 180
    assert fold(fold(name)) == fold(name)


def test_it_is_ready_at_once_and_takes_little_memory() -> None:
    code = """
import resource, time
from crosswire.knowledge import gazetteer
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
gazetteer.sites("Wonsan")
ready = time.perf_counter() - start
for number in range(1, 200_000, 7):
    gazetteer.sites(gazetteer.site(number).name)
print(ready, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < 0.3
    assert megabytes < 100


def test_a_forked_process_asks_its_own_connection() -> None:
    sites("Wonsan")
    with multiprocessing.get_context("fork").Pool(2) as pool:
        found = pool.map(sites, ["Kursk", "Harare", "Kursk", "Lima"] * 50)
    assert found == [sites(name) for name in ["Kursk", "Harare", "Kursk", "Lima"] * 50]


def test_names_are_looked_up_faster_than_they_are_read() -> None:
    names = [site(number).name for number in range(1, 200_000, 40)]
    gazetteer.sites_of.cache_clear()
    start = perf_counter()
    for name in names:
        sites(name)
    assert len(names) / (perf_counter() - start) > 5_000


def test_a_regional_paper_has_a_home() -> None:
    town = town_of_paper("www.star-telegram.com")
    assert town is not None
    assert (town.name, town.country) == ("Fort Worth", "USA")
    assert town_of_paper("example.org") is None


def test_every_paper_of_the_table_is_in_a_town_of_the_gazetteer() -> None:
    assert not [row["domain"] for row in lexicon.rows("papers") if town_of_paper(row["domain"]) is None]
