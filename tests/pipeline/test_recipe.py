"""Recipe: digests that change with what they stand for, and with nothing else."""

import shutil

import pytest

from kg import ontology
from kg.pipeline import recipe


@pytest.fixture
def digests(tmp_path, monkeypatch):
    """Both digests of a copy of a small part of the package, taken anew at every call."""
    package = tmp_path / "kg"
    for name in ("export", "extract", "model"):
        shutil.copytree(recipe._PACKAGE / name, package / name)
    shutil.copy(recipe._PACKAGE / "text.py", package / "text.py")
    shutil.copytree(ontology.folder(), tmp_path / "ontology")
    monkeypatch.setattr(recipe, "_PACKAGE", package)
    monkeypatch.setattr(recipe, "_EXTRACTING", ("extract", "model", "text.py"))
    monkeypatch.setattr(ontology, "folder", lambda: tmp_path / "ontology")
    return lambda: recipe._hash.cache_clear() or (recipe.extractor.__wrapped__(), recipe.program.__wrapped__())


def test_the_same_files_have_the_same_digests(digests):
    assert digests() == digests()


@pytest.mark.parametrize("file", ["kg/extract/article.py", "kg/model/document.py", "ontology/events.yaml"])
def test_what_extracts_changes_both(digests, tmp_path, file):
    before = digests()
    with (tmp_path / file).open("a") as text:
        text.write("\n# changed\n")
    assert all(a != b for a, b in zip(before, digests(), strict=True))


def test_what_exports_changes_only_the_program(digests, tmp_path):
    before = digests()
    (tmp_path / "kg/export/terms.py").write_text("")
    after = digests()
    assert after[0] == before[0]
    assert after[1] != before[1]


def test_compiled_files_do_not_matter(digests, tmp_path):
    before = digests()
    (tmp_path / "kg/extract/article.pyc").write_bytes(b"x")
    assert digests() == before


def test_all_weights_count():
    files = (recipe._PACKAGE / "models" / "en").iterdir()
    assert {f.suffix for f in files} - {".md", ""} <= recipe._READ
