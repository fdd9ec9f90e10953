"""Variants of a name inside one article."""

import pytest

from kg.model import Kind
from kg.resolve.local import Local


@pytest.fixture(scope="session")
def clusters(ontology):
    def find(draft):
        return [{m.text for m in c.mentions} for c in Local(draft.extraction(), ontology).clusters()]

    return find


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("Church of the Lakes", "Church", "Organization"),
        ("Lakes Brotherhood", "Brotherhood", "Organization"),
        ("Church of Lakeism", "Lakeism", "Organization"),
        ("Guardian Council", "Council", "GovernmentBody"),
        ("Moe Island", "Moe", "Place"),
        ("USS Ora", "Ora", "Vessel"),
        ("Petra Lundval", "Petra Lundvall", "Person"),
        ("Petra Lundvall", "Petra Lundval", "Person"),
    ],
)
def test_two_ways_to_write_one_name(draft, clusters, one, other, type_):
    d = draft("a")
    d.mention(one, type_)
    d.mention(other, type_)
    assert clusters(d) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other", "type_"),
    [
        ("Ivan Petrov", "Ivan Petrova", "Person"),
        ("Ana Roe", "Ana Row", "Person"),
        ("Lake Bank", "Lake Development Bank", "Organization"),
        ("Ora", "Oran", "Vessel"),
        ("Paris Island", "Paris", "Place"),
        ("Friends of Lakeism", "Lakeism", "Organization"),
        ("Lakes Parliament", "Parliament", "GovernmentBody"),
    ],
)
def test_two_names(draft, clusters, one, other, type_):
    d = draft("a")
    d.mention(one, type_)
    d.mention(other, type_)
    assert clusters(d) == [{one}, {other}]


def test_a_short_name_of_two_longer_ones_joins_neither(draft, clusters):
    d = draft("a")
    for name in ("Church of the Lakes", "Church of the Hills", "Church"):
        d.organization(name)
    assert len(clusters(d)) == 3


@pytest.mark.parametrize("words", ["the Chilean navy", "Chile's navy"])
def test_a_description_in_the_words_of_a_name(draft, clusters, words):
    d = draft("a")
    d.organization("Chilean Navy", "MilitaryUnit")
    d.mention(words, "MilitaryUnit", Kind.NOMINAL)
    assert clusters(d) == [{"Chilean Navy", words}]
