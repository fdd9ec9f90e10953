"""N-Quads, TriG and RDF 1.2: other parsers read the same triples from them."""

import pyoxigraph as ox
import pytest
import rdflib

from kg.export.origins import quads
from kg.export.quads import nquads, rdf12, trig
from kg.export.source import Source, iri

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # it warns of itself


@pytest.mark.parametrize(("write", "format_"), [(nquads, ox.RdfFormat.N_QUADS), (trig, ox.RdfFormat.TRIG)])
def test_pyoxigraph_reads_every_quad(source: Source, write, format_) -> None:
    assert set(ox.parse(write(source).encode(), format=format_)) == set(quads(source))


@pytest.mark.parametrize(("write", "format_"), [(nquads, "nquads"), (trig, "trig")])
def test_rdflib_reads_the_triples_of_the_graph(source: Source, write, format_) -> None:
    found = rdflib.Dataset(default_union=True)
    found.parse(data=write(source), format=format_)
    wanted = rdflib.Graph().parse(data="".join(f"{t} .\n" for t in source.triples()), format="nt")
    assert {(s, p, o) for s, p, o in found.triples((None, None, None))} == set(wanted)
    assert {str(g.identifier) for g in found.graphs()} >= set(source.of_class("Document"))


def test_a_reifier_stands_for_what_the_claim_had_in_three_parts(source: Source) -> None:
    parts = [ox.NamedNode(iri(f"rdf:{name}")) for name in ("subject", "predicate", "object")]
    back: set[ox.Triple] = set()
    for quad in ox.parse(rdf12(source).encode(), format=ox.RdfFormat.TURTLE):
        if isinstance(quad.object, ox.Triple):
            assert quad.predicate.value == iri("rdf:reifies")
            terms = (quad.object.subject, quad.object.predicate, quad.object.object)
            back |= {ox.Triple(quad.subject, p, t) for p, t in zip(parts, terms, strict=True)}
        else:
            back.add(quad.triple)
    assert back == set(source.triples())


def test_a_reifier_asserts_nothing(source: Source) -> None:
    """Sudland's alliance is stated; Marr's is only believed, and so it is no triple of its own."""
    store = ox.Store()
    store.load(rdf12(source).encode(), format=ox.RdfFormat.TURTLE)
    query = "SELECT (COUNT(*) AS ?n) { ?c <%s> <<( ?s <%s> ?o )>> FILTER NOT EXISTS { ?s <%s> ?o } }"
    allied = iri("alliedWith")
    solutions = store.query(query % (iri("rdf:reifies"), allied, allied))
    assert [row["n"].value for row in solutions] == ["1"]
