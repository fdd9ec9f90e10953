"""Words that a parser hangs on the wrong verb: each tree is drawn as a parser draws it."""

from kg.extract.reattachment import reattached
from kg.model import Span, Token


def test_what_stands_behind_a_verb_belongs_to_none_inside_its_subject(tree, heads):
    made = tree("""
        Men     man   NOUN NNS 5 nsubj
        trying  try   VERB VBG 1 acl
        to      to    PART TO  4 mark
        flee    flee  VERB VB  2 xcomp
        killed  kill  VERB VBD 0 root
        guards  guard NOUN NNS 4 obj
        Monday  Monday PROPN NNP 4 obl:unmarked
    """)
    assert heads(made)["guards"] == ("killed", "obj")
    assert heads(made)["Monday"] == ("killed", "obl:unmarked")


def test_what_stands_inside_a_subject_stays_there(tree, heads):
    made = tree("""
        Men     man    NOUN NNS 4 nsubj
        fleeing flee   VERB VBG 1 acl
        guards  guard  NOUN NNS 2 obj
        drowned drown  VERB VBD 0 root
    """)
    assert heads(made)["guards"] == ("fleeing", "obj")


def test_a_preposition_before_a_gerund_begins_a_clause(tree, heads):
    made = tree("""
        accused accuse VERB VBN 0 root
        of      of     ADP  IN  4 case
        jailing jail   VERB VBG 1 advcl
        rivals  rival  NOUN NNS 3 obj
    """)
    assert heads(made)["of"] == ("jailing", "mark")


def test_who_stands_under_a_preposition_behind_a_gerund_does_nothing(tree, heads):
    made = tree("""
        killing kill   VERB  VBG 0 root
        Roe     Roe    PROPN NNP 1 obj
        along   along  ADP   IN  6 case
        with    with   ADP   IN  6 case
        a       a      DET   DT  6 det
        driver  driver NOUN  NN  1 nsubj
    """)
    assert heads(made)["driver"] == ("killing", "obl")


def test_a_title_before_who_speaks_is_no_preposition(tree, heads):
    made = tree("""
        said      say       VERB  VBD 0 root
        Under     under     ADP   IN  3 case
        Secretary secretary PROPN NNP 1 nsubj
    """)
    assert heads(made)["Secretary"] == ("said", "nsubj")


PROTEST = """
    Mali      Mali    PROPN NNP 2 nsubj
    {main}    {lemma} VERB  VBD 0 root
    after     after   SCONJ IN  5 mark
    ships     ship    NOUN  NNS 5 nsubj
    rammed    ram     VERB  VBD 2 advcl
    boats     boat    NOUN  NNS 5 obj
    injuring  injure  VERB  VBG 2 advcl
    four      four    NUM   CD  7 obj
"""


def test_what_is_answered_hurt_them(tree, heads):
    assert heads(tree(PROTEST.format(main="protested", lemma="protest")))["injuring"] == ("rammed", "advcl")


def test_what_may_hurt_by_itself_stays(tree, heads):
    assert heads(tree(PROTEST.format(main="capsized", lemma="capsize")))["injuring"] == ("capsized", "advcl")


def test_those_between_whom_it_is_do_it(tree, heads):
    made = tree("""
        Talks    talk    NOUN  NNS 0 root
        between  between ADP   IN  3 case
        Chad     Chad    PROPN NNP 1 nmod
        and      and     CCONJ CC  5 cc
        Mali     Mali    PROPN NNP 3 conj
        ,        ,       PUNCT ,   8 punct
        who      who     PRON  WP  8 nsubj
        fight    fight   VERB  VBP 1 acl:relcl
    """)
    assert heads(made)["fight"] == ("Chad", "acl:relcl")


def test_the_last_part_of_a_name_with_a_hyphen_is_no_verb():
    tokens, start = [], 0
    table = [("Chung", "PROPN", 3, "nsubj", 1), ("Dae", "PROPN", 0, "flat", 0), ("-", "PUNCT", 0, "punct", 0)]
    table += [("won", "VERB", 3, "root", 1), ("resigned", "VERB", 3, "parataxis", 0)]
    for form, upos, head, deprel, space in table:
        tokens.append(Token(Span(start, start + len(form)), form, form, upos, upos, head, deprel))
        start += len(form) + space
    made = reattached(tuple(tokens))
    assert [(t.upos, made[t.head].text, t.deprel) for t in made] == [
        ("PROPN", "resigned", "nsubj"), ("PROPN", "Chung", "flat"), ("PUNCT", "Chung", "punct"),
        ("PROPN", "Dae", "flat"), ("VERB", "resigned", "root"),
    ]  # fmt: skip


