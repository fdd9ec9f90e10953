import pytest

from kg.extract.mentions.acronyms import initials, is_acronym


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("BCNA", "Baltic Central News Agency", True),
        ("OPCW", "Organisation for the Prohibition of Chemical Weapons", True),
        ("U.N.", "United Nations", True),
        ("BCNA", "Central News Agency", False),
        ("Bcna", "Baltic Central News Agency", False),
        ("A", "Agency", False),
        ("NFA", "", False),
    ],
)
def test_is_acronym(short, full, expected):
    assert is_acronym(short, full) is expected


def test_the_words_before_an_acronym_are_its_long_form(reading):
    found = reading("The National Harbour Scheme (NHS) closed two docks in Ostend.")
    assert {found.root(m.id).text for m in found.named("NHS")} == {"National Harbour Scheme"}


@pytest.mark.parametrize(
    ("short", "words", "first"),
    [("NHS", ["the", "National", "Health", "System"], 1), ("BJP", ["in", "Bharatiya", "Janata", "Party"], 1),
     ("OPCW", "Organisation for the Prohibition of Chemical Weapons".split(), 0), ("WHO", ["in", "Geneva"], None),
     ("AB", ["Army", "of", "Chad"], None)],
)  # fmt: skip
def test_the_initials_of_capitalised_words(short, words, first):
    assert initials(short, words) == first
