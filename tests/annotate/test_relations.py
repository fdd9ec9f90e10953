"""Ties between names: each relation from its own threshold on, only between types that fit."""

import numpy as np
import pytest

from kg.annotate import weights
from kg.annotate.couples import couples
from kg.annotate.neural import parse_text
from kg.annotate.relations import NEVER, Head, most, score, ties
from kg.errors import ModelError
from kg.model import NamedSpan, NamedTie

TYPES = ["Person", "Place"]
HIDDEN = 4


@pytest.fixture
def sentences(sentence):
    rows = "Jan/PROPN/nsubj/3 is/AUX/cop/3 minister/NOUN/root/0 of/ADP/case/5 Valmora/PROPN/nmod/3"
    return [sentence(rows, NamedSpan(0, 1, "Person", 0.9), NamedSpan(4, 5, "Place", 0.9), index=3)]


@pytest.fixture
def states():
    return np.random.default_rng(1).normal(size=(5, HIDDEN)).astype(np.float32)


@pytest.fixture
def network(sentences):
    """A network that finds the first relation likely and the second as likely as not, whatever it reads."""
    columns = couples(sentences, TYPES, np.ones((2, 2), bool)).about.shape[1]
    shapes = {
        "name": (HIDDEN, 3), "way": (HIDDEN, 3), "between": (HIDDEN, 3), "about": (columns, 5), "subject": (3, 5),
        "object": (3, 5), "both": (3, 5), "way_out": (3, 5), "between_out": (3, 5), "inner": (5, 2), "out": (2, 2),
    }  # fmt: skip
    arrays = {f"{name}.weight": np.zeros(shape, np.float32) for name, shape in shapes.items()}
    arrays |= {
        f"{name}.bias": np.zeros(shapes[name][1], np.float32) for name in ("name", "way", "between", "about", "inner")
    }
    return arrays | {"out.bias": np.array([3, 0], np.float32)}


@pytest.fixture
def head(network):
    fits = np.zeros((2, 2, 2), bool)
    fits[0, 0, 1] = fits[1, 1, 0] = True
    return Head(network, ("runs", "runBy"), np.array([0.9, 0.9], np.float32), fits)


def test_a_tie_is_told_from_its_threshold_on(sentences, states, head):
    assert ties(sentences, states, head, TYPES) == (NamedTie(3, 0, 1, "runs", 0.9526),)


def test_a_relation_that_is_never_told_makes_no_couples(sentences, states, head):
    off = Head(head.weights, head.relations, np.full(2, NEVER, np.float32), head.fits)
    assert ties(sentences, states, off, TYPES) == ()


def test_types_that_do_not_fit_are_not_tied(sentences, states, head):
    low = Head(head.weights, head.relations, np.zeros(2, np.float32), head.fits)
    assert {(t.type, t.subject, t.object) for t in ties(sentences, states, low, TYPES)} == {
        ("runs", 0, 1),
        ("runBy", 1, 0),
    }


def test_no_sentences_give_no_ties(head):
    assert ties([], np.zeros((0, HIDDEN), np.float32), head, TYPES) == ()


def test_scores_are_of_every_couple_and_relation(sentences, states, network):
    found = couples(sentences, TYPES, np.ones((2, 2), bool))
    assert score(found, states, network).tolist() == [[3, 0], [3, 0]]


def test_the_maximum_of_no_rows_is_nought():
    rows = np.array([[1, -2], [3, -4]], np.float32)
    assert most(rows, np.array([0, 1]), np.array([1, 1]), 3).tolist() == [[0, 0], [3, -2], [0, 0]]


def test_the_shipped_network_reads_an_apposition(annotator):
    parse = parse_text(annotator, "Kari Dahl of the Green Coast Party won the vote.", with_chains=True)
    (tie,) = parse.ties
    names = parse.sentences[tie.sentence].names
    assert (names[tie.subject].type, names[tie.object].type) == ("Person", "Organization")


def test_ties_are_made_only_when_chains_are(annotator):
    assert parse_text(annotator, "Kari Dahl of the Green Coast Party won the vote.").ties == ()


def test_the_shipped_relations_are_those_of_the_ontology(ontology):
    shipped = weights.head()
    assert set(shipped.relations) <= set(ontology.relations)
    assert (shipped.thresholds[shipped.thresholds < NEVER] > 0.1).all()


def test_a_damaged_network_is_a_model_error(tmp_path):
    np.savez(tmp_path / weights.TIES, relations=np.array(["runs"]))
    with pytest.raises(ModelError, match=r"relations\.npz: 'thresholds' is missing; reinstall newskg"):
        weights.head(tmp_path)


def test_a_missing_network_is_a_model_error(tmp_path):
    with pytest.raises(ModelError, match=r"relations\.npz: not found; reinstall newskg"):
        weights.head(tmp_path)
