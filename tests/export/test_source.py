"""A built graph read back: all of it, whatever its order; what cannot be exported is refused."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import rdf
from kg.errors import ExportError
from kg.export.source import Source, iri, read

ReadTurtle = Callable[[str], Source]


def test_every_triple_of_graph_and_mentions_is_there(folder: Path, source: Source) -> None:
    store, _ = rdf.load(rdf.turtle_files(folder))
    assert {(t.subject, t.predicate, t.object) for t in source.triples()} == {
        (q.subject, q.predicate, q.object) for q in store
    }


def test_names_are_short_in_the_namespaces_of_data_and_vocabulary(turtle_source: ReadTurtle) -> None:
    found = turtle_source("@prefix id: <https://desk.test/> .\nid:ann a kg:Person .")
    assert found.prefixes["id"] == "https://desk.test/"
    assert [found.short(n) for n in ("https://desk.test/ann", iri("Claim"), "https://x.test/y")] == [
        "ann", "Claim", "https://x.test/y",
    ]  # fmt: skip


def test_values_are_sorted_and_the_first_of_none_is_empty(turtle_source: ReadTurtle) -> None:
    found = turtle_source('id:ann rdfs:label "B" , "A" .')
    ann = next(iter(found.nodes))
    assert found.values(ann, "rdfs:label") == ["A", "B"]
    assert found.first(ann, "cue") == ""


def test_a_node_without_a_name_is_refused(turtle_source: ReadTurtle) -> None:
    with pytest.raises(ExportError, match="a node without an IRI"):
        turtle_source("id:ann kg:title [] .")


def test_a_file_in_another_format_and_order_is_the_same_source(tmp_path: Path, folder: Path, source: Source) -> None:
    lines = [f"{t} .\n" for t in source.triples()]
    (tmp_path / "graph.nt").write_text("".join(reversed(lines)), encoding="utf-8")
    assert read(tmp_path / "graph.nt").nodes == source.nodes
    assert list(ox.parse(path=str(tmp_path / "graph.nt"), format=ox.RdfFormat.N_TRIPLES))
