"""A small graph that keeps every promise, and what validation says when one of them is broken."""

from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SH
from rdflib.term import Node

from kg.errors import InputError
from kg.ontology import folder
from kg.validate import validate, validate_text

GRAPH = """\
@prefix kg: <https://w3id.org/newskg/ns#> .
@prefix id: <https://kg.example/id/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

id:doc-1 a kg:Document ; rdfs:label "Kenya sends police" ; kg:path "one.txt" ; kg:publisher id:herald ;
    kg:sha256 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" ; kg:language "en" ;
    kg:referenceDate "2024-06-25"^^xsd:date ; kg:timeBasis kg:Explicit .
id:doc-2 a kg:Document ; rdfs:label "Other news" ; kg:path "two.txt" ; kg:publisher id:herald ;
    kg:sha256 "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb" .

id:herald a kg:MediaOrganization , kg:Organization , kg:Agent , kg:Entity ; rdfs:label "Coastal Herald" .
id:kenya a kg:State , kg:Agent , kg:Place , kg:Entity ; rdfs:label "Kenya" ; kg:alliedWith id:haiti .
id:haiti a kg:State , kg:Agent , kg:Place , kg:Entity ; rdfs:label "Haiti" ; kg:alliedWith id:kenya .
id:lamu a kg:Settlement , kg:Place , kg:Entity ; rdfs:label "Lamu" .
id:wanjiku a kg:Person , kg:Agent , kg:Entity ; rdfs:label "Grace Wanjiku" ; kg:leaderOf id:kenya ;
    kg:spouse id:odhiambo ; kg:title "President" .
id:odhiambo a kg:Person , kg:Agent , kg:Entity ; rdfs:label "Peter Odhiambo" ; kg:spouse id:wanjiku ;
    kg:worksFor id:herald ; kg:memberOf id:herald .
id:police a kg:MilitaryUnit , kg:Organization , kg:Agent , kg:Entity ; rdfs:label "Kenyan police" .

id:deployment-1 a kg:Deployment , kg:Event , kg:Entity ; rdfs:label "Kenya deploys police" ; kg:status kg:Reported ;
    kg:actor id:kenya ; kg:force id:police ; kg:participant id:kenya , id:police ; kg:destination id:haiti ;
    kg:place id:haiti ; kg:strength id:quantity-1 ; kg:quantity id:quantity-1 ; kg:granularity kg:Day ;
    kg:timeBasis kg:Resolved ; kg:notBefore "2024-06-25"^^xsd:date ; kg:notAfter "2024-06-25"^^xsd:date .
id:quantity-1 a kg:Quantity ; kg:minValue 400 ; kg:bound kg:AtLeast ; kg:text "at least 400" ; kg:unit "officers" .

id:claim-1 a kg:Claim ; rdf:subject id:deployment-1 ; rdf:predicate rdf:type ; rdf:object kg:Deployment ;
    kg:source id:wanjiku ; kg:via id:herald ; kg:modality kg:Reported ; kg:cue "said" ; kg:quote "They left today" ;
    kg:document id:doc-1 ; kg:evidence id:span-1 ; kg:confidence 0.9 ; kg:sourceCount 1 .
id:claim-2 a kg:Claim ; rdf:subject id:wanjiku ; rdf:predicate kg:leaderOf ; rdf:object id:kenya ;
    kg:asOf "2024-06-25"^^xsd:date ; kg:source id:herald ; kg:modality kg:Asserted ; kg:document id:doc-1 ;
    kg:evidence id:span-1 ; kg:confidence 0.9 .
id:claim-3 a kg:Claim ; rdf:subject id:odhiambo ; rdf:predicate kg:successorOf ; rdf:object id:wanjiku ;
    kg:source id:herald ; kg:modality kg:Speculative ; kg:document id:doc-1 ;
    kg:evidence id:span-1 ; kg:confidence 0.5 .
id:claim-4 a kg:Claim ; rdf:subject id:kenya ; rdf:predicate kg:alliedWith ; rdf:object id:haiti ;
    kg:source id:herald ; kg:modality kg:Asserted ; kg:document id:doc-1 ; kg:evidence id:span-1 ; kg:confidence 0.9 .
id:claim-5 a kg:Claim ; rdf:subject id:wanjiku ; rdf:predicate kg:spouse ; rdf:object id:odhiambo ;
    kg:source id:herald ; kg:modality kg:Asserted ; kg:document id:doc-1 ; kg:evidence id:span-1 ; kg:confidence 0.9 .
id:claim-6 a kg:Claim ; rdf:subject id:wanjiku ; rdf:predicate kg:title ; rdf:object "President" ;
    kg:source id:herald ; kg:modality kg:Asserted ; kg:document id:doc-1 ; kg:evidence id:span-1 ; kg:confidence 0.9 .
id:claim-7 a kg:Claim ; rdf:subject id:odhiambo ; rdf:predicate kg:worksFor ; rdf:object id:herald ;
    kg:source id:herald ; kg:modality kg:Asserted ; kg:document id:doc-1 ; kg:evidence id:span-1 ; kg:confidence 1.0 .

id:span-1 a kg:TextSpan ; kg:document id:doc-1 ; kg:start 10 ; kg:end 40 ; kg:exact "“They left today”, she said…  " .
id:mention-1 a kg:Mention , kg:TextSpan ; kg:document id:doc-1 ; kg:start 0 ; kg:end 5 ; kg:exact "Kenya" ;
    kg:refersTo id:kenya ; kg:mentionKind kg:Name .
"""

