"""Names that the words beside them give away."""

import pytest

from kg.extract import cues
from kg.extract.lexicon import lexicon
from kg.extract.mentions import Mentions


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("The frigate Grey Heron left Ostend.", "Grey Heron", "Vessel"),
        ("HMS Thornback left Gibraltar on Monday.", "HMS Thornback", "Vessel"),
        ("The Nyika news agency reported the arrest.", "Nyika", "MediaOrganization"),
        ("The state news agency MENA reported the arrest.", "MENA", "MediaOrganization"),
        ("Zimbabwe's ruling ZANU-PF party rejected the plan.", "ZANU-PF", "Organization"),
        ("Ecuador's state-run oil company, Petroril, has closed two wells.", "Petroril", "Company"),
        ("The E.U. said talks had failed.", "E.U.", "Organization"),
    ],
)
def test_a_name_has_the_class_of_what_stands_beside_it(reading, text, name, type_):
    assert reading(text).types(name) == {type_}


def test_who_speaks_is_somebody_even_if_nothing_says_whom(reading):
    found = reading("Lebanon's Hezbollah said one of its commanders was killed near Tyre.")
    assert found.sources("killed") == {"Hezbollah"}


@pytest.mark.parametrize(
    "text", ["He said so in his regular Sunday television programme.", "HARBOUR weekly: Ora Sea and Moe Rock"]
)
def test_a_day_or_a_heading_is_no_medium(reading, text):
    assert not reading(text).types("Sunday") | reading(text).types("HARBOUR")


def test_one_of_many_movements_is_not_called_by_its_adjective(reading):
    assert not reading("The Ansar, a Zaidi movement backed by Iran, have ruled the port since 2014.").named("Zaidi")


def test_letters_between_hyphens_are_no_union(reading):
    assert not reading("PORT-AU-PRINCE, Haiti - Gunmen attacked a prison on Monday.").named("AU")


@pytest.mark.parametrize("text", ["A Congressman said the law would fall.", "The Committee said it was alarmed."])
def test_a_common_noun_in_capitals_is_no_name(reading, text):
    assert "Agent" not in {m.type for m in reading(text).article.mentions.all.values()}


@pytest.mark.parametrize(("description", "types"), [("company", {"Company"}), ("ruin", set())])
def test_letters_are_the_name_of_the_organization_that_they_are_said_to_be(
    tree, document, ontology, description, types
):
    made = tree(f"""
    LNF           LNF           PROPN NNP 6 nsubj
    ,             ,             PUNCT ,   4 punct
    a             a             DET   DT  4 det
    {description} {description} NOUN  NN  1 appos
    ,             ,             PUNCT ,   4 punct
    fled          flee          VERB  VBD 0 root
    """)
    found = Mentions(document(f"LNF , a {description} , fled"), [made], lexicon(ontology), cues.load())
    assert {m.type for m in found.all.values() if m.text == "LNF"} == types
