"""Frames: triggers and the roles of their fillers, construction by construction."""

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "roles"),
    [
        pytest.param(
            "Uganda attacked Rwanda on Monday.", "attacked", "Attack",
            {"actor": {"Uganda"}, "target": {"Rwanda"}}, id="active",
        ),
        pytest.param(
            "Uganda shot down two Rwandan planes in Goma.", "shot", "Attack",
            {"actor": {"Uganda"}, "item": {"two Rwandan planes"}, "target": {"Rwandan"}, "place": {"Goma"}},
            id="owner of what is attacked",
        ),
        pytest.param(
            "Ugandan drones struck a hospital in Goma.", "struck", "Attack",
            {"actor": {"Ugandan"}, "item": {"Ugandan drones"}, "place": {"a hospital in Goma", "Goma"}},
            id="owner of what attacks",
        ),
        pytest.param(
            "The town of Goma changed hands in May.", "changed", "Capture",
            {"place": {"Goma"}}, id="changed hands",
        ),
        pytest.param(
            "The mayor asked residents to leave the town.", "asked", "Order",
            {"actor": {"The mayor"}, "recipient": {"residents"}}, id="asked to",
        ),
        pytest.param(
            "Kenya demanded that the army leave the valley.", "demanded", "Order",
            {"actor": {"Kenya"}, "recipient": {"the army"}}, id="subject of what is demanded",
        ),
        pytest.param(
            "Kenya expressed concern over Mali.", "expressed", "PublicStatement",
            {"actor": {"Kenya"}, "about": {"Mali"}}, id="expressed",
        ),
        pytest.param(
            "A bomb caused the blast at a market in Goma.", "blast", "Attack",
            {"item": {"A bomb"}, "place": {"a market in Goma", "Goma"}}, id="caused",
        ),
        pytest.param(
            "Police examined the blast that ripped through a church in Goma.", "blast", "Attack",
            {"place": {"a church in Goma", "Goma"}}, id="relative clause that tells where",
        ),
        pytest.param(
            "Ten men were killed in a stampede during a festival near Quetta.", "killed", "Killing",
            {"target": {"Ten men"}, "place": {"Quetta"}}, id="place by way of the occasion",
        ),
        pytest.param(
            "Uganda fired artillery rounds aimed at a base in Goma.", "fired", "Attack",
            {"actor": {"Uganda"}, "item": {"artillery rounds"}, "place": {"a base in Goma", "Goma"}}, id="aimed at",
        ),
        pytest.param(
            "A soldier was wounded in shelling by the army in Quetta.", "shelling", "Attack",
            {"actor": {"the army"}, "place": {"Quetta"}}, id="place hung on the agent",
        ),
        pytest.param(
            "Uganda's barrage of strikes on Rwanda lasted a week.", "barrage", "Attack",
            {"actor": {"Uganda"}, "target": {"Rwanda"}}, id="one attack of several words",
        ),
        pytest.param(
            "Seven people were shot in Goma.", "shot", "Attack",
            {"target": {"Seven people"}, "place": {"Goma"}}, id="shot by nobody known",
        ),
        pytest.param(
            "Two rockets were fired at the port of Odesa.", "fired", "Attack",
            {"item": {"Two rockets"}, "place": {"Odesa"}}, id="fired by nobody known",
        ),
        pytest.param(
            "A suicide attack in Goma killed a Kenyan diplomat.", "attack", "Attack",
            {"place": {"Goma"}, "target": {"a Kenyan diplomat"}}, id="whom it killed",
        ),
        pytest.param(
            "He died on Monday in a Lisbon car bombing.", "bombing", "Attack",
            {"place": {"Lisbon"}}, id="the city before the noun",
        ),
        pytest.param(
            "Rebels claimed responsibility for the attack in Goma.", "attack", "Attack",
            {"actor": {"Rebels"}, "place": {"Goma"}}, id="claimed",
        ),
        pytest.param(
            "The army sent troops and helicopters into Mali.", "sent", "Deployment",
            {"actor": {"The army"}, "force": {"troops"}, "item": {"helicopters"}, "destination": {"Mali"}},
            id="troops receive no helicopters",
        ),
        pytest.param(
            "Kenyan troops remain in Mali.", "remain", "Deployment",
            {"force": {"Kenyan troops"}, "destination": {"Mali"}}, id="remain",
        ),
        pytest.param(
            "The presence of Kenyan troops in Mali worries them.", "presence", "Deployment",
            {"actor": {"Kenyan"}, "force": {"Kenyan troops"}, "destination": {"Mali"}}, id="presence",
        ),
        pytest.param(
            "The government declared a state of emergency in Goma.", "declared", "Restriction",
            {"actor": {"The government"}, "place": {"Goma"}}, id="more than a declaration",
        ),
        pytest.param(
            "Uganda is supporting the Kenyan army in Goma.", "supporting", "Cooperation",
            {"actor": {"Uganda"}, "beneficiary": {"the Kenyan army"}, "place": {"Goma"}}, id="supporting an army",
        ),
        pytest.param(
            "Kenyan police made three arrests in Lisbon.", "arrests", "Arrest",
            {"actor": {"Kenyan police"}, "place": {"Lisbon"}}, id="arrests made",
        ),
        pytest.param(
            "An international conference is taking place in Lisbon.", "conference", "Meeting",
            {"place": {"Lisbon"}}, id="a conference that takes place",
        ),
        pytest.param(
            "Mali's insurgency began in 2012.", "insurgency", "Conflict", {"place": {"Mali"}}, id="where it is fought",
        ),
        pytest.param(
            "Rwanda called on Mali to attack Chad.", "attack", "Attack",
            {"actor": {"Mali"}, "target": {"Chad"}}, id="called on to do it",
        ),
        pytest.param(
            "Lena Ortiz welcomed Adama Barrow to Lisbon for talks.", "talks", "Meeting",
            {"actor": {"Lena Ortiz", "Adama Barrow"}}, id="welcomed for talks",
        ),
        pytest.param(
            "Kenya says that it has arrested smugglers.", "arrested", "Arrest",
            {"actor": {"Kenya"}, "target": {"smugglers"}}, id="people that no list has",
        ),
        pytest.param(
            "Two bombs exploded in Lisbon, killing ten and injuring 69 others.", "injuring", "Wounding",
            {"item": {"Two bombs"}, "target": {"69 others"}, "place": {"Lisbon"}}, id="the others",
        ),
        pytest.param(
            "Ministers denounced Lena Ortiz's remarks.", "remarks", "PublicStatement",
            {"actor": {"Lena Ortiz"}}, id="remarks of another",
        ),
        pytest.param(
            "Two warships were deployed to Mali.", "deployed", "Deployment",
            {"item": {"Two warships"}, "destination": {"Mali"}}, id="warships",
        ),
        pytest.param(
            "Forty migrants drowned in the Aegean Sea.", "drowned", "Killing",
            {"target": {"Forty migrants"}, "place": {"Aegean Sea"}}, id="drowned",
        ),
        pytest.param(
            "Rwanda was attacked by Uganda.", "attacked", "Attack",
            {"actor": {"Uganda"}, "target": {"Rwanda"}}, id="passive",
        ),
        pytest.param(
            "Two pilots were captured by Armenian forces.", "captured", "Capture",
            {"actor": {"Armenian forces"}, "target": {"Two pilots"}}, id="passive capture",
        ),
        pytest.param(
            "Two pilots were captured in Mali.", "captured", "Capture",
            {"target": {"Two pilots"}, "place": {"Mali"}}, id="passive without agent",
        ),
        pytest.param(
            "The soldiers captured by Rwanda were questioned.", "captured", "Capture",
            {"actor": {"Rwanda"}, "target": {"The soldiers"}}, id="participle",
        ),
        pytest.param(
            "The soldiers who were captured by Rwanda spoke to reporters.", "captured", "Capture",
            {"actor": {"Rwanda"}, "target": {"The soldiers"}}, id="relative, passive",
        ),
        pytest.param(
            "The troops who attacked the village left on Sunday.", "attacked", "Attack",
            {"actor": {"The troops"}, "place": {"the village"}}, id="relative, subject",
        ),
        pytest.param(
            "The bridge that the rebels destroyed was new.", "destroyed", "Attack",
            {"actor": {"the rebels"}, "place": {"The bridge"}}, id="relative, object",
        ),
        pytest.param(
            "Kenya and Uganda attacked Rwanda and Burundi.", "attacked", "Attack",
            {"actor": {"Kenya", "Uganda"}, "target": {"Rwanda", "Burundi"}}, id="coordination",
        ),
        pytest.param(
            "Rebels carried out an attack on the village.", "attack", "Attack",
            {"actor": {"Rebels"}, "place": {"the village"}}, id="support verb",
        ),
        pytest.param(
            "Uganda's invasion of Rwanda began in May.", "invasion", "Conflict",
            {"actor": {"Uganda"}, "target": {"Rwanda"}}, id="possessor",
        ),
        pytest.param(
            "The army is preparing to attack Rwanda.", "attack", "Attack",
            {"actor": {"The army"}, "target": {"Rwanda"}}, id="subject control",
        ),
        pytest.param(
            "Kenya ordered the police to arrest the mayor.", "arrest", "Arrest",
            {"actor": {"the police"}, "target": {"the mayor"}}, id="object control",
        ),
        pytest.param(
            "Iran supplied drones to Sudan.", "supplied", "ArmsTransfer",
            {"actor": {"Iran"}, "item": {"drones"}, "recipient": {"Sudan"}}, id="transfer of weapons",
        ),
        pytest.param(
            "Qatar supplied food to Sudan.", "supplied", "Transfer",
            {"actor": {"Qatar"}, "item": {"food"}, "recipient": {"Sudan"}}, id="transfer of goods",
        ),
        pytest.param(
            "Kenya has sent an engineering battalion to Mozambique.", "sent", "Deployment",
            {"actor": {"Kenya"}, "force": {"an engineering battalion"}, "destination": {"Mozambique"}}, id="deployment",
        ),
        pytest.param(
            "Norway's army withdrew from Mali.", "withdrew", "Return",
            {"force": {"Norway's army"}, "origin": {"Mali"}}, id="withdrawal",
        ),
        pytest.param(
            "A bomb exploded in Lisbon on Monday.", "exploded", "Attack",
            {"item": {"A bomb"}, "place": {"Lisbon"}}, id="explosion",
        ),
        pytest.param(
            "Canada imposed sanctions on Belarus.", "sanctions", "Sanction",
            {"actor": {"Canada"}, "target": {"Belarus"}}, id="sanctions",
        ),
        pytest.param(
            "India tested a ballistic missile on Thursday.", "tested", "WeaponsTest",
            {"actor": {"India"}, "item": {"a ballistic missile"}}, id="weapons test",
        ),
        pytest.param(
            "President Adama Barrow met Lena Ortiz in Lisbon.", "met", "Meeting",
            {"actor": {"Adama Barrow", "Lena Ortiz"}, "place": {"Lisbon"}}, id="meeting",
        ),
        pytest.param(
            "Tokyo and Beijing signed an agreement in Geneva.", "agreement", "Agreement",
            {"actor": {"Tokyo", "Beijing"}, "place": {"Geneva"}}, id="agreement",
        ),
        pytest.param(
            "King Felipe sent a letter to Emmanuel Macron.", "letter", "Message",
            {"actor": {"Felipe"}, "recipient": {"Emmanuel Macron"}}, id="letter",
        ),
    ],
)  # fmt: skip
def test_the_event_of_a_sentence(reading, text, trigger, type_, roles):
    found = reading(text)
    assert found.event(trigger).type == type_
    assert found.roles(trigger) == roles


