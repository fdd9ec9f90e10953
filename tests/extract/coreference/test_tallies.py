"""Bare numbers of people: whom they count."""

import pytest

from kg.extract.coreference.tallies import counted, how_many


@pytest.mark.parametrize(
    ("text", "number", "form"),
    [
        ("A bomb hit Bari, killing three sailors and injuring 16 others.", "16 others", "16 other sailors"),
        ("Gunmen killed 12 police officers and wounded 30 in Quetta.", "30", "30 police officers"),
        ("At least 25 people are dead and dozens injured, officials said.", "dozens", "dozens of people"),
        ("The rebels killed 159 soldiers and captured 50.", "50", "50 soldiers"),
    ],
)
def test_a_bare_number_is_of_people_like_those_counted_last(reading, text, number, form):
    (found,) = reading(text).named(number)
    assert (found.form, found.antecedent) == (form, None)


def test_others_are_like_those_counted_in_the_sentence_before(reading):
    text = "Near the old port of Bari on the coast of the south, gunmen killed three tired sailors."
    (found,) = reading(f"{text} They wounded 16 others.").named("16 others")
    assert found.form == "16 other sailors"


def test_a_bare_number_of_a_force_is_called_as_the_force(reading):
    found = reading("At least 600 Danish soldiers were killed, with thousands more wounded.")
    (number,) = found.named("thousands more")
    assert number.form == "At least 600 Danish soldiers"


def test_a_number_of_a_headline_is_of_those_counted_below(reading):
    found = reading("At least 25 killed in Bari\n\nA bomb killed at least 25 sailors on Monday, police said.")
    (number,) = found.named("At least 25")
    assert found.root(number.id).text == "at least 25 sailors"


def test_a_small_number_may_be_of_others(reading):
    found = reading("Two killed in Bari\n\nPolice arrested two sailors in Lecce.")
    (number,) = found.named("Two")
    assert (number.form, number.antecedent) == ("Two people", None)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Dozens were killed in Bari.", "Dozens killed"),
        ("The blast left dozens injured.", "dozens injured"),
        ("The storm claimed 40 lives in Bari.", "40 lives claimed"),
    ],
)
def test_many_of_nobody_are_called_by_what_became_of_them(reading, text, form):
    found = reading(f"A storm broke over Bari.\n\n{text}")
    assert form in {m.form for m in found.mentions.values()}


def test_the_many_of_a_headline_are_told_of_below(reading):
    assert not reading("Dozens killed in Bari").named("Dozens")


SUM = """
Courts  court   NOUN NNS 2 nsubj
fined   fine    VERB VBD 0 root
him     he      PRON PRP 2 iobj
Rs10    Rs10    NUM  CD  5 nummod
million million NUM  CD  2 obj
"""


def test_a_sum_is_no_group(tree, reading):
    mentions = reading("Courts fined him.").article.mentions
    assert counted(mentions, tree(SUM), 4) is None
    assert counted(mentions, tree(SUM.replace("5 nummod", "2 obj")), 4) is None
    assert counted(mentions, tree(SUM.replace("Rs10", "10")), 4) is not None


def test_a_scale_counts_with_the_number_before_it(tree):
    made = tree("""
        Eight   eight   NUM  CD  2 compound
        million million NUM  CD  3 nummod
        people  people  NOUN NNS 4 nsubj
        fled    flee    VERB VBD 0 root
    """)
    assert how_many(made, 2) == 8_000_000


def test_thousands_of_the_first_sentence_are_people(reading):
    assert "Thousands" in reading("Thousands demonstrated in Goma on Monday.").roles("demonstrated")["actor"]


def test_a_number_beside_ships_is_of_ships(reading):
    found = reading("Pirates attacked 217 ships in 2009 and captured 47, officials said.")
    assert not found.events("captured")
