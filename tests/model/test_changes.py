"""Model: nouns with other values in some fields."""

import dataclasses

import pytest

from kg.model import Event, EventId, Literal, Span, changed


def test_changing_gives_another_noun_of_the_same_kind():
    event = Event(EventId("e"), "Attack", Span(0, 3), (), (), label="an attack")
    assert changed(event, label=None) == dataclasses.replace(event, label=None)


def test_a_field_that_is_not_there_cannot_be_changed():
    with pytest.raises(TypeError, match="Span has no stop"):
        changed(Span(0, 3), stop=4)


def test_a_noun_of_one_field_can_be_changed():
    assert changed(Literal("major"), value="colonel") == Literal("colonel")