def test_who_dies_is_a_member_and_not_the_party(reading):
    found = reading("Gunmen killed a senior member of the Green Coast Party.")
    assert found.roles("killed")["target"] == {"a senior member of the Green Coast Party"}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels did not claim responsibility for the attack on Nairobi.",
        "No group has claimed responsibility for the attack on Nairobi.",
        "The rebels did not participate in the attack on Nairobi.",
    ],
)
def test_who_had_no_part_in_it_is_no_actor(reading, text):
    assert "actor" not in reading(text).roles("attack")


def test_of_several_members_of_a_militia_it_is_no_target(reading):
    found = reading("Three members of the Coastal Front militia were arrested in Nairobi.")
    assert found.roles("arrested")["target"] == {"Three members of the Coastal Front militia"}


@pytest.mark.parametrize(
    ("text", "trigger", "role", "fillers"),
    [
        ("The arrest and trial of Daniel Osei shocked Kenya.", "trial", "target", {"Daniel Osei"}),
        ("The firing of the army chief was condemned.", "firing", "target", {"the army chief"}),
        ("The attack claimed the lives of nine soldiers.", "claimed", "target", {"nine soldiers"}),
        ("Nine people were killed and dozens injured.", "killed", "target", {"Nine people"}),
        ("Two men were killed and three injured in Goma.", "injured", "target", {"three"}),
        ("Omar Haddad won elections in Kenya and Uganda.", "won", "place", {"Kenya", "Uganda"}),
    ],
)
def test_what_is_listed_together_is_told_apart(reading, text, trigger, role, fillers):
    assert reading(text).roles(trigger)[role] == fillers


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "roles"),
    [
        ("Kenya called the charge a provocation.", "called", "PublicStatement", {"actor": {"Kenya"}}),
        ("The minister described the vote as a farce.", "described", "PublicStatement", {"actor": {"The minister"}}),
        ("The minister defended the raids.", "defended", "PublicStatement", {"actor": {"The minister"}}),
        ("The rebels lost 26 fighters.", "lost", "Killing", {"target": {"26 fighters"}}),
        ("The army and the rebels have been fighting since 1996.", "fighting", "Conflict",
         {"actor": {"The army", "the rebels"}}),
        ("Kenya is working closely with Uganda.", "working", "Cooperation", {"actor": {"Kenya", "Uganda"}}),
        ("The National Security Minister, John Michuki, defended the raids.", "defended", "PublicStatement",
         {"actor": {"John Michuki"}}),
        ("Turkey's partnership with Kenya has grown.", "partnership", "Cooperation", {"actor": {"Turkey", "Kenya"}}),
        ("A U.S. request for help was rejected.", "request", "Order", {"actor": {"U.S."}}),
        ("Kenya is accused of torturing prisoners.", "accused", "Accusation", {"about": {"Kenya"}}),
        ("Two diplomats are travelling to Alabama.", "travelling", "Visit",
         {"actor": {"Two diplomats"}, "destination": {"Alabama"}}),
    ],
)  # fmt: skip
def test_words_that_tell_of_a_class(reading, text, trigger, type_, roles):
    found = reading(text)
    assert found.event(trigger).type == type_
    assert roles.items() <= found.roles(trigger).items()


