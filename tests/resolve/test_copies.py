"""Copies: one text in several papers is one source, two texts of one matter are two."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.copies import origins

WORDS = [a + b + c for a in "bdfgkl" for b in "aeiou" for c in ("n", "r", "st", "m")]


def prose(seed, sentences=12):
    """Sentences that no other seed has."""
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(sentences)]


@pytest.fixture
def news(document):
    """Documents of some sentences each; the first is the oldest."""

    def make(*texts):
        days = (dt.date(2024, 5, 1 + i) for i in range(len(texts)))
        return [document("\n".join(t), published=day) for t, day in zip(texts, days, strict=True)]

    return make


def test_an_edition_with_other_words_at_the_end_is_a_copy(news):
    first, second = news(prose(1), [*prose(1), "Additional reporting by the desk in Oslo."])
    assert origins([first, second]) == {second.id: first.id}


def test_a_cut_copy_is_a_copy(news):
    whole, cut = news(prose(1), prose(1)[:5])
    assert origins([whole, cut]) == {cut.id: whole.id}


def test_two_texts_are_two_sources(news):
    assert origins(news(prose(1), prose(2))) == {}


def test_a_quotation_in_common_is_no_copy(news):
    assert origins(news(prose(1), [*prose(2), *prose(1)[:3]])) == {}


def test_where_there_is_nothing_there_is_no_copy(document):
    assert origins([]) == origins([document("")]) == origins([document(""), document("One.")]) == {}


def test_short_notes_are_not_compared(news):
    assert origins(news(["The talks go on.", "More soon."], ["The talks go on.", "More later."])) == {}


def test_copies_of_a_copy_have_one_origin(news):
    a, b, c = news(prose(1), prose(1)[:8], prose(1)[2:8])
    assert origins([a, b, c]) == {b.id: a.id, c.id: a.id}


def test_case_and_line_breaks_do_not_matter(news, document):
    (first,) = news(prose(1))
    second = document(" ".join(prose(1)).upper(), published=dt.date(2024, 6, 1))
    assert origins([first, second]) == {second.id: first.id}


def test_furniture_of_one_paper_makes_no_copies(news):
    furniture = prose(0, 2)
    assert origins(news(*([*furniture, *prose(i)] for i in range(1, 5)))) == {}


def test_the_order_does_not_matter(news):
    documents = news(prose(1), prose(1)[:8], prose(2), [*prose(2), *prose(3)[:4]], prose(4))
    wanted = origins(documents)
    assert len(wanted) == 2

    @given(st.permutations(documents))
    def check(order):
        assert origins(order) == wanted

    check()
