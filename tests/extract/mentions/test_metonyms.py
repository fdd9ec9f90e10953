"""Capitals for states: what is said of them tells."""

import pytest

from kg.model import Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oslo was Belgrade's ally for years.", Kind.METONYM),
        ("Officials said Oslo was behind the attack.", Kind.METONYM),
        ("Oslo is a gateway to the fjords.", Kind.NAME),
        ("Oslo is a city by the sea.", Kind.NAME),
    ],
)
def test_what_a_capital_is_said_to_be(reading, text, kind):
    assert {m.kind for m in reading(text).named("Oslo")} == {kind}


def test_a_capital_that_others_are_for_is_its_state_and_one_in_a_dateline_is_not(reading):
    found = reading("Pro-Beijing candidates won.")
    assert {m.kind for m in found.named("Beijing")} == {Kind.METONYM}
    assert {m.kind for m in reading("Taipei, Taiwan held a festival.").named("Taipei")} == {Kind.NAME}
