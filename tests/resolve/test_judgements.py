"""Judgements: written, read, and obeyed by every resolution."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Kind
from kg.resolve import Judgements, resolve
from kg.resolve.judgements import FILE

keys = st.text(alphabet="abc/ é:*-'\"#\n", min_size=1, max_size=12)
tables = st.dictionaries(keys, keys, max_size=3)
pairs = st.tuples(keys, keys).map(lambda p: (min(p), max(p)))


@given(st.builds(Judgements, st.frozensets(pairs, max_size=3), st.frozensets(keys, max_size=3), tables, tables, tables))
def test_what_is_written_is_what_is_read(tmp_path_factory, judgements):
    folder = tmp_path_factory.mktemp("out")
    judgements.write(folder)
    assert Judgements.read(folder) == judgements


def test_a_folder_without_a_file_has_none(tmp_path):
    assert Judgements.read(tmp_path) == Judgements()
    assert Judgements().dump() == ""


@pytest.mark.parametrize(
    "text",
    ["merge: [a]", "merge: {a: b}", "split: a", "rename: [a]", "retype: {a: 3}", "wrong: []", "[]: [", "- a"],
)
def test_a_file_that_cannot_be_understood_is_the_users_to_mend(tmp_path, text):
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=FILE):
        Judgements.read(tmp_path)


@pytest.fixture
def people(draft, ontology):
    """The ids of the people of two articles, under some judgements."""
    a, b = draft("a"), draft("b")
    for d in (a, b):
        d.person("Omar Haddad")
    b.person("Ilse Novak")
    extractions = [d.extraction() for d in (a, b)]

    def ids(**judgements):
        found = resolve(extractions, ontology, Judgements(**judgements)).entities
        return {e.id: e for e in found if e.type == "Person"}

    return ids


def test_merged_by_hand_is_one_node_with_the_reason(people):
    (person,) = people(merge=frozenset({("person/ilse novak", "person/omar haddad")})).values()
    assert any("merged by hand" in r for r in person.reasons)
    assert len(person.mentions) == 3


def test_a_merge_with_something_not_there_rests(people):
    assert len(people(merge=frozenset({("person/nobody", "person/omar haddad")}))) == 2


def test_split_by_article_is_a_node_for_each(people):
    assert set(people(split=frozenset({"person/omar haddad/*"}))) == {"ilse-novak", "omar-haddad", "omar-haddad-2"}


def test_parts_of_a_split_may_be_merged_again(people):
    split, merge = frozenset({"person/omar haddad/*"}), frozenset({("person/omar haddad/a", "person/omar haddad/b")})
    assert set(people(split=split, merge=merge)) == {"ilse-novak", "omar-haddad"}


@pytest.fixture
def family(draft, ontology):
    """{id: words} of the people of an article that calls one of them by two names, with a pronoun after each."""
    d = draft("a")
    full = d.person("Luz Garcia")
    d.mention("she", "Person", Kind.PRONOUN, full)
    short = d.person("Garcia")
    d.mention("he", "Person", Kind.PRONOUN, short)
    other = draft("b")
    other.person("Luz Garcia")

    def words(**judgements):
        found = resolve([d.extraction(), other.extraction()], ontology, Judgements(**judgements))
        said = {m.id: m.text for m in found.mentions}
        return {e.id: [said[m] for m in e.mentions] for e in found.entities if e.type == "Person"}

    return words


def test_the_names_of_one_article_may_be_parted(family):
    assert family() == {"luz-garcia": ["Luz Garcia", "she", "Garcia", "he", "Luz Garcia"]}
    parted = family(split=frozenset({"person/luz garcia/+"}))
    assert parted == {"luz-garcia": ["Luz Garcia", "she", "Luz Garcia"], "garcia": ["Garcia", "he"]}


def test_parted_names_may_be_merged_again(family):
    merge = frozenset({("person/garcia/a", "person/luz garcia")})
    assert len(family(split=frozenset({"person/luz garcia/+"}), merge=merge)) == 1


def test_a_new_name_is_the_id_and_the_old_one_an_alias(people):
    found = people(rename={"person/omar haddad": "Umar Haddad"})
    assert found["umar-haddad"].aliases == ("Omar Haddad",)


def test_another_class_is_the_class(draft, ontology):
    d = draft("a")
    d.organization("Sea Wind")
    judgements = Judgements(retype={"organization/sea wind": "MilitaryUnit"})
    (found,) = (e for e in resolve([d.extraction()], ontology, judgements).entities if e.name == "Sea Wind")
    assert found.type == "MilitaryUnit"


def test_names_split_from_each_other_stay_apart(draft, ontology):
    a, b = draft("a"), draft("b")
    a.person("Mohamed Salah")
    b.person("Mohammed Salah")
    extractions = [d.extraction() for d in (a, b)]

    def people(judgements):
        return [e for e in resolve(extractions, ontology, judgements).entities if e.type == "Person"]

    assert len(people(None)) == 1
    assert len(people(Judgements(split=frozenset({"person/mohamed salah"})))) == 2
