"""`kg validate` and `kg eval`."""

import json


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
