"""Brackets of CorefUD: an entity for each chain and each name of its own, closed as opened."""

import pytest

from kg.annotate.entities import brackets
from kg.model import Chain, DocumentId, Kind, Link, NamedSpan, Parse

WORDS = " ".join(f"w{i}/NOUN/{'dep' if i else 'root'}/{1 if i else 0}" for i in range(6))
TYPES = {"Person": "person", "Weapon": "object"}


def name(start, end, type_="Person", score=0.9):
    return NamedSpan(start, end, type_, score)


def chain(*places):
    """Links in sentence 0, the first word their head; or (sentence, start, end)."""
    links = (p if len(p) == 3 else (0, *p) for p in places)
    return Chain(tuple(Link(s, a, b, a, Kind.NOMINAL) for s, a, b in links))


@pytest.fixture
def marks(sentence):
    """The brackets of a parse of one sentence with these names and chains."""

    def make(*names, chains=(), first=1):
        parse = Parse(DocumentId("d"), (sentence(WORDS, *names),), chains=chains)
        return brackets(parse, TYPES, first)[0].get(0, {})

    return make


def test_a_name_of_one_word(marks):
    assert marks(name(1, 2)) == {1: "(e1-person-1-type:Person,score:0.9000)"}


def test_a_name_of_several_words(marks):
    assert marks(name(1, 4, "Weapon")) == {1: "(e1-object-1-type:Weapon,score:0.9000", 3: "e1)"}


def test_the_phrases_of_a_chain_have_one_number_and_one_type(marks):
    found = marks(name(0, 2), chains=(chain((0, 2), (3, 4)),))
    assert found == {0: "(e1-person-1-type:Person,score:0.9000", 1: "e1)", 3: "(e1-person-1)"}


def test_a_chain_without_a_name_has_no_type(marks):
    assert marks(chains=(chain((0, 1), (3, 4)),)) == {0: "(e1--1)", 3: "(e1--1)"}


def test_the_likeliest_name_gives_the_type(marks):
    found = marks(name(0, 1, "Weapon", 0.7), name(3, 4, "Person", 0.8), chains=(chain((0, 1), (3, 4)),))
    assert [x.split("-")[1] for x in found.values()] == ["person", "person"]


def test_nested_phrases_open_the_longest_first_and_close_the_shortest_first(marks):
    found = marks(chains=(chain((0, 4), (5, 6)), chain((0, 2), (2, 4))))
    assert found == {0: "(e1--1(e2--1", 1: "e2)", 2: "(e2--1", 3: "e2)e1)", 5: "(e1--1)"}


def test_crossing_phrases_close_by_number(marks):
    found = marks(name(0, 3), chains=(chain((1, 4), (5, 6)),))
    assert [found[i] for i in (1, 2, 3)] == ["(e2--1", "e1)", "e2)"]


def test_a_word_of_its_own_comes_before_what_closes_or_after_what_opens(marks):
    assert marks(chains=(chain((0, 3), (4, 5)), chain((2, 3), (5, 6))))[2] == "(e2--1)e1)"
    assert marks(chains=(chain((2, 4), (4, 5)), chain((2, 3), (5, 6))))[2] == "(e1--1(e2--1)"
    both = marks(chains=(chain((0, 3), (4, 5)), chain((2, 4), (5, 6)), chain((2, 3), (1, 2))))
    assert both[2] == "e1)(e3--1(e2--1)"


def test_the_head_counts_from_the_first_word_of_the_phrase(marks):
    parts = Chain((Link(0, 1, 4, 3, Kind.NOMINAL), Link(0, 5, 6, 5, Kind.NOMINAL)))
    assert marks(chains=(parts,)) == {1: "(e1--3", 3: "e1)", 5: "(e1--1)"}


def test_numbers_go_on_from_article_to_article(sentence):
    parse = Parse(DocumentId("d"), (sentence(WORDS, name(0, 1), name(2, 3)),))
    assert brackets(parse, TYPES, 7)[1] == 9
    assert brackets(Parse(DocumentId("d"), ()), TYPES, 7) == ({}, 7)
