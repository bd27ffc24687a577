"""What the server answers, in OpenAPI's terms, for those who write programs against it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from crosswire.records import Judgement
from crosswire.store.answers import Asked, Verdict
from crosswire.web.routes import ROUTES, Route

REFERENCES = "#/components/schemas/{name}"


def described(version: str) -> dict[str, Any]:
    """The OpenAPI 3.1 document of every question, its filters and its answer."""
    answers, parts = msgspec.json.schema_components([route.answer for route in ROUTES], ref_template=REFERENCES)
    _, filters = msgspec.json.schema_components([Asked], ref_template=REFERENCES)
    known = filters["Asked"]["properties"]
    paths = {f"/api/{r.path}": {"get": described_route(r, a, known)} for r, a in zip(ROUTES, answers, strict=True)}
    (sent, logged), judging = msgspec.json.schema_components([Verdict, Judgement], ref_template=REFERENCES)
    paths["/api/judgements"]["post"] = {
        "description": "Only of a server that was started with --edit, and from its own page",
        "requestBody": {"required": True, "content": {"application/json": {"schema": sent}}},
        "responses": responses(logged),
    }
    about = {"title": "crosswire", "version": version}
    return {"openapi": "3.1.0", "info": about, "paths": paths, "components": {"schemas": parts | judging}}


def described_route(route: Route, answer: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    word = {"type": "string"}
    named = [
        {"name": name, "in": "path", "required": True, "schema": word} for name in re.findall(r"{(\w+)}", route.path)
    ]
    filters = [{"name": name, "in": "query", "schema": schema} for name, schema in known.items()]
    also = [{"name": name, "in": "query", "schema": word} for name in route.also]
    return {"parameters": [*named, *filters, *also], "responses": responses(answer)}


def responses(answer: dict[str, Any]) -> dict[str, Any]:
    told = {"description": "The answer", "content": {"application/json": {"schema": answer}}}
    wrong = {"description": "Why there is none (RFC 9457)", "content": {"application/problem+json": {}}}
    return {"200": told, "default": wrong}
