"""A named place right behind a building or a town is where that is."""

import pytest

from kg.extract.lexicon import lexicon
from kg.extract.mentions.situated import settled
from kg.model import NamedSpan

FIRED = """
    fired    fire    VERB VBD 0 root
    rounds   round   NOUN NNS 1 obj
    at       at      ADP  IN  5 case
    a        a       DET  DT  5 det
    {noun} NOUN NN 1 obl
    {case} ADP  IN  7 case
    Goma     Goma    PROPN NNP 1 obl
"""


@pytest.mark.parametrize(
    ("noun", "case", "head"),
    [
        pytest.param("barracks barracks", "in in", 4, id="a building"),
        pytest.param("village village", "in in", 4, id="a town"),
        pytest.param("crowd crowd", "in in", 0, id="who may be there by chance"),
        pytest.param("barracks barracks", "from from", 0, id="where it was done from"),
    ],
)
def test_a_place_behind_what_lies_in_it_belongs_to_that(tree, ontology, noun, case, head):
    made = tree(FIRED.format(noun=noun, case=case), (NamedSpan(6, 7, "Place", 0.9),))
    assert settled(made, lexicon(ontology))[6].head == head


def test_the_tree_of_another_sentence_is_left_as_it_is(tree, ontology):
    made = tree("left leave VERB VBD 0 root\nLisbon Lisbon PROPN NNP 1 obj", (NamedSpan(1, 2, "Place", 0.9),))
    assert settled(made, lexicon(ontology)) is made
