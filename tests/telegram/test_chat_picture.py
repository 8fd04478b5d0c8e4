import asyncio
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from chat_bots import DAY, EventClockByHand, change, sentences
from PIL import Image

from bot.programme.model import Event, Session, Text
from handlers.services import Services
from handlers.stage.faults import Fault, FaultKind
from handlers.stage.messages import Message
from handlers.stage.people import Person
from handlers.stage.stage import Stage
from storage import programme as programmes

BEFORE = datetime(2023, 2, 8, 9, tzinfo=UTC)
"""Two days before the day: nobody's marks, and no present moment."""


async def timetable(person: Person, said: str = "/rooster") -> tuple[Message, Message]:
    """Ask for the picture and give the first one with the list that follows."""
    picture = await person.ask(said)
    text = await person.reply()
    while text.photo is not None:
        text = await person.reply()
    return picture, text


def methods(stage: Stage, since: int = 0) -> list[str]:
    return [c.method for c in stage.calls[since:] if c.method in {"sendPhoto", "sendChatAction", "sendMessage"}]


def opened(message: Message) -> Image.Image:
    assert message.photo is not None
    picture = Image.open(io.BytesIO(message.photo.data))
    picture.load()
    return picture


async def test_the_day_comes_as_a_photo_and_as_text(guest: Person, clock: EventClockByHand) -> None:
    clock.local("11.52")
    await guest.ask("/volg veiligheid")
    picture, text = await timetable(guest)
    image = opened(picture)
    assert image.format == "PNG"
    assert image.convert("RGBA").getextrema()[3] == (255, 255)
    assert image.width + image.height < 10_000
    assert picture.text == (
        "Bestuurlijke netwerkdag G40 in Haarlem, vrijdag 10 februari 2023, als plaatje.\n"
        "Eén sessie van uw keuze is gemarkeerd.\n"
        "De streep is het moment van nu: 11.52 uur.\n"
        "Dezelfde lijst staat hieronder als tekst."
    )
    assert "Zaal 5: themagroep Veiligheid, uw keuze\n" in text.text


async def test_the_picture_with_nobodys_marks_is_drawn_once_for_a_language(
    stage: Stage, guest: Person, clock: EventClockByHand
) -> None:
    clock.now = BEFORE
    first, _ = await timetable(guest)
    assert methods(stage)[-3:] == ["sendChatAction", "sendPhoto", "sendMessage"]
    begun = len(stage.calls)
    second, _ = await timetable(stage.person(7, "Ander"), "/timetable")
    assert methods(stage, begun) == ["sendPhoto", "sendMessage"]
    assert first.photo is not None
    assert second.photo == first.photo
    english, text = await timetable(stage.person(8, "Other", "en"))
    assert methods(stage)[-5:] == ["sendChatAction", "sendPhoto", "sendChatAction", "sendPhoto", "sendMessage"]
    assert english.photo != first.photo
    assert "themagroep Veiligheid (public safety)" in text.text


async def test_many_who_ask_at_once_get_one_drawing(stage: Stage, services: Services, clock: EventClockByHand) -> None:
    assert services.channel == "stage"
    clock.now = BEFORE
    people = [stage.person(number, "Gast") for number in range(10, 18)]
    shown = await asyncio.gather(*(timetable(person) for person in people))
    assert len({picture.photo for picture, _ in shown}) == 1
    assert methods(stage).count("sendChatAction") == 1


async def test_a_file_that_telegram_lost_is_made_anew(stage: Stage, guest: Person, clock: EventClockByHand) -> None:
    clock.now = BEFORE
    first, _ = await timetable(guest)
    stage.files = type(stage.files)()
    again, _ = await timetable(guest)
    assert again.photo == first.photo
    assert methods(stage)[-4:] == ["sendPhoto", "sendChatAction", "sendPhoto", "sendMessage"]
    begun = len(stage.calls)
    await timetable(guest)
    assert methods(stage, begun) == ["sendPhoto", "sendMessage"]