def test_whoever_is_called_on_a_day_is_asked_nothing(reading):
    assert not [e for e in reading("John Kerry called Sergey Lavrov on Monday.").events("called") if e.type == "Order"]


def test_a_vote_of_confidence_is_no_election(reading):
    assert not reading("The new cabinet won a vote of confidence.").events("won")


def test_who_acts_in_what_a_statement_says_does_not_make_it(reading):
    found = reading("John Hutton said in a statement that the Coastal Relief Fund is expanding.")
    assert found.roles("statement")["actor"] == {"John Hutton"}


def test_papers_to_be_released_are_nobody_set_free(reading):
    assert not reading("Officials found fake polls to be released by the opposition.").events("released")


def test_who_opens_fire_lights_none(reading):
    found = reading("Elsewhere in the capital of Kenya, gunmen opened fire on a convoy.")
    assert {e.type for e in found.extraction.events} == {"Attack"}


def test_exactly_counted_soldiers_can_be_sent(reading):
    found = reading("Kenya sent 400 soldiers to Mozambique on Tuesday.")
    assert found.event("sent").type == "Deployment"
    assert found.roles("sent")["destination"] == {"Mozambique"}


def test_a_word_without_the_roles_it_needs_is_no_event(reading):
    assert not reading("Critics attacked.").extraction.events


