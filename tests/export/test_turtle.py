"""Turtle: two parsers read the same triples, the rules of the ontology hold in them, bytes never vary."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ExportError, InputError
from kg.export.turtle import turtle
from kg.graph import Graph, build
from kg.model import (
    Claim,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Kind,
    Literal,
    Mention,
    MentionId,
    Modality,
    Relation,
    Resolution,
    Span,
)
from kg.ontology import Ontology, load
from kg.validate import validate_text

KG, ID = rdflib.Namespace("https://w3id.org/newskg/ns#"), rdflib.Namespace("https://kg.example/id/")
SCHEMA, SKOS = rdflib.Namespace("https://schema.org/"), rdflib.SKOS
RDF, RDFS, XSD = rdflib.RDF, rdflib.RDFS, rdflib.XSD


def parsed(graph: Graph, ontology: Ontology) -> rdflib.Graph:
    main, mentions = turtle(graph, ontology)
    return rdflib.Graph().parse(data=main, format="turtle").parse(data=mentions, format="turtle")


@pytest.fixture
def triples(graph: Graph, ontology: Ontology) -> rdflib.Graph:
    return parsed(graph, ontology)


def claims(triples: rdflib.Graph, subject: str, predicate: rdflib.URIRef) -> list[rdflib.term.Node]:
    found = set(triples.subjects(RDF.subject, ID[subject])) & set(triples.subjects(RDF.predicate, predicate))
    return sorted(found)


def term(node: rdflib.term.Node) -> str:
    """A term in a form that both libraries' values can be brought to."""
    if isinstance(node, rdflib.Literal):
        return f'"{node}"^^{node.datatype or XSD.string}'
    return f"<{node}>"


def ox_term(node: object) -> str:
    if isinstance(node, ox.Literal):
        return f'"{node.value}"^^{node.datatype.value}'
    assert isinstance(node, ox.NamedNode)
    return f"<{node.value}>"


def both(text: str) -> Iterator[set[tuple[str, ...]]]:
    yield {tuple(map(term, triple)) for triple in rdflib.Graph().parse(data=text, format="turtle")}
    yield {tuple(map(ox_term, (q.subject, q.predicate, q.object))) for q in ox.parse(text, format=ox.RdfFormat.TURTLE)}


# ---------------------------------------------------------------- form


def test_rdflib_and_pyoxigraph_read_the_same_triples(graph: Graph, ontology: Ontology) -> None:
    for text in turtle(graph, ontology):
        one, other = both(text)
        assert one == other


def test_bytes_do_not_depend_on_the_order_of_input(resolution: Resolution, ontology: Ontology) -> None:
    rng = random.Random(3)
    mixed = replace(
        resolution,
        **{
            name: tuple(rng.sample(getattr(resolution, name), len(getattr(resolution, name))))
            for name in ("documents", "mentions", "entities", "relations", "events")
        },
    )
    events = tuple(replace(e, claims=e.claims[::-1], roles=e.roles[::-1]) for e in mixed.events)
    again = replace(mixed, events=events, refers_to=dict(reversed(mixed.refers_to.items())))
    assert turtle(build(again, ontology), ontology) == turtle(build(resolution, ontology), ontology)


def test_there_are_no_blank_nodes(triples: rdflib.Graph) -> None:
    assert not any(isinstance(node, rdflib.BNode) for node in triples.all_nodes())


def test_another_base_renames_the_data_and_not_the_vocabulary(graph: Graph, ontology: Ontology) -> None:
    default, other = turtle(graph, ontology)[0], turtle(graph, ontology, base="https://desk.test/news#")[0]
    assert other == default.replace("https://kg.example/id/", "https://desk.test/news#")


@pytest.mark.parametrize("base", ["", "kg", "https://x.test", "file:///tmp/", "https://x.test/a b/", 'http://x/">/'])
def test_a_base_that_is_no_namespace_is_refused(graph: Graph, ontology: Ontology, base: str) -> None:
    with pytest.raises(InputError, match="--base"):
        turtle(graph, ontology, base=base)


