"""Shelf: whatever was taken down ahead, what is taken is what the store holds in the end."""

from dataclasses import replace
from itertools import islice

import pytest

from kg.model import Document, DocumentId, Extraction
from kg.ontology import load
from kg.pipeline import recipe
from kg.pipeline.shelf import Shelf
from kg.resolve import resolve
from kg.store import Row, Source, Store


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "out") as opened:
        yield opened


def add(store, path, text, **more):
    document = Document(DocumentId(f"doc-{text}"), text, text, path, **more)
    found = Extraction(document, (), (), ())
    hash_ = store.keep(found, recipe.extractor())
    store.finish(Source(f"/{path}", path, hash_, recipe.extractor()), [Row(path, document.id, hash_)])
    return found


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_what_is_taken_is_the_same_after_any_number_of_steps(store, steps):
    held = [add(store, f"{n}.txt", f"Text {n}.") for n in range(3)]
    shelf = Shelf(store)
    assert len(list(islice(shelf.take_ahead(), steps))) == steps
    found, known = shelf.take()
    assert found == held
    assert len(known) == steps


def test_what_changes_after_a_step_is_taken_as_it_is_then(store):
    add(store, "a.txt", "One.")
    add(store, "b.txt", "Two.")
    shelf = Shelf(store)
    list(shelf.take_ahead())
    store.remove(a for a in store.articles() if a.path == "a.txt")
    later = [add(store, "b.txt", "Three."), add(store, "c.txt", "Two.")]
    assert shelf.take()[0] == later


def test_one_text_under_two_paths_is_taken_once(store):
    first = add(store, "a.txt", "One.")
    add(store, "b.txt", "One.")
    assert Shelf(store).take()[0] == [first]


def test_what_another_file_says_of_the_text_is_not_mixed_in(store):
    """Two readings of one file's bytes have one id, and fingerprints of their own."""
    add(store, "b.txt", "One.", title="B")
    shelf = Shelf(store)
    list(shelf.take_ahead())
    first = add(store, "a.txt", "One.", title="A")
    assert shelf.take() == ([first], {})


def test_what_was_taken_is_not_kept(store):
    add(store, "a.txt", "One.")
    shelf = Shelf(store)
    list(shelf.take_ahead())
    shelf.take()
    assert shelf.take()[1] == {}


def test_clusters_found_ahead_resolve_to_the_same(built, tmp_path):
    with Store(built) as store:
        shelf = Shelf(store)
        list(shelf.take_ahead())
        found, known = shelf.take()
    assert len(known) == len(found) == 3
    assert resolve(found, load(), known=known) == resolve(found, load())
    other = [replace(e, document=replace(e.document, path=e.document.path)) for e in reversed(found)]
    assert resolve(other, load(), known=known) == resolve(found, load())
