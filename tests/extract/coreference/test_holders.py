"""Whom "the president" means."""

import pytest

BEFORE = "Kenyan Foreign Minister Grace Otieno met President Adama Barrow in Lisbon. "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The minister rejected the plan.", "Grace Otieno"),
        ("The Kenyan foreign minister rejected the plan.", "Grace Otieno"),
        ("The president rejected the plan.", "Adama Barrow"),
    ],
)
def test_an_office_is_whose_the_article_said_it_is(reading, text, who):
    found = reading(BEFORE + text)
    (mention,) = found.named(text.removesuffix(" rejected the plan."))
    assert found.article.mentions[mention.antecedent].text == who


@pytest.mark.parametrize("text", ["The ministers rejected the plan.", "A minister rejected the plan."])
def test_several_or_another_are_not_the_one_named(reading, text):
    found = reading(BEFORE + text)
    later = [m for m in found.article.mentions.all.values() if m.sentence == 1]
    assert all(m.antecedent is None for m in later)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The interior minister, Omar Haddad, met Petra Novak. The minister left.", "The minister", "Omar Haddad"),
        ("Kenya's president Jo Otieno left Lisbon. The Kenyan president was ill.", "The Kenyan president", "Jo Otieno"),
        ("Kenyan President Jo Otieno left Lisbon. The Kenyan leader was ill.", "The Kenyan leader", "Jo Otieno"),
        (
            "Kenya's president is ill. President Jo Otieno left. The president slept.",
            "The president",
            "Jo Otieno",
        ),
    ],
)
def test_an_office_is_told_in_several_ways(reading, words, who, text):
    found = reading(text)
    (mention,) = found.named(words)
    assert found.article.mentions[mention.antecedent].text == who


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenyan Interior Minister Jo Otieno met Health Minister Omar Haddad. The minister left.", "The minister"),
        ("Kenyan President Jo Otieno left Lisbon. The Ugandan leader was ill.", "The Ugandan leader"),
        ("Kenyan Interior Minister Jo Otieno left Lisbon. The Kenyan leader was ill.", "The Kenyan leader"),
    ],
)
def test_who_may_be_another_is_nobody(reading, text, words):
    (mention,) = reading(text).named(words)
    assert mention.antecedent is None


def test_an_office_in_a_headline_is_who_is_named_below_it(reading):
    found = reading(
        "Kenyan President Arrives in Lisbon for Talks\n\nKenyan President Ida Roos arrived in Lisbon on Monday."
    )
    assert {found.root(m.id).text for m in found.named("Kenyan President")} == {"Ida Roos"}


def test_an_office_in_a_headline_is_nobody_of_another_state(reading):
    found = reading(
        "Kenyan President Arrives in Lisbon for Talks\n\nUgandan President Ida Roos arrived in Lisbon, too."
    )
    assert {found.root(m.id).text for m in found.named("Kenyan President")} <= {"Kenyan President"}


def test_of_two_holders_the_one_last_named_is_meant(reading):
    text = "General Jo Otieno met General Omar Haddad. Otieno left Lisbon. The general was ill."
    (mention,) = reading(text).named("The general")
    assert reading(text).article.mentions[mention.antecedent].text.endswith("Otieno")


def test_a_headline_tells_of_who_is_named_below_it(reading):
    found = reading("Kenyan President Arrives in Lisbon\n\nKenyan President Jo Otieno arrived in Lisbon on Monday.")
    (mention,) = found.named("Kenyan President")
    assert found.article.mentions[mention.antecedent].text == "Jo Otieno"


def test_a_headline_of_one_of_two_tells_of_nobody(reading):
    below = "Kenyan Minister Jo Otieno met Kenyan Minister Omar Haddad on Monday."
    (mention,) = reading(f"Kenyan Minister Arrives in Lisbon\n\n{below}").named("Kenyan Minister")
    assert mention.antecedent is None
