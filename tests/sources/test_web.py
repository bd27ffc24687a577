"""Fetching: from checked addresses of the open internet only, politely, with an end in size and time."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address

import pytest

from crosswire.records import Article
from crosswire.sources import Mark, Refused, Rejected
from crosswire.sources.open import articles_from
from crosswire.sources.web import Web
from crosswire.sources.wire import Address, ask, public
from tests.sources.server import Reply, serving

STORY = "The lock at the northern port was closed on Monday for repairs, the port said. Ships wait for nine hours."
PAGE = f"<html><head><title>Lock</title></head><body><article><p>{STORY}</p></article></body></html>".encode()


def here(address: Address) -> bool:
    """The loopback of the test's own server, and not all of it."""
    return str(address) == "127.0.0.1"


def web(**options: object) -> Web:
    return Web(**{"allowed": here, "pause": 0.0, "seconds": 5.0, **options})  # type: ignore[arg-type]


def told(source: str, **options: object) -> list[str]:
    """The kind of each item, and the reason of each refusal."""
    found = articles_from(source, web=web(**options))
    return [item.reason if isinstance(item, Refused) else type(item).__name__ for item in found]


def test_a_page_is_an_article_at_its_address() -> None:
    with serving(a=Reply(PAGE, ETag='"1"')) as server:
        article, mark = articles_from(f"{server.url}/a", web=web())
        assert isinstance(article, Article)
        assert (article.text.splitlines()[0], article.url) == ("Lock", f"{server.url}/a")
        assert mark == Mark(f"{server.url}/a", '"1"', None)
        assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]
        assert all("crosswire" in headers["User-Agent"] for _, headers in server.asked)


def test_a_page_that_has_not_changed_is_not_sent_again() -> None:
    with serving(a=Reply(status=304)) as server:
        url = f"{server.url}/a"
        assert told(url, marks={url: Mark(url, '"1"', "Tue, 05 Mar 2024 10:00:00 GMT")}) == []
        sent = server.asked[-1][1]
        assert (sent["If-None-Match"], sent["If-Modified-Since"]) == ('"1"', "Tue, 05 Mar 2024 10:00:00 GMT")


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1 255.255.255.255"
    " ::1 :: fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1"
    " 2002:7f00:1:: 2001:0:4136:e378:8000:63bf:3fff:fdd2 ::7f00:1 2001:db8::1".split(),
)
def test_an_address_that_is_not_of_the_open_internet_is_not_public(address: str) -> None:
    assert not public(ip_address(address))


@pytest.mark.parametrize("address", "1.1.1.1 93.184.215.14 2606:4700::1111 64:ff9b::101:101 ::ffff:1.1.1.1".split())
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert public(ip_address(address))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_no_private_host_is_asked_however_it_is_written(host: str) -> None:
    with serving(a=Reply(PAGE)) as server:
        (line,) = articles_from(f"http://{host}:{server.url.rpartition(':')[2]}/a", web=Web(pause=0))
        assert isinstance(line, Refused) and "no address of the open internet" in line.reason
        assert server.asked == []


def test_a_name_with_one_private_address_is_not_asked_at_its_other() -> None:
    with pytest.raises(Rejected, match=r"leads to 10\.0\.0\.7"):
        ask("http://a.example/", {}, allowed=here, largest=9, resolve=lambda *_: ["127.0.0.1", "10.0.0.7"])


def test_the_connection_goes_where_the_check_looked() -> None:
    """A name that is asked for twice may lead elsewhere the second time."""
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    with serving(a=Reply(PAGE)) as server:
        port = server.url.rpartition(":")[2]
        url = f"http://rebinding.example:{port}/a"
        assert ask(url, {}, allowed=here, largest=9999, resolve=lambda *_: next(answers)).status == 200
        assert (next(answers), server.asked[0][1]["Host"]) == (["127.0.0.2"], f"rebinding.example:{port}")


def test_a_redirect_is_followed_and_checked_like_the_first_address() -> None:
    with serving(
        a=Reply(status=302, Location="/b"), b=Reply(PAGE), c=Reply(status=301, Location="http://127.0.0.2/a")
    ) as server:
        (article,) = articles_from(f"{server.url}/a", web=web())
        assert isinstance(article, Article) and article.url == f"{server.url}/b"
        assert "leads to 127.0.0.2, no address of the open internet" in told(f"{server.url}/c")[0]
        server.replies |= {
            "/d": Reply(status=302, Location="/d"),
            "/e": Reply(status=302, Location="file:///etc/passwd"),
        }
        assert told(f"{server.url}/d") == ["redirects more than 5 times"]
        assert len([path for path, _ in server.asked if path == "/d"]) == 6
        assert told(f"{server.url}/e") == ["not a web address; it begins with http:// or https:// and names a server"]


