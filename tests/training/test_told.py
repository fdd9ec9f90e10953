"""Counts of ties: right if annotated or wider than annotated."""

from dataclasses import replace

import pytest

from kg.model import NamedSpan, NamedTie
from training.related import Fact, Related
from training.told import TieScore

WORDS = ["Ada", "of", "Interpol", "in", "Lyon"]
NAMES = (NamedSpan(0, 1, "Person", 0.9), NamedSpan(2, 3, "Organization", 0.9), NamedSpan(4, 5, "Place", 0.9))
THINGS = (("Person", "Ada"), ("Organization", "Interpol"), ("Place", "Lyon"), ("Person", "Olav"))
FACTS = (Fact("P108", 0, 1), Fact("P159", 1, 2), Fact("P26", 0, 3))


@pytest.fixture
def scored(sentence_of, ontology):
    """The score of these ties in a document of one sentence."""

    def run(*ties):
        places = {(0, n.start, n.end): i for i, n in enumerate(NAMES)}
        document = Related("ada", [WORDS], places, FACTS, things=THINGS)
        out = TieScore()
        out.add(document, [replace(sentence_of(WORDS, 0), names=NAMES)], [NamedTie(0, *t, 0.9) for t in ties], ontology)
        return out

    return run


def test_a_wider_relation_than_annotated_is_right(scored):
    score = scored((0, 1, "memberOf"), (2, 1, "locatedIn"))
    assert score.precision(["memberOf"]) == 1
    assert score.precision(["memberOf", "locatedIn"]) == 0.5
    assert score.recall(["worksFor"]) == 1


def test_recall_is_of_all_and_of_those_that_one_sentence_names(scored):
    score = scored((1, 2, "locatedIn"))
    assert score.recall(score.relations) == pytest.approx(1 / 4)  # a spouse is one both ways round
    assert score.recall_near(score.relations) == pytest.approx(1 / 2)
    assert score.f1(score.relations) == pytest.approx(0.4)


def test_nothing_found_is_nought(scored):
    score = scored()
    assert score.precision(score.relations) == score.recall(score.relations) == score.f1(score.relations) == 0
