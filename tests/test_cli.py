"""The command line: data on stdout, talk on stderr, an exit code for every kind of end."""

import json

import pytest
from typer.testing import CliRunner

from kg import __version__
from kg.cli import app

LEADERS = "SELECT ?name WHERE { ?p a kg:Person ; rdfs:label ?name }"


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "200")
    runner = CliRunner()
    return lambda *arguments, **options: runner.invoke(app, [str(a) for a in arguments], **options)


# ---------------------------------------------------------------- help


def test_the_version(run):
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"kg {__version__}\n")


def test_without_a_command_the_help_is_shown(run):
    result = run()
    assert "build" in result.output
    assert "query" in result.output


@pytest.mark.parametrize("command", ["build", "query", "show", "validate", "eval"])
def test_every_command_has_an_example(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"kg {command}" in result.stdout


def test_an_unknown_command_is_the_users_error(run):
    assert run("biuld").exit_code == 2


# ---------------------------------------------------------------- build


def test_build_prints_its_files_on_stdout_and_talks_on_stderr(run, inbox, tmp_path):
    result = run("build", inbox / "01-engineers.txt", "-o", tmp_path)
    assert result.exit_code == 0
    names = ("graph.ttl", "graph.mentions.ttl", "graph.html")
    assert result.stdout == "".join(f"{tmp_path / name}\n" for name in names)
    assert "1 articles" in result.stderr
    assert "next: " in result.stderr


def test_build_says_what_it_skipped(run, inbox, tmp_path):
    result = run("build", inbox / "01-engineers.txt", inbox / "06-binary.txt", "-o", tmp_path)
    assert result.exit_code == 0
    assert "skipped" in result.stderr
    assert "06-binary.txt" in result.stderr


def test_build_reads_standard_input(run, inbox, tmp_path):
    text = (inbox / "01-engineers.txt").read_bytes()
    result = run("build", "-", "-o", tmp_path, input=text)
    assert result.exit_code == 0
    assert (tmp_path / "graph.ttl").is_file()


def test_build_of_nothing_is_the_users_error(run, tmp_path):
    result = run("build", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: ")
    assert "nowhere" in result.stderr


def test_a_bad_base_is_the_users_error(run, inbox, tmp_path):
    result = run("build", inbox, "-o", tmp_path, "--base", "not an IRI")
    assert result.exit_code == 2
    assert "error: " in result.stderr


def test_no_worker_is_the_users_error(run, inbox, tmp_path):
    assert run("build", inbox, "-o", tmp_path, "--workers", 0).exit_code == 2


# ---------------------------------------------------------------- query


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


# ---------------------------------------------------------------- show


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


# ---------------------------------------------------------------- validate


def test_validate_says_that_a_build_conforms(run, built):
    result = run("validate", built)
    assert result.exit_code == 0
    assert "conforms" in result.stderr


def test_validate_strictly_prints_json(run, built):
    result = run("validate", built, "--strict", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["conforms"] is True


def test_a_graph_that_breaks_a_shape_ends_with_one(run, tmp_path):
    broken = tmp_path / "broken.ttl"
    broken.write_text("@prefix kg: <https://w3id.org/newskg/ns#> .\n<https://desk.test/c> a kg:Claim .\n")
    result = run("validate", broken)
    assert result.exit_code == 1
    assert "violation" in result.stdout
    assert "does not conform" in result.stderr


def test_a_file_that_is_no_graph_is_the_users_error(run, tmp_path):
    (tmp_path / "a.ttl").write_text("this is not Turtle")
    assert run("validate", tmp_path / "a.ttl").exit_code == 2


# ---------------------------------------------------------------- eval


def test_a_build_scores_full_marks_against_itself(run, built):
    result = run("eval", built / "graph.ttl", "-o", built, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)


def test_eval_prints_a_table_and_the_errors(run, built):
    result = run("eval", built / "graph.ttl", "-o", built, "--errors")
    assert result.exit_code == 0
    assert result.stdout


def test_eval_without_gold_is_the_users_error(run, built, tmp_path):
    assert run("eval", tmp_path / "gold.ttl", "-o", built).exit_code == 2


# ---------------------------------------------------------------- ontology


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the ontology's generated files, so that no test writes to the checkout."""
    import shutil

    from kg import ontology

    real = ontology.folder()
    for name in ("kg.ttl", "shapes.ttl"):
        shutil.copy(real / name, tmp_path)
    monkeypatch.setattr("kg.ontology.folder", lambda: tmp_path)
    return tmp_path


def test_the_generated_files_are_fresh(run):
    result = run("ontology", "check")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_stale_file_ends_with_one_and_the_next_command(run, copied):
    (copied / "kg.ttl").write_text("old")
    result = run("ontology", "check")
    assert result.exit_code == 1
    assert "kg ontology build" in result.stderr


def test_a_missing_file_is_stale(run, copied):
    (copied / "shapes.ttl").unlink()
    assert run("ontology", "check").exit_code == 1


def test_build_makes_the_files_fresh(run, copied):
    (copied / "kg.ttl").write_text("old")
    assert run("ontology", "build").stdout.splitlines()[0] == str(copied / "kg.ttl")
    assert run("ontology", "check").exit_code == 0


def test_a_query_may_come_from_a_file(built, tmp_path):
    file = tmp_path / "q.rq"
    file.write_text("SELECT ?l WHERE { ?e a kg:Person ; rdfs:label ?l }", encoding="utf-8")
    given = CliRunner().invoke(app, ["query", str(built), "SELECT ?l WHERE { ?e a kg:Person ; rdfs:label ?l }"])
    read = CliRunner().invoke(app, ["query", str(built), "--file", str(file)])
    assert read.exit_code == 0
    assert read.stdout == given.stdout


def test_a_query_file_that_is_not_there_is_the_users_to_mend(built, tmp_path):
    assert CliRunner().invoke(app, ["query", str(built), "--file", str(tmp_path / "no.rq")]).exit_code == 2
