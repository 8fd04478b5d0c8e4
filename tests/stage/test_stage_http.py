from collections.abc import AsyncIterator

import httpx
import pytest
from stage_bots import make_bot
from telegram.error import InvalidToken

from handlers.stage.people import Person
from handlers.stage.stage import Stage


@pytest.fixture
async def client(address: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=address) as connected:
        yield connected


async def test_a_wrong_token_is_unauthorised(client: httpx.AsyncClient, address: str) -> None:
    answer = await client.get("/bot1234:wrong/getMe")
    assert (answer.status_code, answer.json()) == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )
    with pytest.raises(InvalidToken):
        async with make_bot(address, "1234:wrong"):
            pass


@pytest.mark.parametrize("path", ["/botnonsense/getMe", "/bot", "/nergens", "/file/bot1234:wrong/x"])
async def test_what_is_not_there_is_answered_in_json(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code in {401, 404}
    assert answer.json()["ok"] is False


async def test_an_unknown_method_is_not_found(stage: Stage, client: httpx.AsyncClient) -> None:
    answer = await client.post(f"/bot{stage.token}/sendPigeon")
    assert (answer.status_code, answer.json()["description"]) == (404, "Not Found: method not found")
    assert (await client.get(f"/file/bot{stage.token}/documents/none")).status_code == 404


async def test_every_way_to_send_parameters_works(stage: Stage, client: httpx.AsyncClient, person: Person) -> None:
    path = f"/bot{stage.token}/sendMessage"
    for answer in (
        await client.get(path, params={"chat_id": 1, "text": "in het adres é"}),
        await client.post(path, data={"chat_id": "1", "text": "als formulier é"}),
        await client.post(path, json={"chat_id": 1, "text": "als JSON é", "disable_notification": True}),
        await client.post(path, files={"chat_id": (None, "1"), "text": (None, "in delen é")}),
        await client.post(f"/bot{stage.token}/SENDMESSAGE?chat_id=1", json={"text": "gemengd é"}),
    ):
        assert answer.json()["ok"] is True, answer.text
    assert [message.text for message in person.messages] == [
        "in het adres é",
        "als formulier é",
        "als JSON é",
        "in delen é",
        "gemengd é",
    ]


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b"{"),
        ("application/json", b"[]"),
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\ncut off'),
    ],
)
async def test_a_broken_body_is_a_bad_request(
    stage: Stage, client: httpx.AsyncClient, content_type: str, body: bytes
) -> None:
    answer = await client.post(f"/bot{stage.token}/sendMessage", content=body, headers={"content-type": content_type})
    assert (answer.status_code, answer.json()["error_code"]) == (400, 400)


async def test_missing_and_broken_parameters_are_named(stage: Stage, client: httpx.AsyncClient, person: Person) -> None:
    path = f"/bot{stage.token}/sendMessage"
    answers = [
        await client.post(path, json={"text": "Dag"}),
        await client.post(path, json={"text": "Dag", "chat_id": "@g40"}),
        await client.post(path, json={"text": "Dag", "chat_id": 1, "reply_markup": "{"}),
        await client.post(path, json={"text": "Dag", "chat_id": 1, "reply_parameters": "{"}),
        await client.post(
            path, content=b'{"chat_id": 1, "text": "\\ud83d"}', headers={"content-type": "application/json"}
        ),
    ]
    assert [answer.json().get("description") for answer in answers] == [
        "Bad Request: chat_id is empty",
        "Bad Request: chat not found",
        "Bad Request: can't parse reply keyboard markup JSON object",
        "Bad Request: can't parse reply_parameters JSON object",
        None,
    ]
    assert [message.text for message in person.messages] == ["\ufffd"]


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "127.0.0.1.evil.example"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
    ],
)
async def test_other_websites_are_kept_out(stage: Stage, client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    answer = await client.post("/stage/control/people/1/send", json={"text": "Dag"}, headers=headers)
    assert answer.status_code == 403
    assert stage.people == {}


async def test_another_process_can_work_the_stage(stage: Stage, client: httpx.AsyncClient) -> None:
    control = "/stage/control"
    sent = await client.post(f"{control}/people/1/send", json={"text": "/start", "language_code": "en"})
    assert sent.json()["text"] == "/start"
    assert stage.people[1].language_code == "en"
    call = f"/bot{stage.token}/sendMessage"
    markup = {"inline_keyboard": [[{"text": "Volg", "callback_data": "f:1"}]]}
    message = {"chat_id": 1, "text": "Dag", "reply_markup": markup}
    fault = {"kind": "429", "method": "sendMessage", "seconds": 3}
    assert (await client.post(f"{control}/faults", json=fault)).status_code == 200
    assert (await client.post(call, json=message)).json()["parameters"] == {"retry_after": 3}
    reply = (await client.post(call, json=message)).json()["result"]
    assert [one["text"] for one in (await client.get(f"{control}/chats/1")).json()] == ["/start", "Dag"]
    press = await client.post(f"{control}/people/1/press", json={"message_id": reply["message_id"], "button": "Volg"})
    assert press.json()["id"] in stage.presses
    await client.post(f"{control}/people/1/block", json={})
    assert (await client.post(call, json=message)).status_code == 403
    await client.post(f"{control}/people/1/block", json={"blocked": False})
    await client.post(f"{control}/flood", json={"model": "window"})
    assert stage.flood is not None
    calls = (await client.get(f"{control}/calls", params={"method": "sendMessage", "since": 1})).json()
    assert [one["status"] for one in calls] == [200, 403]
    await client.post(f"{control}/faults", json=fault)
    assert (await client.delete(f"{control}/faults")).json() == []
    assert stage.faults.planned == ()


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("faults", {"kind": "406"}),
        ("faults", {"kind": "429", "unknown": 1}),
        ("flood", {"model": "none"}),
        ("people/9/press", {"message_id": 1, "button": "x"}),
        ("people/9/send", {"text": " "}),
        ("people/9/send", []),
    ],
)
async def test_a_mistake_in_a_control_is_told(client: httpx.AsyncClient, path: str, body: object) -> None:
    answer = await client.post(f"/stage/control/{path}", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]
