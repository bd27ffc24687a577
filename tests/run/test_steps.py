"""The steps of a corpus, brought together by plain lists, make the stories that a store has."""

from __future__ import annotations

import sqlite3

import msgspec

from crosswire import Article, Reading
from crosswire.run import steps
from crosswire.run.taken import Failed, Found, Taken, taken
from crosswire.store import kept
from crosswire.store.packed import pack
from crosswire.stories.clusters import ALIKE
from crosswire.stories.linkage import average_linkage
from crosswire.stories.signatures import Signature
from tests.store.conftest import filled, made  # noqa: F401

SALTS = (3, 2)


def test_the_steps_make_the_stories_of_a_store(filled: sqlite3.Connection, made: list[Reading]) -> None:  # noqa: F811
    read = {row.id: row for row in steps.read(map(given, made), work=known({each.article.id: each for each in made}))}
    days = {id: msgspec.msgpack.decode(row.signature or b"", type=Signature).day for id, row in read.items()}
    signed = [steps.Signed(id, days[id], row.signature or b"") for id, row in read.items()]
    met = sorted(steps.meet(signed, SALTS, undated=False), key=lambda row: (row.reach, row.window, row.salt))
    found = list(steps.link(met, SALTS))
    likes: dict[str, dict[str, float]] = {id: {} for id in read}
    for link in found:
        likes[link.one][link.other] = likes[link.other][link.one] = link.like
    groups = average_linkage(list(likes), likes, ALIKE)
    members = [steps.Member(min(group), id, days[id]) for group in groups for id in group]
    for story in steps.tell(members):
        reports = [steps.Packed(read[id].record or b"") for id in story.compared]
        (fused,) = steps.fuse([story], reports)
        there = kept.comparison(filled, story.id)
        assert story.articles == kept.reports(filled, story.id)
        assert (fused.origins, fused.findings, fused.drifts) == (there.origins, there.findings, there.drifts)


def test_an_article_that_cannot_be_read_is_a_row_with_the_reason(made: list[Reading]) -> None:  # noqa: F811
    def broken(found: Found) -> Taken | Failed:
        return Failed(found.source, found.article, "cannot be read: it is broken")

    (row,) = steps.read([given(made[0])], work=broken)
    assert (row.id, row.record, row.reason) == (made[0].article.id, None, "cannot be read: it is broken")


def test_a_story_that_cannot_be_compared_is_a_row_with_the_reason() -> None:
    story = steps.Grouped("s", ("a", "b"), ("a", "b"))
    (row,) = steps.fuse([story], [steps.Packed(b"no reading")])
    assert (row.id, row.articles, row.findings) == ("s", ("a", "b"), ())
    assert row.reason is not None and row.reason.startswith("cannot be compared: ")


def given(reading: Reading) -> steps.Given:
    return steps.Given(0, 0, "here", "here", reading.article.id, pack(reading.article))


def known(readings: dict[str, Reading]):
    def work(found: Found) -> Taken:
        article: Article = found.article
        return taken(found.source, readings[article.id])

    return work
