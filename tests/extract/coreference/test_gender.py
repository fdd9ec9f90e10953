"""Who is no "he" and who is no "she"."""

import pytest

from kg.extract.coreference.gender import Genders


@pytest.mark.parametrize(
    ("text", "pronoun", "name", "may_be"),
    [
        ("Omar Haddad thanked his wife, Petra Novak. She smiled.", "She", "Petra Novak", True),
        ("Omar Haddad thanked his wife, Petra Novak. He smiled.", "He", "Petra Novak", False),
        ("Omar Haddad thanked his wife, Petra Novak. He smiled.", "He", "Omar Haddad", True),
        ("Mr. Haddad left Lisbon. She smiled.", "She", "Haddad", False),
        ("Mr. Haddad left Lisbon. It rained.", "It", "Haddad", True),
    ],
)
def test_kin_and_titles_tell(reading, text, pronoun, name, may_be):
    found = reading(text)
    genders = Genders(found.article.mentions, found.article.trees)
    assert genders.may_be(found.named(pronoun)[0], found.named(name)[0]) is may_be
