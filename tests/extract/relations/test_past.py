"""Ties that are told of as over are not stated."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "The Coastal Bank, formerly headed by Daniel Osei, went bankrupt.",
        "The Coastal Bank was headed for two decades by Daniel Osei.",
        "The Coastal Bank, headed until 2005 by Daniel Osei, went bankrupt.",
        "Daniel Osei led the Coastal Bank for two decades.",
        "Daniel Osei headed the Coastal Bank from 1995 to 2004.",
        "Daniel Osei, who once led the Coastal Bank, left Lisbon.",
        "Daniel Osei, who led the Coastal Bank during the 2020 war, left Lisbon.",
        "Daniel Osei used to lead the Coastal Bank.",
        "Daniel Osei said he had worked for the Coastal Bank.",
        "Daniel Osei, once the head of the Coastal Bank, left Lisbon.",
        "Daniel Osei was the head of the Coastal Bank until 2005.",
        "Daniel Osei was a member of the Coastal Bank's board between 1990 and 1999.",
        "The Coastal Bank was previously owned by Baltic Shipping Ltd.",
        "The Coastal Bank was based in Lisbon until 2005.",
    ],
)
def test_a_tie_that_is_over_is_none(reading, text):
    assert {r for r, *_ in reading(text).relations} <= {"title"}


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Osei has led the Coastal Bank for two decades.",
        "The Coastal Bank, headed by Daniel Osei, went bankrupt in 2005.",
        "Daniel Osei is the head of the Coastal Bank.",
    ],
)
def test_a_tie_that_goes_on_is_stated(reading, text):
    assert ("leaderOf", "Daniel Osei", "Coastal Bank") in reading(text).relations


def test_an_office_until_then_is_a_former_one(reading):
    found = reading("Daniel Osei was president of Gambia from 1994 to 2017.").relations
    assert found == {("title", "Daniel Osei", "former president")}


def test_the_year_of_what_happened_there_ends_no_whereabouts(reading):
    found = reading("They saw Mali's Gao region in August 2012.").relations
    assert ("locatedIn", "Gao region", "Mali") in found


def test_who_succeeded_whom_does_not_end(reading):
    assert ("successorOf", "Petra Novak", "Daniel Osei") in reading(
        "Petra Novak succeeded Daniel Osei in 1998."
    ).relations


def test_an_ousted_president_was_one(reading):
    assert ("title", "Ali Noor", "former president") in reading("Ousted president Ali Noor flew to Lisbon.").relations
