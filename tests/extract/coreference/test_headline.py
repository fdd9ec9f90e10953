"""People counted in the headline, and again below it."""

import pytest


def again(reading, text, words):
    found = reading(text)
    (mention,) = found.named(words)
    held = found.article.mentions[mention.id].antecedent
    return held and found.article.mentions[held].text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Blast kills 3 guards in Bari\n\nThree Danish guards were killed on Monday, police said.",
            "Three Danish guards",
        ),
        ("3 Danish guards killed in Bari\n\nA bomb killed three guards, police said.", "three guards"),
    ],
)
def test_who_the_headline_counts_is_counted_again(reading, text, words):
    assert again(reading, text, words) in {"3 guards", "3 Danish guards"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Blast kills 3 guards in Bari\n\nFour Danish guards were killed, police said.", "Four Danish guards"),
        ("Blast kills 3 Greek guards\n\nThree Danish guards were killed, police said.", "Three Danish guards"),
        ("Blast kills 3 guards in Bari\n\nThree Danish guards were arrested, police said.", "Three Danish guards"),
    ],
)
def test_others_are_not_those_of_the_headline(reading, text, words):
    assert again(reading, text, words) is None
