"""What is said when the whole day turned: the question to a secretary, and who has not answered."""

from collections.abc import Collection, Sequence

from bot.programme.model import Programme, Session
from bot.wording.catalogue import Words
from bot.wording.changing import answers, change_button
from bot.wording.richtext import Action, Button, Message, Verb, message
from bot.wording.speech import Speech


def question(session: Session, programme: Programme, words: Words) -> Message:
    """Ask what becomes of a session, with a button for each answer."""
    say = Speech(programme, words)
    situation = programme.event.situation.to(words.language)
    lines = [situation, say.both("turn-question", session, session=say.name(session))]
    return message(*(line for line in lines if line)).with_buttons(*answers(session, say))


def overview(
    waiting: Sequence[Session], asked: Collection[int], programme: Programme, words: Words, *, turned: int
) -> Message:
    """Say of which sessions nobody said yet what becomes of them; ``asked`` are those whose secretary was asked.

    ``turned`` is how many meetings there are in all.
    """
    say = Speech(programme, words)
    if not waiting:
        return message(say("turn-all-answered"))
    lines = [say("turn-waiting", count=len(waiting), all=turned)]
    lines += [say("turn-item" if s.id in asked else "turn-item-nobody", session=say.name(s)) for s in waiting]
    others = (Button(say("change-button-others"), Action(Verb.CHANGE)),)
    return message(*lines).with_buttons(*((change_button(s, words),) for s in waiting), others)
