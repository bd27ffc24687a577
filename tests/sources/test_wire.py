"""HTTPS: a page is taken only from a server whose certificate holds for the name that was asked for."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

import pytest

from crosswire.sources import Rejected
from crosswire.sources.wire import ask, trusted
from tests.sources.server import Reply, serving

NAME = "news.example"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of our own for a name, with its key, in one file."""
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", path.with_name("key.pem"), "-out", path],
        check=True, capture_output=True,
    )  # fmt: skip
    path.write_bytes(path.read_bytes() + path.with_name("key.pem").read_bytes())
    return path


def asked(certificate: Path, name: str, trusting: ssl.SSLContext) -> bytes:
    secured = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secured.load_cert_chain(certificate)
    with serving(secured=secured, a=Reply(b"a page")) as server:
        url = f"https://{name}:{server.url.rpartition(':')[2]}/a"
        return ask(
            url, {}, allowed=lambda each: True, largest=99, resolve=lambda *_: ["127.0.0.1"], trusting=trusting
        ).body


def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: Path) -> None:
    with pytest.raises(Rejected, match="its certificate does not hold: self-signed certificate"):
        asked(certificate, NAME, trusted())


def test_a_certificate_holds_for_its_own_name_alone(certificate: Path) -> None:
    known = ssl.create_default_context(cafile=certificate)
    assert asked(certificate, NAME, known) == b"a page"
    with pytest.raises(Rejected, match="its certificate does not hold: Hostname mismatch"):
        asked(certificate, "other.example", known)
