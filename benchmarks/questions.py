"""What an answer costs: the whole way from a question to its words, for days of several sizes.

Run from the root of the project: ``python benchmarks/questions.py``; with ``--profile`` to see where the time of the
largest day goes. It prints a table and judges nothing.
"""

import cProfile
import json
import pstats
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Final

from bot.programme.formats.yaml_file import read_network, read_programme
from bot.programme.model import Event, Language, Programme, Room, Session, Speaker, Text
from bot.questions.lexicon import lexicon
from bot.questions.reply import reply
from bot.wording.catalogue import read_catalogue
from config.bundled import network_source, programme_sources, wording_sources

ROUNDS: Final = 5
QUESTIONS: Final = 400
FIRST_DAY: Final = date(2023, 2, 10)
DATA: Final = Path(__file__).parents[1] / "tests/data/questions.jsonl"
SUBJECTS: Final = """
    woningbouw, warmtenetten, bereikbaarheid, luchtkwaliteit, schuldhulp, jeugdhulp, ouderenzorg, klimaatadaptatie,
    stadslogistiek, binnenstad, erfgoed, cybersecurity, vergunningverlening, inburgering, laaggeletterdheid, sport,
    cultuur, energiearmoede, deelmobiliteit, waterberging, bodemdaling, circulair, arbeidsmarkt, mantelzorg, leegstand,
    evenementen, ondermijning, handhaving, archief, digitalisering, participatie, burgerberaad, groenvoorziening,
    afvalscheiding, fietsparkeren, sluiskwartier, havengebied, stationsgebied, campus, retail
"""
ASPECTS: Final = """
    in de praktijk, zonder gedoe, met bewoners, na de verkiezingen, over de regiogrens heen, met minder geld,
    in kleine kernen, voor beginners, op de lange termijn, langs het spoor, onder de grond, in cijfers,
    met de provincie, als verdienmodel, op school, in de wijk, tijdens de bouw, vanuit de raad
"""
TREES: Final = """
    Linde, Berk, Eik, Beuk, Iep, Els, Wilg, Populier, Kastanje, Hazelaar, Hulst, Taxus, Lariks, Meidoorn, Vlier,
    Esdoorn, Plataan, Ceder, Spar, Den, Acacia, Moerbei, Kornoelje
"""
WATERS: Final = """
    Waal, Maas, IJssel, Vecht, Dommel, Regge, Linge, Amstel, Zaan, Spaarne, Rotte, Schie, Eem, Berkel, Dinkel, Mark,
    Dintel, Gouwe, Tjonger, Reest, Aa, Roer, Geul, Swalm, Slinge, Hunze, Lauwers, Boorne, Drecht, Kromme
"""
ROLES: Final = "wethouder, directeur, programmamanager, onderzoeker, adviseur, burgemeester, raadslid"
TEXT_WORDS: Final = """
    aanpak, subsidie, convenant, pilot, evaluatie, koers, rijksbijdrage, planning, ontwerp, coalitie, uitvoering,
    toezicht, model, rekenregel, monitor, wijkteam, corporatie, ontwikkelaar, vervoerder, netbeheerder,
    bestemmingsplan, vergunning
"""


@dataclass(frozen=True)
class Question:
    """Something to ask, when and in which language."""

    text: str
    now: datetime
    language: Language


def main() -> None:
    network = read_network(network_source(), "network.yaml")
    source = programme_sources()["haarlem-2023"]
    haarlem = read_programme(source, "haarlem-2023.yaml", network)
    small = generated(50, rooms=5, days=1)
    large = generated(1500, rooms=40, days=2)
    if "--profile" in sys.argv:
        profile(large)
        return
    print(f"{'programme':32} {'asked':>6} {'lexicon ms':>11} {'median ms':>10} {'p99 ms':>8} {'most ms':>8}")
    rows = [
        row("Haarlem, 27 sessions, 5 rooms", haarlem, list(typed())),
        row("generated, 50 sessions, 5 rooms", small, list(about(small))),
        row("generated, 1,500 in 40 rooms", large, list(about(large))),
    ]
    median, p99 = (rows[2][i] / rows[1][i] for i in range(2))
    print(f"1,500 sessions against 50: median {median:.1f} times, p99 {p99:.1f} times")


def row(name: str, programme: Programme, questions: Sequence[Question]) -> tuple[float, float]:
    """Time the questions, print a row, and give median and p99 in milliseconds."""
    started = perf_counter()
    lexicon(programme)
    built = 1000 * (perf_counter() - started)
    taken = [best(question, programme) for question in questions]
    median, p99 = statistics.median(taken), statistics.quantiles(taken, n=100)[98]
    print(f"{name:32} {len(taken):6} {built:11.1f} {median:10.2f} {p99:8.2f} {max(taken):8.2f}")
    return median, p99


def best(question: Question, programme: Programme) -> float:
    """Give the least time, in milliseconds, of a few rounds: what else runs on the machine is no cost of ours."""
    times = []
    for _ in range(ROUNDS):
        started = perf_counter()
        answered(question, programme)
        times.append(1000 * (perf_counter() - started))
    return min(times)


