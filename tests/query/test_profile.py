"""Profile: everything said of one thing, with who says so; found by name, alias or id."""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.query.profile import as_json, profile, render

GRAPH = """
@prefix kg: <https://w3id.org/newskg/ns#> .
@prefix id: <https://desk.test/id/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
id:ann-roe a kg:Person, kg:Entity ; rdfs:label "Ann Roe" ; skos:altLabel "Roe", "A. Roe" .
id:ann-roe-2 a kg:Person, kg:Entity ; rdfs:label "Ann Roe" .
id:norland a kg:State, kg:Entity ; rdfs:label "Norland" .
id:wire a kg:MediaOrganization, kg:Entity ; rdfs:label "Desk Wire" .
id:radio a kg:MediaOrganization, kg:Entity ; rdfs:label "Radio Vest" .
id:doc kg:path "a.txt" .
id:span kg:exact "Ann Roe leads\\nNorland." .
id:span2 kg:exact "Norland attacked Ann Roe." .
id:claim1 rdf:subject id:ann-roe ; rdf:predicate kg:leaderOf ; rdf:object id:norland ;
  rdfs:label "Ann Roe leader of Norland" ; kg:modality kg:Reported ;
  kg:source id:wire ; kg:via id:radio ; kg:evidence id:span ; kg:document id:doc .
id:event a kg:Attack ; kg:participant id:ann-roe .
id:claim2 rdf:subject id:event ; rdf:predicate rdf:type ; rdf:object kg:Attack ; rdfs:label "Attack on Ann Roe" ;
  kg:modality kg:Denied ; kg:source id:norland, id:wire ; kg:evidence id:span2 ; kg:document id:doc .
"""


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(GRAPH, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["Ann Roe", "ann roe", "Roe", "A. Roe", "ann-roe", "id:ann-roe"])
def test_a_thing_is_found_by_name_alias_or_id(graph, name):
    assert profile(graph, name).id == "id:ann-roe"


def test_a_profile_has_the_name_types_and_aliases(graph):
    found = profile(graph, "Roe")
    assert (found.name, found.types, found.aliases) == ("Ann Roe", ("kg:Entity", "kg:Person"), ("A. Roe", "Roe"))


def test_of_two_of_one_name_the_first_is_shown(graph):
    assert profile(graph, "Ann Roe").id == "id:ann-roe"


def test_a_relation_is_told_with_source_medium_and_words(graph):
    (said,) = (s for s in profile(graph, "Ann Roe").statements if "leader" in s.says)
    assert (said.modality, said.sources, said.via) == ("Reported", ("Desk Wire",), ("Radio Vest",))
    assert (said.evidence, said.document) == ("Ann Roe leads Norland.", "a.txt")


def test_an_event_it_takes_part_in_is_told_with_all_sources(graph):
    (said,) = (s for s in profile(graph, "Ann Roe").statements if s.modality == "Denied")
    assert (said.says, said.sources, said.via) == ("Attack on Ann Roe", ("Desk Wire", "Norland"), ())


def test_the_object_of_a_relation_has_it_too(graph):
    assert [s.says for s in profile(graph, "Norland").statements] == ["Ann Roe leader of Norland"]


def test_what_nothing_is_said_of_has_no_statements(graph):
    assert profile(graph, "Radio Vest").statements == ()


@pytest.mark.parametrize("typo", ["Ann Ro", "Nrland", "vest"])
def test_the_nearest_name_is_suggested(graph, typo):
    with pytest.raises(InputError, match="did you mean"):
        profile(graph, typo)


def test_a_name_like_no_other_gets_no_suggestion(graph):
    with pytest.raises(InputError, match=r"^nothing is called 'zzzzzz'$"):
        profile(graph, "zzzzzz")


@pytest.mark.parametrize("name", ['"', "> . ?s ?p ?o", "\\", "", "’"])
def test_no_name_breaks_the_query(graph, name):
    with pytest.raises(InputError):
        profile(graph, name)


def test_a_folder_without_a_graph_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match=r"holds no graph\.ttl"):
        profile(tmp_path, "Ann Roe")


def test_the_text_of_a_profile(graph):
    lines = render(profile(graph, "Norland")).splitlines()
    assert lines == [
        "Norland  (id:norland; kg:Entity, kg:State)",
        "",
        "- Ann Roe leader of Norland",
        "  Reported: Desk Wire via Radio Vest",
        "  “Ann Roe leads Norland.” [a.txt]",
    ]


def test_the_json_of_a_profile_has_the_same(graph):
    found = profile(graph, "Ann Roe")
    data = json.loads(as_json(found))
    assert data["aliases"] == list(found.aliases)
    assert [s["says"] for s in data["statements"]] == [s.says for s in found.statements]