def test_a_trigger_word_in_a_name_is_no_event(reading):
    assert not reading("The War Museum in Lisbon opened on Monday.").events("War")


def test_two_names_in_one_sentence_are_no_event(reading):
    assert not reading("Uganda and Rwanda are countries.").extraction.events


def test_an_event_points_at_its_trigger(reading):
    text = "Uganda attacked Rwanda on Monday."
    assert reading(text).event("attacked").trigger.of(text) == "attacked"


def test_the_purpose_of_a_deployment_adds_who_gains(reading):
    found = reading("France sent troops to Mali to support the Malian army.")
    assert found.roles("sent")["beneficiary"] == {"the Malian army"}


def test_a_gerund_tagged_as_a_noun_is_its_own_word(reading):
    assert reading("Two men were hurt in shelling by Sudanese forces.").event("shelling").type == "Attack"


def test_a_preposition_taken_for_a_particle_still_gives_the_place(reading):
    found = reading("The Maltese tanker Orla was seized off Sicily by Italian customs officers.")
    assert found.roles("seized")["place"] == {"Sicily"}


def test_what_is_told_in_passing_is_no_event(reading):
    assert reading("The self-appointed president left for Chad.").events("appointed") == []


def test_who_is_in_talks_takes_part(reading):
    found = reading("General Motors is in talks with Chrysler.").roles("talks")["actor"]
    assert found == {"General Motors", "Chrysler"}


