"""More people that something was done to."""

import pytest


def wounded(reading, text):
    return [
        (e.fillers("target"), [c.quantity.text for c in e.counts])
        for e in reading(text).extraction.events
        if e.type == "Wounding"
    ]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Nine people were killed and dozens more were injured.", "dozens more"),
        ("Nine people were killed and at least 30 more injured.", "at least 30"),
        ("Nine people were killed, and 30 others were wounded near Gao.", "30"),
    ],
)
def test_those_more_are_not_those_who_were_killed(reading, text, many):
    ((_, counts),) = wounded(reading, text)
    assert counts == [many]


def test_whoever_is_described_so_was_hurt_before(reading):
    assert not wounded(reading, "Nine people were killed and 30 more wounded soldiers left Gao.")
