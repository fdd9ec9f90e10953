"""What a state has one of is one thing, however an article says whose."""

import pytest


@pytest.fixture
def roots(reading):
    """Where the mentions of these words start from, each by its place in the text."""

    def find(text, *words):
        found = reading(text)
        mentions = [m for w in words for m in found.named(w)]
        return {found.root(m.id).span.start for m in mentions}

    return find


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The government of Chad says its army has won. Chad's army met rebels.",
            ("its army", "Chad's army"),
        ),
        ("Chad's army met rebels on Monday. Later the Chadian army fled.", ("Chad's army", "the Chadian army")),
    ],
)
def test_the_army_of_one_state_is_one(roots, text, words):
    assert len(roots(text, *words)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad's army met rebels. Mali's army fled on Monday.", ("Chad's army", "Mali's army")),
        ("Chad's ministry met rebels. Later a Chadian ministry closed.", ("Chad's ministry", "a Chadian ministry")),
    ],
)
def test_armies_of_two_and_what_a_state_has_many_of_are_several(roots, text, words):
    assert len(roots(text, *words)) == 2
