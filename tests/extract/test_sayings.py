"""Slips around a verb of saying, mended: each tree is drawn as a parser draws it."""


def test_the_first_of_two_subjects_of_said_is_that_of_what_was_said(tree, heads):
    made = tree("""
        Roe      Roe    PROPN NNP 8 nsubj
        will     will   AUX   MD  4 aux
        not      not    PART  RB  4 advmod
        come     come   VERB  VB  8 ccomp
        ,        ,      PUNCT ,   4 punct
        the      the    DET   DT  7 det
        palace   palace NOUN  NN  8 nsubj
        said     say    VERB  VBD 0 root
    """)
    assert heads(made)["Roe"] == ("come", "nsubj")
    assert heads(made)["palace"] == ("said", "nsubj")


def test_an_apposition_right_before_said_is_who_said_it(tree, heads):
    made = tree("""
        They   they  PRON  PRP 2 nsubj
        fled   flee  VERB  VBD 8 ccomp
        to     to    ADP   IN  4 case
        Bari   Bari  PROPN NNP 2 obl
        ,      ,     PUNCT ,   2 punct
        a      a     DET   DT  7 det
        guard  guard NOUN  NN  4 appos
        said   say   VERB  VBD 0 root
    """)
    assert heads(made)["guard"] == ("said", "nsubj")


def test_an_apposition_elsewhere_stays(tree, heads):
    made = tree("""
        They   they  PRON  PRP 2 nsubj
        met    meet  VERB  VBD 8 ccomp
        Roe    Roe   PROPN NNP 2 obj
        ,      ,     PUNCT ,   3 punct
        guard  guard NOUN  NN  3 appos
        ,      ,     PUNCT ,   2 punct
        Moe    Moe   PROPN NNP 8 nsubj
        said   say   VERB  VBD 0 root
    """)
    assert heads(made)["guard"] == ("Roe", "appos")


def test_a_headlines_plan_is_what_the_speaker_tells(tree, heads):
    made = tree("""
        Mali     Mali     PROPN NNP 7 nsubj
        to       to       PART  TO  3 mark
        send     send     VERB  VB  1 acl
        troops   troop    NOUN  NNS 3 obj
        ,        ,        PUNCT ,   1 punct
        minister minister NOUN  NN  7 nsubj
        says     say      VERB  VBZ 0 root
    """)
    assert heads(made)["Mali"] == ("send", "nsubj")
    assert heads(made)["send"] == ("says", "ccomp")


def test_what_stands_bare_before_a_verb_without_a_subject_is_its_subject(tree, heads):
    made = tree("""
        Analysts  analyst NOUN  NNS 2 obl
        believe   believe VERB  VBP 0 root
        Mali      Mali    PROPN NNP 4 nsubj
        won       win     VERB  VBD 2 ccomp
    """)
    assert heads(made)["Analysts"] == ("believe", "nsubj")


def test_an_object_right_before_its_verb_is_its_subject(tree, heads):
    made = tree("""
        Officials  official NOUN  NNS 2 obj
        say        say      VERB  VBP 0 root
        it         it       PRON  PRP 4 nsubj
        ended      end      VERB  VBD 2 ccomp
    """)
    assert heads(made)["Officials"] == ("say", "nsubj")


def test_what_stands_under_a_preposition_is_no_subject(tree, heads):
    made = tree("""
        In       in    ADP   IN  2 case
        Mali     Mali  PROPN NNP 3 obl
        rained   rain  VERB  VBD 0 root
    """)
    assert heads(made)["Mali"] == ("rained", "obl")


def test_who_stands_between_what_is_said_and_said_says_it(tree, heads):
    made = tree("""
        Guards    guard     NOUN  NNS 2 nsubj
        took      take      VERB  VBD 7 ccomp
        Bari      Bari      PROPN NNP 2 obj
        ,         ,         PUNCT ,   2 punct
        the       the       DET   DT  6 det
        major     major     NOUN  NN  2 nsubj
        said      say       VERB  VBD 0 root
    """)
    assert heads(made)["major"] == ("said", "nsubj")
    assert heads(made)["Guards"] == ("took", "nsubj")


def test_a_clause_behind_who_is_cited_is_what_was_said(tree, heads):
    made = tree("""
        Roe       Roe      PROPN NNP 2 nsubj
        said      say      VERB  VBD 0 root
        ,         ,        PUNCT ,   4 punct
        citing    cite     VERB  VBG 2 advcl
        officials official NOUN  NNS 4 obj
        ,         ,        PUNCT ,   9 punct
        that      that     SCONJ IN  9 mark
        Mali      Mali     PROPN NNP 9 nsubj
        won       win      VERB  VBD 5 acl
    """)
    assert heads(made)["won"] == ("said", "ccomp")


def test_what_stands_behind_a_told_verb_is_its_object(tree, heads):
    made = tree("""
        Mali      Mali     PROPN NNP 2 nsubj
        says      say      VERB  VBZ 0 root
        it        it       PRON  PRP 5 nsubj
        has       have     AUX   VBZ 5 aux
        held      hold     VERB  VBN 2 ccomp
        smugglers smuggler NOUN  NNS 2 obj
    """)
    assert heads(made)["smugglers"] == ("held", "obj")


def test_what_stands_behind_the_verb_of_saying_is_no_part_of_what_is_said(tree, heads):
    made = tree("""
        France  France PROPN NNP 3 nsubj
        will    will   AUX   MD  3 aux
        pay     pay    VERB  VB  6 ccomp
        ,       ,      PUNCT ,   6 punct
        Roe     Roe    PROPN NNP 6 nsubj
        said    say    VERB  VBD 0 root
        during  during ADP   IN  9 case
        a       a      DET   DT  9 det
        visit   visit  NOUN  NN  3 obl
    """)
    assert heads(made)["visit"] == ("said", "obl")


def test_who_stands_before_the_verb_is_no_description_of_its_object(tree, heads):
    made = tree("""
        Secretary secretary PROPN NNP 4 nmod:desc
        Roe       Roe       PROPN NNP 1 appos
        greeted   greet     VERB  VBD 0 root
        Moe       Moe       PROPN NNP 3 obj
    """)
    assert heads(made)["Secretary"] == ("greeted", "nsubj")


def test_the_first_of_two_subjects_around_says_is_who_says_it(tree, heads):
    made = tree("""
        The    the    DET   DT  2 det
        palace palace NOUN  NN  6 nsubj
        says   say    VERB  VBZ 0 root
        Roe    Roe    PROPN NNP 6 nsubj
        has    have   AUX   VBZ 6 aux
        left   leave  VERB  VBN 3 ccomp
    """)
    assert (heads(made)["palace"], heads(made)["Roe"]) == (("says", "nsubj"), ("left", "nsubj"))
