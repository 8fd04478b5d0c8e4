"""Posters, codes and mails, read with programs that others wrote."""

import asyncio
import shutil
import subprocess
from pathlib import Path

from calendar_programs import absent
from cli_runs import Run
from paper_reader import text_of

from handlers.stage.serving import serving
from handlers.stage.stage import Stage

FOLLOW = "https://t.me/netwerkdag_bot?start=volg_veiligheid"
LONG = "sterke-keten"


def codes_in(*pictures: Path) -> set[str]:
    """Give what the codes in these pictures say."""
    if shutil.which("zbarimg") is None:
        absent("zbarimg")
    names = [str(picture) for picture in pictures]
    done = subprocess.run(["zbarimg", "--quiet", "--raw", *names], check=True, capture_output=True, timeout=60)
    return set(done.stdout.decode().split())


def test_a_folder_holds_what_each_group_and_the_day_need(run: Run, workplace: Path) -> None:
    done = run("kit", "haarlem-2023", "-o", "kit", "--bot", "@netwerkdag_bot")
    assert done.exit_code == 0
    assert done.stdout == "kit: posters, codes and mails of 17 groups and of the day (dag), for @netwerkdag_bot\n"
    folder = workplace / "kit"
    slugs = {path.name.removeprefix("poster-").removesuffix(".pdf") for path in folder.glob("poster-*.pdf")}
    assert {"dag", "veiligheid", "sociaal", LONG} <= slugs
    assert "armoede-en-schulden" not in slugs
    for slug in slugs:
        assert {path.name for path in folder.glob(f"*-{slug}.*")} >= {
            f"poster-{slug}.pdf",
            f"qr-{slug}.png",
            f"qr-{slug}.svg",
            f"mail-{slug}.txt",
        }
    mail = (folder / "mail-veiligheid.txt").read_text("utf-8")
    assert mail.count(FOLLOW) == 2
    assert mail.startswith("Onderwerp: volg themagroep Veiligheid op uw telefoon")
    assert "\n---\n\nSubject: follow themagroep Veiligheid on your phone" in mail
    assert "https://t.me/netwerkdag_bot\n" in (folder / "mail-dag.txt").read_text("utf-8")
    assert (folder / "qr-veiligheid.svg").read_text("utf-8").startswith("<?xml")


def test_the_codes_lead_where_the_words_say(run: Run, workplace: Path) -> None:
    run("kit", "haarlem-2023", "-o", "kit", "--bot", "netwerkdag_bot")
    assert codes_in(workplace / "kit/qr-veiligheid.png") == {FOLLOW}
    assert codes_in(workplace / "kit/qr-dag.png") == {"https://t.me/netwerkdag_bot"}
    if shutil.which("pdftoppm") is None:
        absent("pdftoppm")
    for slug, link in (("veiligheid", FOLLOW), (LONG, FOLLOW.replace("veiligheid", LONG)), ("dag", None)):
        poster = workplace / f"kit/poster-{slug}.pdf"
        subprocess.run(["pdftoppm", "-r", "150", "-png", str(poster), str(workplace / slug)], check=True, timeout=60)
        pages = list(workplace.glob(f"{slug}-*.png"))
        assert len(pages) == 1
        assert codes_in(*pages) == {"https://t.me/netwerkdag_bot"} | ({link} if link else set())


def test_a_poster_says_what_one_gets_in_both_languages(run: Run, workplace: Path) -> None:
    run("kit", "haarlem-2023", "-o", "kit", "--bot", "netwerkdag_bot")
    read = text_of((workplace / "kit/poster-veiligheid.pdf").read_bytes(), workplace)
    for part in (
        "Bestuurlijke netwerkdag G40 in Haarlem, vrijdag 10 februari 2023",
        "Themagroep Veiligheid",
        "Public safety",
        "Scan met uw telefoon en volg Veiligheid in Telegram.",
        "Scan with your phone and follow Veiligheid in Telegram.",
        "t.me/netwerkdag_bot?start=volg_veiligheid",
        "De hele dag: wat, waar en wanneer.",
    ):
        assert part in read


async def test_telegram_says_what_the_bot_is_called(run: Run, workplace: Path) -> None:
    stage = Stage(first_update_id=1)
    async with serving(stage) as address:
        settings = {"TELEGRAM_BOT_TOKEN": stage.token, "TELEGRAM_API_URL": address}
        done = await asyncio.to_thread(run, "kit", "lelystad-2017", "-o", "kit", **settings)
    assert done.stdout.endswith("for @netwerkdag_bot\n")
    assert (workplace / "kit/poster-dag.pdf").exists()


def test_without_a_name_nothing_is_made(run: Run, workplace: Path) -> None:
    missing = run("kit", "haarlem-2023", "-o", "kit")
    assert missing.stderr.startswith("netwerkdag: the bot's name is not known: set TELEGRAM_BOT_TOKEN, or give --bot")
    wrong = run("kit", "haarlem-2023", "-o", "kit", "--bot", "netwerkdag bot")
    assert "cannot be the name of a bot" in wrong.stderr
    assert not (workplace / "kit").exists()