# ---------------------------------------------------------------- entities and ties


def test_all_superclasses_are_written(triples: rdflib.Graph) -> None:
    assert set(triples.objects(ID["port-sall"], RDF.type)) == {KG.Settlement, KG.Place, KG.Entity}


def test_aliases_and_links_are_written(triples: rdflib.Graph) -> None:
    assert list(triples.objects(ID["ana-reyl"], SKOS.altLabel)) == [rdflib.Literal("Reyl")]
    assert list(triples.objects(ID["ana-reyl"], SCHEMA.sameAs)) == [rdflib.URIRef("http://www.wikidata.org/entity/Q0")]


def test_a_firm_tie_is_a_direct_triple_with_its_super_property(triples: rdflib.Graph) -> None:
    assert (ID["ivo-marr"], KG.worksFor, ID["norland-army"]) in triples
    assert (ID["ivo-marr"], KG.memberOf, ID["norland-army"]) in triples


def test_a_speculative_tie_exists_only_as_a_claim(triples: rdflib.Graph) -> None:
    assert (None, KG.alliedWith, ID["ana-reyl"]) not in triples
    assert len(claims(triples, "ana-reyl", KG.alliedWith)) == 1


def test_a_symmetric_tie_is_written_in_both_directions(triples: rdflib.Graph) -> None:
    assert (ID["estmark"], KG.alliedWith, ID["sudland"]) in triples
    assert (ID["sudland"], KG.alliedWith, ID["estmark"]) in triples


def test_every_direct_triple_of_a_tie_has_a_firm_claim(triples: rdflib.Graph, ontology: Ontology) -> None:
    narrower = {
        n: {m for m in ontology.relations if n in (m, *ontology.super_relations(m))} for n in ontology.relations
    }
    for name, names in narrower.items():
        for subject, _, target in triples.triples((None, KG[name], None)):
            if (subject, RDF.type, KG.Event) in triples:
                continue
            ends = {(subject, target), (target, subject)}
            backing = [
                c
                for s, t in ends
                for n in names
                for c in set(triples.subjects(RDF.subject, s)) & set(triples.subjects(RDF.object, t))
                if (c, RDF.predicate, KG[n]) in triples
            ]
            assert {m for c in backing for m in triples.objects(c, KG.modality)} & {KG.Asserted, KG.Reported}


# ---------------------------------------------------------------- events


def test_an_event_has_status_contested_and_count(triples: rdflib.Graph) -> None:
    attack = ID["attack-0001"]
    assert triples.value(attack, KG.status) == KG.Reported
    assert triples.value(attack, KG.contested) == rdflib.Literal(True)
    assert triples.value(attack, KG.sourceCount) == rdflib.Literal(2)


def test_an_uncontested_event_does_not_say_so(triples: rdflib.Graph) -> None:
    assert triples.value(ID["killing-0002"], KG.contested) is None


def test_super_roles_and_counts_are_written(triples: rdflib.Graph) -> None:
    deployment = ID["deployment-0004"]
    assert set(triples.objects(deployment, KG.participant)) == {ID["estmark"], ID["engineers"]}
    assert set(triples.objects(deployment, KG.place)) == {ID["port-sall"]}
    assert triples.value(deployment, KG.quantity) == triples.value(deployment, KG.strength)


def test_a_doubtful_role_exists_only_as_a_claim(triples: rdflib.Graph) -> None:
    attack = ID["attack-0001"]
    assert (attack, KG.actor, ID["norland"]) not in triples
    assert (attack, KG.participant, ID["norland"]) not in triples
    (claim,) = claims(triples, "attack-0001", KG.actor)
    assert triples.value(claim, KG.modality) == KG.Speculative


