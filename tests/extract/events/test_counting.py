"""Numbers of an event: its own, and the money that its goods are worth."""

import pytest


@pytest.fixture
def numbers(reading):
    def find(text, trigger):
        return {(c.quantity.text, c.quantity.minimum) for c in reading(text).event(trigger).counts}

    return find


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Kenya carried out ten strikes near Goma.", "strikes", ("ten", 10)),
        ("Norway gave nearly $5 million in aid to Chad.", "gave", ("nearly $5 million", 5_000_000)),
        ("Rebels killed a civilian in Mali.", "killed", ("a civilian", 1)),
    ],
)
def test_a_number_of_an_event(numbers, text, trigger, expected):
    assert numbers(text, trigger) == {expected}


def test_a_strike_is_not_counted(numbers):
    assert numbers("Kenya carried out a strike near Goma.", "strike") == set()
