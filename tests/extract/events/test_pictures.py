"""When it was what a picture shows, told on Wednesday 15 May 2024."""

import datetime as dt

import pytest

MONDAY = dt.date(2024, 5, 13)


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        ("In this picture taken on Monday, President Lena Ortiz meets the king of Jordan.", "meets", MONDAY),
        ("In this picture released on Monday, President Lena Ortiz meets the king of Jordan.", "meets", None),
        ("A photo provided by the army on Monday shows soldiers attacking a port in Somalia.", "attacking", None),
    ],
)
def test_it_was_on_the_day_it_was_taken_or_by_the_day_it_came_out(reading, text, trigger, first):
    time = reading(text).event(trigger).time
    assert (time.not_before, time.not_after) == (first, MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "A photo bought by the army on Monday shows soldiers attacking a port in Somalia.",
        "A report provided by the army on Monday shows soldiers attacking a port in Somalia.",
    ],
)
def test_no_other_day_dates_what_is_shown(reading, text):
    assert reading(text).event("attacking").time.not_after is None
