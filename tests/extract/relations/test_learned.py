"""Ties of the annotator become relations where no construction states one, with the sentence's voice."""

from dataclasses import replace

import pytest

from kg.extract import extract
from kg.model import NamedTie

MEMBER = "Kari Dahl sang while the Green Coast Party met."


@pytest.fixture
def read(annotator, ontology, document):
    """Reads a text with these ties between its first sentence's names: (subject, object, relation)."""

    def run(text, *ties):
        article = document(text)
        parse = annotator.annotate(article, with_chains=True)
        names = parse.sentences[0].names

        def place(words):
            tokens = parse.sentences[0].tokens
            return next(i for i, n in enumerate(names) if words in " ".join(t.text for t in tokens[n.start : n.end]))

        given = tuple(NamedTie(0, place(a), place(b), name, 0.91) for a, b, name in ties)
        return extract(article, replace(parse, ties=given), ontology)

    return run


def found(extraction, name):
    texts = {m.id: m.text for m in extraction.mentions}
    return [(texts[r.subject], texts[r.object]) for r in extraction.relations if r.type == name]


def test_a_tie_becomes_a_relation_that_says_how_it_was_found(read):
    extraction = read(MEMBER, ("Dahl", "Party", "memberOf"))
    (relation,) = (r for r in extraction.relations if r.type == "memberOf")
    assert (relation.claims[0].method, relation.claims[0].score) == ("annotator:memberOf", 0.91)
    assert found(extraction, "memberOf") == [("Kari Dahl", "Green Coast Party")]


def test_without_ties_nothing_is_added(read):
    assert found(read(MEMBER), "memberOf") == []


def test_what_a_construction_ties_is_not_tied_again(read):
    text = "Norwegian President Kari Dahl resigned."
    assert read(text).relations
    assert read(text, ("Dahl", "Norwegian", "memberOf")).relations == read(text).relations


def test_a_tie_that_its_ends_do_not_fit_is_dropped(read):
    assert found(read(MEMBER, ("Party", "Dahl", "capitalOf")), "capitalOf") == []


def test_a_relation_that_the_ontology_does_not_have_is_dropped(read):
    assert read(MEMBER, ("Dahl", "Party", "enemyOf")).relations == read(MEMBER).relations


def test_of_the_ties_of_one_couple_the_narrowest_is_kept(read):
    extraction = read(MEMBER, ("Dahl", "Party", "memberOf"), ("Dahl", "Party", "worksFor"))
    assert [r.type for r in extraction.relations] == ["worksFor"]


def test_who_says_so_is_the_source(read):
    text = "Kari Dahl is the daughter of a founder of the Green Coast Party, police said."
    (relation,) = (r for r in read(text, ("Dahl", "Party", "memberOf")).relations if r.type == "memberOf")
    assert relation.claims[0].cue == "said"


def test_what_describes_one_of_two_says_nothing_of_the_other(read):
    extraction = read("Kari Dahl and the Kenyan minister met.", ("Dahl", "Kenyan", "ofState"))
    assert found(extraction, "ofState") == [("the Kenyan minister", "Kenyan")]


def test_what_stands_in_the_title_of_another_is_not_whom_somebody_works_for(read):
    text = "NATO chief Jan Visser is there, along with Luc Moreau."
    assert found(read(text, ("Moreau", "NATO", "worksFor")), "worksFor") == []
