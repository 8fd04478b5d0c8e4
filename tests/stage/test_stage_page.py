import json
import re
import time
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from telegram import Bot

from handlers.stage import page
from handlers.stage.page import FIRST_PERSON, PAGE_FILES
from handlers.stage.serving import serving
from handlers.stage.stage import Stage

PEOPLE = "/stage/people"


@pytest.fixture
async def client(address: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=address) as connected:
        yield connected


async def told(lines: AsyncIterator[str]) -> tuple[str, dict[str, object]]:
    """Read the next event of a stream."""
    name = ""
    async for line in lines:
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            return name, json.loads(line.removeprefix("data: "))
    raise AssertionError("the stream ended")


@pytest.mark.parametrize("path", PAGE_FILES)
async def test_the_page_asks_nothing_of_other_sites(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert set(re.findall(r"https?://[\w.]+", answer.text)) <= {"http://www.w3.org"}
    assert "innerHTML" not in answer.text


async def test_a_stream_tells_all_and_then_each_change(stage: Stage, client: httpx.AsyncClient, bot: Bot) -> None:
    person = stage.person(5, "Gast 1")
    await person.send("zaal 3")
    async with client.stream("GET", f"{PEOPLE}/5/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.aiter_lines()
        name, state = await told(lines)
        assert (name, state["person"]) == ("state", {"id": 5, "name": "Gast 1", "language": "nl"})
        assert (state["presence"], state["commands"]) == ("starting", [])
        assert [message["text"] for message in state["messages"]] == ["zaal 3"]  # type: ignore[attr-defined]
        sent = await bot.send_message(5, "Veiligheid")
        name, shown = await told(lines)
        assert (name, shown["id"], shown["own"], shown["edits"]) == ("message", sent.message_id, False, 0)
        await sent.edit_text("Veiligheid, zaal 5")
        name, shown = await told(lines)
        assert (name, shown["text"], shown["edits"]) == ("message", "Veiligheid, zaal 5", 1)
        await bot.set_my_commands([("nu", "Nu")])
        assert await told(lines) == (
            "profile",
            {"commands": [{"command": "nu", "description": "Nu"}], "descriptions": {"nl": "", "en": ""}},
        )
        await sent.delete()
        assert await told(lines) == ("gone", {"type": "gone", "id": sent.message_id})


async def test_closing_ends_the_streams(stage: Stage) -> None:
    async with (
        serving(stage) as address,
        httpx.AsyncClient(base_url=address) as client,
        client.stream("GET", f"{PEOPLE}/5/events") as stream,
    ):
        lines = stream.aiter_lines()
        await told(lines)
        stage.close()
        assert [line async for line in lines] == [""]


async def test_a_stream_that_is_left_harms_nobody(stage: Stage) -> None:
    async with serving(stage) as address, httpx.AsyncClient(base_url=address) as client:
        for _ in range(3):
            async with client.stream("GET", f"{PEOPLE}/5/events") as stream:
                await told(stream.aiter_lines())
        answer = await client.post(f"{PEOPLE}/5/messages", json={"text": "Dag"})
        assert answer.status_code == 200


async def test_a_long_text_becomes_several_messages(stage: Stage, client: httpx.AsyncClient) -> None:
    answer = await client.post(f"{PEOPLE}/5/messages", json={"text": " " + "🚒" * 2500 + " "})
    assert len(answer.json()["ids"]) == 2
    assert [message.text for message in stage.people[5].messages] == ["🚒" * 2048, "🚒" * 452]


async def test_every_new_person_is_another_one(stage: Stage, client: httpx.AsyncClient) -> None:
    made = [(await client.post(PEOPLE)).json()["id"] for _ in range(2)]
    assert [(person.id, person.first_name) for person in stage.people.values()] == [
        (made[0], "Gast 1"),
        (made[1], "Gast 2"),
    ]
    assert FIRST_PERSON not in made


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("messages", {"text": " "}),
        ("messages", []),
        ("presses", {"message_id": 99, "data": "f:1"}),
        ("language", {"language_code": "fr"}),
        ("language", None),
    ],
)
async def test_what_makes_no_sense_is_refused(stage: Stage, client: httpx.AsyncClient, path: str, body: object) -> None:
    answer = await client.post(f"{PEOPLE}/5/{path}", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert stage.updates.waiting == ()


async def test_a_button_that_went_cannot_be_pressed(stage: Stage, client: httpx.AsyncClient, bot: Bot) -> None:
    stage.person(5)
    sent = await bot.send_message(5, "Zonder knoppen")
    answer = await client.post(f"{PEOPLE}/5/presses", json={"message_id": sent.message_id, "data": "f:1"})
    assert (answer.status_code, stage.updates.waiting) == (400, ())


async def test_a_file_is_given_under_its_name(stage: Stage, client: httpx.AsyncClient, bot: Bot) -> None:
    stage.person(5)
    await bot.send_document(5, b"BEGIN:VCALENDAR", filename="Financiën.ics")
    stored = stage.people[5].messages[0].document
    assert stored is not None
    answer = await client.get(f"/stage/files/{stored.path}")
    assert (answer.content, answer.headers["content-disposition"]) == (
        b"BEGIN:VCALENDAR",
        'attachment; filename="Financi?n.ics"',
    )
    assert answer.headers["content-type"].startswith("text/calendar")
    assert (await client.get("/stage/files/documents/none")).status_code == 404


async def test_the_language_reaches_the_bot(stage: Stage, client: httpx.AsyncClient, bot: Bot) -> None:
    await client.post(f"{PEOPLE}/5/language", json={"language_code": "en"})
    await client.post(f"{PEOPLE}/5/messages", json={"text": "hello"})
    (update,) = await bot.get_updates()
    assert update.effective_user is not None
    assert (update.effective_user.language_code, stage.people[5].language_code) == ("en", "en")


async def test_small_answers_come_without_delay(client: httpx.AsyncClient, stage: Stage) -> None:
    """Without TCP_NODELAY each call takes the 40 ms in which the other side holds its acknowledgement back."""
    took = []
    for _ in range(50):
        began = time.monotonic()
        await client.post(f"/bot{stage.token}/getMe", json={"x": 1})
        took.append(time.monotonic() - began)
    assert min(took) < 0.04


def test_text_can_be_read_in_light_and_in_dark() -> None:
    css = Path(page.__file__).with_name("page.css").read_text()
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    for theme in (light, light + dark):
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})\b", theme))
        too_close = {
            (ink, ground): round(contrast(colours[ink], colours[ground]), 2)
            for ink, grounds in READ_ON.items()
            for ground in grounds
            if contrast(colours[ink], colours[ground]) < 4.5
        }
        assert too_close == {}


READ_ON = {
    "ink": ("phone", "in", "out", "ground", "wall"),
    "soft": ("phone", "in", "out", "ground", "chip"),
    "link": ("phone", "in", "out", "chip"),
    "accent-ink": ("accent",),
    "key-ink": ("chip", "in", "wall"),
    "bar-text": ("bar",),
    "bar-soft": ("bar",),
    "warn-ink": ("warn", "phone"),
    "toast-ink": ("toast",),
}


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
