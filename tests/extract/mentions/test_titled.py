"""Offices hung on the names that they stand before."""

import pytest

from kg.extract.mentions.titled import attached
from tests.extract.mentions.stray import STRAY, person


def test_offices_are_hung_on_their_name(tree, words):
    mended = attached(tree(STRAY, (person(5, 7),)), words)
    assert [(mended[i].head, mended[i].deprel) for i in (2, 4, 5)] == [(5, "nmod:desc"), (5, "nmod:desc"), (7, "nsubj")]
    assert mended[3].head == 4


def test_a_name_below_its_office_takes_its_place(tree, words):
    table = """
    Secretary secretary NOUN  NN  6 nsubj
    of        of        ADP   IN  3 case
    State     State     PROPN NNP 1 nmod
    Ana       Ana       PROPN NNP 3 flat
    Roe       Roe       PROPN NNP 4 flat
    left      leave     VERB  VBD 0 root
    """
    mended = attached(tree(table, (person(3, 5),)), words)
    assert (mended[3].head, mended[3].deprel) == (5, "nsubj")
    assert mended[0].head == 3


def test_a_name_that_only_its_rank_gives_away(tree, words):
    table = """
    Colonel Colonel PROPN NNP 2 nmod:desc
    Ana     Ana     PROPN NNP 4 nsubj
    Roe     Roe     PROPN NNP 2 flat
    left    leave   VERB  VBD 0 root
    """
    assert [(n.start, n.end, n.type) for n in attached(tree(table), words).sentence.names] == [(1, 3, "Person")]


def test_a_member_of_somebodys_administration_is_not_that_person(tree, words):
    table = """
    A              a              DET   DT  2 det
    member         member         NOUN  NN  7 nsubj
    of             of             ADP   IN  6 case
    the            the            DET   DT  6 det
    Roe            Roe            PROPN NNP 6 compound
    administration administration NOUN  NN  2 nmod
    left           leave          VERB  VBD 0 root
    """
    found = attached(tree(table, (person(4, 5),)), words)
    assert [t.head for t in found.tokens][:2] == [1, 6]
    assert len(found.subtree(found.root)) == len(found)


def test_a_tree_without_offices_stays_as_it_is(tree, words):
    plain = tree("Ana Ana PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root", (person(0, 1),))
    assert attached(plain, words) is plain


@pytest.mark.parametrize(
    ("text", "who", "titles"),
    [
        ("Major-General Ana Roe left Lisbon.", "Ana Roe", {"major-general"}),
        ("Maj. Gen. Tariq Aziz left Lisbon.", "Tariq Aziz", {"maj. gen."}),
        ("Far-right minister Ana Roe left Lisbon.", "Ana Roe", {"minister"}),
        ("Four-term lawmaker Ana Roe left Lisbon.", "Ana Roe", {"lawmaker"}),
        ("Anti-corruption prosecutor Ana Roe left Lisbon.", "Ana Roe", {"anti-corruption prosecutor"}),
        ("Top commander Tariq Aziz left Lisbon.", "Tariq Aziz", {"commander"}),
        ("Secretary of State Martin Doyle left Lisbon.", "Martin Doyle", {"secretary of state"}),
        ("Deputy Trade Minister Ana Roe left Lisbon.", "Ana Roe", {"deputy trade minister"}),
        ("French interior and overseas minister Marc Aubin left Lisbon.", "Marc Aubin",
         {"interior and overseas minister"}),
        ("Deputy Prime Minister and Finance Minister Eva Novak resigned.", "Eva Novak",
         {"deputy prime minister", "finance minister"}),
    ],
)  # fmt: skip
def test_the_title_is_the_whole_office(reading, text, who, titles):
    assert {o for r, s, o in reading(text).relations if r == "title" and s == who} == titles


def test_an_office_between_two_people_belongs_to_the_next(reading):
    found = reading("Ana Roe told President Adama Barrow that she would resign.").relations
    assert ("title", "Ana Roe", "president") not in found


RULING = """
They    they    PRON  PRP 2  nsubj
show    show    VERB  VBP 0  root
ruling  ruling  NOUN  NN  4  amod
party   party   NOUN  NN  2  obj
Prime   Prime   ADJ   NNP 6  amod
Minister Minister PROPN NNP 7 nmod:desc
Jose    Jose    PROPN NNP 4  appos
Roe     Roe     PROPN NNP 7  flat
ahead   ahead   ADV   RB  2  advmod
"""
"""A parser's reading in which a name hangs on the party of its office."""


def test_no_word_hangs_below_itself(tree, words):
    read = attached(tree(RULING, (person(6, 8),)), words)
    for word in range(len(read)):
        above = [word]
        while read[above[-1]].head != above[-1]:
            above.append(read[above[-1]].head)
            assert len(above) <= len(read)


@pytest.mark.parametrize(("noun", "found"), [("counterpart", [(3, 5)]), ("ally", [])])
def test_a_name_beside_who_can_only_be_a_person_is_a_persons(tree, words, noun, found):
    table = f"""
    Her      her      PRON  PRP$ 2 nmod:poss
    {noun}   {noun}   NOUN  NN  6 nsubj
    ,        ,        PUNCT ,   4 punct
    Jo       Jo       PROPN NNP 2 appos
    Roe      Roe      PROPN NNP 4 flat
    left     leave    VERB  VBD 0 root
    """
    names = attached(tree(table), words).sentence.names
    assert [(n.start, n.end) for n in names] == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hassan Sheikh Omar, the chairman, arrived in Lisbon on Monday.", "Hassan Sheikh Omar"),
        ("South Korean President Park Min-ho arrived in Lisbon on Monday.", "Park Min-ho"),
        ("Kenyan Defence Minister Grace Otieno arrived in Lisbon on Monday.", "Grace Otieno"),
    ],
)
def test_a_word_for_an_office_or_a_thing_may_be_part_of_a_name(reading, text, name):
    assert reading(text).types(name) == {"Person"}


@pytest.mark.parametrize("address", ["Hon.", "H.E."])
def test_a_form_of_address_is_no_part_of_a_name(tree, words, address):
    table = f"""
    Envoy     envoy     NOUN  NN  6 nsubj
    ,         ,         PUNCT ,   3 punct
    {address} {address} PROPN NNP 1 appos
    Ana       Ana       PROPN NNP 3 flat
    Roe       Roe       PROPN NNP 3 flat
    left      leave     VERB  VBD 0 root
    """
    mended = attached(tree(table, (person(2, 5),)), words)
    assert [(mended[i].head, mended[i].deprel) for i in (2, 3)] == [(3, "nmod:desc"), (0, "appos")]
