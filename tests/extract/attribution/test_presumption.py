"""What happened though the clause around it is denied, planned or doubted."""

import pytest

from kg.model import Modality


def modality(reading, text, trigger):
    return reading(text).event(trigger).claims[0].modality


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("No ransom was paid for the release of the four hostages.", "release"),
        ("Nobody was hurt in the attack on the embassy in Nairobi.", "attack"),
        ("The minister did not comment on the arrest of two journalists.", "arrest"),
        ("Trade is not affected by new sanctions against Uganda.", "sanctions"),
        ("Omar Haddad was not involved in the killing of two officers.", "killing"),
        ("Daniel Osei will stand trial for the murder of two journalists.", "murder"),
        ("Kenya will join the probe into February's assassination of Daniel Osei.", "assassination"),
        ("Kenya plans to ask Uganda about the arrest of two journalists.", "arrest"),
        ("The trading firm tried to evade Kenyan sanctions.", "sanctions"),
    ],
)
def test_what_a_clause_takes_as_known_happened(reading, text, trigger):
    assert modality(reading, text, trigger).is_fact


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kenya did not agree to a ceasefire with Uganda.", "ceasefire"),
        ("Kenya and Uganda did not engage in talks.", "talks"),
    ],
)
def test_what_a_denied_verb_brings_about_is_denied(reading, text, trigger):
    assert modality(reading, text, trigger) is Modality.DENIED


def test_what_somebody_will_travel_for_is_planned(reading):
    assert modality(reading, "The envoy will travel to Nairobi for the talks with Uganda.", "talks") is Modality.PLANNED
