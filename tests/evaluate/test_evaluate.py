"""One change to a perfect graph moves the scores it should, by as much as it should, and no other."""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import Count, Fault, Scores, as_json, evaluate, render, render_errors
from kg.evaluate.clusters import ACROSS, WITHIN


def count(scores: Scores, row: str) -> Count:
    return scores.total.counts[row]


def perfect(scores: Scores, *except_rows: str) -> bool:
    """True if every row but the named ones is perfect."""
    counts = all(c.precision == c.recall == 1 for row, c in scores.total.counts.items() if row not in except_rows)
    return counts and all(a.share == 1 for row, a in scores.total.accuracies.items() if row not in except_rows)


def test_a_perfect_copy_is_perfect(against):
    assert perfect(against())


def test_known_counts(against):
    counts = {row: c.gold for row, c in against().total.counts.items()}
    assert counts == {
        "entities": 7, "named entities": 5, "relations": 3, "events": 2, "roles": 4, "quantities": 1,
        "date bounds": 2, "claims": 5, WITHIN: 6, ACROSS: 6,
    }  # fmt: skip


def test_iris_do_not_matter(against):
    assert perfect(against(("id:raid ", "id:attack-1 "), ("id:roos", "id:ida-2")))


def test_a_dropped_entity_lowers_recall_only(against):
    scores = against(
        ('id:vos a kg:Person, kg:Agent, kg:Entity ; rdfs:label "Jan Vos" ; kg:spouse id:roos .', ""),
        (" ; kg:spouse id:vos .", " ."),
        ("rdf:predicate kg:spouse ; rdf:object id:vos", "rdf:predicate kg:title ; rdf:object id:vos"),
    )
    entities = count(scores, "entities")
    assert (entities.precision, entities.found, entities.gold) == (1, 6, 7)


def test_a_dropped_relation_is_missed(against):
    scores = against(
        (" ; kg:locatedIn id:ruritania .", " ."),
        ("rdf:predicate kg:locatedIn ;", "rdf:predicate kg:unknown ;"),
    )
    assert count(scores, "relations") == Count(found=2, gold=3, right=2, built=2)
    assert [s.words for s in scores.slips if s.row == "relations"] == ["Strelsau locatedIn Ruritania"]


def test_an_invented_relation_lowers_precision_only(against):
    claim = """id:c9 a kg:Claim ; rdf:subject id:vos ; rdf:predicate kg:title ; rdf:object "admiral" ;
        kg:source id:herald ; kg:modality kg:Asserted ; kg:document id:doc ; kg:evidence id:s1 .
        id:vos kg:title "admiral" .\nid:c1 a"""
    scores = against(("id:c1 a", claim))
    assert count(scores, "relations") == Count(found=3, gold=3, right=3, built=4)


def test_a_publisher_that_no_words_name_is_nothing_invented(against):
    unnamed = (
        "kg:publisher id:herald, id:nobody .\nid:nobody a kg:MediaOrganization, kg:Organization, kg:Agent, kg:Entity ;"
    )
    assert perfect(against(("kg:publisher id:herald .", f'{unnamed} rdfs:label "unnamed publisher of border.txt" .')))


def test_a_wrong_class_is_told_apart_from_a_missed_entity(against):
    scores = against(("id:raiders a kg:Group, kg:Agent, kg:Entity", "id:raiders a kg:Settlement, kg:Place, kg:Entity"))
    assert count(scores, "entities").f1 == 1
    assert scores.total.accuracies["entity class"].right == 6
    assert scores.total.accuracies["entity class or kin"].right == 6


def test_a_superclass_is_kin(against):
    scores = against(("id:raiders a kg:Group, kg:Agent", "id:raiders a kg:Agent"))
    assert scores.total.accuracies["entity class"].right == 6
    assert scores.total.accuracies["entity class or kin"].share == 1


def test_swapped_roles_are_two_missed_and_two_spurious(against):
    scores = against(("kg:actor id:raiders ; kg:target id:guards ;", "kg:actor id:guards ; kg:target id:raiders ;"))
    assert count(scores, "roles") == Count(found=2, gold=4, right=2, built=4)
    assert perfect(scores, "roles")


def test_the_wrong_end_of_a_relation_is_wrong(against):
    scores = against(("rdf:subject id:strelsau ; rdf:predicate kg:locatedIn ; rdf:object id:ruritania",
                      "rdf:subject id:ruritania ; rdf:predicate kg:locatedIn ; rdf:object id:strelsau"),
                     (' ; kg:locatedIn id:ruritania .', " .\nid:ruritania kg:locatedIn id:strelsau ."))  # fmt: skip
    assert count(scores, "relations") == Count(found=2, gold=3, right=2, built=3)


