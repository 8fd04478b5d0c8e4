"""What is only for those who signed up stands nowhere that everybody can see."""

from datetime import UTC, datetime

import httpx
from sqlalchemy import Connection

from bot.people.model import ChatKind
from bot.people.signing import Document
from handlers.services import Services
from storage import chat_rows, sign_ups
from storage import programme as programmes

DAY = "digitaal-2020"
KEY = "duurzaamheid"
NOW = datetime(2020, 9, 23, 8, tzinfo=UTC)


def hand_out(conn: Connection) -> None:
    chat, _ = chat_rows.chat_for(
        conn, channel="stage", address="4815162342", kind=ChatKind.PRIVATE, telegram_language="nl", now=NOW
    )
    session = programmes.load(conn, DAY).session_by_key[KEY]
    made, _ = sign_ups.sign_up(conn, chat.id, session.id, NOW)
    sign_ups.give(conn, made.id, name="Zwaluwstaart", city="Assen-Zuid")
    sign_ups.set_link(conn, session.id, "https://meet.example.org/geheim", NOW)
    sign_ups.add_document(conn, session.id, Document("geheim.pdf", b"%PDF"), NOW)


async def test_no_page_and_no_public_calendar_tells_what_is_for_those_who_signed_up(
    web: httpx.AsyncClient, services: Services
) -> None:
    await services.database.write(hand_out)
    paths = ["/", f"/{DAY}", f"/{DAY}.ics", f"/{DAY}/s/{KEY}", f"/{DAY}/s/{KEY}.ics", f"/{DAY}?taal=en"]
    answers = {path: await web.get(path, follow_redirects=True) for path in paths}
    found = {path for path, answer in answers.items() if answer.status_code == httpx.codes.OK}
    assert len(found) >= 3
    assert any("Duurzaamheid" in answers[path].text for path in found)
    secrets = ("geheim", "Zwaluwstaart", "Assen-Zuid", "4815162342")
    told = {path: [secret for secret in secrets if secret in answers[path].text] for path in paths}
    assert [path for path, found_there in told.items() if found_there] == []
