"""`netwerkdag invite` and `netwerkdag roles`: who may change the day."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import click
from sqlalchemy import Connection

from bot.errors import NoEvents
from bot.people.access import OF_A_GROUP, VALID, Grant, Invitation, Role
from bot.programme.choice import event_at
from bot.programme.model import Group, Programme
from config.settings import Settings
from handlers import roles as acting
from handlers.cli.faults import Stop
from handlers.cli.identity import bot_name
from handlers.cli.wiring import database, run_async, wiring
from storage import acts
from storage import programme as programmes
from storage import roles as kept
from storage.database import Database


@click.command("invite")
@click.option("--role", "role", required=True, type=click.Choice([r.value for r in Role]), help="What they become.")
@click.option("--group", "slug", metavar="SLUG", help="Of which group, for a secretary or stand-in.")
@click.option("--event", "event", metavar="KEY", help="At which event, for an organiser or the desk.")
@click.option(
    "--days", default=VALID.days, show_default=True, type=click.IntRange(1, 365), help="How long it is valid."
)
def invite(role: str, slug: str | None, event: str | None, days: int) -> None:
    """Make an invitation: a link that one person can use once. It is shown now and never again."""
    settings = wiring().settings()
    made, secret, group = run_async(_invite(settings, Role(role), slug, event, timedelta(days=days)))
    click.echo(f"{_named(made.role, group)}, valid until {made.valid_until:%Y-%m-%d %H:%M} UTC:")
    name = run_async(bot_name(settings))
    if name:
        click.echo(f"https://t.me/{name}?start=i_{secret}")
    click.echo(f"{'or typed' if name else 'typed'} to the bot: /start i_{secret}")


@click.group("roles", invoke_without_command=True)
@click.option("--event", "event", metavar="KEY", help="At which event.")
@click.pass_context
def roles_group(ctx: click.Context, event: str | None) -> None:
    """List who has a role, by number and nobody's name, and which invitations are open."""
    if ctx.invoked_subcommand is not None:
        return
    day, grants, invitations = run_async(_overview(wiring().settings(), event))
    if not grants and not invitations:
        click.echo(f"{day.event.key}: nobody has a role; netwerkdag invite makes an invitation")
    for grant in grants:
        click.echo(f"role {grant.id}: {_of(grant, day)}, since {grant.since:%Y-%m-%d %H:%M} UTC")
    for one in invitations:
        click.echo(f"invitation {one.id}: {_of(one, day)}, valid until {one.valid_until:%Y-%m-%d %H:%M} UTC")


@roles_group.command("withdraw")
@click.argument("number", type=int)
def withdraw(number: int) -> None:
    """Take role NUMBER away, at once."""
    gone = run_async(_end(wiring().settings(), lambda conn, _now: kept.withdraw(conn, number), "withdraw-role"))
    if gone is None:
        raise Stop(f"there is no role {number}; netwerkdag roles lists them")
    click.echo(f"role {number} is taken away")


@roles_group.command("revoke")
@click.argument("number", type=int)
def revoke(number: int) -> None:
    """Let invitation NUMBER be used no more."""
    gone = run_async(_end(wiring().settings(), lambda conn, now: kept.revoke(conn, number, now), "revoke-invitation"))
    if gone is None:
        raise Stop(f"there is no open invitation {number}; netwerkdag roles lists them")
    click.echo(f"invitation {number} is revoked")


async def _invite(
    settings: Settings, role: Role, slug: str | None, event: str | None, valid: timedelta
) -> tuple[Invitation, str, Group | None]:
    async with database() as found:
        day = await _day(found, settings, event)
        group = _group(day, role, slug)
        made, secret = await found.write(
            acting.invite_in, day, role, group, acting=None, now=datetime.now(UTC), valid=valid
        )
    return made, secret, group


def _group(day: Programme, role: Role, slug: str | None) -> Group | None:
    """Give the group of a role that has one; raises Stop where it is missing, unknown or too much."""
    if role not in OF_A_GROUP:
        if slug is not None:
            raise Stop(f"--group goes with {' and '.join(sorted(OF_A_GROUP))}, not with {role.value}")
        return None
    known = ", ".join(sorted(day.group_by_slug))
    if slug is None:
        raise Stop(f"a {role.value} is that of a group: --group with one of {known}")
    if slug not in day.group_by_slug:
        raise Stop(f"there is no group {slug}; there are {known}")
    return day.group_by_slug[slug]


async def _day(found: Database, settings: Settings, event: str | None) -> Programme:
    key = event or settings.event
    if key is None:
        chosen = event_at(await found.read(programmes.events), datetime.now(UTC))
        if chosen is None:
            raise NoEvents
        key = chosen.key
    return await found.read(programmes.load, key)


async def _overview(
    settings: Settings, event: str | None
) -> tuple[Programme, tuple[Grant, ...], tuple[Invitation, ...]]:
    async with database() as found:
        day = await _day(found, settings, event)
        grants = await found.read(kept.grants_at, day.event.id)
        return day, grants, await found.read(kept.open_invitations, day.event.id, datetime.now(UTC))


async def _end(
    settings: Settings, end: Callable[[Connection, datetime], Grant | Invitation | None], what: str
) -> Grant | Invitation | None:
    now = datetime.now(UTC)
    async with database() as found:
        day = await _day(found, settings, None)

        def write(conn: Connection) -> Grant | Invitation | None:
            gone = end(conn, now)
            if gone is not None:
                group = day.group_by_id.get(gone.group_id or 0)
                about = "" if group is None else group.slug
                acts.record(conn, gone.event_id or day.event.id, None, what, now=now, about=about, before=gone.role)
            return gone

        return await found.write(write)


def _of(one: Grant | Invitation, day: Programme) -> str:
    return _named(one.role, day.group_by_id.get(one.group_id or 0))


def _named(role: Role, group: Group | None) -> str:
    return role.value if group is None else f"{role.value} of {group.slug}"
