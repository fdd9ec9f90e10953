"""Words before names, the same for reading and for resolving."""

from kg.extract.lexicon import lexicon
from kg.ontology import load
from kg.ontology.honorifics import honorifics
from kg.resolve.names import normal


def test_they_are_words_in_lower_case_without_stops():
    assert {"mr", "gen"} <= honorifics()
    assert all(h == h.lower().strip(".") for h in honorifics())


def test_reading_and_resolving_know_the_same_ones():
    for word in honorifics():
        assert lexicon(load()).is_office(f"{word}.")
        assert normal(f"{word.title()}. Ana Reyl") == normal("Ana Reyl")
