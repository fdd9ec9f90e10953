import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.model import Basis
from kg.read.article import Given, compose, digest

PROSE = "No ferry left the island on Tuesday, the company said, and nobody knew when the next one would go."
PARTS = [
    "Advertisement",
    "Read more",
    "OSLO (AP) — ",
    PROSE,
    "Source: AFP/jr",
    "May 4, 2021",
    "By Jane Roe",
    "é\u0301",
    "\ufeff",
    "(AFP)",
]
TEXTS = st.lists(
    st.sampled_from([*PARTS, "\n", "\n\n", "\r\n", " ", "\t", "\u00a0", "\u200b"]) | st.text(max_size=8), max_size=30
)


@settings(max_examples=300, deadline=None)
@given(TEXTS.map("".join))
def test_body_spans_are_inside_the_text_ordered_disjoint_and_stripped(text: str) -> None:
    try:
        found = compose(text, path="x", sha256="0" * 64)
    except ReadError:
        return
    last = 0
    for span in found.body:
        assert last <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        last = span.end
    assert found.text == text
    if found.dateline:
        assert found.dateline.of(text).strip()


def test_the_id_comes_from_the_bytes() -> None:
    sha256 = digest(b"No ferry left.")
    found = compose("No ferry left.", path="a.txt", sha256=sha256)
    assert found.id == f"doc-{sha256[:12]}"
    assert found.sha256 == sha256


def test_what_the_file_states_wins_over_what_the_text_shows() -> None:
    said = Given(title="Another title", source="Harbour Post", published=dt.date(2020, 1, 2))
    found = compose(f"A title of some words\n\nOSLO (Harbour24) — {PROSE}", path="a", sha256="0" * 64, given=said)
    assert (found.title, found.source) == ("Another title", "Harbour Post")
    assert (found.reference_date, found.reference_basis) == (dt.date(2020, 1, 2), Basis.EXPLICIT)


def test_the_dateline_points_at_its_place() -> None:
    found = compose(f"A title of some words\n\nOSLO (Harbour24) — {PROSE}", path="a", sha256="0" * 64)
    assert found.dateline is not None
    assert found.dateline.of(found.text) == "OSLO"


def test_page_furniture_alone_is_no_article() -> None:
    with pytest.raises(ReadError, match="no readable text"):
        compose("Advertisement\nShare this\n", path="a", sha256="0" * 64)
