"""Feeds and lists of addresses: entries are articles, and a feed that is made to harm is one line."""

import time
from contextlib import suppress
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from crosswire.records import Article
from crosswire.sources import Mark, Part, Refused, Rejected
from crosswire.sources.feed import MOST_ENTRIES, parts_of_feed
from crosswire.sources.open import articles_from
from crosswire.sources.web import Web
from tests.sources.server import Reply, serving

STORY = "The lock at the northern port was closed on Monday for repairs, the port said. Ships wait for nine hours."
PAGE = f"<html><head><title>Lock</title></head><body><article><p>{STORY}</p></article></body></html>".encode()
WHOLE = "".join(f"<p>{STORY} It is day {n} of the works.</p>" for n in range(4))
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Example Times</title>{}</channel></rss>"""
FULL = f"""<item><title>Lock &lt;b&gt;closed&lt;/b&gt;</title><link>https://example.com/lock</link>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><author>Ann Lee</author>
<content:encoded><![CDATA[{WHOLE}<script>alert(1)</script>]]></content:encoded></item>"""


def web() -> Web:
    return Web(allowed=lambda address: str(address) == "127.0.0.1", pause=0.0, seconds=5.0)


def parts(raw: bytes) -> list[Part]:
    return list(parts_of_feed("feed", raw, None))


def refusal(raw: bytes) -> str:
    with pytest.raises(Rejected) as refused:
        parts(raw)
    return str(refused.value)


def test_an_entry_that_holds_its_report_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS.format(FULL))
    (article,) = articles_from(f"{tmp_path}/feed.xml")
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.published) == ("Lock closed", "The Example Times", date(2024, 3, 5))
    assert (article.url, article.byline) == ("https://example.com/lock", "Ann Lee")
    assert article.text.count(STORY) == 4 and "alert" not in article.text


def test_an_atom_feed_is_one_too() -> None:
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry><title>Lock</title>
    <link href="https://example.com/a"/><updated>2024-03-05T10:00:00Z</updated>
    <content type="html"><![CDATA[{WHOLE}]]></content></entry></feed>"""
    ((article,),) = [part.read() for part in parts(atom.encode())]
    assert isinstance(article, Article) and article.published == date(2024, 3, 5)


def test_what_a_feed_links_to_is_fetched_and_its_mark_comes_last() -> None:
    with serving(a=Reply(PAGE, ETag="1")) as server:
        items = f"<item><title>A</title><link>{server.url}/a</link></item><item><link>{server.url}/b</link></item>"
        server.replies["/feed"] = Reply(RSS.format(items).encode(), Content_Type="application/rss+xml", ETag="2")
        article, first, refused = articles_from(f"{server.url}/feed", web=web())
        assert isinstance(article, Article) and (article.title, article.outlet) == ("Lock", "The Example Times")
        assert first == Mark(f"{server.url}/a", "1")
        assert refused == Refused(f"{server.url}/b", "the server answered 404 Not Found")
        server.replies["/b"] = Reply(PAGE)
        *_, last = articles_from(f"{server.url}/feed", web=web())
        assert last == Mark(
            f"{server.url}/feed", "2"
        )  # not before every entry was had: the feed is sent again till then


def test_a_feed_that_leads_to_a_private_address_is_one_line() -> None:
    with serving(feed=Reply(status=302, Location="http://169.254.169.254/latest/meta-data")) as server:
        (refused,) = articles_from(f"{server.url}/feed", web=web())
        assert isinstance(refused, Refused) and "leads to 169.254.169.254" in refused.reason
        entry = "<item><link>http://169.254.169.254/latest</link></item>"
        server.replies["/feed"] = Reply(RSS.format(entry).encode(), Content_Type="text/xml")
        (refused,) = articles_from(f"{server.url}/feed", web=web())
        assert isinstance(refused, Refused) and refused.source == "http://169.254.169.254/latest"


