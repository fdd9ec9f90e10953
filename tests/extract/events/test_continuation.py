"""A speech that goes on from sentence to sentence."""

import pytest


@pytest.mark.parametrize(
    ("text", "carrier"),
    [
        ("In a speech on Friday, Omar Bello praised the army. Bello said that Chad had sent troops to Mali.",
         "speech"),
        ("In a letter to the king, Chancellor Eva Brandt welcomed the truce. Rebels still hold Gao. Brandt added that"
         " Chad had sent troops to Mali.", "letter"),
        ("The minister said in a statement on Monday that the port was safe. The minister also confirmed that Chad"
         " had sent troops to Mali.", "statement"),
    ],
)  # fmt: skip
def test_the_same_speaker_goes_on_in_the_same_speech(reading, text, carrier):
    read = reading(text)
    speech = read.event(carrier).id
    assert [c.made_in for c in read.event("sent").claims] == [speech]
    assert {e.trigger.of(read.document.text) for e in read.extraction.events}.isdisjoint({"said", "added", "confirmed"})


@pytest.mark.parametrize(
    "text",
    [
        "In a speech on Friday, Omar Bello praised the army. The king said that Chad had sent troops to Mali.",
        "In a speech on Friday, Omar Bello praised the army. On Monday Bello said that Chad had sent troops to Mali.",
        "In a speech on Friday, Omar Bello praised the army. Bello told Reuters that Chad had sent troops to Mali.",
        "In a speech on Friday, Omar Bello praised the army. Bello said in an interview that Chad had sent"
        " troops to Mali.",
    ],
)
def test_another_speaker_day_or_audience_is_another_speech(reading, text):
    read = reading(text)
    speech = next(e.id for e in read.extraction.events if e.trigger.of(read.document.text) == "speech")
    assert speech not in [c.made_in for c in read.event("sent").claims]
