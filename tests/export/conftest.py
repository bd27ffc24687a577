"""The examples as a store would answer for them: read once."""

from __future__ import annotations

from pathlib import Path

import pytest

import crosswire
from crosswire.records import Comparison
from crosswire.sources.files import load
from crosswire.store.answers import ArticleTold, StoryRow, StoryTold, Version

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def stories() -> tuple[StoryTold, ...]:
    return tuple(told(compared(folder)) for folder in sorted(EXAMPLES.iterdir()) if folder.is_dir())


@pytest.fixture(scope="session")
def articles(stories: tuple[StoryTold, ...]) -> tuple[ArticleTold, ...]:
    return tuple(
        ArticleTold(reading, story.row.id, (Version(1, reading.article.id, "2024-05-01T00:00:00Z"),))
        for story in stories
        for reading in story.comparison.readings
    )


def compared(folder: Path) -> Comparison:
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".html"})
    return crosswire.compare(crosswire.read(load(path)) for path in paths)


def told(comparison: Comparison) -> StoryTold:
    reports = [reading.article for reading in comparison.readings]
    days = [report.published for report in reports if report.published]
    row = StoryRow(
        id=reports[0].id,
        title=reports[0].title,
        first=min(days, default=None),
        last=max(days, default=None),
        reports=len(reports),
        origins=len(comparison.origins),
        events=sum(finding.kind == "event" for finding in comparison.findings),
        disputed=len(comparison.drifts),
        outlets=tuple(dict.fromkeys(report.outlet for report in reports if report.outlet)),
    )
    return StoryTold(row, comparison, ())
