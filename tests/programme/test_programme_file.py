from datetime import UTC, date, datetime

from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import (
    Contact,
    Event,
    Group,
    GroupKind,
    NotMeeting,
    Programme,
    Relation,
    Room,
    Session,
    SessionGroup,
    Speaker,
    State,
    Status,
    Text,
)

NETWORK = (
    Group(slug="fysiek", name="Fysiek", kind=GroupKind.PIJLER, id=1),
    Group(slug="woningmarkt", name="Woningmarkt", pijler="fysiek", id=2),
    Group(slug="elders", name="Elders", kind=GroupKind.TRACK, event="ander-congres", id=3),
)

FULL = """
format: 1
event:
  key: congres-2024
  title: {nl: Congres, en: Conference}
  day: 2024-05-30
  last_day: 2024-05-31
  timezone: Europe/Lisbon
  state: draft
  network: G40
  city: Lissabon
  venue: zalencentrum
  address: Rua 1
  situation: {en: only in English}
  people:
    - Jos Wienen
    - {name: Paul Depla, role: voorzitter, part: chair}
  contacts:
    - {mail: info@congres.nl, kind: registration, phone: "+31 20 123"}
  facts:
    wifi: {nl: netwerk Congres, en: network Congres}
    parkeren: onder het gebouw
rooms:
  - {slug: aula, name: Aula, number: 1, aliases: grote zaal, plenary: ja, seats: 200, step_free: nee}
  - {slug: "3", name: Kamer drie, number: 2, floor: eerste, route: {nl: trap op, en: up the stairs}}
groups:
  - {slug: stroom-a, name: Stroom A}
  - {slug: europa, name: Europa, kind: themagroep, english: Europe, former_names: [Brussel]}
  - {slug: woningmarkt, name: Wonen, kind: themagroep, pijler: fysiek, abbreviations: WM}
sessions:
  - key: tweede-dag
    title: Laat
    day: 2024-05-31
    time: 22.00-2024-06-01 1.00
    room: 3
    status: cancelled
    status_note: {nl: storm, en: storm}
    online: ja
  - key: gesprek
    title: {nl: Gesprek, en: Talk}
    kind: talk
    time: 15.00-15.45
    slot_end: 16.00
    room: 1
    room_certain: no
    room_note: misschien de aula
    prepares: [woningmarkt, stroom-a]
    invited: europa
    content_provisional: yes
    open_to_all: yes
    speakers:
      - {name: Eric, role: {nl: staatssecretaris, en: state secretary}, part: guest, provisional: yes}
      - {role: twee sprekers, count: 2, absent: true}
    contacts:
      - {name: An Bel, mail: a.bel@stad.nl, note: alleen ochtend}
    printed: Gesprek met Eric
    summary: {nl: kort, en: short}
    text: >
      Eerste regel
      loopt door.

      Tweede alinea: met "tekens" & 11:40.
    audience: iedereen
    registration: niet nodig
    source_id: guid-1
  - {key: wonen, title: Wonen, time: 9.30, holds: woningmarkt, available_all_day: yes, start_stated: no}
  - {key: inloop, title: Inloop, kind: arrival, time: 9.00-9.30, end_stated: no}
not_meeting:
  - {group: europa, text: Vergadert niet., instead: gesprek}
  - {group: fysiek, title: Pijler Fysiek, text: {nl: niet, en: not}}
"""


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 5, day, hour, minute, tzinfo=UTC)


