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
