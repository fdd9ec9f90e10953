"""Made-up graphs: as large as asked for, always the same, and a graph like any other."""

import pytest

from benchmarks import made_up
from kg.graph import build
from kg.ontology import load


@pytest.mark.parametrize("size", [10, 200])
def test_a_graph_has_as_many_nodes_as_asked_for_and_its_publisher(size):
    assert len(build(made_up.resolution(size, load()), load()).network) == size + 1


def test_the_same_size_is_the_same_graph():
    assert made_up.resolution(50, load()) == made_up.resolution(50, load())


def test_every_mention_is_literal_in_its_article():
    found = made_up.resolution(50, load())
    texts = {d.id: d.text for d in found.documents}
    assert all(m.span.of(texts[m.document]) == m.text for m in found.mentions)
