"""What events of one article tell of each other's time, across its sentences."""

import datetime as dt

import pytest

from kg.extract.events.chronology import completed
from kg.model import Claim, DocumentId, Event, EventId, Modality, Span, TimeBounds

FRIDAY, SUNDAY = dt.date(2024, 5, 3), dt.date(2024, 5, 5)
ON_FRIDAY = TimeBounds(FRIDAY, FRIDAY, None, FRIDAY, text="on Friday")
BY_SUNDAY = TimeBounds(not_after=SUNDAY)


def event(name, time=None, modality=Modality.ASSERTED):
    claim = Claim(document=DocumentId("d"), spans=(Span(0, 1),), modality=modality)
    return Event(EventId(name), "Thing", Span(0, 1), (), (claim,), time=time or TimeBounds())


def times(*events, same=(), after=()):
    found = completed({e.id: e for e in events}, set(same), set(after))
    return {e.id: e.time for e in found}


def test_a_day_passes_from_event_to_event():
    found = times(event("a"), event("b"), event("c", ON_FRIDAY), same=[("b", "a"), ("c", "b")])
    assert found["a"] == found["b"] == ON_FRIDAY


def test_a_plan_has_not_the_day_of_a_deed():
    assert times(event("a", modality=Modality.PLANNED), event("b", ON_FRIDAY), same=[("b", "a")])["a"] == TimeBounds()


def test_what_has_a_day_keeps_it():
    own = TimeBounds(SUNDAY, SUNDAY, None, SUNDAY, text="Sunday")
    assert times(event("a", own), event("b", ON_FRIDAY), same=[("b", "a")])["a"] == own


def test_what_comes_after_something_began_no_sooner():
    found = times(event("a", BY_SUNDAY), event("b", ON_FRIDAY), after=[("a", "b")])["a"]
    assert (found.not_before, found.not_after) == (FRIDAY, SUNDAY)


def test_so_does_what_happened_with_it():
    found = times(event("a", BY_SUNDAY), event("b", ON_FRIDAY), event("c"), after=[("c", "b")], same=[("c", "a")])["a"]
    assert found.not_before == FRIDAY


@pytest.mark.parametrize(
    ("late", "early"),
    [
        (event("a", BY_SUNDAY), event("b", ON_FRIDAY, Modality.PLANNED)),
        (event("a", TimeBounds(not_after=dt.date(2024, 5, 1))), event("b", ON_FRIDAY)),
        (event("a", TimeBounds(not_after=dt.date(2024, 8, 1))), event("b", ON_FRIDAY)),
        (event("a", ON_FRIDAY), event("b", BY_SUNDAY)),
        (event("a"), event("b", ON_FRIDAY)),
    ],
)
def test_nothing_is_told_of_when_something_later_began_by(late, early):
    """by a plan, what is later still, what is no news any more, or what has no first day itself"""
    assert times(late, early, after=[("a", "b")])["a"] == late.time


def test_a_later_sentence_dates_what_happened_in_the_event(reading):
    text = "Nine people were killed in an attack by rebels in Somalia. The attack happened on 3 May 2024."
    assert reading(text).event("killed").time.not_after == FRIDAY
