"""Which is which, by words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate import align
from kg.evaluate.facts import Facts, Passage, Thing
from kg.ontology import load


def thing(name: str, *mentions: str, type_: str = "Person") -> Thing:
    return Thing(name, type_, (name,), tuple(Passage(m, "doc") for m in mentions), is_named=True)


def facts(*things: Thing) -> Facts:
    return Facts((), things, (), ())


def aligned(gold: list[Thing], built: list[Thing]) -> dict[str, str]:
    return dict(align.things(facts(*gold), facts(*built), load()))


@pytest.mark.parametrize(
    ("raw", "plain"), [("The  Coast Guard’s", "coast guard"), ("“Vos,”", "vos"), ("a raid", "raid"), ("Thea", "thea")]
)
def test_normal(raw, plain):
    assert align.normal(raw) == plain


@given(st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), min_size=1), st.data())
def test_every_run_of_words_is_contained(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert align.contains(" ".join(words), " ".join(words[start:end]))


def test_a_part_of_a_word_is_not_contained():
    assert not align.contains("north koreans", "korean")


def test_a_long_form_aligns_with_the_name_in_it():
    assert aligned([thing("Ida Roos", "General Ida Roos")], [thing("Ida Roos")]) == {"Ida Roos": "Ida Roos"}


def test_a_shared_word_of_another_class_is_not_enough():
    troops = thing("Ruritanian troops", type_="MilitaryUnit")
    assert aligned([troops], [thing("Ruritanian", type_="State")]) == {}


def test_the_best_pair_wins_and_the_rest_gets_what_is_left():
    gold = [thing("Vos", type_="Person"), thing("Jan Vos", type_="Person")]
    assert aligned(gold, list(reversed(gold))) == {"Vos": "Vos", "Jan Vos": "Jan Vos"}


def test_alignment_does_not_depend_on_the_order():
    gold = [thing("A B"), thing("B C"), thing("C D")]
    built = [thing("B"), thing("C"), thing("D")]
    assert aligned(gold, built) == aligned(gold[::-1], built[::-1])


def test_classes_are_related_along_the_tree_only():
    ontology = load()
    assert align.related("Organization", "Company", ontology)
    assert align.related("Company", "Organization", ontology)
    assert not align.related("Company", "GovernmentBody", ontology)


def test_the_root_of_all_events_is_comparable_with_none():
    assert not align.is_comparable("Event", "Attack", load())
    assert align.is_comparable("Transfer", "ArmsTransfer", load())
