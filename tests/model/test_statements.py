"""Model: what follows from the fields of what an article says."""

import dataclasses
import datetime as dt

import pytest

from kg.model import Bound, Event, EventId, Literal, MentionId, Modality, Quantity, Role, Span, TimeBounds


@pytest.mark.parametrize("modality", list(Modality))
def test_only_asserted_and_reported_are_facts(modality):
    assert modality.is_fact == (modality.value in {"Asserted", "Reported"})


def test_modalities_are_ordered_by_strength():
    assert sorted(Modality, key=lambda m: -m.strength) == [
        Modality.ASSERTED,
        Modality.REPORTED,
        Modality.SPECULATIVE,
        Modality.PLANNED,
        Modality.DENIED,
    ]


def test_time_without_a_bound_is_unbounded():
    assert not TimeBounds(text="recently").is_bounded


@pytest.mark.parametrize("field", ["not_before", "started_by", "ongoing_on", "not_after"])
def test_any_bound_makes_time_bounded(field):
    assert TimeBounds(**{field: dt.date(2024, 5, 1)}).is_bounded


@pytest.fixture
def event() -> Event[MentionId]:
    roles = tuple(Role(name, MentionId(filler)) for name, filler in (("by", "a"), ("to", "b"), ("by", "c")))
    return Event(EventId("e"), "Delivery", Span(0, 4), roles, ())


def test_fillers_of_one_role_keep_their_order(event):
    assert event.fillers("by") == ("a", "c")


def test_fillers_of_several_roles_keep_the_order_of_the_event(event):
    assert event.fillers("to", "by") == ("a", "b", "c")


def test_fillers_without_a_name_are_all(event):
    assert event.fillers() == ("a", "b", "c")


def test_literals_of_the_same_words_are_equal():
    assert {Literal("captain"), Literal("captain")} == {Literal("captain")}


def test_a_quantity_cannot_be_changed():
    quantity = Quantity("at least 600", Bound.AT_LEAST, minimum=600)
    with pytest.raises(dataclasses.FrozenInstanceError):
        quantity.maximum = 700  # type: ignore[misc]


def test_a_cast_holds_every_filler_of_a_role_once():
    ada, mali = Role("actor", MentionId("ada")), Role("place", MentionId("mali"))
    event = Event(EventId("e"), "Meeting", Span(0, 3), (ada,), ())
    assert event.cast([ada, mali, mali]).roles == (ada, mali)
    assert event.cast([ada]) is event
