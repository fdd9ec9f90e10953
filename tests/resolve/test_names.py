"""Names: keys that do not see what does not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.names import acronym, initials, normal, slug

names = st.text(alphabet="abcXYZéÖß '’-.,0漢", max_size=30)


@given(names)
def test_a_normal_form_is_its_own(name):
    assert normal(normal(name)) == normal(name)


@given(names)
def test_a_slug_is_plain_and_never_empty(name):
    made = slug(name)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert made == made.strip("-")


@given(names)
def test_a_slug_is_its_own_slug(name):
    assert slug(slug(name)) == slug(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Omar Haddad", "OMAR HADDAD"),
        ("The Coastal Herald", "Coastal Herald"),
        ("Park Min-ho", "Park Min Ho"),
        ("José Muñoz", "Jose Munoz"),
        ("Dr. Omar Haddad", "Omar Haddad"),
        ("Lt. Gen. Omar Haddad", "Omar Haddad"),
        ("Maj. Omar Haddad", "Omar Haddad"),
        ("St. Anna Hospital", "Saint Anna Hospital"),
        ("U.N.", "UN"),
        ("O’Neill", "O'Neill"),
        ("Haddad's", "Haddad"),
        ("President Omar Haddad", "Omar Haddad"),
        ("North  Sea\nFund", "North Sea Fund"),
    ],
)
def test_one_normal_form(one, other):
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Omar Haddad", "Samir Haddad"), ("North Fund", "South Fund"), ("St. Anna", "Anna")]
)
def test_two_normal_forms(one, other):
    assert normal(one) != normal(other)


@pytest.mark.parametrize("name", ["The", "President", "Dr.", "Gen."])
def test_a_title_alone_is_kept(name):
    assert normal(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Omar Haddad", "omar-haddad"),
        ("Ľudovít Ódor", "ludovit-odor"),
        ("7th Armoured Brigade", "7th-armoured-brigade"),
        ("金正恩", "entity"),
        ("", "entity"),
        ("a" * 200, "a" * 80),
    ],
)
def test_slug(name, expected):
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Organisation for the Prohibition of Chemical Weapons", "OPCW"),
        ("Northern Fishing Association", "NFA"),
        ("Asia-Pacific Forum", "APF"),
        ("nothing capital", ""),
        ("", ""),
    ],
)
def test_acronym(name, expected):
    assert acronym(name) == expected


def test_initials_are_of_all_words_but_those_that_join():
    assert initials("Union of the free islands") == "UFI"
