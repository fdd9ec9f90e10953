"""Bare nouns: "the country", "the city"."""

import pytest

from kg.extract.coreference import root


def last(found, words):
    (mention,) = (m for m in found.article.mentions.all.values() if m.text == words)
    return mention


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Kenya closed its border. Farmers in the country protested.", "the country", "Kenya"),
        ("A bomb exploded in Gulu. Police sealed off the city.", "the city", "Gulu"),
    ],
)
def test_the_only_one_of_its_class_is_meant(reading, text, words, meant):
    found = reading(text)
    assert root(found.article.mentions, last(found, words).id).text == meant


def test_of_two_states_none_is_meant(reading):
    found = reading("Kenya attacked Rwanda on Monday. Farmers in the country protested.")
    assert last(found, "the country").antecedent is None


def test_a_state_that_nobody_knows_is_no_end_of_a_tie(reading):
    found = reading("Kenya attacked Rwanda on Monday. The country's army denied the report.")
    assert not [r for r in found.relations if r[0] == "ofState"]
