"""The steps of a corpus, brought together by plain lists, make the stories that a store has."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

import msgspec

from crosswire import Article, Reading
from crosswire.run import steps
from crosswire.run.taken import Failed, Found, Taken, taken
from crosswire.store import kept
from crosswire.store.packed import pack
from crosswire.stories.blocks import Link
from crosswire.stories.clusters import ALIKE
from crosswire.stories.signatures import Signature
from tests.store.conftest import filled, made  # noqa: F401

SALTS = (3, 2)


def test_the_steps_make_the_stories_of_a_store(filled: sqlite3.Connection, made: list[Reading]) -> None:  # noqa: F811
    read = {row.id: row for row in steps.read(map(given, made), work=known({each.article.id: each for each in made}))}
    days = {id: msgspec.msgpack.decode(row.signature or b"", type=Signature).day for id, row in read.items()}
    signed = [steps.Signed(id, days[id], row.signature or b"") for id, row in read.items()]
    met = sorted(steps.meet(signed, SALTS, undated=False), key=lambda row: (row.reach, row.window, row.salt))
    found = list(steps.link(met, SALTS))
    for chain in chains(list(read), found):
        members = [steps.Member(min(chain), id, days[id]) for id in chain]
        inside = [link for link in found if {link.one, link.other} <= chain]
        for story in steps.tell(members, inside):
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


def chains(names: list[str], links: list[Link]) -> list[set[str]]:
    of = {name: {name} for name in names}
    for link in links:
        if link.like >= ALIKE:
            both = of[link.one] | of[link.other]
            of.update(dict.fromkeys(both, both))
    by_lowest: dict[str, set[str]] = defaultdict(set)
    for name in names:
        by_lowest[min(of[name])] = of[name]
    return list(by_lowest.values())