def test_a_symmetric_relation_may_be_claimed_from_either_end(against):
    scores = against(
        ("rdf:subject id:roos ; rdf:predicate kg:spouse ; rdf:object id:vos",
         "rdf:subject id:vos ; rdf:predicate kg:spouse ; rdf:object id:roos")
    )  # fmt: skip
    assert perfect(scores)


def test_a_wrong_bound_is_a_wrong_quantity(against):
    assert count(against(("kg:bound kg:AtLeast", "kg:bound kg:Exact")), "quantities").f1 == 0
    assert count(against(("kg:minValue 3", "kg:minValue 30")), "quantities").f1 == 0


def test_a_number_that_is_only_claimed_is_a_quantity_too(against):
    claimed = (
        "id:c9 a kg:Claim ; rdf:subject id:deaths ; rdf:predicate kg:killed ; rdf:object id:three ; "
        "kg:source id:herald ; kg:modality kg:Planned ; kg:document id:doc ; kg:evidence id:s3 .\n\nid:s1 a"
    )
    scores = against((" ; kg:killed id:three ; kg:quantity id:three .", " ."), ("id:s1 a", claimed))
    assert count(scores, "quantities").f1 == 1


def test_each_date_bound_counts_by_itself(against):
    scores = against(('kg:notAfter "2031-05-03"', 'kg:notAfter "2031-05-04"'))
    assert count(scores, "date bounds") == Count(found=1, gold=2, right=1, built=2)
    assert perfect(scores, "date bounds")


def test_a_bound_that_another_implies_neither_helps_nor_hurts(against):
    scores = against(("kg:notAfter", 'kg:startedBy "2031-05-03"^^xsd:date ; kg:notAfter'))
    assert perfect(scores)


def test_two_people_merged_are_one_missed(against):
    scores = against(
        ("kg:refersTo id:vos", "kg:refersTo id:roos"),
        ('id:vos a kg:Person, kg:Agent, kg:Entity ; rdfs:label "Jan Vos" ; kg:spouse id:roos .', ""),
        (" ; kg:spouse id:vos .", ' ; skos:altLabel "Jan Vos" .'),
    )
    entities = count(scores, "entities")
    assert (entities.found, entities.right, entities.built) == (6, 6, 6)


def test_one_person_in_two_is_one_spurious(against):
    scores = against(
        (
            "kg:mentionKind kg:Name ; kg:refersTo id:roos .\nid:m5",
            "kg:mentionKind kg:Name ; kg:refersTo id:r2 .\nid:m5",
        ),
        ("id:vos a", 'id:r2 a kg:Person, kg:Agent, kg:Entity ; rdfs:label "Roos" .\nid:vos a'),
    )
    assert count(scores, "entities") == Count(found=7, gold=7, right=7, built=8)
    assert [s.fault for s in scores.slips if s.row == "entities"] == [Fault.SPURIOUS]


def test_an_event_of_another_class_is_another_event(against):
    scores = against(("id:raid a kg:Attack", "id:raid a kg:Visit"), ("rdf:object kg:Attack", "rdf:object kg:Visit"))
    assert count(scores, "events").found == 1


def test_an_event_that_shares_no_filler_is_another_event(against):
    scores = against(("kg:target id:guards ; kg:participant id:guards ; kg:killed", "kg:target id:vos ; kg:killed"))
    assert count(scores, "events") == Count(found=1, gold=2, right=1, built=2)


def test_an_event_without_fillers_is_recognised_by_its_words(against):
    scores = against(("kg:target id:guards ; kg:participant id:guards ; kg:killed", "kg:killed"))
    assert count(scores, "events").f1 == 1
    assert count(scores, "roles") == Count(found=3, gold=4, right=3, built=3)


def test_the_agency_speaks_with_the_articles_own_voice(against):
    scores = against(
        ("kg:publisher id:herald", "kg:agency id:wire"),
        ("kg:source id:herald", "kg:source id:wire"),
        ("id:doc a", 'id:wire a kg:Company, kg:Organization, kg:Agent, kg:Entity ; rdfs:label "Wire" .\nid:doc a'),
    )
    assert perfect(scores)


