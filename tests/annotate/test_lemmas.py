"""Lemmas: dictionary first, edit rules for the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.lemmas import apply, lemma, rule

forms = st.text(alphabet="abcdefgXYZäé'-1", min_size=1, max_size=12)


@given(forms, forms)
def test_a_rule_made_from_a_pair_gives_the_lemma_back(form, wanted):
    assert apply(form, rule(form, wanted)) == wanted


@given(forms)
def test_a_word_that_is_its_lemma_needs_no_edit(form):
    assert rule(form, form) == "k|0|"


@given(forms, st.sampled_from("kl"), st.integers(0, 30), st.text(alphabet="ey", max_size=2))
def test_no_edit_empties_a_word(form, case, drop, added):
    assert apply(form, f"{case}|{drop}|{added}")


@pytest.mark.parametrize(
    ("form", "upos", "edit", "expected"),
    [
        ("testimonies", "NOUN", "l|1|", "testimony"),
        ("men", "NOUN", "k|0|", "man"),
        ("sent", "VERB", "k|0|", "send"),
        ("Okays", "NOUN", "l|0|", "ok"),
        ("everyone", "NOUN", "k|3|", "everyone"),
        ("muscovites", "NOUN", "k|2|s", "muscovits"),
        ("Attacking", "VERB", "l|0|", "attack"),
        ("Kyiv", "PROPN", "k|0|", "Kyiv"),
        ("Better", "ADJ", "l|0|", "better"),
    ],
)
def test_lemma(form, upos, edit, expected):
    assert lemma(form, upos, edit) == expected


def test_a_word_the_dictionary_does_not_know_follows_the_rule():
    assert lemma("Zorbules", "NOUN", "l|1|") == "zorbule"
