"""Model: what follows from the fields of the frozen nouns."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import model
from kg.model import Bound, Event, EventId, Literal, MentionId, Modality, Quantity, Role, Span, TimeBounds, changed

spans = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 30), st.integers(1, 30))


def test_changing_gives_another_noun_of_the_same_kind():
    event = Event(EventId("e"), "Attack", Span(0, 3), (), (), label="an attack")
    assert changed(event, label=None) == dataclasses.replace(event, label=None)


def test_a_field_that_is_not_there_cannot_be_changed():
    with pytest.raises(TypeError, match="Span has no stop"):
        changed(Span(0, 3), stop=4)


def test_a_span_is_half_open():
    assert Span(4, 8).of("the boat sank") == "boat"


@given(spans, spans)
def test_overlap_is_symmetric_and_means_a_shared_character(a, b):
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(spans, spans)
def test_a_span_contains_another_if_it_has_all_its_characters(a, b):
    assert a.contains(b) == (set(range(b.start, b.end)) <= set(range(a.start, a.end)))


def test_spans_sort_as_the_text_runs():
    assert sorted([Span(5, 6), Span(1, 9), Span(1, 4)]) == [Span(1, 4), Span(1, 9), Span(5, 6)]


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


@pytest.mark.parametrize(
    "noun", [x for x in vars(model).values() if dataclasses.is_dataclass(x)], ids=lambda x: x.__name__
)
def test_every_noun_is_frozen_and_has_slots(noun):
    assert noun.__dataclass_params__.frozen
    assert "__slots__" in vars(noun)


def test_a_quantity_cannot_be_changed():
    quantity = Quantity("at least 600", Bound.AT_LEAST, minimum=600)
    with pytest.raises(dataclasses.FrozenInstanceError):
        quantity.maximum = 700  # type: ignore[misc]


def test_a_cast_holds_every_filler_of_a_role_once():
    ada, mali = Role("actor", MentionId("ada")), Role("place", MentionId("mali"))
    event = Event(EventId("e"), "Meeting", Span(0, 3), (ada,), ())
    assert event.cast([ada, mali, mali]).roles == (ada, mali)
    assert event.cast([ada]) is event
