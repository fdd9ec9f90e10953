"""Resolve: mentions of all articles -> entities, whatever the order; statements renamed and checked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Kind, Literal, Modality
from kg.resolve import resolve


@pytest.fixture
def resolved(ontology):
    return lambda *drafts: resolve([d.extraction() for d in drafts], ontology)


def named(resolution):
    return {e.name: e for e in resolution.entities}


# ---------------------------------------------------------------- entities


def test_one_name_in_two_articles_is_one_entity(draft, resolved):
    a, b = draft("a"), draft("b")
    a.person("Omar Haddad")
    b.person("OMAR HADDAD")
    assert len([e for e in resolved(a, b).entities if e.type == "Person"]) == 1


def test_a_short_form_in_another_article_joins_through_its_full_name(draft, resolved):
    a, b = draft("a"), draft("b")
    a.person("Omar Haddad")
    b.person("Omar Haddad")
    b.person("Haddad")
    (person,) = (e for e in resolved(a, b).entities if e.type == "Person")
    assert len(person.mentions) == 3
    assert person.aliases == ("Haddad",)


def test_bare_surnames_in_two_articles_stay_apart(draft, resolved):
    a, b = draft("a"), draft("b")
    a.person("Haddad")
    b.person("Haddad")
    assert len([e for e in resolved(a, b).entities if e.type == "Person"]) == 2


def test_the_same_slug_gets_a_number(draft, resolved):
    a, b = draft("a"), draft("b")
    a.person("Haddad")
    b.person("Haddad")
    assert [e.id for e in resolved(a, b).entities if e.type == "Person"] == ["haddad", "haddad-2"]


def test_a_numbered_slug_never_takes_a_name_that_ends_in_a_number(draft, resolved):
    a, b = draft("a"), draft("b")
    for d in (a, b):
        d.described("a brigade", "MilitaryUnit")
        d.described("brigade 2", "MilitaryUnit")
    ids = [e.id for e in resolved(a, b).entities]
    assert len(ids) == len(set(ids))


def test_a_name_keeps_its_slug_before_a_description(draft, resolved):
    d = draft("a")
    d.described("a guard", "Person")
    d.organization("Guard", "MilitaryUnit")
    assert named(resolved(d))["Guard"].id == "guard"


def test_a_state_in_two_articles_is_one_entity(draft, resolved):
    a, b = draft("a"), draft("b")
    a.state("Seoul", Kind.METONYM)
    b.state("South Korean", Kind.DEMONYM)
    assert [e.name for e in resolved(a, b).entities if e.type == "State"] == ["South Korea"]


def test_an_acronym_explained_in_one_article_is_known_in_the_other(draft, resolved):
    a, b = draft("a"), draft("b")
    a.organization("Northern Fishing Association")
    a.organization("NFA")
    b.organization("NFA")
    assert len([e for e in resolved(a, b).entities if e.type == "Organization"]) == 1


def test_letters_of_another_language_explained_in_one_article_are_known_in_the_other(draft, resolved):
    a, b = draft("a"), draft("b")
    full = a.organization("Popular Lakes Front")
    a.mention("FPL", "Organization", antecedent=full)
    b.organization("FPL")
    assert len([e for e in resolved(a, b).entities if e.type == "Organization"]) == 1


def test_the_pentagon_is_the_defense_department(draft, resolved):
    a, b = draft("a"), draft("b")
    a.organization("U.S. Defense Department", "GovernmentBody")
    b.organization("Pentagon", "GovernmentBody")
    assert len([e for e in resolved(a, b).entities if e.type == "GovernmentBody"]) == 1


def test_an_unexplained_acronym_stays_alone(draft, resolved):
    a, b = draft("a"), draft("b")
    a.organization("Northern Fishing Association")
    b.organization("NFA")
    assert len([e for e in resolved(a, b).entities if e.type == "Organization"]) == 2


def test_every_mention_refers_to_an_entity_that_has_it(draft, resolved):
    a, b = draft("a"), draft("b")
    for d in (a, b):
        d.person("Omar Haddad")
        d.state("Kenya")
        d.described("two soldiers", "Group")
    resolution = resolved(a, b)
    mentions = {e.id: e.mentions for e in resolution.entities}
    assert {m.id for m in resolution.mentions} == resolution.refers_to.keys()
    assert all(m in mentions[e] for m, e in resolution.refers_to.items())


def test_ids_are_unique(draft, resolved):
    d = draft("a")
    for words in ("Ann Lee", "Ann-Lee", "ann lee"):
        d.described(words, "Person")
    ids = [e.id for e in resolved(d).entities]
    assert len(ids) == len(set(ids))


# ---------------------------------------------------------------- voices


def test_the_publisher_of_an_article_is_an_entity(draft, resolved):
    d = draft("a", source="Coastal Herald")
    resolution = resolved(d)
    assert resolution.publishers == {"a": named(resolution)["Coastal Herald"].id}
    assert named(resolution)["Coastal Herald"].type == "MediaOrganization"


def test_a_publisher_named_in_a_text_is_that_entity(draft, resolved):
    a, b = draft("a", source="The Coastal Herald"), draft("b", source=None)
    b.organization("Coastal Herald")
    media = [e for e in resolved(a, b).entities if e.type == "MediaOrganization"]
    assert len(media) == 1


def test_an_article_without_a_publisher_has_none(draft, resolved):
    assert resolved(draft("a", source=None)).publishers == {}


def test_the_agency_is_known(draft, resolved):
    resolution = resolved(draft("a", agency="AFP"))
    assert resolution.agencies == {"a": named(resolution)["AFP"].id}


def test_who_carries_words_is_a_medium(draft, resolved):
    d = draft("a")
    medium, speaker = d.organization("Norland Daily"), d.person("Omar Haddad")
    claim = d.claim(speaker, via=medium)
    d.event("Attack", {"actor": d.state("Uganda"), "target": d.state("Rwanda")}, claim)
    resolution = resolved(d)
    assert named(resolution)["Norland Daily"].type == "MediaOrganization"
    assert resolution.events[0].claims[0].via == named(resolution)["Norland Daily"].id


def test_the_source_of_a_claim_is_renamed(draft, resolved):
    d = draft("a")
    claim = d.claim(d.person("Omar Haddad"))
    d.event("Attack", {"actor": d.state("Uganda"), "target": d.state("Rwanda")}, claim)
    (claim,) = resolved(d).events[0].claims
    assert (claim.modality, claim.sources) == (Modality.REPORTED, ("omar-haddad",))


def test_a_place_is_no_source(draft, resolved):
    d = draft("a")
    claim = d.claim(d.mention("Gulu", "Settlement"))
    d.event("Attack", {"actor": d.state("Uganda"), "target": d.state("Rwanda")}, claim)
    assert resolved(d).events[0].claims[0].sources == ()


# ---------------------------------------------------------------- statements


def test_a_relation_of_two_articles_is_one_with_both_claims(draft, resolved):
    drafts = [draft("a"), draft("b")]
    for d in drafts:
        d.relation("childOf", d.person("Samir Haddad"), d.person("Omar Haddad"))
    (relation,) = resolved(*drafts).relations
    assert {c.document for c in relation.claims} == {"a", "b"}


def test_nothing_is_related_to_itself(draft, resolved):
    d = draft("a")
    first = d.organization("Northern Fishing Association")
    d.relation("partOf", first, d.organization("NFA"))
    assert resolved(d).relations == ()


def test_a_relation_whose_ends_do_not_fit_is_dropped(draft, resolved):
    d = draft("a")
    d.relation("childOf", d.person("Samir Haddad"), d.state("Kenya"))
    d.relation("leaderOf", d.state("Kenya"), d.state("Uganda"))
    assert resolved(d).relations == ()


def test_a_literal_is_kept_as_it_is(draft, resolved):
    d = draft("a")
    d.relation("title", d.person("Omar Haddad"), Literal("general"))
    (relation,) = resolved(d).relations
    assert relation.object == Literal("general")


def test_a_filler_whose_class_does_not_fit_is_dropped(draft, resolved):
    d = draft("a")
    d.event("Attack", {"actor": d.mention("Gulu", "Settlement"), "target": d.state("Rwanda")})
    (event,) = resolved(d).events
    assert {r.name for r in event.roles} == {"target"}


def test_an_event_without_fillers_is_dropped(draft, resolved):
    d = draft("a")
    d.event("Attack", {"actor": d.mention("Gulu", "Settlement")})
    assert resolved(d).events == ()


def test_nothing_gives_an_empty_resolution(resolved):
    resolution = resolved()
    assert (resolution.documents, resolution.entities, resolution.events) == ((), (), ())


# ---------------------------------------------------------------- order


@pytest.fixture
def newsroom(draft, day):
    """Four articles that share people, states, acronyms, relations and events."""
    drafts = [draft(name, source=f"Paper {name.upper()}") for name in "abcd"]
    for i, d in enumerate(drafts):
        full = d.person("Omar Haddad" if i % 2 else "Samir Haddad")
        d.person("Haddad")
        state, other = d.state("Kenya"), d.state("Ugandan", Kind.DEMONYM)
        organization = d.organization("Northern Fishing Association" if i else "NFA")
        d.organization("NFA")
        d.relation("leaderOf", full, organization)
        d.event("Attack", {"actor": state, "target": other}, d.claim(full), killed=9 + i % 2, time=day(3 + i // 2))
        d.event("Killing", {"target": d.described("two soldiers", "Group")}, killed=2)
    return [d.extraction() for d in drafts]


def test_the_order_of_the_articles_does_not_matter(newsroom, ontology):
    wanted = resolve(newsroom, ontology)

    @settings(max_examples=24)
    @given(st.permutations(newsroom))
    def check(order):
        assert resolve(order, ontology) == wanted

    check()


def test_an_article_more_does_not_rename_what_has_a_full_name(newsroom, ontology):
    few = {e.name: e.id for e in resolve(newsroom[:3], ontology).entities if " " in e.name and e.type == "Person"}
    many = {e.name: e.id for e in resolve(newsroom, ontology).entities}
    assert few.items() <= many.items()
