"""Arguments of a noun: its own, and those of the verb that supports it."""

import pytest

from kg.extract.frames import nominals

CARRIERS = nominals.Carriers(
    support=frozenset({"carry out", "launch", "claim responsibility for"}),
    undergoing=frozenset({"survive"}),
    stretches=frozenset({"round"}),
)

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

SUPPORT_PASSIVE = """
The       the      DET   DT  2 det
attack    attack   NOUN  NN  4 nsubj:pass
was       be       AUX   VBD 4 aux:pass
launched  launch   VERB  VBN 0 root
by        by       ADP   IN  6 case
rebels    rebel    NOUN  NNS 4 obl:agent
"""

SUPPORT_PARTICIPLE = """
an        a        DET   DT  2 det
attack    attack   NOUN  NN  0 root
launched  launch   VERB  VBN 2 acl
by        by       ADP   IN  5 case
rebels    rebel    NOUN  NNS 3 obl:agent
"""

POSSESSIVE = """
Chad      Chad     PROPN NNP 3 nmod:poss
's        's       PART  POS 1 case
invasion  invasion NOUN  NN  0 root
of        of       ADP   IN  5 case
Niger     Niger    PROPN NNP 3 nmod
"""

COMPOUND = """
a         a        DET   DT  3 det
drone     drone    NOUN  NN  3 compound
strike    strike   NOUN  NN  0 root
near      near     ADP   IN  5 case
Gao       Gao      PROPN NNP 3 nmod
"""

CLAIMED = """
Rebels    rebel    NOUN  NNS 2 nsubj
claimed   claim    VERB  VBD 0 root
responsibility responsibility NOUN NN 2 obj
for       for      ADP   IN  6 case
the       the      DET   DT  6 det
attack    attack   NOUN  NN  2 obl
"""

SURVIVED = """
Roe       Roe      PROPN NNP 2 nsubj
survived  survive  VERB  VBD 0 root
an        a        DET   DT  4 det
attack    attack   NOUN  NN  2 obj
"""

SIEGE = """
Gao       Gao      PROPN NNP 4 nsubj
is        be       AUX   VBZ 4 cop
under     under    ADP   IN  4 case
siege     siege    NOUN  NN  0 root
"""

ROUND = """
Rebels    rebel    NOUN  NNS 2 nsubj
launched  launch   VERB  VBD 0 root
a         a        DET   DT  4 det
round     round    NOUN  NN  2 obj
of        of       ADP   IN  6 case
talks     talk     NOUN  NNS 4 nmod
"""


@pytest.fixture
def arguments(tree):
    """(function, word) of a noun, with the support verbs of the tests."""

    def find(table: str, word: str) -> set[tuple[str, str]]:
        made = tree(table)
        at = next(i for i, t in enumerate(made.tokens) if t.text == word)
        found = nominals.arguments(made, at, CARRIERS)
        return {(a.function, made[a.head].text) for a in found}

    return find


@pytest.mark.parametrize(
    ("table", "noun", "expected"),
    [
        (SUPPORT, "attack", {("subject", "Rebels"), ("on", "port")}),
        (SUPPORT_PASSIVE, "attack", {("subject", "rebels")}),
        (SUPPORT_PARTICIPLE, "attack", {("subject", "rebels")}),
        (POSSESSIVE, "invasion", {("possessor", "Chad"), ("of", "Niger")}),
        (COMPOUND, "strike", {("compound", "drone"), ("near", "Gao")}),
        (CLAIMED, "attack", {("subject", "Rebels")}),
        (SURVIVED, "attack", {("undergoer", "Roe")}),
        (SIEGE, "siege", {("undergoer", "Gao")}),
        (ROUND, "talks", {("subject", "Rebels")}),
    ],
    ids=lambda x: x.split()[1] if isinstance(x, str) and "\n" in x else None,
)
def test_the_arguments_of_a_noun(arguments, table, noun, expected):
    assert arguments(table, noun) == expected


def test_a_verb_that_is_no_support_verb_gives_a_noun_nothing(tree):
    assert nominals.arguments(tree(SUPPORT_PASSIVE), 1) == []


def test_what_struck_elsewhere_is_another_scene(tree):
    made = tree("""
        the        the        DET   DT  2 det
        meeting    meeting    NOUN  NN  0 root
        after      after      SCONJ IN  6 mark
        the        the        DET   DT  5 det
        earthquake earthquake NOUN  NN  6 nsubj
        struck     strike     VERB  VBD 2 acl
        Haiti      Haiti      PROPN NNP 6 obj
    """)
    assert nominals.arguments(made, 1, nominals.Carriers(occurrence=frozenset({"strike"}))) == []


def test_a_states_gunfire_is_its_doing_and_not_in_it(reading):
    roles = reading("Villagers said Malian gunfire killed one man.").roles("gunfire")
    assert roles == {"actor": {"Malian"}, "target": {"one man"}}
