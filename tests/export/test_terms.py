"""Terms: numbers, shares and names as Turtle writes them."""

import pytest

from kg.errors import ExportError
from kg.export.terms import address, block, name, number, share, string, typed


@pytest.mark.parametrize(
    ("value", "written"), [(600, "600"), (600.0, "600"), (-3, "-3"), (2.5, "2.5"), (1e-7, "0.0000001")]
)
def test_whole_numbers_are_integers_and_others_decimals(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(("value", "text"), [(1, "1.0"), (0.9, "0.9"), (0.12345, "0.123"), (-1, "0.0"), (7, "1.0")])
def test_a_share_is_a_decimal_between_nought_and_one(value: float, text: str) -> None:
    assert share(value) == text


@pytest.mark.parametrize(
    ("local", "written"),
    [
        ("ann-roe-2", "id:ann-roe-2"),
        ("7th-fleet", "id:7th-fleet"),
        ("a.", "<https://d.test/a.>"),
        ("-a", "<https://d.test/-a>"),
        ("Łódź", "<https://d.test/Łódź>"),
        ("a b/c%20>", "<https://d.test/a%20b%2Fc%2520%3E>"),
    ],
)
def test_a_name_that_needs_escapes_is_written_in_full(local: str, written: str) -> None:
    assert name("id", local, "https://d.test/") == written


def test_links_keep_what_is_encoded_and_encode_what_is_not() -> None:
    assert address("https://x.test/a%20b c#d#e") == "<https://x.test/a%20b%20c#d%23e>"


def test_a_link_without_scheme_is_refused() -> None:
    with pytest.raises(ExportError, match="no absolute IRI"):
        address("x.test/a")


def test_what_cannot_be_seen_is_escaped() -> None:
    assert string('a"\\\n\t\u202e\u0000é') == r'"a\"\\\n\t\u202E\u0000é"'


def test_a_date_has_its_datatype() -> None:
    assert typed("2031-03-04", "date") == '"2031-03-04"^^xsd:date'


def test_a_block_has_every_object_once_and_no_property_without_one() -> None:
    assert block("id:a", [("a", ["kg:B", "kg:C", "kg:B"]), ("kg:via", [])]) == "id:a a kg:B , kg:C .\n"
