"""The server: every question has an address, nothing but this machine is answered, and nothing in a text acts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bench.generated import readings
from crosswire.commands.serve import judging
from crosswire.store.tables import Unusable, create_or_open
from crosswire.web.app import app
from crosswire.web.routes import ROUTES
from tests.store.conftest import fill

HERE = "http://127.0.0.1:8400"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "x.db"
    db = create_or_open(path)
    fill(db, islice(readings(seed=5), 40))
    db.close()
    return path


@pytest.fixture(scope="module")
def client(path: Path) -> Iterator[TestClient]:
    with TestClient(app(path, "1"), base_url=HERE) as client:
        yield client


def known(client: TestClient) -> dict[str, str]:
    """A value for every name in a path."""
    story = client.get("/api/stories").json()["items"][0]["id"]
    event = client.get("/api/events").json()["items"][0]
    dyad = client.get("/api/dyads").json()["items"][0]
    who = client.get("/api/actors").json()["items"][0]["id"]
    ids = {"stories": story, "articles": event["article"], "events": event["id"], "actors": who}
    return {**ids, "one": dyad["actor"], "other": dyad["recipient"]}


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.path)
def test_every_question_has_an_address_and_a_description(client: TestClient, route: object) -> None:
    path = route.path  # type: ignore[attr-defined]
    names = known(client)
    asked = path.replace("{id}", names.get(path.split("/")[0], "")).format(**names)
    event = client.get(f"/api/events/{names['events']}").json()
    span = event["span"] if path == "evidence" else {}
    answer = client.get(f"/api/{asked}", params=span)
    assert answer.status_code == 200, answer.text
    assert answer.json() not in (None, [], {})
    assert f"/api/{path}" in client.get("/api/openapi.json").json()["paths"]


def test_a_filter_narrows_and_a_wrong_one_is_told(client: TestClient) -> None:
    whole = client.get("/api/events").json()["total"]
    type = client.get("/api/events").json()["items"][0]["type"]
    assert 0 < client.get("/api/events", params={"type": type}).json()["total"] < whole
    for wrong in ({"tpye": "AID"}, {"since": "yesterday"}, {"limit": "many"}):
        answer = client.get("/api/events", params=wrong)
        assert answer.status_code == 400
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]


@pytest.mark.parametrize("address", ["/api/stories/none", "/api/events/none", "/api/nothing", "/api/articles/none"])
def test_what_is_not_there_is_a_problem(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_same_answer_is_not_sent_twice(client: TestClient) -> None:
    tag = client.get("/api/events").headers["etag"]
    assert client.get("/api/events", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/api/events?limit=2", headers={"If-None-Match": tag}).status_code == 200


def test_another_answer_is_sent_whatever_the_clock_says_of_the_runs(client: TestClient, path: Path) -> None:
    tag = client.get("/api/events").headers["etag"]
    with closing(create_or_open(path)) as db:
        db.execute("INSERT INTO feed VALUES ('https://lantern.example/feed', NULL, NULL)")
        assert client.get("/api/events", headers={"If-None-Match": tag}).status_code == 200


def test_rows_come_as_csv(client: TestClient) -> None:
    answer = client.get("/api/events", params={"format": "csv", "limit": 3})
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(answer.text.splitlines()) == 4


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "rebound.example:8400"}, 421),
        ({"Host": "127.0.0.1.example"}, 421),
        ({"Host": "localhost:8400"}, 200),
        ({"Host": "[::1]:8400"}, 200),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": HERE}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
    ],
)
def test_only_this_machine_is_answered(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert client.get("/api/about", headers=headers).status_code == status


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    assert client.request(method, "/api/stories").status_code == 405
    assert client.request(method, "/").status_code == 405
    assert client.request(method, "/").headers["content-type"] == "application/problem+json"


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[TestClient]:
    path = tmp_path / "x.db"
    with closing(create_or_open(path)) as db:
        fill(db, islice(readings(seed=5), 6))
    with TestClient(app(path, "1", judging(str(path), "Ada")), base_url=HERE) as client:
        yield client


OWN = {"Origin": HERE, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}


def verdict(client: TestClient) -> str:
    story = client.get("/api/stories").json()["items"][0]["id"]
    told = client.get(f"/api/stories/{story}").json()
    return json.dumps({"story": story, "verdict": "reject", "parts": [[told["comparison"]["findings"][0]["id"]]]})


def test_the_page_may_judge_where_the_server_lets_it(editor: TestClient) -> None:
    sent = verdict(editor)
    story = json.loads(sent)["story"]
    before = editor.get(f"/api/stories/{story}")
    assert "POST" in editor.head("/api/judgements").headers["allow"]
    made = editor.post("/api/judgements", content=sent, headers=OWN)
    assert (made.status_code, made.json()["by"]) == (200, "Ada")
    after = editor.get(f"/api/stories/{story}", headers={"If-None-Match": before.headers["etag"]})
    assert [each["judgement"] for each in after.json()["comparison"]["judged"]] == [made.json()]
    assert json.loads(sent)["parts"][0][0] not in {each["id"] for each in after.json()["comparison"]["findings"]}
    assert [each["verdict"] for each in editor.get("/api/judgements").json()["items"]] == ["reject"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({**OWN, "Origin": "https://elsewhere.example"}, 403),
        ({**OWN, "Origin": "null"}, 403),
        ({name: value for name, value in OWN.items() if name != "Origin"}, 403),
        ({**OWN, "Sec-Fetch-Site": "same-site"}, 403),
        ({**OWN, "Sec-Fetch-Site": "none"}, 403),
        ({**OWN, "Content-Type": "text/plain"}, 403),
        ({**OWN, "Content-Type": "application/x-www-form-urlencoded"}, 403),
        ({**OWN, "Host": "rebound.example"}, 421),
    ],
)
def test_no_other_page_can_judge(editor: TestClient, headers: dict[str, str], status: int) -> None:
    answer = editor.post("/api/judgements", content=verdict(editor), headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert editor.get("/api/judgements").json()["total"] == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b'{"story": 3}', 400),
        (b'{"story": "none", "verdict": "reject", "parts": [["x"]]}', 404),
        (b" " * 70_000, 413),
    ],
)
def test_what_is_no_judgement_is_told(editor: TestClient, body: bytes, status: int) -> None:
    answer = editor.post("/api/judgements", content=body, headers=OWN)
    assert (answer.status_code, "\n" in answer.json()["detail"]) == (status, False)


def test_without_edit_nothing_is_judged(client: TestClient) -> None:
    answer = client.post("/api/judgements", content=verdict(client), headers=OWN)
    assert (answer.status_code, "--edit" in answer.json()["detail"]) == (403, True)
    assert client.head("/api/judgements").headers["allow"] == "GET, HEAD"


def test_what_an_answer_is_like_can_be_asked(client: TestClient) -> None:
    assert client.head("/api/stories").headers["content-type"] == "application/json"
    assert client.head("/").status_code == 200


@pytest.mark.parametrize("span", [{}, {"start": "x", "stop": "3"}, {"start": "1"}, {"start": "-1", "stop": "3"}])
def test_evidence_needs_a_span(client: TestClient, span: dict[str, str]) -> None:
    assert client.get("/api/evidence", params=span).status_code == 400


@pytest.mark.parametrize(
    "address", ["/", "/story/abc", "/../../etc/passwd", "/..%2f..%2fapp.py", "/%2e%2e/app.py", "/app.js/.."]
)
def test_every_other_address_is_the_page_and_no_file(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert '<div id="page">' in answer.text or answer.headers["content-type"].startswith("text/javascript")
    assert "from __future__" not in answer.text


def test_no_script_of_others_runs(client: TestClient) -> None:
    for path in ("/", "/api/stories", "/app.js", "/api/nothing"):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    page = client.get("/").text
    assert "<script>" not in page and "http://" not in page and "https://" not in page


def test_texts_are_sent_as_text_alone(client: TestClient) -> None:
    for path in ("/api/stories", "/api/search?words=the"):
        assert client.get(path).headers["content-type"] == "application/json"
    assert json.loads(client.get("/api/stories").text)


def test_a_store_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("no store")
    for path in (tmp_path / "other", tmp_path / "missing.db"):
        with pytest.raises(Unusable):
            app(path, "1")
