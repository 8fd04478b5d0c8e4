"""Each kind of mistake in a file: the line, the field, what was found and what would be right."""

import pytest

from bot.errors import Mistake, ProgrammeFileInvalid
from bot.programme.formats.mistakes import mistake_text
from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import Group, GroupKind

NETWORK = (
    Group(slug="fysiek", name="Fysiek", kind=GroupKind.PIJLER),
    Group(slug="woningmarkt", name="Woningmarkt", pijler="fysiek"),
    Group(slug="europa", name="Europa"),
)
GOOD = """\
format: 1
event:
  key: haarlem-2023
  title: Netwerkdag
  day: 2023-03-25
  last_day: 2023-03-26
rooms:
  - slug: zaal-2
    name: Zaal 2
    number: 2
  - slug: zaal-3
    name: Zaal 3
    number: 3
sessions:
  - key: woningmarkt
    title: Woningmarkt
    time: 11.40-12.40
    room: zaal-2
    holds: woningmarkt
    contacts:
      - mail: a.bel@stad.nl
    speakers:
      - name: Karin
        role: wethouder
  - key: europa
    title: Europa
    time: 15.00-16.00
    day: 2023-03-26
    status: confirmed
not_meeting:
  - group: europa
    text: Vergadert niet.
    instead: woningmarkt
"""


def mistakes(text: str) -> list[tuple[int, str, str, str]]:
    with pytest.raises(ProgrammeFileInvalid) as caught:
        read_programme(text, "dag.yaml", NETWORK)
    assert {mistake.file for mistake in caught.value.mistakes} == {"dag.yaml"}
    return [(m.line, m.field, m.found, m.expected) for m in caught.value.mistakes]


def network_mistakes(text: str) -> list[tuple[int, str, str, str]]:
    with pytest.raises(ProgrammeFileInvalid) as caught:
        read_network(text, "network.yaml")
    return [(m.line, m.field, m.found, m.expected) for m in caught.value.mistakes]


def test_the_file_that_the_mistakes_are_made_in_is_good() -> None:
    programme = read_programme(GOOD, "dag.yaml", NETWORK)
    assert [session.key for session in programme.sessions] == ["woningmarkt", "europa"]


@pytest.mark.parametrize(
    ("text", "line", "found", "expected"),
    [
        ("", 1, "an empty file", "the line format: 1, and what follows it"),
        ("# only words\n", 1, "an empty file", "the line format: 1, and what follows it"),
        ("- a\n- b\n", 1, "a list", "fields, each with a name, a colon and a value"),
        ("Beste collega", 1, "“Beste collega”", "fields, each with a name, a colon and a value"),
        ("format: 1\nevent:\n\tkey: a\n", 3, "a tab", "spaces"),
        (
            "format: 1\nevent: a: b\n",
            2,
            "a line that is not YAML: “event: a: b”",
            "quotes around a text with a colon in it, or the indentation of the lines above",
        ),
        ('format: 1\nevent: "a\n', 3, 'a line that is not YAML: “event: "a”', "a closing quote"),
        (
            "format: 1\nevent: {a: b\nrooms: [\n",
            3,
            "a line that is not YAML: “rooms: [”",
            "a name, a colon, a space and a value; two spaces more for what belongs to it",
        ),
        (
            "format: 1\nevent: @home\n",
            2,
            "a line that is not YAML: “event: @home”",
            "quotes around a text that starts with this character",
        ),
        (
            "format: 1\na: &x [*x]\n",
            2,
            "a line that is not YAML: “a: &x [*x]”",
            "the text itself, or quotes around a text that starts with * or &",
        ),
        (
            "format: 1\n---\nformat: 1\n",
            2,
            "a line that is not YAML: “---”",
            "one document in a file, without a second '---'",
        ),
        ("format: 1\nevent: \x07\n", 2, "the unprintable character U+0007", "readable text"),
        ("[" * 3000, 1, "lists or fields in each other without end", "a few levels at most"),
    ],
)
def test_what_is_no_programme_file_at_all(text: str, line: int, found: str, expected: str) -> None:
    assert mistakes(text) == [(line, "", found, expected)]


@pytest.mark.parametrize(
    ("format_line", "found", "expected"),
    [
        ("", "no format", "the line format: 1"),
        ("format: 2\n", "the newer format “2”", "format 1, the newest that this version of netwerkdag reads"),
        ("format: een\n", "the unknown format “een”", "format: 1"),
        ("format: 0\n", "the unknown format “0”", "format: 1"),
        ("format: [1]\n", "the unknown format a list", "format: 1"),
        (f"format: {'9' * 5000}\n", f"the unknown format “{'9' * 59}…”", "format: 1"),
    ],
)
def test_the_format(format_line: str, found: str, expected: str) -> None:
    assert mistakes(GOOD.replace("format: 1\n", format_line)) == [(1, "format", found, expected)]


