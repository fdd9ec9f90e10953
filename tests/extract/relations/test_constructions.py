"""Ties by participles, verbs, prepositions, possessors and demonyms."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Iran-backed militia attacked Lisbon.", ("alliedWith", "The Iran-backed militia", "Iran")),
        ("Iran is supporting the Ora Brigade with weapons.", ("alliedWith", "Ora Brigade", "Iran")),
        ("The Institute for Polar Research at Uppsala University published the data.",
         ("partOf", "The Institute for Polar Research at Uppsala University", "Uppsala University")),
        ("Kenyan state television reported the arrest.", ("controlledBy", "Kenyan state television", "Kenyan")),
        ("The Chilean Navy rescued the crew.", ("ofState", "Chilean Navy", "Chilean")),
    ],
)  # fmt: skip
def test_a_construction_states_a_tie(reading, text, expected):
    assert expected in reading(text).relations


def test_each_owner_has_its_own_forces(reading):
    found = reading("Australian, British and Japanese forces took part in the drills.").relations
    assert {o for r, _, o in found if r == "ofState"} == {"Australian", "British", "Japanese"}
    assert len({s for r, s, _ in found if r == "ofState"}) == 3


def test_an_official_delegation_is_run_by_nobody(reading):
    found = reading("The official Kenyan delegation left Lisbon.").relations
    assert not [r for r in found if r[0] == "controlledBy"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petra Novak of the Labour Party was elected.", ("memberOf", "Petra Novak", "Labour Party")),
        ("The Labour Party's Petra Novak was elected.", ("memberOf", "Petra Novak", "Labour Party")),
        ("Migrants from Eritrea reached Lisbon.", ("ofState", "Migrants from Eritrea", "Eritrea")),
        ("A Malta company sold the tanker.", ("ofState", "A Malta company", "Malta")),
    ],
)
def test_people_and_companies_are_of_what_their_words_name(reading, text, expected):
    assert expected in reading(text).relations


@pytest.mark.parametrize("text", ["Pro-Kenyan rebels attacked Lisbon.", "Petra Novak of Lisbon was elected."])
def test_a_side_or_a_town_is_nobodys_state_or_party(reading, text):
    assert not {r for r, _, _ in reading(text).relations} & {"ofState", "memberOf"}


@pytest.mark.parametrize(
    "text",
    ["The alliance between Kenya and Rwanda has lasted.", "Kenya's alliance with Rwanda has lasted."],
)
def test_an_alliance_ties_its_two_sides(reading, text):
    assert ("alliedWith", "Kenya", "Rwanda") in reading(text).relations


def test_an_alliance_of_nobody_named_ties_nobody(reading):
    found = reading("The alliance between the farmers and Kenya has lasted.").relations
    assert not [r for r in found if r[0] == "alliedWith"]


def test_allies_are_of_no_state_that_has_them(reading):
    found = reading("Kenya's allies rejected the plan.").relations
    assert not [r for r in found if r[0] == "ofState"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Taliban militants were arrested near Kabul.", ("memberOf", "Two Taliban militants", "Taliban")),
        ("Officials of NATO met in Oslo on Monday.", ("memberOf", "Officials of NATO", "NATO")),
    ],
)
def test_people_of_an_organization_are_its_members(reading, text, expected):
    assert expected in reading(text).relations


@pytest.mark.parametrize(
    "text",
    ["Critics of NATO met in Oslo on Monday.", "Taliban prisoners were freed near Kabul.",
     "Anti-NATO activists met in Oslo on Monday."],
)  # fmt: skip
def test_who_is_only_concerned_with_it_is_no_member(reading, text):
    assert not [r for r in reading(text).relations if r[0] == "memberOf"]


@pytest.mark.parametrize(
    "text",
    ["Ethnic Kenyan rebels fled the town.", "No Kenyan officials were hurt.", "Kenya's neighbours closed the border."],
)
def test_not_every_adjective_of_a_state_says_whose_people_are(reading, text):
    assert not [r for r in reading(text).relations if r[0] == "ofState"]


def test_people_called_by_their_state_are_of_it(reading):
    found = {r for r in reading("Two Chileans were arrested in Bergen.").relations if r[0] == "ofState"}
    assert [(s.split()[-1], o) for _, s, o in found] == [("Chileans", "Chilean")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three South Africans were killed in Bergen.", ("ofState", "South Africans", "South African")),
        ("Police arrested a South Korean in Bergen.", ("ofState", "a South Korean", "South Korean")),
        ("Two Chileans and one Uruguayan were killed.", ("ofState", "one Uruguayan", "Uruguayan")),
    ],
)
def test_people_are_of_the_state_whose_adjective_they_are_called_by(reading, text, expected):
    assert expected in reading(text).relations


def test_a_people_of_one_state_in_another_is_of_neither(reading):
    found = reading("Turkish Cypriot leader Ali Noor met Bosnian Serb officials in Lisbon.").relations
    assert not [r for r in found if r[0] in {"ofState", "leaderOf"}]


def test_who_is_for_or_against_an_organization_is_not_in_it(reading):
    found = reading("A steady critic of the Coastal Relief Fund left Lisbon.").relations
    assert not [r for r in found if r[0] == "worksFor"]


def test_people_of_a_states_army_are_of_the_state(reading):
    found = reading("Another 47 Indian military doctors have received permission to enter Chad.").relations
    assert {(r, o) for r, _, o in found} == {("ofState", "Indian")}
