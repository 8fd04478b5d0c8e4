"""Every setting of the program: its name in the environment (or `.env`), its default, what is right."""

from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from urllib.parse import parse_qs, urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, ValidationInfo, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

TELEGRAM_API: Final = "https://api.telegram.org"
NO_ORGANIZER: Final = "agenda@netwerkdag.invalid"
"""An address that can never exist (RFC 2606)."""
STARTTLS: Final = frozenset({"offered", "always", "never"})
SECRET: Final = frozenset({"telegram_bot_token", "smtp_url"})
"""Settings whose value is never repeated."""

RIGHT: Final = {
    "telegram_bot_token": "the token that @BotFather gave, such as 123456:ABC-def",
    "telegram_api_url": "an http or https address, such as https://api.telegram.org",
    "database_url": "an SQLAlchemy address, such as sqlite:///var/netwerkdag.db or postgresql://user@host/name",
    "clock_start": "a moment, such as 2023-02-10T09:25 (local time of the event) or 2023-02-10T08:25Z",
    "clock_speed": "a number above 0 and at most 3600, such as 1 or 60",
    "event": "the key of an event, such as haarlem-2023 (see: netwerkdag programme list)",
    "web_port": "a port number from 0 to 65535, such as 8081",
    "web_host": "the name or number of one of this machine's addresses, such as 127.0.0.1 or 0.0.0.0",
    "public_url": "the https address under which people reach the web pages, such as https://netwerkdag.example.org",
    "port": "a port number from 0 to 65535, such as 8080",
    "calendar_organizer": "a mail address, such as netwerkdag@example.org",
    "smtp_url": "smtp:// or smtps:// with the server, such as smtp://USER:PASSWORD@mail.example.org:587 "
    "(?starttls=always or never, else where it is offered)",
    "mail_from": "a mail address with or without a name, such as Netwerkdag <agenda@example.org>, and the same "
    "address as CALENDAR_ORGANIZER where that is set: Outlook takes updates only from the organiser",
    "mail_pace": "a number of messages a minute from 1 to 6000, such as 60",
    "privacy_controller": "the name of the organisation that is responsible, such as Stichting G40, in one line",
    "privacy_contact": "where people can turn to, such as privacy@example.org, in one line",
    "privacy_days": "a number of days from 1 to 365, such as 30",
    "desk_chat": "the number of a chat, such as 123456789 or -1001234567890 for a group",
    "channel": "telegram or stage",
    "log_level": "DEBUG, INFO, WARNING or ERROR",
}
"""What would be right for each setting, for the one line that a wrong value gives."""


class WrongSetting(Exception):  # noqa: N818 - a fact that the organiser can put right
    """A setting has a value that cannot be used; the text has a line for each."""


def _web_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("not a web address")
    return value.rstrip("/")


def _public_address(value: str) -> str:
    host = urlsplit(value).hostname
    if not host or any(c.isspace() for c in value) or "?" in value or "#" in value:
        raise ValueError("not an address to stand before others")
    return _web_address(value)


def _mail_address(value: str) -> str:
    name, at, domain = value.partition("@")
    if not (name and at and "." in domain) or any(c.isspace() for c in value):
        raise ValueError("not a mail address")
    return value


def _mail_server(value: SecretStr) -> SecretStr:
    parts = urlsplit(value.get_secret_value())
    starttls = parse_qs(parts.query).get("starttls", ["offered"])
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or starttls[-1] not in STARTTLS:
        raise ValueError("not a mail server")
    if parts.port is not None and not parts.port:
        raise ValueError("not a port")
    return value


def _sender(value: str, info: ValidationInfo) -> str:
    address = _mail_address(parseaddr(value)[1])
    if not value.isprintable() or not address.isascii():
        raise ValueError("not a mail address with a name")
    if info.data.get("calendar_organizer") not in {NO_ORGANIZER, address}:
        raise ValueError("not the organiser")
    return value


