"""Relational nouns: whose office it is, and what it makes of its holder."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan foreign ministry spokesman Ali Noor denied the report.",
         ("worksFor", "Ali Noor", "Kenyan foreign ministry")),
        ("Kenyan foreign ministry spokesman Ali Noor denied the report.",
         ("ofState", "Kenyan foreign ministry", "Kenyan")),
        ("Kenyan Foreign Minister Grace Otieno left Lisbon.", ("ofState", "Grace Otieno", "Kenyan")),
        ("The foreign minister of Kenya, Grace Otieno, left Lisbon.", ("ofState", "Grace Otieno", "Kenya")),
        ("Former Peruvian Prime Minister Ana Salas left Lisbon.", ("ofState", "Ana Salas", "Peruvian")),
        ("NATO Secretary General Jan Visser left Lisbon.", ("leaderOf", "Jan Visser", "NATO")),
        ("General Tariq Aziz of the Pakistani army left Lisbon.", ("memberOf", "Tariq Aziz", "the Pakistani army")),
        ("Omar Kirui, the Coastal Relief Fund's head of research, left Lisbon.",
         ("worksFor", "Omar Kirui", "Coastal Relief Fund")),
        ("The Coastal Relief Fund, whose director Omar Kirui left Lisbon, denied it.",
         ("leaderOf", "Omar Kirui", "Coastal Relief Fund")),
        ("Omar Kirui, the head of UNHCR in Chad, left Lisbon.", ("worksFor", "Omar Kirui", "UNHCR")),
        ("Senior Hamas commander Omar Kirui left Lisbon.", ("worksFor", "Omar Kirui", "Hamas")),
        ("Omar Kirui, a top leader of Hamas, left Lisbon.", ("worksFor", "Omar Kirui", "Hamas")),
        ("Floods hit Mozambique. Omar Kirui left the capital, Maputo.", ("capitalOf", "Maputo", "Mozambique")),
        ("Managing director Omar Kirui left Lisbon.", ("title", "Omar Kirui", "managing director")),
        ("Omar Kirui, Kenya's ex-prime minister, left Lisbon.", ("title", "Omar Kirui", "former prime minister")),
        ("A former navy officer, Omar Kirui, left Lisbon.", ("title", "Omar Kirui", "former officer")),
        ("Omar Kirui, co-chair of the Lakes Board, left Lisbon.", ("title", "Omar Kirui", "co-chair")),
        ("Colonel General Omar Kirui left Lisbon.", ("title", "Omar Kirui", "colonel general")),
        ("President-elect Omar Kirui left Lisbon.", ("title", "Omar Kirui", "president-elect")),
        ("Former student leader Omar Kirui left Lisbon.", ("title", "Omar Kirui", "former student leader")),
        ("Public Security Minister Omar Kirui left Lisbon.", ("title", "Omar Kirui", "public security minister")),
        ("Omar Kirui, deputy head of the Coastal Relief Fund, left Lisbon.",
         ("worksFor", "Omar Kirui", "Coastal Relief Fund")),
        ("Omar Kirui, a deputy department director of the Coastal Relief Fund, left Lisbon.",
         ("title", "Omar Kirui", "deputy department director")),
    ],
)  # fmt: skip
def test_an_office_ties_its_holder(reading, text, expected):
    assert expected in reading(text).relations


@pytest.mark.parametrize(
    "text",
    [
        "Coastal Relief Fund finance director Omar Kirui left Lisbon.",
        "Omar Kirui, deputy head of the Coastal Relief Fund, left Lisbon.",
        "Omar Kirui, deputy department head at the Coastal Relief Fund, left Lisbon.",
        "Omar Kirui, Kenya's deputy president, left Lisbon.",
        "General Tariq Aziz of the Pakistani army left Lisbon.",
        "Omar Kirui, Kenya's ex-prime minister, left Lisbon.",
        "Omar Kirui, the Coastal Relief Fund's head of research, left Lisbon.",
        "Omar Kirui, director of exhibits at Lakes University, left Lisbon.",
        "Omar Kirui, the head of UNHCR in Chad, left Lisbon.",
        "Former paramilitary leader Omar Kirui left Lisbon.",
        "Egypt hosted Omar Kirui, the prime minister toppled in 2021.",
        "Police arrested Omar Kirui, the army commander until Tuesday, on Friday.",
        "Former Peruvian President Ana Salas, the banker who built the port, left Lisbon.",
    ],
)
def test_not_every_office_leads(reading, text):
    assert not [r for r in reading(text).relations if r[0] == "leaderOf"]


def test_a_leader_of_a_body_is_not_said_to_work_for_it_as_well(reading):
    found = reading("Vice Admiral Tom Berg, the head of Norway's navy, left Lisbon.").relations
    assert {r for r, s, _ in found if s == "Tom Berg"} == {"title", "leaderOf"}


def test_several_who_hold_one_office_each_hold_it_where_their_name_says(reading):
    found = reading("Presidents Tariq Aziz of Kenya and Omar Kirui of Uganda left Lisbon.").relations
    assert {("title", "Tariq Aziz", "president"), ("title", "Omar Kirui", "president")} <= set(found)
    assert {r for r in found if r[0] == "leaderOf"} == {
        ("leaderOf", "Tariq Aziz", "Kenya"), ("leaderOf", "Omar Kirui", "Uganda")
    }  # fmt: skip


def test_two_offices_joined_are_held_in_one_body(reading):
    found = reading("Ida Roos is the founder and chair of the Coastal Relief Fund.").relations
    assert ("leaderOf", "Ida Roos", "Coastal Relief Fund") in found


def test_a_repeated_description_gives_no_title_anew(reading):
    text = "Kenyan President Ida Roos left Lisbon. The president returns on Monday."
    found = [r for r in reading(text).extraction.relations if r.type == "title"]
    assert len(found) == 1


def test_all_of_several_subjects_are_members(reading):
    found = reading("Kenya and Uganda are members of the Coastal Union.").relations
    assert {s for r, s, _ in found if r == "memberOf"} >= {"Kenya", "Uganda"}


def test_of_several_offices_in_several_states_nobody_knows_who_holds_which(reading):
    found = reading("Omar Haddad and Petra Novak are presidents of Kenya and Uganda.").relations
    assert not [r for r in found if r[0] == "leaderOf"]


@pytest.mark.parametrize("phrase", ["new president", "embattled president", "longtime president"])
def test_what_is_said_of_who_holds_an_office_is_no_part_of_the_title(reading, phrase):
    found = reading(f"Ann Poe, the {phrase} of Chad, visited Oslo.")
    assert ("title", "Ann Poe", "president") in found.relations


def test_nobody_leads_a_person(reading):
    found = reading("Barack Obama heard his top commander in Afghanistan General Stanley McChrystal.").relations
    assert {r for r, *_ in found} <= {"title"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A NASA spokeswoman left Lisbon.", ("A NASA spokeswoman", "NASA")),
        ("A Kenyan army officer left Lisbon.", ("A Kenyan army officer", "Kenyan army")),
        ("An official with the Coastal Relief Fund left Lisbon.",
         ("An official with the Coastal Relief Fund", "Coastal Relief Fund")),
    ],
)  # fmt: skip
def test_who_is_told_of_by_a_post_alone_has_it(reading, text, expected):
    assert ("worksFor", *expected) in reading(text).relations


@pytest.mark.parametrize("text", ["A Taliban commander was killed.", "A former NASA spokeswoman left Lisbon."])
def test_who_is_told_of_by_an_office_alone_leads_nobody(reading, text):
    assert not reading(text).relations


def test_an_office_that_the_clause_hangs_on_is_still_a_title(reading):
    found = reading("The National Security Minister, John Michuki, defended the raids.").relations
    assert {r for r, s, _ in found if s == "John Michuki"} == {"title"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway, a member of the Quad along with India, Japan and Australia, denied it.",
        "Omar Kirui, a former navy officer, left Lisbon.",
        "A guest at Lakes University left Lisbon.",
        "Omar Kirui, a professor of government, left Lisbon.",
        "Omar Kirui, the co-founder of the Lakes Front, left Lisbon.",
        "Omar Kirui, an economist who studied at Lakes University, left Lisbon.",
    ],
)
def test_neither_company_nor_what_is_over_is_a_tie(reading, text):
    assert not {r[0] for r in reading(text).relations} & {"memberOf", "worksFor"}


def test_who_is_told_of_by_a_post_alone_has_its_title(reading):
    found = reading("An unnamed official with the Lakes Trade Board denied it.").relations
    assert ("title", "An unnamed official with the Lakes Trade Board", "official") in found


def test_whose_child_somebody_without_a_name_is(reading):
    found = reading("Omar Kirui came to Lisbon with his daughter, whose name is not known.")
    assert ("childOf", "his daughter", "Omar Kirui") in found.relations
