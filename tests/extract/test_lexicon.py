"""Lexicon: words and names -> classes, by the ontology's lists and the reference data."""

import pytest

from kg.extract.lexicon import lexicon


@pytest.fixture(scope="module")
def words(ontology):
    return lexicon(ontology)


@pytest.mark.parametrize(
    ("lemma", "plural", "expected"),
    [
        ("soldier", False, "Person"),
        ("soldier", True, "MilitaryUnit"),
        ("official", False, "Person"),
        ("official", True, "Group"),
        ("regiment", False, "MilitaryUnit"),
        ("village", False, "Settlement"),
        ("missile", True, "Weapon"),
        ("ministry", False, "GovernmentBody"),
        ("newspaper", False, "MediaOrganization"),
    ],
)
def test_the_class_of_a_noun(words, lemma, plural, expected):
    assert words.of_noun(lemma, plural=plural) == expected


def test_a_longer_head_wins(words):
    assert words.of_noun("agency", ["news"]) == "MediaOrganization"
    assert words.of_noun("agency", []) == "GovernmentBody"


def test_a_noun_of_no_class_is_none(words):
    assert words.of_noun("happiness") is None


@pytest.mark.parametrize(
    ("label", "name", "expected"),
    [
        ("Person", "Marta Oliveira", "Person"),
        ("Place", "Uganda", "State"),
        ("Organization", "Uganda", "State"),
        ("Place", "Marib Governorate", "Region"),
        ("Place", "Heron Bay", "Place"),
        ("Organization", "Ministry of Defence", "GovernmentBody"),
        ("Organization", "Coastal Herald", "MediaOrganization"),
        ("Organization", "Baltic Shipping Ltd.", "Company"),
        ("Organization", "14th Mountain Brigade", "MilitaryUnit"),
        ("Organization", "Northern Fishing Association", "Organization"),
        ("Facility", "Harbour Point Airport", "Facility"),
        ("Weapon", "Harpoon", "Weapon"),
        ("Organization", "House of Representatives", "GovernmentBody"),
        ("Organization", "Friends of Lakeford", "Organization"),
        ("Organization", "Baltic Broadcasting Corporation", "MediaOrganization"),
        ("Organization", "Baltic Harbour Corporation", "Company"),
        ("Organization", "Northern Task Group", "MilitaryUnit"),
        ("Place", "Pentagon", "GovernmentBody"),
        ("Organization", "Asad regime", "GovernmentBody"),
    ],
)
def test_the_class_of_a_name(words, label, name, expected):
    assert words.of_name(label, name) == expected


@pytest.mark.parametrize("label", ["Date", "Quantity", "Title", "NoSuchLabel"])
def test_a_label_that_names_no_thing_has_no_class(words, label):
    assert words.of_label(label) is None
    assert words.of_name(label, "Tuesday") is None


def test_every_class_the_annotator_can_find_is_reached(words, ontology):
    assert all(words.of_label(label) == name for name, e in ontology.entities.items() for label in e.annotator)


@pytest.mark.parametrize(
    ("form", "expected"), [("he", {"Person"}), ("Her", {"Person"}), ("they", {"Group", "MilitaryUnit"}), ("we", set())]
)
def test_the_classes_of_a_pronoun(words, form, expected):
    assert set(words.of_pronoun(form)) == expected


def test_a_part_covers_the_classes_below_it(words):
    assert words.is_a("Company", "organization")
    assert not words.is_a("Organization", "company")


def test_plain_words_for_forces(words):
    assert words.is_plain("troop")
    assert words.is_plain("soldier")
    assert not words.is_plain("regiment")


def test_offices_and_honorifics(words):
    assert words.is_office("president")
    assert words.is_office("mr.")
    assert not words.is_office("table")


def test_a_lexicon_is_made_once_per_ontology(ontology, words):
    assert lexicon(ontology) is words


@pytest.mark.parametrize(
    ("name", "noun", "may_be"),
    [("Fisheries Council", "ministry", False), ("Fisheries Council", "council", True), ("Ora", "agency", True),
     ("Knesset", "government", False), ("Pentagon", "department", True)],
)  # fmt: skip
def test_what_a_body_may_be_called(words, name, noun, may_be):
    assert words.may_be_called(name, noun) is may_be
