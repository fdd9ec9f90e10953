"""Scores of chains, against examples reckoned by hand."""

import pytest

from training.chains import METRICS, ChainScore

KEY = ["abc", "de", "fghi"]


def score(gold, found):
    out = ChainScore()
    out.add(gold, found)
    return out


def test_the_same_chains_have_every_score_of_one():
    out = score(KEY, KEY)
    assert [(out.recall(m), out.precision(m), out.f1(m)) for m in METRICS] == [(1, 1, 1)] * 3
    assert out.conll == 1


def test_nothing_found_has_every_score_of_nought():
    assert score(KEY, []).conll == 0


def test_nothing_to_find_is_no_error():
    assert score([], KEY).conll == 0


def test_a_divided_chain():
    """Gold abcd, found ab and cd. MUC: 3 links, one lacks. B3: each phrase keeps half of its chain, all that it is
    put with is right. CEAF: one of the two chains aligns, 2 * 2 / (4 + 2)."""
    out = score(["abcd"], ["ab", "cd"])
    assert (out.recall("muc"), out.precision("muc")) == (pytest.approx(2 / 3), 1)
    assert (out.recall("b3"), out.precision("b3")) == (pytest.approx(1 / 2), 1)
    assert (out.recall("ceafe"), out.precision("ceafe")) == (pytest.approx(2 / 3), pytest.approx(1 / 3))
    assert out.conll == pytest.approx((4 / 5 + 2 / 3 + 4 / 9) / 3)


def test_chains_run_together_are_the_mirror_of_one_divided():
    divided, together = score(["abcd"], ["ab", "cd"]), score(["ab", "cd"], ["abcd"])
    assert [divided.recall(m) for m in METRICS] == pytest.approx([together.precision(m) for m in METRICS])


def test_the_example_of_the_papers():
    """Gold 12345, 67, 89abc; found 12345, 6789abc (Bagga & Baldwin 1998): MUC precision 9/10, B3 precision 16/21 when
    weighted by phrases: (5 + 2 * 2/7 + 5 * 5/7) / 12."""
    out = score(["12345", "67", "89abc"], ["12345", "6789abc"])
    assert (out.recall("muc"), out.precision("muc")) == (1, pytest.approx(9 / 10))
    assert (out.recall("b3"), out.precision("b3")) == (1, pytest.approx((5 + 4 / 7 + 25 / 7) / 12))
    assert out.recall("ceafe") == pytest.approx((1 + 10 / 12) / 3)
    assert out.precision("ceafe") == pytest.approx((1 + 10 / 12) / 2)


def test_a_phrase_too_many_costs_precision_alone():
    out = score(["abc"], ["abcx"])
    assert (out.recall("muc"), out.precision("muc")) == (1, pytest.approx(2 / 3))
    assert (out.recall("b3"), out.precision("b3")) == (1, pytest.approx(9 / 16))


def test_chains_of_one_do_not_count():
    assert score(["abc", "d"], ["abc", "e"]).conll == 1


def test_articles_are_added_up_before_dividing():
    out = ChainScore()
    out.add(["ab"], ["ab"])
    out.add(["abcd"], [])
    assert out.recall("muc") == pytest.approx(1 / 4)
