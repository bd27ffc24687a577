"""Comparisons and readings for people: a terminal's text, Markdown, one self-contained HTML page."""

from __future__ import annotations

from crosswire.report.html import comparison_fragment, comparison_html, story_html
from crosswire.report.markdown import comparison_markdown, story_markdown
from crosswire.report.reading import reading_html, reading_text
from crosswire.report.rows import rows_text
from crosswire.report.stories import story_line
from crosswire.report.terminal import comparison_text

__all__ = [
    "comparison_fragment",
    "comparison_html",
    "comparison_markdown",
    "comparison_text",
    "reading_html",
    "reading_text",
    "rows_text",
    "story_html",
    "story_line",
    "story_markdown",
]