async def test_what_changed_since_the_evening_before_is_marked(guest: Person, services: Services) -> None:
    before, _ = await timetable(guest)
    await services.database.write(change, "europa", room="zaal-5")
    await services.database.write(change, "financien", title=Text("Geld"))
    after, text = await timetable(guest)
    assert before.photo != after.photo
    assert [line for line in text.text.splitlines() if "gewijzigd" in line] == ["Zaal 5: themagroep Europa, gewijzigd"]
    await services.database.write(change, "europa", room="zaal-2")
    _, text = await timetable(guest)
    assert "gewijzigd" not in text.text


async def test_the_button_under_the_programme_shows_it_as_a_picture(guest: Person, visitor: Person) -> None:
    for person, label in ((guest, "Toon als plaatje"), (visitor, "Show as a picture")):
        page = await person.ask("/programma")
        await person.press(page, label)
        shown = await person.reply()
        assert shown.photo is not None


async def test_the_button_of_an_older_day_shows_that_day(guest: Person, services: Services) -> None:
    day = await services.programmes.of("lelystad-2017")
    page = await guest.ask("/nu")
    await guest.press_data(page, f"1y:{_base36(day.sessions[0].id)}")
    assert "Lelystad, donderdag 30 november 2017" in (await guest.reply()).text


async def test_each_day_of_an_event_has_a_picture_with_buttons_to_the_others(
    guest: Person, services: Services, clock: EventClockByHand
) -> None:
    await services.database.write(_second_day)
    _, text = await timetable(guest)
    assert text.labels == (("Plaatje van zaterdag 11 februari 2023",),)
    await guest.press(text, text.labels[0][0])
    assert "zaterdag 11 februari 2023, als plaatje." in (await guest.reply()).text
    assert (await guest.reply()).text.splitlines()[2:] == ["10.00 uur: Wandeling"]
    clock.now += timedelta(days=1)
    assert "zaterdag 11 februari 2023" in (await guest.ask("/rooster")).text


@pytest.mark.parametrize("count", [0, 1500])
async def test_a_day_that_cannot_be_pictured_is_answered_kindly(guest: Person, services: Services, count: int) -> None:
    await services.database.write(_of_size, count)
    answer = await guest.ask("/rooster")
    key = "picture-too-large" if count else "picture-empty"
    assert (answer.photo, answer.text) == (None, sentences()["nl"](key))


async def test_where_nothing_can_be_drawn_the_text_comes_all_the_same(guest: Person, services: Services) -> None:
    services.studio.program = ("false",)
    answer = await guest.ask("/rooster")
    assert answer.photo is None
    assert answer.text.startswith(
        "Bestuurlijke netwerkdag G40 in Haarlem, vrijdag 10 februari 2023\n\n9.30 tot 10.00 uur"
    )


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (_base36(number // 36) if number >= 36 else "") + digits[number % 36]


def _second_day(conn: programmes.Connection) -> None:
    day = programmes.load(conn, DAY)
    walk = Session(key="wandeling", title=Text("Wandeling"), kind="meeting", start=datetime(2023, 2, 11, 9, tzinfo=UTC))
    event: Event = replace(day.event, last_day=date(2023, 2, 11))
    changed = replace(day, event=event, sessions=(*day.sessions, walk), not_meeting=())
    programmes.save(conn, changed, now=BEFORE)


def _of_size(conn: programmes.Connection, count: int) -> None:
    day = programmes.load(conn, DAY)
    start = datetime(2023, 2, 10, 8, tzinfo=UTC)
    sessions = tuple(
        Session(key=f"s{n}", title=Text(f"Sessie {n}"), kind="talk", start=start + timedelta(minutes=5 * (n % 100)))
        for n in range(count)
    )
    programmes.save(conn, replace(day, sessions=sessions, not_meeting=()), now=BEFORE)


async def test_where_a_chat_takes_no_photos_the_text_comes_all_the_same(stage: Stage, guest: Person) -> None:
    refused = "Bad Request: not enough rights to send photos to the chat"
    stage.faults.add(Fault(kind=FaultKind.BAD, method="sendPhoto", description=refused, times=2))
    said = await guest.ask("/rooster")
    assert said.photo is None
    assert "11.40 tot 12.40 uur:" in said.text.splitlines()
