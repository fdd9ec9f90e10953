"""Link: a list's entry and an entity are one where the name is theirs alone and nothing speaks against."""

import json

import pytest

from kg.errors import InputError
from kg.resolve import Judgements, Resolver, resolve
from kg.resolve.link import WIKIDATA, Entry, links, read


@pytest.fixture
def resolver(draft, ontology):
    d = draft("a")
    d.relation("ofState", d.person("Omar Haddad"), d.state("Kenya"))
    d.person("Novak")
    d.organization("Northern Fishing Association")
    d.organization("NFA")
    return Resolver([d.extraction()], ontology)


def entry(name, number=1, **more):
    return Entry(f"{WIKIDATA}Q{number}", frozenset({name}), **more)


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (entry("omar haddad"), "person/omar haddad"),
        (entry("omar haddad", type="Person", state="KE"), "person/omar haddad"),
        (entry("nfa", type="Organization"), "organization/northern fishing association"),
        (entry("kenya"), "state/KE"),
    ],
)
def test_one_entry_of_the_name_is_linked(resolver, one, key):
    assert links(resolver, [one]) == {key: f"{WIKIDATA}Q1"}


@pytest.mark.parametrize(
    "entries",
    [
        [entry("omar haddad", type="Organization")],
        [entry("omar haddad", state="NO")],
        [entry("omar haddad", 1), entry("omar haddad", 2)],
        [entry("novak")],
    ],
    ids=["other class", "other state", "two of the name", "a surname alone"],
)
def test_what_may_be_another_is_not_linked(resolver, entries):
    assert links(resolver, entries) == {}


def test_a_link_is_on_the_entity(draft, ontology):
    d = draft("a")
    d.person("Omar Haddad")
    judgements = Judgements(link={"person/omar haddad": f"{WIKIDATA}Q1"})
    (person,) = (e for e in resolve([d.extraction()], ontology, judgements).entities if e.type == "Person")
    assert person.links == (f"{WIKIDATA}Q1",)


ROWS = [
    {"id": "Q1", "label": "Omar Haddad", "aliases": "O. Haddad|Dr. Omar Haddad", "class": "Person", "state": "KE"},
    {"id": "https://desk.test/2", "label": "Ana Vega", "aliases": "", "class": "", "state": ""},
]


def test_tsv_and_json_lines_say_the_same(tmp_path, ontology):
    table, lines = tmp_path / "a.tsv", tmp_path / "a.jsonl"
    table.write_text("\n".join("\t".join(r) for r in (ROWS[0].keys(), *(r.values() for r in ROWS))), encoding="utf-8")
    lines.write_text("\n".join(json.dumps(r) for r in ROWS), encoding="utf-8")
    first, second = read(table, ontology)
    assert first == Entry(f"{WIKIDATA}Q1", frozenset({"omar haddad", "o haddad"}), "Person", "KE")
    assert second == Entry("https://desk.test/2", frozenset({"ana vega"}))
    assert list(read(lines, ontology)) == [first, second]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"id": "Q1"}, "needs an id and a label"),
        ({"id": "42", "label": "x"}, "use a Wikidata id"),
        ({"id": "Q1", "label": "x", "class": "Persn"}, "did you mean 'Person'"),
        ([], "needs an id"),
    ],
)
def test_a_bad_entry_is_named_by_its_line(tmp_path, ontology, row, says):
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(InputError, match=rf"a\.jsonl:1: .*{says}"):
        list(read(file, ontology))


def test_a_list_that_is_not_there_is_the_users_error(tmp_path, ontology):
    with pytest.raises(InputError, match="cannot be read"):
        list(read(tmp_path / "no.tsv", ontology))
