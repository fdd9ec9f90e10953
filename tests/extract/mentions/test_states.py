"""States in texts, and what is none."""

from kg.extract import cues
from kg.extract.lexicon import lexicon
from kg.extract.mentions import Mentions
from kg.model import NamedSpan


def test_a_person_with_the_name_of_a_state_is_a_person(reading):
    assert reading("Jordan Miller visited Kenya on Monday.").types("Jordan Miller") == {"Person"}


BANK = """
The     the     DET   DT  3 det
Central Central PROPN NNP 3 compound
Bank    Bank    PROPN NNP 6 nsubj
of      of      ADP   IN  5 case
Kenya   Kenya   PROPN NNP 3 nmod
closed  close   VERB  VBD 0 root
"""


def test_a_state_inside_a_longer_name_is_part_of_it(tree, document, ontology):
    made = tree(BANK, (NamedSpan(1, 5, "Organization", 0.9),))
    article = document(" ".join(t.text for t in made.tokens))
    found = Mentions(article, [made], lexicon(ontology), cues.load())
    assert [m.text for m in found.all.values()] == ["Central Bank of Kenya"]


def test_the_united_nations_are_no_state(reading):
    types = {
        m.type
        for m in reading("The United Nations sent food to Sudan.").article.mentions.all.values()
        if "Nations" in m.text
    }
    assert types <= {"Organization", "GovernmentBody"}
    assert types


def test_a_quarter_of_a_state_is_a_region_and_names_the_state_too(reading):
    found = reading("Two men were arrested in northern Chile on Monday.")
    assert (found.types("northern Chile"), found.types("Chile")) == ({"Region"}, {"State"})


def test_the_quarter_of_a_people_is_no_place(reading):
    found = reading("Two men were arrested in a northern Chilean town.")
    assert found.types("Chilean") == {"State"}


SPOKESWOMAN = """
Harbour   Harbour   PROPN NNP 2 compound
Board     Board     PROPN NNP 4 compound
Press     press     PROPN NNP 4 compound
Secretary secretary PROPN NNP 5 compound
Ida       Ida       PROPN NNP 7 nsubj
Roos      Roos      PROPN NNP 5 flat
left      leave     VERB  VBD 0 root
"""


def test_a_body_does_not_share_a_word_with_the_office_behind_it(tree, document, ontology):
    made = tree(SPOKESWOMAN, (NamedSpan(0, 3, "Organization", 0.9), NamedSpan(4, 6, "Person", 0.9)))
    article = document(" ".join(t.text for t in made.tokens))
    found = Mentions(article, [made], lexicon(ontology), cues.load())
    assert "Harbour Board" in [m.text for m in found.all.values()]


def test_an_adjective_that_names_a_whole_people_is_their_state(reading):
    found = reading("The French led the force until May.")
    assert found.types("French") == {"State"}


def test_what_is_between_several_states_is_of_none(reading):
    assert reading("The Inter-American Court ruled on Monday.").types("American") <= {"Organization"}


def test_a_state_before_an_office_is_no_part_of_a_name(tree, document, ontology):
    words = (
        "Kenyan Kenyan ADJ JJ 3 amod\nForeign Foreign PROPN NNP 2 compound\nMinister Minister PROPN NNP 3 nmod:desc\n"
    )
    made = tree(words + "Roe Roe PROPN NNP 4 nsubj\nleft leave VERB VBD 0 root", (NamedSpan(0, 4, "Person", 0.9),))
    article = document(" ".join(t.text for t in made.tokens))
    found = Mentions(article, [made], lexicon(ontology), cues.load())
    assert {m.text: m.type for m in found.all.values()} == {"Kenyan": "State", "Roe": "Person"}


def test_several_of_a_people_are_a_group(reading):
    found = reading("The United States charged three Sri Lankans in January. A Sri Lankan fled.")
    assert (found.types("three Sri Lankans"), found.types("A Sri Lankan")) == ({"Group"}, {"Person"})
