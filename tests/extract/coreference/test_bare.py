"""Bare nouns: "the country", "the city", "the group"."""

from dataclasses import replace

import pytest

from kg.extract import Article
from kg.extract.coreference.antecedents import root
from kg.extract.coreference.bare import is_definite
from kg.model import Span


def last(found, words):
    (mention,) = (m for m in found.article.mentions.all.values() if m.text == words)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Kenya closed its border. Farmers in the country protested.", "the country", "Kenya"),
        ("A bomb exploded in Gulu. Police sealed off the city.", "the city", "Gulu"),
        ("Fighters shelled Gulu near the border with Kenya. They hold the city.", "the city", "Gulu"),
        ("Ora Mining Ltd denied the report. The company left Mali.", "The company", "Ora Mining Ltd"),
    ],
)
def test_the_only_one_of_its_class_is_meant(reading, text, words, meant):
    found = reading(text)
    assert root(found.article.mentions, last(found, words).id).text == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Six men from a mountain regiment died near Gao. Rebels attacked the unit again.", "the unit",
         "a mountain regiment"),
        ("Kenya sent a medical battalion to Mali in May. The unit returned to Nairobi in June.", "The unit",
         "a medical battalion"),
        ("An armoured brigade entered Gao. Rebels fired on the force near the bridge.", "the force",
         "An armoured brigade"),
    ],
)  # fmt: skip
def test_a_unit_is_the_one_just_described(reading, text, words, meant):
    found = reading(text)
    assert root(found.article.mentions, last(found, words).id).text == meant


def test_of_two_units_none_is_meant(reading):
    found = reading("A mountain regiment and a tank brigade entered Gao. Rebels attacked the unit.")
    assert last(found, "the unit").antecedent is None


def test_of_two_states_none_is_meant(reading):
    found = reading("Kenya attacked Rwanda on Monday. Farmers in the country protested.")
    assert last(found, "the country").antecedent is None


@pytest.mark.parametrize(
    "text",
    [
        "Ora Mining Ltd sued Koro Oil Ltd in March. The company left Mali.",
        "Ora Mining Ltd is old. Koro Oil Ltd is new. The company left Mali.",
    ],
)
def test_of_two_organizations_none_is_meant(reading, text):
    assert last(reading(text), "The company").antecedent is None


def test_the_agency_of_a_dateline_is_told_nothing_of(reading):
    found = reading("NAIROBI, March 3 (Reuters) - A minister resigned on Monday. He told the newspaper why.")
    assert all(root(found.article.mentions, m.id).text != "Reuters" for m in found.named("the newspaper"))


@pytest.mark.parametrize(
    ("text", "is_so"), [("The minister's father died.", True), ("A minister's father died.", False)]
)
def test_who_owns_something_is_known_by_the_article_before(reading, text, is_so):
    (tree,) = reading(text).article.trees
    word = next(i for i, t in enumerate(tree.tokens) if t.text == "minister")
    assert is_definite(tree, word) is is_so


def test_a_state_that_nobody_knows_is_no_end_of_a_tie(reading):
    found = reading("Kenya attacked Rwanda on Monday. The country's army denied the report.")
    assert not [r for r in found.relations if r[0] == "ofState"]


@pytest.mark.parametrize(("noun", "meant"), [("village", "the village"), ("city", "LIMA")])
def test_a_dateline_says_in_which_city_it_was_written(annotator, document, ontology, noun, meant):
    written = replace(document(f"LIMA - Gunmen burned a school in the {noun}."), dateline=Span(0, 4))
    article = Article(written, annotator.annotate(written, with_chains=True), ontology)
    (mention,) = (m for m in article.mentions.all.values() if m.text == f"the {noun}")
    assert root(article.mentions, mention.id).text == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Chad is at war with Libya. Libya sent troops into the country.", "the country", "Chad"),
        ("The Iraqi president spoke in Rome. Roe welcomed Germany's refusal to invade the country.", "the country",
         "Iraqi"),
    ],
)  # fmt: skip
def test_nobody_acts_on_itself_by_other_words(reading, text, words, meant):
    found = reading(text)
    assert root(found.article.mentions, last(found, words).id).text == meant


def test_an_agencys_letters_are_no_government(reading):
    text = "The Food and Drug Administration (FDA) is looking into it. The FDA spoke. Marchers pressed the government."
    assert last(reading(text), "the government").antecedent is None
