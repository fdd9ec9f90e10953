"""Each article's graph: what it says is in it, and nothing that only another one says."""

from collections import defaultdict

import pyoxigraph as ox

from kg.export.origins import quads
from kg.export.source import Source, iri


def by_article(source: Source) -> dict[str, set[str]]:
    """Path of an article to the triples of its graph; what no article states stands under ""."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in quads(source):
        graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        found[source.first(graph, "path")].add(str(quad.triple))
    return found


def line(subject: str, predicate: str, target: str) -> str:
    name = "https://kg.example/id/"
    return f"<{name}{subject}> <{iri(predicate)}> <{name}{target}>"


def test_all_graphs_together_are_the_graph(source: Source) -> None:
    assert set().union(*by_article(source).values()) == {str(t) for t in source.triples()}


def test_nothing_of_a_built_graph_is_without_an_article(source: Source) -> None:
    assert by_article(source).keys() == {"harbour.txt", "bridge.txt"}


def test_a_plain_triple_is_in_the_graphs_of_the_articles_that_state_it(source: Source) -> None:
    found = by_article(source)
    works, allied = line("ivo-marr", "worksFor", "norland-army"), line("estmark", "alliedWith", "sudland")
    assert works in found["harbour.txt"] - found["bridge.txt"]
    assert allied in found["bridge.txt"] - found["harbour.txt"]


def test_what_is_entailed_stands_where_its_reason_does(source: Source) -> None:
    found = by_article(source)
    assert line("ivo-marr", "memberOf", "norland-army") in found["harbour.txt"] - found["bridge.txt"]


def test_a_role_is_in_every_article_that_tells_of_the_event(source: Source) -> None:
    found = by_article(source)
    role = line("attack-0001", "actor", "norland-army")
    assert role in found["harbour.txt"] & found["bridge.txt"]


def test_an_article_can_be_dropped_and_the_other_stays_readable(source: Source) -> None:
    kept = by_article(source)["bridge.txt"]
    subjects = {t.split(" ")[0] for t in kept if f"<{iri('rdfs:label')}>" in t}
    claims = [n for n in source.of_class("Claim") if source.first(source.first(n, "document"), "path") == "bridge.txt"]
    ends = [end for claim in claims for end in source.values(claim, "rdf:subject", "source")]
    assert claims
    assert {f"<{n}>" for n in (*claims, *ends)} <= subjects


def test_a_triple_that_no_article_states_stays_in_the_default_graph(source: Source) -> None:
    lone = Source({"https://a.test/x": {iri("rdfs:label"): (ox.Literal("x"),)}}, source.prefixes)
    assert [q.graph_name for q in quads(lone)] == [ox.DefaultGraph()]
