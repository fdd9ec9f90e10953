"""`kg query` and `kg show`."""

import json
from pathlib import Path

import pytest

LEADERS = "SELECT ?name WHERE { ?p a kg:Person ; rdfs:label ?name }"


def test_query_prints_a_table(run, built):
    result = run("query", built, LEADERS)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Grace Odera" in result.stdout


def test_query_prints_json(run, built):
    result = run("query", built, LEADERS, "--format", "json")
    names = {b["name"]["value"] for b in json.loads(result.stdout)["results"]["bindings"]}
    assert "Grace Odera" in names


def test_query_prints_csv(run, built):
    assert run("query", built, LEADERS, "--format", "csv").stdout.splitlines()[0] == "name"


def test_query_of_a_file(run, built):
    result = run("query", built / "graph.ttl", "ASK { ?e a kg:Deployment }")
    assert result.stdout == "true\n"


def test_query_explains_an_empty_answer_on_stderr(run, built):
    result = run("query", built, "SELECT ?e WHERE { ?e a kg:Deploymnet }", "--format", "csv")
    assert result.exit_code == 0
    assert result.stdout == "e\n"
    assert "Deployment" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("out-of-nowhere", LEADERS),
        ("{built}", "SELEKT ?x"),
        ("{built}", LEADERS, "--format", "jsn"),
        ("{built}",),
    ],
    ids=["no such folder", "syntax", "format", "no query"],
)
def test_a_query_that_cannot_be_run_is_the_users_error(run, built, arguments):
    result = run("query", *(a.replace("{built}", str(built)) for a in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "error: " in result.stderr


def test_a_bracketed_word_in_an_error_is_printed_as_it_is(run, tmp_path):
    assert "[bold]" in run("query", tmp_path / "[bold]", LEADERS).stderr


def test_a_query_may_come_from_a_file(run, built, tmp_path):
    file = tmp_path / "q.rq"
    file.write_text("SELECT ?l WHERE { ?e a kg:Person ; rdfs:label ?l }", encoding="utf-8")
    given = run("query", built, "SELECT ?l WHERE { ?e a kg:Person ; rdfs:label ?l }")
    read = run("query", built, "--file", file)
    assert read.exit_code == 0
    assert read.stdout == given.stdout


def test_a_query_file_that_is_not_there_is_the_users_to_mend(run, built, tmp_path):
    assert run("query", built, "--file", tmp_path / "no.rq").exit_code == 2


def test_show_prints_what_is_said_and_by_whom(run, built):
    result = run("show", "Grace Odera", "-o", built)
    assert result.exit_code == 0
    assert result.stdout.startswith("Grace Odera")
    assert "01-engineers.txt" in result.stdout


def test_show_prints_json(run, built):
    found = json.loads(run("show", "kenya", "-o", built, "--json").stdout)
    assert found["name"] == "Kenya"
    assert found["statements"]


def test_show_suggests_the_nearest_name(run, built):
    result = run("show", "Grace Odara", "-o", built)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean Grace Odera" in result.stderr


# ---------------------------------------------------------------- questions, parameters, limits

WORLD = Path(__file__).parent.parent / "query" / "world.ttl"


def test_query_lists_its_questions(run):
    result = run("query", "--list")
    assert result.exit_code == 0
    assert "who-said-what" in result.stdout
    assert "next: kg query" in result.stderr


def test_query_lists_its_questions_as_json(run):
    listed = {q["name"]: q for q in json.loads(run("query", "--list", "--json").stdout)}
    assert listed["large-killings"]["parameters"][0]["default"] == "100"


def test_a_question_is_asked_by_name(run):
    result = run("query", WORLD, "who-leads", "--what", "Norland", "--format", "csv")
    assert (result.stdout, result.stderr) == ("leader,led\nAnn Roe,Norland\n", "")


def test_a_question_is_asked_of_the_default_folder(run, built, monkeypatch):
    monkeypatch.setattr("kg.cli.asked.DEFAULT_OUT", built)
    assert run("query", "who-leads").stdout == run("query", built, "who-leads").stdout != ""


def test_a_question_that_needs_the_ontology_has_it(run):
    assert run("query", WORLD, "plover", "--who", "Norland", "--format", "csv").stdout == "plover,events\nAID,1\n"


def test_a_name_that_nothing_has_is_told_with_the_nearest(run):
    result = run("query", WORLD, "who-leads", "--what", "Norlnd")
    assert result.exit_code == 0
    assert "nothing is called 'Norlnd'; did you mean Norland" in result.stderr


def test_a_parameter_is_bound_in_a_query_of_ones_own(run):
    query = "SELECT ?n { ?x kg:leaderOf/rdfs:label $what ; rdfs:label ?n }"
    result = run("query", WORLD, query, "--param", "what=Norland", "--format", "csv")
    assert result.stdout == "n\nAnn Roe\n"


@pytest.mark.parametrize("how", [["--json"], ["--format", "json"]])
def test_query_prints_json_either_way(run, how):
    assert json.loads(run("query", WORLD, "ASK { ?s ?p ?o }", *how).stdout) == {"head": {}, "boolean": True}


def test_rows_beyond_the_limit_are_cut_and_that_is_told(run):
    result = run("query", WORLD, "SELECT ?x { ?x a kg:Person }", "--limit", 2, "--format", "csv")
    assert len(result.stdout.splitlines()) == 3
    assert "only the first 2 rows are shown" in result.stderr


def test_a_limit_that_nothing_exceeds_is_not_told(run):
    assert run("query", WORLD, "SELECT ?x { ?x a kg:Person }", "--limit", 4).stderr == ""


def test_a_query_that_takes_too_long_is_stopped(run):
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (STR(?a) < STR(?j)) }"
    result = run("query", WORLD, query, "--timeout", 0.5)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "stopped after 0.5 s" in result.stderr


def test_a_query_within_its_time_answers(run):
    assert run("query", WORLD, "ASK { ?s ?p ?o }", "--timeout", 60).stdout == "true\n"


@pytest.mark.parametrize("update", ["DROP ALL", "LOAD <file:///etc/hosts>", "DELETE WHERE { ?s ?p ?o }"])
def test_nothing_can_be_changed(run, update):
    result = run("query", WORLD, update)
    assert result.exit_code == 2
    assert "only reading is possible" in result.stderr


@pytest.fixture
def copy(tmp_path):
    (tmp_path / "graph.ttl").write_bytes(WORLD.read_bytes())
    return tmp_path


def test_an_index_is_made_once_and_answers_from_then_on(run, copy):
    first = run("query", copy, "who-leads", "--index")
    assert "graph.index" in first.stderr
    assert (copy / "graph.index").is_dir()
    later = run("query", copy, "who-leads")
    assert (later.stdout, later.stderr) == (first.stdout, "")


def test_a_stale_index_is_told_and_not_used(run, copy):
    run("query", copy, "who-leads", "--index")
    (copy / "graph.ttl").write_text("")
    result = run("query", copy, "SELECT ?s { ?s ?p ?o }", "--format", "csv")
    assert result.stdout == "s\n"
    assert "stale" in result.stderr


@pytest.mark.parametrize("paths", [["{world}"], ["{copy}", "{world}"]])
def test_an_index_is_of_one_output_folder(run, copy, paths):
    named = [p.replace("{world}", str(WORLD)).replace("{copy}", str(copy)) for p in paths]
    assert run("query", *named, "who-leads", "--index").exit_code == 2
