"""Bodies of one name and several states: whose each name means."""

import pytest

from kg.model import Kind
from kg.resolve import resolve
from kg.resolve.local import Local


@pytest.fixture
def article(draft):
    """Names of bodies in order of the text, each perhaps with the state that the article gives it to."""

    def write(*names):
        made = draft("a")
        for name, state in names:
            body = made.mention(name, "GovernmentBody")
            if state:
                made.relation("ofState", body, made.mention(state, "State"))
        return made

    return write


@pytest.fixture
def groups(article, ontology):
    """The names of the bodies, one list a body; the first letter of their state, if given, behind each."""

    def find(*names):
        made = article(*names)
        clusters = Local(made.extraction(), ontology).clusters()
        order = [m.id for m in made.mentions if m.type == "GovernmentBody"]
        told = {key: f"{name}{(state or '')[:1]}" for key, (name, state) in zip(order, names, strict=True)}
        return [[told[m.id] for m in c.mentions] for c in clusters if c.type == "GovernmentBody"]

    return find


def test_ministries_of_two_states_are_two(groups):
    assert groups(("Navy Ministry", "Chile"), ("Navy Ministry", "Peru")) == [["Navy MinistryC"], ["Navy MinistryP"]]


def test_a_bare_name_is_the_one_told_of_last(groups):
    found = groups(("Navy Ministry", "Chile"), ("Navy Ministry", "Peru"), ("Navy Ministry", None))
    assert found == [["Navy MinistryC"], ["Navy MinistryP", "Navy Ministry"]]


def test_the_state_may_be_in_the_name(groups):
    found = groups(("Chilean Navy Ministry", None), ("Navy Ministry", None), ("Peruvian Navy Ministry", None))
    assert found == [["Chilean Navy Ministry", "Navy Ministry"], ["Peruvian Navy Ministry"]]


def test_a_bare_name_before_the_only_full_one_is_the_same(groups):
    assert groups(("Navy Ministry", None), ("Navy Ministry", "Chile")) == [["Navy Ministry", "Navy MinistryC"]]


def test_a_bare_name_before_two_is_neither(groups):
    found = groups(("Navy Ministry", None), ("Navy Ministry", "Chile"), ("Peruvian Navy Ministry", None))
    assert len(found) == 3


def test_a_ministry_in_a_capital_is_of_its_state(draft, ontology):
    made = draft("a")
    made.relation("ofState", made.mention("Navy Ministry", "GovernmentBody"), made.mention("Chile", "State"))
    made.relation("locatedIn", made.mention("Navy Ministry", "GovernmentBody"), made.mention("Lima", "Settlement"))
    clusters = Local(made.extraction(), ontology).clusters()
    assert len([c for c in clusters if c.name == "Navy Ministry"]) == 2


def test_bodies_of_one_name_are_told_apart_by_their_states(article, ontology):
    made = article(("Navy Ministry", "Chile"), ("Navy Ministry", "Peru"))
    found = {e.name: e.id for e in resolve([made.extraction()], ontology).entities if e.type == "GovernmentBody"}
    assert found == {
        "Navy Ministry (Chile)": "navy-ministry-chile",
        "Navy Ministry (Peru)": "navy-ministry-peru",
    }


def test_a_name_that_one_body_has_stays_plain(article, ontology):
    made = article(("Navy Ministry", "Chile"))
    assert "Navy Ministry" in {e.name for e in resolve([made.extraction()], ontology).entities}


def test_the_kind_of_name_says_nothing_of_other_things(draft, ontology):
    made = draft("a")
    for name in ("Chilean Airways", "Airways Holding"):
        made.mention(name, "Company", Kind.NAME)
    assert len(Local(made.extraction(), ontology).clusters()) == 2


def test_the_words_of_a_body_have_no_order(groups):
    assert groups(("Defence Ministry", None), ("Ministry of Defense", None)) == [
        ["Defence Ministry", "Ministry of Defense"]
    ]
