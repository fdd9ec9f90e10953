"""Events: counts, purpose, content, links and time on top of a matched frame."""

import datetime as dt

import pytest

from kg.model import Bound


@pytest.fixture
def counts(reading):
    def find(text: str, trigger: str):
        return {
            (c.name, c.quantity.minimum, c.quantity.maximum, c.quantity.bound)
            for c in reading(text).event(trigger).counts
        }

    return find


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels killed nine soldiers in Mali.", "killed", ("killed", 9, 9, Bound.EXACT)),
        ("At least 40 miners died in Mali.", "died", ("killed", 40, None, Bound.AT_LEAST)),
        ("Rebels wounded 14 civilians in Mali.", "wounded", ("wounded", 14, 14, Bound.EXACT)),
        ("Rebels killed dozens of villagers in Mali.", "killed", ("killed", 12, None, Bound.VAGUE)),
        ("At least 600 of the soldiers were killed in Mali.", "killed", ("killed", 600, None, Bound.AT_LEAST)),
        ("Between 200 and 300 rebels were captured in Mali.", "captured", ("captured", 200, 300, Bound.BETWEEN)),
        ("Rwanda captured two soldiers.", "captured", ("captured", 2, 2, Bound.EXACT)),
        ("Kenya deployed 400 police officers to Haiti.", "deployed", ("strength", 400, 400, Bound.EXACT)),
    ],
)
def test_a_number_becomes_a_count(counts, text, trigger, expected):
    assert counts(text, trigger) == {expected}


def test_each_verb_counts_its_own(counts):
    text = "Gunmen killed 12 police officers and wounded 30 in Quetta."
    assert {c[:2] for c in counts(text, "killed")} == {("killed", 12)}
    assert {c[:2] for c in counts(text, "wounded")} == {("wounded", 30)}


def test_a_count_has_its_unit_and_words(reading):
    text = "At least 40 miners died in Mali."
    (count,) = reading(text).event("died").counts
    assert count.quantity.unit == "miners"
    assert count.quantity.text in text


def test_a_count_has_the_claims_of_its_event(reading):
    event = reading("The government said that rebels killed nine soldiers in Mali.").event("killed")
    assert event.counts[0].claims == event.claims


def test_without_a_number_there_is_no_count(counts):
    assert counts("Rebels killed soldiers in Mali.", "killed") == set()


# ---------------------------------------------------------------- words


def test_the_purpose_is_as_written(reading):
    text = "France sent troops to Mali to protect the Malian army."
    assert reading(text).event("sent").purpose == "protect the Malian army"


def test_a_place_is_no_purpose(reading):
    assert reading("France sent troops to Mali.").event("sent").purpose is None


def test_the_content_of_a_statement_is_the_clause(reading):
    found = reading("Lena Ortiz told reporters that Norway had sent troops to Mali.")
    assert found.event("told").content == ("Norway had sent troops to Mali",)


def test_the_content_of_a_quotation_is_its_words(reading):
    text = "“The bridge is safe,” Lena Ortiz told reporters."
    assert reading(text).event("told").content == ("The bridge is safe",)


@pytest.mark.parametrize(
    "text",
    [
        "Lena Ortiz told reporters that Norway had sent troops to Mali.",
        "The president ordered the army to send troops to Mali.",
        "“We stay,” Lena Ortiz told reporters. “Nobody leaves.”",
        "France sent troops to Mali to protect the Malian army.",
    ],
)
def test_content_purpose_and_quotes_are_literal(reading, text):
    for event in reading(text).extraction.events:
        words = [*event.content, event.purpose or "", *(c.quote or "" for c in event.claims)]
        assert all(w in text for w in words)


# ---------------------------------------------------------------- links


def test_a_statement_is_about_the_event_it_tells_of(reading):
    found = reading("Lena Ortiz told reporters that Norway had sent troops to Mali.")
    assert found.event("told").links == (("about", found.event("sent").id),)


def test_an_event_in_another_is_part_of_it(reading):
    found = reading("Nine soldiers were killed in an attack on Mali.")
    assert ("partOf", found.event("attack").id) in found.event("killed").links


def test_a_claim_of_a_speech_is_made_in_it(reading):
    found = reading("In a speech in Lisbon, Lena Ortiz said that Norway had sent troops to Mali.")
    assert {c.made_in for c in found.event("sent").claims} == {found.event("speech").id}