def test_the_event_claim_reifies_its_most_specific_type(triples: rdflib.Graph) -> None:
    found = claims(triples, "attack-0001", RDF.type)
    assert {triples.value(c, RDF.object) for c in found} == {KG.Attack}
    assert {triples.value(c, KG.modality) for c in found} == {KG.Reported, KG.Denied}


def test_time_bounds_are_dates_of_their_granularity(triples: rdflib.Graph) -> None:
    deployment = ID["deployment-0004"]
    assert triples.value(deployment, KG.notBefore) == rdflib.Literal(dt.date(2031, 4, 1))
    assert triples.value(deployment, KG.notAfter) == rdflib.Literal(dt.date(2031, 4, 30))
    assert triples.value(deployment, KG.granularity) == KG.Month
    assert triples.value(deployment, KG.timeBasis) == KG.Resolved


def test_a_day_that_is_not_pinned_is_undated(triples: rdflib.Graph) -> None:
    assert triples.value(ID["killing-0002"], KG.granularity) == KG.Undated


def test_events_link_to_events(triples: rdflib.Graph) -> None:
    assert (ID["killing-0002"], KG.partOf, ID["attack-0001"]) in triples


# ---------------------------------------------------------------- quantities


def test_a_quantity_keeps_its_bound(triples: rdflib.Graph) -> None:
    quantity = triples.value(ID["killing-0002"], KG.killed)
    assert triples.value(quantity, KG.bound) == KG.AtLeast
    assert triples.value(quantity, KG.minValue) == rdflib.Literal(12)
    assert triples.value(quantity, KG.maxValue) is None


def test_a_counted_claim_has_its_day(triples: rdflib.Graph) -> None:
    (claim,) = claims(triples, "killing-0002", KG.killed)
    assert triples.value(claim, KG.asOf) == rdflib.Literal(dt.date(2031, 3, 5))


# ---------------------------------------------------------------- claims and text


def test_a_claim_says_who_via_whom_how_and_in_what(triples: rdflib.Graph) -> None:
    claim = next(c for c in claims(triples, "attack-0001", RDF.type) if (c, KG.modality, KG.Denied) in triples)
    expected = {
        KG.source: ID["ana-reyl"],
        KG.via: ID["radio-vest"],
        KG.madeIn: ID["publicstatement-0003"],
        KG.cue: rdflib.Literal("told"),
        KG.quote: rdflib.Literal("We did not fire a single shot"),
        KG.confidence: rdflib.Literal("0.9", datatype=XSD.decimal),
    }
    assert {p: triples.value(claim, p) for p in expected} == expected


def test_a_cue_that_is_not_in_the_evidence_is_left_out(triples: rdflib.Graph) -> None:
    reported = [c for c in claims(triples, "attack-0001", RDF.type) if (c, KG.modality, KG.Reported) in triples]
    assert not any(triples.value(c, KG.cue) for c in reported)


def test_evidence_is_the_words_of_the_article(triples: rdflib.Graph, resolution: Resolution) -> None:
    texts = {ID[d.id]: d.text for d in resolution.documents}
    spans = list(triples.subjects(RDF.type, KG.TextSpan))
    assert spans
    for span in spans:
        start, end = (triples.value(span, p).toPython() for p in (KG.start, KG.end))  # type: ignore[union-attr]
        assert texts[triples.value(span, KG.document)][start:end] == str(triples.value(span, KG.exact))  # type: ignore[index]


def test_mentions_are_in_their_own_file(graph: Graph, ontology: Ontology) -> None:
    main, mentions = turtle(graph, ontology)
    assert "kg:Mention" not in main
    assert mentions.count(" a kg:Mention , kg:TextSpan ;") == len(graph.mentions)


def test_a_document_says_who_published_it(triples: rdflib.Graph, resolution: Resolution) -> None:
    named, unnamed = (ID[d.id] for d in resolution.documents)
    assert triples.value(named, KG.publisher) == ID["harbour-post"]
    label = triples.value(triples.value(unnamed, KG.publisher), RDFS.label)
    assert label == rdflib.Literal("unnamed publisher of bridge.txt")