# What is changed into what, and the shape that must notice.
CORE = [
    ('rdfs:label "Lamu"', 'rdfs:label "Lamu" , "Amu"', "label"),
    ('rdfs:label "Lamu"', 'rdfs:label "Lamu"@sw', "label"),
    ("id:lamu a kg:Settlement ,", "id:lamu a kg:Settlement , kg:Agent ,", "Settlement-alone"),
    ("id:police a kg:MilitaryUnit ,", "id:police a kg:MilitaryUnit , kg:Group ,", "Organization-alone"),
    ("kg:leaderOf id:kenya", "kg:leaderOf id:lamu", "leaderOf-to"),
    ("kg:leaderOf id:kenya", "kg:childOf id:odhiambo , id:a , id:b", "childOf-to"),
    ("kg:spouse id:wanjiku ;", "kg:title 7 ;", "title-to"),
    ('rdfs:label "Haiti" ; kg:alliedWith id:kenya', 'rdfs:label "Haiti"', "alliedWith-both-ways"),
    ("kg:spouse id:wanjiku ;", "", "spouse-both-ways"),
    ('rdfs:label "Kenyan police"', 'rdfs:label "Kenyan police" ; kg:spouse id:wanjiku', "spouse-from"),
    ("kg:actor id:kenya ; kg:force id:police ; kg:participant id:kenya", "kg:participant id:lamu", "participant-to"),
    ("kg:place id:haiti", "kg:place id:police", "place-to"),
    ("kg:quantity id:quantity-1", "kg:quantity 400", "quantity-to"),
    ("kg:status kg:Reported ;", "", "Event-status"),
    ("kg:status kg:Reported ;", "kg:status kg:Certain ;", "Event-status"),
    ("kg:granularity kg:Day ;", "", "Event-granularity"),
    ('kg:notAfter "2024-06-25"^^xsd:date', 'kg:notAfter "2024-06-24"^^xsd:date', "Event-notBefore"),
    ('kg:notAfter "2024-06-25"^^xsd:date', 'kg:notAfter "2024-06-31"^^xsd:date', "Event-notAfter"),
    ('kg:notAfter "2024-06-25"^^xsd:date', 'kg:notAfter "June"', "Event-notAfter"),
    ("kg:minValue 400 ;", "", "Quantity-node"),
    ("kg:minValue 400 ;", "kg:minValue 400 ; kg:maxValue 300 ;", "Quantity-minValue"),
    ("kg:bound kg:AtLeast", "kg:bound kg:AtLeast , kg:Exact", "Quantity-bound"),
    ("kg:source id:wanjiku ;", "", "Claim-source"),
    ("kg:source id:wanjiku ;", "kg:source id:lamu ;", "Claim-source"),
    ("kg:via id:herald ;", "kg:via id:police ;", "Claim-via"),
    ("kg:modality kg:Speculative ;", "", "Claim-modality"),
    ("kg:confidence 0.5", "kg:confidence 1.5", "Claim-confidence"),
    ("kg:evidence id:span-1 ; kg:confidence 0.5", "kg:confidence 0.5", "Claim-evidence"),
    ("rdf:predicate kg:successorOf ;", "", "Claim-predicate"),
    ('kg:sha256 "bbbb', 'kg:sha256 "XYZ', "Document-sha256"),
    ('"two.txt" ; kg:publisher id:herald ;', '"two.txt" ;', "Document-node"),
    ("kg:start 10 ;", "kg:start -1 ;", "TextSpan-start"),
    ("kg:start 10 ;", "kg:start 50 ;", "TextSpan-start"),
    ("kg:refersTo id:kenya ;", "", "Mention-refersTo"),
    ("kg:mentionKind kg:Name", "kg:mentionKind kg:Alias", "Mention-mentionKind"),
]
STRICT = [
    ("rdf:predicate rdf:type ;", "rdf:predicate kg:about ;", "event-has-claim"),
    ("kg:status kg:Reported ;", "kg:status kg:Asserted ;", "status-is-claimed"),
    ("kg:status kg:Reported ;", "kg:status kg:Denied ;", "status-is-strongest"),
    ("kg:status kg:Reported ;", "kg:status kg:Reported ; kg:contested true ;", "contested-is-denied"),
    ('kg:notBefore "2024-06-25"^^xsd:date ;', "", "day-has-bounds"),
    ("kg:participant id:kenya , id:police", "kg:participant id:kenya", "super-property-is-written"),
    ("; kg:memberOf id:herald", "", "super-property-is-written"),
    ("kg:minValue 400 ;", "kg:minValue 400 ; kg:maxValue 900 ;", "bound-fits-values"),
    ("kg:leaderOf id:kenya", "kg:leaderOf id:haiti", "fact-is-written"),
    ("kg:worksFor id:herald", "kg:successorOf id:wanjiku ; kg:worksFor id:herald", "doubt-is-not-written"),
    ("kg:worksFor id:herald", "kg:leaderOf id:herald ; kg:worksFor id:herald", "relation-has-claim"),
    ("a kg:TextSpan ; kg:document id:doc-1", "a kg:TextSpan ; kg:document id:doc-2", "evidence-in-document"),
    ('kg:quote "They left today"', 'kg:quote "They left on Monday"', "quote-in-evidence"),
    ('kg:cue "said"', 'kg:cue "announced"', "cue-in-evidence"),
    ("kg:end 40 ;", "kg:end 41 ;", "offsets-fit-text"),
]