def test_a_barred_modifier_makes_it_another_word(reading):
    assert reading("Chad has a great deal with Niger.").events("deal") == []


@pytest.mark.parametrize("words", ["banned groups", "the exiled leader", "wounded soldiers"])
def test_what_somebody_merely_is_called_is_no_event(reading, words):
    assert reading(f"The mayor saw {words} in Lisbon.").extraction.events == ()


def test_a_participle_that_tells_more_is_an_event(reading):
    assert reading("The mayor saw soldiers wounded in Lisbon.").event("wounded").type == "Wounding"


def test_to_head_a_body_is_no_visit(reading):
    assert not reading("Omar Kirui heads the Coastal Relief Fund in Lisbon.").events("heads")


def test_an_audience_is_no_meeting(reading):
    assert reading("The mayor smiled at his audience.").extraction.events == ()


def test_whom_something_is_denied_is_told_nothing(reading):
    assert reading("Kenya denied refuge to the rebels.").extraction.events == ()


def test_who_went_on_trial_is_the_target(reading):
    assert reading("General Haddad went on trial in Tunis.").roles("trial")["target"] == {"Haddad"}


def test_weapons_are_deployed_too(reading):
    roles = reading("Russia has deployed missiles to Belarus, officials said.").roles("deployed")
    assert roles == {"actor": {"Russia"}, "item": {"missiles"}, "destination": {"Belarus"}}


def test_what_is_named_after_a_noun_of_its_kind_is_meant(reading):
    roles = reading("NATO member Turkey bought S-400 missiles from Russia in 2019.").roles("bought")
    assert roles["recipient"] == {"Turkey"}


def test_a_place_can_be_bombed_by_nobody_known(reading):
    assert reading("The port of Odesa was bombed on Friday.").roles("bombed") == {"place": {"Odesa"}}


def test_ships_are_attacked_by_drones(reading):
    assert reading("Two cargo ships were hit by drones near Odesa.").event("hit").type == "Attack"


def test_drills_of_one_state_are_a_deployment(reading):
    found = reading("China will hold live-fire drills near Taiwan next week.")
    assert (found.event("drills").type, found.roles("drills")["actor"]) == ("Deployment", {"China"})


def test_what_is_fired_at_somebody_is_an_attack(reading):
    assert reading("Police fired tear gas at protesters in Nairobi.").event("fired").type == "Attack"


def test_who_is_called_on_receives_the_order(reading):
    assert reading("Anna Roth called on the army to leave.").roles("called")["recipient"] == {"the army"}


def test_what_a_quake_struck_is_where_it_was(reading):
    found = reading("An earthquake struck eastern Afghanistan early Wednesday.")
    assert found.roles("earthquake") == {"place": {"eastern Afghanistan"}}


def test_a_lone_indirect_object_is_the_object(reading):
    found = reading("A Russian court sentenced journalist Evan Gershkovich to 16 years in prison.")
    assert found.roles("sentenced")["target"] == {"Evan Gershkovich"}


@pytest.mark.parametrize("how", ["of cancer in Lyon", "at the age of 91", "at home in Lyon", "from a long illness"])
def test_a_natural_death_is_no_killing(reading, how):
    assert reading(f"The painter died {how}.").extraction.events == ()


