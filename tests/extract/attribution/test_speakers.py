"""Who speaks, where the subject of the verb is not the one who does."""

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lena Ortiz said that Kenya attacked Somalia.", "Lena Ortiz"),
        ("A report by Lena Ortiz said that Kenya attacked Somalia.", "Lena Ortiz"),
        ("Letters from soldiers say that Kenya attacked Somalia.", "soldiers"),
        ("A video released by the army on Monday shows that Kenya attacked Somalia.", "the army"),
    ],
)
def test_a_text_is_said_by_its_author(reading, text, speaker):
    assert reading(text).sources("attacked") == {speaker}


def test_several_speakers_are_all_named(reading):
    text = "Lena Ortiz and Omar Haddad said that Kenya attacked Somalia."
    assert reading(text).sources("attacked") == {"Lena Ortiz", "Omar Haddad"}
