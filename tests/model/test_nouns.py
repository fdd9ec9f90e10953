"""Model: every noun is frozen."""

import dataclasses

import pytest

from kg import model


@pytest.mark.parametrize(
    "noun", [x for x in vars(model).values() if dataclasses.is_dataclass(x)], ids=lambda x: x.__name__
)
def test_every_noun_is_frozen_and_has_slots(noun):
    assert noun.__dataclass_params__.frozen
    assert "__slots__" in vars(noun)
