"""A message to many that endures kills and faults, and keeps to the pace: small ones of what benchmarks/endure runs."""

from benchmarks.endure.broadcast import QUICK, endured, paced
from handlers.stage.flood import StrictWindow


async def test_nobody_is_left_out_and_no_more_come_twice_than_were_in_flight() -> None:
    found = await endured(100, 2, seed=7, faulty=0.1, faults=QUICK, hasten=True)
    assert found.missed == 0
    assert found.doubles <= found.allowed
    assert found.unmarked == 0
    assert found.report.splitlines()[1] == f"Bezorgd: {100 - found.blocked} van 100."
    assert found.while_up, "answers are given meanwhile"


async def test_not_one_refusal_is_of_our_own_making() -> None:
    found = await paced(120, StrictWindow(), latency=0.05)
    assert found.refusals == 0
