"""The measures of clusters on cases worked out by hand, and a corpus that can be made again."""

import pytest

from benchmarks.incremental import article
from benchmarks.resolution import b_cubed, exponent, measure, pairwise
from benchmarks.synthetic import corpus

TRUTH = {"a": 1, "b": 1, "c": 1, "d": 2}


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        (TRUTH, 1, 1),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, 1, (3 * 1 / 3 + 1) / 4),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, (3 * 3 / 4 + 1 / 4) / 4, 1),
        ({"a": 1, "b": 1, "c": 2, "d": 2}, (1 + 1 + 1 / 2 + 1 / 2) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4),
    ],
)
def test_b_cubed(found, precision, recall):
    score = b_cubed(TRUTH, found)
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        (TRUTH, 1, 1),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, 1, 0),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, 1 / 2, 1),
        ({"a": 1, "b": 1, "c": 2, "d": 2}, 1 / 2, 1 / 3),
    ],
)
def test_pairwise(found, precision, recall):
    score = pairwise(TRUTH, found)
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_the_exponent_of_a_square_is_two():
    assert exponent({"seconds": 1, "mentions": 10}, {"seconds": 100, "mentions": 100}) == 2


def test_a_corpus_has_the_mentions_it_was_asked_for_and_comes_again(ontology):
    made = corpus(300, ontology)
    assert 300 <= len(made.truth) < 315
    assert made == corpus(300, ontology)
    assert made != corpus(300, ontology, seed=2)


def test_every_mention_stands_in_its_text(ontology):
    for extraction in corpus(200, ontology).extractions:
        assert all(m.span.of(extraction.document.text) == m.text for m in extraction.mentions)


def test_synthetic_names_are_resolved_well(ontology):
    found = measure(2_000)
    assert found["b_cubed"]["precision"] > 0.95
    assert found["b_cubed"]["f1"] > 0.9


def test_articles_by_template_differ():
    assert len({article(i) for i in range(30)}) == 30
