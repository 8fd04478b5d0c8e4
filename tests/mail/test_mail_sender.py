import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
from mail_server import MailServer, calendar_of, mail_server, text_of

from bot.ical.calendars import CalendarFile
from bot.outbox.outcome import NotSent, Outcome, Refused, Sent, Unknown
from bot.outbox.parcel import Parcel
from bot.people.model import Chat
from bot.wording.richtext import message
from config.settings import Settings
from handlers.mail.rendering import message_id
from handlers.mail.sender import MailSender, Server, limits, mail_sender, server_at

NOW = datetime(2023, 2, 1, 12, tzinfo=UTC)
JAN = Chat(id=1, channel="mail", address="jan@stad.example")
ICS = b"BEGIN:VCALENDAR\r\nSUMMARY:Caf\xc3\xa9\r\nEND:VCALENDAR\r\n"
PARCEL = Parcel(
    message("Eén regel.", "", "Nog een: ; , \\ –.").lines,
    file=CalendarFile("europa.ics", ICS, "REQUEST"),
    subject="Uitnodiging: Café – vrijdag",
    reference="invite:1:2:0",
)


def sender(server: MailServer, url: str = "", **facts: Any) -> MailSender:
    known: dict[str, Any] = {"patience": 2.0, "real": lambda: NOW}
    return MailSender(server_at(url or server.url), "Netwerkdag <agenda@g40.example>", **(known | facts))


async def test_a_mail_is_what_outlook_and_gmail_expect() -> None:
    async with mail_server() as server:
        assert await sender(server).send(JAN, PARCEL) == Sent(0)
    (mail,) = server.mails()
    assert server.senders == ["agenda@g40.example"]
    names = ("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version")
    assert {name: mail[name] for name in names} == {
        "From": "Netwerkdag <agenda@g40.example>",
        "To": "jan@stad.example",
        "Subject": "Uitnodiging: Café – vrijdag",
        "Date": "Wed, 01 Feb 2023 12:00:00 +0000",
        "Message-ID": message_id("invite:1:2:0", "agenda@g40.example"),
        "Auto-Submitted": "auto-generated",
        "MIME-Version": "1.0",
    }
    assert [(p.get_content_type(), p.get_content_disposition()) for p in mail.walk()] == [
        ("multipart/mixed", None),
        ("multipart/alternative", None),
        ("text/plain", None),
        ("text/calendar", None),
        ("application/ics", "attachment"),
    ]
    _, _, text, calendar, attached = mail.walk()
    assert text["Content-Language"] == "nl"
    assert (calendar.get_param("method"), calendar.get_content_charset()) == ("REQUEST", "utf-8")
    assert (attached.get_filename(), attached.get_payload(decode=True), calendar_of(mail)) == ("europa.ics", ICS, ICS)
    assert text_of(mail) == "Eén regel.\n\nNog een: ; , \\ –."


async def test_a_repeated_send_is_recognised_and_another_message_is_not() -> None:
    async with mail_server() as server:
        for parcel in (PARCEL, PARCEL, Parcel(PARCEL.lines, subject="Ander", reference="invite:1:2:1")):
            assert await sender(server).send(JAN, parcel) == Sent(0)
    first, again, other = (mail["Message-ID"] for mail in server.mails())
    assert first == again
    assert first != other


@pytest.mark.parametrize(
    ("recipient", "data", "outcome"),
    [
        ("550 no such user", "", Refused("550 no such user")),
        ("450 try again", "", NotSent("450 try again", alone=True)),
        ("", "554 not wanted", Refused("554 not wanted")),
        ("", "451 later", NotSent("451 later", alone=True)),
    ],
)
async def test_what_a_reply_means(recipient: str, data: str, outcome: Outcome) -> None:
    async with mail_server() as server:
        if recipient:
            server.refusals[JAN.address] = recipient
        if data:
            server.replies.append(data)
        assert await sender(server).send(JAN, PARCEL) == outcome
    assert server.raw == []


async def test_a_password_is_given_and_a_wrong_one_is_no_fault_of_the_message() -> None:
    async with mail_server(password=True) as server:
        right = f"smtp://agenda%40g40.example:geheim%21@127.0.0.1:{server.port}"
        assert await sender(server, right).send(JAN, PARCEL) == Sent(0)
        wrong = await sender(server, right.replace("geheim", "fout")).send(JAN, PARCEL)
        assert isinstance(wrong, NotSent)
        assert wrong.reason.startswith("535")
        assert not wrong.alone
        # None at all: the server wants one before anything else.
        assert isinstance(await sender(server).send(JAN, PARCEL), NotSent)
    assert server.logins[0] == ("agenda@g40.example", "geheim!")
    assert len(server.raw) == 1


async def test_without_an_answer_it_may_have_arrived() -> None:
    async with mail_server() as server:
        server.silent = True
        assert await sender(server, patience=0.2).send(JAN, PARCEL) == Unknown("no answer in time")
        assert len(server.raw) == 1


async def test_where_nobody_listens_it_surely_was_not_sent() -> None:
    async with mail_server() as server:
        pass
    outcome = await sender(server).send(JAN, PARCEL)
    assert isinstance(outcome, NotSent)
    assert not outcome.alone


async def test_encryption_that_is_demanded_and_not_offered_sends_nothing() -> None:
    async with mail_server() as server:
        outcome = await sender(server, f"{server.url}?starttls=always").send(JAN, PARCEL)
    assert isinstance(outcome, NotSent)
    assert server.raw == []


async def test_what_is_no_mail_is_refused() -> None:
    async with mail_server() as server:
        assert await sender(server).send(JAN, message("Hallo")) == Refused("not a message for mail")


async def test_somebody_s_text_makes_no_header() -> None:
    parcel = Parcel(PARCEL.lines, subject="Europa\r\nBcc: piet@stad.example", reference="x")
    async with mail_server() as server:
        assert await sender(server).send(JAN, parcel) == Sent(0)
    (mail,) = server.mails()
    assert (mail["Subject"], mail["Bcc"]) == ("Europa Bcc: piet@stad.example", None)


async def test_several_at_once_arrive_whole() -> None:
    async with mail_server() as server:
        outcomes = await asyncio.gather(*(sender(server).send(JAN, PARCEL) for _ in range(5)))
    assert outcomes == [Sent(0)] * 5
    assert [calendar_of(mail) for mail in server.mails()] == [ICS] * 5


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example", Server(host="mail.example", port=587)),
        (
            "smtps://u:p%40s@mail.example",
            Server(host="mail.example", port=465, user="u", password="p@s", tls=True, starttls=False),
        ),
        ("smtp://mail.example:25?starttls=never", Server(host="mail.example", port=25, starttls=False)),
        ("smtp://mail.example?starttls=always", Server(host="mail.example", port=587, starttls=True)),
    ],
)
def test_the_address_of_a_server(url: str, server: Server) -> None:
    assert server_at(url) == server


def test_the_pace_is_a_setting() -> None:
    made = mail_sender(
        Settings(_env_file=None, smtp_url="smtp://mail.example", mail_from="a@g40.example", mail_pace=30)
    )
    assert made is not None
    assert made[1] == limits(30)
    assert made[1].interval == 2.0


@pytest.mark.parametrize("given", [{}, {"smtp_url": "smtp://mail.example"}, {"mail_from": "a@g40.example"}])
def test_without_both_settings_there_is_no_mail(given: dict[str, Any]) -> None:
    assert mail_sender(Settings(_env_file=None, **given)) is None
