"""Windows: every word once, within the budget, its pieces and shapes side by side."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from kg.annotate import weights
from kg.annotate.windows import DIGIT, LOWER, MARK, MIXED, TITLE, UPPER, Pieces, pack, parts, shape

BUDGET = 24
WORDS = ["the", "army", "Mozambique", "peacekeepers", "1,300", "U.S.", "—", "unbelievably", "😀", "é"]
articles = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20), max_size=12)


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(Tokenizer.from_file(str(Path(weights.FOLDER) / "tokenizer.json")))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("troops", LOWER),
        ("Seoul", TITLE),
        ("A", TITLE),
        ("OPCW", UPPER),
        ("U.S.", UPPER),
        ("iPhone", MIXED),
        ("McCoy", MIXED),
        ("1,300", DIGIT),
        ("3rd", DIGIT),
        ("--", MARK),
        ("😀", MARK),
        ("漢字", LOWER),
    ],
)
def test_the_shape_of_a_word(word, expected):
    assert shape(word) == expected


@given(st.text(min_size=1))
def test_every_text_has_a_shape(word):
    assert shape(word) in {LOWER, TITLE, UPPER, MIXED, DIGIT, MARK}


def test_a_word_has_at_least_one_piece(pieces):
    assert pieces("\u200b") == [pieces.unknown]


def test_a_long_word_keeps_its_first_pieces(pieces):
    assert len(pieces("ab" * 45)) == 12


def test_the_same_word_has_the_same_pieces(pieces):
    assert pieces("harbour") == pieces("harbour")


@given(article=articles)
def test_every_word_of_every_sentence_is_in_one_window(pieces, article):
    windows = list(pack(article, pieces, BUDGET))
    assert [number for w in windows for number, _, _ in w.sentences] == list(range(len(article)))
    for window in windows:
        assert window.sentences[0][1] == 0
        assert window.sentences[-1][2] == len(window.first)
        for number, start, end in window.sentences:
            for at, word in zip(window.first[start:end], article[number], strict=True):
                assert window.pieces[at : at + len(pieces(word))] == pieces(word)


@given(article=articles)
def test_a_window_of_several_sentences_keeps_to_the_budget(pieces, article):
    windows = list(pack(article, pieces, BUDGET))
    assert all(len(w.pieces) <= BUDGET for w in windows if len(w.sentences) > 1)


@given(article=articles)
def test_a_window_begins_and_ends_with_its_marks_and_has_a_shape_a_piece(pieces, article):
    for window in pack(article, pieces, BUDGET):
        assert (window.pieces[0], window.pieces[-1]) == (pieces.cls, pieces.sep)
        assert len(window.shapes) == len(window.pieces)


def test_sentences_that_fit_share_a_window(pieces):
    assert len(list(pack([["the", "army"], ["the", "army"]], pieces, BUDGET))) == 1


def test_a_sentence_over_the_budget_has_a_window_of_its_own(pieces):
    windows = list(pack([["the"], ["army"] * 50, ["the"]], pieces, BUDGET))
    assert [[n for n, _, _ in w.sentences] for w in windows] == [[0], [1], [2]]


def test_nothing_gives_no_window(pieces):
    assert list(pack([], pieces, BUDGET)) == []


# ---------------------------------------------------------------- parts


def test_a_sentence_that_fits_is_read_in_one_part(pieces):
    assert list(parts(["the", "army"], pieces)) == [(0, 2)]


@given(sentence=st.lists(st.sampled_from(WORDS), min_size=1, max_size=60), room=st.integers(12, 40))
def test_parts_follow_each_other_and_fit_the_encoder(pieces, sentence, room):
    found = list(parts(sentence, pieces, room))
    assert [i for a, b in found for i in range(a, b)] == list(range(len(sentence)))
    assert all(sum(len(pieces(w)) for w in sentence[a:b]) <= room for a, b in found)