# ---------------------------------------------------------------- time: 15 May 2024 is the day of the article


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Uganda attacked Rwanda on 3 May 2024.", "attacked", dt.date(2024, 5, 3)),
        ("Uganda attacked Rwanda on Monday.", "attacked", dt.date(2024, 5, 13)),
        ("Uganda attacked Rwanda yesterday.", "attacked", dt.date(2024, 5, 14)),
    ],
)
def test_a_day_bounds_the_event(reading, text, trigger, day):
    time = reading(text).event(trigger).time
    assert (time.not_before, time.not_after) == (day, day)


def test_each_event_has_the_time_of_its_clause(reading):
    found = reading("Uganda attacked Rwanda on 3 May 2024 and attacked Burundi on 7 May 2024.")
    days = {e.time.not_before for e in found.events("attacked")}
    assert days == {dt.date(2024, 5, 3), dt.date(2024, 5, 7)}


def test_what_has_happened_had_begun_by_the_day_of_the_article(reading):
    time = reading("Norway has sent troops to Mali.").event("sent").time
    assert (time.not_before, time.started_by) == (None, dt.date(2024, 5, 15))


def test_the_words_of_a_time_are_literal(reading):
    text = "Uganda attacked Rwanda on Monday."
    assert reading(text).event("attacked").time.text in text


def test_an_event_keeps_to_the_order_of_the_text(reading):
    found = reading(
        "Uganda attacked Rwanda on Monday. Norway sent troops to Mali. Rebels killed nine soldiers in Mali."
    )
    starts = [e.trigger.start for e in found.extraction.events]
    assert starts == sorted(starts)
    assert len(starts) >= 3


def test_who_publishes_a_letter_is_its_medium_and_who_is_thanked_in_it_its_receiver(reading):
    found = reading("In a letter published by the Ora news agency, King Felipe thanked the nurses of Madrid.")
    roles = found.roles("letter")
    assert all("Felipe" in filler for filler in roles["actor"])
    assert any("nurses" in filler for filler in roles["recipient"])
    assert any("Ora" in filler for filler in roles["via"])


def test_people_hurt_in_passing_are_counted(reading):
    assert reading("The blast killed 12 people, with dozens injured.").roles("injured")


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Gunmen attacked the port on 3 May, two days after the army captured the town.", "captured", 1),
        ("Kenya deployed 400 police officers a week before gunmen attacked the port on 10 May.", "deployed", 3),
        ("Two days after rebels seized Goma on 1 May, Rwanda withdrew its troops.", "withdrew", 3),
        ("Gunmen attacked the port on 3 May, two days after the killing of a judge.", "killing", 1),
    ],
)
def test_days_between_two_events_date_the_one_by_the_other(reading, text, trigger, day):
    time = reading(text).event(trigger).time
    assert (time.not_before, time.started_by) == (dt.date(2024, 5, day), dt.date(2024, 5, day))


def test_days_from_an_undated_event_keep_their_words(reading):
    time = reading("Rebels attacked the base a day after the army captured the town.").event("attacked").time
    assert (time.text, time.is_bounded) == ("a day after", False)


def test_a_single_person_counts_as_one(counts):
    found = counts("Gunmen killed six police officers and a civilian in Giza.", "killed")
    assert {c[:3] for c in found} == {("killed", 6, 6), ("killed", 1, 1)}


def test_what_is_listed_beside_the_dead_is_counted(counts):
    text = "At least 25 people are dead and dozens injured, officials said."
    assert {c[:2] for c in counts(text, "injured")} == {("wounded", 12)}


def test_who_only_counts_is_seen_through(reading):
    found = reading("Hundreds of demonstrators gathered outside the cathedral Sunday.")
    assert found.roles("gathered") == {"actor": {"demonstrators"}, "place": {"the cathedral"}}


def test_the_injured_are_not_among_the_dead(counts):
    text = "The attack killed 12 people and injured 30 others, the interior ministry said on Thursday."
    assert {c[:2] for c in counts(text, "killed")} == {("killed", 12)}
    assert {c[:2] for c in counts(text, "injured")} == {("wounded", 30)}


def test_arrests_are_counted(counts):
    found = counts("Fewer than 50 protesters were arrested in Mali.", "arrested")
    assert found == {("quantity", None, 50, Bound.AT_MOST)}
