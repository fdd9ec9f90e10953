import pytest

from kg.extract.mentions.acronyms import is_acronym


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
