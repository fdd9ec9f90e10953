"""`kg query` and `kg show`."""

import json

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
