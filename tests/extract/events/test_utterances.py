"""A speech or letter and the verbs that say what is in it: one event, not two."""


def types(reading, text):
    return sorted(e.type for e in reading(text).extraction.events)


def test_what_is_said_in_a_speech_is_one_event(reading):
    assert types(reading, "President Ruto said in a speech in Nairobi that taxes would fall.") == ["Speech"]


def test_it_keeps_what_was_said(reading):
    read = reading("President Ruto said in a speech in Nairobi that rebels had killed ten farmers.")
    speech = read.event("speech")
    assert ("about", read.event("killed").id) in speech.links


def test_it_keeps_the_roles_of_both(reading):
    read = reading("President Ruto told reporters in a statement that taxes would fall.")
    assert {r.name for r in read.event("statement").roles} == {"actor", "recipient"}


def test_the_narrower_class_stays(reading):
    assert types(reading, "Ghana accused Togo in a statement of closing the border.") == ["Accusation"]


def test_an_order_in_a_letter_is_an_event_of_its_own(reading):
    assert "Order" in types(reading, "In a letter, President Ruto ordered the army to leave the valley.")


def test_whose_speech_another_reports_is_another_event(reading):
    read = reading("Reporters said the statement by President Ruto surprised Kenya.")
    assert all(read.words(r.filler) != "Reporters" for e in read.extraction.events for r in e.roles)
