"""Web pages: what they state of themselves, and which words of theirs are the article."""

from datetime import date

import pytest

from crosswire.records import Article
from crosswire.sources import Rejected
from crosswire.sources.page import MOST_ELEMENTS, read_page

LEAD = (
    "The ministers of both countries agreed in Bergen on Tuesday to let patrols of either side cross the line at sea."
)
QUOTE = (
    "“Nobody wanted another summer like the last one,” said the host, Liv Aune, after two days of talks &amp; dinners."
)
END = "The accord must be ratified by both parliaments, which sit again in April after the recess, a spokesman said."
PARAGRAPHS = f"<p>{LEAD}</p><h2>A long quarrel</h2><p>{QUOTE}</p><p>{END}</p>"


def page(body: str, head: str = "") -> Article:
    return read_page("page.html", f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode())


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(zone.kind, article.text[zone.start : zone.stop]) for zone in article.zones]


HEAD = """<title>Ministers sign accord | The Fjord Times</title><meta property="og:site_name" content="The Fjord Times">
<link rel="canonical" href="https://fjord.example/accord"><script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Ministers sign accord", "datePublished": "2024-03-05T10:00:00Z", "dateModified": "2024-03-09T10:00:00Z",
"author": {"@type": "Person", "name": "Ane Torp"}}</script>"""


def test_a_page_states_its_title_outlet_day_address_and_author() -> None:
    found = page(f"<article><h1>Ministers sign accord</h1>{PARAGRAPHS}</article>", HEAD)
    assert (found.title, found.outlet, found.byline) == ("Ministers sign accord", "The Fjord Times", "Ane Torp")
    assert (found.published, found.url) == (date(2024, 3, 5), "https://fjord.example/accord")
    assert found.text.startswith(f"Ministers sign accord\n\n{LEAD}\n\n")


def test_the_marks_of_a_page_become_zones() -> None:
    points = (
        "<ul><li>Patrols will be shared from the first of May.</li><li>Parliaments must ratify the accord.</li></ul>"
    )
    figure = "<figure><img src='a.jpg'><figcaption>The ministers on the quay in Bergen.</figcaption></figure>"
    found = page(
        f"<article><h1>Ministers sign accord</h1>{points}{figure}{PARAGRAPHS}<p>Share this</p></article>", HEAD
    )
    assert kinds(found) == [
        ("title", "Ministers sign accord"),
        ("summary", "Patrols will be shared from the first of May."),
        ("summary", "Parliaments must ratify the accord."),
        ("caption", "The ministers on the quay in Bergen."),
        ("body", LEAD),
        ("heading", "A long quarrel"),
        ("body", QUOTE.replace("&amp;", "&")),
        ("body", END),
        ("boilerplate", "Share this"),
    ]


def test_words_inside_links_and_emphasis_keep_their_order() -> None:
    found = page(
        f"<article>{PARAGRAPHS}<p>One <b>two <i>three</i> four</b> <a href='/x'>five</a> six.<br>Seven.</p></article>"
    )
    assert found.text.endswith("One two three four five six.\n\nSeven.")


def test_scripts_comments_and_menus_are_no_part_of_the_text() -> None:
    menu = "<nav><a href='/'>Home page</a></nav><script>alert('x')</script><!-- hidden words --><style>p{}</style>"
    found = page(f"{menu}<article>{PARAGRAPHS}</article><footer>Imprint</footer>")
    assert found.text == f"{LEAD}\n\nA long quarrel\n\n{QUOTE}\n\n{END}".replace("&amp;", "&")


def test_a_day_in_the_words_of_a_page_is_not_its_day_of_publication() -> None:
    assert (
        page(
            f"<article>{PARAGRAPHS}<p>The last accord is of 5 March 2014, and it ran for ten years.</p></article>"
        ).published
        is None
    )


def test_the_outlet_of_a_known_address_is_named() -> None:
    head = '<link rel="canonical" href="https://www.bbc.co.uk/news/world-1">'
    assert page(f"<article>{PARAGRAPHS}</article>", head).outlet == "BBC"


GRAPH = """{"@graph": [{"@type": "WebSite", "url": "https://www.bbc.co.uk/"}, {"@type": ["NewsArticle"], "url":
"https://www.bbc.co.uk/news/world-1"}%s]}"""


def linked(data: str) -> Article:
    return page(f"<article>{PARAGRAPHS}</article>", f'<script type="application/ld+json">{data}</script>')


def test_the_address_of_a_report_is_read_from_its_linked_data() -> None:
    found = linked(GRAPH % "")
    assert (found.url, found.outlet) == ("https://www.bbc.co.uk/news/world-1", "BBC")
    assert linked('[{"@type": "Article", "mainEntityOfPage": {"@id": "https://fjord.example/2"}}]').url == (
        "https://fjord.example/2"
    )


def test_a_page_that_describes_two_reports_has_no_address_of_its_own() -> None:
    assert linked(GRAPH % ', {"@type": "NewsArticle", "url": "https://www.bbc.co.uk/news/world-2"}').url is None


@pytest.mark.parametrize("data", ["", "{", "[[[1]]]", "null", '{"@graph": 3}', '{"@type": {}, "url": 1}', "[" * 9000])
def test_broken_linked_data_tells_nothing(data: str) -> None:
    assert linked(data).url is None


@pytest.mark.parametrize(
    "raw",
    [
        b"<html></html>",
        b"<html",
        b"<html><body><!-- no end",
        b"<html><body><p>Home</p></body>",
        b"<html>" + b"<div>" * 9000,
    ],
)
def test_a_page_without_an_article_is_refused(raw: bytes) -> None:
    with pytest.raises(Rejected, match="no article in this page"):
        read_page("page.html", raw)


def test_a_page_of_too_many_elements_is_refused_before_it_takes_minutes() -> None:
    with pytest.raises(Rejected, match="elements"):
        page("<table>" + "<tr><td>x" * MOST_ELEMENTS)


@pytest.mark.parametrize(
    "start",
    [
        b"\x00\x00",
        b"\xff\xfe\xfa",
        b"&#0;&#xD800;&bogus;",
        b"<b><i></b></i>" * 500,
        b"<p" * 5000,
        b"<!ENTITY a '&a;'>&a;",
    ],
)
def test_broken_pages_still_give_their_paragraphs(start: bytes) -> None:
    raw = b"<html><body>" + start + f"<article>{PARAGRAPHS}</article></body></html>".encode()
    assert END in read_page("page.html", raw).text
