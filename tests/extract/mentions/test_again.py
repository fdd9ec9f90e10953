"""Names that one sentence gives away and another one uses again."""

import pytest

from kg.extract.lexicon import lexicon
from kg.extract.mentions.again import again, known
from kg.model import DocumentId, Kind, Mention, MentionId, Span


@pytest.fixture
def known_names(reading, ontology):
    """The names that a sentence holds by what is known of one person."""

    def find(name: str, sentence: str) -> list[str]:
        person = Mention(MentionId("m"), DocumentId("d"), Span(0, 1), name, "Person", Kind.NAME, 0.9, 0, 0)
        words = lexicon(ontology)
        (tree,) = reading(sentence).article.trees
        found = again(tree, known([person], words), words)
        return [" ".join(t.text for t in tree.tokens[n.start : n.end]) for n in found]

    return find


@pytest.mark.parametrize("alone", ["Otieno", "Achieng", "Grace"])
def test_any_name_of_a_person_may_stand_alone(known_names, alone):
    assert known_names("Grace Achieng Otieno", f"{alone} left.") == [alone]


def test_a_ship_is_known_without_the_letters_before_its_name(reading, ontology):
    ship = Mention(MentionId("m"), DocumentId("d"), Span(0, 1), "USS Ora Bay", "Vessel", Kind.NAME, 0.9, 0, 0)
    words = lexicon(ontology)
    (tree,) = reading("He said the Ora Bay was the third vessel to be hit.").article.trees
    assert [(n.start, n.end, n.type) for n in again(tree, known([ship], words), words)] == [(3, 5, "Vessel")]


@pytest.mark.parametrize("alone", ["Sofia", "Kenya"])
def test_a_name_that_is_a_places_may_not(known_names, alone):
    assert known_names(f"{alone} Maria Otieno", f"{alone} is far.") == []


def test_what_begins_with_a_surname_is_something_else(known_names):
    assert known_names("Petra Novak", "Novak Steel closed.") == []


def test_in_a_headline_capitals_say_nothing(known_names):
    assert known_names("Petra Novak", "Parliament Backs Novak Government") == ["Novak"]


def test_a_surname_brings_the_given_name_before_it(known_names):
    assert known_names("Novak", "Petra Novak left.") == ["Petra Novak"]


@pytest.mark.parametrize(("sentence", "found"), [("Haddad left.", ["Haddad"]), ("They read Al-Haddad.", [])])
def test_a_surname_is_known_without_its_particle_but_is_not_part_of_another_name(known_names, sentence, found):
    assert known_names("Omar al-Haddad", sentence) == found
