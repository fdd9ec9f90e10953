"""Whom a headline, the first sentence and the second one tell of in words of their own."""

import pytest

OPENING = (
    "Kenyan Judge Reinstates Arrest Warrant for Two Miners\n\n"
    "A Kenyan judge has reinstated an arrest warrant for two miners. "
)


def root(found, text):
    [mention] = found.named(text)
    return found.root(mention.id).text


@pytest.mark.parametrize("description", ["Kenyan Judge", "A Kenyan judge"])
def test_who_is_described_is_named_with_the_very_office(reading, description):
    found = reading(f"{OPENING}Judge Grace Otieno filed the papers on Monday.")
    assert root(found, description) == "Grace Otieno"


def test_who_is_named_with_another_office_is_somebody_else(reading):
    found = reading(f"{OPENING}Mayor Grace Otieno welcomed it on Monday.")
    assert root(found, "A Kenyan judge") == "Kenyan Judge"


def test_who_speaks_first_is_named_when_speaking_next(reading):
    found = reading(
        "Envoy Sees Progress in Talks\n\nKenya's envoy to the talks says the rebels have agreed. "
        "Grace Otieno said in Lisbon that all sides were content."
    )
    assert (
        found.root(found.named("Grace Otieno")[0].id).id
        == found.root(found.named("Kenya's envoy to the talks")[0].id).id
    )


def test_other_people_than_the_headlines_are_others(reading):
    found = reading(
        "Kenyan Election Officials Finish Count\n\nKenyan customs officials say they have finished a count. They left."
    )
    assert root(found, "Kenyan customs officials") == "Kenyan customs officials"


def test_a_bare_noun_of_the_headline_is_the_one_of_the_first_sentence(reading):
    text = "The government of Chad says its army has killed rebels. They left."
    found = reading(f"Chad's Army Kills Rebels, Government Says\n\n{text}")
    (bare,) = found.named("Government")
    assert found.article.mentions[bare.antecedent].text == "The government of Chad"


def test_a_bare_noun_of_the_headline_is_neither_of_two(reading):
    text = "Chad's army and Mali's army have killed ten rebels. They left the border."
    (bare,) = reading(f"Army Kills Ten Rebels\n\n{text}").named("Army")
    assert bare.antecedent is None
