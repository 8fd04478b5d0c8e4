"""Whom a message to many reaches, and who may send it."""

from collections.abc import Iterable

import pytest
from reminder_days import at, day, following, person

from bot.broadcasting.audience import (
    audiences_for,
    groups_for,
    may_address,
    recipients,
    speaking_as,
    usual,
)
from bot.broadcasting.model import Audience, Content, Media, corrected
from bot.people.access import Grant, Role
from bot.people.model import Choices, Stay

DAY = day()
IDS = {group.slug: group.id for group in DAY.groups}


def grant(role: Role, slug: str | None = None) -> Grant:
    group_id = None if slug is None else IDS[slug]
    return Grant(id=1, chat_id=1, role=role, group_id=group_id, event_id=None if slug else 1, since=at(9))


SAFETY = grant(Role.SECRETARY, "veiligheid")
SOCIAL = grant(Role.STAND_IN, "sociaal")
ORGANISER = grant(Role.ORGANISER)
DESK = grant(Role.DESK)


def reached(audience: Audience, slugs: Iterable[str], *everybody: Choices) -> list[int]:
    people = [(person(number), choices) for number, choices in enumerate(everybody, start=1)]
    return [chat.id for chat in recipients(DAY, people, audience, [IDS[slug] for slug in slugs])]


def test_who_follows_a_pijler_follows_its_themagroepen_and_who_follows_a_former_group_its_successor() -> None:
    everybody = [following(slug) for slug in ("sociaal", "wwz", "asiel", "statushouders", "veiligheid", "rond")]
    assert reached(Audience.GROUPS, ["wwz"], *everybody) == [1, 2]
    assert reached(Audience.GROUPS, ["asiel"], *everybody) == [1, 3, 4]
    assert reached(Audience.GROUPS, ["vierkant"], *everybody) == [6]
    assert reached(Audience.GROUPS, ["sociaal"], *everybody) == [1]
    assert reached(Audience.UNCHOSEN, ["sociaal"], *everybody) == []


def test_who_has_a_session_of_the_group_and_who_is_there() -> None:
    session = DAY.session_by_key["veiligheid"].id
    kept = Choices(kept=frozenset({session}))
    dropped = Choices(followed=frozenset({IDS["veiligheid"]}), dropped=frozenset({session}))
    away = Choices(followed=frozenset({IDS["veiligheid"]}), stay=Stay(attends=True, absent=True))
    there = Choices(stay=Stay(attends=True))
    came_by = Choices(stay=Stay(came_by=True))
    everybody = (kept, dropped, away, there, following("veiligheid"), came_by)
    assert reached(Audience.PROGRAMME, ["veiligheid"], *everybody) == [1, 5]
    assert reached(Audience.ALL, [], *everybody) == [1, 2, 4, 5, 6]


@pytest.mark.parametrize(
    ("grants", "audience", "slugs", "may"),
    [
        ([SAFETY], Audience.GROUPS, ["veiligheid"], True),
        ([SAFETY], Audience.PROGRAMME, ["veiligheid", "europa"], False),
        ([SAFETY], Audience.ALL, [], False),
        ([DESK], Audience.ALL, [], False),
        ([DESK], Audience.GROUPS, ["europa"], True),
        ([ORGANISER], Audience.ALL, [], True),
        ([SOCIAL], Audience.GROUPS, ["sociaal", "wwz"], True),
        ([], Audience.UNCHOSEN, [], False),
    ],
)
def test_who_may_write_to_whom(grants: list[Grant], audience: Audience, slugs: list[str], may: bool) -> None:
    assert may_address(grants, DAY, audience, [IDS[slug] for slug in slugs]) is may


def test_everybody_begins_with_their_own_and_speaks_in_the_role_that_fits() -> None:
    assert usual([SAFETY], DAY) == (Audience.GROUPS, (IDS["veiligheid"],))
    assert usual([ORGANISER, SAFETY], DAY) == (Audience.UNCHOSEN, ())
    assert IDS["statushouders"] not in groups_for([DESK], DAY)
    assert speaking_as([SAFETY, SOCIAL], DAY, [IDS["wwz"]]) == (Role.STAND_IN, "sociaal")
    assert speaking_as([SAFETY, SOCIAL], DAY, [IDS["veiligheid"]]) == (Role.SECRETARY, "veiligheid")
    assert speaking_as([SAFETY, ORGANISER], DAY, []) == (Role.ORGANISER, "")
    assert audiences_for([SAFETY]) == (Audience.GROUPS, Audience.PROGRAMME)
    assert Audience.ALL in audiences_for([ORGANISER])


def test_what_can_come_in_the_place_of_what() -> None:
    text, photo = Content("a"), Content("a", Media.PHOTO, "1")
    paper = Content("", Media.DOCUMENT, "2")
    assert corrected(text, Content("b")) == Content("b")
    assert corrected(photo, Content("b")) == Content("b", Media.PHOTO, "1")
    assert corrected(photo, paper) == Content("a", Media.DOCUMENT, "2")
    assert corrected(text, paper) == Content("a", Media.DOCUMENT, "2")
    assert corrected(photo, Content("c", Media.PHOTO, "3")) == Content("c", Media.PHOTO, "3")
