"""Which event, or which verb, an expression hangs with."""

import datetime as dt

import pytest

from kg.extract.events.attachment import owner


def dated(tree, words, *triggers):
    """The word that the expression `words` dates; triggers by their form."""
    forms = [t.text for t in tree.tokens]
    first, last = words.split()[0], words.split()[-1]
    found = owner(tree, tree.span(forms.index(first), forms.index(last) + 1), [forms.index(t) for t in triggers])
    return None if found is None else forms[found]


def test_a_time_dates_the_verb_that_it_hangs_on(tree):
    table = """
        Rebels rebel NOUN NNS 2 nsubj
        struck strike VERB VBD 0 root
        Gao Gao PROPN NNP 2 obj
        on on ADP IN 5 case
        Monday Monday PROPN NNP 2 obl
    """
    assert dated(tree(table), "on Monday", "struck") == "struck"
    assert dated(tree(table), "on Monday") == "struck"


def test_the_owner_of_an_object_dates_the_object_alone(tree):
    table = """
        Mali Mali PROPN NNP 2 nsubj
        denounced denounce VERB VBD 0 root
        Monday Monday PROPN NNP 5 nmod:poss
        's 's PART POS 3 case
        drills drill NOUN NNS 2 obj
    """
    assert dated(tree(table), "Monday", "denounced") is None
    assert dated(tree(table), "Monday", "denounced", "drills") == "drills"


def test_the_time_of_a_meanwhile_clause_dates_what_it_stands_beside(tree):
    table = """
        As as SCONJ IN 3 mark
        games game NOUN NNS 3 nsubj
        began begin VERB VBD 6 advcl
        yesterday yesterday NOUN NN 3 obl:unmarked
        Mali Mali PROPN NNP 6 nsubj
        announced announce VERB VBD 0 root
        it it PRON PRP 6 obj
    """
    assert dated(tree(table), "yesterday", "announced") == "announced"


def test_the_clause_that_tells_how_dates_the_noun(tree):
    table = """
        blast blast NOUN NN 0 root
        that that PRON WDT 3 nsubj
        ripped rip VERB VBD 1 acl:relcl
        through through ADP IN 5 case
        Gao Gao PROPN NNP 3 obl
        yesterday yesterday NOUN NN 3 obl:unmarked
    """
    assert dated(tree(table), "yesterday", "blast") == "blast"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mali stepped up its patrols in response to the killing of nine soldiers in Gao on Monday.", "killing"),
        ("The attack on Somalia came on Monday.", "attack"),
    ],
)
def test_the_noun_of_a_clause_has_its_time(reading, text, trigger):
    assert reading(text).event(trigger).time.not_after == dt.date(2024, 5, 13)


def test_the_day_that_owns_a_subject_is_not_that_of_the_object(reading):
    assert reading("Monday's decision follows an attack on Goma by rebels.").event("attack").time.not_before is None


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers accused of mistreating civilians in May 2003 were freed.",
        "Kenya accused Omar Bello of mistreating civilians in May 2003.",
    ],
)
def test_the_day_of_what_somebody_is_blamed_for_dates_neither_blame_nor_release(reading, text):
    assert all(e.time.not_before is None for e in reading(text).extraction.events)
