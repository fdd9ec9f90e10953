"""Query: what can be loaded, what a query gives, and that nothing leaves the machine."""

import csv
import io
import json
from pathlib import Path

import pytest

from kg.errors import InputError, QueryError
from kg.query import FORMATS, Store, load, render, run

GRAPH = r"""
@prefix kg: <https://w3id.org/newskg/ns#> .
@prefix id: <https://desk.test/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:ann kg:leaderOf id:norland ; rdfs:label "Ann \u001b[31m, [bold]the\nFirst" ; kg:minValue 5 .
id:norland rdfs:label "Norland" .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(GRAPH, encoding="utf-8")
    return tmp_path


@pytest.fixture
def store(folder: Path) -> Store:
    return load([folder])


# ---------------------------------------------------------------- load


def test_a_folder_gives_its_graph_and_mentions(folder: Path) -> None:
    (folder / "graph.mentions.ttl").write_text("<https://desk.test/id/m> a <https://desk.test/id/M> .")
    (folder / "kg.ttl").write_text("not read")
    assert len(load([folder]).triples) == 5


def test_several_files_are_one_graph(folder: Path) -> None:
    (folder / "more.nt").write_text("<https://a.test/a> <https://a.test/b> <https://a.test/c> .\n")
    assert len(load([folder / "graph.ttl", folder / "more.nt"]).triples) == 5


def test_the_ontology_can_be_loaded_beside_it(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("ontology")
    (elsewhere / "kg.ttl").write_text("<https://o.test/a> <https://o.test/b> <https://o.test/c> .")
    monkeypatch.setattr("kg.query.store.folder", lambda: elsewhere)
    assert len(load([folder], with_ontology=True).triples) == 5


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.ttl", None, "no such file"),
        ("notes.docx", "", "unknown kind of RDF file '.docx'"),
        ("bad.ttl", "@prefix id: <https://x.test/> .\nid:a id:b", "bad.ttl:2"),
        ("empty", "folder", "holds no graph.ttl; build one"),
    ],
)
def test_what_cannot_be_loaded_is_named(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match=message):
        load([path])


def test_no_path_is_refused() -> None:
    with pytest.raises(InputError, match="no graph given"):
        load([])


# ---------------------------------------------------------------- run


def test_prefixes_need_no_declaration_and_the_files_own_base_wins(store: Store) -> None:
    result = run(store, "SELECT ?who ?name { ?who kg:leaderOf id:norland . id:norland rdfs:label ?name }")
    assert result.variables == ("who", "name")
    assert [[getattr(t, "value", None) for t in row] for row in result.rows] == [
        ["https://desk.test/id/ann", "Norland"]
    ]


def test_a_declared_prefix_wins(store: Store) -> None:
    assert run(store, "PREFIX kg: <https://desk.test/id/> ASK { kg:ann ?p ?o }").answer is True


def test_an_unbound_variable_is_none(store: Store) -> None:
    assert run(store, "SELECT ?x ?y { ?x kg:minValue 5 OPTIONAL { ?x kg:maxValue ?y } }").rows[0][1] is None


def test_construct_gives_triples(store: Store) -> None:
    result = run(store, "CONSTRUCT { ?s kg:leader ?p } WHERE { ?p kg:leaderOf ?s }")
    assert (result.is_graph, len(result.rows)) == (True, 1)


def test_an_empty_answer_names_what_the_graph_does_not_hold(store: Store) -> None:
    notes = run(store, 'SELECT ?x { ?x kg:leaderof ?y FILTER(?x != "kg:nothing") }').notes
    assert notes == ("query:1:16: kg:leaderof does not occur in this graph; did you mean kg:leaderOf?",)


def test_a_type_that_only_the_ontology_knows_is_suggested(store: Store) -> None:
    (note,) = run(store, "SELECT ?x {\n ?x a kg:Deploymnet }").notes
    assert note == "query:2:7: kg:Deploymnet does not occur in this graph; did you mean kg:Deployment?"


def test_a_type_that_is_right_but_not_there_needs_no_suggestion(store: Store) -> None:
    (note,) = run(store, "SELECT ?x { ?x a kg:Deployment }").notes
    assert note == "query:1:18: kg:Deployment does not occur in this graph"


def test_the_first_rows_are_given_up_to_a_limit(store: Store) -> None:
    result = run(store, "SELECT ?s { ?s rdfs:label ?o }", limit=1)
    assert len(result.rows) == 1
    assert result.notes == ("only the first 1 rows are shown, there are more; raise --limit to see them",)
    assert run(store, "SELECT ?s { ?s rdfs:label ?o }", limit=2).notes == ()


def test_a_fault_is_placed_in_the_query_as_written(store: Store) -> None:
    query = "SELECT ?s { ?s rdfs:label $name . ?s kgg:leaderOf ?o }"
    with pytest.raises(QueryError, match=r"query:1:50: unknown prefix 'kgg:'"):
        run(store, query, values={"name": "a name that is much longer than its parameter"})


def test_a_value_that_cannot_stand_there_is_shown_in_place(store: Store) -> None:
    with pytest.raises(QueryError, match=r'query:1:15: the query cannot go on like this.*\n  ASK { \?s "leads" \?o }'):
        run(store, "ASK { ?s $how ?o }", values={"how": "leads"})


def test_a_full_answer_needs_no_note(store: Store) -> None:
    assert run(store, "SELECT ?x { ?x kg:leaderOf ?y OPTIONAL { ?x kg:nothing ?z } }").notes == ()


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x { ?x kgg:leaderOf ?y }", r"query:1:28: unknown prefix 'kgg:'; did you mean kg:\?"),
        ("SELECT ?x { ?x zzz:leaderOf ?y }", r"unknown prefix 'zzz:'; add a PREFIX line"),
        ("SELECT ?x WHER { ?x ?p ?y }", r"'WHER' is no word of SPARQL; did you mean WHERE\?"),
        ("SELECT ?x {\n ?x ?p ?y FILTR(?x = ?y) }", r"query:2:\d+: 'FILTR' is no word"),
        ("SELECT ?x { ?x ?p ?y", r"1 '{' without '}'; close it"),
        ("SELECT (COUNT(?x) AS ?n) ?y { ?x ?p ?y }", "GROUP BY"),
        ("SELECT ?x { ?x ?p ) }", "cannot go on like this"),
        ("  # nothing", "the query is empty"),
        ("INSERT DATA { id:a id:b id:c }", "INSERT would change the graph"),
        ("PREFIX a: <http://a.test/> delete where { ?s ?p ?o }", "DELETE would change the graph"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        (r"SELECT * { S\u0045RVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { ?s ?p '\ud800' }", "query: "),
    ],
)
def test_a_query_that_cannot_run_says_where_and_what_to_do(store: Store, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run(store, query)


def test_the_place_is_marked(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, "SELECT ?x {\n  ?x kgg:a ?y }")
    assert str(caught.value).splitlines()[1:] == ["    ?x kgg:a ?y }", "            ^"]


@pytest.mark.parametrize("query", ["SELECT ?service { ?service ?p ?o }", "ASK { ?s ?p 'SERVICE <x>' } # SERVICE"])
def test_the_word_service_alone_is_no_offence(store: Store, query: str) -> None:
    run(store, query)


def test_from_reads_no_file(store: Store, folder: Path) -> None:
    assert run(store, f"SELECT * FROM <{(folder / 'graph.ttl').as_uri()}> {{ ?s ?p ?o }}").rows == ()


# ---------------------------------------------------------------- render

ALL = "SELECT ?s ?o { ?s kg:leaderOf|rdfs:label|kg:minValue ?o } ORDER BY ?s ?o"


def test_a_table_shows_short_names_and_nothing_that_steers_a_terminal(store: Store) -> None:
    lines = render(run(store, ALL), "table", width=100).splitlines()
    assert lines[0].split() == ["s", "o"]
    assert [line.split(maxsplit=1) for line in lines[2:]] == [
        ["id:ann", "id:norland"],
        ["id:ann", "5"],
        ["id:ann", r"Ann \u001b[31m, [bold]the First"],
        ["id:norland", "Norland"],
    ]


def test_csv_reads_back(store: Store) -> None:
    rows = list(csv.reader(io.StringIO(render(run(store, ALL), "csv"))))
    assert rows[0] == ["s", "o"]
    assert ["https://desk.test/id/ann", "Ann \x1b[31m, [bold]the\nFirst"] in rows


def test_tsv_is_one_line_per_row_in_turtles_terms(store: Store) -> None:
    lines = render(run(store, ALL), "tsv").splitlines()
    assert lines[0] == "?s\t?o"
    assert lines[2] == '<https://desk.test/id/ann>\t"5"^^<http://www.w3.org/2001/XMLSchema#integer>'


def test_json_is_sparql_results(store: Store) -> None:
    whole = json.loads(render(run(store, "SELECT ?n ?m { id:ann kg:minValue ?n OPTIONAL { ?n ?p ?m } }"), "json"))
    number = {"type": "literal", "value": "5", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
    assert whole == {"head": {"vars": ["n", "m"]}, "results": {"bindings": [{"n": number}]}}


def test_xml_is_sparql_results(store: Store) -> None:
    text = render(run(store, "SELECT ?n ?m { id:ann kg:minValue ?n OPTIONAL { ?n ?p ?m } }"), "xml")
    assert (
        '<binding name="n"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">5</literal></binding>' in text
    )
    assert "<boolean>true</boolean>" in render(run(store, "ASK { ?s kg:leaderOf ?o }"), "xml")


@pytest.mark.parametrize("format_", ["table", "csv", "tsv"])
def test_ask_is_one_word(store: Store, format_: str) -> None:
    assert render(run(store, "ASK { ?s kg:leaderOf ?o }"), format_) == "true\n"


def test_ask_in_json(store: Store) -> None:
    assert json.loads(render(run(store, "ASK { ?s kg:nothing ?o }"), "json")) == {"head": {}, "boolean": False}


def test_a_graph_becomes_turtle_with_the_prefixes_it_uses(store: Store) -> None:
    text = render(run(store, "CONSTRUCT WHERE { ?p kg:leaderOf ?s }"), "turtle")
    assert text.splitlines() == [
        "@prefix id: <https://desk.test/id/> .",
        "@prefix kg: <https://w3id.org/newskg/ns#> .",
        "id:ann kg:leaderOf id:norland .",
    ]


def test_rows_are_no_turtle(store: Store) -> None:
    with pytest.raises(QueryError, match="only CONSTRUCT and DESCRIBE"):
        render(run(store, ALL), "turtle")


def test_an_unknown_format_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match=", ".join(FORMATS)):
        render(run(store, ALL), "xlsx")
