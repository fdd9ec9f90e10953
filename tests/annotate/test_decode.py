"""Decode: the best tree with one root, the best spans that do not cross."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.decode import best_spans, tree


def matrices(smallest: int, largest: int) -> st.SearchStrategy[np.ndarray]:
    """Square matrices of seeded noise: every number differs, so the best tree is one."""
    make = lambda n, seed: np.random.default_rng(seed).normal(0, 3, (n, n)).astype(np.float32)  # noqa: E731
    return st.builds(make, st.integers(smallest, largest), st.integers(0, 10_000))


def is_tree(heads: tuple[int, ...]) -> bool:
    """True if exactly one word is its own head and all others lead to it."""
    if sum(h == i for i, h in enumerate(heads)) != 1:
        return False
    for i in range(len(heads)):
        at = i
        for _ in heads:
            at = heads[at]
        if heads[at] != at:
            return False
    return True


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    logp = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return float(logp[np.arange(len(heads)), list(heads)].sum())


@given(matrices(1, 25))
def test_the_result_is_a_tree_with_one_root(scores):
    assert is_tree(tuple(tree(scores).tolist()))


@given(matrices(1, 3))
def test_no_tree_scores_higher(scores):
    every = (h for h in itertools.product(range(len(scores)), repeat=len(scores)) if is_tree(h))
    best = max(total(scores, h) for h in every)
    assert total(scores, tuple(tree(scores).tolist())) == pytest.approx(best, abs=1e-4)


def test_a_cycle_is_broken_where_it_costs_least():
    scores = np.array([[0, 5, 0], [4, 0, 3], [0, 0, 9]], dtype=np.float32)
    assert tree(scores).tolist() == [1, 2, 2]


def test_of_two_roots_the_likelier_stays():
    scores = np.array([[5, 4, 0], [0, 9, 0], [0, 9, 0]], dtype=np.float32)
    assert tree(scores).tolist() == [1, 1, 1]


def test_one_word_is_its_own_root():
    assert tree(np.array([[0]], dtype=np.float32)).tolist() == [0]


def test_equal_scores_still_give_a_tree():
    assert is_tree(tuple(tree(np.zeros((6, 6), dtype=np.float32)).tolist()))


# ---------------------------------------------------------------- spans


def grid(size: int, **cells: float) -> np.ndarray:
    """Probabilities by cell: a0_2 = from word 0 to word 2."""
    out = np.zeros((size, size), dtype=np.float32)
    for cell, value in cells.items():
        row, column = cell[1:].split("_")
        out[int(row), int(column)] = value
    return out


def spans(probability: np.ndarray, **options: float) -> list[tuple[int, int]]:
    types = np.zeros(probability.shape, dtype=np.uint8)
    return [(a, b) for a, b, _, _ in best_spans(probability, types, **options)]


@given(st.integers(1, 8), st.integers(0, 10_000))
def test_no_two_spans_cross(size, seed):
    found = spans(np.random.default_rng(seed).random((size, size)).astype(np.float32))
    assert not any(a < c < b < d for a, b in found for c, d in found)


@given(st.integers(1, 8), st.integers(0, 10_000))
def test_spans_are_ordered_and_inside_the_sentence(size, seed):
    found = spans(np.random.default_rng(seed).random((size, size)).astype(np.float32))
    assert found == sorted(found)
    assert all(0 <= a < b <= size for a, b in found)


def test_of_crossing_spans_the_likelier_stays():
    assert spans(grid(4, a0_2=0.7, a1_3=0.9)) == [(1, 4)]


def test_nested_spans_both_stay():
    assert spans(grid(4, a0_3=0.7, a1_2=0.9)) == [(0, 4), (1, 3)]


def test_what_is_not_above_the_threshold_is_dropped():
    assert spans(grid(3, a0_0=0.5, a1_1=0.51), threshold=0.5) == [(1, 2)]


def test_a_span_that_ends_before_it_begins_is_none():
    assert spans(grid(3, a2_0=0.99)) == []


def test_a_span_has_its_type_and_probability():
    types = np.zeros((2, 2), dtype=np.uint8)
    types[0, 1] = 7
    assert best_spans(grid(2, a0_1=0.75), types) == [(0, 2, 7, 0.75)]
