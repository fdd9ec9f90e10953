"""Names of states, peoples, capitals and places, as newspapers write them."""

import pytest

from kg import places
from kg.places import PlaceKind


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("North Korea", "KP"),
        ("DPRK", "KP"),
        ("Democratic People’s Republic of Korea", "KP"),
        ("the Republic of Korea", "KR"),
        ("U.S.", "US"),
        ("USA", "US"),
        ("the United States", "US"),
        ("THE UNITED STATES", "US"),
        ("Britain", "GB"),
        ("Holland", "NL"),
        ("Türkiye", "TR"),
        ("Ivory Coast", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Saint Lucia", "LC"),
        ("St. Lucia", "LC"),
        ("Syrian Arab Republic", "SY"),
        ("Kosovo", "XK"),
        ("Palestine", "PS"),
        ("Georgia", "GE"),
        ("the Democratic Republic of Congo", "CD"),
    ],
)
def test_state_by_any_usual_name(name: str, code: str) -> None:
    found = places.state(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("code_name", "newspaper"),
    [("Russian Federation", "Russia"), ("Viet Nam", "Vietnam"), ("ROK", "South Korea"), ("Czechia", "Czech Republic")],
)
def test_state_has_its_newspaper_name(code_name: str, newspaper: str) -> None:
    found = places.state(code_name)
    assert found is not None
    assert found.name == newspaper


@pytest.mark.parametrize("word", ["us", "AND", "CAN", "Island", "the North", "Thai", "Hong Kong", "Wales", "Texas", ""])
def test_other_words_are_no_state(word: str) -> None:
    assert places.state(word) is None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("North Korean", "KP"),
        ("North Koreans", "KP"),
        ("Russians", "RU"),
        ("Filipino", "PH"),
        ("Philippine", "PH"),
        ("Dutch", "NL"),
        ("Britons", "GB"),
        ("Emirati", "AE"),
        ("Iraqis", "IQ"),
        ("Saudis", "SA"),
        ("Turks", "TR"),
        ("Thai", "TH"),
        ("Swiss", "CH"),
        ("U.S.", "US"),
    ],
)
def test_demonym_names_a_state(word: str, code: str) -> None:
    found = places.demonym(word)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("word", ["us", "Korean", "Turkey", "Welsh", "Parisian", "Chines", ""])
def test_other_words_are_no_demonym(word: str) -> None:
    assert places.demonym(word) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pyongyang", "KP"),
        ("PYONGYANG", "KP"),
        ("the Kremlin", "RU"),
        ("White House", "US"),
        ("Washington", "US"),
        ("Kiev", "UA"),
        ("Bogota", "CO"),
        ("Bogotá", "CO"),
        ("Sana’a", "YE"),
    ],
)
def test_capital_or_seat_stands_for_its_state(name: str, code: str) -> None:
    found = places.capital_of(name)
    assert found is not None
    assert found.code == code


def test_large_city_is_no_capital() -> None:
    assert places.capital_of("Geneva") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("North Korea", PlaceKind.STATE),
        ("Singapore", PlaceKind.STATE),
        ("Aleppo", PlaceKind.SETTLEMENT),
        ("MANILA", PlaceKind.SETTLEMENT),
        ("Kursk", PlaceKind.SETTLEMENT),
        ("Washington", PlaceKind.SETTLEMENT),
        ("Kursk region", PlaceKind.REGION),
        ("Kursk Oblast", PlaceKind.REGION),
        ("Aleppo province", PlaceKind.REGION),
        ("Bavaria", PlaceKind.REGION),
        ("Texas", PlaceKind.REGION),
        ("Florida", PlaceKind.REGION),
        ("Virginia", PlaceKind.REGION),
        ("New York", PlaceKind.SETTLEMENT),
        ("Red Sea", None),
        ("White House", None),
        ("Washington state", PlaceKind.REGION),
        ("northwest Syria", PlaceKind.REGION),
        ("Europe", PlaceKind.REGION),
        ("Hong Kong", PlaceKind.REGION),
        ("the Gaza Strip", PlaceKind.REGION),
        ("Islamic State", None),
        ("the Aegean Sea", None),
        ("us", None),
        ("", None),
    ],
)
def test_kind_of_place(name: str, kind: PlaceKind | None) -> None:
    assert places.kind(name) is kind


def test_settlement_of_one_state() -> None:
    found = places.settlement_state("Mosul")
    assert found is not None
    assert found.name == "Iraq"


@pytest.mark.parametrize("name", ["Tripoli", "Cambridge", "Nowhereville"])
def test_shared_or_unknown_settlement_has_no_state(name: str) -> None:
    assert places.settlement_state(name) is None


@pytest.mark.parametrize("words", ["Turkish", "Turkey", "Turkey's", "Turkey’s"])
def test_words_before_a_noun_give_it_to_a_state(words: str) -> None:
    assert places.owner(words) == places.state("Turkey")


@pytest.mark.parametrize(
    ("name", "state"),
    [("southern Iraq", "Iraq"), ("northwest Syria", "Syria"), ("South Africa", None), ("Northern Ireland", None),
     ("Central America", None), ("Chile", None)],
)  # fmt: skip
def test_a_quarter_names_its_state(name, state):
    assert places.whole(name) == state


@pytest.mark.parametrize(
    ("name", "core"),
    [("Helmand province", "Helmand"), ("Kursk region", "Kursk region"), ("Lagos state", "Lagos state"),
     ("Northern Province", "Northern Province"), ("Nowhere district", "Nowhere"), ("Lake District", "Lake District"),
     ("Syrian territory", "Syrian territory"), ("Oslo", "Oslo")],
)  # fmt: skip
def test_a_region_is_known_without_its_noun_where_no_city_is(name, core):
    assert places.core(name) == core


@pytest.mark.parametrize(
    ("name", "code"), [("the Pentagon", "US"), ("Knesset", "IL"), ("State Duma", "RU"), ("Foreign Ministry", None)]
)
def test_a_body_that_one_state_alone_has(name, code):
    found = places.body(name)
    assert (found and found[0].code) == code


@pytest.mark.parametrize(("name", "code"), [("Georgia", "US"), ("Niger", "NG"), ("Florida", "US"), ("Lyon", None)])
def test_a_part_of_a_federation_tells_which(name, code):
    found = places.federation(name)
    assert (found and found.code) == code
