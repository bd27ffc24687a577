"""Stories for a terminal: a line for each, with its days, how many reports, first headline and outlets."""

from __future__ import annotations

from collections.abc import Mapping

from crosswire.records import Article, Story
from crosswire.report.visible import one_line, shortened

LONGEST = 80  # characters of a headline


def story_line(story: Story, articles: Mapping[str, Article]) -> str:
    """One line, its parts set off by tabs; no character of it acts on the terminal."""
    reports = [articles[name] for name in story.articles]
    days = dict.fromkeys(each.published.isoformat() for each in reports if each.published)
    span = " – ".join(dict.fromkeys([min(days), max(days)])) if days else "no day"
    outlets = dict.fromkeys(one_line(each.outlet) for each in reports if each.outlet)
    title = shortened(reports[0].title or reports[0].text[: 4 * LONGEST], LONGEST)
    return "\t".join([span, str(len(reports)), title, ", ".join(outlets)]).rstrip()
