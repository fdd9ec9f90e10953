"""Phrases: what may name something, with the words that belong to it and no others."""

import pytest

from kg.annotate.phrases import head_of, phrases
from kg.model import Kind, NamedSpan


def found(sentence):
    words = [t.text for t in sentence.tokens]
    return [" ".join(words[p.start : p.end]) for p in phrases(sentence)]


def test_a_coordination_and_its_parts_are_phrases(sentence):
    """ "Norway and its allies sent ships": the longer of two that begin together comes first."""
    given = sentence(
        "Norway/PROPN/nsubj/5 and/CCONJ/cc/4 its/PRON/nmod:poss/4 allies/NOUN/conj/1 sent/VERB/root/0 ships/NOUN/obj/5"
    )
    assert found(given) == ["Norway and its allies", "Norway", "its allies", "its", "ships"]
    assert [p.is_coordination for p in phrases(given)] == [True, False, False, False, False]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("of/ADP/case/3 the/DET/det/3 port/NOUN/root/0", ["the port"]),
        ("Ada/PROPN/nsubj/3 a/DET/det/3 pilot/NOUN/root/0 today/NOUN/obl/3", ["Ada", "a pilot", "today"]),
        ("Roe/PROPN/nmod:poss/3 's/PART/case/1 ship/NOUN/root/0", ["Roe 's ship", "Roe 's"]),
        ("Ada/PROPN/root/0 ,/PUNCT/punct/4 the/DET/det/4 pilot/NOUN/appos/1", ["Ada", "the pilot"]),
        ("Ada/PROPN/root/0 Roe/PROPN/flat/1", ["Ada Roe"]),
        ("the/DET/det/2 man/NOUN/root/0 who/PRON:WP/nsubj/4 slept/VERB/acl:relcl/2", ["the man who slept"]),
        ("nine/NUM/nummod/2 dogs/NOUN/root/0", ["nine dogs"]),
        ("in/ADP/case/2 1998/NUM/root/0", ["1998"]),
    ],
)
def test_the_words_of_a_phrase(sentence, rows, expected):
    assert found(sentence(rows)) == expected


def test_a_named_span_gives_its_type_to_the_phrase_of_its_head(sentence):
    given = sentence("the/DET/det/2 Navy/PROPN/root/0", NamedSpan(1, 2, "Organization", 0.9))
    assert [(p.start, p.end, p.kind, p.type) for p in phrases(given)] == [
        (0, 2, Kind.NAME, "Organization"),
        (1, 2, Kind.NAME, "Organization"),
    ]


def test_a_pronoun_is_one(sentence):
    assert [p.kind for p in phrases(sentence("She/PRON/nsubj/2 slept/VERB/root/0"))] == [Kind.PRONOUN]


def test_no_place_is_found_twice(sentence):
    given = sentence("Oslo/PROPN/root/0", NamedSpan(0, 1, "Place", 0.9))
    assert len(phrases(given)) == 1


def test_the_head_of_words_is_the_one_that_hangs_outside(sentence):
    tokens = sentence("the/DET/det/2 port/NOUN/obl/4 there/ADV/advmod/2 burnt/VERB/root/0").tokens
    assert (head_of(tokens, 0, 3), head_of(tokens, 0, 4), head_of(tokens, 2, 3)) == (1, 3, 2)
