"""What gets people in: a poster and a mail for each group, and for the day, each in Dutch and English."""

from dataclasses import dataclass
from typing import Final

from bot.programme.model import LANGUAGES, Group, GroupKind, Language, Programme
from bot.wording.catalogue import Catalogue
from bot.wording.following import short_name
from bot.wording.menu import event_name
from bot.wording.names import capital

DAY: Final = "dag"
"""What stands for a group in the names of the files that are about the whole day."""


@dataclass(frozen=True, slots=True)
class Poster:
    """What stands on a poster: ``url`` is what its code opens, ``day_url`` that of the smaller one, if it has one.

    ``calls`` say in each language what one gets by scanning; ``day_calls`` the same for the whole day.
    """

    slug: str
    event: str
    name: str
    gloss: str
    calls: tuple[str, ...]
    url: str
    day_calls: tuple[str, ...] = ()
    day_url: str = ""


def group_poster(group: Group, programme: Programme, bot: str, catalogue: Catalogue) -> Poster:
    """Word the poster of a group."""
    nl = catalogue["nl"]
    return Poster(
        slug=group.slug,
        event=capital(event_name(programme, nl)),
        name=capital(_name(group, catalogue)),
        gloss=capital(group.english),
        calls=tuple(catalogue[language]("kit-poster-group", group=short_name(group)) for language in LANGUAGES),
        url=follow_url(bot, group),
        day_calls=tuple(catalogue[language]("kit-poster-day-small") for language in LANGUAGES),
        day_url=day_url(bot),
    )


def day_poster(programme: Programme, bot: str, catalogue: Catalogue) -> Poster:
    """Word the poster of the whole day."""
    return Poster(
        slug=DAY,
        event=capital(event_name(programme, catalogue["nl"])),
        name=catalogue["nl"]("kit-poster-day-name"),
        gloss=catalogue["en"]("kit-poster-day-name"),
        calls=tuple(catalogue[language]("kit-poster-day") for language in LANGUAGES),
        url=day_url(bot),
    )


def group_mail(group: Group, programme: Programme, bot: str, catalogue: Catalogue) -> str:
    """Write the text of a mail that a secretary can paste, in both languages."""
    return _both(catalogue, programme, "kit-mail-group", group=_name(group, catalogue), url=follow_url(bot, group))


def day_mail(programme: Programme, bot: str, catalogue: Catalogue) -> str:
    """Write the same for the whole day."""
    return _both(catalogue, programme, "kit-mail-day", url=day_url(bot))


def follow_url(bot: str, group: Group) -> str:
    """Give the link that follows a group at once (Bot API, deep linking)."""
    return f"https://t.me/{bot}?start=volg_{group.slug}"


def day_url(bot: str) -> str:
    """Give the link to the bot itself."""
    return f"https://t.me/{bot}"


def _both(catalogue: Catalogue, programme: Programme, key: str, **values: str) -> str:
    def text(language: Language) -> str:
        words = catalogue[language]
        parts = [words(f"{key}-{part}", event=event_name(programme, words), **values) for part in ("subject", "text")]
        return "\n\n".join(parts)

    return "\n\n---\n\n".join(text(language) for language in LANGUAGES) + "\n"


def _name(group: Group, catalogue: Catalogue) -> str:
    if group.kind is GroupKind.TRACK:
        return group.name
    return catalogue["nl"](f"name-{group.kind.value}", title=group.name)
