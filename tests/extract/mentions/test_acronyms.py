import pytest

from kg.extract.mentions.acronyms import initials, is_acronym, is_given


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


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("the Popular Lakes Front (FPL) said", "Popular Lakes Front", "FPL"),
        ("the Popular Lakes Front, or FPL, said", "Popular Lakes Front", "FPL"),
        ("the Popular Lakes Front, also known as the FPL.", "Popular Lakes Front", "FPL"),
    ],
)
def test_letters_that_a_text_gives_for_a_name_in_any_language(text, full, short):
    start = text.index(short)
    assert is_given(text, text.index(full) + len(full), (start, start + len(short)))


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("the Lakes Front (with FPL) said", "Lakes Front", "FPL"),
        ("the Lakes Front or FPL said", "Lakes Front", "FPL"),
        ("the Lakes Front (Chad) said", "Lakes Front", "Chad"),
        ("the Lakes Front (FPL and others) said", "Lakes Front", "FPL"),
    ],
)
def test_letters_of_something_else(text, full, short):
    start = text.index(short)
    assert not is_given(text, text.index(full) + len(full), (start, start + len(short)))


def test_letters_in_another_language_are_the_organization(reading):
    found = reading("Fighters of the Kurdistan Workers Party, or PKK, attacked a village in Turkey on Monday.")
    assert {found.root(m.id).text for m in found.named("PKK")} == {"Kurdistan Workers Party"}


def test_letters_behind_a_description_are_what_is_described(reading):
    found = reading("The French news agency (AFP) said on Monday that two men had died in Bamako.")
    assert {m.text for m in found.article.mentions.all.values() if m.antecedent} == {"The French news agency"}
