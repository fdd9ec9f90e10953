"""Pairs: every phrase looks back, near ones always, far ones only at their like."""

import numpy as np
import pytest

from kg.annotate.pairs import AGAIN, NEAR, candidates, compare, each, facts
from kg.annotate.phrases import phrases

TYPES = ["Person", "Place"]


def article(*sentences):
    found = [p for s in sentences for p in phrases(s)]
    return found, facts(sentences, found, TYPES)


def test_candidates_are_earlier_and_in_order(sentence):
    _, known = article(*(sentence("Ada/PROPN/nsubj/2 met/VERB/root/0 Roe/PROPN/obj/2", index=i) for i in range(3)))
    later, earlier = candidates(known)
    assert (earlier < later).all()
    assert sorted(zip(later.tolist(), earlier.tolist(), strict=True)) == list(
        zip(later.tolist(), earlier.tolist(), strict=True)
    )


def test_only_phrases_of_the_same_head_are_sought_far_back(sentence):
    far = [sentence(f"name{i}/PROPN/root/0", index=i + 1) for i in range(NEAR + 5)]
    _, known = article(
        sentence("Ada/PROPN/root/0"),
        *far,
        sentence("Ada/PROPN/root/0", index=NEAR + 6),
        sentence("she/PRON/root/0", index=NEAR + 7),
    )
    later, earlier = candidates(known)
    last = len(known) - 2
    assert 0 in earlier[later == last]
    assert (later == last).sum() == NEAR + 1
    assert earlier[later == last + 1].min() == last + 1 - NEAR


def test_far_back_no_more_than_the_latest_are_looked_at(sentence):
    _, known = article(*(sentence("Ada/PROPN/root/0", index=i) for i in range(NEAR + AGAIN + 9)))
    later, _ = candidates(known)
    assert np.bincount(later).max() <= NEAR + AGAIN


def test_rows_have_the_same_columns_whatever_the_article(sentence):
    one = sentence("Ada/PROPN/nsubj/2 met/VERB/root/0 Roe/PROPN/obj/2")
    two = sentence("It/PRON/nsubj/2 rained/VERB/root/0 here/ADV/advmod/2", index=1)
    shapes = set()
    for given in ([one], [one, two]):
        found, known = article(*given)
        shapes.add((each(known, given, found, len(TYPES)).shape[1], compare(known, *candidates(known)).shape[1]))
    assert len(shapes) == 1


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [("Ada/PROPN/root/0", "Ada/PROPN/root/0", 1), ("Ada/PROPN/root/0", "Roe/PROPN/root/0", 0),
     ("it/PRON/root/0", "it/PRON/root/0", 0)],
)  # fmt: skip
def test_the_first_column_says_whether_all_content_words_are_the_same(sentence, first, second, alike):
    _, known = article(sentence(first), sentence(second, index=1))
    assert compare(known, np.array([1]), np.array([0]))[0, 0] == alike
