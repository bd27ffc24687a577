"""Files made to be slow or to break something: an article or a line, soon, and never an exception."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.mutated import SUFFIXES, failures, kind_of, mutated, seeds
from crosswire.records import Article
from crosswire.sources import Refused
from crosswire.sources.open import articles_from

STORY = "The lock at the northern port was closed on Monday for repairs, the port said. Ships wait for nine hours."
START, END = b"<html><body><article>", f"<p>{STORY}</p></article></body></html>".encode()
PAGES = {
    "100,000 elements": b"<p>a</p>" * 100_000,
    "deep": b"<div>" * 15_000,
    "deeper": b"<div>" * 1_000_000,
    "deep lists": b"<ul><li>" * 7_000,
    "deep tables": b"<table><tr><td>" * 5_000,
    "deep marks": b"<b>" * 15_000,
    "open brackets": b"<" * 500_000,
    "attributes": b"<p " + b"a=1 " * 200_000 + b">",
    "one attribute": b"<p a='" + b"a" * 1_000_000 + b"'>",
    "comments": b"<!--" * 200_000,
    "entities": b"&amp;" * 200_000,
    "scripts": b"<script>" * 15_000,
    "linked data": b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script>",
    "laughing": b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>' + b"&b;" * 50_000,
    "one word": b"<p>" + b"a" * 1_000_000 + b"</p>",
    "spaces": b"<p>" + b" " * 1_000_000 + b"a</p>",
    "lines": b"<p>" + b"a<br>" * 9_000 + b"</p>",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_an_article_or_a_line_soon(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.html").write_bytes(START + PAGES[name] + END)
    began = time.process_time()
    (item,) = articles_from(f"{tmp_path}/a.html")
    assert isinstance(item, Article | Refused)
    assert time.process_time() - began < 10


@pytest.mark.parametrize("kind", SUFFIXES)
def test_every_whole_file_gives_its_articles(tmp_path: Path, kind: str) -> None:
    (tmp_path / f"a{SUFFIXES[kind]}").write_bytes(seeds()[kind])
    found = list(articles_from(str(tmp_path)))
    assert [type(item) for item in found] == [Article] * (1 if kind in {"text", "page"} else 6)


def test_no_file_broken_at_random_raises_hangs_or_kills() -> None:
    assert list(failures(200)) == []


def test_a_mutation_is_made_from_its_number_alone() -> None:
    assert [mutated(n) for n in range(30)] == [mutated(n) for n in range(30)]
    assert {kind_of(n) for n in range(30)} == set(SUFFIXES)
    assert sum(mutated(n) != seeds()[kind_of(n)] for n in range(30)) > 20


@given(st.text(st.characters(exclude_categories=())).filter(lambda source: "://" not in source and source != "-"))
def test_whatever_is_no_source_is_a_line(source: str) -> None:
    for item in articles_from(f"/none/{source}"):
        assert isinstance(item, Refused) and item.reason.isprintable() and item.source.isprintable()


@given(st.sampled_from([*SUFFIXES.values(), ""]), st.binary(max_size=300))
def test_any_bytes_under_any_name_give_articles_or_lines(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, raw: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")  # nothing in a folder is fetched, should the bytes be an address
    (folder / f"any{suffix}").write_bytes(raw)
    for item in articles_from(str(folder)):
        assert isinstance(item, Article) or (isinstance(item, Refused) and item.reason.isprintable())
