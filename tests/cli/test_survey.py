"""`kg path`, `kg stats` and `kg timeline`."""

import json
from pathlib import Path

import pytest

WORLD = Path(__file__).parent.parent / "query" / "world.ttl"


def test_path_prints_steps_and_words(run):
    result = run("path", "Ann Roe", "Norland", "-o", WORLD)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:2] == ["Ann Roe", "  —leaderOf→ Norland"]


def test_path_prints_json(run):
    found = json.loads(run("path", "Ann Roe", "Norland", "-o", WORLD, "--json").stdout)
    assert found["steps"][0]["tie"] == "leaderOf"
    assert found["steps"][0]["evidence"][0]["document"] == "one.txt"


def test_two_things_without_a_path_are_told_on_stderr(run):
    result = run("path", "Cy Roe", "Norland", "-o", WORLD)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing that is asserted or reported connects Cy Roe and Norland" in result.stderr


def test_stats_prints_numbers(run):
    result = run("stats", WORLD)
    assert result.exit_code == 0
    assert "       13 claims" in result.stdout


def test_stats_prints_json(run):
    assert json.loads(run("stats", WORLD, "--json").stdout)["entities"]["Person"] == 4


def test_timeline_prints_events_and_counts_them_on_stderr(run):
    result = run("timeline", "-o", WORLD)
    assert result.stdout.startswith("2031-03-01 – 2031-06-01   Deployment: sappers\n")
    assert result.stderr.startswith("4 dated events")


def test_timeline_prints_json(run):
    found = json.loads(run("timeline", "Norland", "-o", WORLD, "--from", "2031-01-01", "--json").stdout)
    assert [moment["what"] for moment in found] == ["Deployment: sappers"]


@pytest.mark.parametrize(
    "arguments",
    [("path", "Ann Roe", "Nobody"), ("timeline", "Nobody"), ("timeline", "--from", "then"), ("timeline", "--to", "31")],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_found_is_the_users_error(run, arguments):
    result = run(*arguments, "-o", WORLD)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "error: " in result.stderr


def test_stats_of_nothing_is_the_users_error(run, tmp_path):
    assert run("stats", tmp_path / "nowhere").exit_code == 2
