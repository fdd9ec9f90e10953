"""What is given in return, and by whom to whom."""

import pytest


@pytest.mark.parametrize(
    ("text", "first", "receiver", "second", "giver"),
    [
        ("Chad sent mortars. In return, Niger is sending grain, officials said.", "sent", "Niger", "sending", "Niger"),
        ("Sudan gave rifles to the rebels. In exchange, the rebels delivered gold.", "gave", "the rebels", "delivered",
         "the rebels"),
        ("Belarus has delivered fuel. Serbia gave Belarus trucks in return.", "delivered", "Serbia", "gave",
         "Serbia"),
    ],
)  # fmt: skip
def test_who_gives_in_return_got_what_was_given(reading, text, first, receiver, second, giver):
    read = reading(text)
    assert read.roles(first)["recipient"] == {receiver}
    assert read.roles(second)["actor"] == {giver}
    assert read.event(second).links == (("inExchangeFor", read.event(first).id),)


@pytest.mark.parametrize(
    "text",
    [
        "Ankara's growing role reflects a bargain with Tripoli. In exchange, Turkey is receiving oil.",
        "Turkey struck a deal with Libya. In exchange for drones, Turkey will receive oil.",
        "Turkey and Libya signed an agreement. Ankara gets oil in return.",
    ],
)
def test_the_other_side_of_a_bargain_gives(reading, text):
    read = reading(text)
    trigger = next(w for w in ("receiving", "receive", "gets") if read.events(w))
    assert read.roles(trigger)["actor"] <= {"Tripoli", "Libya"}
    assert read.roles(trigger)["actor"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad sent mortars. Niger is sending grain.",
        "Chad sent mortars to Togo. In return, Niger is sending grain to Mali.",
        "Chad sent mortars. In the return of the refugees, Niger is sending grain.",
    ],
)
def test_without_a_way_back_nothing_is_given_in_return(reading, text):
    assert all(not e.links for e in reading(text).extraction.events)
    assert "recipient" not in reading(text).roles("sent") or reading(text).roles("sent")["recipient"] == {"Togo"}
