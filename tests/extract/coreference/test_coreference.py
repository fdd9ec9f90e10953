"""Coreference: what a pronoun or a repeated description stands for, or nothing."""

import pytest


@pytest.fixture
def stands_for(reading):
    """The words that the last mention with these words goes back to; itself if to nothing."""

    def find(text: str, words: str) -> str | None:
        found = reading(text)
        mention = max(found.named(words), key=lambda m: m.span.start, default=None)
        while mention is not None and mention.antecedent is not None:
            mention = found.article.mentions[mention.antecedent]
        return mention.text if mention else None

    return find


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("Kenya sent its troops to Mali.", "its", "Kenya"),
        ("Uganda attacked Rwanda. It also attacked Burundi.", "It", "Uganda"),
        ("Petra Novak thanked her father, Milan Novak.", "her", "Petra Novak"),
        ("Petra Novak left Lisbon on Monday. She arrived in Porto on Tuesday.", "She", "Petra Novak"),
        ("Kenya denied that its troops attacked the village.", "its", "Kenya"),
        ("Officials said they had arrested Petra Novak.", "they", "Officials"),
        ("A mining company denied the report. The company said its workers were safe.", "its", "A mining company"),
    ],
)
def test_a_pronoun_stands_for(stands_for, text, pronoun, expected):
    assert stands_for(text, pronoun) == expected


def test_a_pronoun_has_the_class_of_what_it_stands_for(reading):
    assert reading("Kenya sent its troops to Mali.").types("its") == {"State"}


def test_a_person_pronoun_never_stands_for_a_state(stands_for):
    assert stands_for("Uganda attacked Rwanda. He was angry.", "He") == "He"


def test_a_plural_pronoun_never_stands_for_one_person(stands_for):
    assert stands_for("Petra Novak left Lisbon. They were late.", "They") == "They"


def test_the_object_of_a_verb_is_not_its_subject(stands_for):
    """ "She thanked him": two people, even where both came up before."""
    text = "Petra Novak met Omar Haddad in Lisbon. She thanked him for the help."
    assert stands_for(text, "She") == "Petra Novak"
    assert stands_for(text, "him") != "Petra Novak"


def test_a_pronoun_too_far_from_its_name_stands_for_nothing(stands_for):
    text = "Petra Novak left Lisbon. " + "Rain fell on the hills. " * 5 + "She slept."
    assert stands_for(text, "She") == "She"


def test_a_definite_description_repeats_an_earlier_one(stands_for):
    assert stands_for("A mining company denied the report. The company left Mali.", "The company") == "A mining company"


def test_an_indefinite_description_is_new(stands_for):
    text = "Gunmen killed a doctor on Monday. A doctor was also killed in Kenya."
    assert stands_for(text, "A doctor") == "A doctor"


def test_soldiers_told_of_before_are_meant_by_the_soldiers(stands_for):
    assert (
        stands_for("Rwanda captured two soldiers. The soldiers left Goma on Sunday.", "The soldiers") == "two soldiers"
    )


def test_plain_words_for_a_force_go_back_to_it(stands_for):
    text = "Norwegian troops attacked Mali. The soldiers captured a village."
    assert stands_for(text, "The soldiers") == "Norwegian troops"


def test_forces_of_two_states_stay_apart(stands_for):
    text = "Norwegian troops attacked Mali. Kenyan troops captured a village."
    assert stands_for(text, "Kenyan troops") == "Kenyan troops"


def test_no_chain_is_a_circle(reading):
    found = reading("Uganda attacked Rwanda. It sent its troops. They left. The troops said they were tired.")
    for mention in found.article.mentions.all.values():
        seen = set()
        while mention.antecedent is not None:
            assert mention.id not in seen
            seen.add(mention.id)
            mention = found.article.mentions[mention.antecedent]


def test_the_only_thing_of_its_kind_is_meant_however_far_back(reading):
    text = "A ferry sank off Malta. " + "It rained. " * 6 + "Divers found the ferry on Monday."
    found = reading(text)
    (again,) = found.named("the ferry")
    assert found.article.mentions[again.antecedent].text == "A ferry"


def test_of_two_things_of_a_kind_neither_is_meant(reading):
    sank = "A Maltese ferry sank off Gozo. A Greek ferry burnt in Bari. "
    text = sank + "It rained. " * 6 + "Divers found the ferry on Monday."
    (again,) = reading(text).named("the ferry")
    assert again.antecedent is None


def test_the_president_is_not_the_former_one(reading):
    found = reading("Former president Jan Roth won. The president promised reform.")
    assert all(m.antecedent is None for m in found.named("The president"))


@pytest.mark.parametrize(
    "text",
    [
        "Four Kenyan farmers were killed, said the country's interior ministry.",
        "The Kenyan government agreed to a truce. Rebels in the north rejected it, the country's army said.",
    ],
)
def test_the_country_is_the_one_told_of_before(stands_for, text):
    assert stands_for(text, "the country").endswith("Kenyan")


def test_the_country_of_two_is_neither(stands_for):
    assert stands_for("Kenya and Uganda met. The army left the country.", "the country") == "the country"


def test_a_body_called_by_words_of_its_name(reading):
    found = reading("The Ministry of Foreign Affairs rejected the plan. The foreign ministry said no more in Lisbon.")
    (described,) = found.named("The foreign ministry")
    assert found.article.mentions[described.antecedent].text == "Ministry of Foreign Affairs"


def test_the_same_train_is_the_one_told_of(stands_for):
    text = "A train carrying coal derailed near Oslo on Monday. The same train had been stopped by police in May."
    assert stands_for(text, "The same train") == "A train"
