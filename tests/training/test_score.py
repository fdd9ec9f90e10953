"""Scores count words and spans as the shared tasks do."""

import pytest

from kg.annotate.neural import Found
from kg.model import NamedSpan
from training.score import Score

GOLD = {
    "words": ["Her", "ships", "sail", "."], "upos": ["PRON", "NOUN", "VERB", "PUNCT"],
    "lemma": ["her", "ship", "_", "."], "head": [2, 3, 0, 3], "deprel": ["nmod:poss", "nsubj", "root", "punct"],
    "types": ["Person", "Place"], "spans": [[0, 1, "Person"], [1, 2, "Place"]],
}  # fmt: skip


def found(**fields):
    given = {
        "upos": ["PRON", "NOUN", "VERB", "PUNCT"], "xpos": ["_"] * 4, "lemma": ["her", "ship", "sail", "."],
        "heads": [1, 2, 2, 2], "relations": ["nmod:poss", "nsubj", "root", "punct"],
        "spans": [NamedSpan(0, 1, "Person", 0.9), NamedSpan(1, 2, "Place", 0.9)],
    }  # fmt: skip
    return Found(**(given | fields))


@pytest.fixture
def rates():
    """The rates of one sentence with these findings."""

    def score(**fields):
        out = Score()
        out.add(GOLD, found(**fields))
        return out.rates()

    return score


def test_what_equals_gold_scores_one(rates):
    assert rates() == {"upos": 1, "lemma": 1, "uas": 1, "las": 1, "full_las": 1, "f1": 1}


def test_punctuation_counts(rates):
    assert rates(heads=[1, 2, 2, 0])["uas"] == 0.75


def test_a_wrong_root_is_a_wrong_head(rates):
    assert rates(heads=[1, 1, 1, 2])["uas"] == 0.5


def test_las_needs_head_and_relation(rates):
    assert rates(heads=[1, 2, 2, 0], relations=["nmod:poss", "obj", "root", "punct"])["las"] == 0.5


def test_las_leaves_the_subtype_out(rates):
    found = rates(relations=["nmod", "nsubj:pass", "root", "punct"])
    assert (found["las"], found["full_las"]) == (1, 0.5)


def test_a_lemma_the_treebank_leaves_open_is_right(rates):
    assert rates(lemma=["her", "ship", "anything", "."])["lemma"] == 1
    assert rates(lemma=["her", "ships", "sail", "."])["lemma"] == 0.75


def test_a_span_needs_ends_and_type(rates):
    assert rates(spans=[NamedSpan(0, 1, "Place", 0.9), NamedSpan(1, 3, "Place", 0.9)])["f1"] == 0


def test_types_the_corpus_does_not_annotate_are_left_out(rates):
    spans = [NamedSpan(0, 1, "Person", 0.9), NamedSpan(1, 2, "Place", 0.9), NamedSpan(2, 3, "Weapon", 0.9)]
    assert rates(spans=spans)["f1"] == 1


def test_precision_recall_and_f1_are_of_all_sentences_together():
    score = Score()
    score.add(GOLD, found(spans=[NamedSpan(0, 1, "Person", 0.9)]))
    score.add(GOLD, found(spans=[NamedSpan(0, 1, "Person", 0.9), NamedSpan(3, 4, "Person", 0.9)]))
    assert score.precision(["Person", "Place"]) == pytest.approx(2 / 3)
    assert score.recall(["Person", "Place"]) == 0.5
    assert score.f1(["Person"]) == 0.8
    assert score.types == ["Person", "Place"]


def test_a_corpus_without_trees_has_no_rates_of_words():
    score = Score()
    score.add({k: GOLD[k] for k in ("words", "types", "spans")}, found())
    assert score.rates() == {"f1": 1}


def test_nothing_scores_nothing():
    assert Score().rates() == {}
    assert Score().f1([]) == 0


def test_a_unit_is_an_organization_where_the_corpus_has_no_units():
    out = Score()
    gold = GOLD | {"types": ["Organization"], "spans": [[1, 2, "Organization"]]}
    out.add(gold, found(spans=[NamedSpan(1, 2, "MilitaryUnit", 0.9)]))
    assert out.f1(["Organization"]) == 1
