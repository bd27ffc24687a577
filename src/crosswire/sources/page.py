"""A web page to an article: its title, then its paragraphs, each with the zone the page's own marks give it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crosswire.layout import Zone, layout
from crosswire.layout.furniture import furniture_of
from crosswire.records import Article
from crosswire.sources import NOTHING, Rejected, Told
from crosswire.sources.clean import clean
from crosswire.sources.days import day_in
from crosswire.sources.linked import stated_address
from crosswire.sources.outlets import address, outlet_named

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]
    from lxml.html import HtmlElement  # type: ignore[import-untyped]
    from trafilatura.settings import Document

MOST_ELEMENTS = 20_000  # a page of a report has some 3,000; some steps of reading one take time by their square
# The day of publication, not of change; never a guess from the words, never measured against today.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
LEAST = 80  # code points of prose; less is a menu or a notice
PARAGRAPHS = {"p", "head", "item", "quote", "ab", "code", "fw"}

BREAK = "\N{LINE SEPARATOR}"

Piece = tuple[str, str]  # kind and words of a paragraph


def read_page(name: str, raw: bytes, stated: Told = NOTHING) -> Article:
    """The article of a web page, with the title, outlet, day and byline the page states. Nothing is fetched.

    What is `stated` beside the page, by a feed or an archive, holds where the page itself says nothing.
    """
    document, captions, linked = extracted(name, raw)
    pieces = tuple(pieces_of(document.body, captions)) if document is not None else ()
    if document is None or sum(len(words) for kind, words in pieces if kind == "body") < LEAST:
        raise Rejected(f"{name}: no article in this page; save the text of the report as a .txt file")
    title = headline(squeezed(document.title or ""), pieces) or stated.get("title")
    text, zones = composed(title, pieces)
    url = address(document.url) or address(linked) or address(stated.get("url"))
    return Article.of(
        text,
        title=title,
        outlet=outlet_named(
            squeezed(document.sitename or "").lstrip("@") or stated.get("outlet"), url or document.hostname
        ),
        published=day_in(document.date or "") or day_in(stated.get("date", "")),
        url=url,
        byline=squeezed(document.author or "").replace("; ", ", ") or stated.get("byline"),
        zones=zones,
    )


def extracted(name: str, raw: bytes) -> tuple[Document | None, frozenset[str], str | None]:
    """What trafilatura takes for the article, the captions of its figures, and the address in its linked data."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document
    from trafilatura.utils import load_html

    tree = load_html(raw)
    if tree is None:
        return None, frozenset(), None
    elements = sum(1 for _ in tree.iter())
    if elements > MOST_ELEMENTS:
        raise Rejected(f"{name}: a page of {elements:,} elements; save the text of the report as a .txt file")
    captions, linked = frozenset(free_captions(tree)), stated_address(tree)
    found = bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=DATES
    )
    return (found if isinstance(found, Document) else None), captions, linked


def free_captions(tree: HtmlElement) -> Iterator[str]:
    """The words of each figure caption, put as a paragraph beside its figure: trafilatura drops figures whole."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        words = squeezed("".join(caption.itertext()))
        if figure is None or figure.getparent() is None or not words:
            continue
        paragraph = caption.makeelement("p")
        paragraph.text = words
        paragraph.tail, figure.tail = figure.tail, None
        figure.addnext(paragraph)
        yield words


def pieces_of(body: _Element, captions: frozenset[str]) -> Iterator[Piece]:
    """The paragraphs of an article with their kinds; a list before the first paragraph is its summary."""
    begun = False
    for element in body:
        for tag, words in paragraphs(element):
            kind = "caption" if words in captions else kind_of(tag, begun)
            begun = begun or (kind == "body" and furniture_of(words) is None)
            yield kind, words


def kind_of(tag: str, begun: bool) -> str:
    if tag == "h1" and not begun:
        return "title"
    if tag.startswith("h"):
        return "heading"
    return "summary" if tag == "item" and not begun else "body"


def paragraphs(element: _Element) -> Iterator[tuple[str, str]]:
    """The words of an element line by line, each with its tag; a heading's is h1 to h6."""
    if element.tag in {"list", "quote"} and len(element):
        for child in element:
            yield from paragraphs(child)
    elif element.tag in PARAGRAPHS:
        tag = element.get("rend", "h2") if element.tag == "head" else str(element.tag)
        for line_break in element.iter("lb"):
            line_break.tail = f"{BREAK}{line_break.tail or ''}"
        for line in "".join(element.itertext()).split(BREAK):
            if words := squeezed(line):
                yield tag, words


def composed(title: str | None, pieces: tuple[Piece, ...]) -> tuple[str, tuple[Zone, ...]]:
    """The text of an article, a line a paragraph, and its zones: the page's word first, then what the lines tell."""
    if title and not any(kind == "title" and words == title for kind, words in pieces):
        pieces = (("title", title), *pieces)
    text = "\n\n".join(words for _, words in pieces)
    return text, layout(text, title=title, told=[None if kind in {"title", "body"} else kind for kind, _ in pieces])


def headline(stated: str, pieces: tuple[Piece, ...]) -> str | None:
    """The title a page states; where it states none, trafilatura gives the first heading inside the story instead."""
    if stated and ("heading", stated) not in pieces[1:]:
        return stated
    return next((words for kind, words in pieces if kind == "title"), None)


def squeezed(words: str) -> str:
    return " ".join(clean(words).split())
