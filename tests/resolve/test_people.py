"""Short forms of people's names: whose they are, and when nobody can tell."""

import pytest

from kg.resolve.local import Local
from kg.resolve.people import Fit, fit


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Haddad", "Omar Haddad", Fit.END),
        ("Omar", "Omar Haddad", Fit.END),
        ("Luz Vega", "Ana Luz Vega", Fit.END),
        ("Haddad", "Omar al-Haddad", Fit.END),
        ("al-Haddad", "Omar Haddad", Fit.END),
        ("Mr. Haddad", "Omar Haddad", Fit.END),
        ("da Costa", "Rui da Costa", Fit.END),
        ("Vega", "Ana Vega Jr", Fit.END),
        ("Luz", "Ana Luz Vega", Fit.INSIDE),
        ("Ana Vega", "Ana Luz Vega", None),
        ("Vega", "Ana Vega-Ortiz", None),
        ("Ana Vega", "Ana Vega Jr", None),
        ("Vega Jr", "Ana Vega", None),
        ("Omar Haddad", "Omar Haddad", None),
        ("Omar Haddad", "Haddad", None),
    ],
)
def test_fit(short, full, expected):
    assert fit(short, full) is expected


@pytest.fixture(scope="session")
def clusters(draft, ontology):
    """The clusters of an article of these names, each as the list of its names."""

    def find(*names):
        made = draft("a")
        for name in names:
            made.person(name)
        return [[m.text for m in c.mentions] for c in Local(made.extraction(), ontology).clusters()]

    return find


def test_a_middle_name_joins_the_only_name_it_is_in(clusters):
    assert clusters("Ana Luz Vega", "Luz") == [["Ana Luz Vega", "Luz"]]


def test_a_middle_name_of_two_joins_neither(clusters):
    assert clusters("Ana Luz Vega", "Eva Luz Ortiz", "Luz") == [["Ana Luz Vega"], ["Eva Luz Ortiz"], ["Luz"]]


def test_father_and_son_are_two(clusters):
    assert clusters("Rui Costa Jr", "Rui Costa") == [["Rui Costa Jr"], ["Rui Costa"]]


def test_a_surname_means_now_the_one_and_then_the_other(clusters):
    """Each time whom the article has just named."""
    names = ("Omar Haddad", "Haddad", "Petra Novak", "Samir Haddad", "Haddad")
    assert clusters(*names) == [["Omar Haddad", "Haddad"], ["Petra Novak"], ["Samir Haddad", "Haddad"]]


def test_who_is_named_far_more_often_is_meant(clusters):
    names = ("Omar Haddad", "Haddad", "Haddad", "Samir Haddad", "Haddad")
    assert clusters(*names) == [["Omar Haddad", "Haddad", "Haddad", "Haddad"], ["Samir Haddad"]]


def test_a_name_that_ends_a_sentence_is_no_title(clusters):
    assert ["Samir Haddad", "Haddad"] in clusters("Haddad", "Omar Haddad", "Samir Haddad", "Haddad")


def written(draft, ontology, *words):
    """The clusters of an article of these words, the capitalised last of each being a name."""
    made = draft("a")
    for phrase in words:
        before, _, name = phrase.rpartition(" ")
        made.text += f"{before} "
        made.person(name.replace("_", " "))
    return [[m.text for m in c.mentions] for c in Local(made.extraction(), ontology).clusters()]


def test_a_title_tells_two_apart(draft, ontology):
    found = written(draft, ontology, "Judge Omar_Haddad", "and Mayor Samir_Haddad", "but Judge Haddad")
    assert found == [["Omar Haddad", "Haddad"], ["Samir Haddad"]]


@pytest.mark.parametrize("word", ["elder", "younger"])
def test_who_is_told_from_the_rest_of_a_family_joins_nobody(draft, ontology, word):
    found = written(draft, ontology, "by Omar_Haddad", "and Haddad", f"and the {word} Haddad")
    assert found == [["Omar Haddad", "Haddad"], ["Haddad"]]


def test_the_elder_and_the_younger_are_two_in_every_article(draft, ontology):
    made = draft("a")
    for before in ("the elder ", "the younger "):
        made.text += before
        made.person("Haddad")
    first, second = Local(made.extraction(), ontology).clusters()
    assert first.key != second.key