@pytest.mark.parametrize(
    "text",
    [
        "In addition to deploying troops in Mali, Chad has sent trucks.",
        "In addition to deploying troops in Mali this year, Chad offered to train policemen.",
        "Besides deploying troops in Mali, Chad trained policemen.",
    ],
)
def test_who_does_one_thing_besides_another_does_both(reading, text):
    assert reading(text).roles("deploying")["actor"] == {"Chad"}


@pytest.mark.parametrize(
    ("text", "beneficiary"),
    [
        ("Kenya sent troops to clear mines in Mozambique.", {"Mozambique"}),
        ("Kenya sent troops to rebuild bridges in Chad's Lake region.", {"Chad"}),
        ("Kenya deployed soldiers to rescue villagers in Libya.", {"Libya", "villagers in Libya"}),
        ("Kenya deployed soldiers to guard a port in Libya.", set()),
        ("Kenya sent troops to clear mines in Kenya's Lamu region.", set()),
    ],
)
def test_whose_land_is_cleared_or_rebuilt_is_helped(reading, text, beneficiary):
    trigger = "sent" if "sent" in text else "deployed"
    assert reading(text).roles(trigger).get("beneficiary", set()) == beneficiary


def test_all_who_are_accused_of_a_deed_do_it(reading):
    found = reading("Officials accused Iran and Lebanese militants of supplying rifles to rebels in Gao.")
    assert found.roles("supplying")["actor"] == {"Iran", "Lebanese militants"}


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Togo sent the patrol ship Kara to guard the port.", "sent", "Deployment"),
        ("Togo sent fighter jets to track the bomber.", "sent", "Deployment"),
        ("Benin scrambled three fighter jets near Cotonou.", "scrambled", "Deployment"),
        ("Mali sent rifles to Niger.", "sent", "ArmsTransfer"),
        ("Mali has also sent rifles and shells.", "sent", "ArmsTransfer"),
        ("Chad staged two days of war games.", "games", "Deployment"),
    ],
)
def test_craft_sent_to_do_something_are_handed_to_nobody(reading, text, trigger, type_):
    assert reading(text).event(trigger).type == type_


def test_a_cable_is_no_message(reading):
    assert reading("Benin guards the remaining cable to Togo.").extraction.events == ()


def test_whom_a_place_is_taken_from_is_the_target(reading):
    found = reading("The army recaptured the old fort in Gao from the rebels.").roles("recaptured")
    assert found["target"] == {"the rebels"}


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Togo is recruiting Malians to carry out attacks.", "attacks", {"Malians"}),
        ("Togo used drones to attack Mali.", "attack", {"Togo"}),
    ],
)
def test_who_is_pressed_or_paid_to_do_it_is_who_does_it(reading, text, trigger, actor):
    assert reading(text).roles(trigger)["actor"] == actor


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        pytest.param(
            "Kenya put the trading firm Ora Ltd under sanctions.",
            "put",
            {"actor": {"Kenya"}, "target": {"Ora Ltd"}},
            id="put under sanctions",
        ),
        pytest.param(
            "A roadside bomb near Kigali wounded six guards.",
            "wounded",
            {"item": {"A roadside bomb"}, "target": {"six guards"}, "place": {"Kigali"}},
            id="where the bomb was",
        ),
        pytest.param(
            "Police arrested Omar Haddad over clashes in Goma.",
            "arrested",
            {"actor": {"Police"}, "target": {"Omar Haddad"}},
            id="not where the cause was",
        ),
    ],
)
def test_roles_told_around_a_verb(reading, text, trigger, roles):
    assert reading(text).roles(trigger) == roles


def test_who_appeals_against_a_sentence_orders_nothing(reading):
    assert reading("The smuggler will appeal against the sentence.").extraction.events == ()


def test_a_capture_that_is_only_claimed_is_reported(reading):
    assert reading("Rebels claim capture of a military headquarters.").sources("capture") == {"Rebels"}


