"""Messages to many as they are worded when they are sent, and what their author is told."""

from dataclasses import replace
from typing import Any

import pytest
from reminder_days import at, day

from bot.broadcasting.model import Audience, Broadcast, Content, Count, Media, Reach, Standing, Tally
from bot.outbox.broadcasts import EDIT, MESSAGE, PROGRESS, REMOVAL, TEST, Going, progress_key, worded
from bot.outbox.model import OutboxRow, OutboxState
from bot.outbox.parcel import News, Removal, Sheet
from bot.outbox.skip import Reason, Skip
from bot.people.access import Role
from bot.programme.model import State
from bot.wording import broadcast_previews, broadcast_reports
from bot.wording import broadcasts as wording
from bot.wording.catalogue import Catalogue
from bot.wording.richtext import Message

SENT = Broadcast(
    id=7,
    event_id=1,
    channel="telegram",
    chat_id=1,
    role=Role.SECRETARY,
    group="veiligheid",
    audience=Audience.GROUPS,
    group_ids=(4,),
    content=Content("<b>Let op</b>: A &amp; B"),
    standing=Standing.GOING,
    made_at=at(9),
    sent_at=at(9),
)


def row(kind: str, key: str = "", **facts: Any) -> OutboxRow:
    known: dict[str, Any] = {"id": 1, "chat_id": 1, "event_id": 1, "starts_at": at(9), "due_at": at(9)}
    known |= {"expires_at": at(21), "priority": 7, "state": OutboxState.SENDING, "key": key or f"{kind}:7:1:5"}
    return OutboxRow(kind=kind, **(known | facts))


def say(kind: str, sent: Broadcast, catalogue: Catalogue, **facts: Any) -> Message | Skip:
    going = Going(sent, tally=facts.pop("tally", Tally()), target=facts.pop("target", None))
    return worded(row(kind, **facts), going, day(), catalogue["nl"])


def test_the_message_is_the_words_of_its_author_and_a_line_that_says_who_that_is(catalogue: Catalogue) -> None:
    found = say(MESSAGE, SENT, catalogue)
    assert isinstance(found, Sheet)
    assert (found.html, found.plain(), found.told) == (SENT.content.html, "Van: secretaris van Veiligheid", 1)
    assert say(MESSAGE, SENT, catalogue, repeated=True).plain().endswith("(herhaald)")  # type: ignore[union-attr]
    other = say(MESSAGE, replace(SENT, edition=2), catalogue)
    assert other.plain() == "Van: secretaris van Veiligheid (verbeterd)"  # type: ignore[union-attr]


@pytest.mark.parametrize("standing", [Standing.STOPPED, Standing.WITHDRAWN, Standing.LEFT])
def test_what_was_stopped_or_withdrawn_does_not_go_out(catalogue: Catalogue, standing: Standing) -> None:
    assert say(MESSAGE, replace(SENT, standing=standing), catalogue) == Skip(Reason.STOPPED)
    assert say(EDIT, replace(SENT, standing=standing), catalogue, target=9) == Skip(Reason.STOPPED)


def test_what_was_forgotten_does_not_go_out_nor_about_a_day_that_is_not_published(catalogue: Catalogue) -> None:
    words = catalogue["nl"]
    assert worded(row(MESSAGE), None, day(), words) == Skip(Reason.GONE)
    draft = replace(day(), event=replace(day().event, state=State.DRAFT))
    assert worded(row(MESSAGE), Going(SENT), draft, words) == Skip(Reason.NOT_PUBLISHED)


def test_a_correction_is_only_that_of_the_last_edition(catalogue: Catalogue) -> None:
    second = replace(SENT, edition=2)
    found = say(EDIT, second, catalogue, key="broadcast-edit:7:2:5", target=99)
    assert isinstance(found, Sheet)
    assert (found.replaces, found.told) == (99, 2)
    assert say(EDIT, second, catalogue, key="broadcast-edit:7:1:5", target=99) == Skip(Reason.NO_MESSAGE)
    assert say(EDIT, second, catalogue, key="broadcast-edit:7:2:5") == Skip(Reason.NO_MESSAGE)


def test_only_what_is_withdrawn_is_removed(catalogue: Catalogue) -> None:
    gone = replace(SENT, standing=Standing.WITHDRAWN)
    assert say(REMOVAL, gone, catalogue, target=99) == Removal((), removes=99)
    assert say(REMOVAL, SENT, catalogue, target=99) == Skip(Reason.NO_MESSAGE)
    assert progress_key(gone) != progress_key(SENT)


