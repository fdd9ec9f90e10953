"""Who goes on speaking."""

import pytest


@pytest.fixture
def speaker(reading):
    """Who is the source of what happens at the trigger."""
    return lambda text, trigger: reading(text).sources(trigger)


SAID = "Spokesman Milan Novak said the fire destroyed a mill"


@pytest.mark.parametrize(
    "more",
    [
        "He said two miners died in Tuzla.",
        "He added that Omar Haddad had visited Tuzla, where two miners died.",
        "“We know that two miners died in Tuzla,” he said.",
    ],
)
def test_who_spoke_in_the_sentence_before_speaks_on(speaker, more):
    assert speaker(f"{SAID}. {more}", "died") == {"Milan Novak"}


def test_he_is_not_whom_the_speaker_named_last(speaker):
    text = f"{SAID} of Omar Haddad. He added that two miners died in Tuzla."
    assert speaker(text, "died") == {"Milan Novak"}


def test_she_is_no_man_who_spoke(speaker):
    text = "Mr. Novak said the fire destroyed a mill. She said two miners died in Tuzla."
    assert speaker(text, "died") != {"Novak"}


def test_who_is_named_before_the_pronoun_may_be_meant(reading):
    found = reading(f"{SAID}. When Omar Haddad came to Tuzla, he said two miners died there.")
    (he,) = found.named("he")
    assert he.antecedent is None or found.article.mentions[he.antecedent].text == "Omar Haddad"


def test_they_are_no_single_speaker(speaker):
    assert "Milan Novak" not in speaker(f"{SAID}. They said two miners died in Tuzla.", "died")
