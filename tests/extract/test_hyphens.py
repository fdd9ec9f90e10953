"""Hyphens: what they join is one word, what they part is none."""

import pytest

from kg.extract.hyphens import is_joint, joined, paired, whole
from kg.model import Span, Token


def tokens(text):
    """The words of a text in which every blank and hyphen parts two."""
    made, at = [], 0
    for word in text.replace("-", " - ").split():
        start = text.index(word, at)
        at = start + len(word)
        made.append(Token(Span(start, at), word, word, "X", 0, "dep", "HYPH" if word == "-" else "NN"))
    return made


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("her ex-husband left", (2, 4), (1, 4)),
        ("the attorney-general left", (1, 3), (1, 4)),
        ("farmers - in Chad", (0, 2), (0, 1)),
        ("left - the regions", (1, 4), (2, 4)),
        ("the regions", (0, 2), (0, 2)),
        ("-", (0, 1), (0, 1)),
    ],
)
def test_a_range_has_whole_words(text, given, expected):
    assert whole(tokens(text), *given) == expected


def test_a_dash_joins_nothing():
    assert is_joint(tokens("ex-husband"), 1)
    assert not is_joint(tokens("ex - husband"), 1)
    assert not is_joint(tokens("husband"), 0)


def drawn(*rows):
    """Words without blanks between them: (form, part of speech, head, relation)."""
    made, at = [], 0
    for form, upos, head, relation in rows:
        made.append(Token(Span(at, at + len(form)), form, form, upos, "HYPH" if form == "-" else "VBD", head, relation))
        at += len(form)
    return tuple(made)


def test_a_verb_of_two_parts_takes_the_place_of_the_first():
    made = joined(drawn(("re", "VERB", 0, "root"), ("-", "PUNCT", 0, "punct"), ("elected", "VERB", 0, "parataxis")))
    assert [(t.head, t.deprel) for t in made] == [(2, "compound"), (2, "punct"), (2, "root")]


def test_who_hangs_on_the_first_part_does_what_the_verb_says():
    rows = [
        ("Chad", "PROPN", 2, "compound"),
        (" ", "X", 0, "dep"),
        ("test", "NOUN", 4, "obl"),
        ("-", "PUNCT", 2, "punct"),
    ]
    made = joined(drawn(*rows, ("fired", "VERB", 4, "root")))
    assert (made[0].head, made[0].deprel) == (4, "nsubj")


def test_an_adjective_of_two_parts_stays_as_it_is():
    rows = drawn(("rebel", "NOUN", 2, "compound"), ("-", "PUNCT", 0, "punct"), ("held", "VERB", 3, "amod"))
    rows = (*rows, Token(Span(11, 15), "town", "town", "NOUN", "NN", 3, "root"))
    assert joined(rows) == rows


def test_both_halves_of_a_pair_describe_what_is_behind_them():
    rows = drawn(("Chadian", "ADJ", 2, "amod"), ("-", "PUNCT", 0, "punct"), ("Libyan", "ADJ", 3, "amod"))
    rows = (*rows, Token(Span(15, 20), "talks", "talk", "NOUN", "NNS", 3, "root"))
    assert [t.head for t in paired(rows)] == [3, 0, 3, 3]