def test_a_newer_format_is_not_judged_further() -> None:
    assert [m[1] for m in mistakes(GOOD.replace("format: 1", "format: 7").replace("rooms:", "halls:"))] == ["format"]


@pytest.mark.parametrize(
    ("was", "becomes", "line", "field", "found", "expected"),
    [
        ("    holds:", "    hodls:", 19, "sessions[woningmarkt].hodls", "the unknown field “hodls”", "“holds”"),
        ("not_meeting:", "not meeting:", 30, "not meeting", "the unknown field “not meeting”", "“not_meeting”"),
        (
            "        role: wethouder",
            "        xyzzy: 1",
            24,
            "sessions[woningmarkt].speakers[Karin].xyzzy",
            "the unknown field “xyzzy”",
            "one of: absent, count, name, part, provisional, role",
        ),
        ("number: 2", "number: twee", 10, "rooms[zaal-2].number", "“twee”", "a whole number"),
        ("number: 2", "number: [2]", 10, "rooms[zaal-2].number", "a list", "one text"),
        ("number: 2", "plenary: soms", 10, "rooms[zaal-2].plenary", "“soms”", "yes or no"),
        ("room: zaal-2", "room: zaal-9", 18, "sessions[woningmarkt].room", "the unknown room “zaal-9”", "“zaal-2”"),
        ("room: zaal-2", "room: 4", 18, "sessions[woningmarkt].room", "the unknown room “4”", "one of: zaal-2, zaal-3"),
        (
            "holds: woningmarkt",
            "holds: [woningmrkt]",
            19,
            "sessions[woningmarkt].holds[1]",
            "the unknown group “woningmrkt”",
            "“woningmarkt”",
        ),
        (
            "holds: woningmarkt",
            "prepares: Europa",
            19,
            "sessions[woningmarkt].prepares",
            "the unknown group “Europa”",
            "“europa”",
        ),
        (
            "instead: woningmarkt",
            "instead: woningmarktt",
            33,
            "not_meeting[europa].instead",
            "the unknown session “woningmarktt”",
            "“woningmarkt”",
        ),
        (
            "key: europa",
            "key: woningmarkt",
            25,
            "sessions[woningmarkt].key",
            "“woningmarkt” a second time, after line 15",
            "each key once in sessions",
        ),
        (
            "slug: zaal-3",
            "slug: zaal-2",
            11,
            "rooms[zaal-2].slug",
            "“zaal-2” a second time, after line 8",
            "each slug once in rooms",
        ),
        (
            "number: 3",
            "number: 2",
            13,
            "rooms[zaal-3].number",
            "“2” a second time, after line 10",
            "each number once in rooms",
        ),
        (
            "    room: zaal-2",
            "    title: Wonen",
            18,
            "sessions[woningmarkt].title",
            "a second “title”, after line 16",
            "each field once",
        ),
        (
            "time: 11.40-12.40",
            "time: 12.40-11.40",
            17,
            "sessions[woningmarkt].time",
            "an end that is not after the start: “12.40-11.40”",
            "an end after the start",
        ),
        (
            "time: 11.40-12.40",
            "time: 11.40-25.40",
            17,
            "sessions[woningmarkt].time",
            "a time that does not exist: “11.40-25.40”",
            "a time from 0.00 to 24.00",
        ),
        (
            "time: 11.40-12.40",
            "time: elf uur",
            17,
            "sessions[woningmarkt].time",
            "“elf uur”",
            "a time such as 11.40-12.40, or only the start, such as 16.00",
        ),
        (
            "time: 15.00-16.00\n    day: 2023-03-26",
            "day: 2023-03-26\n    time: 2.30",
            28,
            "sessions[europa].time",
            "a time that is skipped when summer time begins: 02.30 on 2023-03-26",
            "a time before or after the skipped hour",
        ),
        (
            "    status: confirmed",
            "    slot_end: 15.30",
            29,
            "sessions[europa].slot_end",
            "a slot that ends too early: “15.30”",
            "a time at or after the end of the session",
        ),
        ("status: confirmed", "slot_end: laat", 29, "sessions[europa].slot_end", "“laat”", "a time such as 16.00"),
        ("status: confirmed", "status: canceled", 29, "sessions[europa].status", "“canceled”", "“cancelled”"),
        (
            "mail: a.bel@stad.nl",
            "mail: a.bel.stad.nl",
            21,
            "sessions[woningmarkt].contacts[1].mail",
            "“a.bel.stad.nl”",
            "a mail address such as naam@gemeente.nl",
        ),
        (
            "mail: a.bel@stad.nl",
            "kind: secretary",
            21,
            "sessions[woningmarkt].contacts[1]",
            "none of them",
            "a name, a mail address or a telephone number",
        ),
        (
            "name: Karin\n        role: wethouder",
            "part: chair",
            23,
            "sessions[woningmarkt].speakers[1]",
            "neither a name nor a role",
            "a name or a role",
        ),
        (
            "role: wethouder",
            "role: {de: Stadtrat}",
            24,
            "sessions[woningmarkt].speakers[Karin].role",
            "the unknown language “de”",
            "the languages nl and en",
        ),
        (
            "slug: zaal-3",
            "slug: Zaal Drié!",
            11,
            "rooms[Zaal Drié!].slug",
            "“Zaal Drié!”",
            "lower-case letters, digits and hyphens, such as zaal-drie",
        ),
        (
            "key: europa",
            f"key: {'e' * 41}",
            25,
            f"sessions[{'e' * 41}].key",
            f"41 characters: “{'e' * 41}”",
            "40 characters at most",
        ),
        ("  title: Netwerkdag", "  title:", 4, "event.title", "nothing", "a line “title: …”"),
        ("  title: Netwerkdag\n", "", 2, "event.title", "nothing", "a line “title: …”"),
        ("title: Netwerkdag", "title: '  '", 4, "event.title", "“”", "a text"),
        (
            "last_day: 2023-03-26",
            "last_day: 2023-03-26\n  state: open",
            7,
            "event.state",
            "“open”",
            "one of: closed, draft, published",
        ),
        (
            "day: 2023-03-25",
            "day: 25 maart",
            5,
            "event.day",
            "“25 maart”",
            "a date as year-month-day, such as 2023-02-10",
        ),
        (
            "day: 2023-03-25",
            "day: 2023-02-29",
            5,
            "event.day",
            "a date that does not exist: “2023-02-29”",
            "a date that exists, as year-month-day",
        ),
        ("day: 2023-03-25", "day: 0023-03-25", 5, "event.day", "“0023-03-25”", "a date from 1970 to 2199"),
        (
            "    day: 2023-03-26",
            "    day: 2023-03-27",
            28,
            "sessions[europa].day",
            "a day outside the event: “2023-03-27”",
            "a day from 2023-03-25 to 2023-03-26",
        ),
        (
            "last_day: 2023-03-26",
            "last_day: 2023-03-26\n  timezone: Europe/Amstredam",
            7,
            "event.timezone",
            "“Europe/Amstredam”",
            "a timezone such as Europe/Amsterdam",
        ),
        (
            "last_day: 2023-03-26",
            "last_day: 2023-03-26\n  timezone: amsterdam",
            7,
            "event.timezone",
            "“amsterdam”",
            "a timezone such as Europe/Amsterdam",
        ),
        (
            "last_day: 2023-03-26",
            "last_day: 2023-03-26\n  facts: wifi",
            7,
            "event.facts",
            "“wifi”",
            "fields such as wifi: and parking:, with a text each",
        ),
        ("name: Zaal 3", "name: '  '", 12, "rooms[zaal-3].name", "“”", "a text on one line"),
        (
            "last_day: 2023-03-26",
            "last_day: 2023-03-26\n  people: {name: Jos}",
            7,
            "event.people",
            "fields",
            "a list: each item on a line that begins with a hyphen",
        ),
        (
            "text: Vergadert niet.",
            "text: [Vergadert]",
            32,
            "not_meeting[europa].text",
            "a list",
            "a text, or nl: and en: with a text each",
        ),
        (
            "      - mail: a.bel@stad.nl",
            "      - a.bel@stad.nl",
            21,
            "sessions[woningmarkt].contacts[1]",
            "“a.bel@stad.nl”",
            "fields: name, mail, phone, …",
        ),
        ("title: Netwerkdag", 'title: "a\\u0007b"', 4, "event.title", "“a\x07b”", "a text without control characters"),
    ],
)
def test_one_mistake_in_a_programme(  # noqa: PLR0917 - the columns of the table above
    was: str, becomes: str, line: int, field: str, found: str, expected: str
) -> None:
    assert was in GOOD
    assert mistakes(GOOD.replace(was, becomes, 1)) == [(line, field, found, expected)]


