"""Types of spans are ours, whatever a corpus calls them."""

from training.spans import ANNOTATED, as_annotated, fix_place


def test_a_country_is_a_place_and_its_adjective_a_demonym():
    assert fix_place("Organization", "Norway") == "Place"
    assert fix_place("Place", "Norwegian") == "Demonym"
    assert fix_place("Organization", "Harbour Union") == "Organization"


def test_a_corpus_without_units_has_organizations_in_their_place():
    assert as_annotated("MilitaryUnit", ANNOTATED["ewt"]) == "Organization"
    assert as_annotated("MilitaryUnit", ANNOTATED["hand"]) == "MilitaryUnit"


def test_a_type_without_a_broader_one_is_as_it_is():
    assert as_annotated("Weapon", ANNOTATED["ewt"]) == "Weapon"
