"""One with two names."""

import pytest


@pytest.fixture
def means(reading):
    """The words that the last mention of these words goes back to."""

    def find(text, words):
        found = reading(text)
        mention = max(found.named(words), key=lambda m: m.span.start)
        return found.article.mentions[mention.antecedent].text if mention.antecedent else None

    return find


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Omar Haddad, better known as Abu Musa, was killed on Monday.", "Abu Musa", "Omar Haddad"),
        ("The rebel group, known as the LNF, denied the report.", "The rebel group", "LNF"),
        ("A man named Omar Haddad attacked a hotel on Monday.", "A man", "Omar Haddad"),
        ("The man, known by his nom de guerre Abu Musa, left.", "The man", "Abu Musa"),
        ("Omar Haddad came with his son, believed to be named Ali Haddad.", "his son", "Ali Haddad"),
        ("Omar Haddad came with his son, who is thought to be called Ali Haddad.", "his son", "Ali Haddad"),
        ("The man, identified by officials as Omar Haddad, was arrested.", "The man", "Omar Haddad"),
    ],
)
def test_another_name_is_of_the_same_thing(means, text, words, meant):
    assert means(text, words) == meant


def test_who_is_believed_to_be_somebody_may_be_another(means):
    assert means("The suspect, believed to be Omar Haddad, was shot.", "The suspect") is None


def test_what_a_person_is_known_for_is_no_name(means):
    assert means("Omar Haddad, known in Kenya, was killed on Monday.", "Kenya") is None


@pytest.mark.parametrize(
    ("text", "roots"),
    [
        ("A ship sank off Moe Island (Ora Island) on Monday.", {"Moe Island"}),
        ("A ship sank off Moe Island (Ora Rock, 中業島) on Monday.", {"Moe Island"}),
        ("A ship sank off Moe Island (Scotland) on Monday.", {"Scotland"}),
    ],
)
def test_another_name_of_a_place_in_brackets(reading, text, roots):
    found = reading(text)
    names = [m for m in found.article.mentions.all.values() if m.text in {"Ora Island", "Ora Rock", "Scotland"}]
    assert {found.root(m.id).text for m in names} == roots
