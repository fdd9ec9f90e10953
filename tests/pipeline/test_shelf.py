"""Shelf: whatever was taken down ahead, what is taken is what the store holds in the end."""

import gc
from itertools import islice

import pytest

from kg.model import Document, DocumentId, Extraction
from kg.pipeline import recipe
from kg.pipeline.shelf import Shelf
from kg.store import Row, Source, Store


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "out") as opened:
        yield opened


@pytest.fixture
def shelf(store):
    with Shelf(store) as opened:
        yield opened


def add(store, path, text, **more):
    document = Document(DocumentId(f"doc-{text}"), text, text, path, **more)
    found = Extraction(document, (), (), ())
    hash_ = store.keep(found, recipe.extractor())
    store.finish(Source(f"/{path}", path, hash_, recipe.extractor()), [Row(path, document.id, hash_)])
    return found


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_what_is_taken_is_the_same_after_any_number_of_steps(store, shelf, steps):
    held = [add(store, f"{n}.txt", f"Text {n}.") for n in range(3)]
    assert len(list(islice(shelf.take_ahead(), steps))) == steps
    assert shelf.take() == held


def test_what_changes_after_a_step_is_taken_as_it_is_then(store, shelf):
    add(store, "a.txt", "One.")
    add(store, "b.txt", "Two.")
    list(shelf.take_ahead())
    store.remove(a for a in store.articles() if a.path == "a.txt")
    later = [add(store, "b.txt", "Three."), add(store, "c.txt", "Two.")]
    assert shelf.take() == later


def test_one_text_under_two_paths_is_taken_once(store):
    first = add(store, "a.txt", "One.")
    add(store, "b.txt", "One.")
    assert Shelf(store).take() == [first]


def test_what_another_file_says_of_the_text_is_not_mixed_in(store, shelf):
    """Two readings of one file's bytes have one id, and fingerprints of their own."""
    add(store, "b.txt", "One.", title="B")
    list(shelf.take_ahead())
    first = add(store, "a.txt", "One.", title="A")
    assert shelf.take() == [first]


def test_what_was_taken_is_not_kept(store, shelf):
    add(store, "a.txt", "One.")
    list(shelf.take_ahead())
    (first,) = shelf.take()
    (second,) = shelf.take()
    assert first == second
    assert first.document.text is not second.document.text


def test_the_collector_rests_from_the_first_step_until_the_shelf_is_closed(store):
    add(store, "a.txt", "One.")
    was_on = gc.isenabled()
    with Shelf(store) as shelf:
        list(shelf.take_ahead())
        assert not gc.isenabled()
        shelf.take()
        assert not gc.isenabled()
    assert gc.isenabled() == was_on
