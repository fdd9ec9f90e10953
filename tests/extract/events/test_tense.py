"""What the tense adds, on Wednesday 15 May 2024."""

import datetime as dt

import pytest

from kg.model import Modality

TODAY = dt.date(2024, 5, 15)
MONDAY = dt.date(2024, 5, 13)


def bounds(reading, text, trigger):
    time = reading(text).event(trigger).time
    return time.not_before, time.started_by, time.ongoing_on, time.not_after


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Kenya has sent troops to Mali.", "sent", (None, TODAY, None, None)),
        ("Kenya is sending troops to Mali.", "sending", (None, TODAY, TODAY, None)),
        ("Clashes between Kenya and Somalia are continuing.", "Clashes", (None, TODAY, TODAY, None)),
        ("Kenya has been sending troops to Mali.", "sending", (None, TODAY, TODAY, None)),
        ("Nine men have been killed in a stampede in Mali.", "killed", (None, None, None, TODAY)),
        ("Nine men have been killed in a series of attacks in Mali.", "killed", (None, TODAY, None, None)),
        ("Kenya had been sending troops to Mali.", "sending", (None, TODAY, None, None)),
        ("Kenya will send troops to Mali.", "send", (TODAY, None, None, None)),
        ("Lena Ortiz told reporters that the road was open.", "told", (None, None, None, TODAY)),
        ("Kenya sent troops to Mali.", "sent", (None, TODAY, None, None)),
        ("Kenya attacked Mali.", "attacked", (None, None, None, TODAY)),
        ("Kenya has attacked Mali.", "attacked", (None, TODAY, None, None)),
        ("Lena Ortiz, who attacked Mali, was nine years old.", "attacked", (None, None, None, None)),
        ("Lena Ortiz has warned Mali.", "warned", (None, None, None, TODAY)),
        ("Mali has been criticised by Lena Ortiz.", "criticised", (None, TODAY, None, None)),
        ("Kenya is said to have praised Mali.", "praised", (None, None, None, TODAY)),
        ("Kenya has completed the withdrawal of its troops from Mali.", "withdrawal", (None, None, None, TODAY)),
        ("Lena Ortiz accused Kenya of supplying weapons to Mali.", "supplying", (None, TODAY, None, None)),
        ("Kenya is believed to be sending troops to Mali.", "sending", (None, TODAY, TODAY, None)),
        ("Clashes between Kenya and Somalia have spread in recent days.", "Clashes", (None, TODAY, TODAY, None)),
    ],
)  # fmt: skip
def test_the_tense_counts_from_the_day_of_the_article(reading, text, trigger, expected):
    assert bounds(reading, text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Kenya said on Monday that it had sent troops to Mali.", "sent", (None, MONDAY, None, None)),
        ("Kenya said on Monday that it would send troops to Mali.", "send", (MONDAY, None, None, None)),
        ("Kenya informed Mali on Monday that it had sent troops to Chad.", "sent", (None, MONDAY, None, None)),
        ("Kenya said on Monday that clashes were continuing in Somalia.", "clashes", (None, MONDAY, MONDAY, None)),
    ],
)
def test_what_is_reported_counts_from_the_day_of_the_report(reading, text, trigger, expected):
    assert bounds(reading, text, trigger) == expected


def test_a_plan_of_the_past_has_no_bound(reading):
    assert bounds(reading, "Kenya had planned to send troops to Mali.", "send") == (None,) * 4


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The trial of Lena Ortiz began on Monday.", "trial"),
        ("Kenya took part in joint exercises with Mali that began on Monday.", "exercises"),
    ],
)
def test_the_day_of_a_beginning_is_not_the_last(reading, text, trigger):
    assert bounds(reading, text, trigger) == (MONDAY, MONDAY, None, None)


def test_whoever_arrives_stays(reading):
    assert bounds(reading, "President Lena Ortiz arrived in Kenya on Monday.", "arrived") == (
        MONDAY,
        MONDAY,
        None,
        None,
    )


def test_the_day_of_an_end_is_not_the_first(reading):
    found = bounds(reading, "Kenya took part in joint exercises with Mali that ended on Monday.", "exercises")
    assert found == (None, None, MONDAY, MONDAY)


def test_what_is_to_be_done_by_a_day_comes_after_its_announcement(reading):
    found = bounds(reading, "Kenya said on Monday that its troops would leave Mali by 30 May.", "leave")
    assert found == (MONDAY, dt.date(2024, 5, 30), None, dt.date(2024, 5, 30))


def test_what_has_now_been_done_does_not_go_on(reading):
    assert bounds(reading, "Rebels have now captured Gao.", "captured") == (None, TODAY, None, TODAY)


def test_how_long_something_lasts_is_not_the_time_of_its_announcement(reading):
    found = bounds(reading, "President Lena Ortiz announced a three-day period of mourning.", "announced")
    assert found == (None, None, None, TODAY)


def test_troops_may_stay_after_the_month_they_were_sent_in(reading):
    found = bounds(reading, "Kenya sent troops to Mali in April.", "sent")
    assert found == (dt.date(2024, 4, 1), dt.date(2024, 4, 30), None, None)


def test_a_participle_has_the_tense_of_its_clause(reading):
    text = "Nine soldiers have been killed in Mali, with dozens more wounded."
    assert bounds(reading, text, "wounded") == (None, TODAY, None, None)


def test_what_is_dated_after_the_article_is_to_come(reading):
    event = reading("President Lena Ortiz arrives in Nairobi on Friday.").event("arrives")
    assert event.time.not_before == dt.date(2024, 5, 17)
    assert event.claims[0].modality is Modality.PLANNED


def test_what_is_said_now_was_not_said_long_ago(reading):
    event = reading("Scholars blame Omar Bello for the partition of Sudan in 1947.").event("blame")
    assert event.time.not_after is None or event.time.not_after.year == 2024


def test_what_somebody_comes_for_later_is_to_come(reading):
    event = reading("President Lena Ortiz arrives in Nairobi on Friday for talks with Omar Bello.").event("talks")
    assert event.claims[0].modality is Modality.PLANNED


def test_who_died_while_others_were_quarrelling_does_not_go_on_dying(reading):
    event = reading("A battle broke out as two gangs were quarrelling over money, killing two men.").event("killing")
    assert event.time.ongoing_on is None


def test_the_day_talks_were_suspended_was_the_last(reading):
    time = reading("Kenya suspended the talks with Somalia on Monday.").event("talks").time
    assert (time.not_before, str(time.not_after)) == (None, "2024-05-13")