def test_a_test_and_the_count_come_whatever_becomes_of_it(catalogue: Catalogue) -> None:
    assert isinstance(say(TEST, replace(SENT, standing=Standing.DRAFT), catalogue), Sheet)
    tally = Tally(Count(arrived=1200, waiting=3, late=1, unsure=1, withdrawn=1), paused_since=at(11, 40))
    found = say(PROGRESS, SENT, catalogue, tally=tally, message_id=12)
    assert isinstance(found, News)
    assert found.replaces == 12
    assert found.plain() == (
        "Het bericht gaat uit: “Let op: A & B”\n"
        "Bezorgd: 1.200 van 1.206.\n"
        "Onderweg: 3.\n"
        "Misschien bezorgd: 1. Telegram gaf geen antwoord.\n"
        "Niet op tijd verstuurd: 1.\n"
        "Niet meer verstuurd: 1.\n"
        "Alles wat uitgaat staat stil sinds 11.40 uur. Een organisator zet het weer aan met /hervat."
    )
    labels = [button.label for buttons in found.buttons for button in buttons]
    assert labels == ["Stop het versturen", "Hoe staat het nu?", "Verbeter dit bericht", "Haal dit bericht weg"]


@pytest.mark.parametrize(
    ("standing", "tally", "begins"),
    [
        (Standing.STOPPED, Tally(Count(arrived=1, waiting=1)), "Gestopt. Wat al op weg was, komt nog aan"),
        (Standing.STOPPED, Tally(Count(arrived=1, withdrawn=1)), "Gestopt: "),
        (Standing.WITHDRAWN, Tally(Count(arrived=1), removals=Count(waiting=1)), "Het bericht wordt weggehaald"),
        (Standing.WITHDRAWN, Tally(Count(arrived=1), removals=Count(arrived=1)), "Het bericht is weggehaald"),
        (Standing.GOING, Tally(Count(arrived=1), Count(waiting=1)), "Het verbeterde bericht gaat uit"),
    ],
)
def test_the_author_is_told_where_it_stands(
    catalogue: Catalogue, standing: Standing, tally: Tally, begins: str
) -> None:
    for words in catalogue.values():
        assert broadcast_reports.progress(replace(SENT, standing=standing), tally, day(), words).plain()
    assert (
        broadcast_reports.progress(replace(SENT, standing=standing), tally, day(), catalogue["nl"])
        .plain()
        .startswith(begins)
    )


def test_a_message_is_known_by_its_beginning_or_by_what_it_is(catalogue: Catalogue) -> None:
    words = catalogue["nl"]
    assert wording.excerpt(Content("woord " * 40), words) == f"{('woord ' * 40)[:50].rstrip()}…"
    assert wording.excerpt(Content("", Media.PHOTO, "x"), words) == "foto zonder tekst"
    assert wording.excerpt(Content("", Media.DOCUMENT, "x"), words) == "document zonder tekst"


@pytest.mark.parametrize(
    ("reach", "line"),
    [
        (Reach(1), "Bereikt 1 persoon. Versturen duurt ongeveer 1 seconde."),
        (Reach(58, 1), "Bereikt 58 mensen en 1 groepschat. Versturen duurt ongeveer 3 seconden."),
        (Reach(5000), "Bereikt 5.000 mensen. Versturen duurt ongeveer 3 minuten."),
    ],
)
def test_how_many_and_how_long(catalogue: Catalogue, reach: Reach, line: str) -> None:
    draft = replace(SENT, standing=Standing.DRAFT)
    said = broadcast_previews.summary(draft, reach, day(), catalogue["nl"], audiences=(Audience.GROUPS,), groups=(4,))
    assert said.plain().splitlines()[-2:] == [line, "Het komt aan met geluid."]


def test_a_button_carries_edition_audience_and_group() -> None:
    for given in ((1, Audience.ALL, 0), (900, Audience.PROGRAMME, 2**31), (3, Audience.UNCHOSEN, 7)):
        assert broadcast_previews.unpacked(broadcast_previews.packed(*given)) == given
    assert broadcast_previews.packed(10**6, Audience.ALL, 2**32 - 1) < 2**63
