"""Links found block by block are those found at once."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from crosswire.stories.blocks import LARGE, REACHES, Block, Link, blocks, links, salts_for
from crosswire.stories.clusters import Stories
from crosswire.stories.signatures import Signature
from tests.stories.test_clusters import SIGNATURES


def at_once(signatures: list[Signature]) -> set[Link]:
    stories = Stories()
    for each in signatures:
        stories.add(each)
    stories.settle()
    names = stories.names
    return {
        Link(*sorted((names[row], names[other])), like)
        for row, found in enumerate(stories.links)
        for other, like in zip(*found, strict=True)
    }


def by_blocks(signatures: list[Signature], salts: tuple[int, int]) -> list[Link]:
    undated = any(each.day is None for each in signatures)
    met: dict[Block, list[Signature]] = defaultdict(list)
    for each in signatures:
        for block in blocks(each, salts, undated):
            met[block].append(each)
    return [link for block in met for link in links(block, met[block], salts)]


@given(SIGNATURES, st.tuples(st.integers(1, 5), st.integers(1, 5)))
def test_any_number_of_salts_gives_each_link_once(signatures: list[Signature], salts: tuple[int, int]) -> None:
    found = by_blocks(signatures, salts)
    assert len(found) == len(set(found))
    assert set(found) == at_once(signatures)


@given(st.integers(0, LARGE), st.integers(0, LARGE))
def test_a_report_goes_to_one_salt_where_a_block_holds_them_all(soon: int, later: int) -> None:
    for reports, salts, (keys, _) in zip((soon, later), salts_for((soon, later)), REACHES, strict=True):
        assert (salts == 1) == (2 * reports <= LARGE)
        assert 2 * reports * min(1, keys / salts) <= LARGE
