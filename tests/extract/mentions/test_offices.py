"""Offices before names: read in the order of the words, whatever the tree made of them."""

import pytest

from kg.extract.lexicon import lexicon
from kg.extract.mentions.offices import Offices, title_end
from kg.model import NamedSpan
from tests.extract.mentions.stray import STRAY, person


def test_every_office_before_a_name_is_read_the_nearest_first(tree, words):
    found = Offices(tree(STRAY, (person(5, 7),)), words).before(5)
    assert [(o.term, o.head) for o in found] == [("brigadier general", 4), ("director", 2)]


def test_an_office_of_something_right_before_a_name(tree, words):
    table = """
    Governor governor NOUN  NN  6 nsubj
    of       of       ADP   IN  3 case
    Tarma    Tarma    PROPN NNP 1 nmod
    Ana      Ana      PROPN NNP 3 flat
    Roe      Roe      PROPN NNP 4 flat
    left     leave    VERB  VBD 0 root
    """
    found = Offices(tree(table, (NamedSpan(2, 3, "Place", 0.9), person(3, 5))), words).before(3)
    assert [(o.start, o.end, o.head) for o in found] == [(0, 3, 0)]


@pytest.mark.parametrize(
    ("words", "end"),
    [("secretary of state petra novak", 3), ("deputy secretary of state petra novak", 4), ("petra of the lakes", 0)],
)
def test_an_office_with_of_is_read_to_its_end(ontology, words, end):
    assert title_end(words.split(), lexicon(ontology)) == end
