"""Tree: phrases, conjuncts, prepositions, and who does what in every construction news uses."""

import pytest

ACTIVE = """
Kenya     Kenya    PROPN NNP 2 nsubj
sent      send     VERB  VBD 0 root
nine      nine     NUM   CD  4 nummod
soldiers  soldier  NOUN  NNS 2 obj
to        to       ADP   IN  6 case
Chad      Chad     PROPN NNP 2 obl
.         .        PUNCT .   2 punct
"""
PASSIVE = """
Two       two      NUM   CD  2 nummod
soldiers  soldier  NOUN  NNS 4 nsubj:pass
were      be       AUX   VBD 4 aux:pass
captured  capture  VERB  VBN 0 root
by        by       ADP   IN  6 case
Chad      Chad     PROPN NNP 4 obl:agent
near      near     ADP   IN  8 case
Abeche    Abeche   PROPN NNP 4 obl
"""
PARTICIPLE = """
The       the      DET   DT  2 det
soldiers  soldier  NOUN  NNS 6 nsubj
captured  capture  VERB  VBN 2 acl
by        by       ADP   IN  5 case
Chad      Chad     PROPN NNP 3 obl:agent
spoke     speak    VERB  VBD 0 root
"""
AMOD = """
The       the      DET   DT  3 det
captured  capture  VERB  VBN 3 amod
soldiers  soldier  NOUN  NNS 4 nsubj
spoke     speak    VERB  VBD 0 root
"""
WHO = """
The       the      DET   DT  2 det
troops    troops   NOUN  NNS 7 nsubj
who       who      PRON  WP  4 nsubj
attacked  attack   VERB  VBD 2 acl:relcl
the       the      DET   DT  6 det
village   village  NOUN  NN  4 obj
left      leave    VERB  VBD 0 root
"""
THAT = """
The       the      DET   DT  2 det
bridge    bridge   NOUN  NN  7 nsubj
that      that     PRON  WDT 6 obj
the       the      DET   DT  5 det
rebels    rebel    NOUN  NNS 6 nsubj
destroyed destroy  VERB  VBD 2 acl:relcl
fell      fall     VERB  VBD 0 root
"""
BARE = """
The       the      DET   DT  2 det
bridge    bridge   NOUN  NN  6 nsubj
the       the      DET   DT  4 det
rebels    rebel    NOUN  NNS 5 nsubj
destroyed destroy  VERB  VBD 2 acl:relcl
fell      fall     VERB  VBD 0 root
"""
WHICH_PASSIVE = """
The       the      DET   DT  2 det
tanker    tanker   NOUN  NN  9 nsubj
which     which    PRON  WDT 5 nsubj:pass
was       be       AUX   VBD 5 aux:pass
seized    seize    VERB  VBN 2 acl:relcl
by        by       ADP   IN  8 case
the       the      DET   DT  8 det
navy      navy     NOUN  NN  5 obl:agent
left      leave    VERB  VBD 0 root
"""
SUBJECT_CONTROL = """
Chad      Chad     PROPN NNP 2 nsubj
plans     plan     VERB  VBZ 0 root
to        to       PART  TO  4 mark
send      send     VERB  VB  2 xcomp
troops    troops   NOUN  NNS 4 obj
"""
OBJECT_CONTROL = """
Chad      Chad     PROPN NNP 2 nsubj
ordered   order    VERB  VBD 0 root
the       the      DET   DT  4 det
police    police   NOUN  NNS 2 obj
to        to       PART  TO  6 mark
arrest    arrest   VERB  VB  2 xcomp
Roe       Roe      PROPN NNP 6 obj
"""
PASSIVE_CONTROL = """
Chad      Chad     PROPN NNP 3 nsubj:pass
is        be       AUX   VBZ 3 aux:pass
believed  believe  VERB  VBN 0 root
to        to       PART  TO  6 mark
have      have     AUX   VB  6 aux
sent      send     VERB  VBN 3 xcomp
troops    troops   NOUN  NNS 6 obj
"""
CONJOINED = """
Chad      Chad     PROPN NNP 4 nsubj
and       and      CCONJ CC  3 cc
Niger     Niger    PROPN NNP 1 conj
attacked  attack   VERB  VBD 0 root
Mali      Mali     PROPN NNP 4 obj
and       and      CCONJ CC  7 cc
seized    seize    VERB  VBD 4 conj
Gao       Gao      PROPN NNP 7 obj
"""
PASSIVES_CONJOINED = """
He        he       PRON  PRP 3 nsubj:pass
was       be       AUX   VBD 3 aux:pass
arrested  arrest   VERB  VBN 0 root
and       and      CCONJ CC  5 cc
jailed    jail     VERB  VBN 3 conj
"""
PLAN = """
Roe       Roe      PROPN NNP 2 nsubj
announced announce VERB  VBD 0 root
a         a        DET   DT  4 det
plan      plan     NOUN  NN  2 obj
to        to       PART  TO  6 mark
visit     visit    VERB  VB  4 acl
Gao       Gao      PROPN NNP 6 obj
"""
JUDGED = PLAN.replace("announced announce", "discussed discuss")
QUOTED = """
Media     media    NOUN  NNS 2 nsubj
quoted    quote    VERB  VBD 0 root
Roe       Roe      PROPN NNP 2 obj
as        as       SCONJ IN  5 mark
saying    say      VERB  VBG 2 advcl
so        so       ADV   RB  5 advmod
"""
HIS_PLAN = """
his       his      PRON  PRP$ 2 nmod:poss
plan      plan     NOUN  NN  0 root
to        to       PART  TO  4 mark
leave     leave    VERB  VB  2 acl
"""
SHOWN = """
Pictures  picture  NOUN  NNS 2 nsubj
showed    show     VERB  VBD 0 root
him       he       PRON  PRP 2 obj
flanked   flank    VERB  VBN 2 xcomp
by        by       ADP   IN  6 case
guards    guard    NOUN  NNS 4 obl
.         .        PUNCT .   2 punct
"""
INDIRECT = """
Roe       Roe      PROPN NNP 2 nsubj
gave      give     VERB  VBD 0 root
Doe       Doe      PROPN NNP 2 iobj
medals    medal    NOUN  NNS 2 obj
"""
PHRASE = """
the       the      DET   DT  5 det
long      long     ADJ   JJ  4 amod
-         -        PUNCT HYPH 4 punct
range     range    NOUN  NN  5 compound
missile   missile  NOUN  NN  0 root
,         ,        PUNCT ,   9 punct
a         a        DET   DT  9 det
new       new      ADJ   JJ  9 amod
weapon    weapon   NOUN  NN  5 appos
"""
ACCORDING = """
according accord   VERB  VBG 3 case
to        to       ADP   IN  1 fixed
officials official NOUN  NNS 0 root
"""
FROM_NEAR = """
from      from     ADP   IN  3 case
near      near     ADP   IN  3 case
Gao       Gao      PROPN NNP 0 root
"""

