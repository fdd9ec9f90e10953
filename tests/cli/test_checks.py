"""`kg validate`, `kg check` and `kg eval`."""

import json
from pathlib import Path

import pytest


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


# ---------------------------------------------------------------- check

WORLD = Path(__file__).parent.parent / "query" / "world.ttl"


@pytest.fixture
def suite(tmp_path):
    (tmp_path / "led.rq").write_text("# What is led?\nSELECT ?led { ?p kg:leaderOf/rdfs:label ?led }")
    (tmp_path / "led.csv").write_text("led\nNorland\n1st Sappers\n")
    return tmp_path


def test_a_suite_that_passes_ends_with_nought(run, suite):
    result = run("check", suite, "-o", WORLD)
    assert (result.exit_code, result.stdout) == (0, "ok   led: What is led?\n")
    assert result.stderr == "1 of 1 questions have the expected rows\n"


def test_a_suite_that_fails_ends_with_one_and_the_difference(run, suite):
    (suite / "led.csv").write_text("led\nNorland\nSudria\n")
    result = run("check", suite, "-o", WORLD)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-2:] == ["     - Sudria", "     + 1st Sappers"]


def test_a_suite_prints_json(run, suite):
    (verdict,) = json.loads(run("check", suite, "-o", WORLD, "--json").stdout)
    assert verdict["passed"]


def test_an_empty_suite_is_the_users_error(run, tmp_path):
    assert run("check", tmp_path, "-o", WORLD).exit_code == 2
