"""Exports are read back: the columns and their names, one row an event, the values that were written."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import crosswire
from crosswire.export import OF_READINGS
from crosswire.export.cells import cell, joined
from crosswire.export.gdelt import COLUMNS as GDELT
from crosswire.export.icews import COLUMNS as ICEWS
from crosswire.export.mentions import COLUMNS as MENTIONS
from crosswire.export.polecat import COLUMNS as POLECAT
from crosswire.records import Actor, Interval, Place, Reading, Size
from tests.export.told import DAY, TEXT, article, reading

MINISTER = Actor("Ana Ruiz", "person", "CHL", "GOV", "foreign minister", "Q1", "LEG")
UN = Actor("United Nations", "organisation", "UNO")
ARICA = Place("Arica", "CHL", "city", -18.4746, -70.29792, 3899361, "Arica y Parinacota")
SIZES = (Size("killed", 12, 12, None), Size("arrested", 3, 3, 3))
WIDTHS = {"polecat": 40, "icews": 20, "gdelt": 61, "gdelt-mentions": 16}
HOSTILE = st.text(
    st.sampled_from("\t\n\r\x00\x0b\x1c\x85\u2028\"'=+-@＝;,|\\{} aé\ud800🕊") | st.characters(), max_size=20
)


def table(lines: Iterable[str], columns: tuple[str, ...] | None = None) -> list[dict[str, str]]:
    """The rows by column name, read with and without a mind for quotation marks."""
    written = list(lines)
    rows = list(csv.reader(written, delimiter="\t"))
    assert rows == list(csv.reader(written, delimiter="\t", quoting=csv.QUOTE_NONE))
    names, body = (rows[0], rows[1:]) if columns is None else (list(columns), rows)
    return [dict(zip(names, row, strict=True)) for row in body]


def test_the_columns_are_as_many_as_in_the_field() -> None:
    assert [len(set(each)) for each in (POLECAT, ICEWS, GDELT, MENTIONS)] == [40, 20, 61, 16]


def test_polecat_has_every_actor_of_an_event_in_one_row() -> None:
    told = reading(article(), recipients=(MINISTER,), place=ARICA, when=Interval(date(2024, 3, 4), date(2024, 3, 4)))
    (row,) = table(crosswire.polecat([told]))
    assert tuple(row) == POLECAT
    assert row["Event ID"] == told.events[0].id
    assert (row["Event Date"], row["Publication Date"]) == ("2024-03-04", "2024-03-05")
    assert (row["Event Type"], row["Intensity"], row["Quad Code"]) == ("COOPERATE", "9.5", "2")
    assert row["Contexts"] == "economic; diplomatic"
    assert (row["Actor Name"], row["Actor Country"], row["Actor COW"]) == ("Chile; Peru", "Chile; Peru", "155; 135")
    assert (row["Primary Recipient Sector"], row["Recipient Sectors"]) == ("GOV", "GOV, LEG")
    assert row["Recipient Title"] == "foreign minister"
    assert (row["City"], row["Province"], row["Country"]) == ("Arica", "Arica y Parinacota", "Chile")
    assert (row["Latitude"], row["Longitude"], row["GeoNames ID"]) == ("-18.4746", "-70.29792", "3899361")
    assert (row["Story People"], row["Story Locations"]) == ("Ana Ruiz", "Arica")
    assert (row["Source"], row["Language"]) == ("The Lantern", "en")


def test_icews_has_one_source_and_one_target_and_the_name_of_the_code() -> None:
    (row,) = table(crosswire.icews([reading(article(), type="CONSULT", mode="visit", recipients=(UN,))]))
    assert tuple(row) == ICEWS
    assert (row["CAMEO Code"], row["Event Text"], row["Intensity"]) == ("042", "Make a visit", "1.9")
    assert (row["Source Name"], row["Source Country"]) == ("Chile", "Chile")
    assert (row["Target Name"], row["Target Country"]) == ("United Nations", "United Nations")
    assert (row["Sentence Number"], row["Publisher"]) == ("2", "The Lantern")


def test_gdelt_has_no_line_of_names_and_codes_of_its_own() -> None:
    told = reading(article(), type="ACCUSE", actors=(MINISTER,), recipients=(UN,), place=ARICA)
    (row,) = table(crosswire.gdelt([told]), GDELT)
    assert row["GLOBALEVENTID"] == str(int("0123456789abc", 16))
    assert [row[name] for name in GDELT[1:5]] == ["20240305", "202403", "2024", "2024.1781"]
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor1Type2Code"]) == ("CHLGOVLEG", "ANA RUIZ", "LEG")
    assert (row["Actor2Code"], row["Actor2KnownGroupCode"], row["Actor2Type1Code"]) == ("IGOUNO", "UNO", "IGO")
    assert [row[name] for name in GDELT[25:31]] == ["1", "110", "110", "11", "3", "-2.0"]
    assert [row[name] for name in GDELT[31:35]] == ["1", "1", "1", ""]
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"]) == ("4", "CI")
    assert row["ActionGeo_FullName"] == "Arica, Arica y Parinacota, Chile"
    assert (row["DATEADDED"], row["SOURCEURL"]) == ("20240305000000", "https://www.lantern.example/ports?a=1")


def test_a_mention_says_where_the_event_is_told() -> None:
    (row,) = table(crosswire.gdelt_mentions([reading(article())]), MENTIONS)
    assert (row["MentionType"], row["MentionSourceName"], row["SentenceID"]) == ("1", "lantern.example", "2")
    assert TEXT[int(row["ActionCharOffset"]) :].startswith("opened")
    (row,) = table(crosswire.gdelt_mentions([reading(article(url=None, title="Ports"), actors=())]), MENTIONS)
    assert (row["MentionType"], row["MentionIdentifier"]) == ("2", "The Lantern, Ports, 2024-03-05")
    assert row["Actor1CharOffset"] == row["Actor2CharOffset"] == "-1"


def test_plover_has_every_event_and_says_what_became_of_it() -> None:
    told = reading(
        article(), recipients=(MINISTER,), place=ARICA, when=Interval(date(2024, 3, 1), date(2024, 3, 4)), sizes=SIZES
    )
    happened, denied = map(json.loads, crosswire.plover([told]))
    assert happened["id"] == told.events[0].id
    assert (happened["date"], happened["enddate"]) == ("2024-03-01", "2024-03-04")
    assert [each["code"] for each in happened["actor"]] == ["CHL", "PER"]
    assert happened["recipient"] == [
        {
            "entity_text": "opened",
            "code": "CHL",
            "sector": ["GOV", "LEG"],
            "identifier_id": "Q1",
            "identifier_text": "Ana Ruiz",
            "office": "foreign minister",
        }
    ]
    assert (happened["event"], happened["quad_code"], happened["event_scale"]) == (["COOPERATE"], 2, 9.5)
    assert happened["context"] == ["economic", "diplomatic"]
    assert happened["text"].startswith("Chile and Peru")
    assert happened["event_loc"]["geonameid"] == 3899361
    assert happened["size"] == {"dead": 12, "arrested": 3}
    assert "mode" not in happened
    assert denied["mode"] == ["negation"]
    assert denied["comment"].startswith("status: denied")


@pytest.mark.parametrize(
    ("type", "status", "count", "modes"),
    [
        ("ASSAULT", "ongoing", 1, None),
        ("ASSAULT", "reported", 1, None),
        ("ASSAULT", "hypothetical", 0, ["hypothetical"]),
        ("THREATEN", "threatened", 1, None),
        ("AGREE", "planned", 1, None),
        ("REJECT", "planned", 0, ["future"]),
        ("REQUEST", "demanded", 1, ["future"]),
        ("RETREAT", "demanded", 0, ["future"]),
    ],
)
def test_what_did_not_happen_is_no_event_where_the_format_cannot_say_so(
    type: str, status: str, count: int, modes: list[str] | None
) -> None:
    told = reading(article(), type=type, status=status)
    assert len(table(crosswire.polecat([told]))) == count
    assert len(list(crosswire.gdelt([told]))) == len(list(crosswire.gdelt_mentions([told]))) == count
    assert json.loads(next(crosswire.plover([told]))).get("mode") == modes


def test_what_is_promised_for_a_day_to_come_is_promised_on_the_day_of_the_report() -> None:
    friday = Interval(date(2024, 3, 8), date(2024, 3, 8))
    (row,) = table(crosswire.polecat([reading(article(), type="AGREE", status="planned", when=friday)]))
    assert row["Event Date"] == DAY.isoformat()


def test_a_day_that_nobody_gives_stays_empty() -> None:
    told = reading(article(published=None, url=None, outlet=None))
    assert table(crosswire.polecat([told]))[0]["Event Date"] == ""
    assert table(crosswire.gdelt([told]), GDELT)[0]["SQLDATE"] == ""
    assert json.loads(next(crosswire.plover([told])))["date"] is None


def test_two_who_act_on_each_other_are_source_and_target() -> None:
    (row,) = table(crosswire.gdelt([reading(article())]), GDELT)
    assert (row["Actor1Code"], row["Actor2Code"]) == ("CHL", "PER")


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n-1", " ＝1", "\x00@a"])
def test_no_cell_of_words_is_a_formula(words: str) -> None:
    assert cell(words)[0] == "'"
    assert cell(-1.5) == "-1.5"


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_hostile_words_stay_in_their_cells(name: str, office: str, outlet: str, url: str) -> None:
    who = Actor(name, "person", "CHL", "GOV", office)
    site = Place(name, None, "region", 1.5, -2.25)
    told = reading(article(outlet=outlet, url=url, title=name), actors=(who,), recipients=(who, who), place=site)
    row = table(crosswire.polecat([told]))[0]
    assert row["Actor Name"] == cell(joined([name]))
    assert row["Actor Title"] == cell(joined([office]))
    assert (row["Source"], row["Placename"], row["Longitude"]) == (cell(outlet), cell(name), "-2.25")
    assert table(crosswire.icews([told]))[0]["Source Name"] == cell(name)
    assert table(crosswire.gdelt([told]), GDELT)[0]["Actor1Name"] == cell(name.upper())
    assert len(table(crosswire.gdelt_mentions([told]), MENTIONS)) == 1
    assert all(not line[:1].isspace() and "\n" not in line and "\x00" not in line for line in crosswire.icews([told]))


@given(st.lists(HOSTILE, max_size=4))
def test_names_in_one_cell_are_as_many_as_they_were(names: list[str]) -> None:
    together = cell(joined(names))
    assert together == "" or len(together.split(";")) == len(names)


def test_every_format_of_a_report_as_read_has_its_width() -> None:
    report = crosswire.Article.of(
        "Ministers sign accord\n\nPeru and Chile signed a fishing accord in Lima on Monday. Police in Paris, Texas, "
        "arrested 12 protesters. Japan will send aid to Nepal. Tonga denied threatening Fiji.",
        published=DAY,
    )
    read: list[Reading] = [crosswire.read(report)]
    assert read[0].events
    for name, width in WIDTHS.items():
        assert {line.count("\t") + 1 for line in OF_READINGS[name](read)} == {width}
    assert [json.loads(line)["id"] for line in crosswire.plover(read)] == [event.id for event in read[0].events]
