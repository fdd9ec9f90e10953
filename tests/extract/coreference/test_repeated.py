"""Repeated: descriptions of one thing in other words, and of two things in the same."""

import pytest


@pytest.fixture
def stands_for(reading):
    """The words that the last mention with these words goes back to; itself if to nothing."""

    def find(text, words):
        found = reading(f"The capital is calm after a night of unrest.\n\n{text}")
        return found.root(max(found.named(words), key=lambda m: m.span.start).id).text

    return find


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        (
            "Burma's junta said on Monday that a vote would be held. Burma's military junta has ruled since 1988.",
            "Burma's military junta",
            "Burma's junta",
        ),
        (
            "Burma's military junta said on Monday that a vote would be held. The Burmese junta has ruled since 1988.",
            "The Burmese junta",
            "Burma's military junta",
        ),
        ("Kenyan police arrested two men on Monday. Police said the men had been armed.", "Police", "Kenyan police"),
        (
            "Kenyan police arrested two men on Monday. They had robbed a bank. It had been closed. It was in Nairobi. "
            "The owner was away. His family was there. The two men left in a car. Police said the men had been armed.",
            "Police",
            "Kenyan police",
        ),
    ],
)
def test_a_state_s_body_in_other_words(stands_for, text, words, first):
    assert stands_for(text, words) == first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Burma's junta met the Thai junta on Monday. Thailand's military junta has ruled for years.",
            "the Thai junta",
        ),
        ("Kenyan police arrested two men on Monday. Ugandan police said the men had been armed.", "Ugandan police"),
    ],
)
def test_a_body_of_another_state_is_another(stands_for, text, words):
    assert stands_for(text, words) == words


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Maoist rebels attacked a village. The army said ten soldiers were killed by rebels.", "Maoist rebels"),
        (
            "Maoist rebels attacked a village. Hutu rebels attacked a town. The army said ten soldiers were killed by "
            "rebels.",
            "rebels",
        ),
    ],
)
def test_one_side_called_by_its_noun_alone_is_the_only_one_of_its_kind(stands_for, text, first):
    assert stands_for(text, "rebels") == first
