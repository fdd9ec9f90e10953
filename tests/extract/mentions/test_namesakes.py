"""A state of a federation is told from the state of its name by what the article says beside it and besides."""

import pytest


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A judge in Atlanta, Georgia, closed the case. Georgia appealed.", {"Region"}),
        ("A mill in the U.S. state of Georgia closed on Monday.", {"Region"}),
        ("Storms hit Georgia, Alabama and Florida on Monday.", {"Region"}),
        ("Gunmen attacked a village in Nigeria's Niger state.", {"Region"}),
        ("Russian troops entered Georgia on Monday.", {"State"}),
        ("He flew from Atlanta to Georgia and met Georgian officials.", {"State"}),
        ("Senators from Florida and Alabama met leaders of Georgia in Tbilisi.", {"State"}),
    ],
)
def test_which_of_two_a_name_means(reading, text, types):
    found = reading(text)
    assert (found.types("Georgia") | found.types("Niger") | found.types("Niger state")) - {"Settlement"} == types


def test_a_state_named_like_a_city_is_a_region(reading):
    assert reading("She teaches in the U.S. state of New York.").types("New York") == {"Region"}


def test_a_town_lies_in_the_part_of_the_federation(reading):
    found = reading("A judge in Atlanta, Georgia, closed the case on Monday.")
    assert ("locatedIn", "Atlanta", "Georgia") in found.relations
