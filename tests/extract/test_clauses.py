"""Clauses that a parser hangs on the wrong word: each tree is drawn as a parser draws it."""

import pytest

from kg.extract.clauses import is_tree
from kg.model import Span, Token


def test_a_clause_behind_a_comma_tells_of_the_noun_before_it(tree, heads):
    made = tree("""
        groups    group   NOUN  NNS 0 root
        helping   help    VERB  VBG 1 acl
        victims   victim  NOUN  NNS 2 obj
        of        of      ADP   IN  5 case
        floods    flood   NOUN  NNS 3 nmod
        ,         ,       PUNCT ,   8 punct
        which     which   PRON  WDT 8 nsubj
        destroyed destroy VERB  VBD 1 acl:relcl
    """)
    assert heads(made)["destroyed"] == ("floods", "acl:relcl")


def test_a_clause_that_says_since_when_says_not_who(reading):
    text = "It was the first attack on a hotel in Gao since Mali began withdrawing troops from Chad."
    attacks = [e for e in reading(text).extraction.events if e.type == "Attack"]
    assert [list(e.fillers("actor")) for e in attacks] == [[]]


def test_a_relative_clause_tells_of_what_it_stands_behind(tree, heads):
    made = tree("""
        crews     crew    NOUN NNS 0 root
        to        to      PART TO  3 mark
        fight     fight   VERB VB  1 acl
        fires     fire    NOUN NNS 3 obj
        that      that    PRON WDT 6 nsubj
        destroyed destroy VERB VBD 1 acl:relcl
    """)
    assert heads(made)["destroyed"] == ("fires", "acl:relcl")


def test_a_semicolon_begins_a_clause(tree, heads):
    made = tree("""
        Ten      ten      NUM   CD  2 nsubj
        hurt     hurt     VERB  VBD 0 root
        ;        ;        PUNCT ,   4 punct
        Mali     Mali     PROPN NNP 2 obj
        to       to       PART  TO  6 mark
        withdraw withdraw VERB  VB  2 advcl
    """)
    assert (heads(made)["Mali"], heads(made)["withdraw"]) == (("withdraw", "nsubj"), ("hurt", "parataxis"))


def test_what_stands_behind_after_does_what_the_verb_says(tree, heads):
    made = tree("""
        It      it     PRON PRP 2 nsubj
        closed  close  VERB VBD 0 root
        after   after  ADP  IN  5 case
        an      a      DET  DT  5 det
        attack  attack NOUN NN  7 obl
        there   there  ADV  RB  5 advmod
        killed  kill   VERB VBD 2 advcl
        six     six    NUM  CD  7 obj
    """)
    assert (heads(made)["attack"], heads(made)["after"]) == (("killed", "nsubj"), ("killed", "mark"))


def test_a_clause_tells_of_no_word_inside_it(tree, heads):
    made = tree("""
        idea  idea VERB VB  0 root
        fires fire NOUN NNS 1 obj
        what  what PRON WP  5 obj
        that  that PRON DT  5 nsubj
        means mean VERB VBZ 1 acl:relcl
    """)
    assert heads(made)["means"] == ("idea", "acl:relcl")


@pytest.mark.parametrize(
    ("heads", "expected"),
    [([0, 0, 1], True), ([2, 1, 1], True), ([1, 0], False), ([0, 2, 3, 1], False), ([], True)],
)
def test_no_word_of_a_tree_hangs_below_itself(heads, expected):
    words = tuple(Token(Span(i, i + 1), "w", "w", "NOUN", "NN", head, "dep") for i, head in enumerate(heads))
    assert is_tree(words) is expected
