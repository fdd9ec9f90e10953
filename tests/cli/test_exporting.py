"""`kg export`: to standard output or to a file, and what it says when it cannot."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.export.formats import FORMATS


def run(*arguments: str | Path):
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


@pytest.mark.parametrize("name", [name for name, f in FORMATS.items() if not f.is_folder])
def test_one_file_is_printed_or_written_the_same(built: Path, tmp_path: Path, name: str) -> None:
    printed = run(built, "--format", name)
    assert printed.exit_code == 0
    written = run(built, "--format", name, "-o", tmp_path / "deep" / "file")
    assert written.stdout == f"{tmp_path / 'deep' / 'file'}\n"
    assert (tmp_path / "deep" / "file").read_text(encoding="utf-8") == printed.stdout


def test_several_files_are_written_into_a_folder(built: Path, tmp_path: Path) -> None:
    result = run(built, "--format", "csv", "-o", tmp_path / "tables")
    assert result.exit_code == 0
    assert sorted(p.name for p in (tmp_path / "tables").iterdir()) == [
        "claim_edges.csv", "claims.csv", "edges.csv", "nodes.csv",
    ]  # fmt: skip


def test_several_files_cannot_be_printed(built: Path) -> None:
    result = run(built, "--format", "csv")
    assert (result.exit_code, "name a folder with -o" in result.stderr) == (2, True)


def test_the_formats_are_listed(built: Path) -> None:
    assert [line.split()[0] for line in run("--list").stdout.splitlines()] == list(FORMATS)
    assert json.loads(run("--list", "--json").stdout).keys() == FORMATS.keys()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "give --format, one of nquads"),
        (("--format", "grapml"), "did you mean graphml?"),
        (("nowhere", "--format", "trig"), "nowhere: no such file or folder"),
    ],
)
def test_a_mistake_is_explained(arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, words in result.stderr) == (2, True)


def test_a_place_that_cannot_be_written_is_named(built: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = run(built, "--format", "trig", "-o", tmp_path / "file" / "graph.trig")
    assert (result.exit_code, "choose another place with -o" in result.stderr) == (2, True)
