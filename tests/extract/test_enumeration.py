"""Numbers that are listed, mended: each tree is drawn as a parser draws it."""

import pytest


def test_what_stands_before_a_number_is_no_adjective(tree, heads):
    made = tree("""
        It       it      PRON  PRP 2 nsubj
        killed   kill    VERB  VBD 0 root
        12       12      NUM   CD  4 nummod
        people   people  NOUN  NNS 2 obj
        and      and     CCONJ CC  8 cc
        injured  injure  VERB  VBN 8 amod
        30       30      NUM   CD  8 nummod
        others   other   NOUN  NNS 4 conj
    """)
    assert (heads(made)["injured"], heads(made)["others"]) == (("killed", "conj"), ("injured", "obj"))


def test_who_is_wounded_beside_the_dead_is_counted_apart(tree, heads):
    made = tree("""
        Sixty   sixty   NUM  CD  2 nummod
        guards  guard   NOUN NNS 4 nsubj:pass
        were    be      AUX  VBD 4 aux:pass
        killed  kill    VERB VBN 0 root
        ,       ,       PUNCT ,  9 punct
        with    with    ADP  IN  9 mark
        dozens  dozen   NOUN NNS 8 obl:unmarked
        more    more    ADV  RBR 9 advmod
        hurt    hurt    VERB VBN 2 acl
    """)
    assert heads(made)["hurt"] == ("killed", "advcl")
    assert heads(made)["dozens"] == ("hurt", "nsubj:pass")
    assert [(a.function, made[a.head].text) for a in made.arguments(8)] == [("object", "dozens")]


def test_guards_that_somebody_left_with_stay(tree, heads):
    made = tree("""
        Roe     Roe     PROPN NNP 2 nsubj
        left    leave   VERB VBD 0 root
        with    with    ADP  IN  5 case
        two     two     NUM  CD  5 nummod
        guards  guard   NOUN NNS 2 obl
    """)
    assert heads(made)["guards"] == ("left", "obl")


def test_a_number_before_a_participle_is_what_was_done_to(tree, heads):
    made = tree("""
        Ten     ten    NUM   CD  3 nsubj:pass
        were    be     AUX   VBD 3 aux:pass
        killed  kill   VERB  VBN 0 root
        and     and    CCONJ CC  5 cc
        20      20     NUM   CD  3 conj
        injured injure VERB  VBN 5 amod
    """)
    assert heads(made)["20"] == ("injured", "nsubj:pass")
    assert heads(made)["injured"] == ("killed", "conj")


def test_or_more_belongs_to_its_number(tree, heads):
    made = tree("""
        killing kill VERB  VBG 0 root
        107     107  NUM   CD  1 obj
        or      or   CCONJ CC  4 cc
        more    more ADJ   JJR 2 conj
    """)
    assert heads(made)["more"] == ("107", "advmod")


def test_people_wounded_beside_the_dead_are_not_killed(tree, heads):
    made = tree("""
        Three     three    NUM   CD  2 nummod
        civilians civilian NOUN  NNS 4 nsubj:pass
        were      be       AUX   VBD 4 aux:pass
        killed    kill     VERB  VBN 0 root
        and       and      CCONJ CC  7 cc
        74        74       NUM   CD  7 nummod
        people    people   NOUN  NNS 2 conj
        wounded   wound    VERB  VBN 7 acl
    """)
    assert (heads(made)["people"], heads(made)["wounded"]) == (("wounded", "nsubj:pass"), ("killed", "conj"))


def test_who_is_left_homeless_is_not_who_is_left_dead(tree, heads):
    made = tree("""
        left     leave    VERB VBD 0 root
        people   people   NOUN NNS 1 obj
        dead     dead     ADJ  JJ  2 amod
        and      and      CCONJ CC 5 cc
        others   other    NOUN NNS 2 conj
        homeless homeless ADJ  JJ  2 amod
    """)
    assert heads(made)["others"] == ("left", "obj")
    assert heads(made)["homeless"] == ("others", "amod")


@pytest.mark.parametrize(
    "table",
    [
        """
        men      man     NOUN NNS 3 nsubj:pass
        were     be      AUX  VBD 3 aux:pass
        killed   kill    VERB VBN 0 root
        and      and     CCONJ CC 5 cc
        hundreds hundred NOUN NNS 1 conj
        injured  injured ADJ  JJ  1 amod
        """,
        """
        men      man     NOUN NNS 3 nsubj:pass
        were     be      AUX  VBD 3 aux:pass
        killed   kill    VERB VBN 0 root
        and      and     CCONJ CC 6 cc
        five     five    NUM  CD  6 obl:unmarked
        injured  injure  VERB VBN 3 conj
        """,
    ],
)
def test_a_number_beside_the_killed_is_of_the_injured(tree, heads, table):
    found = heads(tree(table))
    assert found["injured"] == ("killed", "conj")
    assert found["hundreds" if "hundreds" in found else "five"] == ("injured", "nsubj:pass")


@pytest.mark.parametrize(
    "state",
    [
        pytest.param("hurt hurt VERB VBN 6 acl", id="a participle"),
        pytest.param("homeless homeless ADJ JJ 1 conj", id="listed with the verb"),
    ],
)
def test_who_is_left_hurt_is_not_left_dead_wherever_the_word_hangs(tree, heads, state):
    made = tree(f"""
        left   leave  VERB VBD 0 root
        nine   nine   NUM  CD  3 nummod
        people people NOUN NNS 1 obj
        dead   dead   ADJ  JJ  3 amod
        and    and    CCONJ CC 6 cc
        others other  NOUN NNS 3 conj
        {state}
    """)
    found = heads(made)
    assert found["others"] == ("left", "obj")
    assert found[state.split()[0]][0] == "others"


def test_what_thousands_are_sent_to_do_is_why_they_were_sent(tree, heads):
    made = tree("""
        sent      send     VERB  VBD 0 root
        thousands thousand NOUN  NNS 1 obj
        of        of       ADP   IN  4 case
        troops    troop    NOUN  NNS 2 nmod
        to        to       PART  TO  6 mark
        help      help     VERB  VB  2 acl
        Mali      Mali     PROPN NNP 6 obj
    """)
    assert heads(made)["help"] == ("sent", "advcl")


def test_whoever_is_listed_is_listed_with_somebody_before(tree, heads):
    made = tree("""
        Roe      Roe      PROPN NNP 4 nsubj
        and      and      CCONJ CC  3 cc
        Moe      Moe      PROPN NNP 7 conj
        called   call     VERB  VBD 0 root
        on       on       ADP   IN  7 case
        the      the      DET   DT  7 det
        fighters fighter  NOUN  NNS 4 obl
    """)
    assert heads(made)["Moe"] == ("Roe", "conj")
