"""`kg ontology`."""

import pytest


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
