"""What a description behind a comma stands beside."""

import pytest

from kg.extract.lexicon import lexicon
from kg.extract.mentions.appositions import rehung
from kg.model import NamedSpan

ROE = """
Roe        Roe        PROPN NNP 9 nsubj
,          ,          PUNCT ,   4 punct
an         a          DET   DT  4 det
analyst    analyst    NOUN  NN  1 appos
{joint}
a          a          DET   DT  7 det
{noun}     {noun}     NOUN  NN  {head} {deprel}
,          ,          PUNCT ,   1 punct
{verb}     say        VERB  VBD 0 root
"""


@pytest.fixture
def head_of(tree, heads, ontology):
    """What the second description hangs on."""

    def find(noun, **words):
        names = (NamedSpan(0, 1, "Person", 0.9),)
        made = tree(ROE.format(noun=noun, **words), names)
        return heads(rehung(made, lexicon(ontology)))[noun]

    return find


LISTED = {"joint": "and and CCONJ CC 7 cc", "head": 1, "deprel": "conj"}


def test_a_second_description_is_listed_with_the_first(head_of):
    assert head_of("banker", verb="said", **LISTED) == ("analyst", "conj")


def test_of_two_who_are_told_of_the_second_is_somebody_else(head_of):
    assert head_of("banker", verb="were", **LISTED) == ("Roe", "conj")


def test_what_is_no_person_is_no_further_description_of_one(head_of):
    assert head_of("ship", verb="said", **LISTED) == ("Roe", "conj")


def test_a_think_tank_is_what_was_named_before_it(reading):
    found = reading("He met Omar Haddad, an analyst at CNA, a think tank in Lisbon, on Monday.").relations
    assert not {s for type_, s, _ in found if type_ == "describedAs"} & {"Omar Haddad"}


def test_both_descriptions_are_of_one_person(reading):
    found = reading("The fund is well run, said Petra Novak, a lawyer at the Lakes Board and a former judge.")
    assert {o for type_, s, o in found.relations if (type_, s) == ("title", "Petra Novak")} == {
        "lawyer",
        "former judge",
    }


def test_a_bare_noun_is_a_further_description(reading):
    found = reading("Isa Moe, the prime minister and leader of the Democratic League of Kosovo, left.").relations
    assert ("leaderOf", "Isa Moe", "Democratic League of Kosovo") in found


def test_a_name_behind_an_office_and_its_body_is_the_holders(reading):
    found = reading("The chairman of the Lakes Peoples Party, Omar Bhatti Zaman, the son of Ana Zaman, left.").relations
    assert ("leaderOf", "Omar Bhatti Zaman", "Lakes Peoples Party") in found


def test_a_definite_description_behind_a_holder_is_somebody_else(reading):
    text = "The commander of the navy, Admiral Ana Roe, the Australian envoy, Jo Moe, and the mayor left."
    assert not {r for r in reading(text).relations if r[:2] == ("ofState", "Ana Roe")}


def test_a_name_behind_an_office_and_a_described_body_is_the_holders(reading):
    found = reading("The head of the state's largest bank, Jan Visser, was arrested.").relations
    assert ("title", "Jan Visser", "head") in found


@pytest.mark.parametrize(
    "text",
    [
        "Three officers were killed in two attacks in the capital, Nairobi, on Friday.",
        "Officials said a bomb exploded in the capital, Nairobi.",
        "Speaking on Monday in the capital, Nairobi, Ida Roos said the port was closed.",
    ],
)
def test_a_name_behind_the_capital_is_what_it_is_called(reading, text):
    found = reading(text)
    (capital,) = (m for m in found.article.mentions.all.values() if m.text == "the capital")
    assert found.root(capital.id).text == "Nairobi"
    assert not [r for r in found.relations if r[1] == "Nairobi"]


def test_the_leader_of_one_state_is_not_the_president_of_another(reading):
    text = "They prepared a meeting in Rome between the Malian leader and Chadian President Omar Teal."
    assert {o for r, s, o in reading(text).relations if r == "leaderOf" and s == "Omar Teal"} == {"Chadian"}
