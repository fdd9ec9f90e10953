"""RDF files: what a path stands for, what cannot be read, and bytes that do not depend on order."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import rdf
from kg.errors import InputError


def triple(*names: str) -> ox.Triple:
    return ox.Triple(*(ox.NamedNode(f"https://a.test/{name}") for name in names))  # type: ignore[arg-type]


def test_a_folder_stands_for_its_graph_and_mentions(tmp_path: Path) -> None:
    for name in ("graph.ttl", "graph.mentions.ttl", "notes.ttl"):
        (tmp_path / name).touch()
    assert [f.name for f in rdf.turtle_files(tmp_path)] == ["graph.ttl", "graph.mentions.ttl"]


def test_a_folder_without_a_graph_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no graph\.ttl; build one"):
        list(rdf.turtle_files(tmp_path))


def test_loading_gives_triples_and_the_prefixes_of_the_last_file(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("@prefix id: <https://a.test/> .\nid:a id:b id:c .")
    (tmp_path / "b.ttl").write_text("@prefix id: <https://b.test/> .\nid:a id:b id:c .")
    store, prefixes = rdf.load([tmp_path / "a.ttl", tmp_path / "b.ttl"])
    assert (len(store), prefixes["id"]) == (2, "https://b.test/")


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<https://a.test/a> <https://a.test/b>\n<https://a.test/c> <")
    with pytest.raises(InputError, match=r"a\.ttl:2:"):
        rdf.load([tmp_path / "a.ttl"])


def test_what_is_written_does_not_depend_on_order_or_repetition() -> None:
    found = [triple("s", "p", "o"), triple("s", "p", "n"), triple("r", "p", "o")]
    written = {rdf.serialize(t, ox.RdfFormat.TURTLE, {}) for t in (found, found[::-1], found * 2)}
    assert len(written) == 1


def test_only_prefixes_that_are_used_are_written_and_in_order() -> None:
    prefixes = {"p": "https://a.test/", "unused": "https://u.test/", "b": "https://b.test/"}
    found = [triple("s", "p", "o"), ox.Triple(*(ox.NamedNode("https://b.test/x"),) * 3)]
    lines = rdf.serialize(found, ox.RdfFormat.TURTLE, prefixes).splitlines()
    assert lines[:2] == ["@prefix b: <https://b.test/> .", "@prefix p: <https://a.test/> ."]
    assert not any("unused" in line for line in lines)