def test_a_wrong_source_is_a_slip_of_the_source(against):
    claim = "kg:source id:{} ; kg:modality kg:Reported ; kg:document id:doc ; kg:evidence id:s2"
    scores = against((claim.format("roos"), claim.format("vos")))
    assert (scores.total.accuracies["source"].right, scores.total.accuracies["source"].total) == (4, 5)
    assert [s.words for s in scores.slips if s.row == "source"] == ["Attack 'raid': gold Ida Roos, built Jan Vos"]
    assert perfect(scores, "source", "claims")


def test_a_wrong_modality_is_a_slip_of_the_modality(against):
    scores = against(("kg:modality kg:Reported ; kg:document id:doc ; kg:evidence id:s2",
                      "kg:modality kg:Denied ; kg:document id:doc ; kg:evidence id:s2"))  # fmt: skip
    assert scores.total.accuracies["modality"].right == 4
    assert perfect(scores, "modality", "claims")


def test_a_relation_that_is_only_guessed_is_not_a_fact(against):
    scores = against(
        (' ; kg:locatedIn id:ruritania .', " ."),
        ("rdf:object id:ruritania ;\n    kg:source id:herald ; kg:modality kg:Asserted",
         "rdf:object id:ruritania ;\n    kg:source id:herald ; kg:modality kg:Speculative"),
    )  # fmt: skip
    assert count(scores, "relations") == Count(found=2, gold=3, right=2, built=2)
    assert scores.total.accuracies["modality"].right == 4


def test_other_articles_of_the_graph_do_not_count(against):
    other = """id:doc2 a kg:Document ; kg:path "other.txt" ; kg:sha256 "bb" .
    id:extra a kg:Person, kg:Agent, kg:Entity ; rdfs:label "Extra" ; kg:title "king" .
    id:m20 a kg:Mention ; kg:document id:doc2 ; kg:start 0 ; kg:end 5 ; kg:exact "Extra" ; kg:refersTo id:extra .
    id:c20 a kg:Claim ; rdf:subject id:extra ; rdf:predicate kg:title ; rdf:object "king" ; kg:source id:extra ;
        kg:modality kg:Asserted ; kg:document id:doc2 .
    id:raid kg:actor id:extra . id:raid kg:participant id:extra .
    id:c21 a kg:Claim ; rdf:subject id:raid ; rdf:predicate kg:actor ; rdf:object id:extra ; kg:source id:extra ;
        kg:modality kg:Reported ; kg:document id:doc2 .
    id:doc a"""
    assert perfect(against(("id:doc a", other)))


def test_classes_that_the_gold_does_not_use_do_not_count(against):
    weapon = """id:gun a kg:Weapon, kg:Item, kg:Entity ; rdfs:label "gun" .
    id:m20 a kg:Mention ; kg:document id:doc ; kg:start 145 ; kg:end 148 ; kg:exact "gun" ; kg:refersTo id:gun .
    id:doc a"""
    assert perfect(against(("id:doc a", weapon)))


def test_a_graph_without_mentions_is_aligned_by_name(tmp_path, against):
    against()
    gold = tmp_path / "gold.ttl"
    text = gold.read_text(encoding="utf-8")
    (tmp_path / "graph.ttl").write_text(text[: text.index("id:m1 a")], encoding="utf-8")
    assert count(evaluate(tmp_path, [gold]), "entities").found == 7


def test_an_article_that_is_not_in_the_graph_is_an_error(tmp_path, against):
    with pytest.raises(InputError, match=r"border\.txt is not in the graph"):
        against(('"border.txt" ; kg:sha256 "aa"', '"sea.txt" ; kg:sha256 "cc"'))


def test_a_missing_graph_is_an_error(tmp_path):
    with pytest.raises(InputError, match="no graph here"):
        evaluate(tmp_path, [tmp_path])


def test_broken_turtle_is_an_error(tmp_path):
    (tmp_path / "graph.ttl").write_text("id:x a .", encoding="utf-8")
    with pytest.raises(InputError, match="not Turtle"):
        evaluate(tmp_path, [tmp_path / "graph.ttl"])


def test_reports_are_json_and_tables(against):
    scores = against(("kg:minValue 3", "kg:minValue 30"))
    plain = json.loads(json.dumps(as_json(scores)))
    assert plain["total"]["quantities"]["f1"] == 0
    assert plain["documents"]["border.txt"]["entities"]["recall"] == 1
    assert render(scores).row_count == 15
    assert render_errors(scores).row_count == 2


def test_the_seed_gold_against_itself(shared: Path):
    gold = shared / "gold" / "seed_gold.ttl"
    scores = evaluate(gold, [gold])
    assert perfect(scores)
    assert (count(scores, "entities").gold, count(scores, "events").gold) == (43, 32)
    assert not scores.slips
