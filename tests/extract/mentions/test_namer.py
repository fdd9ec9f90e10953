"""Names: what they are of, by the words in and beside them, and where else the article uses them."""

import pytest

from kg.extract import cues
from kg.extract.lexicon import lexicon
from kg.extract.mentions import Mentions
from kg.model import Kind, NamedSpan


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


def test_the_title_before_a_name_is_not_part_of_it(reading):
    found = reading("Norwegian Prime Minister Jonas Lindqvist visited Kenya on Monday.")
    assert found.types("Jonas Lindqvist") == {"Person"}
    assert found.types("Norwegian") == {"State"}


def test_a_name_found_once_is_known_wherever_the_article_repeats_it(reading):
    text = "The Chad Tribune newspaper said on Monday that troops had left.\n\nGuelta, wrote Chad Tribune, is calm."
    names = [m for m in reading(text).article.mentions.all.values() if m.text == "Chad Tribune"]
    assert len(names) == 2
    assert len({m.type for m in names}) == 1


def test_a_capital_once_read_as_a_town_may_still_stand_for_its_state(reading):
    text = "Officials met in Nairobi on Monday.\n\nNairobi has sent troops to Haiti."
    kinds = [m.kind for m in reading(text).article.mentions.all.values() if m.text == "Nairobi"]
    assert kinds == [Kind.NAME, Kind.METONYM]


def test_a_state_of_a_state_is_a_region(reading):
    assert reading("Floods closed two roads in Sokoto state on Monday.").types("Sokoto state") == {"Region"}


CITY = """
They   they   PRON  PRP 2 nsubj
left   leave  VERB  VBD 0 root
city   city   NOUN  NN  2 obj
of     of     ADP   IN  5 case
Raqqah Raqqah PROPN NNP 3 nmod
"""

OFFICE = """
Harbour Harbour PROPN NNP 2 compound
Chief   Chief   PROPN NNP 4 nmod:desc
,       ,       PUNCT ,   4 punct
Ida     Ida     PROPN NNP 6 nsubj
Roos    Roos    PROPN NNP 4 flat
left    leave   VERB  VBD 0 root
"""

PEOPLE = """
Lakes    Lakes    PROPN NNP 2 compound
Front    Front    PROPN NNP 3 compound
fighters fighter  NOUN  NNS 4 nsubj
left     leave    VERB  VBD 0 root
"""

PICTURE = """
Ida   Ida   PROPN NNP   5 nsubj
Roos  Roos  PROPN NNP   1 flat
(     (     PUNCT -LRB- 4 punct
L     L     PROPN NNP   1 flat
waved wave  VERB  VBD   0 root
"""

AIRPORT = """
They    they    PRON  PRP 2 nsubj
left    leave   VERB  VBD 0 root
Cairo   Cairo   PROPN NNP 4 compound
airport airport NOUN  NN  2 obj
"""

BOMBING = """
They    they    PRON  PRP 2 nsubj
saw     see     VERB  VBD 0 root
Mole    Mole    PROPN NNP 5 compound
car     car     NOUN  NN  5 compound
bombing bombing NOUN  NN  2 obj
"""

EMBASSY = """
U.S.    U.S.    PROPN NNP 2 compound
Embassy Embassy PROPN NNP 3 nsubj
closed  close   VERB  VBD 0 root
"""

ROAD = """
They     they     PRON  PRP 2 nsubj
left     leave    VERB  VBD 0 root
Lakeford Lakeford PROPN NNP 2 obj
and      and      CCONJ CC  7 cc
the      the      DET   DT  7 det
Ora      Ora      PROPN NNP 7 compound
road     road     NOUN  NN  3 conj
"""

CARRIER = """
USS      USS      PROPN NNP 4 compound
Mole     Mole     PROPN NNP 1 flat
aircraft aircraft NOUN  NN  4 compound
carrier  carrier  NOUN  NN  5 nsubj
left     leave    VERB  VBD 0 root
"""

PLANES = """
Two    two    NUM   CD  3 nummod
Mole-5 Mole-5 PROPN NNP 3 compound
jets   jet    NOUN  NNS 4 nsubj
left   leave  VERB  VBD 0 root
"""


