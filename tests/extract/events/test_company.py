"""Who else was there."""

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "companion"),
    [
        ("The premier attended a ceremony in Riga. He was accompanied by his wife, Anna Berzina.", "ceremony",
         "Anna Berzina"),
        ("President Adam Nowak visited a shipyard in Gdynia. Nowak was joined by Defence Minister Jan Lis.", "visited",
         "Jan Lis"),
        ("The king attended a parade in Rabat. Pictures showed him flanked by his brother, Idris Alaoui.", "parade",
         "Idris Alaoui"),
        ("Prime Minister Omar Bello, accompanied by Finance Minister Ada Obi, visited Accra.", "visited", "Ada Obi"),
    ],
)  # fmt: skip
def test_who_is_with_somebody_takes_part_too(reading, text, trigger, companion):
    assert reading(text).roles(trigger)["participant"] >= {companion}


@pytest.mark.parametrize(
    "text",
    [
        "The king attended a parade in Rabat. The queen stayed at home. He was later joined by his son, Prince Idris.",
        "The king attended a parade in Rabat. The mayor was accompanied by his son, Prince Idris.",
    ],
)
def test_who_is_with_somebody_else_or_later_was_not_there(reading, text):
    assert "Idris" not in reading(text).roles("parade")["participant"]
