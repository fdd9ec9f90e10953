"""Local: what one article's mentions say of each other, and what keeps them apart."""

import weakref
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.memory import collector_at_rest
from kg.model import Kind, Span
from kg.resolve import resolve
from kg.resolve.local import Local, settled, who_is_who


@pytest.fixture(scope="session")
def clusters(ontology):
    """The clusters of a draft, each as the set of its texts."""

    def find(draft):
        return [{m.text for m in c.mentions} for c in Local(draft.extraction(), ontology).clusters()]

    return find


def test_the_french_are_france(draft, clusters):
    d = draft("a")
    d.state("France")
    d.state("French", Kind.METONYM)
    assert clusters(d) == [{"France", "French"}]


def test_a_union_of_states_is_no_body_of_one(draft, ontology):
    d = draft("a")
    d.organization("European Union")
    d.organization("EU", "GovernmentBody")
    assert {c.type for c in Local(d.extraction(), ontology).clusters()} == {"Organization"}


def one(draft, ontology):
    (cluster,) = Local(draft.extraction(), ontology).clusters()
    return cluster


# ---------------------------------------------------------------- joining


def test_a_surname_joins_its_full_name(draft, clusters):
    d = draft("a")
    d.person("Omar Haddad")
    d.person("Haddad")
    assert clusters(d) == [{"Omar Haddad", "Haddad"}]


def test_a_surname_before_the_full_name_joins_it(draft, clusters):
    d = draft("a")
    d.person("Haddad")
    d.person("Omar Haddad")
    assert clusters(d) == [{"Omar Haddad", "Haddad"}]


def test_two_people_of_one_surname_stay_apart(draft, clusters):
    d = draft("a")
    d.person("Omar Haddad")
    d.person("Samir Haddad")
    assert clusters(d) == [{"Omar Haddad"}, {"Samir Haddad"}]


def test_a_shared_surname_goes_to_one_of_them_and_joins_nobody(draft, clusters):
    d = draft("a")
    d.person("Omar Haddad")
    d.person("Samir Haddad")
    d.person("Haddad")
    assert sorted(map(len, clusters(d))) == [1, 2]


def test_a_shared_surname_goes_to_who_is_most_in_view(draft, clusters):
    d = draft("a")
    d.person("Omar Haddad")
    d.person("Samir Haddad")
    d.person("Samir Haddad")
    d.person("Haddad")
    assert {"Samir Haddad", "Haddad"} in clusters(d)


def test_names_that_differ_in_titles_and_accents_are_one(draft, clusters):
    d = draft("a")
    d.person("José Muñoz")
    d.person("Dr. Jose Munoz")
    assert len(clusters(d)) == 1


def test_an_acronym_joins_the_name_it_is_made_of(draft, clusters):
    d = draft("a")
    d.organization("Northern Fishing Association")
    d.organization("NFA")
    assert clusters(d) == [{"Northern Fishing Association", "NFA"}]


def test_an_acronym_of_two_names_joins_neither(draft, clusters):
    d = draft("a")
    d.organization("Northern Fishing Association")
    d.organization("National Football Academy")
    d.organization("NFA")
    assert len(clusters(d)) == 3


def test_name_demonym_and_capital_of_a_state_are_one(draft, clusters):
    d = draft("a")
    d.state("North Korea")
    d.state("North Korean", Kind.DEMONYM)
    d.state("Pyongyang", Kind.METONYM)
    d.state("DPRK")
    assert len(clusters(d)) == 1


def test_the_capital_in_place_is_not_its_state(draft, clusters):
    d = draft("a")
    d.state("Kenya")
    d.mention("Nairobi", "Settlement")
    assert clusters(d) == [{"Kenya"}, {"Nairobi"}]


def test_two_states_stay_apart(draft, clusters):
    d = draft("a")
    d.state("North Korea")
    d.state("South Korea")
    assert len(clusters(d)) == 2


def test_a_person_and_an_organization_of_one_name_stay_apart(draft, clusters):
    d = draft("a")
    d.person("Lufthaven")
    d.organization("Lufthaven")
    assert len(clusters(d)) == 2


def test_an_antecedent_joins(draft, clusters):
    d = draft("a")
    name = d.person("Omar Haddad")
    d.described("the general", "Person", name)
    assert clusters(d) == [{"Omar Haddad", "the general"}]


def test_descriptions_of_the_same_words_are_two_without_an_antecedent(draft, clusters):
    d = draft("a")
    d.described("two soldiers", "Group")
    d.described("two soldiers", "Group")
    assert len(clusters(d)) == 2


@given(order=st.permutations(["Omar Haddad", "Haddad", "Samir Novak", "Novak", "Petra Lind"]))
def test_people_with_one_full_name_each_are_found_in_any_order(draft, clusters, order):
    d = draft("a")
    for name in order:
        d.person(name)
    assert {frozenset(c) for c in clusters(d)} == {
        frozenset({"Omar Haddad", "Haddad"}),
        frozenset({"Samir Novak", "Novak"}),
        frozenset({"Petra Lind"}),
    }


