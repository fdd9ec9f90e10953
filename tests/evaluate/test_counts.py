"""Counts and the scope of a gold graph."""

from kg.evaluate.counts import Used
from kg.ontology import load


def test_a_class_that_the_gold_does_not_know_counts_as_the_nearest_one_it_knows():
    used = Used(frozenset({"Item", "Entity"}), frozenset())
    assert [used.nearest(c, load()) for c in ("Vessel", "Item", "Person")] == ["Item", "Item", "Entity"]


def test_a_class_without_any_that_the_gold_knows_stays_itself():
    assert Used(frozenset({"Item"}), frozenset()).nearest("Person", load()) == "Person"
