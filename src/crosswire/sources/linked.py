"""What a page states of its report in linked data, schema.org in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]


def stated_address(tree: HtmlElement) -> str | None:
    """The address of the one report a page states it is; None where it states none, or several."""
    found = {address for item in items(tree) if is_report(item) and (address := address_of(item))}
    return found.pop() if len(found) == 1 else None


def items(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The things a page describes: each script's own, those of its list, and those of their `@graph`."""
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        for item in members(parsed(script.text or "")):
            yield item
            yield from members(item.get("@graph"))


def parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # broken scripts are common, and tell nothing
        return None


def members(value: Any) -> Iterator[dict[str, Any]]:
    yield from (item for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict))


def is_report(item: dict[str, Any]) -> bool:
    """Whether a thing is a report: Article, NewsArticle, ReportageNewsArticle ..., BlogPosting."""
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(each, str) and each.endswith(("Article", "BlogPosting")) for each in kinds)


def address_of(item: dict[str, Any]) -> str | None:
    page = item.get("mainEntityOfPage")
    stated = (item.get("url"), page.get("@id") if isinstance(page, dict) else page)
    return next((each for each in stated if isinstance(each, str) and each), None)
