"""How firmly it is told: what was not done, what is only aimed at, and what happened beside it."""

import pytest

from kg.model import Modality

DENIED, PLANNED, SPECULATIVE = Modality.DENIED, Modality.PLANNED, Modality.SPECULATIVE


def modality(reading, text, trigger):
    return reading(text).event(trigger).claims[0].modality


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police failed to arrest the suspect.", "arrest"),
        ("Police have yet to arrest the suspect.", "arrest"),
        ("The government's failure to arrest the suspect angered France.", "arrest"),
        ("The rebels' refusal to withdraw from Goma angered Uganda.", "withdraw"),
        ("Police prevented protesters from attacking the embassy.", "attacking"),
        ("Kenya stopped short of imposing sanctions on Somalia.", "sanctions"),
        ("Troops entered the village without firing a shot at the rebels.", "firing"),
        ("The army thwarted an attack on the base.", "attack"),
        ("The talks failed to produce an agreement between Kenya and Somalia.", "agreement"),
        ("Kenya has no plans to send troops to Mali.", "send"),
        ("Some of the men jumped into the river rather than be captured.", "captured"),
        ("Rather than attack the port, the army besieged it.", "attack"),
        ("The rebels went home instead of attacking the town.", "attacking"),
        ("The minister narrowly escaped being killed in the blast.", "killed"),
        ("Reports that the minister had been arrested were false, the ministry said.", "arrested"),
        ("An attempted assassination of the president failed in Caracas.", "assassination"),
    ],
)
def test_what_was_not_done_is_denied(reading, text, trigger):
    assert modality(reading, text, trigger) is DENIED


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kenya sent troops to Haiti to attack the gangs.", "attack"),
        ("They discussed the campaign to liberate the city of Mosul from militants.", "liberate"),
        ("The government has the right to attack Rwanda.", "attack"),
        ("The rebels remain committed to carrying out attacks against the army.", "attacks"),
        ("Demands for the resignation of President Moe grew.", "resignation"),
        ("Hopes of a truce between Mali and Niger faded.", "truce"),
        ("France wants Chad to provide a timetable for the withdrawal of its forces from Mali.", "withdrawal"),
        ("The mission aims at gaining a timetable for pulling troops from Mali.", "pulling"),
        ("She announced preparations for an attack on Gao.", "attack"),
        ("A court issued a warrant for the arrest of President Omar Bello.", "arrest"),
        ("Talks over the release of the engineers began in Doha.", "release"),
        ("A planned meeting between Omar Bello and Lena Ortiz collapsed.", "meeting"),
        ("His schedule includes talks with President Lena Ortiz.", "talks"),
        ("A soldier who was about to be captured by Ugandan troops threw a grenade.", "captured"),
        ("The army is on the verge of capturing the town.", "capturing"),
    ],
)
def test_what_is_only_aimed_at_is_planned(reading, text, trigger):
    assert modality(reading, text, trigger) is PLANNED


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels used drones to attack the airport.", "attack"),
        ("The army was the first force to capture the town of Goma.", "capture"),
        ("The army agreed to withdraw from the town after talks with rebel leaders.", "talks"),
        ("The situation appears to be improving after the deployment of troops to Mali.", "deployment"),
        ("The rebels vowed to end the attacks on Somalia.", "attacks"),
        ("Kenya promised to tackle the insurgency in Somalia.", "insurgency"),
        ("Kenyans marched in Nairobi to protest a police raid on the embassy of Mali.", "raid"),
        ("Lena Ortiz spoke of what she called constructive talks with President Omar Bello.", "talks"),
        ("The court convicted Omar Bello on charges of killing nine men.", "killing"),
        ("The rebels are not only launching attacks in Gao, but in Mali as well, the general said.", "attacks"),
        ("Police arrested four men allegedly linked to last year's bombings in Lisbon.", "bombings"),
        ("Omar Bello will be charged in the attacks on Lisbon.", "attacks"),
        ("President Lena Ortiz called Kenya's election a blow to the rebels.", "election"),
        ("President Lena Ortiz offered her condolences to Kenya.", "condolences"),
        ("President Lena Ortiz promised to review the deal between Kenya and Mali.", "deal"),
    ],
)
def test_what_is_done_or_goes_on_already_is_not(reading, text, trigger):
    assert modality(reading, text, trigger).is_fact


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("There are fears of an attack on Gao by rebels.", "attack"),
        ("It raised the risk of a war between Chad and Mali.", "war"),
        ("President Omar Bello faces accusations of jailing rivals.", "jailing"),
        ("Police arrested Omar Bello on charges of killing nine men.", "killing"),
        ("Kenya has not ruled out talks with Somalia.", "talks"),
        ("The soldiers risked being captured by the rebels.", "captured"),
    ],
)
def test_what_is_feared_may_come(reading, text, trigger):
    assert modality(reading, text, trigger) is SPECULATIVE


def test_what_fears_come_after_has_come(reading):
    assert modality(reading, "Fears grew after an attack on Gao by rebels.", "attack") is Modality.ASSERTED


def test_who_makes_an_apparent_move_may_aim_at_something_else(reading):
    assert modality(reading, "Kenya opened the port in an apparent move to attack Somalia.", "attack") is SPECULATIVE


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that Kenya sent troops to Mali, the inspector said.",
        "Kenya would have sent troops to Mali had the council asked for them.",
    ],
)
def test_what_nobody_says_or_never_came_is_no_event(reading, text):
    assert not reading(text).events("sent")


def test_what_talks_look_back_on_has_happened(reading):
    assert modality(reading, "Talks about the attack on the port began in Doha.", "attack") is Modality.ASSERTED


@pytest.mark.parametrize(
    "text", ["Elections will be held in Lebanon in May.", "The elections could be held in Lebanon in May."]
)
def test_what_is_still_to_be_held_has_not_happened(reading, text):
    trigger = "Elections" if text.startswith("E") else "elections"
    assert not modality(reading, text, trigger).is_fact


def test_what_somebody_is_petitioned_to_do_is_planned(reading):
    assert modality(reading, "Farmers petitioned Kenya to release the leader.", "release") is PLANNED


def test_what_somebody_directed_was_done(reading):
    assert modality(reading, "The general directed the attack on Nairobi.", "attack").is_fact