@pytest.mark.parametrize(
    ("table", "spans", "names"),
    [
        (AIRPORT, (NamedSpan(2, 4, "Facility", 0.9),), ["Cairo"]),
        (BOMBING, (NamedSpan(2, 5, "Facility", 0.9),), []),
        (EMBASSY, (NamedSpan(1, 2, "Facility", 0.9),), ["U.S. Embassy"]),
        (ROAD, (NamedSpan(2, 7, "Facility", 0.9), NamedSpan(2, 3, "Place", 0.8)), ["Lakeford"]),
        (CARRIER, (NamedSpan(0, 4, "Vehicle", 0.9),), ["USS Mole"]),
        (PLANES, (NamedSpan(0, 3, "Weapon", 0.9),), []),
        (CITY, (NamedSpan(2, 5, "Place", 0.9),), ["Raqqah"]),
        (PEOPLE, (NamedSpan(0, 3, "Organization", 0.9),), ["Lakes Front"]),
        (OFFICE, (NamedSpan(0, 5, "Person", 0.6), NamedSpan(3, 5, "Person", 0.9)), ["Ida Roos"]),
        (PICTURE, (NamedSpan(0, 4, "Person", 0.9),), ["Ida Roos"]),
    ],
)
def test_a_name_holds_what_is_part_of_it_and_nothing_else(tree, document, ontology, table, spans, names):
    made = tree(table, spans)
    article = document(" ".join(t.text for t in made.tokens))
    found = Mentions(article, [made], lexicon(ontology), cues.load())
    assert [m.text for m in found.all.values() if m.kind is Kind.NAME] == names


def test_a_seat_of_government_that_people_are_in_is_a_building(reading):
    assert reading("The two leaders met at the White House on Monday.").types("White House") == {"Facility"}


def test_a_region_that_sounds_like_a_bank_is_a_region(reading):
    found = reading("Two men were shot in the West Bank town of Bethlehem on Monday.")
    assert found.types("West Bank") == {"Region"}
    assert found.types("Bethlehem") == {"Settlement"}


def test_a_province_is_also_known_without_its_noun(reading):
    found = reading("Floods hit Sindh province on Monday.")
    assert found.types("Sindh") == found.types("Sindh province") == {"Region"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bomb exploded near St. Mark's Orthodox Cathedral in Tunis.", "St. Mark's Orthodox Cathedral"),
        ("The wounded driver was later treated by doctors at St. Anna's Hospital.", "St. Anna's Hospital"),
    ],
)
def test_a_saint_that_owns_a_building_belongs_to_its_name(reading, text, name):
    assert reading(text).types(name) == {"Facility"}


def test_the_people_behind_a_name_in_a_headline_are_no_part_of_it(reading):
    found = reading("Navy Strikes Kill Two Hezbollah Terrorists in Lebanon\n\nThe men died on Monday, officials said.")
    assert not found.named("Hezbollah Terrorists") or "Organization" not in found.types("Hezbollah Terrorists")


def test_a_name_goes_on_behind_its_particle(tree, document, ontology):
    table = """
    Abu     Abu     PROPN NNP 6 nsubj
    Musab   Musab   PROPN NNP 1 flat
    al      al      PROPN NNP 1 flat
    -       -       PUNCT HYPH 1 flat
    Zarqan  Zarqan  PROPN NNP 1 flat
    left    leave   VERB  VBD 0 root
    """
    made = tree(table, (NamedSpan(0, 2, "Person", 0.9),))
    article = document("Abu Musab al - Zarqan left")
    assert {m.text for m in Mentions(article, [made], lexicon(ontology), cues.load()).all.values()} == {
        "Abu Musab al - Zarqan"
    }


def test_a_form_of_address_begins_no_name(reading):
    assert reading("Minister Hon. Omar Haddad and H.E. Petra Novak left Lisbon.").types("Omar Haddad") == {"Person"}


COMPANY = """
The     the     DET   DT  3 det
oil     oil     NOUN  NN  3 compound
company company NOUN  NN  5 nsubj
Orapec  Orapec  PROPN NNP 3 appos
closed  close   VERB  VBD 0 root
"""


def test_what_is_said_to_be_a_company_is_no_unit(tree, document, ontology):
    made = tree(COMPANY, (NamedSpan(3, 4, "MilitaryUnit", 0.7),))
    found = Mentions(document("The oil company Orapec closed"), [made], lexicon(ontology), cues.load())
    assert {m.type for m in found.all.values() if m.kind is Kind.NAME} == {"Company"}
