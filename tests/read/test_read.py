import io
import json
import os
from pathlib import Path

import pytest

from kg.model import Document
from kg.read import Skipped, distinct, find, read

PROSE = "No ferry left the island on Tuesday, the company said, and nobody knew when the next one would go."
ARTICLE = f"Storm closes harbour for days\n\n{PROSE}\n"


def one(path: Path, data: bytes) -> Document | Skipped:
    path.write_bytes(data)
    [item] = read(str(path))
    return item


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl"])
def test_every_suffix_is_read(tmp_path: Path, name: str) -> None:
    source = {"a.html": f"<h1>Storm closes harbour for days</h1><p>{PROSE}</p>"}.get(name, ARTICLE)
    found = one(tmp_path / name, (json.dumps({"text": ARTICLE}) if "json" in name else source).encode())
    assert isinstance(found, Document)
    assert [span.of(found.text) for span in found.body] == ["Storm closes harbour for days", PROSE]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl"])
@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\x89PNG\r\n\x1a\n\0", b"{", b"<", b"\xff\xfe\0"])
def test_no_bad_article_raises(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    for found in read(str(tmp_path / name)):
        assert isinstance(found, Skipped)
        assert found.reason
        assert "\n" not in found.reason


def test_line_ends_and_marks_keep_the_offsets_of_the_file(tmp_path: Path) -> None:
    data = "\ufeff" + ARTICLE.replace("\n", "\r\n")
    found = one(tmp_path / "a.txt", data.encode())
    assert isinstance(found, Document)
    assert found.text == data
    assert found.body[0].start == 1


def test_a_large_file_is_skipped_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with open(path, "wb") as file:
        file.truncate(25_000_000)
    [found] = read(str(path))
    assert found == Skipped(str(path), "too large: 25 MB, the limit for one article is 20 MB")


def test_records_are_numbered_in_their_path(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": ARTICLE}) + "\n{broken\n" + json.dumps({"text": ARTICLE + "More."}) + "\n")
    assert [item.path.removeprefix(str(path)) for item in read(str(path))] == ["#1", "#2", "#3"]


def test_a_file_that_cannot_be_opened_is_skipped(tmp_path: Path) -> None:
    [found] = read(str(tmp_path / "gone.txt"))
    assert isinstance(found, Skipped)
    assert found.reason == "cannot be opened: No such file or directory"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    path.chmod(0)
    [found] = read(str(path))
    assert found == Skipped(str(path), "cannot be opened: Permission denied")


def test_a_fault_in_one_article_is_a_line_about_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes) -> str:
        raise RuntimeError("the decoder\nis gone")

    monkeypatch.setattr("kg.read.decode_text", fail)
    found = one(tmp_path / "a.txt", b"News")
    assert found == Skipped(str(tmp_path / "a.txt"), "could not be read (RuntimeError: the decoder is gone)")


@pytest.mark.parametrize(
    "data",
    [ARTICLE, f"<!DOCTYPE html><h1>Storm closes harbour for days</h1><p>{PROSE}</p>", json.dumps({"text": ARTICLE})],
)
def test_standard_input_may_be_text_page_or_records(data: str) -> None:
    [found] = read("-", stdin=io.BytesIO(data.encode()))
    assert isinstance(found, Document)
    assert (found.path, found.title) == ("-", "Storm closes harbour for days")


def test_documents_with_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(ARTICLE)
    items = [item for source in find([tmp_path]).sources for item in read(source)]
    first, second = distinct(items)
    assert isinstance(first, Document)
    assert second == Skipped(str(tmp_path / "b.txt"), f"the same as {tmp_path / 'a.txt'}")