SUPPORT = """
Rebels    rebel    NOUN  NNS 2 nsubj
carried   carry    VERB  VBD 0 root
out       out      ADP   RP  2 compound:prt
an        a        DET   DT  5 det
attack    attack   NOUN  NN  2 obj
on        on       ADP   IN  8 case
the       the      DET   DT  8 det
port      port     NOUN  NN  5 nmod
"""


@pytest.fixture
def arguments(tree):
    """(function, word) of a verb."""

    def find(table: str, word: str) -> set[tuple[str, str]]:
        made = tree(table)
        at = next(i for i, t in enumerate(made.tokens) if t.text == word)
        return {(a.function, made[a.head].text) for a in made.arguments(at)}

    return find


# ---------------------------------------------------------------- verbs


@pytest.mark.parametrize(
    ("table", "verb", "expected"),
    [
        (ACTIVE, "sent", {("subject", "Kenya"), ("object", "soldiers"), ("to", "Chad")}),
        (PASSIVE, "captured", {("object", "soldiers"), ("subject", "Chad"), ("near", "Abeche")}),
        (PARTICIPLE, "captured", {("object", "soldiers"), ("subject", "Chad")}),
        (AMOD, "captured", {("object", "soldiers")}),
        (WHO, "attacked", {("subject", "troops"), ("object", "village")}),
        (THAT, "destroyed", {("subject", "rebels"), ("object", "bridge")}),
        (BARE, "destroyed", {("subject", "rebels"), ("object", "bridge")}),
        (WHICH_PASSIVE, "seized", {("object", "tanker"), ("subject", "navy")}),
        (SUBJECT_CONTROL, "send", {("subject", "Chad"), ("object", "troops")}),
        (OBJECT_CONTROL, "arrest", {("subject", "police"), ("object", "Roe")}),
        (PASSIVE_CONTROL, "sent", {("subject", "Chad"), ("object", "troops")}),
        (CONJOINED, "attacked", {("subject", "Chad"), ("subject", "Niger"), ("object", "Mali")}),
        (CONJOINED, "seized", {("subject", "Chad"), ("subject", "Niger"), ("object", "Gao")}),
        (PASSIVES_CONJOINED, "jailed", {("object", "He")}),
        (PLAN, "visit", {("subject", "Roe"), ("object", "Gao")}),
        (JUDGED, "visit", {("object", "Gao")}),
        (QUOTED, "saying", {("subject", "Roe")}),
        (HIS_PLAN, "leave", {("subject", "his")}),
        (SHOWN, "flanked", {("object", "him"), ("subject", "guards")}),
        (INDIRECT, "gave", {("subject", "Roe"), ("indirect", "Doe"), ("object", "medals")}),
    ],
    ids=lambda x: x.split()[1] if isinstance(x, str) and "\n" in x else None,
)
def test_the_arguments_of_a_verb(arguments, table, verb, expected):
    assert arguments(table, verb) == expected


