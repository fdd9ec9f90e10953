"""Traits: what the grammar of a phrase tells."""

import pytest

from kg.annotate import traits
from kg.annotate.phrases import phrases


def whole(sentence):
    """The first phrase with its sentence's words."""
    return phrases(sentence)[0], sentence.tokens


@pytest.mark.parametrize(
    ("word", "expected"),
    [("She/PRON/root/0", (4, 1, 2)), ("them/PRON/root/0", (7, 2, 0)), ("you/PRON/root/0", (2, 0, 0)),
     ("somebody/PRON/root/0", (traits.OTHER, 0, 0)), ("dogs/NOUN/root/0", (0, 2, 0)), ("dog/NOUN/root/0", (0, 1, 0))],
)  # fmt: skip
def test_class_number_and_gender_of_a_word(sentence, word, expected):
    phrase, (head,) = whole(sentence(word))
    pronoun = traits.pronoun(phrase, head)
    assert (pronoun, traits.number(phrase, head, pronoun), traits.gender([head], pronoun)) == expected


def test_a_title_tells_the_gender(sentence):
    assert traits.gender(sentence("Mrs./PROPN/nmod:desc/2 Roe/PROPN/root/0").tokens, 0) == 2


@pytest.mark.parametrize(
    ("rows", "expected"),
    [("the/DET/det/2 dog/NOUN/root/0", 1), ("a/DET/det/2 dog/NOUN/root/0", 2), ("this/DET/det/2 dog/NOUN/root/0", 3),
     ("every/DET/det/2 dog/NOUN/root/0", 4), ("her/PRON/nmod:poss/2 dog/NOUN/root/0", traits.POSSESSED),
     ("dogs/NOUN/root/0", 0)],
)  # fmt: skip
def test_the_class_of_the_determiner(sentence, rows, expected):
    phrase, tokens = whole(sentence(rows))
    assert traits.determiner(phrase, tokens) == expected


def test_content_begins_with_the_head_and_goes_on_with_what_is_nearest(sentence):
    phrase, tokens = whole(
        sentence("the/DET/det/5 new/ADJ/amod/5 Kenyan/ADJ/amod/5 engineering/NOUN/compound/5 battalion/NOUN/root/0")
    )
    assert traits.content(phrase, tokens) == ["battalion", "engineering", "kenyan", "new"]


def test_a_pronoun_has_no_content(sentence):
    assert traits.content(*whole(sentence("it/PRON/root/0"))) == []


def test_initials_and_acronym_are_comparable(sentence):
    _, name = whole(sentence("Baltic/PROPN/compound/3 Sea/PROPN/compound/3 Council/PROPN/root/0"))
    _, short = whole(sentence("B.S.C./PROPN/root/0"))
    assert traits.initials(name) == traits.acronym(short[0]) == "BSC"
    assert traits.acronym(name[0]) == traits.initials(short) == ""


def test_words_between_quotation_marks_are_quoted(sentence):
    marks = sentence("He/PRON/nsubj/2 said/VERB/root/0 “/PUNCT/punct/4 no/INTJ/ccomp/2 ”/PUNCT/punct/4 ./PUNCT/punct/2")
    assert list(traits.quoted([marks])) == [False, False, True, True, False, False]


def test_straight_marks_open_and_close_in_turn(sentence):
    marks = sentence('"/PUNCT/punct/2 no/INTJ/root/0 "/PUNCT/punct/2 he/PRON/nsubj/2')
    assert list(traits.quoted([marks])) == [True, True, False, False]


def test_the_speaker_of_what_a_verb_takes_in(sentence):
    tokens = sentence("She/PRON/nsubj/2 says/VERB/root/0 he/PRON/nsubj/4 slept/VERB/ccomp/2").tokens
    assert traits.speakers(tokens) == [-1, -1, 0, 0]


def test_the_speaker_of_a_clause_beside(sentence):
    tokens = sentence(
        "Roads/NOUN/nsubj/2 closed/VERB/root/0 ,/PUNCT/punct/2 she/PRON/nsubj/5 says/VERB/parataxis/2"
    ).tokens
    assert traits.speakers(tokens) == [3, 3, 3, -1, -1]
