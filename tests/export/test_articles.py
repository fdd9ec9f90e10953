"""Articles in the page: their text whole, mentions where they stand, in the units that browsers count."""

from dataclasses import replace
from itertools import pairwise

from kg.export.articles import articles
from kg.graph import Graph, build
from kg.model import MentionId, Resolution, Span
from kg.ontology import Ontology


def numbers(graph: Graph) -> dict[str, int]:
    return {node: n for n, node in enumerate(sorted(graph.network))}


def test_a_mention_can_be_cut_out_of_the_text(graph: Graph, ontology: Ontology) -> None:
    names = {n: node for node, n in numbers(graph).items()}
    found = articles(graph, ontology, numbers(graph))
    cut = {(a["text"][start:end], names[node]) for a in found for start, end, node in a["mentions"]}
    assert {("Radio Vest", "radio-vest"), ("The Norland army", "norland-army")} <= cut


def test_of_nested_mentions_the_outer_one_is_kept(graph: Graph, ontology: Ontology) -> None:
    for article in articles(graph, ontology, numbers(graph)):
        ends = [(start, end) for start, end, _ in article["mentions"]]
        assert all(a[1] <= b[0] for a, b in pairwise(ends))


def test_of_mentions_that_start_together_the_longest_is_kept(resolution: Resolution, ontology: Ontology) -> None:
    first = next(m for m in resolution.mentions if m.id in resolution.refers_to)
    longer = replace(first, id=MentionId("longer"), span=Span(first.span.start, first.span.end + 1))
    known = {**resolution.refers_to, longer.id: resolution.refers_to[first.id]}
    graph = build(replace(resolution, mentions=(*resolution.mentions, longer), refers_to=known), ontology)
    found = next(a for a in articles(graph, ontology, numbers(graph)) if a["key"] == first.document)
    ends = {start: end for start, end, _ in found["mentions"]}
    assert ends[first.span.start] == longer.span.end


def test_who_published_it_and_how_the_date_is_known(graph: Graph, ontology: Ontology) -> None:
    harbour = next(a for a in articles(graph, ontology, numbers(graph)) if a["path"] == "harbour.txt")
    assert (harbour["by"], harbour["date"], harbour["basis"]) == ("Harbour Post", "2031-03-05", "inferred")


def test_offsets_are_those_of_utf_16(resolution: Resolution, ontology: Ontology) -> None:
    wide = tuple(replace(d, text="\U0001f3c6" + d.text[1:]) for d in resolution.documents)
    graph = build(replace(resolution, documents=wide), ontology)
    for article in articles(graph, ontology, numbers(graph)):
        units = article["text"].encode("utf-16-le")
        cut = [units[2 * a : 2 * b].decode("utf-16-le") for a, b, _ in article["mentions"] if a]
        assert "Radio Vest" in cut or "Sudland" in cut
