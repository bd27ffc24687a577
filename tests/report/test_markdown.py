import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from crosswire.report import comparison_markdown
from crosswire.report.brief import brief
from crosswire.report.markdown import escaped
from crosswire.report.visible import one_line
from tests.report.story import hostile, visit

INLINE = {"text", "text_special", "softbreak", "entity"}
MARKS = st.text(st.sampled_from("ab \n\t`*_~[]()<>|#+-=!&;:/.\\\"'^$@1x\u202e\x1b"), min_size=1, max_size=60)
REFERENCE = re.compile(r"(?<![\\\n])\[\^(\d+)\]")
DEFINITION = re.compile(r"^\[\^(\d+)\]: ", re.MULTILINE)


def test_every_footnote_number_resolves_and_is_used() -> None:
    page = comparison_markdown(visit())
    used = {int(number) for number in REFERENCE.findall(page)}
    assert used == {int(number) for number in DEFINITION.findall(page)} == {n.number for n in brief(visit()).notes}


def test_a_footnote_says_outlet_day_place_and_words() -> None:
    assert (
        "[^2]: A, The Harbour Gazette, 15 May 2024, paragraph 2 (body), characters 41–123: "
        "“Chile's foreign minister Ana Ruiz met her Peruvian counterpart in Arica on Tuesday”"
    ) in comparison_markdown(visit())


def test_what_a_report_does_not_say_is_shown_as_not_there() -> None:
    page = comparison_markdown(visit())
    assert "| BOL may join, event | — | “Bolivia may join the patrols next year” |" in page
    assert (
        "| “We will not wait for a third country to guard our coast” | B | Ana Ruiz ← no source named ← Coast Wire |"
        in page
    )


@given(MARKS)
def test_escaped_words_render_as_themselves(text: str) -> None:
    markdown = MarkdownIt("gfm-like", {"linkify": False})
    tokens = [child for token in markdown.parseInline(f"“{escaped(text)}”") for child in token.children or ()]
    assert {token.type for token in tokens} <= INLINE
    assert "".join(token.content for token in tokens) == f"“{one_line(text)}”"


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[here](javascript:alert(1)) ![x](http://evil.example/x.png)",
        "a | b\n| --- | --- |\n# Title\n\n- item\n1. one\n> quote\n```\ncode",
        "&lt;b&gt; `code` *a* **b** ~~c~~ [^1]: note",
    ],
)
def test_no_word_of_a_report_acts_as_markup(words: str) -> None:
    page = comparison_markdown(hostile(words))
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    inline = [child.type for token in tokens for child in token.children or ()]
    assert not {"html_inline", "link_open", "image", "code_inline", "em_open", "s_open"} & set(inline)
    assert not {"html_block", "fence", "code_block", "blockquote_open", "ordered_list_open"} & {t.type for t in tokens}
    headings = [token.tag for token in tokens if token.type == "heading_open"]
    plain = MarkdownIt("commonmark").enable("table").parse(comparison_markdown(hostile("plain")))
    assert headings == [token.tag for token in plain if token.type == "heading_open"]
