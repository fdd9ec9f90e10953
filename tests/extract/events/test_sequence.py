"""What came before what, in real sentences of Wednesday 15 May 2024."""

import datetime as dt

import pytest

MONDAY = dt.date(2024, 5, 13)


def test_what_came_before_was_over_by_then(reading):
    time = reading("Rebels attacked Rwanda on Monday after being attacked by Uganda.").events("attacked")[1].time
    assert (time.not_before, time.not_after) == (None, MONDAY)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chancellor Eva Brandt gave a speech on May 8 marking the withdrawal of the battalion.", "withdrawal"),
        ("The king gave a speech on May 8 commemorating the massacre of six monks.", "massacre"),
        (
            "President Omar Bello, in a speech on May 8 celebrating the capture of the town of Gao, thanked the army.",
            "capture",
        ),
    ],
)
def test_what_a_speech_or_ceremony_marks_had_happened(reading, text, trigger):
    time = reading(text).event(trigger).time
    assert (time.not_before, time.not_after) == (None, dt.date(2024, 5, 8))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Police say Monday's attack on Somalia was a matter of honour.", "say"),
        ("Mali condemned Monday's attack on Somalia by rebels.", "condemned"),
        ("The attack on Gao on Monday killed nine soldiers, said Lena Ortiz.", "said"),
    ],
)
def test_what_is_said_of_a_deed_comes_no_sooner(reading, text, said):
    time = reading(text).event(said).time
    assert (time.not_before, time.not_after) == (MONDAY, dt.date(2024, 5, 15))


def test_what_is_said_before_a_deed_may_be_sooner(reading):
    assert (
        reading("Lena Ortiz warned Mali before rebels attacked Gao on Monday.").event("warned").time.not_before is None
    )
