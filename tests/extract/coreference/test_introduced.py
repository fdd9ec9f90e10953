"""Introduced: who is described as new and named later is one; who only may be is not."""

import pytest


@pytest.fixture
def means(reading):
    """The words that the first mention of these words goes back to."""

    def find(text, words):
        found = reading(text)
        mention = min(found.named(words), key=lambda m: m.span.start)
        return found.root(mention.id).text

    return find


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Police arrested two men for the killing of a Danish diplomat.\n\n"
            "A bomb near a hotel killed the Danish diplomat Jonas Lind and three Kenyans in March.",
            "a Danish diplomat",
            "Jonas Lind",
        ),
        (
            "Kenya promised an inquiry after a Danish newspaper said that its ships had sold arms.\n\n"
            "The newspaper Dagens Kyst reported on Monday that the ships had left Mombasa.",
            "a Danish newspaper",
            "Dagens Kyst",
        ),
    ],
)
def test_who_is_described_as_new_has_the_name_that_comes_with_the_same_words(means, text, words, name):
    assert means(text, words) == name


@pytest.mark.parametrize(
    "text",
    [
        "A Danish diplomat was killed on Monday.\n\nPolice in Nairobi have arrested the Kenyan diplomat Jonas Lind.",
        "A Danish diplomat was killed on Monday.\n\nDanish diplomat Jonas Lind was arrested by police in Nairobi.",
        "A Danish diplomat was killed, and a Danish diplomat was wounded, on Monday.\n\n"
        "Police in Nairobi have arrested the Danish diplomat Jonas Lind.",
    ],
)
def test_who_only_may_be_meant_is_not(means, text):
    assert means(f"The capital is calm after a night of unrest.\n\n{text}", "A Danish diplomat") == "A Danish diplomat"
