"""Relations: ties a construction states, and none that nobody stated."""

import pytest

from kg.model import Modality


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elena Marsh, the head of the Northern Fishing Association, met officials.",
         ("leaderOf", "Elena Marsh", "Northern Fishing Association")),
        ("Petra Novak, a spokeswoman for the Northern Fishing Association, met officials.",
         ("worksFor", "Petra Novak", "Northern Fishing Association")),
        ("Norwegian Prime Minister Jonas Lindqvist visited Kenya on Monday.",
         ("leaderOf", "Jonas Lindqvist", "Norwegian")),
        ("General Omar Haddad commands the 7th Armoured Brigade.", ("leaderOf", "Omar Haddad", "7th Armoured Brigade")),
        ("Samir Haddad is the son of Omar Haddad.", ("childOf", "Samir Haddad", "Omar Haddad")),
        ("Petra Novak thanked her father, Milan Novak.", ("childOf", "Petra Novak", "Milan Novak")),
        ("Omar Haddad and his wife, Leila Haddad, attended a concert in Lisbon.",
         ("spouse", "Leila Haddad", "Omar Haddad")),
        ("Belarus is a close ally of Russia.", ("alliedWith", "Belarus", "Russia")),
        ("The militia is controlled by Iran.", ("controlledBy", "The militia", "Iran")),
        ("The Iran-backed militia attacked Lisbon.", ("alliedWith", "The Iran-backed militia", "Iran")),
        ("The trial opened in Gulu, Uganda.", ("locatedIn", "Gulu", "Uganda")),
        ("A bus caught fire in Windhoek, the capital of Namibia.", ("capitalOf", "Windhoek", "Namibia")),
        ("Norwegian troops left Mali.", ("ofState", "Norwegian troops", "Norwegian")),
        ("Norway's army withdrew from Mali.", ("ofState", "Norway's army", "Norway")),
        ("Kenya sent its troops to Mali.", ("ofState", "its troops", "Kenya")),
    ],
)  # fmt: skip
def test_a_relation_is_found(reading, text, expected):
    assert expected in reading(text).relations


@pytest.mark.parametrize(
    ("text", "who", "title"),
    [
        ("Defence Minister Paulo Braga resigned on Monday.", "Paulo Braga", "defence minister"),
        ("President Adama Barrow met officials in Lisbon.", "Adama Barrow", "president"),
        ("Former president Adama Barrow visited Kenya.", "Adama Barrow", "former president"),
        ("Ingrid Dahl is a professor at the University of Bergen.", "Ingrid Dahl", "professor"),
        ("General Omar Haddad commands the 7th Armoured Brigade.", "Omar Haddad", "general"),
    ],
)
def test_a_title_is_found(reading, text, who, title):
    titles = {(s, o.lower()) for r, s, o in reading(text).relations if r == "title"}
    assert (who, title) in titles


def test_a_former_leader_leads_no_more(reading):
    found = reading("Omar Haddad, the former president of Gambia, visited Kenya.").relations
    assert not [r for r in found if r[0] == "leaderOf"]


@pytest.mark.parametrize(
    "text",
    [
        "Petra Novak and Omar Haddad arrived in Lisbon.",
        "Uganda attacked Rwanda on Monday.",
        "Petra Novak saw Milan Novak in Lisbon.",
    ],
)
def test_two_names_in_one_sentence_are_no_relation(reading, text):
    assert reading(text).relations == set()


def test_soldiers_in_a_place_are_not_of_that_place(reading):
    found = reading("Norwegian soldiers in Mali met officials.").relations
    assert not [r for r in found if r[0] == "ofState" and r[2] == "Mali"]


def test_nothing_is_tied_to_itself(reading):
    texts = (
        "Belarus is a close ally of Russia.",
        "Petra Novak, a spokeswoman, met officials.",
        "The Northern Fishing Association (NFA) rejected the plan.",
    )
    assert all(s != o for text in texts for _, s, o in reading(text).relations)


@pytest.mark.parametrize("text", ["If Samir Haddad is the son of Omar Haddad, he will inherit."])
def test_a_condition_is_no_relation(reading, text):
    assert not [r for r in reading(text).relations if r[0] == "childOf"]


def test_a_title_is_the_writers_own_voice(reading):
    found = reading("Defence Minister Paulo Braga said Kenya had sent troops to Mali.")
    (title,) = (r for r in found.extraction.relations if r.type == "title")
    assert [(c.modality, c.sources) for c in title.claims] == [(Modality.ASSERTED, ())]


def test_a_denied_relation_is_denied(reading):
    found = reading("Belarus is not an ally of Russia.")
    modalities = {c.modality for r in found.extraction.relations if r.type == "alliedWith" for c in r.claims}
    assert modalities == {Modality.DENIED}


def test_a_reported_relation_has_its_source(reading):
    found = reading("Officials said that the militia is controlled by Iran.")
    claims = [c for r in found.extraction.relations if r.type == "controlledBy" for c in r.claims]
    assert [(c.modality, [found.words(s) for s in c.sources]) for c in claims] == [(Modality.REPORTED, ["Officials"])]


def test_subject_and_object_fit_the_domain_and_range(reading, ontology):
    texts = (
        "Samir Haddad is the son of Omar Haddad.",
        "The trial opened in Gulu, Uganda.",
        "Norway's army withdrew from Mali.",
    )
    for found in map(reading, texts):
        for relation in found.extraction.relations:
            type_ = ontology.relations[relation.type]
            assert ontology.is_a(found.root(relation.subject).type, type_.domain)
            assert type_.is_literal or ontology.is_a(found.root(relation.object).type, type_.range)


def test_a_body_belongs_to_the_state_its_name_begins_with(reading):
    relations = reading("The Philippine Marine Corps said US Marines would join the parade.").relations
    assert {("ofState", "Philippine Marine Corps", "Philippine"), ("ofState", "US Marines", "US")} <= relations


def test_a_company_does_not(reading):
    relations = reading("Kenya Airways cancelled all flights to Juba.").relations
    assert not any(type_ == "ofState" for type_, _, _ in relations)


def test_an_opposition_leader_leads_no_state(reading):
    relations = reading("Ugandan opposition leader Kizza Besigye was released on bail.").relations
    assert ("ofState", "Kizza Besigye", "Ugandan") in relations
    assert not any(type_ == "leaderOf" for type_, _, _ in relations)


@pytest.mark.parametrize(
    "text", ["The South American country closed its border.", "A Palestinian state was proclaimed."]
)
def test_a_state_is_of_no_state(reading, text):
    assert not any(type_ == "ofState" for type_, _, _ in reading(text).relations)


def test_an_owner_after_a_comma_is_no_larger_place(reading):
    found = reading("Two ships sank in the Black Sea, Ukraine's navy said.").relations
    assert not any(type_ == "locatedIn" for type_, _, _ in found)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Police held four suspected Taliban fighters.", "suspected"),
        ("Suspected Taliban fighters burned a school.", "Suspected"),
        ("Police held three alleged Taliban fighters.", "alleged"),
    ],
)
def test_who_is_only_suspected_may_be_a_member(reading, text, cue):
    claims = [c for r in reading(text).extraction.relations if r.type == "memberOf" for c in r.claims]
    assert [(c.modality, c.cue) for c in claims] == [(Modality.SPECULATIVE, cue)]
