"""Events in time: facts unless asked otherwise, in their order, within the days asked for."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.query.timeline import Moment, render, timeline

WORLD = Path(__file__).with_name("world.ttl")
DEPLOYMENT, KILLING, CAPTURE, MESSAGE = "Deployment: sappers", "Killing: sappers", "Capture: officials", "Message: Roe"


def told(**options) -> list[str]:
    return [moment.what for moment in timeline(WORLD, **options)]


def test_facts_stand_in_their_order():
    assert told() == [DEPLOYMENT, KILLING, CAPTURE, MESSAGE]


def test_what_is_planned_is_told_if_asked_for():
    assert told(doubtful=True) == [DEPLOYMENT, KILLING, CAPTURE, MESSAGE, "Visit: Roe"]


def test_an_event_without_any_date_is_left_out():
    assert "Transfer: rifles" not in told(doubtful=True)


def test_only_what_one_thing_takes_part_in():
    assert told(about="Roe") == [MESSAGE]


@pytest.mark.parametrize(
    ("first", "last", "events"),
    [
        ("2031-05-15", "", [DEPLOYMENT, CAPTURE, MESSAGE]),
        ("", "2031-03-31", [DEPLOYMENT]),
        ("2031-04-17", "2031-04-17", [DEPLOYMENT, KILLING]),
        ("2031-06-03", "2031-12-31", []),
    ],
)
def test_an_event_that_may_lie_between_the_days_is_told(first, last, events):
    assert told(first=first, last=last) == events


def test_an_open_end_may_be_any_day():
    assert told(first="2040-01-01", doubtful=True) == ["Visit: Roe"]


def test_all_who_say_so_are_told():
    (killing,) = (m for m in timeline(WORLD) if m.what == KILLING)
    assert killing == Moment(
        "2031-04-17", "", "2031-04-17", KILLING, "Reported", True, ("Sudria", "officials"), ("one.txt", "two.txt")
    )


def test_an_unknown_name_is_the_users_error():
    with pytest.raises(InputError, match="nothing is called 'Nobody'"):
        timeline(WORLD, about="Nobody")


def moment(first: str, begun_by: str, last: str) -> Moment:
    return Moment(first, begun_by, last, "It", "Asserted", False, ("Ann",), ("a.txt",))


@pytest.mark.parametrize(
    ("bounds", "shown"),
    [
        (("2031-04-17", "", "2031-04-17"), "2031-04-17"),
        (("2031-04-01", "", "2031-04-30"), "2031-04-01 – 2031-04-30"),
        (("", "", "2031-04-30"), "…          – 2031-04-30"),
        (("2031-04-01", "", ""), "2031-04-01 – …"),
        (("", "2031-04-01", ""), "begun by 2031-04-01"),
    ],
)
def test_the_bounds_in_words(bounds, shown):
    event, source = render([moment(*bounds)]).splitlines()
    assert event.split("  It")[0].rstrip().removesuffix(" It") == shown
    assert source.strip() == "Asserted: Ann [a.txt]"
