"""Holders: whom a relational noun describes."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Members of NATO, including Turkey and Norway, sent troops.",
        "NATO members such as Turkey and Norway sent troops.",
    ],
)
def test_a_plural_noun_describes_all_that_are_listed(reading, text):
    found = reading(text).relations
    assert {("memberOf", "Turkey", "NATO"), ("memberOf", "Norway", "NATO")} <= set(found)


def test_a_plural_noun_describes_all_that_stand_in_apposition_to_it(reading):
    text = (
        "The five permanent members of the Security Council, the United States, Britain, France, Russia and China, met."
    )
    found = {r[1] for r in reading(text).relations if r[0] == "memberOf"}
    assert {"United States", "Britain", "France", "Russia"} <= found


def test_a_plural_noun_describes_no_single_person(reading):
    found = reading("Lawyers for Ida Roos, a banker, left Lisbon.").relations
    assert not [r for r in found if r[2] == "lawyer"]


def test_of_several_clauses_the_noun_belongs_to_its_own(reading):
    found = reading("Ana Salas was born in Spain and is an accomplished actor.").relations
    assert ("title", "Ana Salas", "accomplished actor") in found


@pytest.mark.parametrize(
    ("text", "title", "headed"),
    [
        ("Ida Roos became president of Ghana on Monday.", "president", "Ghana"),
        ("Ida Roos was elected president of Ghana.", "president", "Ghana"),
        ("Lawmakers elected Ida Roos speaker of the parliament of Malta.", "speaker", "the parliament of Malta"),
        ("Ida Roos was sworn in as prime minister of Malta.", "prime minister", "Malta"),
        ("The king appointed Ida Roos as interior minister.", "interior minister", None),
        ("Ida Roos serves as ambassador to Chad.", "ambassador", None),
    ],
)
def test_whoever_is_put_into_an_office_holds_it(reading, text, title, headed):
    found = reading(text).relations
    assert ("title", "Ida Roos", title) in found
    assert [o for r, _, o in found if r == "leaderOf"] == [headed] * bool(headed)


def test_whoever_is_called_by_a_word_that_is_no_office_holds_none(reading):
    assert not reading("Ida Roos was named as a suspect. Ida Roos was accused of acting as a spy.").relations


def test_of_two_who_are_named_each_holds_his_own_office(reading):
    text = "President Moe appointed Ida Roos as prime minister and Omar Teal as head of the Lakes Bank."
    found = reading(text).relations
    assert {("title", "Ida Roos", "prime minister"), ("title", "Omar Teal", "head")} <= set(found)
    assert {s for r, s, _ in found if r == "leaderOf"} == {"Omar Teal"}
