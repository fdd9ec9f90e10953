"""Couples: two names that nouns alone hold together, both ways round, and where their words stand."""

import numpy as np
import pytest

from kg.annotate.couples import FAR, couples
from kg.model import NamedSpan

TYPES = ["Person", "Organization", "Place"]
ANY = np.ones((3, 3), bool)
MINISTER = (
    "Jan/PROPN/nsubj/4 Roe/PROPN/flat/1 is/AUX/cop/4 minister/NOUN/root/0 of/ADP/case/6 Valmora/PROPN/nmod/4 "
    "./PUNCT/punct/4"
)
ROE, VALMORA = NamedSpan(0, 2, "Person", 0.9), NamedSpan(5, 6, "Place", 0.9)


def pairs(found):
    return [(c.subject, c.object) for c in found.each]


def test_names_of_one_noun_phrase_are_a_couple_both_ways_round(sentence):
    found = couples([sentence(MINISTER, ROE, VALMORA)], TYPES, ANY)
    assert pairs(found) == [(0, 1), (1, 0)]
    assert found.types.tolist() == [[0, 2], [2, 0]]
    assert found.heads.tolist() == [[0, 5], [5, 0]]


def test_a_couple_has_its_way_in_the_tree_with_the_small_words(sentence):
    first = couples([sentence(MINISTER, ROE, VALMORA)], TYPES, ANY).each[0]
    assert first.way == (2, 3, 4)
    assert first.between == (2, 3, 4)
    assert (first.up, first.down) == (("nsubj",), ("nmod",))


def test_words_are_counted_through_the_article(sentence):
    rows = [sentence("Rain/NOUN/nsubj/2 fell/VERB/root/0"), sentence(MINISTER, ROE, VALMORA, index=1)]
    found = couples(rows, TYPES, ANY)
    assert found.each[0].sentence == 1
    assert found.heads[0].tolist() == [2, 7]
    words, (subject, object_, way, _) = found.words()
    assert words.tolist() == [2, 4, 5, 6, 7]
    assert (words[subject[0]], words[object_[0]]) == (2, 7)
    assert words[way[found.way_of == 0]].tolist() == [4, 5, 6]


@pytest.mark.parametrize(
    "rows",
    [
        "Roe/PROPN/nsubj/2 left/VERB/root/0 Valmora/PROPN/obj/2",
        "Roe/PROPN/root/0 and/CCONJ/cc/3 Valmora/PROPN/conj/1",
        "Roe/PROPN/root/0 born/VERB/acl/1 Valmora/PROPN/obl/2",
    ],
)
def test_names_with_a_verb_or_an_and_between_them_are_none(sentence, rows):
    names = NamedSpan(0, 1, "Person", 0.9), NamedSpan(2, 3, "Place", 0.9)
    assert not len(couples([sentence(rows, *names)], TYPES, ANY))


def test_only_types_that_fit_are_coupled(sentence):
    fits = np.zeros((3, 3), bool)
    fits[0, 2] = True
    assert pairs(couples([sentence(MINISTER, ROE, VALMORA)], TYPES, fits)) == [(0, 1)]


def test_a_name_inside_another_is_no_couple_with_it(sentence):
    names = NamedSpan(0, 2, "Person", 0.9), NamedSpan(1, 2, "Place", 0.9)
    assert not len(couples([sentence(MINISTER, *names)], TYPES, ANY))


def test_names_far_apart_are_none(sentence):
    """Words enough stand between the two for no couple, although the tree holds them together."""
    middle = " ".join(f"big/ADJ/amod/{FAR + 3}" for _ in range(FAR + 1))
    rows = f"Roe/PROPN/nmod/{FAR + 3} {middle} minister/NOUN/root/0"
    names = NamedSpan(0, 1, "Person", 0.9), NamedSpan(FAR + 2, FAR + 3, "Place", 0.9)
    assert not len(couples([sentence(rows, *names)], TYPES, ANY))


def test_every_couple_is_told_of_in_as_many_columns(sentence):
    found = couples([sentence(MINISTER, ROE, VALMORA)], TYPES, ANY)
    assert found.about.shape[0] == 2
    assert not np.array_equal(found.about[0], found.about[1])
    assert found.about.shape[1] == couples([sentence(MINISTER, VALMORA, ROE)], TYPES, ANY).about.shape[1]
