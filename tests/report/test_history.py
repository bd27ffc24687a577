"""The report of a store's story says which store it is from and how the story grew."""

from __future__ import annotations

from crosswire.records import Comparison
from crosswire.report import comparison_html, comparison_markdown, story_html, story_markdown
from crosswire.report.columns import columns_of
from crosswire.report.history import TITLE, history
from crosswire.store.answers import About, Revision, StoryRow, StoryTold
from tests.report.story import hostile, visit

ABOUT = About("1.2.3", 1200, 2, 1, 1, 1, 0, None, None, "2024-05-17T08:30:00+00:00")


def story(comparison: Comparison) -> StoryTold:
    ids = [reading.article.id for reading in comparison.readings]
    a, b = ids[0], ids[-1]
    row = StoryRow(a, None, None, None, 2, 2, 4, 3, ())
    first, second = Revision("2024-05-15T10:00:00+00:00", (a, "old")), Revision("2024-05-17T08:30:00+00:00", (a, b))
    return StoryTold(row, comparison, (first, second), (), ())


def test_it_says_which_reports_each_run_added() -> None:
    told = story(visit())
    assert list(history(told, ABOUT, columns_of(told.comparison))) == [
        f"Story {told.row.id} in a store of 1,200 reports, as of 2024-05-17 08:30 UTC; crosswire 1.2.3",
        "2024-05-15 10:00 UTC: 2 reports came: A",
        "2024-05-17 08:30 UTC: 1 report came: B; 1 report left",
    ]


def test_both_forms_have_all_of_the_comparison_and_where_it_comes_from() -> None:
    told = story(visit())
    markdown, html = story_markdown(told, ABOUT), story_html(told, ABOUT)
    assert set(comparison_markdown(told.comparison).splitlines()) <= set(markdown.splitlines())
    assert f"## {TITLE}" in markdown
    assert "1 report came: B; 1 report left" in markdown
    assert comparison_html(told.comparison)[:200] == html[:200]
    assert "1 report came: B; 1 report left" in html
    assert html.count('href="#store"') == html.count('id="store"') == 1


def test_no_word_of_a_store_acts_on_the_page() -> None:
    told = story(hostile("plain words"))
    about = About("<script>", 1, 0, 0, 0, 0, 0, None, None, "<img src=x>")
    assert "<script>" not in story_html(told, about)
    assert "<img" not in story_html(told, about)