@pytest.mark.parametrize("address", ["ftp://example.com/a", "file:///etc/passwd", "http://", "http://[x/", "http://a..b/",
                                     "http://example.com:99999/", "gopher://x", "http://\udcff/"])  # fmt: skip
def test_what_is_no_web_address_is_one_line(address: str) -> None:
    (line,) = told(address)
    assert line.startswith("not a web address")


def test_a_password_goes_nowhere() -> None:
    assert told("http://me:secret@127.0.0.1/") == [
        "an address with a name or password in it; crosswire signs in nowhere"
    ]


def test_robots_are_obeyed() -> None:
    rules = b"User-agent: crosswire\nDisallow: /private\n"
    with serving(robots_txt=Reply(rules, Content_Type="text/plain"), private=Reply(PAGE), a=Reply(PAGE)) as server:
        assert told(f"{server.url}/private") == ["its robots.txt asks not to fetch it; save the page and name the file"]
        assert told(f"{server.url}/a") == ["Article"]
        assert "/private" not in [path for path, _ in server.asked]
        server.replies["/robots.txt"] = Reply(status=503)
        assert told(f"{server.url}/a")[0].startswith("its robots.txt cannot be had: the server answered 503")


def test_a_redirect_into_what_robots_forbid_is_not_followed() -> None:
    rules = Reply(b"User-agent: *\nDisallow: /private\n")
    with serving(robots_txt=rules, private=Reply(PAGE), a=Reply(status=302, Location="/private")) as server:
        assert told(f"{server.url}/a")[0].startswith("its robots.txt asks not to fetch it")
        assert "/private" not in [path for path, _ in server.asked]


def test_a_host_is_given_a_pause_between_two_requests() -> None:
    slept: list[float] = []
    rules = Reply(b"User-agent: *\nCrawl-delay: 70\n", Content_Type="text/plain")
    with serving(robots_txt=rules, a=Reply(PAGE), b=Reply(PAGE)) as server, serving(a=Reply(PAGE)) as other:
        guest = web(pause=900.0, sleep=slept.append)
        for url in (f"{server.url}/a", f"{server.url}/b", f"{other.url}/a"):
            assert len(list(articles_from(url, web=guest))) == 1
        assert [round(each, -2) for each in slept] == [0, 900, 900, 0, 900]
        slept.clear()
        list(articles_from(f"{server.url}/a", web=web(sleep=slept.append)))
        assert slept[0] == 0 and 0 < slept[1] <= 30


def test_what_the_server_does_not_give_is_one_line() -> None:
    replies = {"gone": Reply(status=410), "film": Reply(b"0", Content_Type="video/mp4"), "odd": Reply(PAGE, Content_Encoding="br"),
               "cut": Reply(PAGE, Content_Length="9999"), "bad": Reply(b"no gzip", Content_Encoding="gzip")}  # fmt: skip
    with serving(**replies) as server:
        assert {name: told(f"{server.url}/{name}") for name in (*replies, "none")} == {
            "gone": ["the server answered 410 Gone"],
            "film": ["of type video/mp4; crosswire fetches pages, feeds and plain text"],
            "odd": ["packed as 'br', which was not asked for"],
            "cut": ["cut short on its way; try again"],
            "bad": ["damaged on its way; try again"],
            "none": ["the server answered 404 Not Found"],
        }
    assert told(server.url)[0].startswith("cannot be reached: ")


def test_an_endless_answer_ends() -> None:
    with serving(a=Reply(b"<p>endless " * 10_000, pieces=10_000)) as server:
        assert told(f"{server.url}/a") == ["more than 20 MB; a report is text"]


def test_a_compression_bomb_ends_where_it_is_too_large() -> None:
    with serving(a=Reply(gzip.compress(b"a" * 60_000_000), Content_Encoding="gzip")) as server:
        assert told(f"{server.url}/a") == ["more than 20 MB; a report is text"]


def test_a_packed_page_is_unpacked() -> None:
    with serving(a=Reply(gzip.compress(PAGE), Content_Encoding="gzip")) as server:
        assert told(f"{server.url}/a") == ["Article"]


def test_a_server_that_drips_is_cut_off() -> None:
    """Each byte comes in time, and the whole never ends."""
    with serving(a=Reply(b"a", pieces=1000, pause=0.02)) as server, dripping() as url:
        for slow in (f"{server.url}/a", url):
            began = time.monotonic()
            assert told(slow, seconds=0.5) == ["took longer than 0.5 seconds"]
            assert time.monotonic() - began < 3


@contextmanager
def dripping() -> Iterator[str]:
    """The address of a server whose very first line never ends."""
    stop = threading.Event()

    def drip() -> None:
        connection, _ = listening.accept()
        with connection, suppress(OSError):
            while not stop.wait(0.02):
                connection.sendall(b"H")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=drip, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/a"
        stop.set()
