"""Events of one sentence tied to each other."""


def link(read, trigger, other):
    return {name for name, event in read.event(trigger).links if event == read.event(other).id}


def test_who_is_killed_when_something_collapses_dies_of_it(reading):
    read = reading("At least 76 people were killed when a hotel near the mosque collapsed.")
    assert link(read, "killed", "collapsed") == {"partOf"}


def test_who_is_killed_in_an_attack_dies_in_it(reading):
    read = reading("Two officers were killed in an attack on a police station in Mali.")
    assert link(read, "killed", "attack") == {"partOf"}


def test_the_clause_of_another_class_is_no_whole(reading):
    read = reading("Kenya sent troops to Mali after rebels attacked a village.")
    assert read.event("sent").links == ()


def test_a_statement_is_about_what_it_says(reading):
    read = reading("The defence ministry announced that Kenya had sent troops to Mali.")
    assert link(read, "announced", "sent") == {"about"}


def test_whom_an_attack_leaves_dead_dies_in_it(reading):
    read = reading("A car bomb exploded in a market in Mosul, killing 12 people and wounding 30.")
    assert link(read, "killing", "exploded") == link(read, "wounding", "exploded") == {"partOf"}


def test_a_headline_names_the_accident(reading):
    read = reading("At least 107 pilgrims killed in Mecca crane collapse")
    assert link(read, "killed", "collapse") == {"partOf"}


def test_what_is_told_in_a_speech_is_no_part_of_the_speech(reading):
    read = reading(
        "Six men were killed in an air strike on the port of Aden, President Omar said in a speech on Monday."
    )
    assert link(read, "killed", "speech") == set()
    assert link(read, "killed", "strike") == {"partOf"}


def test_a_statement_is_about_the_event_that_its_clause_begins_with(reading):
    read = reading("The minister said the attack on the port was a matter for the courts.")
    assert link(read, "said", "attack") == {"about"}


def test_a_statement_is_about_what_was_done_as_it_says(reading):
    read = reading("As the minister announced on Monday, Kenya sent troops to Mali.")
    assert link(read, "announced", "sent") == {"about"}


def test_what_a_series_of_raids_does_is_part_of_the_raids(reading):
    read = reading("A series of raids on the port of Aden killed ten people.")
    assert link(read, "killed", "raids") == {"partOf"}


def test_what_somebody_denies_a_part_in_is_what_the_denial_is_about(reading):
    found = reading("An attack on Kigali on Monday killed ten guards. The rebels denied any part in that attack.")
    [(link, event)] = found.event("denied").links
    assert (link, event.split(":")[1]) == ("about", "Attack")
    assert found.event("denied").time.text is None


def test_who_died_of_what_hit_a_place_is_part_of_that(reading):
    found = reading("A hospital in Gaza was hit by an Israeli air strike, killing nine doctors.")
    assert found.event("killing").links == (("partOf", found.event("strike").id),)


def test_what_the_law_does_about_a_deed_is_no_part_of_it(reading):
    assert reading("Omar Bello was charged in the attacks on Lisbon.").event("charged").links == ()


def test_who_died_before_a_toll_rose_is_among_those_it_counts(reading):
    assert reading("The death toll rose to 14 after three soldiers died in hospital.").event("rose").links == ()
