"""One small graph, written by hand, and copies of it with one thing changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.evaluate import Scores, evaluate

GRAPH = """
@prefix kg: <https://w3id.org/newskg/ns#> .
@prefix id: <https://kg.example/id/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

id:doc a kg:Document ; kg:path "border.txt" ; kg:sha256 "aa" ; kg:publisher id:herald .

id:herald a kg:MediaOrganization, kg:Organization, kg:Agent, kg:Entity ; rdfs:label "Harbour Herald" .
id:ruritania a kg:State, kg:Agent, kg:Place, kg:Entity ; rdfs:label "Ruritania" .
id:strelsau a kg:Settlement, kg:Place, kg:Entity ; rdfs:label "Strelsau" ; kg:locatedIn id:ruritania .
id:roos a kg:Person, kg:Agent, kg:Entity ; rdfs:label "Ida Roos" ; skos:altLabel "Roos" ;
    kg:title "general" ; kg:spouse id:vos .
id:vos a kg:Person, kg:Agent, kg:Entity ; rdfs:label "Jan Vos" ; kg:spouse id:roos .
id:guards a kg:Group, kg:Agent, kg:Entity ; rdfs:label "three border guards" .
id:raiders a kg:Group, kg:Agent, kg:Entity ; rdfs:label "raiders" .

id:raid a kg:Attack, kg:Event, kg:Entity ; rdfs:label "raid" ; kg:status kg:Reported ;
    kg:actor id:raiders ; kg:target id:guards ; kg:participant id:raiders, id:guards ;
    kg:place id:strelsau ; kg:notBefore "2031-05-03"^^xsd:date ; kg:notAfter "2031-05-03"^^xsd:date .
id:deaths a kg:Killing, kg:Event, kg:Entity ; rdfs:label "deaths" ; kg:status kg:Reported ;
    kg:target id:guards ; kg:participant id:guards ; kg:killed id:three ; kg:quantity id:three .
id:three a kg:Quantity ; kg:bound kg:AtLeast ; kg:minValue 3 ; kg:text "at least three" .

id:c1 a kg:Claim ; rdf:subject id:strelsau ; rdf:predicate kg:locatedIn ; rdf:object id:ruritania ;
    kg:source id:herald ; kg:modality kg:Asserted ; kg:document id:doc ; kg:evidence id:s1 .
id:c2 a kg:Claim ; rdf:subject id:roos ; rdf:predicate kg:title ; rdf:object "general" ;
    kg:source id:herald ; kg:modality kg:Asserted ; kg:document id:doc ; kg:evidence id:s1 .
id:c3 a kg:Claim ; rdf:subject id:roos ; rdf:predicate kg:spouse ; rdf:object id:vos ;
    kg:source id:herald ; kg:modality kg:Asserted ; kg:document id:doc ; kg:evidence id:s1 .
id:c4 a kg:Claim ; rdf:subject id:raid ; rdf:predicate rdf:type ; rdf:object kg:Attack ;
    kg:source id:roos ; kg:modality kg:Reported ; kg:document id:doc ; kg:evidence id:s2 .
id:c5 a kg:Claim ; rdf:subject id:deaths ; rdf:predicate rdf:type ; rdf:object kg:Killing ;
    kg:source id:roos ; kg:modality kg:Reported ; kg:document id:doc ; kg:evidence id:s3 .

id:s1 a kg:TextSpan ; kg:document id:doc ; kg:start 0 ; kg:end 90 ; kg:exact "first sentence" .
id:s2 a kg:TextSpan ; kg:document id:doc ; kg:start 90 ; kg:end 150 ; kg:exact "second sentence" .
id:s3 a kg:TextSpan ; kg:document id:doc ; kg:start 150 ; kg:end 200 ; kg:exact "third sentence" .

id:m1 a kg:Mention ; kg:document id:doc ; kg:start 0 ; kg:end 8 ; kg:exact "Strelsau" ;
    kg:mentionKind kg:Name ; kg:refersTo id:strelsau .
id:m2 a kg:Mention ; kg:document id:doc ; kg:start 10 ; kg:end 19 ; kg:exact "Ruritania" ;
    kg:mentionKind kg:Name ; kg:refersTo id:ruritania .
id:m3 a kg:Mention ; kg:document id:doc ; kg:start 20 ; kg:end 28 ; kg:exact "Ida Roos" ;
    kg:mentionKind kg:Name ; kg:refersTo id:roos .
id:m4 a kg:Mention ; kg:document id:doc ; kg:start 100 ; kg:end 104 ; kg:exact "Roos" ;
    kg:mentionKind kg:Name ; kg:refersTo id:roos .
id:m5 a kg:Mention ; kg:document id:doc ; kg:start 40 ; kg:end 47 ; kg:exact "Jan Vos" ;
    kg:mentionKind kg:Name ; kg:refersTo id:vos .
id:m6 a kg:Mention ; kg:document id:doc ; kg:start 110 ; kg:end 129 ; kg:exact "three border guards" ;
    kg:mentionKind kg:Nominal ; kg:refersTo id:guards .
id:m7 a kg:Mention ; kg:document id:doc ; kg:start 135 ; kg:end 142 ; kg:exact "raiders" ;
    kg:mentionKind kg:Nominal ; kg:refersTo id:raiders .
id:m8 a kg:Mention ; kg:document id:doc ; kg:start 60 ; kg:end 74 ; kg:exact "Harbour Herald" ;
    kg:mentionKind kg:Name ; kg:refersTo id:herald .
"""

Scorer = Callable[..., Scores]


@pytest.fixture
def against(tmp_path: Path) -> Scorer:
    """`against(("old", "new"), ...)`: scores of the graph with these replacements against the graph itself."""

    def scores(*changes: tuple[str, str]) -> Scores:
        built = GRAPH
        for old, new in changes:
            assert old in built
            built = built.replace(old, new)
        (tmp_path / "gold.ttl").write_text(GRAPH, encoding="utf-8")
        (tmp_path / "graph.ttl").write_text(built, encoding="utf-8")
        return evaluate(tmp_path / "graph.ttl", [tmp_path / "gold.ttl"])

    return scores
