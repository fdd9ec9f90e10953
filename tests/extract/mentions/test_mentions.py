"""Mentions: names, descriptions, demonyms, metonyms and acronyms of plain sentences, on their exact words."""

import pytest

from kg.model import Kind

SENTENCES = [
    "Kenya's army has sent an engineering battalion to Mozambique.",
    "Elena Marsh, the head of the Northern Fishing Association, met two officers in Lisbon.",
    "The Norwegian prime minister’s plane landed in Oslo 😀 on Monday.",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_offsets_are_literal(reading, text):
    found = reading(text).article.mentions.all.values()
    assert found
    assert all(m.span.of(text) == m.text for m in found)


@pytest.mark.parametrize("text", SENTENCES)
def test_an_id_holds_the_document_and_the_offsets(reading, text):
    article = reading(text)
    assert all(
        m.id == f"{article.document.id}:{m.span.start}-{m.span.end}" for m in article.article.mentions.all.values()
    )


@pytest.mark.parametrize("text", SENTENCES)
def test_every_antecedent_kept_exists(reading, text):
    mentions = {m.id: m for m in reading(text).extraction.mentions}
    assert all(m.antecedent is None or m.antecedent in mentions for m in mentions.values())


def test_mentions_kept_come_in_order_of_the_text(reading):
    spans = [m.span for m in reading(SENTENCES[1]).extraction.mentions]
    assert spans == sorted(spans)


# ---------------------------------------------------------------- classes and kinds


@pytest.mark.parametrize(
    ("text", "words", "type_", "kind"),
    [
        ("Uganda closed its border with Rwanda.", "Uganda", "State", Kind.NAME),
        ("Petra Novak, a teacher, won the election in Lisbon.", "Petra Novak", "Person", Kind.NAME),
        ("The trial opened in Lisbon on Monday.", "Lisbon", "Settlement", Kind.NAME),
        ("Norwegian troops left Mali.", "Norwegian", "State", Kind.DEMONYM),
        ("Norwegian troops left Mali.", "Norwegian troops", "MilitaryUnit", Kind.NOMINAL),
        ("The Norwegians attacked Mali.", "Norwegians", "Group", Kind.NOMINAL),
        ("Kenya sent an engineering battalion to Mali.", "an engineering battalion", "MilitaryUnit", Kind.NOMINAL),
        ("Iran supplied drones to Sudan.", "drones", "Weapon", Kind.NOMINAL),
        ("Gunmen killed two doctors on Monday.", "two doctors", "Group", Kind.NOMINAL),
        ("Gunmen killed a doctor on Monday.", "a doctor", "Person", Kind.NOMINAL),
        ("Gunmen killed two soldiers on Monday.", "two soldiers", "Group", Kind.NOMINAL),
        ("Rebels attacked the village on Sunday.", "the village", "Settlement", Kind.NOMINAL),
        ("The rights group accused Mali of torture.", "The rights group", "Organization", Kind.NOMINAL),
        ("The state news agency said Mali had won.", "The state news agency", "MediaOrganization", Kind.NOMINAL),
        ("Kenya sent its troops to Mali.", "its", "State", Kind.PRONOUN),
    ],
)
def test_the_class_and_kind_of_a_mention(reading, text, words, type_, kind):
    assert {(m.type, m.kind) for m in reading(text).named(words)} == {(type_, kind)}


# ---------------------------------------------------------------- apposition, acronyms, counting nouns


def test_a_bracketed_acronym_is_the_name_before_it(reading):
    found = reading("The International Atomic Energy Agency (IAEA) sent inspectors to Iran.")
    (short,) = found.named("IAEA")
    assert found.article.mentions[short.antecedent].text == "International Atomic Energy Agency"


def test_a_counting_noun_is_seen_through(reading):
    found = reading("Rwanda captured thousands of troops in Mali.")
    assert found.roles("captured")["target"] == {"troops"}


@pytest.mark.parametrize("part", ["on the outskirts", "in the centre", "in the heart", "at the edge"])
def test_a_part_of_a_town_is_in_the_town(reading, part):
    found = reading(f"A bomber blew up his car {part} of Mosul.")
    assert found.roles("blew")["place"] == {"Mosul"}


def test_one_name_has_one_class_in_an_article(reading):
    text = "Petra Novak met officials in Lisbon. Novak left Lisbon on Monday. Officials thanked Novak."
    assert reading(text).types("Novak") == {"Person"}


def test_a_ship_is_a_ship_wherever_the_article_names_it(reading):
    text = "The tanker Orla was seized off Malta. The Orla belongs to a company in Bari."
    assert reading(text).types("Orla") == {"Vessel"}


def test_the_north_is_the_state_whose_name_begins_so(reading):
    found = reading("North Macedonia closed its border. Greece criticised the North on Monday.")
    north = next(m for m in found.named("North"))
    assert (north.type, found.root(north.id).text) == ("State", "North Macedonia")


def test_the_north_of_no_state_is_no_state(reading):
    assert "State" not in reading("Rebels fled to the North. Mali closed its border.").types("North")


def test_a_pronoun_is_kept_only_with_what_it_stands_for(reading):
    found = reading("Lamps flickered because they were old. Marta Oliveira won the election in Porto.")
    kept = {m.id for m in found.extraction.mentions}
    assert all(m.antecedent is None or m.antecedent in kept for m in found.extraction.mentions)
    assert "they" not in {m.text for m in found.extraction.mentions}


def test_the_number_of_a_ship_in_brackets_is_the_ship(reading):
    found = reading("The frigates HMS Thornback (L 12) and HMS Dunlin left Ostend.")
    assert {found.root(m.id).text for m in found.named("L 12")} <= {"HMS Thornback"}


def test_a_ship_that_one_sentence_tells_of_is_known_in_the_others(reading):
    text = (
        "The tanker Ora Star was seen in waters off Oslo on Monday, the navy said in a statement.\n\n"
        "Ora Star is registered in the Marshall Islands, according to officials in the port."
    )
    assert [m.type for m in reading(text).named("Ora Star")] == ["Vessel", "Vessel"]
