from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from checked_days import GROUPS, at, day, session, speaker
from question_days import sentences

from bot.checking.day import findings
from bot.checking.findings import Finding, Kind, Severity
from bot.programme.model import Group, NotMeeting, Programme, Relation, SessionGroup, State, Status, Text
from bot.wording.checking import checked


def kinds(programme: Programme, **facts: object) -> list[Kind]:
    return [one.kind for one in findings(programme, **facts)]  # type: ignore[arg-type]


def only(programme: Programme, kind: Kind) -> Finding:
    (one,) = [one for one in findings(programme) if one.kind is kind]
    return one


def test_a_day_on_which_all_is_right_gives_nothing() -> None:
    whole = day(session("wonen", at(10)), session("veiligheid", at(11)), session("fysiek", at(10), room="zaal-2"))
    assert findings(whole) == ()
    said = checked((), whole, sentences()["nl"]).plain()
    assert said.endswith("Er is niets gevonden dat nog niet goed is.")


def test_a_room_taken_twice_is_told_with_both_and_the_minutes() -> None:
    one = only(day(session("wonen", at(10)), session("veiligheid", at(10, 45))), Kind.ROOM_TWICE)
    assert (one.severity, one.room, one.minutes) == (Severity.ERROR, "zaal-1", 15)
    assert [s.key for s in one.sessions] == ["wonen", "veiligheid"]


@pytest.mark.parametrize(
    "facts",
    [
        {"room": "zaal-2"},
        {"room": None, "online": True},
        {"status": Status.CANCELLED},
        {"available_all_day": True},
        {"start": at(11), "end": at(12)},
    ],
)
def test_a_room_is_not_taken_twice_by(facts: dict[str, Any]) -> None:
    assert Kind.ROOM_TWICE not in kinds(
        day(session("wonen", at(10)), replace(session("veiligheid", at(10, 45)), **facts))
    )


def test_a_session_without_an_end_takes_its_room_at_its_start() -> None:
    whole = day(session("wonen", at(10)), session("veiligheid", at(10, 30), minutes=None))
    assert only(whole, Kind.ROOM_TWICE).minutes == 1
    assert Kind.ROOM_TWICE not in kinds(day(session("wonen", at(10), minutes=None), session("veiligheid", at(10, 30))))


def test_a_speaker_in_two_places_is_told_once_per_pair() -> None:
    cor = (speaker("Cor"), speaker("cor", part="chair"))
    whole = day(
        session("wonen", at(10), speakers=cor[:1]), session("veiligheid", at(10, 30), room="zaal-2", speakers=cor)
    )
    one = only(whole, Kind.SPEAKER_TWICE)
    assert (one.name, one.minutes) == ("Cor", 30)


@pytest.mark.parametrize(
    "who", [speaker("Cor", part="mentioned"), speaker("Cor", absent=True), speaker("Bo"), speaker(None)]
)
def test_a_speaker_is_not_in_two_places_who_need_not_be_there(who: object) -> None:
    whole = day(
        session("wonen", at(10), speakers=(speaker("Cor"),)),
        session("veiligheid", at(10), room="zaal-2", speakers=(who,)),
    )
    assert Kind.SPEAKER_TWICE not in kinds(whole)


def test_what_is_missing_is_one_finding_for_all_that_lack_it() -> None:
    whole = day(
        session("wonen", at(10), room=None, summary=Text(), contacts=(), slot_end=at(10, 30)),
        session("veiligheid", at(11), minutes=None, room=None),
        session("fysiek", at(12), text=Text("lang"), summary=Text()),
        session("lunch", at(13), kind="lunch", room=None, summary=Text(), minutes=None),
        session("europa", at(14), room=None, status=Status.CANCELLED),
    )
    found = {one.kind: [s.key for s in one.sessions] for one in findings(whole)}
    assert found == {
        Kind.NO_ROOM: ["wonen", "veiligheid"],
        Kind.OUTSIDE_SLOT: ["wonen"],
        Kind.NO_CONTACT: ["wonen"],
        Kind.NO_TEXT: ["wonen"],
        Kind.NO_END: ["veiligheid"],
    }
    assert [one.severity for one in findings(whole)] == sorted(one.severity for one in findings(whole))


def test_a_session_on_another_day_cannot_be_meant_so() -> None:
    one = only(day(session("wonen", at(10) + timedelta(days=1))), Kind.OTHER_DAY)
    assert one.severity is Severity.ERROR


def test_what_refers_to_nothing_is_told_by_name() -> None:
    groups = (*GROUPS, Group(slug="jeugd", name="Jeugd", pijler="sociaal", successor="zorg", id=9))
    silent = (NotMeeting(group="jeugd", title="Jeugd", text=Text("x"), instead="nergens"),)
    whole = day(
        session("wonen", at(10), room="kelder", groups=(SessionGroup("europa"),)), groups=groups, not_meeting=silent
    )
    assert {one.name for one in findings(whole) if one.kind is Kind.UNKNOWN} == {
        "sociaal",
        "zorg",
        "nergens",
        "kelder",
        "europa",
    }


def test_a_group_that_meets_without_anybody_who_joined_is_told() -> None:
    whole = day(
        session("wonen", at(10)),
        session("veiligheid", at(11), groups=(SessionGroup("veiligheid", Relation.PREPARES),)),
        session("fysiek", at(12), groups=(SessionGroup("fysiek", Relation.INVITED),)),
    )
    assert Kind.NO_SECRETARY not in kinds(whole)
    (one,) = [one for one in findings(whole, joined=("wonen",)) if one.kind is Kind.NO_SECRETARY]
    assert one.groups == ("veiligheid",)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_finding_is_told_in_words(language: str) -> None:
    cor = (speaker("Cor"),)
    whole = day(
        session("wonen", at(10), speakers=cor, summary=Text(), contacts=(), slot_end=at(10, 30)),
        session("veiligheid", at(10), speakers=cor, minutes=None),
        session("europa", at(10) + timedelta(days=3), room="kelder"),
        *(session(f"groep-{n}", at(11), room=None) for n in range(14)),
    )
    whole = replace(whole, event=replace(whole.event, state=State.DRAFT))
    people = {s.id: frozenset(range(5)) for s in whole.sessions}
    found = findings(whole, audiences=people, joined=())
    assert {one.kind for one in found} == set(Kind)
    said = checked(found, whole, sentences()["nl" if language == "nl" else "en"]).plain()
    assert "kelder" in said
    assert ("en 2 andere" if language == "nl" else "and 2 others") in said
