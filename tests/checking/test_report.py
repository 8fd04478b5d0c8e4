import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from checked_days import GROUPS, at, day, session
from question_days import sentences

from bot.checking.report import Kept, MessageCount, Report, report
from bot.outbox.model import OutboxState
from bot.outbox.skip import Reason
from bot.people.desk import Missed
from bot.people.model import Chat, ChatKind, Choices, Stay
from bot.people.signing import SignUp
from bot.programme.model import Language
from bot.reminders.followers import Followers
from bot.wording.report import table, told

NOW = datetime(2023, 2, 10, 12, tzinfo=UTC)
WHOLE = day(session("wonen", at(10)), session("veiligheid", at(11)), session("pauze", at(12), kind="break"))
WONEN, VEILIGHEID = GROUPS[1].id, GROUPS[2].id


HELD_BACK = (
    "Herinneringen: 12 verstuurd. Niet verstuurd: te laat: 5; geweigerd door Telegram of mail: 4; "
    "andere reden: minder dan 3"
)


def people(count: int, *groups: int, start: int = 1, kind: ChatKind = ChatKind.PRIVATE, **stay: Any) -> list[Any]:
    return [
        (
            Chat(id=number, channel="telegram", address=str(number), kind=kind),
            Choices(followed=frozenset(groups), stay=Stay(**stay)),
        )
        for number in range(start, start + count)
    ]


def kept(**facts: Any) -> Kept:
    nothing: dict[str, Any] = {
        "messages": {},
        "changes": (0, 0),
        "broadcasts": {},
        "feeds": 0,
        "calendars": {},
        "missed": (),
        "sign_ups": (),
    }
    return Kept(**(nothing | facts))


def asked(text: str, count: int) -> Missed:
    return Missed(event="dag", sample=text, language="nl", count=count, first_at=NOW, last_at=NOW)


def full() -> Report:
    crowd = [
        *people(4, WONEN, attends=True),
        *people(2, VEILIGHEID, start=10),
        *people(1, WONEN, start=20, kind=ChatKind.GROUP),
        *people(1, start=30, attends=True, absent=True),
    ]
    return report(
        WHOLE,
        crowd,
        kept(
            messages={
                ("reminder", OutboxState.SENT, ""): 12,
                ("reminder", OutboxState.SKIPPED, Reason.EXPIRED.value): 5,
                ("reminder", OutboxState.SKIPPED, "iets nieuws"): 1,
                ("reminder", OutboxState.FAILED, "blocked: Forbidden"): 3,
                ("reminder", OutboxState.FAILED, "Bad Request"): 1,
                ("reminder", OutboxState.PLANNED, ""): 7,
                ("nieuw", OutboxState.SENT, ""): 3,
            },
            changes=(2, 3),
            broadcasts={"going": 1, "vreemd": 1},
            feeds=4,
            calendars={"file": 5, "mail": 1},
            missed=(asked("waar is de wifi", 7), asked("=mag Jan mee", 3), asked("mijn naam is Jan", 1)),
            sign_ups=tuple(SignUp(id=n, chat_id=None, session_id=1, at=NOW) for n in range(3)),
        ),
    )


def test_a_report_counts_people_groups_sessions_and_messages() -> None:
    found = full()
    assert (found.there, found.chose) == (Followers(4, 0), Followers(6, 1))
    assert [(one.group.slug, one.followers) for one in found.groups] == [
        ("wonen", Followers(4, 1)),
        ("veiligheid", Followers(2, 0)),
    ]
    assert [(one.session.key, one.followers, one.signed_up) for one in found.sessions] == [
        ("wonen", Followers(4, 1), 3),
        ("veiligheid", Followers(2, 0), 0),
    ]
    assert found.messages == (
        MessageCount("nieuw", 3, ()),
        MessageCount("reminder", 12, (("expired", 5), ("failed", 4), ("iets nieuws", 1))),
    )
    assert ([one.sample for one in found.missed], found.missed_more) == (["waar is de wifi", "=mag Jan mee"], 1)


def test_few_people_are_told_as_few() -> None:
    said = told(full(), WHOLE, sentences()["nl"]).plain()
    assert said.split("\n") == (
        [
            "Verslag van Dag, vrijdag 10 februari 2023",
            "In dit verslag staan geen personen. Waar het om weinig mensen gaat, staat er “minder dan 3”.",
            "",
            "Mensen",
            "Lieten weten dat zij er zijn: 4 personen",
            "Kozen groepen of sessies: 6 personen en minder dan 3 groepen op Telegram",
            "",
            "Volgers per groep",
            "Wonen: 4 personen en minder dan 3 groepen op Telegram",
            "Andere, elk: minder dan 3 personen",
            "",
            "Sessies: in hoeveel eigen programma's",
            "10.00 Wonen: 4 personen en minder dan 3 groepen op Telegram, 3 aangemeld",
            "Andere, elk: minder dan 3 personen",
            "",
            "Berichten",
            "Andere berichten (nieuw): 3 verstuurd",
            HELD_BACK,
            "",
            "Wijzigingen van het programma",
            "2 keer gewijzigd, 3 sessies",
            "",
            "Berichten aan velen",
            "Verstuurd: 1",
            "Andere: 1",
            "",
            "Agenda's",
            "Agenda-adressen in gebruik: 4",
            "Mensen met agendabestanden: 5",
            "Mensen met uitnodigingen per mail: minder dan 3",
            "",
            "Vragen zonder antwoord",
            "7 keer: “waar is de wifi”",
            "3 keer: “=mag Jan mee”",
            "Andere vragen, elk door weinig mensen gesteld: minder dan 3",
        ]
    )
    assert "mijn naam" not in said


def test_where_all_are_few_there_are_no_others() -> None:
    found = report(WHOLE, people(2, WONEN), kept())
    for language, of_groups, of_sessions in (
        ("nl", "Elke groep: minder dan 3 personen", "Elke sessie: minder dan 3 personen"),
        ("en", "Each group: fewer than 3 people", "Each session: fewer than 3 people"),
    ):
        said = told(found, WHOLE, sentences()[language]).plain().split("\n")
        assert {of_groups, of_sessions} <= set(said)
        assert not [line for line in said if "elk:" in line or "each:" in line]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_table_holds_the_same_and_no_formula(language: Language) -> None:
    words = sentences()[language]
    text = table(full(), WHOLE, words)
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {4}
    few = "minder dan 3" if language == "nl" else "fewer than 3"
    assert ["group", "Veiligheid", words("report-cell-people"), few] in rows
    assert ["question", "'=mag Jan mee", "nl", "3"] in rows
    people_parts = {"there", "chose", "group", "session", "message", "calendar"}
    assert [row for row in rows[1:] if row[0] in people_parts and row[3] in {"0", "1", "2"}] == []
    assert "mijn naam" not in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_has_words(language: Language) -> None:
    messages = {("reminder", OutboxState.SKIPPED, reason.value): 3 for reason in Reason}
    messages |= {("reminder", state, ""): 3 for state in (OutboxState.WITHDRAWN, OutboxState.UNKNOWN)}
    said = told(report(WHOLE, [], kept(messages=messages)), WHOLE, sentences()[language]).plain()
    assert said.count(" 3;") == len(Reason) + 1
    assert ("Er is niets gewijzigd." if language == "nl" else "Nothing was changed.") in said
