"""Where things lie."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops landed on the Greek island of Lesbos.", ("Lesbos", "Greek")),
        ("Police searched a firm in Dalian in China's northeast.", ("Dalian", "China")),
        ("A bomb exploded in the town of Dalby in southern Norway.", ("Dalby", "southern Norway")),
        ("The trial opened in Jaramana, a suburb of Damascus.", ("Jaramana", "Damascus")),
        ("The trial opened in Gulu, Uganda.", ("Gulu", "Uganda")),
    ],
)
def test_a_place_lies_in_another(reading, text, expected):
    assert ("locatedIn", *expected) in reading(text).relations


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian soldiers in Mali met officials.",
        "Police searched a spot in Kenya.",
        "A tanker sank at sea in the region.",
        "Police searched the Russian base of Tarma.",
    ],
)
def test_what_is_only_there_or_anywhere_lies_nowhere(reading, text):
    assert not [r for r in reading(text).relations if r[0] == "locatedIn"]


def test_a_quarter_of_a_state_lies_in_it(reading):
    found = reading("Two men were arrested in Temuco in southern Chile.").relations
    assert {("locatedIn", "Temuco", "southern Chile"), ("locatedIn", "southern Chile", "Chile")} <= set(found)


def test_a_colony_does_not_lie_in_its_state(reading):
    assert not reading("Troops left the British colony of Aden in 1967.").relations


def test_a_building_is_in_the_town_before_it(reading):
    found = reading("He was arrested at the Tbilisi airport.").relations
    assert found == {("locatedIn", "the Tbilisi airport", "Tbilisi")}


def test_where_somebody_is_met_is_not_where_it_is(reading):
    found = reading("Kenyan envoys spoke with the Coastal Relief Fund in Goma.").relations
    assert not [r for r in found if r[:2] == ("locatedIn", "Coastal Relief Fund")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea's nuclear plants are old.", {("locatedIn", "North Korea's nuclear plants", "North Korea")}),
        ("Chad has agreed to close its airports.", {("locatedIn", "its airports", "Chad")}),
        ("Turkey's bases in Iraq are new.", set()),
        ("Turkey's embassy was closed.", set()),
    ],
)
def test_a_states_buildings_stand_in_it_but_for_those_it_has_abroad(reading, text, expected):
    states = {"North Korea", "Chad", "Turkey"}
    assert {r for r in reading(text).relations if r[0] == "locatedIn" and r[2] in states} == expected


def test_places_in_a_list_lie_in_each_other_only_if_they_do(reading):
    found = {
        r[1:] for r in reading("Teams of Quebec, Panama and Ghana met. Roe left Kyoto, Japan and Ghana.").relations
    }
    assert ("Quebec", "Panama") not in found
    assert ("Kyoto", "Japan") in found
