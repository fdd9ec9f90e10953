"""`kg remove` and `kg diff`."""

import json

import pytest

from kg import pipeline


@pytest.fixture
def out(inbox, tmp_path):
    """A folder of its own, built from all articles."""
    pipeline.build([str(inbox)], tmp_path / "out")
    return tmp_path / "out"


def test_remove_says_what_fell(run, out):
    result = run("remove", "01-engineers.txt", "-o", out)
    assert result.exit_code == 0
    assert "removed" in result.stderr
    assert "- event Killing" in result.stdout
    assert "Grace Odera" in (out / "graph.ttl").read_text(encoding="utf-8")  # another article has her, too


def test_remove_prints_json(run, out):
    found = json.loads(run("remove", "01-engineers.txt", "-o", out, "--json").stdout)
    assert found["articles"][0]["path"].endswith("01-engineers.txt")
    assert found["removed"]


def test_remove_of_an_unknown_article_changes_nothing(run, out):
    before = (out / "graph.ttl").read_bytes()
    result = run("remove", "01-engineer.txt", "-o", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean" in result.stderr
    assert (out / "graph.ttl").read_bytes() == before


def test_remove_from_a_folder_never_built_is_the_users_error(run, tmp_path):
    result = run("remove", "a.txt", "-o", tmp_path)
    assert result.exit_code == 2
    assert "kg build" in result.stderr


def test_diff_of_a_folder_and_itself_is_empty(run, built):
    result = run("diff", built, built)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no difference" in result.stderr


def test_diff_shows_what_was_added(run, inbox, built, tmp_path):
    pipeline.build([str(inbox / "01-engineers.txt")], tmp_path)
    lines = run("diff", tmp_path, built).stdout.splitlines()
    assert any(line.startswith("+ article") for line in lines)
    assert any(line.startswith("+ event WeaponsTest") for line in lines)


def test_diff_prints_json(run, inbox, built, tmp_path):
    pipeline.build([str(inbox / "01-engineers.txt")], tmp_path)
    found = json.loads(run("diff", built, tmp_path, "--json").stdout)
    assert {"added", "removed", "figures", "contested"} == found.keys()
    assert any(c["kind"] == "article" for c in found["removed"])


def test_diff_without_a_graph_is_the_users_error(run, built, tmp_path):
    assert run("diff", built, tmp_path / "nowhere").exit_code == 2
