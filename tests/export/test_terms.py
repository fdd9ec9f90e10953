"""Terms: numbers, shares and names as Turtle writes them."""

import pytest

from kg.errors import ExportError
from kg.export.terms import Address, Iri, Value, number, share

SPACES = {"kg": "https://v.test/#", "id": "https://d.test/"}


@pytest.mark.parametrize(
    ("value", "text", "datatype"),
    [
        (600, "600", "integer"),
        (600.0, "600", "integer"),
        (-3, "-3", "integer"),
        (2.5, "2.5", "decimal"),
        (1e-7, "0.0000001", "decimal"),
    ],
)
def test_whole_numbers_are_integers_and_others_decimals(value: float, text: str, datatype: str) -> None:
    assert number(value) == Value(text, datatype)


@pytest.mark.parametrize(("value", "text"), [(1, "1.0"), (0.9, "0.9"), (0.12345, "0.123"), (-1, "0.0"), (7, "1.0")])
def test_a_share_is_a_decimal_between_nought_and_one(value: float, text: str) -> None:
    assert share(value).text == text


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
    assert Iri("id", local).turtle(SPACES) == written


def test_links_keep_what_is_encoded_and_encode_what_is_not() -> None:
    assert Address("https://x.test/a%20b c#d#e").turtle(SPACES) == "<https://x.test/a%20b%20c#d%23e>"


def test_a_link_without_scheme_is_refused() -> None:
    with pytest.raises(ExportError, match="no absolute IRI"):
        Address("x.test/a").turtle(SPACES)


def test_what_cannot_be_seen_is_escaped() -> None:
    assert Value('a"\\\n\t\u202e\u0000é').turtle(SPACES) == r'"a\"\\\n\t\u202E\u0000é"'


def test_datatypes_are_written_where_turtle_needs_them() -> None:
    written = [Value("2031-03-04", "date"), Value("true", "boolean"), Value("x")]
    assert [v.turtle(SPACES) for v in written] == ['"2031-03-04"^^xsd:date', "true", '"x"']