def _one_line(value: str) -> str:
    if not value.strip() or not value.isprintable():
        raise ValueError("not one line")
    return value.strip()


def _token(value: SecretStr) -> SecretStr:
    number, colon, secret = value.get_secret_value().partition(":")
    if not (number.isdigit() and colon and secret) or any(c.isspace() or c == "/" for c in secret):
        raise ValueError("not a token")
    return value


class Settings(BaseSettings):
    """The settings of one process, read once at its start and handed on.

    ``clock_start`` without a zone is local time of the event. ``channel`` keeps a rehearsal apart from
    Telegram: chats of the one never get a message through the other. An empty value counts as not set.
    """

    model_config = SettingsConfigDict(env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True)

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    telegram_api_url: Annotated[str, AfterValidator(_web_address)] = TELEGRAM_API
    database_url: str = "sqlite:///var/netwerkdag.db"
    clock_start: datetime | None = None
    clock_speed: float = Field(default=1.0, gt=0, le=3600, allow_inf_nan=False)
    event: str | None = None
    port: int = Field(default=8080, ge=0, le=65535)
    web_port: int | None = Field(default=None, ge=0, le=65535)
    web_host: Annotated[str, Field(pattern=r"^[A-Za-z0-9.:_-]+$")] = "0.0.0.0"  # noqa: S104 - what a platform asks for
    public_url: Annotated[str, AfterValidator(_public_address)] | None = None
    calendar_organizer: Annotated[str, AfterValidator(_mail_address)] = NO_ORGANIZER
    smtp_url: Annotated[SecretStr, AfterValidator(_mail_server)] | None = None
    mail_from: Annotated[str, AfterValidator(_sender)] | None = None
    mail_pace: int = Field(default=60, ge=1, le=6000)
    privacy_controller: Annotated[str, Field(max_length=200), AfterValidator(_one_line)] | None = None
    privacy_contact: Annotated[str, Field(max_length=200), AfterValidator(_one_line)] | None = None
    privacy_days: int = Field(default=30, ge=1, le=365)
    desk_chat: Annotated[str, Field(pattern=r"^-?[1-9][0-9]{0,18}$")] | None = None
    channel: Literal["telegram", "stage"] = "telegram"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @model_validator(mode="before")
    @classmethod
    def _one_organizer(cls, given: dict[str, Any]) -> dict[str, Any]:
        """Let the sender of mail be the organiser where none is named: in calendars they must be the same."""
        if given.get("smtp_url") and given.get("mail_from") and not given.get("calendar_organizer"):
            return given | {"calendar_organizer": parseaddr(str(given["mail_from"]))[1]}
        return given

    @property
    def by_mail(self) -> bool:
        """Whether there are invitations by mail."""
        return self.smtp_url is not None and self.mail_from is not None

    @property
    def pages_port(self) -> int | None:
        """The port for web pages and calendar feeds, None where there are none.

        A platform says in PORT where it wants to find us; without a token PORT is that of the local chat page.
        """
        if self.web_port is not None:
            return self.web_port
        wanted = self.telegram_bot_token is not None and "port" in self.model_fields_set
        return self.port if wanted else None


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings from the environment, then from ``env_file``, then the defaults.

    Raises WrongSetting with one line for each wrong value; a token or password is never repeated in it.
    """
    try:
        # The plugin of mypy knows only the fields; the file is an argument of BaseSettings itself.
        return Settings(_env_file=env_file)
    except ValidationError as error:
        lines = (_line(str(e["loc"][0]), e["input"]) for e in error.errors(include_url=False))
        raise WrongSetting("\n".join(dict.fromkeys(lines))) from None
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSetting(f"{env_file}: cannot be read ({error})") from None


def _line(name: str, found: object) -> str:
    shown = "" if name in SECRET else f" {str(found)[:80]!r} cannot be used;"
    return f"{name.upper()}:{shown} it must be {RIGHT[name]}"
