"""What the form of a verb says, on trees by hand."""

import pytest

from kg.extract.events import aspect

TRIAL = """
    The the DET DT 2 det
    trial trial NOUN NN 4 nsubj
    has have AUX VBZ 4 aux
    ended end VERB VBN 0 root
"""


def test_a_noun_has_the_tense_of_what_it_does(tree):
    assert aspect.finite(tree(TRIAL), 1) == 3


def test_a_verb_may_tell_only_of_an_end(tree):
    found = tree(TRIAL)
    assert aspect.told_with(found, 1, frozenset({"end"})) == 3
    assert aspect.told_with(found, 1, frozenset({"begin"})) is None
    assert aspect.is_over_with(found, 1, frozenset({"end"}))


@pytest.mark.parametrize(
    ("auxiliary", "form", "perfect", "progressive", "past"),
    [
        ("have AUX VBZ", "VBN", True, False, False),
        ("be AUX VBZ", "VBG", False, True, False),
        ("do AUX VBD", "VB", False, False, False),
    ],
)
def test_an_auxiliary_tells_what_is_done_and_what_goes_on(tree, auxiliary, form, perfect, progressive, past):
    found = tree(f"""
        x {auxiliary} 2 aux
        sent send VERB {form} 0 root
    """)
    told = aspect.is_perfect(found, 1), aspect.is_progressive(found, 1), aspect.is_simple_past(found, 1)
    assert told == (perfect, progressive, past)


def test_the_verb_of_a_relative_clause_is_not_the_main_one(tree):
    found = tree("""
        Roe Roe PROPN NNP 4 nsubj
        who who PRON WP 3 nsubj
        left leave VERB VBD 1 acl:relcl
        died die VERB VBD 0 root
    """)
    assert (aspect.is_main(found, 3), aspect.is_main(found, 2)) == (True, False)
