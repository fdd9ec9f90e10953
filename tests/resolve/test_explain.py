"""Explain: the reason for one node, the features of two."""

import pytest

from kg.errors import InputError
from kg.resolve import Judgements, Resolver
from kg.resolve.explain import explain, find


@pytest.fixture
def resolver(draft, ontology):
    """Two articles: one name spelt in two ways, an acronym, two people of one surname."""
    a, b = draft("a"), draft("b")
    a.person("Mohamed Salah")
    a.organization("Northern Fishing Association")
    a.organization("NFA")
    b.person("Mohammed Salah")
    b.person("Omar Haddad")
    b.person("Samir Haddad")
    return lambda **judgements: Resolver([a.extraction(), b.extraction()], ontology, Judgements(**judgements))


def test_one_node_has_its_reasons(resolver):
    found = explain(resolver(), "Mohamed Salah", "Mohammed Salah")
    assert found.is_one
    assert found.features == ("spelt otherwise: mohamed salah = mohammed salah",)


def test_two_nodes_have_what_keeps_them_apart(resolver):
    found = explain(resolver(), "omar-haddad", "Samir Haddad")
    assert not found.is_one
    assert found.features[-1] == "one article tells them apart"


def test_what_is_split_by_hand_says_so(resolver):
    found = explain(resolver(split=frozenset({"person/mohamed salah"})), "Mohamed Salah", "Mohammed Salah")
    assert found.verdict == "split by hand"


@pytest.mark.parametrize("name", ["northern-fishing-association", "id:northern-fishing-association", "nfa", "NFA"])
def test_an_id_a_name_or_an_alias_is_found(resolver, name):
    made = resolver()
    assert made.entities[find(made, name)].name == "Northern Fishing Association"


def test_an_unknown_name_comes_with_the_nearest(resolver):
    with pytest.raises(InputError, match="did you mean Omar Haddad"):
        find(resolver(), "Omar Hadad")


def test_a_name_of_several_comes_with_their_ids(resolver, draft, ontology):
    drafts = [draft(name) for name in "ab"]
    for d in drafts:
        d.person("Haddad")
    with pytest.raises(InputError, match="haddad, haddad-2"):
        find(Resolver([d.extraction() for d in drafts], ontology), "Haddad")
