"""Attribution: who says it, through whom, how firmly, and in which words."""

import pytest

from kg.model import Modality

SENT = "Norway sent troops to Mali"


@pytest.fixture
def claim(reading):
    """The one claim of the event of a trigger, as (modality, sources, via, cue)."""

    def find(text: str, trigger: str):
        found = reading(text)
        (first, *_) = found.event(trigger).claims
        via = found.words(first.via) if first.via else None
        return first.modality, {found.words(s) for s in first.sources}, via, first.cue

    return find


# ---------------------------------------------------------------- speakers


def test_a_plain_sentence_is_the_articles_own_voice(claim):
    assert claim(f"{SENT} on Monday.", "sent") == (Modality.ASSERTED, set(), None, None)


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The government said that Norway had sent troops to Mali.", "The government", "said"),
        ("Norway sent troops to Mali, the government said.", "the government", "said"),
        ("Norway sent troops to Mali, said Lena Ortiz.", "Lena Ortiz", "said"),
        ("Kenya confirmed that Norway had sent troops to Mali.", "Kenya", "confirmed"),
        ("Lena Ortiz told reporters that Norway had sent troops to Mali.", "Lena Ortiz", "told"),
        ("Norway sent troops to Mali, according to Lena Ortiz.", "Lena Ortiz", "according"),
        ("According to officials, Norway sent troops to Mali.", "officials", "According"),
    ],
)
def test_the_speaker_of_a_report(claim, text, source, cue):
    assert claim(text, "sent") == (Modality.REPORTED, {source}, None, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Norway sent troops to Mali to fight for Chad, according to officials, as the talks went on.",
        "Norway sent troops to Mali to clear mines, according to officials, while Kenya sent none.",
        "Norway sent troops to Mali to rebuild a bridge, according to officials, after the river rose.",
    ],
)
def test_what_stands_between_commas_tells_of_the_whole_sentence(claim, text):
    assert claim(text, "sent")[1] == {"officials"}


def test_speakers_joined_by_and_are_all_sources(claim):
    text = "Kenya and Uganda said that Norway had sent troops to Mali."
    assert claim(text, "sent")[1] == {"Kenya", "Uganda"}


def test_who_is_told_is_no_source(claim):
    assert claim("Officials told Reuters that Norway had sent troops to Mali.", "sent")[1] == {"Officials"}


def test_the_speaker_is_no_source_of_the_speaking(reading):
    found = reading("Lena Ortiz told reporters that Norway had sent troops to Mali.")
    assert found.sources("told") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Norway sent troops to Mali, Reuters said, citing officials.",
        "Reuters said, citing officials, that Norway had sent troops to Mali.",
        "Reuters reported that Norway had sent troops to Mali, citing officials.",
    ],
)
def test_who_is_cited_is_the_source_and_the_medium_the_way(claim, text):
    assert claim(text, "sent") == (
        Modality.REPORTED,
        {"officials"},
        "Reuters",
        "said" if "said" in text else "reported",
    )


def test_a_speech_verb_whose_speaker_is_unknown_still_makes_it_a_report(claim):
    """ "A source said ..." is never the article's own voice."""
    assert claim("It was reported that Norway had sent troops to Mali.", "sent")[0] is not Modality.ASSERTED