def test_a_file_that_uses_everything_is_read_as_meant() -> None:
    assert read_programme(FULL, "congres.yaml", NETWORK) == Programme(
        event=Event(
            key="congres-2024",
            title=Text("Congres", "Conference"),
            first_day=date(2024, 5, 30),
            last_day=date(2024, 5, 31),
            timezone="Europe/Lisbon",
            state=State.DRAFT,
            city="Lissabon",
            venue=Text("zalencentrum"),
            address="Rua 1",
            situation=Text(en="only in English"),
            people=(Speaker(name="Jos Wienen"), Speaker(name="Paul Depla", role=Text("voorzitter"), part="chair")),
            contacts=(Contact(mail="info@congres.nl", kind="registration", phone="+31 20 123"),),
            facts=(("wifi", Text("netwerk Congres", "network Congres")), ("parkeren", Text("onder het gebouw"))),
        ),
        rooms=(
            Room(slug="aula", name="Aula", number=1, aliases=("grote zaal",), plenary=True, seats=200, step_free=False),
            Room(slug="3", name="Kamer drie", number=2, floor=Text("eerste"), route=Text("trap op", "up the stairs")),
        ),
        groups=(
            NETWORK[0],
            Group(slug="woningmarkt", name="Wonen", pijler="fysiek", abbreviations=("WM",), id=2),
            Group(slug="stroom-a", name="Stroom A", kind=GroupKind.TRACK, event="congres-2024"),
            Group(slug="europa", name="Europa", english="Europe", former_names=("Brussel",)),
        ),
        sessions=(
            Session(
                key="inloop",
                title=Text("Inloop"),
                kind="arrival",
                start=utc(30, 8),
                end=utc(30, 8, 30),
                end_stated=False,
            ),
            Session(
                key="wonen",
                title=Text("Wonen"),
                kind="themagroep",
                start=utc(30, 8, 30),
                start_stated=False,
                end_stated=False,
                groups=(SessionGroup("woningmarkt"),),
                available_all_day=True,
            ),
            Session(
                key="gesprek",
                title=Text("Gesprek", "Talk"),
                kind="talk",
                start=utc(30, 14),
                end=utc(30, 14, 45),
                slot_end=utc(30, 15),
                room="aula",
                room_certain=False,
                room_note=Text("misschien de aula"),
                content_provisional=True,
                open_to_all=True,
                groups=(
                    SessionGroup("woningmarkt", Relation.PREPARES),
                    SessionGroup("stroom-a", Relation.PREPARES),
                    SessionGroup("europa", Relation.INVITED),
                ),
                speakers=(
                    Speaker(
                        name="Eric", role=Text("staatssecretaris", "state secretary"), part="guest", provisional=True
                    ),
                    Speaker(name=None, role=Text("twee sprekers"), count=2, absent=True),
                ),
                contacts=(Contact(name="An Bel", mail="a.bel@stad.nl", note=Text("alleen ochtend")),),
                printed="Gesprek met Eric",
                summary=Text("kort", "short"),
                text=Text('Eerste regel loopt door.\n\nTweede alinea: met "tekens" & 11:40.'),
                audience=Text("iedereen"),
                registration=Text("niet nodig"),
                source_id="guid-1",
            ),
            Session(
                key="tweede-dag",
                title=Text("Laat"),
                kind="meeting",
                start=utc(31, 21),
                end=datetime(2024, 6, 1, 0, 0, tzinfo=UTC),
                room="3",
                online=True,
                status=Status.CANCELLED,
                status_note=Text("storm", "storm"),
            ),
        ),
        not_meeting=(
            NotMeeting(group="europa", title="Europa", text=Text("Vergadert niet."), instead="gesprek"),
            NotMeeting(group="fysiek", title="Pijler Fysiek", text=Text("niet", "not")),
        ),
    )


LITTLE = """
format: 1
event: {key: dag, title: Dag, day: 2024-05-30, online: yes}
sessions:
  - {key: a, title: A, time: 9.00-10.00}
  - {key: b, title: B, time: 9.00-10.00, online: no, holds: fysiek}
"""


def test_little_is_needed_and_the_event_tells_whether_sessions_are_online() -> None:
    programme = read_programme(LITTLE, "dag.yaml", NETWORK)
    assert programme.event == Event(
        key="dag", title=Text("Dag"), first_day=date(2024, 5, 30), last_day=date(2024, 5, 30), online=True
    )
    assert programme.groups == NETWORK[:2]
    assert [(s.key, s.kind, s.online) for s in programme.sessions] == [("a", "meeting", True), ("b", "pijler", False)]


def test_empty_fields_and_byte_order_marks_say_nothing() -> None:
    spelled_out = LITTLE.replace("key: a,", "key: a, room: , speakers: ~, text: null,").replace("\n", "\r\n")
    assert read_programme("\ufeff" + spelled_out, "dag.yaml", NETWORK) == read_programme(LITTLE, "dag.yaml", NETWORK)


def test_a_literal_text_keeps_its_lines_and_a_folded_one_makes_paragraphs() -> None:
    literal = (
        LITTLE.rstrip()
        + "\n  - key: c\n    title: C\n    time: 9.00\n    text: |\n      een\n      twee\n\n      drie\n"
    )
    folded = literal.replace("text: |", "text: >")
    assert read_programme(literal, "dag.yaml", NETWORK).session_by_key["c"].text == Text("een\ntwee\n\ndrie")
    assert read_programme(folded, "dag.yaml", NETWORK).session_by_key["c"].text == Text("een twee\n\ndrie")


def test_a_network_is_read_with_its_tree() -> None:
    text = """
format: 1
groups:
  - {slug: fysiek, name: Fysiek, kind: pijler, aliases: [Fysieke pijler]}
  - {slug: omgevingswet, name: Omgevingswet, pijler: fysiek, successor: leefomgeving}
  - {slug: leefomgeving, name: Leefomgeving, pijler: fysiek}
"""
    assert read_network(text, "network.yaml") == (
        Group(slug="fysiek", name="Fysiek", kind=GroupKind.PIJLER, aliases=("Fysieke pijler",)),
        Group(slug="omgevingswet", name="Omgevingswet", pijler="fysiek", successor="leefomgeving"),
        Group(slug="leefomgeving", name="Leefomgeving", pijler="fysiek"),
    )
