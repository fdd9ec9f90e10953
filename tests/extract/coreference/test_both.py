"""Two that are meant together."""

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Peru borders Chile. The two countries signed an agreement in Lima.", "agreement", {"Peru", "Chile"}),
        ("Chad left the fair. Its daily says that Mali is next door, and that the two countries agreed to talk.",
         "agreed", {"Chad", "Mali"}),
        ("Petra Novak wrote to Omar Haddad, and the two leaders agreed to talk.", "agreed",
         {"Petra Novak", "Omar Haddad"}),
        ("Peru borders Chile. Both neighbouring countries signed an agreement in Lima.", "agreement",
         {"Peru", "Chile"}),
    ],
)  # fmt: skip
def test_the_two_that_were_just_named_are_meant(reading, text, trigger, actors):
    assert reading(text).roles(trigger)["actor"] == actors


@pytest.mark.parametrize(
    "text",
    [
        "Peru, Chile and Bolivia share a lake. The two countries signed an agreement in Lima.",
        "Peru has a new president. The two countries signed an agreement in Lima.",
        "Peru borders Chile. The ferry sank. It was old. The two countries signed an agreement in Lima.",
    ],
)
def test_of_three_or_of_one_nobody_knows_which(reading, text):
    assert not reading(text).events("agreement")


def test_both_speak(reading):
    text = "Peru borders Chile. The two countries said that six soldiers had died in Mali."
    assert reading(text).sources("died") == {"Peru", "Chile"}


def test_leaders_of_one_state_are_not_whoever_was_named(reading):
    found = reading("Petra Novak wrote to Omar Haddad, and the two Chadian leaders agreed to talk.")
    assert found.roles("agreed")["actor"] == {"the two Chadian leaders"}


def test_two_men_are_not_whoever_was_named(reading):
    found = reading("Petra Novak accused Omar Haddad. The two men were arrested in Gao.")
    assert found.roles("arrested")["target"] == {"The two men"}