@pytest.mark.parametrize(
    ("text", "trigger", "type_"),
    [
        ("Two tankers were sunk off Mombasa on Monday.", "sunk", "Attack"),
        ("Two tankers sank off Mombasa on Monday.", "sank", "Accident"),
        ("Two tankers were sunk in a storm off Mombasa.", "sunk", "Accident"),
        ("Three helicopters were shot down over Mali.", "shot", "Attack"),
        ("A hospital in Goma was looted on Monday.", "looted", "Attack"),
        ("A car bomb went off outside a mosque in Goma.", "went", "Attack"),
        ("Shots were fired outside the embassy of Mali in Goma.", "fired", "Attack"),
        ("Gunfire was heard near the palace in Goma on Monday.", "Gunfire", "Attack"),
        ("A court jailed Omar Bello for six years.", "jailed", "Sentence"),
        ("Police jailed Omar Bello on Monday.", "jailed", "Arrest"),
        ("North Korea conducted a nuclear test in October.", "test", "WeaponsTest"),
        ("North Korea test-fired a missile into the sea.", "fired", "WeaponsTest"),
        ("Hezbollah fired 60 rockets into northern Israel.", "fired", "Attack"),
        ("Kenya will send 1,000 police officers to Haiti.", "send", "Deployment"),
        ("Chad has shipped more than 20,000 containers of munitions to Mali.", "shipped", "ArmsTransfer"),
        ("Voters in Moldova re-elected Maia Sandu.", "elected", "Election"),
        ("The African Union suspended Mali on Monday.", "suspended", "Sanction"),
        ("At least 40,000 people have been made homeless in Mali.", "made", "Displacement"),
        ("Kenya sent a frigate to Somalia.", "sent", "Deployment"),
        ("Ten men were hurt in a blast in Goma.", "hurt", "Wounding"),
        ("Nine families fled the fighting in Goma.", "fled", "Displacement"),
        ("Kenya's president fired two ministers.", "fired", "Dismissal"),
    ],
)
def test_what_a_verb_means_depends_on_what_it_is_told_with(reading, text, trigger, type_):
    assert reading(text).event(trigger).type == type_


@pytest.mark.parametrize(
    "text",
    [
        "Kenya withdrew its delegation from the talks in Goma.",
        "A group calling itself the Sons of Gao fled.",
        "The minister won 109 votes in parliament.",
        "It was part of an effort to hit a base in Goma.",
        "Kenya's standoff with Somalia over its nuclear program deepened.",
        "NASA landed its Phoenix probe in Florida.",
        "The president is destroying his country.",
        "Airbus clinched an order for ten jets on Monday.",
        "A price war could hurt both companies.",
        "The crisis is hurting people in Kenya.",
        "A late strike by Omar Bello won the cup.",
        "Kenya United shot down their rivals on Saturday.",
        "A defender was sent off after a clash with Omar Bello.",
    ],
)
def test_words_that_look_like_a_deed_are_none(reading, text):
    found = {e.trigger.of(text) for e in reading(text).extraction.events}
    assert found.isdisjoint({"withdrew", "calling", "won", "hit", "standoff", "probe", "destroying"})
    assert found.isdisjoint({"order", "hurt", "hurting", "strike", "shot", "clash"})


def test_a_past_tense_beside_a_passive_may_be_done_to_its_subject(reading):
    found = reading("Nine men were dragged away and executed by rebels.")
    assert "Nine men" in found.roles("executed")["target"]


def test_a_death_toll_counts_those_killed_by_then(reading):
    event = reading("The death toll rose to 14 on Monday, officials said.").event("rose")
    assert (event.type, event.counts[0].quantity.minimum) == ("Killing", 14)
    assert (event.time.not_before, str(event.time.not_after)) == (None, "2024-05-13")


def test_who_clashes_with_somebody_unheard_of_clashes(reading):
    event = reading("Kenya's army clashed with the rebel Front for Renewal on Monday.").event("clashed")
    assert event.type == "Conflict"


def test_what_is_named_with_something_is_not_called_on(reading):
    assert "Order" not in {e.type for e in reading('Omar Bello called it "sad" on Reuters.').extraction.events}


def test_a_state_before_a_blast_is_where_it_was(reading):
    assert reading("Ten soldiers were wounded in a Mali blast.").roles("blast") == {"place": {"Mali"}}
