"""All ways to write a minute of the day, in Dutch and English, digits and words."""

from collections.abc import Iterator

from bot.questions.numbers import in_dutch, in_english


def all_of(minute: int) -> tuple[str, ...]:
    """List every spelling of a minute of the day, those that leave the half-day open included."""
    return tuple(dict.fromkeys([*exact(minute), *open_ones(minute)]))


def exact(minute: int) -> Iterator[str]:
    """Give the spellings that can mean only this minute."""
    hour, rest = divmod(minute, 60)
    if hour == 0 or hour > 11:
        yield from digits(minute)
        yield f"{in_dutch(hour)} uur {in_dutch(rest)}"
    if hour < 10:
        yield f"{hour:02d}.{rest:02d}"
        yield f"{hour:02d}:{rest:02d} uur"
    twelve, half = hour % 12 or 12, "am" if hour < 12 else "pm"
    yield f"{twelve}:{rest:02d} {half}"
    yield f"{twelve}.{rest:02d}{half}"
    yield f"{twelve}:{rest:02d} {half[0]}.m."
    if rest == 0:
        yield f"{twelve} {half}"
        yield f"{in_english(twelve)} {half}"
    yield f"{dutch(minute)} {'s morgens' if hour < 12 else 's middags'}"
    yield f"{english(minute)} in the {'morning' if hour < 12 else 'afternoon'}"


def open_ones(minute: int) -> Iterator[str]:
    """Give the spellings that may mean this minute."""
    hour, rest = divmod(minute, 60)
    yield from digits(minute)
    if minute:  # twelve o'clock is noon
        yield dutch(minute)
        yield english(minute)
        yield dutch(minute, digits=True)
    yield f"{in_dutch(hour)} uur {in_dutch(rest)}" if rest else f"{in_dutch(hour)} uur"
    if hour and rest >= 10:
        yield f"{in_english(hour)} {in_english(rest)}"
    if rest == 0:
        yield f"{hour} uur"
        yield f"{hour}u"
    if rest == 0 and hour:
        yield f"{hour % 12 or 12} o'clock"
        yield f"{in_english(hour % 12 or 12)} o'clock"


def digits(minute: int) -> Iterator[str]:
    """Give the spellings in digits alone."""
    hour, rest = divmod(minute, 60)
    yield from (f"{hour}.{rest:02d}", f"{hour}:{rest:02d}", f"{hour}u{rest:02d}", f"{hour}h{rest:02d}")
    yield f"{hour} uur {rest}" if rest else f"{hour} uur"
    if hour != 20:  # 2030 is a year, unless "om" stands before it
        yield f"{hour:02d}{rest:02d}"


def dutch(minute: int, *, digits: bool = False) -> str:
    """Say a minute as people do in Dutch: tien over half twaalf, kwart voor drie."""
    hour, rest = divmod(minute, 60)
    this, following = hour % 12 or 12, (hour + 1) % 12 or 12
    say = str if digits else in_dutch
    if rest == 0:
        return f"{say(this)} uur"
    if rest in {15, 45}:
        return f"kwart over {say(this)}" if rest == 15 else f"kwart voor {say(following)}"
    if rest < 15:
        return f"{say(rest)} over {say(this)}"
    if rest < 30:
        return f"{say(30 - rest)} voor half {say(following)}"
    if rest == 30:
        return f"half {say(following)}"
    return f"{say(rest - 30)} over half {say(following)}" if rest < 45 else f"{say(60 - rest)} voor {say(following)}"


def english(minute: int) -> str:
    """Say a minute as people do in English: twenty to twelve, half past two."""
    hour, rest = divmod(minute, 60)
    this, following = in_english(hour % 12 or 12), in_english((hour + 1) % 12 or 12)
    if rest == 0:
        return f"{this} o'clock"
    if rest in {15, 30, 45}:
        return {15: f"quarter past {this}", 30: f"half past {this}", 45: f"quarter to {following}"}[rest]
    return f"{in_english(rest)} past {this}" if rest < 30 else f"{in_english(60 - rest)} minutes to {following}"
