"""Content negotiation, by the rules of RFC 9110."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.accept import preferred

OFFERED = ["application/json", "application/xml", "text/csv"]


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("application/*", "application/json"),
        ("application/xml;q=0.5, text/csv;q=0.9", "text/csv"),
        ("*/*;q=0.1, application/xml", "application/xml"),
        ("application/json;q=0, */*", "application/xml"),
        ("application/*;q=0.2, application/xml;q=0.9, text/csv;q=0.5", "application/xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
        ("text/csv;header=present;q=0.9", "text/csv"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/csv;q=much", None),
    ],
)
def test_the_best_type_is_chosen(accept: str, wanted: str | None) -> None:
    assert preferred(accept, OFFERED) == wanted


@given(st.text())
def test_no_header_breaks_it(accept: str) -> None:
    assert preferred(accept, OFFERED) in {*OFFERED, None}