def test_nothing_in_a_folder_is_fetched(tmp_path: Path) -> None:
    with serving(a=Reply(PAGE)) as server:
        (tmp_path / "a.txt").write_text(f"# mine\n\n{server.url}/a\n")
        (tmp_path / "b.xml").write_text(RSS.format(f"<item><link>{server.url}/a</link></item>"))
        assert [item.reason for item in articles_from(str(tmp_path), web=web()) if isinstance(item, Refused)] == [
            "a list of web addresses; name it itself to have them fetched",
            "only a link; name it, or the feed itself, to have it fetched",
        ]
        assert server.asked == []


def test_a_list_of_addresses_is_fetched_each_once(tmp_path: Path) -> None:
    with serving(a=Reply(PAGE)) as server:
        (tmp_path / "mine.urls").write_text(f"{server.url}/a\n# more\nnonsense\n{server.url}/a\n{server.url}/b\n")
        article, nonsense, missing = articles_from(f"{tmp_path}/mine.urls", web=web())
        assert isinstance(article, Article)
        assert nonsense == Refused(f"{tmp_path}/mine.urls#nonsense", "not a web address; write one a line")
        assert isinstance(missing, Refused) and missing.source == f"{server.url}/b"
        assert len(server.asked) == 3


def test_an_endless_feed_ends() -> None:
    with serving(feed=Reply(b"<rss><channel>" + b"<item><title>a</title></item>" * 9_000, pieces=900)) as server:
        (refused,) = articles_from(f"{server.url}/feed", web=web())
        assert refused == Refused(f"{server.url}/feed", "more than 20 MB; a report is text")


def test_entries_without_end_are_left() -> None:
    items = "<item><title>a</title></item>" * (MOST_ENTRIES + 9)
    parts = parts_of_feed("feed", RSS.format(items).encode(), None)
    assert len(list(islice(parts, MOST_ENTRIES))) == MOST_ENTRIES
    with pytest.raises(Rejected, match=r"^feed: has more than 1,000 entries; the rest is left$"):
        next(parts)


LAUGHS = (
    '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("entities", [LAUGHS, OUTSIDE])
def test_entities_are_not_unfolded(entities: str, encoding: str) -> None:
    feed = f'<?xml version="1.0" encoding="{encoding}"?>{entities}<rss><channel><item><title>&j;&a;</title></item></channel></rss>'
    assert (
        refusal(feed.encode(encoding))
        == "feed: a feed that declares entities of its own; crosswire does not unfold them"
    )


@pytest.mark.parametrize("encoding", ["utf-7", "punycode", "hex", "no-such", "unicode_escape", "idna"])
def test_an_encoding_no_feed_has_is_read_as_utf8(encoding: str) -> None:
    feed = f'<?xml version="1.0" encoding="{encoding}"?>' + RSS.format(FULL).partition("?>")[2]
    ((article,),) = [part.read() for part in parts(feed.encode())]
    assert isinstance(article, Article)


HOSTILE = {
    "deep": "<item>" * 20_000,
    "deep content": RSS.format(
        "<item><content:encoded>" + "&lt;div&gt;" * 25_000 + "a " * 400 + "</content:encoded></item>"
    ),
    "brackets": "<rss>" + "<" * 200_000,
    "attributes": "<rss " + "a='b' " * 50_000 + ">",
    "comments": "<rss>" + "<!--" * 50_000,
    "sections": "<rss>" + "<![CDATA[" * 20_000,
    "ampersands": RSS.format("<item><title>" + "&" * 100_000 + "</title></item>"),
    "one long word": RSS.format("<item><title>" + "a" * 1_000_000 + "</title></item>"),
    "a long date": RSS.format("<item><title>a</title><pubDate>" + "1 " * 50_000 + "</pubDate></item>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_feed_is_read_or_refused_in_time(name: str) -> None:
    began = time.process_time()
    with suppress(Rejected):
        for part in parts(HOSTILE[name].encode()):
            part.read()
    assert time.process_time() - began < 5
