"""Roles in the chat: accepting an invitation, inviting, and who has which."""

from bot.errors import StaleButton
from bot.people.access import is_organiser
from bot.people.model import ChatKind
from bot.wording import menu
from bot.wording import roles as wording
from bot.wording.richtext import Action, Message
from handlers import roles
from handlers.telegram.context import Answers, Edit, Offer, Say, Visit
from handlers.telegram.lookup import group_with


async def accept(visit: Visit, secret: str) -> Answers:
    """Take up the role of an invitation; raises InvitationOver."""
    if visit.chat.kind is ChatKind.GROUP:
        return ()
    granted = await roles.accept(visit.services, visit.chat, visit.programme, secret)
    offered = menu.commands((*menu.STAFF_MENU, *menu.MENU), visit.words)
    return (Say(wording.accepted(granted, visit.programme, visit.words)), Offer(offered))


async def invite(visit: Visit) -> Answers:
    """Answer «/uitnodigen» with the choice of roles; raises NotAllowed."""
    await visit.must(is_organiser)
    return (Say(wording.which_role(visit.words)),)


async def press_invite(visit: Visit, action: Action) -> Answers:
    """Ask for the group, or give the link of a new invitation; raises NotAllowed."""
    if action.id == 0:
        return await invite(visit)
    if action.id > len(wording.ROLES):
        raise StaleButton(f"role:{action.id}")
    await visit.must(is_organiser)
    role = wording.ROLES[action.id - 1]
    if wording.needs_group(role) and not action.revision:
        return (Edit(wording.which_group(role, visit.programme, visit.words)),)
    group = group_with(visit.programme, action.revision) if wording.needs_group(role) else None
    made, secret = await roles.invite(visit.services, visit.user, visit.programme, role, group)
    link = f"https://t.me/{visit.services.identity.bot}?start=i_{secret}"
    return (Say(wording.invitation(made, link, visit.programme, visit.words)),)


async def press_revoke(visit: Visit, action: Action) -> Answers:
    """Revoke an invitation; raises NotAllowed."""
    gone = await roles.revoke(visit.services, visit.user, visit.programme, action.id)
    return (Say(wording.revoked(gone, visit.words)),)


async def overview(visit: Visit) -> Answers:
    """Answer «/rollen»; raises NotAllowed."""
    found = await roles.staff(visit.services, visit.user, visit.programme)
    return (Say(_overview(visit, found)),)


def _overview(visit: Visit, found: roles.Staff) -> Message:
    grants, invitations = found.grants, found.invitations
    return wording.overview(grants, invitations, visit.programme, visit.words, chat_id=visit.chat.id)


async def press_withdraw(visit: Visit, action: Action) -> Answers:
    """Ask whether it is sure, then take a role away; raises NotAllowed."""
    if action.revision != wording.SURE:
        found = await roles.staff(visit.services, visit.user, visit.programme)
        asked = wording.sure(action.id, found.grants, visit.programme, visit.words, chat_id=visit.chat.id)
        return (Say(asked),)
    gone = await roles.withdraw(visit.services, visit.user, visit.programme, action.id)
    return (Say(wording.withdrawn(gone, visit.programme, visit.words)),)
