"""Mentions: names, descriptions, demonyms, metonyms and acronyms of plain sentences, on their exact words."""

import pytest

from kg.extract import cues
from kg.extract.lexicon import lexicon
from kg.extract.mentions import Mentions
from kg.model import Kind, NamedSpan

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


@pytest.mark.parametrize(
    "text",
    [
        "Seoul has sent a warship to Busan.",
        "Tokyo accused Seoul of lying.",
        "An agreement between Tokyo and Seoul was signed.",
        "Seoul's troops have left Mali.",
    ],
)
def test_a_capital_that_acts_stands_for_its_state(reading, text):
    assert {(m.type, m.kind) for m in reading(text).named("Seoul")} == {("State", Kind.METONYM)}


@pytest.mark.parametrize(
    "text",
    [
        "The concert took place in Seoul on Monday.",
        "The minister flew to Seoul on Monday.",
        "The fair opened near Seoul.",
        "Seoul's airport was closed.",
    ],
)
def test_a_capital_in_place_is_a_city(reading, text):
    assert {(m.type, m.kind) for m in reading(text).named("Seoul")} == {("Settlement", Kind.NAME)}


def test_a_capital_that_is_said_to_be_one_is_a_city(reading):
    assert reading("Nairobi is the capital of Kenya.").types("Nairobi") == {"Settlement"}


def test_a_person_with_the_name_of_a_state_is_a_person(reading):
    assert reading("Jordan Miller visited Kenya on Monday.").types("Jordan Miller") == {"Person"}


BANK = """
The     the     DET   DT  3 det
Central Central PROPN NNP 3 compound
Bank    Bank    PROPN NNP 6 nsubj
of      of      ADP   IN  5 case
Kenya   Kenya   PROPN NNP 3 nmod
closed  close   VERB  VBD 0 root
"""


def test_a_state_inside_a_longer_name_is_part_of_it(tree, document, ontology):
    made = tree(BANK, (NamedSpan(1, 5, "Organization", 0.9),))
    article = document(" ".join(t.text for t in made.tokens))
    found = Mentions(article, [made], lexicon(ontology), cues.load())
    assert [m.text for m in found.all.values()] == ["Central Bank of Kenya"]


def test_the_title_before_a_name_is_not_part_of_it(reading):
    found = reading("Norwegian Prime Minister Jonas Lindqvist visited Kenya on Monday.")
    assert found.types("Jonas Lindqvist") == {"Person"}
    assert found.types("Norwegian") == {"State"}


def test_the_united_nations_are_no_state(reading):
    types = {
        m.type
        for m in reading("The United Nations sent food to Sudan.").article.mentions.all.values()
        if "Nations" in m.text
    }
    assert types <= {"Organization", "GovernmentBody"}
    assert types


# ---------------------------------------------------------------- apposition, acronyms, counting nouns


def test_an_apposition_names_the_same_thing(reading):
    found = reading("Elena Marsh, the head of the Northern Fishing Association, met officials in Lisbon.")
    (head,) = (m for m in found.article.mentions.all.values() if m.text.startswith("the head"))
    assert found.article.mentions[head.antecedent].text == "Elena Marsh"


def test_an_ally_of_a_state_is_not_that_state(reading):
    found = reading("Belarus is a close ally of Russia.")
    assert all(m.antecedent is None for m in found.article.mentions.all.values())


def test_a_town_is_the_town_of_its_name(reading):
    found = reading("Ethiopian troops entered the border town of Moyale.")
    (town,) = (m for m in found.article.mentions.all.values() if m.text.startswith("the border town"))
    assert found.article.mentions[town.antecedent].text == "Moyale"


def test_a_bracketed_acronym_is_the_name_before_it(reading):
    found = reading("The International Atomic Energy Agency (IAEA) sent inspectors to Iran.")
    (short,) = found.named("IAEA")
    assert found.article.mentions[short.antecedent].text == "International Atomic Energy Agency"


def test_a_counting_noun_is_seen_through(reading):
    found = reading("Rwanda captured thousands of troops in Mali.")
    assert found.roles("captured")["target"] == {"troops"}


@pytest.mark.parametrize(
    ("text", "number", "form"),
    [
        ("Gunmen killed 12 police officers and wounded 30 in Quetta.", "30", "30 police officers"),
        ("At least 25 people are dead and dozens injured, officials said.", "dozens", "dozens of people"),
    ],
)
def test_a_bare_number_is_of_people_like_those_counted_last(reading, text, number, form):
    (found,) = reading(text).named(number)
    assert (found.form, found.antecedent) == (form, None)


def test_one_name_has_one_class_in_an_article(reading):
    text = "Petra Novak met officials in Lisbon. Novak left Lisbon on Monday. Officials thanked Novak."
    assert reading(text).types("Novak") == {"Person"}


def test_a_name_found_once_is_known_wherever_the_article_repeats_it(reading):
    text = "The Chad Tribune newspaper said on Monday that troops had left.\n\nGuelta, wrote Chad Tribune, is calm."
    names = [m for m in reading(text).article.mentions.all.values() if m.text == "Chad Tribune"]
    assert len(names) == 2
    assert len({m.type for m in names}) == 1


def test_a_capital_once_read_as_a_town_may_still_stand_for_its_state(reading):
    text = "Officials met in Nairobi on Monday.\n\nNairobi has sent troops to Haiti."
    kinds = [m.kind for m in reading(text).article.mentions.all.values() if m.text == "Nairobi"]
    assert kinds == [Kind.NAME, Kind.METONYM]


def test_coordinated_modifiers_belong_to_the_phrase(reading):
    found = reading("The rebels left the border, according to Polish and Western intelligence sources.")
    assert found.named("Polish and Western intelligence sources")


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("The trawler Grey Heron left Ostend.", "Grey Heron", "Vessel"),
        ("HMS Thornback left Gibraltar on Monday.", "HMS Thornback", "Vessel"),
        ("The Panama-flagged tanker Orla was being held at the port of Bari.", "Orla", "Vessel"),
        ("U.N. sanctions on Eritrea were lifted.", "U.N.", "Organization"),
    ],
)
def test_names_known_by_what_stands_beside_them(reading, text, name, type_):
    assert reading(text).types(name) == {type_}


def test_a_ship_is_a_ship_wherever_the_article_names_it(reading):
    text = "The tanker Orla was seized off Malta. The Orla belongs to a company in Bari."
    assert reading(text).types("Orla") == {"Vessel"}


def test_a_blast_of_a_bomb_is_no_bomb(reading):
    assert reading("A bomb blast in Cairo killed 25 people.").named("A bomb blast in Cairo") == []


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
