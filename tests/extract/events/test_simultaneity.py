"""What shares the time of what, in real sentences of Wednesday 15 May 2024."""

import datetime as dt

import pytest

MONDAY = dt.date(2024, 5, 13)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("On Monday rebels attacked Gao and captured nine soldiers.", "captured"),
        ("Rebels attacked Gao and captured nine soldiers on Monday.", "attacked"),
        ("Nine soldiers were killed in an attack on Gao on Monday.", "killed"),
        ("Nine soldiers were killed on Monday in an attack on Gao by rebels.", "attack"),
        ("Rebels attacked Gao on Monday, killing nine soldiers.", "killing"),
        ("On Monday the president flew to Gao and met the defence minister of Kenya.", "met"),
        ("Nine soldiers were killed on Monday when rebels attacked Somalia.", "attacked"),
        ("A soldier was killed and another wounded in shelling by rebels in Somalia on Monday.", "shelling"),
        ("Rebels staged an attack on Gao on Monday that killed nine soldiers.", "killed"),
        ("Lena Ortiz said at Monday's opening ceremony in Accra that the road was open.", "said"),
        ("A storm on Monday caused a crane to fall in Gao, killing nine workers.", "killing"),
        ("Nine soldiers were killed by rebels who attacked their base in Gao on Monday.", "killed"),
        ("Nine soldiers were killed by rebels who attacked their base in Gao on Monday.", "attacked"),
        ("One soldier was killed and nine men were wounded in Gao on Monday.", "killed"),
        ("Police fired into a crowd on Monday in Gao, where nine people were protesting.", "protesting"),
        ("Hundreds of students gathered in Mali on Monday to protest the war.", "protest"),
        ("As the conference began on Monday, Kenya announced that the road was open.", "announced"),
    ],
)
def test_one_time_holds_for_both(reading, text, trigger):
    time = reading(text).event(trigger).time
    assert (time.not_before, time.not_after) == (MONDAY, MONDAY)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels attacked Gao on Monday, and Kenya sent troops to Niger.", "sent"),
        ("Nine soldiers were killed on Monday in the war in Mali.", "war"),
        ("Nine soldiers were killed on Monday and Kenya withdrew from Niger.", "withdrew"),
        ("One soldier was killed on Monday and nine men were wounded in Gao.", "wounded"),
        ("Rebels attacked Gao on Monday after Kenya sent troops to Niger.", "sent"),
        ("Omar Bello, who was arrested in Gao on Monday, was also sentenced to five years in prison.", "sentenced"),
        ("Kenya attacked Gao on Monday, and says it has more drones.", "says"),
    ],
)
def test_what_is_told_apart_has_a_time_of_its_own(reading, text, trigger):
    assert reading(text).event(trigger).time.not_before is None


def test_who_falls_during_a_deployment_falls_on_any_day_of_it(reading):
    read = reading("Kenya sent troops to Mali in April. Six soldiers were killed during the deployment.")
    time = read.event("killed").time
    assert (time.text, time.not_before) == (None, None)
