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


def test_who_has_seen_a_text_is_not_its_author(reading):
    assert reading("A letter seen by Lena Ortiz says that Kenya attacked Somalia.").sources("attacked") == set()


def test_the_text_is_by_who_made_the_one_before(reading):
    text = "Troops left, according to an Interior Ministry release. It rained. The release said Kenya attacked Somalia."
    assert reading(text).sources("attacked") == {"Interior Ministry"}


def test_who_said_something_in_a_statement_said_the_rest_of_it(reading):
    text = "Kenya said in a statement that it was ready. Nobody came. The statement said rebels attacked Somalia."
    assert reading(text).sources("attacked") == {"Kenya"}


def test_a_text_beside_a_speaker_is_said_by_its_author(reading):
    text = "The army and a report by the police say that Kenya attacked Somalia."
    assert reading(text).sources("attacked") == {"The army", "the police"}


def test_reports_from_a_state_are_not_its_words(reading):
    event = reading("Reports from Syria say a small aircraft has crashed near Damascus.").event("crashed")
    assert event.claims[0].sources == ()


def test_a_hyphen_sets_nobody_beside_what_a_headline_tells(reading):
    assert reading("Police in Riga detain ex-minister Ivars Berzins").sources("detain") == set()
