"""Settings: who is there, and where."""


def test_who_is_in_a_town_for_talks_takes_part_there(reading):
    roles = reading("On Friday, Petra Novak was in Ankara for talks with Omar Teal.").roles("talks")
    assert roles == {"actor": {"Petra Novak", "Omar Teal"}, "place": {"Ankara"}}


def test_who_is_in_a_town_for_a_year_meets_nobody(reading):
    assert not reading("Petra Novak was in Ankara for a year.").extraction.events