SENTENCES: Final = read_catalogue(wording_sources())


def answered(question: Question, programme: Programme) -> str:
    """Give the answer as text."""
    found = reply(question.text, programme, now=question.now, language=question.language, catalogue=SENTENCES)
    return found.message.plain()


def typed() -> Iterator[Question]:
    """Give the questions about the Haarlem day that are kept as data."""
    for line in DATA.read_text("utf-8").splitlines():
        asked = json.loads(line)
        if asked["event"] == "haarlem-2023":
            now = datetime.fromisoformat(asked["now"]).replace(tzinfo=UTC) - timedelta(hours=1)
            yield Question(asked["q"], now, asked["lang"])


def listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",")]


def generated(count: int, *, rooms: int, days: int) -> Programme:
    """Make a programme of ``count`` sessions with names, people (trees at rivers) and texts of their own."""
    chance = Random(count)
    subjects = listed(SUBJECTS)
    titles = [f"{a.capitalize()} {b}" for a, b in product(subjects, listed(ASPECTS))]
    titles += [f"{a.capitalize()} en {b}" for a, b in product(subjects, subjects) if a < b]
    people = [f"{tree} van {der}{water}" for tree, der, water in product(listed(TREES), ("", "der "), listed(WATERS))]
    chance.shuffle(titles)
    chance.shuffle(people)
    halls = tuple(Room(slug=f"zaal-{n}", name=f"Zaal {n}", number=n, id=n) for n in range(1, rooms + 1))
    sessions: list[Session] = []
    for number, title in enumerate(titles[:count]):
        slot, room = divmod(number, rooms)
        day = datetime.combine(FIRST_DAY + timedelta(days=slot % days), datetime.min.time(), tzinfo=UTC)
        start = day + timedelta(hours=8, minutes=30 * (slot // days))
        roles = (f"{chance.choice(listed(ROLES))} {chance.choice(listed(WATERS))}" for _ in range(2))
        speakers = tuple(
            Speaker(name=people[(2 * number + n) % len(people)], role=Text(role)) for n, role in enumerate(roles)
        )
        words = " ".join(chance.choices(listed(TEXT_WORDS) + subjects, k=40))
        sessions.append(
            Session(
                key=f"sessie-{number}",
                id=number + 1,
                title=Text(title),
                kind="themasessie",
                start=start,
                end=start + timedelta(minutes=25),
                room=halls[room].slug,
                speakers=speakers,
                summary=Text(f"Over {title.lower()}: {words}."),
            )
        )
    event = Event(
        key=f"generated-{count}",
        title=Text("Congres", "Conference"),
        first_day=FIRST_DAY,
        last_day=FIRST_DAY + timedelta(days=days - 1),
        city="Haarlem",
    )
    return Programme(event=event, rooms=halls, sessions=tuple(sessions))


def about(programme: Programme) -> Iterator[Question]:
    """Make questions of every kind about a programme, with its own names, some of them misspelt."""
    chance = Random(len(programme.sessions))
    for number in range(QUESTIONS):
        session = chance.choice(programme.sessions)
        person, title = session.speakers[0], session.title.nl
        start = programme.local(session.start)
        clock = f"{start.hour}.{start.minute:02d}"
        room = (session.room or "").removeprefix("zaal-")
        first = title.split()[0].lower()
        dropped = chance.randrange(1, len(first))
        forms: tuple[tuple[Language, str], ...] = (
            ("nl", f"zaal {room} {clock}"),
            ("nl", f"waar is {title}"),
            ("nl", f"hoe laat begint {first[:dropped] + first[dropped + 1 :]}"),
            ("en", f"where is {person.name}?"),
            ("nl", f"wie spreekt er bij {title.lower()}"),
            ("nl", "wat is er nu"),
            ("en", "what's next"),
            ("nl", f"wat is er om {clock}"),
            ("nl", f"{person.role.nl}, waar zit die?"),
            ("nl", f"iets over {chance.choice(listed(TEXT_WORDS))} en {first}"),
            ("en", f"any free rooms at {clock}?"),
            ("nl", f"wat is er vandaag in zaal {room}"),
            ("nl", "zaal 3 en zaal 4 om 11 uur"),
            ("nl", f"wat is er tegelijk met {title}"),
            ("en", "who wins the football match tomorow evening"),
            ("nl", f"waaris{first}"),
            ("nl", "wat is er vanmiddag"),
            ("nl", "hoeveel sessies zijn er vandaag"),
            ("nl", "geef me het hele programma"),
            ("nl", "wat kan ik doen tussen 10 en 12 uur in zaal 2"),
        )
        language, text = forms[number % len(forms)]
        yield Question(text, session.start + timedelta(minutes=chance.randrange(-30, 30)), language)


def profile(programme: Programme) -> None:
    """Show which functions take the time."""
    questions = list(about(programme))
    lexicon(programme)
    found = cProfile.Profile()
    found.enable()
    for question in questions:
        answered(question, programme)
    found.disable()
    pstats.Stats(found).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
