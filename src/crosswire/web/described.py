"""What the server answers, in OpenAPI's terms, for those who write programs against it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from crosswire.store.answers import Asked
from crosswire.web.routes import ROUTES, Route

REFERENCES = "#/components/schemas/{name}"


def described(version: str) -> dict[str, Any]:
    """The OpenAPI 3.1 document of every question, its filters and its answer."""
    answers, parts = msgspec.json.schema_components([route.answer for route in ROUTES], ref_template=REFERENCES)
    _, filters = msgspec.json.schema_components([Asked], ref_template=REFERENCES)
    known = filters["Asked"]["properties"]
    paths = {f"/api/{r.path}": {"get": described_route(r, a, known)} for r, a in zip(ROUTES, answers, strict=True)}
    about = {"title": "crosswire", "version": version}
    return {"openapi": "3.1.0", "info": about, "paths": paths, "components": {"schemas": parts}}


def described_route(route: Route, answer: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    word = {"type": "string"}
    named = [
        {"name": name, "in": "path", "required": True, "schema": word} for name in re.findall(r"{(\w+)}", route.path)
    ]
    filters = [{"name": name, "in": "query", "schema": schema} for name, schema in known.items()]
    also = [{"name": name, "in": "query", "schema": word} for name in route.also]
    told = {"description": "The answer", "content": {"application/json": {"schema": answer}}}
    wrong = {"description": "Why there is none (RFC 9457)", "content": {"application/problem+json": {}}}
    return {"parameters": [*named, *filters, *also], "responses": {"200": told, "default": wrong}}
