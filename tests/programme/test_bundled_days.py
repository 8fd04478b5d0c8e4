"""The bundled days against the readings and documents they were made from, and on their own."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.programme.model import KNOWN_KINDS, Group, GroupKind, Programme, Relation, Session, Status

READING = {"haarlem-2023": "2023-02-10", "digitaal-2020": "2020-09-24", "lelystad-2017": "2017-11-30"}
DOCUMENT = {
    "haarlem-2023": "haarlem-2023.txt",
    "digitaal-2020": "digitaal-2020.md",
    "lelystad-2017": "lelystad-2017.md",
}
KEYS = {
    "h_inloop": "inloop",
    "h_plenair": "plenaire-start",
    "h_v1025": "verplaatsing-1025",
    "h_p_soc": "pijler-sociaal",
    "h_p_fys": "pijler-fysiek",
    "h_p_ew": "pijler-economie-en-werk",
    "h_netw": "netwerkruimte",
    "h_v1130": "verplaatsing-1130",
    "h_mkb": "mkb",
    "h_won": "woningmarkt",
    "h_wwz": "wonen-welzijn-zorg",
    "h_leef": "leefomgeving",
    "h_veil": "veiligheid",
    "h_v1245": "verplaatsing-1245",
    "h_lunch": "lunch-ab",
    "h_v1350": "verplaatsing-1350",
    "h_ibs": "interbestuurlijke-samenwerking",
    "h_keten": "sterke-keten",
    "h_slim": "slimme-verstedelijking",
    "h_zjo": "zorg-jeugd-onderwijs",
    "h_v1455": "verplaatsing-1455",
    "h_burg": "gesprek-staatssecretaris",
    "h_eur": "europa",
    "h_vit": "vitale-binnensteden",
    "h_fin": "financien",
    "h_duur": "duurzaamheid",
    "h_borrel": "borrel",
    "d_wwz": "wonen-welzijn-zorg",
    "d_omg": "omgevingswet",
    "d_dem": "democratische-vernieuwing",
    "d_zjo": "zorg-jeugd-onderwijs",
    "d_duur": "duurzaamheid",
    "d_won": "woningmarkt",
    "d_keten": "sterke-keten",
    "d_arm": "armoede",
    "d_veil": "veiligheid",
    "d_fin": "financien",
    "d_ser": "werkconferentie-ser",
    "d_soc": "pijler-sociaal",
    "d_fys": "pijler-fysiek",
    "l_wal": "wal-en-schip",
    "l_jeugd": "jeugd-onderwijs-arbeidsmarkt",
    "l_ond": "ondernemerschap",
    "l_fin": "financien",
    "l_wwz": "wonen-welzijn-zorg",
    "l_stat": "statushouders",
    "l_reg": "regionale-samenwerking",
    "l_veil": "veiligheid",
    "l_soc": "pijler-sociaal",
    "l_fys": "pijler-fysiek",
    "l_ab": "algemeen-bestuur",
    "l_borrel": "borrel",
}


def facts(session: Session, day: Programme) -> dict[str, object]:
    """Give what a reading says of a session, from our session."""
    rooms = {room.slug: room.name for room in day.rooms}
    groups = {group.slug: group for group in day.groups}
    parts = [groups[part.group] for part in session.groups]
    themes = [group for group in parts if group.kind is GroupKind.THEMAGROEP]
    pijlers = {g.slug if g.kind is GroupKind.PIJLER else g.pijler for g in parts} - {None}

    def clock(moment: datetime | None) -> str | None:
        return f"{day.local(moment):%H:%M}" if moment else None

    return {
        "start": clock(session.start),
        "end": clock(session.end),
        "slot_end": clock(session.slot_end or session.end),
        "start_stated": session.start_stated,
        "end_stated": session.end_stated,
        "room": rooms.get(session.room or ""),
        "room_certain": session.room_certain,
        "pijler": sorted(groups[slug].name for slug in pijlers if slug),
        "themagroep": [group.name for group in themes],
        "speakers": [s.name for s in session.speakers if s.name],
        "nameless": any(s.name is None and s.part != "invited" for s in session.speakers),
        "mails": [contact.mail for contact in session.contacts],
        "names": [contact.name for contact in session.contacts],
        "description": bool(session.text),
        "tentative": session.content_provisional or any(s.provisional for s in session.speakers),
        "cancelled": session.status is not Status.CONFIRMED,
        "all_day": session.available_all_day,
        "open_to_all": session.open_to_all,
        "digital": session.online,
    }


def read_facts(row: Mapping[str, Any]) -> dict[str, object]:
    """Give the same facts from a row of the readings."""
    flags = row["flags"]
    return {
        "start": row["start"],
        "end": row["end"],
        "slot_end": flags["slot_end"],
        "start_stated": flags.get("start_stated", True),
        "end_stated": flags["end_stated"],
        "room": row["room"],
        "room_certain": row.get("room_certain", True),
        "pijler": [row["pijler"]] if row["pijler"] else [],
        "themagroep": [row["themagroep"]] if row["themagroep"] else [],
        "speakers": [s["name"] for s in row["speakers"] if s["name"]],
        "nameless": any(s["name"] is None for s in row["speakers"]),
        "mails": [s["mail"] for s in row["secretaries"]],
        "names": [s["name"] for s in row["secretaries"]],
        "description": row["description"],
        "tentative": flags["tentative"],
        "cancelled": flags["cancelled"],
        "all_day": flags["all_day"],
        "open_to_all": flags["open_to_all"],
        "digital": flags["digital"],
    }


@pytest.mark.parametrize("name", READING)
def test_every_session_follows_the_reading(
    name: str, days: Mapping[str, Programme], readings: Mapping[str, Any]
) -> None:
    day, reading = days[name], readings[READING[name]]
    rows = {KEYS[row["key"]]: read_facts(row) for row in reading["sessions"]}
    assert {session.key: facts(session, day) for session in day.sessions} == rows


@pytest.mark.parametrize("name", READING)
def test_rooms_and_groups_that_do_not_meet_follow_the_reading(
    name: str, days: Mapping[str, Programme], readings: Mapping[str, Any]
) -> None:
    day, reading = days[name], readings[READING[name]]
    assert [(room.number, room.name) for room in day.rooms] == [(room["id"], room["name"]) for room in reading["rooms"]]
    assert all(set(room["aliases"]) <= set(day.rooms[room["id"] - 1].aliases) for room in reading["rooms"])
    found = [(day.group_by_slug[n.group].name, n.title, n.text.nl) for n in day.not_meeting]
    assert found == [(n["themagroep"], n["title"], n["text"]) for n in reading["not_meeting"]]


@pytest.mark.parametrize("name", READING)
def test_texts_stand_in_the_document_word_for_word(name: str, days: Mapping[str, Programme], sources: Path) -> None:
    document = flat((sources / DOCUMENT[name]).read_text("utf-8"))
    day = days[name]
    told = [session.text.nl for session in day.sessions] + [day.event.introduction.nl]
    assert [part for text in told for part in text.split("\n\n") if flat(part) not in document] == []


@pytest.mark.parametrize("name", READING)
def test_printed_titles_stand_in_the_document(name: str, days: Mapping[str, Programme], sources: Path) -> None:
    document = flat((sources / DOCUMENT[name]).read_text("utf-8"))
    missing = [s.printed for s in days[name].sessions if not s.printed or flat(s.printed) not in document]
    assert missing == []


def flat(text: str) -> str:
    """Leave out what layout adds: line ends (and the space after a hyphen there), stars, links behind words."""
    linked = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"(?<=-) ", "", re.sub(r"\s+", " ", linked.replace("*", ""))).replace("mobiliteits-", "mobiliteits")


def test_the_network_holds_all_of_the_taxonomy(network: tuple[Group, ...], sources: Path) -> None:
    taxonomy = json.loads((sources / "taxonomy.json").read_text("utf-8"))
    groups = {group.name: group for group in network}
    pijlers = {group.slug: group.name for group in network if group.kind is GroupKind.PIJLER}
    assert list(pijlers.values()) == [entry["pijler"] for entry in taxonomy["pijlers"] if entry["pijler"]]
    told: set[str] = set(pijlers.values())
    for entry in taxonomy["pijlers"]:
        for row in entry["themagroepen"]:
            group = groups[row["themagroep"]]
            told.add(group.name)
            assert pijlers.get(group.pijler or "") == entry["pijler"]
            assert {alias.casefold() for alias in row["aliases"]} <= {
                n.casefold() for n in (*group.aliases, group.name)
            }
            assert list(group.abbreviations) == row["abbreviations"]
            assert list(group.former_names) == [former.partition(" (")[0] for former in row["former_names"]]
            assert group.successor is None  # the one that is stated is of a former name, Omgevingswet
        if entry["pijler"]:
            pijler = groups[entry["pijler"]]
            names = {name.casefold() for name in (*pijler.aliases, *pijler.abbreviations)}
            assert {name.casefold() for name in entry["aliases"]} <= names
    assert told == set(groups)


def test_every_group_has_an_english_gloss_and_a_slug_of_its_own(network: tuple[Group, ...]) -> None:
    assert [group.slug for group in network if not group.english] == []
    assert len({group.slug for group in network}) == len(network) == 20


def test_the_days_are_as_large_as_their_documents(days: Mapping[str, Programme]) -> None:
    counts = {name: (len(day.sessions), len(day.rooms), len(day.not_meeting)) for name, day in days.items()}
    assert counts == {"haarlem-2023": (27, 5, 2), "digitaal-2020": (13, 0, 0), "lelystad-2017": (12, 0, 0)}
    assert {name: day.days for name, day in days.items()} == {
        "haarlem-2023": (date(2023, 2, 10),),
        "digitaal-2020": (date(2020, 9, 24),),
        "lelystad-2017": (date(2017, 11, 30),),
    }


def test_titles_and_summaries_are_in_both_languages(days: Mapping[str, Programme]) -> None:
    lacking = [
        (name, session.key)
        for name, day in days.items()
        for session in day.sessions
        if not (session.title.nl and session.title.en)
        or (session.text and not (session.summary.nl and session.summary.en))
        or not all(
            bool(text.nl) == bool(text.en) for text in (session.room_note, session.audience, session.registration)
        )
        or session.kind not in KNOWN_KINDS
    ]
    assert lacking == []


def test_an_uncertain_room_says_which_other_one_it_could_be(days: Mapping[str, Programme]) -> None:
    uncertain = [s for s in days["haarlem-2023"].sessions if not s.room_certain]
    assert [(s.key, s.room) for s in uncertain] == [
        ("pijler-sociaal", "zaal-2"),
        ("pijler-fysiek", "zaal-3"),
        ("pijler-economie-en-werk", "zaal-4"),
        ("netwerkruimte", "zaal-5"),
        ("interbestuurlijke-samenwerking", "zaal-2"),
        ("sterke-keten", "zaal-3"),
        ("slimme-verstedelijking", "zaal-4"),
        ("zorg-jeugd-onderwijs", "zaal-5"),
        ("borrel", "gravenzaal"),
    ]
    assert all(
        ("zaal" in s.room_note.nl) and (("room" in s.room_note.en) or ("zaal" in s.room_note.en)) for s in uncertain
    )


def test_the_talk_is_prepared_by_two_groups_and_stands_for_one_that_does_not_meet(
    days: Mapping[str, Programme],
) -> None:
    haarlem = days["haarlem-2023"]
    talk = haarlem.session_by_key["gesprek-staatssecretaris"]
    assert [(part.group, part.relation) for part in talk.groups] == [
        ("sociaal", Relation.PREPARES),
        ("asiel", Relation.PREPARES),
    ]
    assert [(entry.group, entry.instead) for entry in haarlem.not_meeting] == [
        ("armoede-en-schulden", None),
        ("asiel", "gesprek-staatssecretaris"),
    ]


def test_people_who_are_only_mentioned_or_invited_are_no_speakers(days: Mapping[str, Programme]) -> None:
    haarlem = days["haarlem-2023"]
    assert not [s.key for s in haarlem.sessions for who in s.speakers if who.name and "Hugo" in who.name]
    guests = haarlem.session_by_key["interbestuurlijke-samenwerking"].speakers
    assert [(who.name, who.part) for who in guests] == [
        ("Maarten Hoorn", "kick-off"),
        (None, "invited"),
        (None, "invited"),
        (None, "invited"),
    ]


def test_what_is_provisional_is_a_guest_or_the_content_and_never_the_session(days: Mapping[str, Programme]) -> None:
    found = [
        (name, s.key, s.content_provisional, [who.name for who in s.speakers if who.provisional])
        for name, day in days.items()
        for s in day.sessions
        if s.content_provisional or any(who.provisional for who in s.speakers)
    ]
    assert found == [
        ("digitaal-2020", "democratische-vernieuwing", False, ["Bernard ter Haar"]),
        ("lelystad-2017", "pijler-sociaal", True, ["Hugo de Jonge", "Paul Blokhuis"]),
    ]
    assert {s.status for day in days.values() for s in day.sessions} == {Status.CONFIRMED}


def test_the_events_say_who_is_host_and_where(days: Mapping[str, Programme]) -> None:
    told = {
        name: (day.event.city, day.event.address, day.event.online, [(p.name, p.part) for p in day.event.people])
        for name, day in days.items()
    }
    assert told == {
        "haarlem-2023": (
            "Haarlem",
            "",
            False,
            [("Jos Wienen", "host"), ("Paul Depla", "chair"), ("Arjen Gerritsen", "vice-chair")],
        ),
        "digitaal-2020": ("", "", True, [("Paul Depla", "chair")]),
        "lelystad-2017": (
            "Lelystad",
            "Stadhuisplein 2",
            False,
            [("Ina Adema", "host"), ("Ferd Crone", "chair"), ("Gerard Hendriksma", "secretary")],
        ),
    }