def broken(old: str, new: str) -> str:
    assert GRAPH.count(old) >= 1
    return GRAPH.replace(old, new, 1)


def test_the_graph_keeps_every_promise() -> None:
    report = validate_text(GRAPH, strict=True)
    assert report.conforms
    assert report.warnings == ()


@pytest.mark.parametrize(("old", "new", "shape"), CORE)
def test_a_broken_shape_is_found(old: str, new: str, shape: str) -> None:
    report = validate_text(broken(old, new))
    assert not report.conforms
    assert shape in {f.shape for f in report.violations}


@pytest.mark.parametrize(("old", "new", "shape"), STRICT)
def test_a_broken_constraint_is_found_by_strict(old: str, new: str, shape: str) -> None:
    text = broken(old, new)
    assert shape in {f.shape for f in validate_text(text, strict=True).violations}
    assert shape not in {f.shape for f in validate_text(text).violations}


def test_every_constraint_of_strict_is_broken_by_one_of_them() -> None:
    both = shapes() + Graph().parse(folder() / "constraints.ttl")
    assert {local(c) for c in both.subjects(RDF.type, SH.SPARQLConstraint)} == {shape for _, _, shape in STRICT}


# ---------------------------------------------------------------- every shape there is


def shapes() -> Graph:
    return Graph().parse(folder() / "shapes.ttl")


def local(term: Node) -> str:
    return str(term).rpartition("#")[2].rpartition("/")[2]


def named_shapes() -> list[str]:
    """Every shape that has a name and demands something itself, but for those that hold only constraints in SPARQL."""
    graph = shapes()
    found = {*graph.subjects(SH.path), *graph.subjects(RDF.type, SH.NodeShape)}
    return sorted(local(s) for s in found if isinstance(s, URIRef) and set(graph.predicates(s)) & DEMANDS)


DEMANDS = {SH[name] for name in ("class", "datatype", "in", "minCount", "maxCount", "nodeKind", "or", "not", "pattern")}
DEMANDS |= {SH.equals, SH.lessThan, SH.lessThanOrEquals, SH.minInclusive, SH.maxInclusive}


