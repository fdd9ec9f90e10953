"""Forces: whose soldiers plain words for them mean."""

import pytest


@pytest.mark.parametrize(
    ("text", "troops", "meant"),
    [
        ("Malian soldiers left the town of Gao. The troops went to Mopti.", "The troops", "Malian soldiers"),
        (
            "Kenyan soldiers fought beside Ugandan forces. Malian troops took Gao. The troops attacked the airport.",
            "The troops",
            "Malian troops",
        ),
        (
            "At least 300 Malian soldiers left Gao. The Malian troops went to Mopti.",
            "The Malian troops",
            "At least 300",
        ),
    ],
)
def test_whose_the_troops_are(reading, text, troops, meant):
    found = reading(text)
    (mention,) = found.named(troops)
    assert found.words(mention.id).startswith(meant)


@pytest.mark.parametrize(
    ("text", "troops"),
    [
        (
            "Kenyan soldiers fought beside Ugandan forces. A man was held by Malian troops. The troops attacked Gao.",
            "The troops",
        ),
        (
            "Kenyan soldiers fought beside Ugandan forces. A man was held by Malian troops. The troops, most of them "
            "young, attacked Gao.",
            "The troops",
        ),
        ("About 300 Malian soldiers were hurt. Some 11,000 Malian troops are in Chad.", "Some 11,000 Malian troops"),
    ],
)
def test_where_they_may_be_anybodys_they_are_nobodys(reading, text, troops):
    found = reading(text)
    (mention,) = found.named(troops)
    assert found.root(mention.id).text == troops
