"""One event where several words tell of it, and which class where one word may tell of several."""

import pytest


@pytest.mark.parametrize(
    "text",
    ["An Israeli air strike hit a hospital in Gaza.", "A hospital in Gaza was hit by an Israeli air strike."],
)
def test_a_strike_that_hits_is_one_event(reading, text):
    (event,) = reading(text).extraction.events
    assert event.trigger.of(text) == "strike"
    assert reading(text).roles("strike")["actor"] == {"Israeli"}


def test_a_barrage_of_strikes_is_one_attack(reading):
    found = reading("Uganda's barrage of strikes on Rwanda lasted a week.")
    assert [e.trigger.of(found.document.text) for e in found.extraction.events] == ["barrage"]


def test_what_asks_for_its_object_is_more_than_a_statement(reading):
    assert reading("Kenya declared a state of emergency in Goma.").event("declared").type == "Restriction"


def test_what_somebody_is_called_is_no_event(reading):
    assert not reading("The exiled leader spoke.").events("exiled")
