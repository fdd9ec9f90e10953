import os
from pathlib import Path

import pytest

from kg.read.sources import Found, Skipped, find


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for name in ("b.txt", "a.HTML", "deep/c.md", "deep/er/d.jsonl", "photo.png", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    return tmp_path


def names(found: Found, folder: Path) -> list[str]:
    return [os.path.relpath(source, folder) for source in found.sources]


def test_folders_are_read_recursively_in_order(news: Path) -> None:
    found = find([news])
    assert names(found, news) == ["a.HTML", "b.txt", "deep/c.md", "deep/er/d.jsonl"]
    assert (found.skipped, found.ignored) == ((), 1)


def test_the_order_of_the_arguments_does_not_matter(news: Path) -> None:
    paths = [news / "deep", news / "b.txt", news / "a.HTML"]
    assert find(paths) == find(reversed(paths))


def test_a_file_named_twice_is_read_once(news: Path) -> None:
    os.symlink(news / "b.txt", news / "z.txt")
    assert names(find([news / "b.txt", news / "deep" / ".." / "b.txt", news / "z.txt"]), news) == ["b.txt"]


def test_globs_are_expanded(news: Path) -> None:
    assert names(find([f"{news}/*.txt", f"{news}/**/*.jsonl"]), news) == ["b.txt", "deep/er/d.jsonl"]


def test_a_name_that_looks_like_a_glob_is_a_file_if_it_exists(tmp_path: Path) -> None:
    file = tmp_path / "[1].txt"
    file.write_text("x")
    assert find([file]).sources == (str(file),)


def test_standard_input_is_a_source() -> None:
    assert find(["-", "-"]).sources == ("-",)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.txt", "no such file or folder"),
        ("*.nothing", "nothing matches this pattern"),
        ("https://news.example/a.html", "pages are not fetched; save the page and name the file"),
    ],
)
def test_what_is_not_there_is_reported_beside_the_rest(news: Path, path: str, reason: str) -> None:
    found = find([path, news / "b.txt"])
    assert found.skipped == (Skipped(path, reason),)
    assert names(found, news) == ["b.txt"]


def test_a_named_file_of_another_kind_is_reported(news: Path) -> None:
    [skipped] = find([news / "photo.png"]).skipped
    assert skipped.reason.startswith("unsupported suffix '.png'")


def test_links_to_folders_are_not_followed(news: Path) -> None:
    os.symlink(news, news / "deep" / "loop")
    found = find([news])
    assert names(found, news) == ["a.HTML", "b.txt", "deep/c.md", "deep/er/d.jsonl"]
    assert [s.reason for s in found.skipped] == ["a link to a folder is not followed; name it to read it"]


def test_a_folder_named_through_a_link_is_read(news: Path) -> None:
    os.symlink(news / "deep", news / "link")
    assert names(find([news / "link"]), news) == ["link/c.md", "link/er/d.jsonl"]


def test_broken_links_and_pipes_are_reported(tmp_path: Path) -> None:
    os.symlink(tmp_path / "gone.txt", tmp_path / "dead.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert [s.reason for s in find([tmp_path]).skipped] == ["a link that leads nowhere", "not a regular file"]


def test_a_folder_that_cannot_be_listed_is_reported(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert find([news]).skipped == (Skipped(str(news), "cannot be listed: Permission denied"),)


def test_names_that_are_not_utf8_can_be_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.pdf"
    with open(path, "wb"):
        pass
    [skipped] = find([os.fsdecode(path)]).skipped
    assert skipped.path.endswith("caf\ufffd.pdf")