# ---------------------------------------------------------------- modality


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Norway did not send troops to Mali.", "send", Modality.DENIED),
        ("Norway never sent troops to Mali.", "sent", Modality.DENIED),
        ("Norway denied that it had sent troops to Mali.", "sent", Modality.DENIED),
        ("Norway denied sending troops to Mali.", "sending", Modality.DENIED),
        ("The mayor denied the attack on Rwanda.", "attack", Modality.DENIED),
        ("There was no attack on Rwanda.", "attack", Modality.DENIED),
        ("Norway will send troops to Mali.", "send", Modality.PLANNED),
        ("Norway plans to send troops to Mali.", "send", Modality.PLANNED),
        ("Norway wants to send troops to Mali.", "send", Modality.PLANNED),
        ("Norway promised to send troops to Mali.", "send", Modality.PLANNED),
        ("The president ordered the army to send troops to Mali.", "send", Modality.PLANNED),
        ("Norway is ready to send troops to Mali.", "send", Modality.PLANNED),
        ("Angela Merkel and Lena Ortiz are due to meet in Moscow on Thursday.", "meet", Modality.PLANNED),
        ("Norway called for the release of the hostages.", "release", Modality.PLANNED),
        ("Norway is believed to have sent troops to Mali.", "sent", Modality.SPECULATIVE),
        ("Three guards believed to have killed a clerk were arrested.", "killed", Modality.SPECULATIVE),
        ("Norway may send troops to Mali.", "send", Modality.SPECULATIVE),
        ("Norway reportedly sent troops to Mali.", "sent", Modality.SPECULATIVE),
        ("Norway has probably sent troops to Mali.", "sent", Modality.SPECULATIVE),
    ],
)
def test_how_firmly_it_is_said(claim, text, trigger, modality):
    assert claim(text, trigger)[0] is modality


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("The president said Norway would send troops to Mali.", "send", Modality.PLANNED),
        ("The president said Norway had not sent troops to Mali.", "sent", Modality.DENIED),
        ("The president said Norway may have sent troops to Mali.", "sent", Modality.SPECULATIVE),
    ],
)
def test_a_report_keeps_the_modality_of_what_is_reported(claim, text, trigger, modality):
    assert claim(text, trigger)[:2] == (modality, {"The president"})


@pytest.mark.parametrize(
    "text",
    [
        "Did Norway send troops to Mali?",
        "If Norway sends troops to Mali, Kenya will leave.",
        "Kenya will leave unless Norway sends troops to Mali.",
    ],
)
def test_a_question_or_a_condition_is_no_event(reading, text):
    assert not [e for e in reading(text).extraction.events if e.type == "Deployment"]


def test_a_hedge_on_the_whole_says_nothing_of_what_a_noun_phrase_presumes(claim):
    assert claim("The troops who attacked Rwanda may leave Mali.", "attacked")[0] is Modality.ASSERTED


# ---------------------------------------------------------------- words


CUED = [
    ("Norway is believed to have sent troops to Mali.", "sent"),
    ("Norway sent troops to Mali, according to Lena Ortiz.", "sent"),
    ("Norway reportedly sent troops to Mali.", "sent"),
    ("“Norway has sent troops to Mali,” the president said.", "sent"),
]


@pytest.mark.parametrize(("text", "trigger"), CUED)
def test_cue_and_evidence_are_literal(reading, text, trigger):
    for claim in reading(text).event(trigger).claims:
        evidence = [s.of(text) for s in claim.spans]
        assert evidence
        assert claim.cue is not None
        assert any(claim.cue in words for words in evidence)


def test_a_claim_is_as_of_the_day_of_the_article(reading):
    found = reading(f"{SENT} on Monday.")
    assert {c.as_of for c in found.event("sent").claims} == {found.document.reference_date}


@pytest.mark.parametrize(
    "text",
    [
        "Authorities are unable to confirm the attack on Cairo.",
        "The army has not confirmed the attack on Cairo.",
        "The army did not say that Norway had sent troops to Mali.",
        "The army has neither confirmed nor denied the attack on Cairo.",
        "The army declined to confirm the attack on Cairo.",
    ],
)
def test_what_a_source_does_not_say_is_nobodys_claim(reading, text):
    found = reading(text)
    assert not found.events("attack")
    assert not found.events("sent")


def test_who_speaks_through_a_newspaper_is_the_source(reading):
    found = reading("The blast killed nine people, said Samir Haddad, according to the newspaper Al-Sahil.")
    assert found.sources("killed") == {"Samir Haddad"}


def test_reports_of_a_deed_are_only_reports(reading):
    (claim,) = reading("Officials in Cairo played down reports of an attack on the airport.").event("attack").claims
    assert (claim.modality, claim.sources) == (Modality.REPORTED, ())


