"""Corpora with ties: names by their places, facts by the sentences that state them."""

import gzip
import json

import pytest

from training import gmb, related
from training.related import Fact

REDOCRED = {
    "title": "Ada Roe", "sents": [["Ada", "Roe", "lives", "in", "Bergen", "."], ["Roe", "sails", "."]],
    "vertexSet": [
        [{"sent_id": 0, "pos": [0, 2], "type": "PER", "name": "Ada Roe"},
         {"sent_id": 1, "pos": [0, 1], "type": "PER", "name": "Roe"}],
        [{"sent_id": 0, "pos": [4, 5], "type": "LOC", "name": "Bergen"}],
    ],
    "labels": [{"r": "P551", "h": 0, "t": 1, "evidence": [0]}],
}  # fmt: skip
PASSAGE = {
    "doc": 7, "text": "Rain fell. Ada Roe married Olav Dahl.", "annotated_properties": ["SPOUSE", "DATE_OF_BIRTH"],
    "facts": [{"prop": "SPOUSE", "s": [11, 18], "o": [27, 36]}, {"prop": "DATE_OF_BIRTH", "s": [11, 18], "o": [0, 4]}],
}  # fmt: skip
REPORT = {
    "doc": "X", "text": "Norway backs Denmark. Sweden waits.",
    "relations": [{"type": "AlliesOf", "s": [0, 6], "o": [13, 20], "conf": 0.9},
                  {"type": "AlliesOf", "s": [0, 6], "o": [13, 20], "conf": 0.2},
                  {"type": "AlliesOf", "s": [0, 6], "o": [22, 28], "conf": 0.9},
                  {"type": "Dislikes", "s": [0, 6], "o": [13, 20], "conf": 0.9}],
}  # fmt: skip


@pytest.fixture
def file(tmp_path):
    def make(text):
        path = tmp_path / "corpus.gz"
        path.write_bytes(gzip.compress(text.encode()))
        return path

    return make


def test_redocred_says_what_each_name_names_and_which_sentences_state_a_tie(file):
    (document,) = related.redocred(file(json.dumps([REDOCRED])))
    assert document.names == {(0, 0, 2): 0, (1, 0, 1): 0, (0, 4, 5): 1}
    assert document.facts == (Fact("P551", 0, 1, frozenset({0})),)
    assert document.things == (("Person", "Ada Roe"), ("Place", "Bergen"))
    assert document.kinds is None


def test_knowledgenet_says_what_it_looked_for_and_what_it_did_not(file):
    (document,) = related.knowledgenet(file(json.dumps(PASSAGE)))
    assert document.sentences[1] == ["Ada", "Roe", "married", "Olav", "Dahl", "."]
    assert document.names == {(1, 0, 2): 0, (1, 3, 5): 1}
    assert document.facts == (Fact("P26", 0, 1, frozenset({1})),)
    assert document.kinds == {"P26"}
    assert "P108" not in document.open
    assert "P463" in document.open


def test_a_passage_searched_for_nothing_that_we_know_is_left_out(file):
    assert not list(related.knowledgenet(file(json.dumps(PASSAGE | {"annotated_properties": ["DATE_OF_BIRTH"]}))))


def test_re3d_gives_ties_of_one_sentence_that_the_annotators_were_sure_of(file):
    (document,) = related.re3d(file(json.dumps(REPORT)))
    assert document.facts == (Fact("alliedWith", 0, 1, frozenset({0})),)


def test_judged_news_are_sentences_of_gmb(file, tmp_path):
    judged, words = tmp_path / "judged.jsonl", ["Roe", "of", "NATO"]
    ties = [[0, 0, 2, 2, "memberOf", True], [2, 2, 0, 0, "leaderOf", False]]
    label = {"sentence": 1, "digest": gmb.digest(words), "ties": ties}
    judged.write_text(json.dumps(label) + "\n", encoding="utf-8")
    rows = "".join(f"{word}\tNNP\tO\n" for word in words)
    (document,) = related.news(file(f"Rain\tNN\tO\n\n{rows}\n"), judged)
    assert document.sentences == [words]
    assert document.facts == (Fact("memberOf", 0, 1, frozenset({0})),)
    assert document.denied == (Fact("leaderOf", 1, 0, frozenset({0})),)
    assert document.kinds == frozenset()


def test_the_judgements_name_relations_of_the_ontology(ontology):
    lines = map(json.loads, related.JUDGED.read_text(encoding="utf-8").splitlines())
    ties = [tie for line in lines for tie in line["ties"]]
    assert {kind for *_, kind, _ in ties} <= set(ontology.relations)
    assert {is_stated for *_, is_stated in ties} == {True, False}