@pytest.mark.parametrize(
    ("table", "verb", "expected"),
    [
        (ACTIVE, "sent", False),
        (PASSIVE, "captured", True),
        (PARTICIPLE, "captured", True),
        (AMOD, "captured", True),
        (PASSIVES_CONJOINED, "jailed", True),
        (PASSIVE_CONTROL, "sent", False),
        (PASSIVE_CONTROL, "believed", True),
    ],
)
def test_voice(tree, table, verb, expected):
    made = tree(table)
    assert made.is_passive(next(i for i, t in enumerate(made.tokens) if t.text == verb)) is expected


def test_a_verb_has_its_particle_in_its_lemma(tree):
    assert tree(SUPPORT).lemma(1) == "carry out"


# ---------------------------------------------------------------- nouns


# ---------------------------------------------------------------- structure


def words(tree, indices):
    return [tree[i].text for i in indices]


def test_the_root_is_its_own_head(tree):
    assert tree(ACTIVE)[tree(ACTIVE).root].text == "sent"


def test_children_can_be_asked_by_relation(tree):
    made = tree(ACTIVE)
    assert words(made, made.children(1, "nsubj", "obl")) == ["Kenya", "Chad"]


def test_a_missing_child_is_none(tree):
    assert tree(ACTIVE).child(1, "iobj") is None


def test_ancestors_come_nearest_first(tree):
    made = tree(WHO)
    assert words(made, made.ancestors(5)) == ["attacked", "troops", "left"]


def test_a_subtree_leaves_out_the_named_relations(tree):
    made = tree(WHO)
    assert words(made, made.subtree(1, frozenset({"acl:relcl"}))) == ["The", "troops"]


def test_a_phrase_has_its_modifiers_and_hyphens_but_no_apposition(tree):
    made = tree(PHRASE)
    assert words(made, range(*made.phrase(4))) == ["the", "long", "-", "range", "missile"]


def test_a_phrase_has_no_relative_clause(tree):
    made = tree(WHO)
    assert words(made, range(*made.phrase(1))) == ["The", "troops"]


def test_a_phrase_does_not_have_its_own_preposition(tree):
    made = tree(SUPPORT)
    assert words(made, range(*made.phrase(7))) == ["the", "port"]


def test_a_span_is_literal(tree):
    made = tree(PHRASE)
    text = " ".join(t.text for t in made.tokens)
    assert made.span(*made.phrase(4)).of(text) == "the long - range missile"


def test_conjuncts_are_followed_down_a_chain(tree):
    made = tree("A a PROPN NNP 0 root\nB b PROPN NNP 1 conj\nC c PROPN NNP 2 conj")
    assert words(made, made.conjuncts(0)) == ["A", "B", "C"]
    assert {made.first_conjunct(i) for i in made.conjuncts(0)} == {0}


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [(ACTIVE, 5, "to"), (ACTIVE, 0, None), (ACCORDING, 2, "according to"), (FROM_NEAR, 2, "near")],
    ids=["plain", "none", "fixed", "the inner of two"],
)
def test_the_preposition_of_a_word(tree, table, word, expected):
    assert tree(table).preposition(word) == expected


def test_a_conjunct_shares_the_preposition(tree):
    made = tree("to to ADP IN 2 case\nChad Chad PROPN NNP 0 root\nand and CCONJ CC 4 cc\nMali Mali PROPN NNP 2 conj")
    assert made.preposition(3) == "to"


def test_a_plural_relative_clause_tells_of_all_that_it_stands_behind(reading):
    found = reading("Talks between Armenia and Azerbaijan, who have been fighting since September, collapsed.")
    assert found.roles("fighting")["actor"] == {"Armenia", "Azerbaijan"}


def test_who_is_left_otherwise_is_not_left_dead(reading):
    found = reading("A raid by rebels has left eleven soldiers dead and a candidate seriously wounded.")
    assert not any("candidate" in filler for filler in found.roles("left")["target"])


def test_which_may_stand_for_a_whole_clause(tree):
    made = tree("""
        accused accuse VERB VBD 0 root
        army    army   NOUN NN  1 obj
        ,       ,      PUNCT ,  6 punct
        which   which  PRON WDT 6 obj
        army    army   NOUN NN  6 nsubj
        denied  deny   VERB VBD 2 acl:relcl
    """)
    assert [a.function for a in made.arguments(5)] == ["subject"]


def test_a_day_behind_a_participle_is_not_done_to(tree):
    made = tree("""
        men    man    NOUN  NNS 0 root
        freed  free   VERB  VBN 1 acl
        Monday Monday PROPN NNP 2 obl:unmarked
    """)
    assert [(a.function, a.head) for a in made.arguments(1)] == [("object", 0)]
