"""Help, versions and typos; each command has its own file of tests."""

import pytest

from kg import __version__


def test_the_version(run):
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"kg {__version__}\n")


def test_without_a_command_the_help_is_shown(run):
    result = run()
    assert "build" in result.output
    assert "query" in result.output


@pytest.mark.parametrize(
    "command", ["build", "query", "show", "path", "stats", "timeline", "validate", "check", "eval"]
)
def test_every_command_has_an_example(run, command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"kg {command}" in result.stdout


def test_an_unknown_command_is_the_users_error(run):
    assert run("biuld").exit_code == 2
