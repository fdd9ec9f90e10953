"""Conditions: what must stand around a trigger, and what must not."""

import pytest


def events(found):
    return [(e.type, e.trigger.of(found.document.text)) for e in found.extraction.events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Soldiers opened fire on a crowd in Bangui.", [("Attack", "opened")], id="an object"),
        pytest.param("The convoy came under attack near Herat.", [("Attack", "came")], id="the noun is no second"),
        pytest.param("Two miners were found dead in Peru.", [("Killing", "found")], id="nor is the complement"),
        pytest.param("The strike by teachers in Chad has ended.", [("Protest", "strike")], id="a strike without arms"),
        pytest.param("Four pilots were shot to death in Lagos.", [("Killing", "shot")], id="the narrower frame"),
    ],
)  # fmt: skip
def test_a_phrase_is_one_event(reading, text, expected):
    assert events(reading(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Soldiers opened the gate to a crowd in Bangui.", id="another object"),
        pytest.param("The king drowned his sorrows in Accra.", id="an object where there may be none"),
        pytest.param("The merchant had a heart attack in Accra.", id="a word before the noun"),
    ],
)
def test_without_what_a_frame_asks_for_there_is_no_event(reading, text):
    assert not reading(text).extraction.events
