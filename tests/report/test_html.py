import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.layout import Zone
from crosswire.records import Article, Comparison, Span
from crosswire.report import comparison_fragment, comparison_html, reading_html
from crosswire.report.html.texts import Mark, segments
from crosswire.report.visible import one_line, visible
from tests.report.story import hostile, reading, visit

VOID = {"meta", "br", "link", "img", "input", "hr"}
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "\"><img src=http://evil.example/x onerror='alert(1)'>",
    "' onmouseover='alert(1)",
    "<!-- ]]> --> &lt;b&gt; &amp; `x` | {0} {} %s",
    "\u202eevil\u2066 \x1b[31m \x00 \ud800 مرحبا",
)


class Page(HTMLParser):
    """What a page is made of; fails where a tag is closed out of turn."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.marked: list[tuple[set[str], str]] = []
        self.text = ""
        self.style = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.append((name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
        if tag == "mark":
            self.marked.append((set((dict(attrs)["class"] or "").split()), ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            self.style += data
            return
        self.text += data
        if "mark" in self.open:
            classes, words = self.marked[-1]
            self.marked[-1] = classes, words + data


@pytest.fixture(params=[visit, *(lambda words=words: hostile(words) for words in HOSTILE)], ids=lambda each: "")
def story(request: pytest.FixtureRequest) -> Comparison:
    return request.param()


def test_every_link_leads_to_a_place_on_the_page(story: Comparison) -> None:
    page = Page(comparison_html(story))
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_the_page_runs_and_loads_nothing(story: Comparison) -> None:
    page = Page(comparison_html(story))
    assert not {"script", "img", "link", "iframe", "object", "form", "base", "svg"} & set(page.tags)
    assert all(link.startswith("#") for link in page.links)
    assert not {name for name, _ in page.attributes if name.startswith("on") or name in {"src", "style", "srcset"}}
    assert not re.search(r"url\(|@import|http", page.style)
    assert (
        "content",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    ) in page.attributes


def test_no_word_of_a_report_changes_what_the_page_is_made_of() -> None:
    plain = Page(comparison_html(hostile("plain words")))
    for words in HOSTILE[:4]:
        page = Page(comparison_html(hostile(words)))
        assert set(page.tags) <= set(plain.tags)
        assert page.tags.count("style") == 1
        assert one_line(words) in page.text


def test_every_span_can_be_found_and_lit_in_the_text(story: Comparison) -> None:
    page = Page(comparison_html(story))
    texts = {each.article.id: each.article for each in story.readings}
    letters = {article: "ABC"[index] for index, article in enumerate(texts)}
    cited = [each for finding in story.findings for each in finding.excerpts]
    cited += [each for drift in story.drifts for each in (drift.before, drift.after) if each]
    disputed = [field for finding in story.findings for field in finding.fields if len(field.versions) > 1]
    cited += [each for field in disputed for version in field.versions for each in version.spans]
    for each in cited:
        name = f"{letters[each.article]}-{each.start}-{each.stop}"
        words = "".join(part for classes, part in page.marked if name in classes)
        expected = visible(texts[each.article].excerpt(each))
        assert "".join(words.split()) == "".join(expected.split())
        assert f":has(#{name}:target) .{name}" in page.style


def test_every_text_is_on_the_page_whole() -> None:
    shown = "".join(Page(comparison_html(visit())).text.split())
    for each in visit().readings:
        for zone in each.article.zones:
            first = each.article.text[zone.start : zone.stop].split(" ")[0]
            assert first in shown


def test_words_outside_every_zone_are_on_the_page_and_lone_bullets_are_not() -> None:
    listed = Article.of("- It rained.\nThen it stopped.", zones=(Zone("summary", 2, 12),))
    shown = Page(comparison_html(Comparison((reading(listed),), (), (), ()))).text
    assert "It rained.\nThen it stopped." in shown
    assert "- " not in shown.partition("The texts")[2]


def test_what_a_report_does_not_say_is_shown_as_not_there() -> None:
    assert comparison_html(visit()).count("not in this report") == 4
    assert "no source named" in comparison_html(visit())
    assert "origin unknown" in comparison_html(visit())


def test_a_story_without_days_says_so() -> None:
    bare = Comparison((reading(Article.of("It rained.")),), (), (), ())
    assert "No report gives a date" in comparison_html(bare)


def test_a_cut_quote_shows_what_was_cut() -> None:
    assert "<del>to guard our coast,”</del>" in comparison_html(visit())


def test_the_page_is_the_same_each_time() -> None:
    assert comparison_html(visit()) == comparison_html(visit())


def test_a_notebook_gets_the_page_without_its_head() -> None:
    fragment = Page(comparison_fragment(visit()))
    assert not {"html", "head", "body", "meta"} & set(fragment.tags)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_reading_is_escaped_in_a_notebook(words: str) -> None:
    page = Page(reading_html(hostile(words).readings[0]))
    assert set(page.tags) <= {"div", "style", "h3", "h4", "dl", "dt", "dd", "p", "bdi"}


@st.composite
def marked(draw: st.DrawFn) -> tuple[int, list[Mark]]:
    length = draw(st.integers(1, 30))
    ends = st.tuples(st.integers(-3, length + 3), st.integers(-3, length + 3)).filter(lambda pair: pair[0] < pair[1])
    return length, [Mark(Span("a", *pair), "one") for pair in draw(st.lists(ends, max_size=8))]


@given(marked())
def test_segments_cover_the_text_once_and_carry_exactly_the_marks_over_them(case: tuple[int, list[Mark]]) -> None:
    length, marks = case
    inside = [mark for mark in marks if mark.span.start < length and mark.span.stop > 0]
    parts = list(segments(0, length, inside))
    assert [at for part in parts for at in range(part.start, part.stop)] == list(range(length))
    for part in parts:
        for at in range(part.start, part.stop):
            assert set(part.marks) == {mark for mark in inside if mark.span.start <= at < mark.span.stop}
