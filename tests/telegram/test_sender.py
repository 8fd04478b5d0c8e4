"""What becomes of a send, with the library's own bot against the stage."""

from collections.abc import AsyncIterator

import httpx
import pytest
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.outbox.outcome import Blocked, Later, Moved, NotSent, Outcome, Refused, Sent, Unknown
from bot.outbox.pacing import Pacer
from bot.people.model import Chat, ChatKind
from bot.wording.richtext import BOLD_CLOSE, BOLD_OPEN, Action, Button, Verb, message
from handlers.stage.faults import FaultKind
from handlers.stage.serving import serving
from handlers.stage.stage import Stage
from handlers.telegram.sender import TelegramSender, outcome_of
from handlers.telegram.traffic import MARGIN, Traffic

pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")  # retry_after as a number

CHAT = Chat(id=7, channel="stage", address="1")
SAID = message(f"Over 10 minuten: {BOLD_OPEN}Mens & werk{BOLD_CLOSE}.").with_buttons(
    (Button("Meer over Mens & werk", Action(Verb.SESSION, 36)),)
)


def bot_at(address: str, stage: Stage) -> ExtBot[str]:
    request = HTTPXRequest(connection_pool_size=20)
    return ExtBot(stage.token, base_url=f"{address}/bot", request=request, rate_limiter=Traffic(Pacer()))


@pytest.fixture
def stage() -> Stage:
    made = Stage()
    made.person(1)
    return made


@pytest.fixture
async def address(stage: Stage) -> AsyncIterator[str]:
    async with serving(stage) as url:
        yield url


@pytest.fixture
async def sender(stage: Stage, address: str) -> AsyncIterator[TelegramSender]:
    async with bot_at(address, stage) as bot:
        yield TelegramSender(bot, patience=0.15)


async def test_a_message_arrives_as_html_with_its_buttons(stage: Stage, sender: TelegramSender) -> None:
    outcome = await sender.send(CHAT, SAID)
    (arrived,) = stage.person(1).messages
    assert outcome == Sent(arrived.id)
    assert arrived.text == "Over 10 minuten: Mens & werk."
    assert stage.called("sendMessage")[0].parameters["text"] == "Over 10 minuten: <b>Mens &amp; werk</b>."
    assert arrived.button("Meer over Mens & werk").data == "1s:10"


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (FaultKind.TOO_MANY, Later(3 + MARGIN)),
        (FaultKind.BLOCKED, Blocked("Forbidden: bot was blocked by the user")),
        (FaultKind.BAD, Refused("Stage fault")),
        (FaultKind.SERVER, NotSent("Internal Server Error")),
    ],
)
async def test_what_telegram_answers(stage: Stage, sender: TelegramSender, kind: FaultKind, outcome: Outcome) -> None:
    stage.fail(kind, "sendMessage", seconds=3)
    assert await sender.send(CHAT, SAID) == outcome
    assert stage.person(1).messages == ()


@pytest.mark.parametrize(
    ("kind", "arrives"),
    [(FaultKind.DROP_BEFORE, 0), (FaultKind.DROP_AFTER, 1), (FaultKind.SLOW, 1), (FaultKind.LATE, 0)],
)
async def test_where_no_answer_comes_it_may_have_arrived(
    stage: Stage, sender: TelegramSender, kind: FaultKind, arrives: int
) -> None:
    stage.fail(kind, "sendMessage", seconds=0.3)
    outcome = await sender.send(CHAT, SAID)
    assert isinstance(outcome, Unknown)
    assert len(stage.person(1).messages) == arrives


async def test_somebody_who_is_not_there_is_like_one_who_blocked(sender: TelegramSender) -> None:
    stranger = Chat(id=8, channel="stage", address="404")
    assert await sender.send(stranger, SAID) == Blocked("Chat not found")


async def test_a_group_that_grew_has_another_address(stage: Stage, sender: TelegramSender) -> None:
    group = stage.group(-5, "Veiligheid", [stage.person(1)])
    stage.become_supergroup(group, -1_000_000_000_005)
    assert await sender.send(Chat(id=9, channel="stage", address="-5", kind=ChatKind.GROUP), SAID) == Moved(
        "-1000000000005"
    )


async def test_nobody_listens() -> None:
    stage = Stage()
    async with serving(stage) as address:
        bot = bot_at(address, stage)
        await bot.initialize()
    try:
        outcome = await TelegramSender(bot).send(CHAT, SAID)
    finally:
        await bot.shutdown()
    assert isinstance(outcome, NotSent)


def because(error: NetworkError, cause: Exception) -> NetworkError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (because(TimedOut(), httpx.PoolTimeout("")), NotSent),
        (because(TimedOut(), httpx.ConnectTimeout("")), NotSent),
        (because(TimedOut(), httpx.ReadTimeout("")), Unknown),
        (because(TimedOut(), httpx.WriteTimeout("")), Unknown),
        (because(NetworkError("x"), httpx.ReadError("")), Unknown),
        (because(NetworkError("x"), RuntimeError("in the library")), Unknown),
        (because(NetworkError("Bad Gateway (502)"), TelegramError("Invalid server response")), NotSent),
        (TelegramError("Invalid server response"), Unknown),
        (InvalidToken(), NotSent),
        (Conflict("terminated by other getUpdates request"), NotSent),
        (Forbidden("Forbidden: user is deactivated"), Blocked),
        (BadRequest("Bad Request: not enough rights to send text messages to the chat"), Refused),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Blocked),
    ],
)
def test_what_other_errors_mean(error: TelegramError, kind: type[Outcome]) -> None:
    assert type(outcome_of(error)) is kind
