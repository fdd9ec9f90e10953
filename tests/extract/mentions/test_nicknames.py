"""A nickname in quotation marks is a part of the name that it stands in, and another name of the same person."""

import pytest

from kg.extract.lexicon import lexicon
from kg.extract.mentions.nicknames import nickname, whole
from kg.model import DocumentId, Kind, Mention, MentionId, NamedSpan, Span


@pytest.fixture
def spans(tree, ontology):
    """The words of every name in a tree after nicknames are joined."""

    def find(table, names):
        found = whole(tree(table, names), lexicon(ontology))
        return [" ".join(t.text for t in found.tokens[n.start : n.end]) for n in found.sentence.names]

    return find


ROE = """
Omar Omar PROPN NNP 7 nsubj
" " PUNCT `` 3 punct
Moe Moe PROPN NNP 1 appos
" " PUNCT '' 3 punct
al al PROPN NNP 6 compound
Haddad Haddad PROPN NNP 3 flat
left leave VERB VBD 0 root
"""


def test_the_words_around_a_nickname_are_one_name(spans):
    assert spans(ROE, (NamedSpan(0, 1, "Person", 0.9),)) == ['Omar " Moe " al Haddad']


def test_a_title_in_quotation_marks_beside_an_organization_is_no_nickname(spans):
    assert spans(ROE, (NamedSpan(0, 1, "Organization", 0.9),)) == ["Omar"]


def test_one_word_heads_the_whole_name(tree, heads, ontology):
    found = whole(tree(ROE.replace('"', "“", 1), (NamedSpan(0, 1, "Person", 0.9),)), lexicon(ontology))
    assert heads(found)["Haddad"] == ("Omar", "flat")
    assert heads(found)["Omar"] == ("left", "nsubj")


def test_a_name_without_a_nickname_has_none():
    name = Mention(MentionId("m"), DocumentId("d"), Span(4, 8), 'Moe"', "Person", Kind.NAME, 1.0, 0, 0)
    assert nickname(name) is None


def test_who_has_a_nickname_is_one_person_under_both_names(reading):
    found = reading('Omar "Moe" Haddad leads a gang in Lisbon. On Monday Moe fled to Chile, police said.')
    assert found.types('Omar "Moe" Haddad') == {"Person"}
    assert found.root(min(found.named("Moe"), key=lambda m: m.span.start).id).text == 'Omar "Moe" Haddad'
    assert ("leaderOf", 'Omar "Moe" Haddad', "a gang in Lisbon") in found.relations
