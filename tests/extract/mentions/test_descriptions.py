"""Descriptions: what a noun names, and the name that stands beside it."""

import pytest

from kg.model import Kind


def test_an_apposition_names_the_same_thing(reading):
    found = reading("Elena Marsh, the head of the Northern Fishing Association, met officials in Lisbon.")
    (head,) = (m for m in found.article.mentions.all.values() if m.text.startswith("the head"))
    assert found.article.mentions[head.antecedent].text == "Elena Marsh"


def test_an_ally_of_a_state_is_not_that_state(reading):
    found = reading("Belarus is a close ally of Russia.")
    assert all(m.antecedent is None for m in found.article.mentions.all.values())


def test_a_town_is_the_town_of_its_name(reading):
    found = reading("Ethiopian troops entered the border town of Moyale.")
    (town,) = (m for m in found.article.mentions.all.values() if m.text.startswith("the border town"))
    assert found.article.mentions[town.antecedent].text == "Moyale"


def test_coordinated_modifiers_belong_to_the_phrase(reading):
    found = reading("The rebels left the border, according to Polish and Western intelligence sources.")
    assert found.named("Polish and Western intelligence sources")


@pytest.mark.parametrize("text", ["The alliance between Chad and Mali was sealed.", "It left its alliance with Mali."])
def test_an_alliance_of_two_is_no_organization(reading, text):
    assert not any("alliance" in m.text for m in reading(text).article.mentions.all.values())


def test_an_alliance_by_itself_is_an_organization(reading):
    assert reading("The alliance said that six soldiers died in Mali.").types("The alliance") == {"Organization"}


def test_a_blast_of_a_bomb_is_no_bomb(reading):
    assert reading("A bomb blast in Cairo killed 25 people.").named("A bomb blast in Cairo") == []


def test_people_of_a_faith_or_of_no_state_are_a_named_group(reading):
    found = reading("Muslims and Kurds protested in Lisbon.")
    assert {(m.type, m.kind) for name in ("Muslims", "Kurds") for m in found.named(name)} == {("Group", Kind.NAME)}


@pytest.mark.parametrize("phrase", ["Western intelligence agencies", "foreign companies", "two state broadcasters"])
def test_several_organizations_are_a_group(reading, phrase):
    read = reading(f"{phrase[0].upper()}{phrase[1:]} said that six soldiers had died in Mali.")
    assert {m.type for m in read.article.mentions.all.values() if m.text.lower() == phrase.lower()} == {"Group"}


def test_police_are_one_body_though_the_word_is_plural(reading):
    assert reading("Chilean police closed the road on Monday.").types("Chilean police") == {"GovernmentBody"}


@pytest.mark.parametrize(
    "text", ["They swam along the coast of Zanzibar, Tanzania.", "They met on the outskirts of Moyale."]
)
def test_a_part_of_a_place_is_neither_it_nor_what_is_named_after_it(reading, text):
    described = (m for m in reading(text).article.mentions.all.values() if m.kind is Kind.NOMINAL)
    assert all(m.antecedent is None for m in described)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("A Malian judge on Monday convicted the mayor of bribery.", "A Malian judge"),
        ("The coalition in the last 24 hours attacked the port of Gao.", "The coalition"),
        ("Four sailors since November 2023 have been killed.", "Four sailors"),
        ("The army recaptured the old fort in Gao from the rebels.", "the old fort in Gao"),
    ],
)
def test_a_day_and_whom_a_place_is_taken_from_belong_to_no_description(reading, text, phrase):
    assert phrase in {m.text for m in reading(text).article.mentions.all.values()}


def test_what_there_are_supplies_of_would_be_called_supplies_alone(reading):
    found = reading("Norway sent Chad supplies of grain and fuel.").article.mentions.all.values()
    assert {m.form for m in found if m.form} == {"grain supplies", "fuel supplies"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The navy in the last 24 hours has fired at two ships off the coast of Chad, officials said.", "The navy"),
        ("There was fighting between the Lakes Front and Maoist rebels in the hills of Nepal.", "Maoist rebels"),
        ("Her ex-husband was arrested by police in Oslo after he had left the country.", "Her ex-husband"),
    ],
)
def test_a_description_ends_and_begins_with_what_is_its_own(reading, text, words):
    assert reading(text).named(words)


def test_a_word_inside_an_office_is_nobody(reading):
    assert not reading("General Omar Haddad is the chief of staff of the Lakes Army.").named("staff of the Lakes Army")


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("A spokesman for the Kenyan embassy declined to comment.", "the Kenyan embassy", "GovernmentBody"),
        ("The Kenyan embassy said it was closed.", "The Kenyan embassy", "GovernmentBody"),
        ("A protest was held outside the Kenyan embassy.", "the Kenyan embassy", "Facility"),
    ],
)
def test_an_embassy_that_speaks_is_a_body(reading, text, words, type_):
    assert reading(text).types(words) == {type_}


def test_the_government_of_a_state_that_speaks_is_the_state(reading):
    found = reading("The government of Chad says its army has won.")
    assert found.root(found.named("The government of Chad")[0].id).text == "Chad"
    assert ("ofState", "its army", "Chad") in found.relations


def test_a_description_cuts_no_name(reading):
    found = reading("The Court of Bosnia and Herzegovina sentenced him on Monday.")
    assert found.named("The Court of Bosnia and Herzegovina")
