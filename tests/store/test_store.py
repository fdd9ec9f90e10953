"""Store: what was put in is there, what was taken out is not, and nobody else gets in meanwhile."""

import sqlite3
from dataclasses import replace

import pytest

from kg.errors import InputError
from kg.store import FILE, Row, Source, Store, fingerprint


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "out") as opened:
        yield opened


def add(store, extraction, extractor="x", path=None):
    """One file with one article."""
    path = path or extraction.document.path
    hash_ = store.keep(extraction, extractor)
    source = Source(f"/{path}", path, hash_, extractor)
    store.finish(source, [Row(path, extraction.document.id, hash_)])
    return source


def extractions(store):
    """What the store holds, each with the path it has."""
    found = [(path, store.extraction(hash_, "x")) for path, _, hash_ in store.held("x")]
    return [replace(e, document=replace(e.document, path=path)) for path, e in found]


def test_what_was_kept_comes_back(store, article):
    extraction = article("One.", "a.txt")
    add(store, extraction)
    assert extractions(store) == [extraction]


def test_an_article_that_belongs_to_no_finished_source_is_not_there(store, article):
    store.keep(article("One.", "a.txt"), "x")
    assert extractions(store) == []


def test_but_it_need_not_be_extracted_again(store, article):
    extraction = article("One.", "a.txt")
    store.keep(extraction, "x")
    assert store.holds(fingerprint(extraction.document), "x")


def test_articles_come_in_order_of_their_paths(store, article):
    for path in ("b.txt", "a.txt", "c.txt"):
        add(store, article(path, path))
    assert [e.document.path for e in extractions(store)] == ["a.txt", "b.txt", "c.txt"]


def test_a_text_under_two_paths_is_kept_once_and_read_under_both(store, article):
    for path in ("a.txt", "b.txt"):
        add(store, article("One.", path))
    assert [e.document.path for e in extractions(store)] == ["a.txt", "b.txt"]


def test_a_source_that_changes_replaces_what_it_held(store, article):
    add(store, article("One.", "a.txt"))
    add(store, article("Two.", "a.txt"))
    assert [e.document.text for e in extractions(store)] == ["Two."]


def test_a_source_is_current_until_its_bytes_or_the_extractor_change(store, article):
    source = add(store, article("One.", "a.txt"))
    assert store.is_current(source)
    assert not store.is_current(Source(source.key, source.path, "other", "x"))
    assert not store.is_current(Source(source.key, source.path, source.stamp, "y"))


def test_another_spelling_of_a_path_is_the_one_shown(store, article):
    source = add(store, article("One.", "a.txt"))
    store.respell(Source(source.key, "./a.txt", source.stamp, "x"))
    assert [a.path for a in store.articles()] == ["./a.txt"]


def test_what_could_not_be_read_is_remembered_with_its_source(store):
    store.finish(Source("/a.jsonl", "a.jsonl", "s", "x"), [Row("a.jsonl#3", reason="no text")])
    assert store.skipped(["/a.jsonl"]) == [("a.jsonl#3", "no text")]
    assert store.skipped(["/b.jsonl"]) == []


def test_a_removed_article_is_gone_and_its_source_is_read_anew(store, article):
    source = add(store, article("One.", "a.txt"))
    store.remove(store.articles())
    assert store.articles() == []
    assert not store.is_current(source)


def test_sweeping_forgets_what_nothing_holds(store, article):
    extraction = article("One.", "a.txt")
    add(store, extraction)
    store.remove(store.articles())
    store.sweep("x")
    assert not store.holds(fingerprint(extraction.document), "x")


def test_sweeping_keeps_a_text_that_another_path_has(store, article):
    for path in ("a.txt", "b.txt"):
        add(store, article("One.", path))
    store.remove(a for a in store.articles() if a.path == "a.txt")
    store.sweep("x")
    assert [e.document.path for e in extractions(store)] == ["b.txt"]


def test_extractions_by_another_extractor_are_outdated(store, article):
    extraction = article("One.", "a.txt")
    add(store, extraction)
    assert store.outdated("x") == []
    assert store.outdated("y") == [extraction.document]


def test_the_manifest_does_not_depend_on_the_order(tmp_path, article):
    manifests = set()
    for name, paths in (("one", "ab"), ("other", "ba")):
        with Store(tmp_path / name) as store:
            for path in paths:
                add(store, article(path, path))
            manifests.add(store.manifest())
    assert len(manifests) == 1


def test_a_setting_is_what_it_was_set_to_last(store):
    assert store.setting("base") is None
    store.set("base", "one")
    store.set("base", "two")
    assert store.setting("base") == "two"


def test_all_is_there_when_opened_again(tmp_path, article):
    with Store(tmp_path) as store:
        add(store, article("One.", "a.txt"))
    with Store(tmp_path) as store:
        assert [a.path for a in store.articles()] == ["a.txt"]
    assert [p.name for p in tmp_path.iterdir()] == [FILE]


def test_a_second_process_is_turned_away(store, tmp_path):
    with pytest.raises(InputError, match="another kg is at work"):
        Store(tmp_path / "out")


def test_a_discarded_store_leaves_no_trace(tmp_path):
    Store(tmp_path / "deep" / "out").discard()
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_store_is_the_users_to_move(tmp_path):
    (tmp_path / FILE).write_bytes(b"no database " * 100)
    with pytest.raises(InputError, match="not a store"):
        Store(tmp_path)


def test_a_store_of_another_version_is_not_touched(tmp_path):
    with Store(tmp_path):
        pass
    other = sqlite3.connect(tmp_path / FILE)
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(InputError, match="another version"):
        Store(tmp_path)
