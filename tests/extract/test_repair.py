"""Known slips of parsers, mended: each tree is drawn as a parser draws it."""

from dataclasses import replace

from kg.extract import repair
from kg.model import Span, Token


def test_two_subjects_side_by_side_are_one_name(tree, heads):
    made = tree("""
        The      the    DET   DT   2  det
        tanker   tanker NOUN  NN   5  nsubj:pass
        Ora      Ora    PROPN NNP  5  nsubj:pass
        was      be     AUX   VBD  5  aux:pass
        seized   seize  VERB  VBN  0  root
    """)
    assert heads(made)["Ora"] == ("tanker", "appos")


def test_a_subject_of_its_own_stays(tree, heads):
    made = tree("""
        Roe   Roe  PROPN NNP 3 nsubj
        ,     ,    PUNCT ,   1 punct
        left  leave VERB VBD 0 root
    """)
    assert heads(made)["Roe"] == ("left", "nsubj")


def test_a_noun_under_a_preposition_is_no_clause(tree, heads):
    made = tree("""
        One      one   NUM  CD  2 nsubj:pass
        wounded  wound VERB VBN 0 root
        in       in    SCONJ IN 4 mark
        shelling shell NOUN VBG 2 advcl
    """)
    assert heads(made)["shelling"] == ("wounded", "obl")


def test_two_passives_side_by_side_have_a_subject_each(tree, heads):
    made = tree("""
        Two     two     NUM  CD  2 nummod
        men     man     NOUN NNS 7 nsubj:pass
        were    be      AUX  VBD 4 aux:pass
        held    hold    VERB VBN 7 ccomp
        and     and     CCONJ CC 6 cc
        arms    arm     NOUN NNS 2 conj
        seized  seize   VERB VBN 0 root
    """)
    assert heads(made)["men"] == ("seized", "nsubj:pass")  # no auxiliary of its own: "men held and arms seized"


def test_each_passive_with_its_own_auxiliary_has_its_own_subject(tree, heads):
    made = tree("""
        Two     two     NUM  CD  2 nummod
        men     man     NOUN NNS 8 nsubj:pass
        were    be      AUX  VBD 4 aux:pass
        held    hold    VERB VBN 8 ccomp
        and     and     CCONJ CC 6 cc
        arms    arm     NOUN NNS 2 conj
        were    be      AUX  VBD 8 aux:pass
        seized  seize   VERB VBN 0 root
    """)
    assert heads(made)["men"] == ("held", "nsubj:pass")
    assert heads(made)["arms"] == ("seized", "nsubj:pass")
    assert (made.root, heads(made)["seized"]) == (3, ("held", "conj"))


def test_the_second_subject_behind_a_verb_is_its_object(tree, heads):
    made = tree("""
        Courts  court    NOUN  NNS 2 nsubj
        jailed  jail     VERB  VBD 0 root
        former  former   ADJ   JJ  4 amod
        mayor   mayor    NOUN  NN  2 nsubj
        Roe     Roe      PROPN NNP 4 appos
    """)
    assert heads(made)["mayor"] == ("jailed", "obj")


def test_who_speaks_behind_the_verb_stays_its_subject(tree, heads):
    made = tree("""
        Roe   Roe   PROPN NNP 2 nsubj
        left  leave VERB VBD 4 ccomp
        ,     ,     PUNCT ,  2 punct
        said  say   VERB VBD 0 root
        Moe   Moe   PROPN NNP 4 nsubj
    """)
    assert heads(made)["Moe"] == ("said", "nsubj")


def test_what_has_an_object_does_it(tree, heads):
    made = tree("""
        Two    two    NUM  CD  2 nummod
        bombs  bomb   NOUN NNS 3 nsubj:pass
        killed kill   VERB VBN 0 root
        six    six    NUM  CD  5 nummod
        guards guard  NOUN NNS 3 obj
    """)
    assert heads(made)["bombs"] == ("killed", "nsubj")


def test_a_headlines_number_is_what_the_noun_did_it_to(tree, heads):
    made = tree("""
        Media media NOUN  NNS 0 root
        :     :     PUNCT :   1 punct
        Blast blast NOUN  NN  1 appos
        kills kill  VERB  VBZ 1 appos
        25    25    NUM   CD  4 nsubj
    """)
    assert heads(made)["Blast"] == ("kills", "nsubj")
    assert heads(made)["25"] == ("kills", "obj")


def test_what_stands_behind_the_second_verb_is_its_object(tree, heads):
    made = tree("""
        Rebels   rebel  NOUN  NNS 2 nsubj
        killed   kill   VERB  VBD 0 root
        guards   guard  NOUN  NNS 2 obj
        and      and    CCONJ CC  5 cc
        injured  injure VERB  VBD 2 conj
        dozens   dozen  NOUN  NNS 3 conj
    """)
    assert heads(made)["dozens"] == ("injured", "obj")