def test_the_same_claim_read_twice_is_one_node(resolution: Resolution, ontology: Ontology) -> None:
    tie = resolution.relations[0]
    again = replace(tie.claims[0], spans=(Span(171, 179),), score=0.95)
    twice = replace(resolution, relations=(replace(tie, claims=(*tie.claims, again)),))
    found = parsed(build(twice, ontology), ontology)
    (claim,) = claims(found, tie.subject, KG[tie.type])
    assert len(list(found.objects(claim, KG.evidence))) == 2
    assert found.value(claim, KG.confidence) == rdflib.Literal("0.95", datatype=XSD.decimal)


def test_evidence_outside_the_text_is_refused(resolution: Resolution, ontology: Ontology) -> None:
    tie = resolution.relations[0]
    beyond = replace(tie, claims=(replace(tie.claims[0], spans=(Span(0, 99_999),)),))
    with pytest.raises(ExportError, match="no text at 0-99999"):
        turtle(build(replace(resolution, relations=(beyond,)), ontology), ontology)


def test_the_graph_keeps_the_promises_of_the_ontology(graph: Graph, ontology: Ontology) -> None:
    assert validate_text("\n".join(turtle(graph, ontology)), strict=True).violations == ()


# ---------------------------------------------------------------- hostile text

HOSTILE = st.text(st.characters(codec=None) | st.sampled_from('"\\\n\r\t\0\u202e\ufeff\ud800<>{}^|`%'), min_size=1)


def small(text: str) -> Resolution:
    """One person whose name, title, article and id are the text."""
    document = Document(DocumentId("doc-0"), text, "0" * 64, text, title=text, url=text)
    person = Entity(EntityId(f"x{text}"), "Person", text, (text + "2",), links=(f"https://x.test/{text}",))
    mention = Mention(MentionId("m"), document.id, Span(0, len(text)), text, "Person", Kind.NAME, 0.9, 0, 0)
    claim: Claim[EntityId] = Claim(document.id, (Span(0, len(text)),), Modality.ASSERTED, cue=text)
    title = Relation("title", person.id, Literal(text), (claim,))
    return Resolution((document,), (mention,), (person,), {mention.id: person.id}, (title,), ())


@given(HOSTILE)
def test_any_text_survives_in_both_parsers(text: str) -> None:
    ontology = load()
    for written in turtle(build(small(text), ontology), ontology):
        written.encode()
        one, other = both(written)
        assert one == other
        exact = {o for _, p, o in one if p == f"<{KG.exact}>"}
        assert exact == {'"' + "".join("\ufffd" if 0xD800 <= ord(c) < 0xE000 else c for c in text) + f'"^^{XSD.string}'}


def test_a_link_that_is_no_iri_is_refused(resolution: Resolution, ontology: Ontology) -> None:
    entities = (replace(resolution.entities[0], links=("Q42",)), *resolution.entities[1:])
    with pytest.raises(ExportError, match="'Q42' is no absolute IRI"):
        turtle(build(replace(resolution, entities=entities), ontology), ontology)


def test_a_copy_points_at_its_original(resolution: Resolution, ontology: Ontology) -> None:
    first, second = (d.id for d in resolution.documents[:2])
    triples = parsed(build(replace(resolution, origins={second: first}), ontology), ontology)
    assert list(triples.subject_objects(KG.copyOf)) == [(ID[second], ID[first])]


def test_why_names_are_one_thing_is_told_beside_the_mentions(resolution: Resolution, ontology: Ontology) -> None:
    one, *others = resolution.entities
    found = build(replace(resolution, entities=(replace(one, reasons=("same name",)), *others)), ontology)
    assert "oneBecause" not in turtle(found, ontology)[0]
    assert list(parsed(found, ontology).subject_objects(KG.oneBecause)) == [(ID[one.id], rdflib.Literal("same name"))]
