"""Which event an expression dates."""

import datetime as dt

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Rebels fled Mali on 3 May 2024. Nine people had died in Niamey the day before.", "died", 2),
        ("Nine people died in Niamey on 3 May 2024. The next day Rwanda withdrew from Niger.", "withdrew", 4),
        ("While troops withdrew from Niger on 3 May 2024, rebels attacked a convoy near Niamey.", "attacked", 3),
        ("Rebels attacked a convoy near Niamey as troops withdrew from Niger on 3 May 2024.", "attacked", 3),
    ],
)
def test_the_day_comes_from_beside_it(reading, text, trigger, day):
    time = reading(text).event(trigger).time
    assert (time.not_before, time.not_after) == (dt.date(2024, 5, day),) * 2


def test_without_a_day_before_it_a_relative_one_stays_words(reading):
    time = reading("Nine people died in Niamey the day before.").event("died").time
    assert (time.text, time.is_bounded) == ("the day before", False)


def test_a_day_far_back_is_not_counted_from(reading):
    text = "Rebels fled Mali on 3 May 2024. It rained. It rained again. Nine people had died in Niamey the day before."
    assert not reading(text).event("died").time.is_bounded


def test_how_long_something_lasts_does_not_date_what_happens_meanwhile(reading):
    text = "Chad has sent troops to Gao, as Mali presses ahead with its four-year war against rebels."
    assert reading(text).event("sent").time.not_before is None


def test_a_year_may_count_from_a_year(reading):
    text = "The king was ousted in 1992 and died in Gao the following year."
    assert reading(text).event("died").time.not_before == dt.date(1993, 1, 1)


def test_a_month_may_count_from_a_month(reading):
    text = "Rebels captured Gao in April. Nine soldiers were killed in Niamey the previous month."
    assert reading(text).event("killed").time.not_before == dt.date(2024, 3, 1)


def test_a_date_line_run_into_a_sentence_dates_nothing(reading):
    text = "Wednesday, May 15, 2024 On Monday, rebels attacked Gao."
    assert reading(text).event("attacked").time.not_before == dt.date(2024, 5, 13)


def test_a_time_between_two_events_counts_from_the_clause_of_either(reading):
    text = "Sunday's vote came two days after rebels attacked Gao."
    assert reading(text).event("attacked").time.not_before == dt.date(2024, 5, 10)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ('"Seventeen years ago it was impossible," said Lena Ortiz.', "said"),
        ("Lena Ortiz admitted she was willing to skip the class on Monday.", "admitted"),
        ("After swimming in the sea on Monday, Lena Ortiz visited Kenya.", "visited"),
        ("A plan backed by Chad in April was rejected by Kenya.", "rejected"),
        ("The election in Kenya was before the 2014 protests.", "election"),
        ("Lena Ortiz criticised Mali over the worst unrest in Kenya since the 1979 revolution.", "criticised"),
    ],
)
def test_a_time_told_apart_dates_nothing_around_it(reading, text, trigger):
    assert reading(text).event(trigger).time.not_before is None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Shortly after Monday's vote, the speaker met the king of Jordan.", "met", 13),
        ("Police arrested nine men hours after Monday's blast.", "arrested", 13),
        ("Officials say rebels have captured nine men in Gao, Monday.", "captured", 13),
        ("The visit comes two days after rebels attacked Somalia.", "attacked", 13),
        ("Lena Ortiz said Monday a huge gap remains in Mali.", "said", 13),
        ("Police said in a statement released Monday that nine men were missing.", "statement", 13),
        ("A bill passed by parliament on Monday was torn up by Lena Ortiz.", "passed", 13),
        ("Rebels staged an attack on Somalia, which occurred after midnight on Monday.", "attack", 13),
        ("Lena Ortiz is believed to have fled Mali during the assault on the town of Gao on Monday.", "assault", 13),
        ("Last week, Mali announced the capture of nine rebels on Monday.", "capture", 13),
        ("Nine men were kidnapped in Somalia two weeks ago, on 2 May.", "kidnapped", 2),
        ("Lena Ortiz lost an eye after being struck in a protest in Mali on Monday.", "protest", 13),
        ("The king fled after the May 13 uprising that ousted President Lena Ortiz.", "ousted", 13),
        ("On Monday, Kenya was hit by a series of attacks on its embassies.", "attacks", 13),
        ("Kenya has expressed concern, one day after soldiers fired on protesters.", "fired", 14),
    ],
)
def test_a_day_may_stand_in_another_part_of_the_sentence(reading, text, trigger, day):
    time = reading(text).event(trigger).time
    assert (time.not_before, time.not_after) == (dt.date(2024, 5, day),) * 2


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kenya and Somalia agreed to talk again by phone on Saturday.", "agreed"),
        ("Nine people fled to Mali and founded a state, using the 1947 constitution.", "fled"),
        ("Mali has accused Kenya in the 1976 crash of an airliner.", "accused"),
        ("Lena Ortiz criticised Mali for the May 2 clearing of the square.", "criticised"),
        ("The visit came two days after rebels attacked Somalia.", "attacked"),
        ("The visit comes three weeks after rebels attacked Somalia.", "attacked"),
    ],
)
def test_a_day_of_something_else_dates_nothing(reading, text, trigger):
    assert reading(text).event(trigger).time.not_before is None