def modality(reading, text: str, trigger: str) -> Modality:
    return reading(text).event(trigger).claims[0].modality


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Police did not intervene, and the hostages were released unharmed.", "released", Modality.ASSERTED),
        ("Chad will stay away until Niger lifts its sanctions on Mali.", "lifts", Modality.PLANNED),
        ("Chad stayed away until Niger lifted its sanctions on Mali.", "lifted", Modality.ASSERTED),
        ("Troops will leave before Angela Merkel visits Ghana.", "visits", Modality.PLANNED),
    ],
)
def test_how_firmly_beside_another_clause(reading, text, trigger, expected):
    assert modality(reading, text, trigger) is expected


@pytest.mark.parametrize("text", ["No soldiers were killed, officials said.", "Rebels killed no soldiers in Mali."])
def test_what_happened_to_nobody_is_denied(reading, text):
    assert modality(reading, text, "killed") is Modality.DENIED


def test_who_denies_a_charge_does_not_make_it(reading):
    found = reading("Moscow has long accused Kyiv of shelling civilians, a charge Ukraine denies.")
    assert found.sources("accused") == set()
    assert found.sources("shelling") == {"Moscow"}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A court ordered the arrest of Jan Roth on Monday.", "arrest"),
        ("Poland's prime minister Donald Tusk is to visit Kyiv on Friday.", "visit"),
        ("Kenya demanded in May that Ugandan forces withdraw from Migingo.", "withdraw"),
        ("Angela Merkel and Emmanuel Macron are due to meet in Lisbon on Thursday.", "meet"),
        ("President Omar Teal refused demands that he resign.", "resign"),
    ],
)
def test_what_is_ordered_or_to_come_is_planned(reading, text, trigger):
    assert modality(reading, text, trigger) is Modality.PLANNED


def test_who_claims_to_have_done_it_says_so(reading):
    text = "The rebels claimed to have killed 20 soldiers in Mali."
    assert reading(text).sources("killed") == {"The rebels"}
    assert modality(reading, text, "killed") is Modality.REPORTED


def test_a_denial_reaches_through_any_of(reading):
    text = "The ministry denied that any of its soldiers had been killed."
    assert modality(reading, text, "killed") is Modality.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "The ministry of Norway said troops had left Mali. The statement added that rebels attacked Rwanda.",
        "A statement by the ministry said rebels attacked Rwanda.",
        "The ministry's statement said rebels attacked Rwanda.",
    ],
)
def test_a_statement_says_what_its_author_says(claim, text):
    modality, sources = claim(text, "attacked")[:2]
    assert modality is Modality.REPORTED
    assert {s.lower().removeprefix("the ") for s in sources} & {"ministry", "ministry of norway"}


def test_a_statement_of_nobody_known_has_no_author(claim):
    assert claim("A statement said rebels attacked Rwanda.", "attacked")[:2] == (Modality.REPORTED, set())


def test_who_accuses_somebody_says_that_he_did_it(reading):
    text = "Kenya accused the army of Somalia of killing nine soldiers."
    assert reading(text).sources("killing") == {"Kenya"}


def test_what_reports_tell_is_not_said_by_who_answers_them(reading):
    text = "Prosecutors say they are investigating a man after reports that Kenya attacked Somalia."
    assert reading(text).sources("attacked") == set()
    assert modality(reading, text, "attacked") is Modality.REPORTED


def test_a_plan_governs_nothing_that_is_only_told_in_a_phrase_inside_it(reading):
    text = "Lena Ortiz demanded that Kenya withdraw from the port that Somalia attacked in 2017."
    assert modality(reading, text, "withdraw") is Modality.PLANNED
    assert modality(reading, text, "attacked") is Modality.REPORTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali denied the claims of the envoy, who was killed on Monday.", Modality.ASSERTED),
        ("Omar Teal denied meeting the man who killed his brother.", Modality.ASSERTED),
        ("The group denied reports of an attack that killed nine people.", Modality.DENIED),
    ],
)
def test_a_denial_reaches_nothing_that_is_told_besides_of_somebody_known(reading, text, expected):
    assert modality(reading, text, "killed") is expected


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Kenya has sent troops to support Chad in its war against Mali, officials said.", set()),
        ("Officials said that a war between Chad and Mali had begun.", {"Officials"}),
    ],
)
def test_a_war_taken_as_known_is_told_by_the_article_itself(reading, text, voice):
    assert reading(text).sources("war") == voice


