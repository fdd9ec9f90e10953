"""What things are said to be, in words."""

import pytest


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("The senator described the company as a danger to the river.", "the company", "a danger to the river"),
        ("Albania was a founding partner of the scheme.", "Albania", "a founding partner of the scheme"),
        ("Albania, a founding partner of the scheme, voted against.", "Albania", "a founding partner of the scheme"),
    ],
)  # fmt: skip
def test_a_description_is_kept_in_its_words(reading, text, who, words):
    assert ("describedAs", who, words) in reading(text).relations


@pytest.mark.parametrize(
    "text",
    [
        "Ingrid Dahl is a professor at the University of Bergen.",
        "A bus caught fire in Windhoek, the capital of Namibia.",
        "The man was a danger to the river.",
        "The Coastal Herald is a newspaper.",
        "Oslo, week to 20 May 2023",
        "His cousin Omar, a sailor, a car carrier owned by Ray Car Carriers, was taken.",
    ],
)
def test_what_a_tie_says_or_a_class_says_is_no_description(reading, text):
    assert not [r for r in reading(text).relations if r[0] == "describedAs"]


def test_a_description_begins_with_what_it_says(reading):
    found = reading("Albania was also a founding partner of the scheme.").relations
    assert ("describedAs", "Albania", "a founding partner of the scheme") in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The French anti-air frigate FS Marsouin left Toulon.", ("FS Marsouin", "anti-air frigate")),
        ("The Islamic militant group Hamas rejected the plan.", ("Hamas", "Islamic militant group")),
        (
            "The nuclear-powered aircraft carrier FS Marsouin left Toulon.",
            ("FS Marsouin", "nuclear-powered aircraft carrier"),
        ),
    ],
)
def test_what_stands_before_a_name_describes_it(reading, text, expected):
    assert ("describedAs", *expected) in reading(text).relations


@pytest.mark.parametrize(
    "text",
    ["The state news agency MENA reported the arrest.", "The frigate FS Marsouin left Toulon.",
     "The French frigate FS Marsouin left Toulon."],
)  # fmt: skip
def test_a_class_and_a_state_before_a_name_are_no_description(reading, text):
    assert not [r for r in reading(text).relations if r[0] == "describedAs"]


@pytest.mark.parametrize(
    "text",
    [
        "Ora is to sail in May as part of what she says is a campaign against waste.",
        "Kenya does not have to choose between being a poor society and a society of law.",
        "The attacks raised tensions between Kenya and Uganda, both poor countries that have fought wars.",
        "The pope is calling Kenya and Uganda to work together for peace.",
    ],
)
def test_what_is_said_of_something_else_describes_nobody(reading, text):
    assert not [r for r in reading(text).relations if r[0] == "describedAs"]


def test_a_description_does_not_end_in_a_hyphen(reading):
    found = reading("The ministry described the Coastal Relief Fund as a large non-profit.").relations
    assert ("describedAs", "Coastal Relief Fund", "a large non-profit") in found


def test_a_name_describes_nothing(reading):
    assert not {r for r in reading("The rebels hold a town which is called Zomba.").relations if r[0] == "describedAs"}
