"""A day that is counted from words told of before."""

import datetime as dt

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "The king sent a letter to President Omar Bello on Monday, May 6. The king sent Bello the letter three days"
            " after rebels seized a village near Gao.",
            "seized", 3,
        ),
        (
            "Chancellor Eva Brandt gave a speech in Bonn on May 8. Brandt gave the speech two days after men attacked"
            " a convoy near Gao.",
            "attacked", 6,
        ),
        (
            "The president met the envoy on Monday, May 6. The meeting came a day after soldiers arrested the mayor.",
            "arrested", 5,
        ),
    ],
)  # fmt: skip
def test_what_came_days_before_has_its_day(reading, text, trigger, day):
    time = reading(text).event(trigger).time
    assert time.not_before == time.not_after == dt.date(2024, 5, day)


@pytest.mark.parametrize(
    "text",
    [
        "The king sent a letter to President Omar Bello on May 6. The queen sent a letter three days after men seized"
        " a village near Gao.",
        "The king sent a letter to President Omar Bello on May 6. The king sent Chancellor Eva Brandt a letter three"
        " days after rebels seized a village near Gao.",
    ],
)
def test_another_letter_says_nothing(reading, text):
    assert reading(text).event("seized").time.not_before is None