def test_who_vows_to_do_something_does_not_report_what_stands_before(claim):
    assert claim("Norway attacks Rwanda, Kenya vows to fight on.", "attacks")[:2] == (Modality.ASSERTED, set())


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("The army was accused by rights groups of killing nine villagers.", "killing", "rights groups"),
        ("Kenya accused Somalia and Lebanese militants of killing nine villagers.", "killing", "Kenya"),
        (
            "Two soldiers were killed, according to a statement by the interior ministry.",
            "killed",
            "the interior ministry",
        ),
        ("The ministry said in a statement that rebels had killed nine villagers.", "killed", "The ministry"),
        ('"Our fighters killed nine soldiers," the commander, Ali Hassan, said.', "killed", "Ali Hassan"),
        ("Pentagon: Airstrikes killed nine militants", "killed", "Pentagon"),
        ("Rebels seize airport in Tripoli: mayor", "seize", "mayor"),
    ],
)
def test_who_says_it_in_other_constructions(reading, text, trigger, source):
    assert reading(text).sources(trigger) == {source}
    assert modality(reading, text, trigger) is Modality.REPORTED


def test_who_is_accused_did_it(reading):
    assert reading("Kenya has been accused by Somalia of killing nine men.").roles("killing")["actor"] == {"Kenya"}


def test_who_is_quoted_as_saying_it_is_the_source_and_who_quotes_the_way(claim):
    text = "State media quoted the president as saying that Norway had sent troops to Mali."
    assert claim(text, "sent") == (Modality.REPORTED, {"the president"}, "State media", "saying")


def test_where_a_headline_comes_from_says_nothing(claim):
    assert claim("Syria: rebels seize airport", "seize")[:2] == (Modality.ASSERTED, set())


def test_how_a_charge_is_answered_is_told_by_the_article(reading):
    text = "The opposition claims the police killed nine protesters, a charge the government denies."
    assert reading(text).sources("denies") == set()
    assert reading(text).sources("killed") == {"The opposition"}


def test_a_charge_rejected_by_somebody_is_rejected_in_the_articles_own_voice(reading):
    text = "The rebels say they have killed nine soldiers, a claim rejected by the army."
    assert reading(text).sources("rejected") == set()


def test_that_somebody_was_quoted_is_told_by_who_quotes(reading):
    text = "Russia's Interfax news agency quoted Lena Ortiz as saying the country was freezing a contract."
    assert reading(text).sources("saying") == {"Interfax"}


def test_who_dismisses_reports_denies_what_they_tell(reading):
    text = "Kenya dismissed reports that it had bombed the camp."
    assert modality(reading, text, "bombed") is Modality.DENIED
    assert reading(text).sources("bombed") == {"Kenya"}


def test_who_is_denied_something_says_nothing(reading):
    text = "The plan will deny the militants a haven to plot attacks against Kenya."
    assert modality(reading, text, "attacks") is Modality.PLANNED


def test_a_statement_is_not_its_own_source(reading):
    text = "Two soldiers were killed, according to a statement by the interior ministry."
    assert reading(text).sources("statement") == set()


def test_who_says_something_else_after_a_semicolon_is_not_the_source(reading):
    found = reading("The minister said 192 soldiers were killed in Mali; the rebels put their own losses at 213.")
    assert found.sources("killed") == {"The minister"}
    assert found.sources("said") == set()


def test_what_follows_a_semicolon_is_told_by_itself(reading):
    found = reading("Kenya denied that it had sold rifles; Uganda's minister, Ali Noor, said in a speech that it had.")
    assert found.sources("speech") == found.sources("denied") == set()
    assert [link for link, _ in found.event("denied").links] == ["about"]


def test_who_dismisses_a_cabinet_denies_nothing(reading):
    found = reading("On 14 January 2011, the same day President Bello dismissed the government, he fled to Kenya.")
    assert found.event("fled").claims[0].modality is Modality.ASSERTED