def test_a_last_day_before_the_first() -> None:
    found = mistakes(GOOD.replace("last_day: 2023-03-26", "last_day: 2023-03-24"))
    assert found == [(6, "event.last_day", "a last day before the first: “2023-03-24”", "a day on or after 2023-03-25")]


def test_a_field_that_is_named_by_a_list() -> None:
    found = "a field whose name is itself a list or fields"
    assert mistakes(GOOD.replace("    holds: woningmarkt", "    ? [holds]\n    : woningmarkt")) == [
        (19, "sessions[woningmarkt]", found, "a name and a colon")
    ]


def test_an_hour_that_comes_twice_asks_which() -> None:
    autumn = (
        GOOD.replace("2023-03-25", "2023-10-28").replace("2023-03-26", "2023-10-29").replace("15.00-16.00", "2.30-4.00")
    )
    expected = "02.30 UTC+2 or 02.30 UTC+1"
    found = "a time that comes twice when summer time ends: 02.30 on 2023-10-29"
    assert mistakes(autumn) == [(27, "sessions[europa].time", found, expected)]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (
            "  - {slug: zee, name: Zee}\n  - {slug: zee, name: Zee}",
            [(4, "groups[zee].slug", "“zee” a second time, after line 3", "each slug once in groups")],
        ),
        (
            "  - {slug: a, name: A, kind: pijler}\n  - {slug: b, name: B, kind: pijler, pijler: a}",
            [(4, "groups[b].pijler", "a pijler of the pijler “b”", "a pijler without one above it")],
        ),
        (
            "  - {slug: a, name: A}\n  - {slug: b, name: B, pijler: a}",
            [(4, "groups[b].pijler", "“a”, which is not a pijler", "a group with kind: pijler")],
        ),
        (
            "  - {slug: a, name: A, successor: b}\n  - {slug: b, name: B, successor: a}",
            [(3, "groups[a].successor", "successors in a circle: a → b → a", "a successor that does not lead back")],
        ),
        (
            "  - {slug: a, name: A, successor: b}\n  - {slug: b, name: B, successor: b}",
            [(4, "groups[b].successor", "successors in a circle: b → b", "a successor that does not lead back")],
        ),
        (
            "  - {slug: a, name: A, successor: a}",
            [(3, "groups[a].successor", "successors in a circle: a → a", "a successor that does not lead back")],
        ),
        ("  - {slug: a, name: A, pijler: b}", [(3, "groups[a].pijler", "the unknown group “b”", "one of: a")]),
        ("  - {slug: a, name: A, successor: aa}", [(3, "groups[a].successor", "the unknown group “aa”", "“a”")]),
        ("  - {slug: a, name: A, kind: thema}", [(3, "groups[a].kind", "“thema”", "“themagroep”")]),
    ],
)
def test_mistakes_in_a_network(groups: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert network_mistakes(f"format: 1\ngroups:\n{groups}\n") == expected


def test_a_programme_may_not_turn_a_group_of_the_network_into_a_track() -> None:
    expected = "another slug, or kind: themagroep to say the group of the network anew"
    found = "“europa”, a group of the network, for a track"
    text = GOOD + "groups:\n  - {slug: europa, name: Europa}\n"
    assert mistakes(text) == [(35, "groups[europa].slug", found, expected)]


def test_all_mistakes_are_told_at_once_in_order_of_line() -> None:
    text = GOOD.replace("number: 2", "number: x").replace("15.00-16.00", "26.00").replace("a.bel@", "a bel@")
    text = text.replace("format: 1", "format: nul").replace("instead: woningmarkt", "instead: nergens")
    text = text.replace("    room: zaal-2", "    title: Wonen").replace("holds: woningmarkt", "holds: wonen")
    assert [(line, field) for line, field, _, _ in mistakes(text)] == [
        (1, "format"),
        (10, "rooms[zaal-2].number"),
        (18, "sessions[woningmarkt].title"),
        (19, "sessions[woningmarkt].holds"),
        (21, "sessions[woningmarkt].contacts[1].mail"),
        (27, "sessions[europa].time"),
        (33, "not_meeting[europa].instead"),
    ]


def test_a_mistake_is_one_line_of_words() -> None:
    mistake = Mistake("dag.yaml", 18, "sessions[woningmarkt].room", "the unknown room “zaal-9”", "“zaal-2”")
    assert mistake_text(mistake) == (
        "dag.yaml:18: sessions[woningmarkt].room: found the unknown room “zaal-9”; expected “zaal-2”"
    )
    assert mistake_text(Mistake("dag.yaml", 3, "", "a tab", "spaces")) == "dag.yaml:3: found a tab; expected spaces"
