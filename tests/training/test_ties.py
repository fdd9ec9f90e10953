"""Ties of the corpora as relations of the ontology: by their ends, and only as far as the corpus tells."""

from dataclasses import replace

import numpy as np
import pytest

from kg.annotate.couples import couples
from kg.model import NamedSpan, NamedTie
from training import ties
from training.related import Fact, Related
from training.ties import UNKNOWN, Labels

NAMES = ("leaderOf", "memberOf", "worksFor", "ofState", "locatedIn", "spouse")
TYPES = ("Person", "Organization", "Place")
WORDS = [["Ada", ",", "wife", "of", "Olav", "of", "Interpol"]]
PLACES = {(0, 0, 1): 0, (0, 4, 5): 1, (0, 6, 7): 2}


@pytest.fixture(scope="module")
def labels(ontology):
    return Labels(ontology, NAMES, TYPES)


@pytest.fixture
def sentences(sentence_of):
    """All words hang from the first, as in one noun phrase."""
    names = (NamedSpan(0, 1, "Person", 0.9), NamedSpan(4, 5, "Person", 0.9), NamedSpan(6, 7, "Organization", 0.9))
    plain = sentence_of(WORDS[0], 0)
    tokens = (replace(t, deprel="nmod" if i else "root") for i, t in enumerate(plain.tokens))
    return [replace(plain, tokens=tuple(tokens), names=names)]


@pytest.fixture
def told(labels, sentences):
    """What is told of every ordered couple of names: {(subject, object): {relation: label}}."""

    def run(*facts, denied=(), kinds=None, open_=frozenset()):
        document = Related("roe", WORDS, PLACES, facts, denied, kinds, open_)
        found = couples(sentences, TYPES, np.ones((3, 3), bool))
        rows = labels.of(document, sentences, found)
        return {
            (c.subject, c.object): dict(zip(NAMES, row.tolist(), strict=True))
            for c, row in zip(found.each, rows, strict=True)
        }

    return run


HERE = frozenset({0})


@pytest.mark.parametrize(
    ("kind", "subject", "object_", "expected"),
    [
        ("P27", "Person", "State", ("ofState", False)),
        ("P6", "State", "Person", ("leaderOf", True)),
        ("P17", "Organization", "State", ("ofState", False)),
        ("P17", "Settlement", "State", ("locatedIn", False)),
        ("P26", "Person", "Settlement", None),
        ("P569", "Person", "State", None),
        ("P27", None, "State", None),
    ],
)
def test_a_property_is_the_relation_that_its_ends_fit_best(ontology, kind, subject, object_, expected):
    assert ties.meaning(ontology, kind, subject, object_) == expected


def test_a_tie_stated_in_the_sentence_is_told_with_what_follows_from_it(told):
    row = told(Fact("P108", 0, 2, HERE))[0, 2]
    assert (row["worksFor"], row["memberOf"], row["leaderOf"]) == (1, 1, 0)


def test_a_tie_between_persons_holds_both_ways(told):
    rows = told(Fact("P26", 0, 1, HERE))
    assert rows[0, 1]["spouse"] == rows[1, 0]["spouse"] == 1


def test_a_tie_that_another_sentence_states_is_not_known_here(told):
    assert told(Fact("P26", 0, 1, frozenset({4})))[0, 1]["spouse"] == UNKNOWN


def test_a_tie_of_which_no_sentence_is_known_is_taken_for_stated(told):
    assert told(Fact("P26", 0, 1))[0, 1]["spouse"] == 1


def test_what_was_not_looked_for_is_not_known(told):
    row = told(kinds=frozenset({"P26"}))[0, 1]
    assert (row["spouse"], row["leaderOf"]) == (0, UNKNOWN)


def test_what_another_property_of_the_corpus_may_say_is_not_known(told):
    assert told(kinds=frozenset({"P102"}))[0, 2]["memberOf"] == 0
    assert told(kinds=frozenset({"P102"}), open_=frozenset({"P463"}))[0, 2]["memberOf"] == UNKNOWN


def test_of_judged_couples_only_what_was_judged_is_known(told):
    rows = told(denied=(Fact("spouse", 0, 1, HERE),), kinds=frozenset())
    assert rows[0, 1]["spouse"] == 0
    assert rows[0, 2]["spouse"] == rows[0, 1]["leaderOf"] == UNKNOWN


def test_what_is_not_stated_is_not_stated_more_narrowly_either(told):
    row = told(denied=(Fact("memberOf", 0, 2, HERE),), kinds=frozenset())[0, 2]
    assert (row["memberOf"], row["worksFor"], row["leaderOf"]) == (0, 0, UNKNOWN)


def test_what_is_not_stated_may_be_so_more_widely(told):
    row = told(Fact("memberOf", 0, 2, HERE), denied=(Fact("worksFor", 0, 2, HERE),), kinds=frozenset())[0, 2]
    assert (row["memberOf"], row["worksFor"]) == (1, 0)


def test_types_fit_where_some_class_is_both(labels):
    fits = dict(zip(NAMES, labels.fits(), strict=True))
    assert fits["leaderOf"][0, 2]  # a place may be a state, which has a leader
    assert not fits["leaderOf"][2, 0]
    assert not fits["spouse"][0, 1]


def test_ties_found_are_between_things_else_between_places(sentences):
    document = Related("roe", WORDS, {(0, 0, 1): 5, (0, 5, 7): 6}, ())
    given = [NamedTie(0, 0, 2, "memberOf", 0.7), NamedTie(0, 0, 2, "memberOf", 0.9), NamedTie(0, 1, 2, "memberOf", 0.8)]
    assert ties.told(document, sentences, given) == {(5, "memberOf", 6): 0.9, ((0, 1), "memberOf", 6): 0.8}


def test_annotated_ties_are_those_of_the_classes_of_things(ontology):
    things = (("Person", "Ada Roe"), ("Place", "Norway"))
    document = Related("roe", WORDS, {}, (Fact("P35", 1, 0), Fact("P569", 0, 1)), things=things)
    assert ties.stated(document, ontology) == {(0, "leaderOf", 1)}


def test_wider_relations_follow(ontology):
    assert ties.with_wider({(0, "worksFor", 1)}, ontology) == {(0, "worksFor", 1), (0, "memberOf", 1)}