def mutants() -> str:
    """For every class and property that a shape is about: a node that has nothing, and nodes with wrong values of three
    kinds; for classes that exclude each other a node of both."""
    graph, lines = shapes(), []
    for shape in set(graph.subjects(SH.targetClass)):
        for type_ in graph.objects(shape, SH.targetClass):
            excluded = [c for bar in graph.objects(shape, SH["not"]) for c in graph.objects(bar, SH["class"])]
            lines += [f"id:both-{local(type_)}-{local(c)} a <{type_}> , <{c}> ." for c in excluded]
            lines += [f"id:none-{local(type_)} a <{type_}> .", f"[] a <{type_}> ."]
            paths = [p for p in graph.objects(shape, SH.path) if isinstance(p, URIRef)]
            lines += [f'id:wrong-{local(type_)} a <{type_}> ; <{p}> -7.5 , "x"@sw , id:nothing .' for p in paths]
    for property_ in set(graph.objects(None, SH.targetSubjectsOf)):
        lines.append(f'id:wrong-{local(property_)} <{property_}> -7.5 , "x"@sw , id:nothing .')
    return "\n".join(lines)


@pytest.fixture(scope="module")
def fired() -> set[str]:
    """The shapes that a graph of mutants breaks."""
    report = validate_text(f"{GRAPH}\n{mutants()}")
    return {f.shape for f in (*report.violations, *report.warnings)}


@pytest.mark.parametrize("shape", named_shapes())
def test_every_shape_catches_a_mutant(fired: set[str], shape: str) -> None:
    assert shape in fired


def test_a_role_that_the_text_leaves_out_is_only_a_warning() -> None:
    text = broken("kg:actor id:kenya ;", "")
    report = validate_text(text)
    assert report.conforms
    assert [f.severity for f in report.warnings] == ["Warning"]
    assert "may not say its actor" in report.warnings[0].message


def test_a_finding_names_node_property_value_and_document() -> None:
    (finding,) = validate_text(broken("kg:confidence 0.5", "kg:confidence 1.5")).violations
    assert finding.node == "https://kg.example/id/claim-3"
    assert (finding.path, finding.value) == ("kg:confidence", "1.5")
    assert finding.document == "one.txt"
    assert str(finding).startswith("violation: https://kg.example/id/claim-3: Claim-confidence: ")
    assert str(finding).endswith("(kg:confidence 1.5) [one.txt]")


def test_a_finding_about_an_event_names_the_document_of_its_claims() -> None:
    (finding,) = validate_text(broken("kg:granularity kg:Day ;", "")).violations
    assert finding.document == "one.txt"


def test_an_impossible_date_is_a_finding_and_nothing_else(capfd: pytest.CaptureFixture[str]) -> None:
    report = validate_text(broken('kg:asOf "2024-06-25"', 'kg:asOf "2024-06-31"'))
    assert [f.shape for f in report.violations] == ["Claim-asOf"]
    assert capfd.readouterr().err == ""


def test_reports_are_the_same_every_time() -> None:
    text = (
        broken("kg:source id:wanjiku ;", "")
        .replace("kg:bound kg:AtLeast ;", "")
        .replace("kg:timeBasis kg:Resolved ;", "")
    )
    assert validate_text(text, strict=True) == validate_text(text, strict=True)


def test_files_are_checked_together(tmp_path: Path) -> None:
    head = "".join(line + "\n" for line in GRAPH.splitlines() if line.startswith("@prefix"))
    before, mention = GRAPH.split("id:mention-1")
    (tmp_path / "graph.ttl").write_text(before, encoding="utf-8")
    (tmp_path / "graph.mentions.ttl").write_text(f"{head}id:mention-1{mention}", encoding="utf-8")
    assert not validate([tmp_path / "graph.mentions.ttl"]).conforms
    assert validate([tmp_path / "graph.ttl", tmp_path / "graph.mentions.ttl"]).conforms


def test_a_syntax_error_names_the_file(tmp_path: Path) -> None:
    file = tmp_path / "half.ttl"
    file.write_text("<https://kg.example/id/a> <https://kg.example/id/b> .", encoding="utf-8")
    with pytest.raises(InputError, match=r"half\.ttl: "):
        validate([file])


def test_a_missing_file_is_the_users_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        validate([tmp_path / "absent.ttl"])


def test_no_file_is_the_users_error() -> None:
    with pytest.raises(InputError, match="no file"):
        validate([])


def test_the_hand_made_gold_graph_conforms(shared: Path) -> None:
    report = validate([shared / "gold" / "seed_gold.ttl"], strict=True)
    assert report.violations == ()
    assert len(report.warnings) == 1