# ---------------------------------------------------------------- describing


def test_every_mention_is_in_one_cluster(draft, ontology):
    d = draft("a")
    keys = [d.person("Omar Haddad"), d.person("Haddad"), d.state("Kenya"), d.described("a ship", "Item")]
    found = [m.id for c in Local(d.extraction(), ontology).clusters() for m in c.mentions]
    assert sorted(found) == sorted(keys)


def test_a_person_is_called_by_the_fullest_name(draft, ontology):
    d = draft("a")
    d.person("Haddad")
    d.person("Haddad")
    d.person("Omar Haddad")
    cluster = one(d, ontology)
    assert (cluster.name, cluster.aliases) == ("Omar Haddad", {"Haddad"})


def test_a_state_is_called_by_its_common_name(draft, ontology):
    d = draft("a")
    d.state("DPRK")
    assert one(d, ontology).name == "North Korea"


def test_a_described_thing_is_called_without_its_article(draft, ontology):
    d = draft("a")
    d.described("the two soldiers", "Group")
    assert one(d, ontology).name == "two soldiers"


def test_the_reason_of_a_merge_is_kept(draft, ontology):
    d = draft("a")
    d.person("Omar Haddad")
    d.person("Haddad")
    assert one(d, ontology).reasons == {"short form of a name"}


def test_one_mention_needs_no_reason(draft, ontology):
    d = draft("a")
    d.person("Omar Haddad")
    assert one(d, ontology).reasons == set()


def test_the_class_is_the_narrowest_that_agrees(draft, ontology):
    d = draft("a")
    d.organization("Coastal Herald")
    d.organization("Coastal Herald", "MediaOrganization")
    assert one(d, ontology).type == "MediaOrganization"


def test_a_described_thing_has_no_key_in_other_articles(draft, ontology):
    keys = set()
    for name in "ab":
        d = draft(name)
        d.described("two soldiers", "Group")
        keys.add(one(d, ontology).key)
    assert len(keys) == 2


def test_a_bare_surname_has_no_key_in_other_articles(draft, ontology):
    keys = set()
    for name in "ab":
        d = draft(name)
        d.person("Haddad")
        keys.add(one(d, ontology).key)
    assert len(keys) == 2


def test_an_article_is_let_go_of_without_the_collector(draft, ontology):
    d = draft("a")
    d.person("Omar Haddad")
    d.person("Haddad")
    local = Local(d.extraction(), ontology)
    local.clusters()
    held = weakref.ref(local)
    with collector_at_rest():
        del local
        assert held() is None


def test_letters_join_what_is_described_in_their_words(draft, clusters):
    d = draft("a")
    d.described("the Chadian security forces", "MilitaryUnit")
    d.organization("CSF")
    assert clusters(d) == [{"the Chadian security forces", "CSF"}]


def test_who_is_introduced_as_kin_is_not_called_by_the_surname(draft, ontology):
    d = draft("a")
    father = d.person("Omar Haddad")
    d.text = d.text.rstrip() + " "
    start = len(d.text)
    pronoun = d.mention("his", "Person", Kind.PRONOUN, father)
    daughter = d.person("Petra Haddad")
    d.described("his daughter", "Person", daughter)
    d.mentions[-1] = replace(d.mentions[-1], span=Span(start, start + 12))
    d.person("Haddad")
    found = [{m.text for m in c.mentions} for c in Local(d.extraction(), ontology).clusters()]
    assert {"Omar Haddad", "his", "Haddad"} in found
    assert pronoun


# ---------------------------------------------------------------- once and for all


def test_who_is_who_is_what_it_was_when_settled(draft, ontology):
    d = draft("a")
    d.person("Ana Roe")
    d.person("Roe")
    d.state("France")
    d.state("French", Kind.METONYM)
    found = d.extraction()
    assert who_is_who(settled(found, ontology), ontology) == who_is_who(found, ontology)
    assert len(settled(found, ontology).referents) == 2


def test_what_an_analyst_parts_is_looked_at_anew(draft, ontology):
    d = draft("a")
    d.person("Ana Roe")
    d.person("Roe")
    once = settled(d.extraction(), ontology)
    assert len(who_is_who(once, ontology)) == 1
    assert len(who_is_who(once, ontology, {"person/ana roe"})) == 2


def test_settled_articles_resolve_to_the_same(draft, ontology):
    drafts = [draft("a"), draft("b")]
    for d in drafts:
        d.organization("Harbour Council")
        d.person("Ana Roe")
    found = [d.extraction() for d in drafts]
    assert resolve([settled(e, ontology) for e in found], ontology) == resolve(found, ontology)
