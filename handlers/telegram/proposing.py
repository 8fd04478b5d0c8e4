"""A proposed change in the chat: shown before anybody hears of it, then sent, left or taken back."""

from collections.abc import Sequence

from bot.changing.edit import Edit
from bot.changing.preview import Preview
from bot.programme.model import Programme
from bot.wording import changing as wording
from bot.wording import proposals
from bot.wording.richtext import Action, Message
from handlers import changing
from handlers.drafting import Author, Left, Made, Outcome, Proposed, TakenBack
from handlers.telegram import context
from handlers.telegram.context import Answers, Say, Visit
from storage.drafts import Draft


def author_of(visit: Visit) -> Author:
    """Give who changes: the person, and the chat that talks with them."""
    return Author(visit.user, visit.chat)


async def propose(
    visit: Visit, edits: Sequence[Edit], options: Sequence[Sequence[Edit]] = (), *, dropped: bool = False
) -> Answers:
    """Show what a change causes before anybody hears of it, or ask which of several sessions is meant."""
    made = await changing.propose(visit.services, author_of(visit), visit.programme, edits, options=options)
    if isinstance(made, Proposed):
        return (Say(_proposal(visit, made, dropped=dropped)),)
    return (Say(wording.options(made.id, options, visit.programme, visit.words)),)


async def press_choose(visit: Visit, action: Action) -> Answers:
    """Take the session that was meant."""
    return _told(visit, await changing.choose(visit.services, author_of(visit), action.id, action.revision))


async def press_swap_instead(visit: Visit, action: Action) -> Answers:
    """Propose that two sessions change rooms, where the wanted one is taken."""
    return _told(visit, await changing.swap_instead(visit.services, author_of(visit), action.id, action.revision))


async def press_send(visit: Visit, action: Action) -> Answers:
    """Make the change, once."""
    return _told(visit, await changing.send(visit.services, author_of(visit), action.id, action.revision))


async def press_leave(visit: Visit, action: Action) -> Answers:
    """Leave all as it was."""
    return _told(visit, await changing.leave(visit.services, author_of(visit), action.id))


async def press_undo(visit: Visit, action: Action) -> Answers:
    """Take back what was changed: at once within a minute, else with a preview."""
    return await undo(visit, action.id)


async def undo(visit: Visit, draft_id: int | None = None) -> Answers:
    """Take back what a draft changed, or what somebody changed last; raises NothingToUndo."""
    outcome = await changing.undo(visit.services, author_of(visit), visit.programme, draft_id)
    return _told(visit, outcome, undoing=True)


def _told(visit: Visit, outcome: Outcome, *, undoing: bool = False) -> Answers:
    """Put what became of a proposal in its place, so that its buttons go with it."""
    # What was typed has no message to put it in the place of.
    in_place = context.Edit if visit.message is None else Say
    match outcome:
        case Proposed():
            return (Say(_proposal(visit, outcome)),) if undoing else (in_place(_proposal(visit, outcome)),)
        case Made(draft, programme, shown) if shown is not None:
            return (in_place(_made(visit, draft, programme, shown, undoing=undoing)),)
        case Made():
            return (Say(proposals.made_before(visit.words)),)
        case Left():
            return (in_place(proposals.left(visit.words)),)
        case TakenBack(draft):
            return (Say(proposals.taken_back(visit.words, draft_id=draft.id)),)


def _made(visit: Visit, draft: Draft, programme: Programme, shown: Preview, *, undoing: bool) -> Message:
    edits = draft.edits
    return proposals.made(shown, programme, visit.words, draft_id=draft.id, edits=edits, undoing=undoing)


def _proposal(visit: Visit, made: Proposed, *, dropped: bool = False) -> Message:
    return proposals.proposal(
        made.shown,
        made.after,
        visit.words,
        draft_id=made.draft.id,
        seen=made.draft.seen,
        edits=made.draft.edits,
        dropped=dropped,
        overtaken=made.overtaken,
        taken_back=None if made.taken_back is None else made.taken_back.id,
    )