def test_a_magnitude_is_what_the_second_verb_did_it_to(tree, heads):
    made = tree("""
        Bombs     bomb     NOUN  NNS 2 nsubj
        killed    kill     VERB  VBD 0 root
        guards    guard    NOUN  NNS 2 obj
        and       and      CCONJ CC  6 cc
        injured   injure   VERB  VBN 6 amod
        thousands thousand NOUN  NNS 3 conj
    """)
    assert heads(made)["injured"] == ("killed", "conj")
    assert heads(made)["thousands"] == ("injured", "obj")


def test_the_first_of_two_subjects_describes_the_noun_between_them(tree, heads):
    made = tree("""
        Dutch    Dutch  ADJ   JJ  4 nsubj
        daily    daily  NOUN  NN  4 obl:unmarked
        Ora      Ora    PROPN NNP 4 nsubj
        reported report VERB  VBD 0 root
    """)
    assert heads(made)["Dutch"] == ("daily", "amod")
    assert heads(made)["daily"] == ("Ora", "nmod:desc")


def test_a_preposition_belongs_to_the_name_that_is_described(tree, heads):
    made = tree("""
        attacks attack NOUN  NNS 0 root
        on      on     ADP   IN  3 case
        mayor   mayor  NOUN  NN  4 nmod:desc
        Roe     Roe    PROPN NNP 1 nmod
    """)
    assert heads(made)["on"] == ("Roe", "case")


def test_two_who_meet_are_no_apposition(tree, heads):
    made = tree("""
        Otieno    Otieno    PROPN NNP 6 nsubj
        ,         ,         PUNCT ,   1 punct
        Kenyan    Kenyan    ADJ   JJ  5 amod
        prime     prime     ADJ   JJ  5 amod
        minister  minister  NOUN  NN  1 appos
        meet      meet      VERB  VBP 0 root
    """)
    assert heads(made)["minister"] == ("Otieno", "conj")


def test_the_state_behind_a_town_is_no_subject(tree, heads):
    made = tree("""
        strikes   strike  NOUN  NNS 6 nsubj
        near      near    ADP   IN  3 case
        Gao       Gao     PROPN NNP 1 nmod
        ,         ,       PUNCT ,   3 punct
        Mali      Mali    PROPN NNP 6 nsubj
        destroyed destroy VERB  VBD 0 root
    """)
    assert heads(made)["Mali"] == ("Gao", "appos")


def test_a_time_full_of_something_is_what_a_verb_acts_on(tree, heads):
    made = tree("""
        Chad   Chad PROPN NNP 2 nsubj
        held   hold VERB  VBD 0 root
        two    two  NUM   CD  4 nummod
        days   day  NOUN  NNS 2 obl:unmarked
        of     of   ADP   IN  6 case
        talks  talk NOUN  NNS 4 nmod
    """)
    assert heads(made)["days"] == ("held", "obj")


def test_a_time_that_something_else_fills_stays_a_time(tree, heads):
    made = tree("""
        Chad   Chad PROPN NNP 2 nsubj
        held   hold VERB  VBD 0 root
        talks  talk NOUN  NNS 2 obj
        two    two  NUM   CD  5 nummod
        days   day  NOUN  NNS 2 obl:unmarked
        of     of   ADP   IN  8 case
        the    the  DET   DT  8 det
        week   week NOUN  NN  5 nmod
    """)
    assert heads(made)["days"] == ("held", "obl:unmarked")


LISTED = """
    Aid      aid    NOUN  NN  0 root
    ,        ,      PUNCT ,   3 punct
    tools    tool   NOUN  NNS 1 conj
    and      and    CCONJ CC  5 cc
    food     food   NOUN  NN  {food} conj
    {between}
    supplies supply NOUN  NNS {supplies} conj
"""


def test_two_nouns_side_by_side_in_a_list_are_one_thing(tree, heads):
    made = heads(tree(LISTED.format(food=1, between="", supplies=1).replace("\n    \n", "\n")))
    assert (made["food"], made["supplies"]) == (("supplies", "compound"), ("Aid", "conj"))


def test_what_has_an_and_of_its_own_before_a_noun_is_listed_there_alone(tree, heads):
    between = "and and CCONJ CC 7 cc\n fuel fuel NOUN NN 5 conj"
    made = heads(tree(LISTED.format(food=3, between=between, supplies=1)))
    assert (made["food"], made["fuel"]) == (("supplies", "compound"), ("food", "conj"))
    assert (made["and"], made["supplies"]) == (("fuel", "cc"), ("Aid", "conj"))


def test_two_nouns_with_a_comma_between_stay_two(tree, heads):
    made = heads(tree(LISTED.format(food=1, between=", , PUNCT , 7 punct", supplies=1)))
    assert made["food"] == ("Aid", "conj")


