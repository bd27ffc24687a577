"""The outlet of a report by the name readers know it by."""

from __future__ import annotations

import re

from crosswire.knowledge.lexicon import outlet_of_domain

HOST = re.compile(r"(?:https?://)?([\w-]+(?:\.[\w-]+)+)(?:/\S*)?", re.IGNORECASE)


def outlet_named(stated: str | None, address: str | None) -> str | None:
    """The outlet stated; where that is a bare host, or none is stated, the outlet known to publish there.

    "www.bbc.co.uk" -> BBC; an unknown host stays as it was stated, and an address alone names no unknown outlet.
    """
    if stated and not HOST.fullmatch(stated):
        return stated
    return known_under(stated) or known_under(address) or stated or None


def known_under(address: str | None) -> str | None:
    host = HOST.match(address) if address else None
    known = outlet_of_domain(host[1]) if host else None
    return known.name if known else None


def address(stated: str | None) -> str | None:
    """The web address stated; None for what is none, as "javascript:0"."""
    return stated if stated and re.match(r"https?://[^\s<>\"]+$", stated) else None
