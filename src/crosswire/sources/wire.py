"""One question to a web server, at an address that was checked, with an end in size and in time."""

from __future__ import annotations

import http.client
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.message import Message
from functools import cache
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Event, Timer
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from crosswire.sources import Rejected

SECONDS = 30.0  # that one question may take in all
SILENCE = 10.0  # seconds between two bytes
TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address in its last 32 bits
TRANSLATED_HERE = IPv6Network("64:ff9b:1::/48")
PORTS = {"http": 80, "https": 443}

Address = IPv4Address | IPv6Address
Allowed = Callable[[Address], bool]
Resolve = Callable[[str, int], list[str]]


class Answer(NamedTuple):
    """What a server answered; `body` is unpacked."""

    status: int
    headers: Message
    body: bytes


def public(address: Address) -> bool:
    """Whether an address is one of the open internet, also where an IPv4 address is wrapped in an IPv6 one."""
    if isinstance(address, IPv6Address):
        if within := address.ipv4_mapped or address.sixtofour:
            return public(within)
        if address in TRANSLATED:
            return public(IPv4Address(int(address) & 0xFFFFFFFF))
        if address in TRANSLATED_HERE:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_link_local)


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name."""
    return [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def ask(
    url: str,
    headers: Mapping[str, str],
    *,
    allowed: Allowed,
    largest: int,
    seconds: float = SECONDS,
    resolve: Resolve = resolved,
    trusting: ssl.SSLContext | None = None,
) -> Answer:
    """The answer to a GET. Raises Rejected, its message without the name of what was asked for."""
    parts = split(url)
    with connected(parts, allowed, seconds, resolve, trusting) as connection:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
            f"?{quote(parts.query, safe='/%:@!$&()*+,;=~?[]')}" if parts.query else ""
        )
        connection.request("GET", path, headers=dict(headers) | {"Accept-Encoding": "gzip", "Connection": "close"})
        response = connection.getresponse()
        return Answer(response.status, response.headers, body(response, largest))


def split(url: str) -> SplitResult:
    """The parts of an address that may be fetched."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host.encode("idna")
    except (ValueError, UnicodeError):
        raise Rejected("not a web address") from None
    if parts.scheme not in PORTS or not host or port == 0:
        raise Rejected("not a web address; it begins with http:// or https:// and names a server")
    if parts.username is not None or parts.password is not None:
        raise Rejected("an address with a name or password in it; crosswire signs in nowhere")
    return parts


@contextmanager
def connected(
    parts: SplitResult, allowed: Allowed, seconds: float, resolve: Resolve, trusting: ssl.SSLContext | None
) -> Iterator[http.client.HTTPConnection]:
    """A connection to the very address that was checked; after `seconds` it is cut, whatever it does then."""
    host = (parts.hostname or "").encode("idna").decode()
    port = parts.port or PORTS[parts.scheme]
    late = Event()
    try:
        plain = reached(checked(resolve(host, port), allowed), port, min(seconds, SILENCE))
        watched = plain.dup()  # outlives the wrapping of the other in TLS
        timer = Timer(seconds, cut, (watched, late))
        timer.daemon = True
        timer.start()
        try:
            connection = http.client.HTTPConnection(host, port)
            connection.default_port = PORTS[parts.scheme]
            secured = (trusting or trusted()) if parts.scheme == "https" else None
            connection.sock = secured.wrap_socket(plain, server_hostname=host) if secured else plain
            yield connection
            if late.is_set():
                raise TimeoutError
        finally:
            timer.cancel()
            watched.close()
            plain.close()
            connection.close()
    except (Rejected, OSError, http.client.HTTPException, ValueError) as error:
        if late.is_set():
            raise Rejected(f"took longer than {seconds:g} seconds") from None
        if isinstance(error, Rejected):
            raise
        raise Rejected(f"cannot be reached: {reason(error)}") from None


def cut(watched: socket.socket, late: Event) -> None:
    late.set()
    watched.shutdown(socket.SHUT_RDWR)


def checked(found: list[str], allowed: Allowed) -> list[str]:
    """The addresses of a name, if every one is allowed: where one is not, none of them is asked."""
    for each in found:
        if not allowed(ip_address(each.partition("%")[0])):
            raise Rejected(f"leads to {each}, no address of the open internet; crosswire fetches from there only")
    return found


def reached(found: list[str], port: int, seconds: float) -> socket.socket:
    """A connection to the first of the addresses that answers."""
    for address in found[:-1]:
        try:
            return socket.create_connection((address, port), seconds)
        except OSError:
            continue
    return socket.create_connection((found[-1], port), seconds)


@cache
def trusted() -> ssl.SSLContext:
    import certifi

    return ssl.create_default_context(cafile=certifi.where())


def body(response: http.client.HTTPResponse, largest: int) -> bytes:
    """The bytes of an answer, unpacked as they come, so that a small answer cannot become a large one."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in {"identity", "gzip", "x-gzip", ""}:
        raise Rejected(f"packed as {encoding[:20]!r}, which was not asked for")
    unpacker = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
    raw = bytearray()
    try:
        while chunk := response.read1(1 << 16):
            raw += unpacker.decompress(chunk, largest + 1 - len(raw)) if unpacker else chunk
            if len(raw) > largest:
                raise Rejected(f"more than {largest // 1_000_000 or 1} MB; a report is text")
    except zlib.error:
        raise Rejected("damaged on its way; try again") from None
    if response.length or (unpacker and raw and not unpacker.eof):
        raise Rejected("cut short on its way; try again")
    return bytes(raw)


def reason(error: Exception) -> str:
    """Why a server was not reached, in words for one line."""
    if isinstance(error, TimeoutError):
        return f"no answer within {SILENCE:g} seconds"
    if isinstance(error, http.client.IncompleteRead):
        return "cut short on its way"
    if isinstance(error, socket.gaierror):
        return "no server of this name"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold: {error.verify_message}"
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
    return " ".join(words.split())[:200].lower()