def test_who_denies_a_deed_says_what_is_added(reading):
    found = reading("A spokesman denied that the port had fallen, saying that forty rebels had been killed.")
    claim = found.event("killed").claims[0]
    assert (claim.modality.value, found.sources("killed")) == ("Reported", {"A spokesman"})


def test_who_is_spoken_to_by_telephone_is_met(reading):
    found = reading("President Lena Ortiz spoke by telephone with President Omar Bello.")
    assert any("Omar Bello" in filler for filler in found.roles("spoke")["actor"])


JOINED = """
    Roe       Roe       PROPN NNP 7 nsubj
    head      head      NOUN  NN  1 appos
    of        of        ADP   IN  4 case
    parties   party     NOUN  NNS 2 nmod
    and       and       CCONJ CC  6 cc
    {noun} 1 conj
    left      leave     VERB  VBD 0 root
"""


def test_a_bare_office_behind_another_is_one_more_of_the_same_person(tree, heads):
    made = tree(JOINED.format(noun="president president NOUN NN"))
    assert heads(made)["president"] == ("head", "conj")


def test_whoever_has_a_name_is_listed_beside_the_person(tree, heads):
    made = tree(JOINED.format(noun="Moe Moe PROPN NNP"))
    assert heads(made)["Moe"] == ("Roe", "conj")


def test_a_noun_before_a_verb_is_no_part_of_one_behind_it(tree, heads):
    made = tree("""
        army     army    NOUN NN  3 compound
        shelled  shell   VERB VBD 0 root
        villages village NOUN NNS 2 obj
    """)
    assert heads(made)["army"] == ("shelled", "nsubj")


def test_the_others_that_were_wounded_were_not_killed(tree, heads):
    made = tree("""
        raids    raid   NOUN NNS 2 nsubj
        killed   kill   VERB VBD 0 root
        nine     nine   NUM  CD  4 nummod
        men      man    NOUN NNS 2 obj
        and      and    CCONJ CC 7 cc
        wounded  wound  VERB VBN 7 amod
        others   other  NOUN NNS 4 conj
    """)
    assert (heads(made)["wounded"], heads(made)["others"]) == (("killed", "conj"), ("wounded", "obj"))


KILLED = """
    fighters fighter NOUN NNS 2 nsubj:pass
    killed   kill    VERB VBN 0 root
    {noun} 2 obl:unmarked
"""


def test_what_has_an_object_and_no_auxiliary_is_not_passive(tree, heads):
    made = tree(KILLED.format(noun="men man NOUN NNS"))
    assert heads(made)["fighters"] == ("killed", "nsubj")
    assert heads(made)["men"] == ("killed", "obj")


def test_a_day_is_no_object(tree, heads):
    assert heads(tree(KILLED.format(noun="week week NOUN NN")))["fighters"] == ("killed", "nsubj:pass")


def test_a_sentence_may_end_with_who_estimates_it(tree, heads):
    made = tree("""
        It          it         PRON  PRP 2 nsubj
        killed      kill       VERB  VBD 0 root
        thousands   thousand   NOUN  NNS 2 obj
        ,           ,          PUNCT ,   2 punct
        researchers researcher NOUN  NNS 2 nsubj
        at          at         ADP   IN  8 case
        Gao         Gao        PROPN NNP 5 nmod
        estimate    estimate   NOUN  NN  5 nmod
        .           .          PUNCT .   2 punct
    """)
    found = heads(made)
    assert (found["estimate"], found["researchers"]) == (("killed", "parataxis"), ("estimate", "nsubj"))
    assert found["at"] == ("Gao", "case")


def test_whom_they_freed_they_had_held(tree, heads):
    made = tree("""
        Rebels rebel NOUN NNS 2 nsubj
        freed  free  VERB VBD 0 root
        men    man   NOUN NNS 6 nsubj:pass
        they   they  PRON PRP 6 nsubj
        had    have  AUX  VBD 6 aux
        held   hold  VERB VBN 2 ccomp
    """)
    assert (heads(made)["men"], heads(made)["held"]) == (("freed", "obj"), ("men", "acl:relcl"))