def test_a_subject_came_so_long_after_something_else(reading):
    text = "Monday's attack in Lisbon came two days after bombs killed six officers in Mali."
    time = reading(text).event("killed").time
    assert (time.not_before, time.not_after) == (dt.date(2024, 5, 11), dt.date(2024, 5, 11))


def test_the_date_of_a_noun_dates_what_happened_in_it(reading):
    text = "It was not the first stampede, after the 1991 fair, in which nine pilgrims were trampled to death."
    assert reading(text).event("trampled").time.not_before == dt.date(1991, 1, 1)


@pytest.mark.parametrize("since", ["since the fighting began on Monday", "since the start of the fighting on Monday"])
def test_what_goes_on_since_something_began_has_its_first_day(reading, since):
    time = reading(f"Nine soldiers have been killed in Mali {since}.").event("killed").time
    assert (time.not_before, time.ongoing_on) == (dt.date(2024, 5, 13), dt.date(2024, 5, 15))


def test_a_when_clause_tells_what_happened_in_that_month(reading):
    text = "Police have been seeking Lena Ortiz since April, when she was accused of espionage."
    time = reading(text).event("accused").time
    assert (time.not_before, time.not_after) == (dt.date(2024, 4, 1), dt.date(2024, 4, 30))


def test_a_day_since_which_something_else_went_on_is_one_day(reading):
    time = reading("It was the worst day in Kenya since the May 13 attack on Mali.").event("attack").time
    assert (time.not_before, time.not_after) == (dt.date(2024, 5, 13), dt.date(2024, 5, 13))


def test_so_far_this_year_is_this_year(reading):
    text = "More than 60 people have died so far this year in fighting in Mali."
    assert reading(text).event("died").time.not_before == dt.date(2024, 1, 1)


def test_what_is_expected_is_to_come_when_it_is_expected(reading):
    time = reading("Lena Ortiz is expected to attend the funeral of the king later this week.").event("funeral").time
    assert (time.not_before, time.not_after) == (dt.date(2024, 5, 15), dt.date(2024, 5, 19))


def test_so_far_is_no_time_of_saying(reading):
    found = reading("Lena Ortiz said so far nine men had left.").event("said").time
    assert (found.started_by, found.not_after) == (None, dt.date(2024, 5, 15))


@pytest.mark.parametrize("title", ["War in Mali - 7 May 2015", "The war in Mali, 7 May 2015"])
def test_the_date_that_ends_a_title_dates_nothing_in_it(reading, title):
    text = f"{title}\nNobody in the capital was at the airport."
    assert reading(text).event("War" if title[0] == "W" else "war").time.not_before is None


def test_a_month_between_two_verbs_is_that_of_the_first(reading):
    found = reading("Kenya attacked Somalia in May 2020 and captured nine soldiers.")
    assert found.event("attacked").time.not_before == dt.date(2020, 5, 1)
    assert found.event("captured").time.not_before is None