def test_a_list_right_before_a_noun_in_its_own_place_is_of_that_noun(tree, heads):
    made = heads(
        tree("""
        Sent     send   VERB  VBD 0 root
        grain    grain  NOUN  NN  1 obj
        and      and    CCONJ CC  4 cc
        fuel     fuel   NOUN  NN  2 conj
        supplies supply NOUN  NNS 1 obj
    """)
    )
    assert (made["grain"], made["fuel"], made["supplies"]) == (
        ("supplies", "compound"),
        ("grain", "conj"),
        ("Sent", "obj"),
    )


def test_an_adjective_before_a_noun_that_is_listed_describes_it(tree):
    table = """
He        he       PRON  PRP 2 nsubj
blamed    blame    VERB  VBD 0 root
Chad      Chad     PROPN NNP 2 obj
and       and      CCONJ CC  5 cc
Malian    malian   ADJ   JJ  3 conj
militants militant NOUN  NNS 3 conj
"""
    made = tree(table)
    assert (made[4].deprel, made[4].head, made[3].head) == ("amod", 5, 5)


def test_two_nouns_side_by_side_are_one_subject(tree, heads):
    made = tree("""
        The        the        DET  DT  3 det
        prosecutor prosecutor NOUN NN  4 nsubj
        general    general    NOUN NN  4 nsubj
        said       say        VERB VBD 0 root
    """)
    assert heads(made)["prosecutor"] == ("general", "compound")


def test_what_hangs_on_an_adverb_belongs_to_its_verb(tree, heads):
    made = tree("""
        Mali     Mali    PROPN NNP 3 nsubj
        is       be      AUX   VBZ 3 aux
        working  work    VERB  VBG 0 root
        closely  closely ADV   RB  3 advmod
        with     with    ADP   IN  6 case
        Chad     Chad    PROPN NNP 4 obl
    """)
    assert heads(made)["Chad"] == ("working", "obl")


def test_what_is_compared_stays_with_its_adverb(tree, heads):
    made = tree("""
        Mali     Mali    PROPN NNP 2 nsubj
        grew     grow    VERB  VBD 0 root
        faster   fast    ADV   RBR 2 advmod
        than     than    ADP   IN  5 case
        Chad     Chad    PROPN NNP 3 obl
    """)
    assert heads(made)["Chad"] == ("faster", "obl")


def test_a_preposition_of_an_object_is_a_part_of_the_verb(tree, heads):
    made = tree("""
        Chad    Chad  PROPN NNP 2 nsubj
        handed  hand  VERB  VBD 0 root
        over    over  ADP   IN  5 case
        three   three NUM   CD  5 nummod
        men     man   NOUN  NNS 2 obj
    """)
    assert heads(made)["over"] == ("handed", "compound:prt")


def test_who_is_wanted_is_what_an_arrest_lacks(tree, heads):
    made = tree("""
        Mali     Mali   PROPN NNP 2 nsubj
        arrested arrest VERB  VBD 0 root
        a        a      DET   DT  4 det
        man      man    NOUN  NN  5 nsubj:pass
        wanted   want   VERB  VBN 2 advcl
        by       by     ADP   IN  7 case
        Chad     Chad   PROPN NNP 5 obl:agent
    """)
    assert (heads(made)["man"], heads(made)["wanted"]) == (("arrested", "obj"), ("man", "acl"))


def test_what_is_told_in_the_past_tense_without_an_auxiliary_is_done_by_the_subject(tree, heads):
    made = tree("""
        Guards guard NOUN  NNS 2 nsubj:pass
        fired  fire  VERB  VBD 0 root
        on     on    ADP   IN  4 case
        them   they  PRON  PRP 2 obl
        .      .     PUNCT .   2 punct
    """)
    assert heads(made)["Guards"] == ("fired", "nsubj")


def test_a_name_behind_a_comma_without_a_preposition_is_another_name(tree, heads):
    made = tree("""
        members member  NOUN  NNS 7 nsubj
        of      of      ADP   IN  3 case
        NATO    NATO    PROPN NNP 1 nmod
        ,       ,       PUNCT ,   5 punct
        Norway  Norway  PROPN NNP 1 nmod
        ,       ,       PUNCT ,   1 punct
        met     meet    VERB  VBD 0 root
    """)
    assert heads(made)["Norway"] == ("members", "appos")
    assert heads(made)["NATO"] == ("members", "nmod")


def test_what_would_make_no_tree_is_left_as_it_was(monkeypatch):
    words = tuple(Token(Span(2 * i, 2 * i + 1), "w", "w", "X", "X", head, "dep") for i, head in enumerate((0, 0, 1)))
    monkeypatch.setattr(repair, "reattached", lambda tokens: (replace(tokens[0], head=2), *tokens[1:]))
    assert repair.mended(words) == words
