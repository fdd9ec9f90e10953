"""Control: whose a clause is that has no subject of its own."""

import pytest

PRESSED = """
    Chad    Chad  PROPN NNP 2 nsubj
    pressed press VERB  VBD 0 root
    both    both  DET   DT  4 det
    sides   side  NOUN  NNS 2 obj
    to      to    PART  TO  6 mark
    talk    talk  VERB  VB  2 advcl
"""
MISSED = """
    It       it      PRON  PRP 2 nsubj
    fell     fall    VERB  VBD 0 root
    after    after   SCONJ IN  5 mark
    guns     gun     NOUN  NNS 5 nsubj
    failed   fail    VERB  VBD 2 advcl
    to       to      PART  TO  7 mark
    stop     stop    VERB  VB  5 xcomp
    it       it      PRON  PRP 7 obj
    killing  kill    VERB  VBG 5 advcl
"""
BOUGHT = """
    Chad    Chad   PROPN NNP 2 nsubj
    bought  buy    VERB  VBD 0 root
    drones  drone  NOUN  NNS 2 obj
    to      to     PART  TO  5 mark
    attack  attack VERB  VB  2 advcl
"""


@pytest.mark.parametrize(
    ("table", "verb", "expected"),
    [
        pytest.param(PRESSED, "talk", "sides", id="who is pressed"),
        pytest.param(MISSED, "killing", "It", id="not who failed to stop it"),
        pytest.param(BOUGHT, "attack", "Chad", id="not what is bought"),
    ],
)
def test_whose_a_clause_is(tree, table, verb, expected):
    made = tree(table)
    at = next(i for i, t in enumerate(made.tokens) if t.text == verb)
    assert {made[a.head].text for a in made.arguments(at) if a.function == "subject"} == {expected}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("President Omar Bello faces accusations of jailing rivals and of attacking Gao.", "jailing"),
        ("President Omar Bello faces accusations of jailing rivals and of attacking Gao.", "attacking"),
        ("Police arrested Omar Bello on charges of killing nine men.", "killing"),
        ("Omar Bello was arrested on charges of killing nine men.", "killing"),
    ],
)
def test_who_is_charged_is_said_to_have_done_it(reading, text, trigger):
    assert any("Omar Bello" in filler for filler in reading(text).roles(trigger)["actor"])


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shot and killed nine soldiers in Gao.",
        "Rebels stabbed and then killed the nine soldiers on a road to Gao.",
    ],
)
def test_two_verbs_share_what_is_done_to_by_both(reading, text):
    events = reading(text).extraction.events
    assert sorted(e.type for e in events if e.fillers("target") and e.fillers("actor")) == ["Attack", "Killing"]


def test_what_only_the_second_verb_is_done_to_is_not_shared(reading):
    found = reading("Omar Teal fled and joined the army of Chad.").extraction.events
    assert all(e.type != "Displacement" or not e.fillers("origin") for e in found)


def test_a_plan_by_somebody_is_that_ones(reading):
    assert reading("The council discussed a plan by Chad to send troops to Mali.").roles("send")["actor"] == {"Chad"}
